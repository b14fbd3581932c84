"""What is decided in a review holds, can be taken back, and survives a program that is killed."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.small_report import LINE, LOOKUP, REPORT, REPORT_WITH_MORE, small_basis

from zhylnama.failure import BadInput, SystemRefused
from zhylnama.files import resources_folder
from zhylnama.reading.reviewing import journal, persons
from zhylnama.reading.reviewing.basis import Stopped, read_basis
from zhylnama.reading.reviewing.join import join_events
from zhylnama.reading.reviewing.operations import (
    Accept,
    Basis,
    Edit,
    Join,
    LeaveOut,
    Meant,
    NewPerson,
    NotMeant,
    NotSame,
    Operation,
    Reopen,
    Same,
    Split,
    TakeIn,
    Undo,
)
from zhylnama.reading.reviewing.review import Review
from zhylnama.reading.reviewing.reviewed import write_reviewed
from zhylnama.record.event import (
    Appearance,
    Event,
    LawReference,
    Person,
    Sanction,
    contradictions,
)
from zhylnama.record.file import read_records

FIRST, PICKET, NOWHERE, FINE = "2022-03-02.1", "2022-03-03.1", "2022-03-05.1", "2022-03-07.1"


def _read_once() -> Basis:
    with tempfile.TemporaryDirectory() as folder:
        return small_basis(Path(folder))


BASIS = _read_once()


@pytest.fixture
def review() -> Review:
    return Review(BASIS)


def test_uncertain_entries_come_first_and_keep_their_place(review: Review) -> None:
    order = [entry.key for entry in review.in_order()]
    assert order == [PICKET, NOWHERE, FIRST, FINE]
    review.do(Accept(PICKET))
    assert [entry.key for entry in review.in_order()] == order
    assert [entry.key for entry in review.doubtful()] == [NOWHERE]
    assert review.decided() == 1


def test_accepting_settles_what_was_uncertain_and_keeps_who_may_be_meant(review: Review) -> None:
    review.do(Accept(PICKET))
    assert review.entry(PICKET).event.uncertain == []
    assert review.entry(PICKET).told
    (person,) = [p for p in review.new_people() if p.id == "serikova-a"]
    assert person.may_be == ["serikova-aigul"]


def test_an_edit_settles_the_doubts_of_its_field_only(review: Review) -> None:
    review.do(Edit(NOWHERE, {"kinds": ["detention", "court-ruling"]}))
    assert review.entry(NOWHERE).doubtful
    review.do(Edit(NOWHERE, {"place": "Kulsary"}))
    entry = review.entry(NOWHERE)
    assert entry.event.place == "Kulsary"
    assert not entry.doubtful
    assert entry.edited == ("kinds", "place")


def test_an_edit_that_no_record_can_hold_changes_nothing(review: Review) -> None:
    before = review.entries
    for changes in ({"date": "soon"}, {"id": "x"}, {"people": [{"name": "A"}]}, {"text": ""}):
        with pytest.raises(BadInput):
            review.do(Edit(FIRST, changes))
    with pytest.raises(BadInput):
        review.do(Accept("nothing"))
    assert review.entries == before
    assert not review.can_undo


def test_a_contradiction_is_not_accepted(review: Review) -> None:
    review.do(Edit(FIRST, {"people": []}))
    assert review.entry(FIRST).doubtful
    with pytest.raises(BadInput, match="not among the people"):
        review.do(Accept(FIRST))
    review.do(Edit(FIRST, {"sanctions": []}))
    review.do(Accept(FIRST))
    assert review.entry(FIRST).state == "accepted"


def test_an_event_is_split_and_no_sanction_is_doubled(review: Review) -> None:
    text = review.entry(FINE).event.text
    review.do(Split(FINE, text.index("Later")))
    first, second = (e for e in review.entries if e.event.paragraph == 4)
    assert (first.event.text + " " + second.event.text) == text
    assert second.event.text.startswith("Later")
    assert len(first.event.sanctions) == 1
    assert second.event.sanctions == []
    assert [one.name for one in first.event.people] == ["Botagoz Nurlanova"]
    assert second.event.people == []
    assert first.doubtful
    assert second.doubtful
    assert first.event.id != second.event.id
    for piece in first.pieces:
        assert first.event.text[piece.start : piece.end] == text[piece.start : piece.end]
    assert not contradictions(first.event)
    assert not contradictions(second.event)
    review.undo()
    assert review.entry(FINE).event.text == text


def test_two_events_are_joined_and_parted_again(tmp_path: Path) -> None:
    review = Review(small_basis(tmp_path, REPORT_WITH_MORE))
    before = review.entries
    review.do(Join(FIRST, PICKET))
    entry = review.entry(FIRST)
    one, other = (e.event for e in before[:2])
    assert entry.event.text == f"{one.text} {other.text}"
    assert [e.key for e in review.entries] == [FIRST, NOWHERE, FINE]
    assert [p.person for p in entry.event.people] == [
        p.person for p in (*one.people, *other.people)
    ]
    assert entry.event.sanctions == one.sanctions
    assert [s.number for s in entry.event.sources] == [1, 2]
    assert not contradictions(entry.event)
    assert entry.doubtful
    for was, event in ((before[0], one), (before[1], other)):
        for piece in was.pieces:
            shown = event.text[piece.start : piece.end]
            assert shown in [entry.event.text[p.start : p.end] for p in entry.pieces]
    # An article that held for all of one half does not come to hold for those of the other.
    picket = {p.person for p in other.people}
    assert not picket & {law.person for law in entry.event.law}
    assert None not in {law.person for law in entry.event.law} or one.law == entry.event.law
    with pytest.raises(BadInput, match="itself"):
        review.do(Join(FIRST, FIRST))
    with pytest.raises(BadInput, match="no entry"):
        review.do(Join(FIRST, PICKET))
    review.undo()
    assert review.entries == before


def test_what_was_taken_in_and_joined_is_not_offered_again(tmp_path: Path) -> None:
    review = Review(small_basis(tmp_path, REPORT_WITH_MORE))
    at = next(at for at, part in review.spare() if part.text == LINE)
    review.do(TakeIn(at))
    review.do(Join(NOWHERE, review.entries[-1].key))
    assert review.entry(NOWHERE).event.text.endswith(LINE)
    assert at not in dict(review.spare())
    assert LINE not in [part.text for part, _ in review.left_out()]
    review.do(Split(NOWHERE, review.entry(NOWHERE).event.text.index(LINE)))
    assert at not in dict(review.spare())


def test_an_article_of_one_half_holds_for_its_people() -> None:
    def half(person: str, article: str, kind: str) -> Event:
        return Event(
            id=person,
            text=f"{person} was punished.",
            kinds=[kind],
            people=[Appearance(person=person, name=person, role="targeted")],
            law=[LawReference(code="AOC", article=article)],
        )

    joined, _ = join_events(half("a", "488", "fine"), half("b", "434", "arrest"), (), ())
    assert [(law.article, law.person) for law in joined.law] == [("488", "a"), ("434", "b")]
    assert [(one.person, one.kinds) for one in joined.people] == [
        ("a", ["fine"]),
        ("b", ["arrest"]),
    ]
    same, _ = join_events(half("a", "488", "fine"), half("a", "434", "arrest"), (), ())
    assert [law.person for law in same.law] == [None, None]
    assert [(one.person, one.kinds) for one in same.people] == [("a", None)]


def test_a_cut_at_the_edge_is_refused(review: Review) -> None:
    for at in (0, len(review.entry(FINE).event.text)):
        with pytest.raises(BadInput, match="between two words"):
            review.do(Split(FINE, at))


def test_left_out_needs_a_reason_and_is_listed(review: Review) -> None:
    with pytest.raises(BadInput, match="why"):
        review.do(LeaveOut(PICKET, "  "))
    review.do(LeaveOut(PICKET, "told twice"))
    assert PICKET not in [event.id for event in review.taken()]
    assert [part.reason for part, _ in review.left_out()] == ["told twice"]
    # Whom only this event named goes with it.
    assert "omarov-daniyar" not in [person.id for person in review.new_people()]
    review.do(Reopen(PICKET))
    assert review.entry(PICKET).event.uncertain == list(review.entry(PICKET).told)


def test_what_the_reading_left_out_is_taken_in(tmp_path: Path) -> None:
    review = Review(small_basis(tmp_path, REPORT_WITH_MORE))
    texts = {part.text: at for at, part in review.spare()}
    assert set(texts) == {"Home · News", LINE, "Share this"}
    # A note that nothing refers to is listed, and is no event.
    assert "[9] https://example.org/nine" in [part.text for part, _ in review.left_out()]
    before = [event.id for event in review.taken()]
    review.do(TakeIn(texts[LINE]))
    entry = review.entries[-1]
    assert entry.event.text == LINE
    assert [one.person for one in entry.event.people] == ["kasymov-timur"]
    assert entry.state == "open"
    assert "date: the paragraph names no date" in entry.event.uncertain
    assert [event.id for event in review.taken()] == [*before, entry.event.id]
    assert LINE not in [part.text for part, _ in review.left_out()]
    for part in (texts[LINE], 999):
        with pytest.raises(BadInput, match="no part"):
            review.do(TakeIn(part))
    review.do(LeaveOut(entry.key, "known already"))
    assert "known already" in [part.reason for part, _ in review.left_out()]
    review.undo()
    review.undo()
    assert [event.id for event in review.taken()] == before


def test_what_was_taken_in_survives(tmp_path: Path) -> None:
    review, kept = journal.begin(small_basis(tmp_path, REPORT_WITH_MORE), tmp_path)
    review.do(TakeIn(next(at for at, part in review.spare() if part.text == LINE)))
    kept.close()
    again, kept = journal.resume(kept.path)
    kept.close()
    assert again.entries == review.entries


def test_a_split_gives_each_half_its_sources(tmp_path: Path) -> None:
    review = Review(small_basis(tmp_path, REPORT.replace("20 MCI under", "20 MCI[2] under")))
    cut = review.entry(FINE).event.text.index("Later")
    review.do(Split(FINE, cut))
    first, second = (e for e in review.entries if e.event.paragraph == 4)
    assert [source.number for source in first.event.sources] == [2]
    assert [source.number for source in second.event.sources] == [4]


def test_the_same_person_takes_the_known_id_everywhere(review: Review) -> None:
    (question,) = review.questions(PICKET)
    assert (question.person, question.other) == ("serikova-a", "serikova-aigul")
    assert question.other_name == "Serikova Aigul"
    assert question.why == "an initial stands for a name"
    review.do(Same("serikova-a", "serikova-aigul"))
    event = review.entry(PICKET).event
    assert [one.person for one in event.people] == ["serikova-aigul", "omarov-daniyar"]
    assert event.people[0].name == "A. Serikova"
    assert event.uncertain == []
    assert review.questions(PICKET) == []
    assert "serikova-a" not in [person.id for person in review.new_people()]
    assert {p.who for p in review.entry(PICKET).pieces} >= {"serikova-aigul"}


@pytest.mark.parametrize(
    "operation", [NotSame("serikova-a", "serikova-aigul"), NewPerson("serikova-a")]
)
def test_not_the_same_person_stays_apart(review: Review, operation: Operation) -> None:
    review.do(operation)
    assert review.entry(PICKET).event.people[0].person == "serikova-a"
    assert review.entry(PICKET).event.uncertain == []
    (person,) = [p for p in review.new_people() if p.id == "serikova-a"]
    assert person.may_be == []


BEKOVA = REPORT.replace("Aigul Serikova", "N. Bekova").replace("Daniyar Omarov", "N. Bekova")


def test_a_name_taken_for_somebody_can_be_somebody_new(tmp_path: Path) -> None:
    review = Review(small_basis(tmp_path, BEKOVA))
    (question,) = review.questions(FIRST)
    assert (question.person, question.other) == ("bekova-nurgul", "bekova-nurgul")
    assert (question.name, question.other_name) == ("N. Bekova", "Bekova Nurgul")
    new = Person(id="bekova-n", surname="Bekova", spellings=["N. Bekova"])
    review.do(NotMeant("bekova-nurgul", "N. Bekova", new))
    first, picket = review.entry(FIRST).event, review.entry(PICKET).event
    assert [one.person for one in first.people] == ["bekova-n"]
    assert [one.person for one in first.sanctions] == ["bekova-n"]
    assert "bekova-n" in [one.person for one in picket.people]
    assert review.questions(FIRST) == []
    assert first.uncertain == []
    assert {p.who for p in review.entry(FIRST).pieces if p.what == "person"} == {"bekova-n"}
    assert "bekova-n" in [person.id for person in review.new_people()]
    with pytest.raises(BadInput, match="not named"):
        review.do(Meant("bekova-nurgul", "N. Bekova"))
    review.do(Accept(FIRST))
    review.do(Reopen(FIRST))
    assert review.entry(FIRST).event.uncertain == []


def test_a_name_rightly_taken_is_asked_once(tmp_path: Path) -> None:
    review = Review(small_basis(tmp_path, BEKOVA))
    # A mended role answers nothing.
    people = msgspec.to_builtins(review.entry(FIRST).event.people)
    review.do(Edit(FIRST, {"people": [people[0] | {"role": "other"}]}))
    assert len(review.questions(FIRST)) == 1
    review.do(Meant("bekova-nurgul", "N. Bekova"))
    for key in (FIRST, PICKET):
        assert not [q for q in review.questions(key) if q.name == "N. Bekova"]
        assert "bekova-nurgul" in [one.person for one in review.entry(key).event.people]
    assert review.entry(FIRST).event.uncertain == []
    review.undo()
    assert len(review.questions(FIRST)) == 1


def test_a_sanction_between_two_people_of_one_name_is_looked_at() -> None:
    both = [
        Appearance(person="bekova-nurgul", name=name, role="targeted")
        for name in ("N. Bekova", "Nurgul Bekova")
    ]
    sanctions = [Sanction(person="bekova-nurgul", kind="arrest", days=5)]
    event = Event(id="x", text="x", people=both, sanctions=sanctions)
    made = persons.parted(event, "bekova-nurgul", "N. Bekova", "bekova-n")
    assert [one.person for one in made.people] == ["bekova-n", "bekova-nurgul"]
    assert made.uncertain == ["sanctions: it is not clear whose this is"]


def test_a_mended_name_does_not_answer_who_it_is(review: Review) -> None:
    people = msgspec.to_builtins(review.entry(PICKET).event.people)
    people[1]["name"] = "Daniar Omarov"
    review.do(Edit(PICKET, {"people": people}))
    assert review.entry(PICKET).doubtful
    assert len(review.questions(PICKET)) == 1


@given(st.lists(st.integers(0, 11), max_size=12))
def test_undo_takes_back_every_step(steps: list[int]) -> None:
    review = Review(BASIS)
    before = (review.entries, list(review.new_people()))
    done = 0
    for step in steps:
        try:
            review.do(EVERY[step])
            done += 1
        except BadInput:
            pass
    for _ in range(done):
        review.undo()
    assert (review.entries, list(review.new_people())) == before
    assert not review.can_undo


EVERY: list[Operation] = [
    Accept(FIRST), Accept(PICKET), Edit(FIRST, {"place": None}), Edit(PICKET, {"people": []}),
    Split(FINE, 124), Split(FIRST, 22), LeaveOut(NOWHERE, "no"), Reopen(FIRST),
    Same("serikova-a", "serikova-aigul"), NotSame("serikova-a", "serikova-aigul"),
    NewPerson("omarov-daniyar"), LeaveOut(PICKET, "no"),
]  # fmt: skip


@given(st.lists(st.integers(0, 12), max_size=10), st.integers(0, 200))
def test_a_journal_cut_anywhere_gives_the_decisions_before(steps: list[int], cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        review, kept = journal.begin(BASIS, Path(folder))
        head = kept.path.stat().st_size
        states = [(head, review.entries)]
        for step in steps:
            try:
                review.do(Undo() if step == 12 else EVERY[step])
            except BadInput:
                continue
            states.append((kept.path.stat().st_size, review.entries))
        kept.close()
        size = max(head, kept.path.stat().st_size - cut)
        os.truncate(kept.path, size)
        resumed, again = journal.resume(kept.path)
        assert resumed.entries == [s for at, s in states if at <= size][-1]
        # What follows is written after the last whole decision.
        resumed.do(LeaveOut(FIRST, "once more"))
        again.close()
        third, last = journal.resume(kept.path)
        assert third.entries == resumed.entries
        last.remove()
        assert list(Path(folder).iterdir()) == []


def test_the_file_is_for_nobody_else(tmp_path: Path) -> None:
    _, kept = journal.begin(BASIS, tmp_path / "reviews")
    kept.close()
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert kept.path.parent.stat().st_mode & 0o777 == 0o700
    (waiting,) = journal.unfinished(kept.path.parent)
    assert (waiting.period, waiting.decided, waiting.entries) == ("2022-03", 0, 4)


def test_what_cannot_be_written_down_does_not_hold(tmp_path: Path) -> None:
    review, kept = journal.begin(BASIS, tmp_path)
    kept.close()

    def refuse(operation: Operation) -> None:
        raise SystemRefused("no space left on device")

    review.keep_with(refuse)
    with pytest.raises(SystemRefused):
        review.do(Accept(FIRST))
    assert review.entry(FIRST).state == "open"
    assert not review.can_undo


def test_one_review_is_open_once(tmp_path: Path) -> None:
    _, kept = journal.begin(BASIS, tmp_path)
    with pytest.raises(SystemRefused, match="open in another window"):
        journal.resume(kept.path)
    kept.close()
    _, again = journal.resume(kept.path)
    again.close()


def test_another_file_is_no_review(tmp_path: Path) -> None:
    path = tmp_path / "x.review"
    for content in (b"", b"{}\n", b"\x00\xff"):
        path.write_bytes(content)
        with pytest.raises(BadInput, match="not a review"):
            journal.resume(path)
    assert journal.unfinished(tmp_path) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from zhylnama.reading.reviewing import journal
from zhylnama.reading.reviewing.operations import Accept
review, kept = journal.resume(Path(sys.argv[1]))
for entry in review.in_order():
    review.do(Accept(entry.key))
    print(entry.key, flush=True)
    if review.decided() == 2:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_loses_no_decision(tmp_path: Path) -> None:
    _, kept = journal.begin(BASIS, tmp_path)
    kept.close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(kept.path)],
        capture_output=True, text=True, check=False, timeout=60,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    review, again = journal.resume(kept.path)
    again.close()
    said = killed.stdout.split()
    assert [entry.key for entry in review.entries if entry.state == "accepted"] == sorted(said)
    assert len(said) == 2


def test_a_report_without_events_is_not_read_to_its_end_for_nobody(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("A line of the page\n" * 50, "utf-8")
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 10

    with pytest.raises(Stopped):
        read_basis(path, resources=resources_folder(), lookup=LOOKUP, archive_digest="", stop=stop)
    assert asked == 11


def test_the_draft_says_what_is_still_uncertain_and_what_was_left_out(review: Review) -> None:
    review.do(Accept(NOWHERE))
    review.do(LeaveOut(FINE, "not of this month"))
    stream = io.BytesIO()
    assert write_reviewed(review, stream) == 3
    text = stream.getvalue().decode()
    tables = tomllib.loads(text)
    assert [e["id"] for e in tables["event"] if e.get("uncertain")] == [PICKET]
    assert {p["id"] for p in tables["person"]} == {"serikova-a", "omarov-daniyar", "kasymov-timur"}
    assert "# Left out of march.txt: On March 7" in text
    assert "not of this month" in text


def test_what_a_draft_left_out_is_taken_in_by_taking_off_its_marks(tmp_path: Path) -> None:
    review = Review(small_basis(tmp_path, REPORT_WITH_MORE))
    review.do(LeaveOut(FIRST, "to be checked"))
    stream = io.BytesIO()
    write_reviewed(review, stream)
    path = tmp_path / "draft.toml"
    path.write_bytes(stream.getvalue().replace(b"#~ ", b""))
    records = list(read_records(path))
    everything = [*review.taken(), *(event for _, events in review.left_out() for event in events)]
    assert [r for r in records if isinstance(r, Event)] == everything
    named = {one.person for event in everything for one in event.people}
    people = [record.id for record in records if isinstance(record, Person)]
    assert len(people) == len(set(people))
    assert set(people) == named - {"serikova-aigul"}
