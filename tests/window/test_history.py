"""Where the reader has been, as in a browser."""

from __future__ import annotations

from zhylnama.window.history import Address, History


def test_back_and_forward() -> None:
    history = History()
    assert not history.has_back
    history.go(Address(query="a"))
    history.go(Address(person="x"))
    assert history.back() == Address(query="a")
    assert history.has_forward
    assert history.forward() == Address(person="x")
    assert history.forward() == Address(person="x")


def test_a_new_way_forgets_the_old_one() -> None:
    history = History()
    history.go(Address(query="a"))
    history.back()
    history.go(Address(query="b"))
    assert not history.has_forward
    assert history.back() == Address()
    assert history.back() == Address()


def test_the_same_view_twice_is_one() -> None:
    history = History()
    history.go(Address(query="a"))
    history.go(Address(query="a"))
    history.back()
    assert not history.has_back


def test_amending_changes_in_place() -> None:
    history = History()
    history.go(Address(query="a"))
    history.amend(Address(query="ab", event="e"))
    assert history.here.event == "e"
    assert history.back() == Address()


def test_filters_are_added_once_and_removed() -> None:
    narrowed = Address(event="e").narrowed("law", "AOC 488").narrowed("law", "AOC 488")
    assert narrowed.filters.chosen == (("law", "AOC 488"),)
    assert narrowed.event is None
    assert narrowed.widened("law", "AOC 488") == Address()
