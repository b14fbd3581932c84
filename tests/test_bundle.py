"""The bundled application, started for real: outside the checkout, alone, and without a network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
BUNDLE = TOP / "dist" / "zhylnama"

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(
        not BUNDLE.is_dir(), reason="there is no dist/zhylnama; make bundle makes it"
    ),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at Linux's libraries"),
    pytest.mark.xdist_group("bundle"),
]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program in a copy of the bundle, far from the checkout."""
    folder = tmp_path_factory.mktemp("elsewhere") / "zhylnama"
    shutil.copytree(BUNDLE, folder, symlinks=True)
    return folder / "zhylnama"


@pytest.fixture(scope="module")
def no_network(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the command that cuts a program off from the network, or watches it ask for one."""
    if shutil.which("unshare"):
        for way in (["unshare", "-n"], ["unshare", "-rn"]):
            if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
                return way
    if not shutil.which("strace"):
        pytest.skip("neither unshare nor strace works here, so the network cannot be cut off")
    log = tmp_path_factory.mktemp("strace") / "calls"
    return ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)]


def run(
    program: Path, no_network: Sequence[str], home: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Run the bundled program with an empty environment; whatever it complains of is a failure."""
    done = subprocess.run(
        [*no_network, str(program), *arguments],
        env={"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/sbin:/usr/bin:/bin"},
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    if no_network[0] == "strace":
        calls = Path(no_network[-1]).read_text(encoding="utf-8", errors="replace")
        assert "AF_INET" not in calls
    return done


def test_one_search(program: Path, no_network: list[str], tmp_path: Path) -> None:
    done = run(program, no_network, tmp_path, "search", "--json", "--", "Mamay")
    assert done.stderr == ""
    assert done.returncode == 0
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert events
    for event in events:
        assert re.search("Mamay|Mamai", json.dumps(event))


def test_one_dossier(program: Path, no_network: list[str], tmp_path: Path) -> None:
    paper = tmp_path / "mamay.pdf"
    done = run(
        program,
        no_network,
        tmp_path,
        "dossier",
        "Zhanbolat Mamay",
        "-o",
        str(paper),
        "--lang",
        "kk",
    )
    unexpected = [line for line in done.stderr.splitlines() if str(paper) not in line]
    assert unexpected == []
    assert done.returncode == 0
    assert paper.read_bytes().startswith(b"%PDF-")
    assert b"NotoSerif" in paper.read_bytes()


def test_the_window_opens(program: Path, tmp_path: Path) -> None:
    """A Qt plugin that was left out of the bundle shows here: the program ends, or complains."""
    environment = {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    started = subprocess.Popen(
        [str(program)],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            started.wait(timeout=4)
    finally:
        started.terminate()
        out, complaints = started.communicate(timeout=20)
    expected = re.compile(r"This plugin does not support|XDG_RUNTIME_DIR not set")
    assert [line for line in complaints.splitlines() if not expected.search(line)] == []
    assert out == ""


def test_neither_network_nor_openssl_is_carried() -> None:
    unwanted = re.compile(
        r"libssl|libcrypto|Qt6?Network|gnutls|krb5|/tls/|_ssl\.|_hashlib\.|libcups\.|readline"
    )
    carried = [
        os.path.relpath(path, BUNDLE) for path in BUNDLE.rglob("*") if unwanted.search(str(path))
    ]
    assert carried == []


def test_no_link_leads_nowhere() -> None:
    assert [path for path in BUNDLE.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_fonts_archive_and_licences_are_carried() -> None:
    inside = BUNDLE / "_internal"
    assert (inside / "bundled.zhylnama").stat().st_size > 0
    assert (inside / "resources" / "fonts" / "OFL.txt").is_file()
    assert (inside / "resources" / "fonts" / "NotoSerif-Regular.ttf").is_file()
    assert (inside / "LICENSE").is_file()
    assert not list(inside.rglob("cut.py"))
    languages = {path.stem for path in (inside / "babel" / "locale-data").iterdir()}
    assert languages == {"root", "en", "ru", "kk"}
