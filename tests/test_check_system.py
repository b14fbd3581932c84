"""What a machine lacks is said in one sentence, before anything fails with a traceback."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "check_system.py"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks at Linux's libraries"
)


@pytest.fixture
def check_system(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script as a module, on a machine without a screen that has every library."""
    spec = importlib.util.spec_from_file_location("check_system", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    lack(monkeypatch)
    return module


def lack(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    """Let the loader find every library but these."""

    def load(name: str) -> None:
        if name in libraries:
            raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", load)


def run(
    module: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    check: str,
) -> tuple[int, str]:
    """Run one check and return its status and what it said."""
    monkeypatch.setattr(sys, "argv", ["check_system.py", check])
    status = module.main()
    said = capsys.readouterr()
    assert said.out == ""
    return status, said.err


def test_nothing_missing_says_nothing(
    check_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    for check in ("python", "qt", "window"):
        assert run(check_system, monkeypatch, capsys, check) == (0, "")


def test_no_display_names_the_other_ways(
    check_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = run(check_system, monkeypatch, capsys, "window")
    assert status == 2
    assert "zhylnama search" in said
    assert "xvfb-run" in said
    assert said.count("\n") == 1


def test_missing_libraries_are_named_by_package(
    check_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    lack(monkeypatch, "libEGL.so.1", "libxcb-cursor.so.0")
    status, said = run(check_system, monkeypatch, capsys, "window")
    assert status == 1
    assert said.endswith("sudo apt install libegl1 libxcb-cursor0\n")


def test_one_complete_kind_of_screen_is_enough(
    check_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    lack(monkeypatch, "libxcb-cursor.so.0")
    assert run(check_system, monkeypatch, capsys, "window") == (0, "")


def test_missing_venv_names_its_package(
    check_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    status, said = run(check_system, monkeypatch, capsys, "python")
    assert status == 1
    assert "sudo apt install python3-venv" in said


def test_an_old_python_is_named(
    check_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check_system, "OLDEST_PYTHON", (99, 1))
    status, said = run(check_system, monkeypatch, capsys, "python")
    assert status == 1
    assert "Python 99.1 or newer" in said
