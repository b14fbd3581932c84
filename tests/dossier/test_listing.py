"""What was found as a PDF and as Markdown, read back: every event, every link, nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.dossier import people
from tests.dossier.in_memory import TODAY
from tests.dossier.people import EVENTS, LONG_LINK
from tests.dossier.tools import body_text, joined, objects, run

from zhylnama.dossier.listing import Title, write_listing, write_markdown
from zhylnama.dossier.styles import Paper
from zhylnama.files import resources_folder
from zhylnama.record.event import Event, Source
from zhylnama.wording import LANGUAGES, Wording

HOSTILE = "<para> <b>bold</b> & ]]> [x](http://evil) `code` # head \u202e\x07 *a* _b_ | c"


def title(asked: str = "Events found: Almaty") -> Title:
    return Title(asked, people.archive().edition, TODAY)


def written(
    events: list[Event], path: Path, lang: str = "en", paper: Paper = "A4", asked: str | None = None
) -> Path:
    wording = Wording(lang, resources_folder())
    with path.open("wb") as stream:
        named = title() if asked is None else title(asked)
        assert write_listing(events, named, wording, stream, paper=paper) == len(events)
    return path


def many(number: int) -> list[Event]:
    return [
        Event(
            id=f"e.{n}",
            text=f"Account number {n} of what was done. " * 6,
            sources=[Source(number=n, url=f"https://example.org/{n}")],
        )
        for n in range(1, number + 1)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_account_and_every_link_comes_back_whole(
    tmp_path: Path, lang: str, paper: Paper
) -> None:
    path = written(EVENTS, tmp_path / "list.pdf", lang, paper)
    text = joined(body_text(path))
    for event in EVENTS:
        assert joined(event.text) in text
        assert all(source.url is None or source.url in text for source in event.sources)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    assert not re.search(r"\bno\s+(yes|no)\s+(yes|no)\b", run("pdffonts", path))
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", path))
    assert size is not None
    assert float(size[2]) == pytest.approx({"A4": 841.9, "Letter": 792}[paper], abs=0.2)


def test_links_lead_where_they_say(tmp_path: Path) -> None:
    said = objects(written(EVENTS, tmp_path / "list.pdf"))
    targets = set(re.findall(r'"/URI": "u:([^"]+)"', said))
    assert "https://example.org/one" in targets
    assert any(target.startswith("https://example.org/a-long-path/") for target in targets)
    assert len(LONG_LINK) > 300


def test_it_says_what_was_asked_how_many_and_from_what(tmp_path: Path) -> None:
    path = written(EVENTS, tmp_path / "list.pdf", asked="Found: “Алматы” & <b>")
    text = run("pdftotext", "-layout", "-enc", "UTF-8", path, "-")
    assert text.count("Found: “Алматы” & <b>") >= 2  # at the head of the page, and as its title
    assert "3 events" in text
    edition = people.archive().edition
    assert edition.digest in joined(text)
    assert "neither these nor their sources were verified" in " ".join(text.split())
    assert "Found: “Алматы” & <b>" in run("pdfinfo", path)


def test_every_page_has_its_number_and_none_is_empty(tmp_path: Path) -> None:
    events = many(60)
    path = written(events, tmp_path / "list.pdf")
    pages = run("pdftotext", "-layout", path, "-").split("\f")[:-1]
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in page
        assert "Account number" in page
    numbers = [int(n) for n in re.findall(r"Account number (\d+) ", body_text(path))]
    assert list(dict.fromkeys(numbers)) == list(range(1, 61))


def test_an_event_that_is_longer_than_a_page_loses_no_word(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(3_000))
    path = written([Event(id="e", text=words), EVENTS[0]], tmp_path / "list.pdf")
    assert joined(words) in joined(body_text(path))


def test_an_empty_list_is_a_page(tmp_path: Path) -> None:
    assert "0 events" in run("pdftotext", written([], tmp_path / "list.pdf"), "-")


def test_hostile_text_is_text(tmp_path: Path) -> None:
    event = Event(
        id="e<b>", text=HOSTILE, title=HOSTILE, place=HOSTILE, note=HOSTILE, report=HOSTILE,
        organisations=[HOSTILE], people=[people.named("p", HOSTILE)],
        sources=[Source(number=1, url="https://e.org/<b>&\"'", note=HOSTILE)],
    )  # fmt: skip
    path = written([event], tmp_path / "list.pdf", asked=HOSTILE)
    text = joined(body_text(path))
    assert text.count(joined("<para><b>bold</b>&]]>[x](http://evil)`code`")) >= 4
    assert "[U+202EU+0007]" in text
    assert "http://evil" not in " ".join(re.findall(r'"/URI": "[^"]*"', objects(path)))


def test_same_events_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (written(many(40), tmp_path / f"{n}.pdf").read_bytes() for n in "ab")
    assert first == second


def test_it_stops_at_any_event_and_at_any_page() -> None:
    class Stopped(Exception):
        pass

    def some(number: int) -> Iterator[Event]:
        yield from many(number)
        raise Stopped

    wording = Wording("en", resources_folder())
    with pytest.raises(Stopped):
        write_listing(some(3), title(), wording, io.BytesIO())
    pages = 0

    def go_on() -> None:
        nonlocal pages
        pages += 1
        if pages == 4:
            raise Stopped

    with pytest.raises(Stopped):
        write_listing(many(60), title(), wording, io.BytesIO(), go_on=go_on)
    assert pages == 4
    # The fonts are free again for the next paper.
    assert write_listing(many(1), title(), wording, io.BytesIO()) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_has_it_all_and_no_markup_of_others(lang: str) -> None:
    hostile = msgspec.structs.replace(EVENTS[0], text=HOSTILE, title=HOSTILE)
    stream = io.BytesIO()
    wording = Wording(lang, resources_folder())
    assert write_markdown([*EVENTS, hostile], title(HOSTILE), wording, stream) == 4
    text = stream.getvalue().decode()
    assert f"<{EVENTS[0].sources[0].url}>" in text
    assert text.count("\n## ") == 4
    assert "[x](http" not in text
    assert "<b>" not in text
    assert not re.search(r"(?<!\\)\*a\*", text)
