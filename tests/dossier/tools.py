"""The real tools that read a PDF back; a test is skipped, with a reason, where one is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest


def run(*command: str | Path) -> str:
    """Return what a tool says; skip the test where the tool is not installed."""
    tool = str(command[0])
    if shutil.which(tool) is None:
        package = "qpdf" if tool == "qpdf" else "poppler-utils"
        pytest.skip(f"{tool} is not installed (apt-get install {package})")
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.decode("utf-8", "replace")


def body_text(pdf: Path) -> str:
    """Return the text between running head and foot, page after page, in reading order."""
    area = ("-x", "0", "-y", "50", "-W", "612", "-H", "740")
    return run("pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", *area, pdf, "-")


def objects(pdf: Path) -> str:
    """Return every object of the file that is not a stream, as JSON text, strings decoded."""
    return run("qpdf", "--json", "--json-key=qpdf", pdf)


def joined(text: str) -> str:
    """Return a text without any white space: what is left when lines are joined."""
    return re.sub(r"\s+", "", text)
