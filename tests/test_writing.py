"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from zhylnama.failure import SystemRefused
from zhylnama.writing import replacing

TOP = Path(__file__).resolve().parent.parent
only_unix = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights and devices")


@pytest.fixture(params=["nameless", "named"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write as on Linux, and as where a file cannot be without a name."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


def write_half(path: Path, error: type[BaseException] | OSError) -> None:
    """Fail in the middle of writing a file."""
    with replacing(path) as stream:
        stream.write(b"half")
        raise error


@pytest.mark.usefixtures("_way")
class TestBothWays:
    def test_a_new_file(self, tmp_path: Path) -> None:
        with replacing(tmp_path / "new") as stream:
            stream.write(b"whole")
            assert not (tmp_path / "new").exists()
        assert (tmp_path / "new").read_bytes() == b"whole"
        assert [path.name for path in tmp_path.iterdir()] == ["new"]

    def test_an_old_file_is_whole_until_the_new_one_is(self, tmp_path: Path) -> None:
        path = tmp_path / "file"
        path.write_bytes(b"old")
        with replacing(path) as stream:
            stream.write(b"new")
            stream.flush()
            assert path.read_bytes() == b"old"
        assert path.read_bytes() == b"new"

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError(28, "Disk full")])
    def test_an_exception_leaves_no_trace(
        self, error: type[BaseException] | OSError, tmp_path: Path
    ) -> None:
        path = tmp_path / "file"
        path.write_bytes(b"old")
        with pytest.raises((ValueError, KeyboardInterrupt, SystemRefused)):
            write_half(path, error)
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_name_as_long_as_names_may_be(self, tmp_path: Path) -> None:
        path = tmp_path / ("Ж" * 120 + ".pdf")
        for content in (b"1", b"2"):
            with replacing(path) as stream:
                stream.write(content)
        assert path.read_bytes() == b"2"

    @only_unix
    def test_rights_are_kept_and_new_files_get_the_user_s(self, tmp_path: Path) -> None:
        private, shared, new = tmp_path / "private", tmp_path / "shared", tmp_path / "new"
        for path, mode in ((private, 0o600), (shared, 0o664)):
            path.write_bytes(b"old")
            path.chmod(mode)
        before = os.umask(0o027)
        try:
            for path in (private, shared, new):
                with replacing(path) as stream:
                    stream.write(b"new")
        finally:
            os.umask(before)
        assert [stat.S_IMODE(p.stat().st_mode) for p in (private, shared, new)] == [
            0o600,
            0o664,
            0o640,
        ]

    @only_unix
    def test_a_link_keeps_being_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "there").mkdir()
        real, link = tmp_path / "there" / "real", tmp_path / "link"
        real.write_bytes(b"old")
        link.symlink_to(real)
        with replacing(link) as stream:
            stream.write(b"new")
        assert link.is_symlink()
        assert real.read_bytes() == b"new"

    def test_two_at_once_do_not_meet(self, tmp_path: Path) -> None:
        with replacing(tmp_path / "x") as one, replacing(tmp_path / "x") as other:
            one.write(b"one")
            other.write(b"other")
        assert (tmp_path / "x").read_bytes() == b"one"
        assert len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path, why in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "x", "cannot be written: no such file or directory"),
        (tmp_path / "file" / "x", "cannot be written: not a directory"),
    ):
        with pytest.raises(SystemRefused, match=why), replacing(path):
            pass


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has /dev/full")
def test_a_disk_without_room() -> None:
    with (
        pytest.raises(SystemRefused, match="no space left"),
        replacing(Path("/dev/full")) as stream,
    ):
        stream.write(b"x" * 100_000)


@only_unix
def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path) -> None:
    with replacing(Path(os.devnull)) as stream:
        stream.write(b"into nothing")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    with (
        pytest.raises(SystemRefused, match="no space left"),
        replacing(Path("/dev/full")) as stream,
    ):
        stream.write(b"x" * 100_000)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    with replacing(pipe) as stream:
        stream.write(b"through")
    assert reader.communicate(timeout=10)[0] == b"through"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


KILLED = """
import os, signal, sys
from pathlib import Path
from zhylnama.writing import replacing
with replacing(Path(sys.argv[1])) as stream:
    stream.write(b"half" * 100_000)
    stream.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux has files without a name")
def test_a_killed_program_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, path],
        env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
        timeout=60,
        check=False,
    )
    assert done.returncode == -9
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@only_unix
def test_a_file_system_that_cannot_give_a_name_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new file lies there without a name, and linking it is refused: the old one stays."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    if hasattr(os, "O_TMPFILE"):
        monkeypatch.setattr(os, "link", refuse)
    else:
        monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SystemRefused, match="operation not permitted"), replacing(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
