"""The words of the program in English, Russian and Kazakh."""

from zhylnama.wording.wording import LANGUAGES, Wording

__all__ = ["LANGUAGES", "Wording"]
