"""The people named in a paragraph, as plain data: who they are, and where their names stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class Mention:
    """A name at a place in the text. `who` is the index of the person in `Named.people`."""

    start: int
    end: int
    name: str
    full: bool
    role: str | None = None
    role_words: str = ""
    governed: str | None = None
    who: int = -1


@dataclass(slots=True)
class Somebody:
    """A person of one paragraph: the spelling printed first, and the name in the nominative.

    `others` are what the name may be in the nominative as well; `given_first` is its order, where
    the paragraph tells it, and `sex` what a case tells.
    """

    name: str
    nominative: str
    doubts: list[str] = field(default_factory=list)
    others: tuple[str, ...] = ()
    given_first: bool | None = None
    sex: Literal["m", "f"] | None = None
    roles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Group:
    """Names in one list: `A, B and C`."""

    mentions: list[Mention]

    @property
    def start(self) -> int:
        """Where the list begins in the text."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where the list ends in the text."""
        return self.mentions[-1].end

    @property
    def people(self) -> list[int]:
        """The people of the list, each once."""
        return list(dict.fromkeys(mention.who for mention in self.mentions))


@dataclass(slots=True)
class Named:
    """Everybody whom a paragraph names."""

    people: list[Somebody]
    mentions: list[Mention]
    groups: list[Group]
