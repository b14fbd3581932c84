"""Files appear whole or not at all.

A file that is written by this program replaces an older one only when every byte is on the disk.
A program killed in the middle leaves the old file as it was and no litter: on Linux the new bytes
live in a file without a name (O_TMPFILE) until they are complete.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from zhylnama.failure import SystemRefused, cannot_write


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file `path` when the block ends without an exception.

    Raises SystemRefused with a sentence where the system does not let the file be written; the
    older file is then untouched. Any exception of the block leaves no trace either.
    """
    # A name that another program put there as a link keeps being a link to the new bytes.
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise SystemRefused("{path} is a folder; give the name of a file.", path=path)
    if target.exists() and not target.is_file():
        # /dev/null, a pipe: to be written to, and never to be replaced by a file.
        with _written_to(path, target) as stream:
            yield stream
        return
    try:
        descriptor, name = _unfinished(target)
    except OSError as refused:
        raise cannot_write(path, refused) from refused
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            stream.flush()
            if hasattr(os, "fchmod") and (rights := _rights(target)) is not None:
                os.fchmod(descriptor, rights)  # the umask took some of them
            os.fsync(descriptor)
            if name is None:
                name = _beside(target)
                _give_name(descriptor, name)
        os.replace(name, target)
        name = None
        _sync_folder(target.parent)
    except OSError as refused:
        raise cannot_write(path, refused) from refused
    finally:
        if name is not None:
            with contextlib.suppress(OSError):
                os.unlink(name)


@contextlib.contextmanager
def _written_to(path: Path, device: Path) -> Iterator[BinaryIO]:
    try:
        with device.open("wb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as refused:
        raise cannot_write(path, refused) from refused


def _beside(target: Path) -> str:
    # At most 255 bytes, of which a letter may take four.
    return str(target.with_name(f".{target.name[:50]}.{secrets.token_hex(6)}.part"))


def _rights(target: Path) -> int | None:
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        return None


def _unfinished(target: Path) -> tuple[int, str | None]:
    """Open a new file in the target's folder: without a name where the system can do that.

    A file that is replaced keeps its rights; a new one gets those that the user's umask gives.
    """
    mode = _rights(target) or 0o666
    if hasattr(os, "O_TMPFILE") and os.path.isdir("/proc/self/fd"):
        # Not every file system has nameless files (a USB stick with FAT has none).
        with contextlib.suppress(OSError):
            return os.open(target.parent, os.O_TMPFILE | os.O_RDWR, mode), None
    name = _beside(target)
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
    return os.open(name, flags, mode), name


def _give_name(descriptor: int, name: str) -> None:
    """Give a nameless file its first name, as open(2) describes it for O_TMPFILE."""
    # Only with a folder's descriptor does Python call linkat(2), which follows the link in /proc.
    folder = os.open(os.path.dirname(name), os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", name, src_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _sync_folder(folder: Path) -> None:
    """Put the folder's new entry on the disk; a system that cannot is no reason to fail."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
