"""The shape of the house: the core without Qt, and no trace of the place it was built in."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from zhylnama import __version__, files

TOP = Path(__file__).resolve().parent.parent

IMPORT_ALL_BUT_THE_WINDOW = """
import importlib, pkgutil, sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None  # an import of it now raises ImportError
import zhylnama
names = [
    found.name
    for found in pkgutil.walk_packages(zhylnama.__path__, "zhylnama.", onerror=lambda name: None)
    if not found.name.startswith(("zhylnama.window", "zhylnama.resources", "zhylnama.seeds"))
    and found.name != "zhylnama.__main__"
]
for name in names:
    importlib.import_module(name)
print(*names)
"""


def test_core_imports_without_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL_BUT_THE_WINDOW],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    for room in ("archive", "dossier", "names", "reading", "record"):
        assert any(name.startswith(f"zhylnama.{room}.") for name in imported), room
    assert "zhylnama.cli" in imported


def test_resources_are_found() -> None:
    assert (files.resources_folder() / "kinds.toml").is_file()
    assert (files.resources_folder() / "fonts" / "NotoSerif-Regular.ttf").is_file()
    seeds = files.seeds_folder()
    assert seeds is not None
    assert (seeds / "people.toml").is_file()


def test_an_installed_package_has_every_room() -> None:
    listed = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    package = TOP / "desktop" / "zhylnama"
    rooms = {
        ".".join(("zhylnama", *init.parent.relative_to(package).parts))
        for init in package.rglob("__init__.py")
    }
    packages = set(listed["tool"]["setuptools"]["packages"])
    assert packages - {"zhylnama.resources", "zhylnama.seeds"} == rooms


def test_the_bundle_finds_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert files.resources_folder() == tmp_path / "resources"
    assert files.seeds_folder() is None
    assert files.bundled_archive() is None
    (tmp_path / "bundled.zhylnama").touch()
    assert files.bundled_archive() == tmp_path / "bundled.zhylnama"


def test_the_reader_s_folders_are_the_session_s_own() -> None:
    """A test that wrote to the developer's own notebook would be a lost record."""
    home = Path.home()
    assert home.name.startswith("zhylnama-tests-")
    assert files.state_folder().is_relative_to(home)
    assert files.cache_folder().is_relative_to(home)


FOLDERS = (".ci", "benchmarks", "desktop", "docs", "resources", "scripts", "seeds", "tests")
BINARY = {".ttf", ".png", ".pdf", ".ico", ".pyc", ".zhylnama", ".mo"}


def project_texts() -> list[Path]:
    """Return the project's own text files."""
    inside = [path for folder in FOLDERS for path in (TOP / folder).rglob("*")]
    return [
        path
        for path in [*TOP.iterdir(), *inside]
        if path.is_file() and path.suffix not in BINARY and ".egg-info" not in str(path)
    ]


def test_no_file_names_the_place_it_was_written() -> None:
    """No path of one machine, and no registry's host: a clone works anywhere."""
    folders = "|".join(["work", "root", "home", "Users"])
    place = re.compile(
        rf"(?<![\w/.~-])/({folders})/\w|\.\./shared|py" + r"pi\.org|python" + "hosted"
    )
    found = [
        f"{path.relative_to(TOP)}:{number}: {line.strip()[:80]}"
        for path in project_texts()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if place.search(line) and path != Path(__file__).resolve()
    ]
    assert not found, "\n".join(found)


def test_versions_agree() -> None:
    assert f"## {__version__}" in (TOP / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_pin_has_a_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (TOP / name).read_text(encoding="utf-8")
        pins = re.findall(r"^([a-z0-9-]+)==\S+(?: ;[^\\\n]*)? \\\n    --hash=sha256:", text, re.M)
        named = re.findall(r"^([a-zA-Z0-9-]+)", text, re.M)
        assert pins == named
        assert len(pins) > 10


def test_dev_pins_contain_the_runtime_s() -> None:
    """`make test` installs into the environment of `make run`: a package has one version."""
    runtime = set(re.findall(r"^\S+==\S+", (TOP / "requirements.txt").read_text(), re.M))
    dev = set(re.findall(r"^\S+==\S+", (TOP / "requirements-dev.txt").read_text(), re.M))
    assert runtime <= dev
