"""The README describes what there is: each command, option and target; and no link is dead."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from zhylnama import cli

TOP = Path(__file__).resolve().parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")


def walk_parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield a parser and those of its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from walk_parsers(command)


def test_every_command_is_described() -> None:
    for parser in walk_parsers(cli.make_parser()):
        assert f"`{parser.prog}" in README, parser.prog


def test_every_option_is_described() -> None:
    options = {
        option
        for parser in walk_parsers(cli.make_parser())
        for action in parser._actions
        for option in action.option_strings
        if option != "-h"
    }
    assert [option for option in sorted(options) if option not in README] == []


def test_every_make_target_named_exists() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    named = set(re.findall(r"\bmake ([a-z]+)(?: |`|$)", README, re.MULTILINE))
    assert {"run", "test", "bundle"} <= named
    assert named <= set(phony[1].split())


def test_every_link_inside_the_project_leads_somewhere() -> None:
    for path in [TOP / "README.md", TOP / "CHANGELOG.md", *(TOP / "docs").glob("*.md")]:
        text = path.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name}: {target}"
