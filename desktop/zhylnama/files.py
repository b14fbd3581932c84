"""Where the application's own files are, however it was started.

There are three ways: frozen (PyInstaller's folder), installed (`pip install`, which carries
`resources/` and `seeds/` inside the package) and from a checkout (both beside `desktop/`).
What belongs to the reader, not to the application, lies in the system's own places for that.
"""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _frozen_folder() -> Path | None:
    """Return PyInstaller's folder, or None where the program is not frozen."""
    folder = getattr(sys, "_MEIPASS", None)
    return Path(folder) if folder else None


def resources_folder() -> Path:
    """Return the folder of fonts, icons, translations and data."""
    frozen = _frozen_folder()
    if frozen:
        return frozen / "resources"
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _CHECKOUT / "resources"


def seeds_folder() -> Path | None:
    """Return the folder of the bundled records; None where only their archive is carried."""
    if _frozen_folder():
        return None
    for folder in (_PACKAGE / "seeds", _CHECKOUT / "seeds"):
        if folder.is_dir():
            return folder
    return None


def bundled_archive() -> Path | None:
    """Return the archive that came with the application; None where it must be built first.

    An installed package has none: its seeds are built into an archive on first use, in
    `cache_folder()`.
    """
    frozen = _frozen_folder()
    archive = frozen / "bundled.zhylnama" if frozen else _CHECKOUT / "build" / "bundled.zhylnama"
    return archive if archive.is_file() else None


def state_folder() -> Path:
    """Return the folder of what the reader adds: the notebook, recent archives. May not exist."""
    from platformdirs import user_state_path  # about 20 ms, and most commands do not need it

    return user_state_path("zhylnama", appauthor=False)


def cache_folder() -> Path:
    """Return the folder of what can be made again at any time. May not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("zhylnama", appauthor=False)
