"""What was typed, understood; and nothing that can be typed is an error."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhylnama.archive.query import (
    DEEPEST,
    FIELDS,
    MOST_TERMS,
    All,
    Field,
    Named,
    Near,
    Node,
    Not,
    OneOf,
    Words,
    read_query,
)
from zhylnama.archive.tree import name_in

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("", None),
        ("  \n ", None),
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a OR b", OneOf((A, B))),
        ("a b OR c", OneOf((All((A, B)), C))),
        ("a (b OR c)", All((A, OneOf((B, C))))),
        ("a NOT b", All((A, Not(B)))),
        ("a -b", All((A, Not(B)))),
        ("-a", Not(A)),
        ("NOT -a", A),
        ("-(a b)", Not(All((A, B)))),
        ("and or not", All((Words("and"), Words("or"), Words("not")))),
        ('"a b"', Words("a b", phrase=True)),
        ("«a b»", Words("a b", phrase=True)),
        ("„a b“", Words("a b", phrase=True)),
        ("“a b”", Words("a b", phrase=True)),
        ('"a “b” c"', Words("a “b” c", phrase=True)),
        ('“a "b" c”', Words('a "b" c', phrase=True)),
        ('"a b”', Words("a b", phrase=True)),
        ("a*", Words("a*", prefix=True)),
        ('"a b"*', Words("a b", phrase=True, prefix=True)),
        ("=a", Words("a", exact=True)),
        ('"=a b"', Words("a b", phrase=True, exact=True)),
        ('"a b"~5', Near("a b", 5)),
        ('"a b"~99999999999999999999', Near("a b", 999_999)),
        ("person:a", Field("person", A)),
        ("PERSON:a", Field("person", A)),
        ('person:"a b" c', All((Field("person", Words("a b", phrase=True)), C))),
        ("-person:a", Not(Field("person", A))),
        ("date:>2021-12-20", Field("date", Words(">2021-12-20"))),
        ("date:2021-12-01..2021-12-05", Field("date", Words("2021-12-01..2021-12-05"))),
        ("law:488.6", Field("law", Words("488.6"))),
        ("person: a b", All((Field("person", A), B))),
        ("Место:a", Field("place", A)),
        ("адам:a", Field("person", A)),
        ("kind:(a OR b) c", All((OneOf((Field("kind", A), Field("kind", B))), C))),
        ("-kind:(a b)", Not(All((Field("kind", A), Field("kind", B))))),
        ("text:(a -kind:b)", All((Field("text", A), Not(Field("kind", B))))),
        ("a ИЛИ b", OneOf((A, B))),
        ("a НЕМЕСЕ b", OneOf((A, B))),
        ("a НЕ b", All((A, Not(B)))),
        ("a И b", All((A, B))),
        ("a или b", All((A, Words("или"), B))),
        ("−a", Not(A)),
        ("–a", Not(A)),
        ("a – b", All((A, Words("–"), B))),
        ("（a　ＯＲ b）", All((A, Words("ＯＲ"), B))),
        ("＂a b＂～5", Near("a b", 5)),
        ("kind：a", Field("kind", A)),
        ("A. Mubarakov", Named(Words("A."), after=Words("Mubarakov"))),
        ("Мубараков А.М.", Named(Words("А.М."), before=Words("Мубараков"))),
        ("А. М. Мубараков", Named(Words("А. М."), after=Words("Мубараков"))),
        ("a A b", Named(Words("A"), before=A, after=B)),
        ('"A. Mubarakov"', Words("A. Mubarakov", phrase=True)),
        ("-A. b", All((Not(Words("A.")), B))),
        ("person:A.", Field("person", Words("A."))),
        ("https://a.b/c", Words("https://a.b/c", phrase=True)),
        ("7:30", Words("7:30")),
        ("Nur-Sultan", Words("Nur-Sultan")),
    ],
)
def test_the_language(typed: str, root: Node | None) -> None:
    query = read_query(typed)
    assert query.root == root
    assert query.reading is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("(a", ["a"]),
        ("a)", ["a"]),
        ('"a', ["a"]),
        ("a AND", ["a"]),
        ("AND a", ["a"]),
        ("a OR", ["a"]),
        ("OR", ["OR"]),
        ("NOT", ["NOT"]),
        ("a NOT OR b", ["a", "b"]),
        ("(a OR", ["a"]),
        ("person:", ["person:"]),
        ("()", ["()"]),
        ("plcae:Almaty", ["plcae:Almaty"]),
        ("(" * 99 + "a" + ")" * 99, ["a"]),
    ],
)
def test_what_is_no_query_is_searched_for_as_words_and_says_so(
    typed: str, words: list[str]
) -> None:
    query = read_query(typed)
    found = query.root.parts if isinstance(query.root, All) else (query.root,)
    assert [part.text for part in found if isinstance(part, Words)] == words
    assert query.reading is not None
    assert "read as plain" in query.reading


@pytest.mark.parametrize(
    ("typed", "read", "like"),
    [
        ('person:"a', 'person:"a"', None),
        ("person:(a", "person:(a)", None),
        ("person:( a", "person:( a)", None),
        ("person:a OR", "person:a", None),
        ("OR person:a", "person:a", None),
        ("person:a AND AND b", "person:a AND  b", None),
        ("person:a НЕ", "person:a", None),
        ("b) person:a", "b person:a", None),
        ('person:"a place:b', 'person:"a" place:b', None),
        ('kind:("a b" OR "c', 'kind:("a b" OR "c")', None),
        ("(person:a (", "(person:a)", "person:a"),
        ("person:() b place:a", "b place:a", None),
        ("person:«a", "person:«a»", 'person:"a"'),
        ("a person:", "a", None),
        ("a OR kind:", "a", None),
    ],
)
def test_a_slip_in_the_signs_loses_no_field(typed: str, read: str, like: str | None) -> None:
    query = read_query(typed)
    assert query.root == read_query(like or read).root
    assert read_query(like or read).reading is None
    assert query.reading is not None
    assert query.reading.endswith(f": read as “{read}”")


def test_a_long_mended_query_is_shown_in_part() -> None:
    reading = read_query("person:" + "a" * 100 + " OR").reading
    assert reading is not None
    assert reading.endswith("…”")
    assert len(reading) < 150


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Касымжомарт Токаев", "Касымжомарт Токаев"),
        ("Мубараков А.", "Мубараков А."),
        ('"Max Bokayev"', "Max Bokayev"),
        ("Kassym-Jomart", "Kassym-Jomart"),
        ("Мамай", None),
        ("a b c d e f", None),
        ("Мамай OR Бокаев", None),
        ("Мамай kind:fine", None),
        ("Мам* Бокаев", None),
        ("=Max Bokayev", None),
        ("", None),
    ],
)
def test_a_query_of_a_few_plain_words_may_be_a_name(typed: str, name: str | None) -> None:
    assert name_in(read_query(typed).root) == name


@pytest.mark.parametrize("joined", [" ", " OR ", " AND "])
def test_too_many_words_are_told(joined: str) -> None:
    words = [f"w{n}" for n in range(MOST_TERMS + 10)]
    query = read_query(joined.join(words))
    assert isinstance(query.root, OneOf if "OR" in joined else All)
    assert query.root.parts == tuple(map(Words, words[:MOST_TERMS]))
    assert query.reading == f"only the first {MOST_TERMS} words were searched for"


def depth(node: Node | None) -> int:
    """Return how deep a tree is."""
    match node:
        case All(parts) | OneOf(parts):
            return 1 + max(map(depth, parts))
        case Not(part):
            return 1 + depth(part)
        case Named():
            return 1
        case _:
            return 1


pieces = st.sampled_from(
    [*"()\"“”„«»-=*~:. \t", " AND ", " OR ", " NOT ", "..", ">", "2021-12-16", "Мамай", "Mamay",
     "A.", " ИЛИ ", " НЕ ", "＂", "－",
     "\x00", "\ud800", "\ue000", "ё", "🙂", "~5", "a*", '""', "  "]
    + [f"{field}:" for field in FIELDS]
)  # fmt: skip
any_query = st.text(max_size=60) | st.lists(pieces, max_size=25).map("".join)


@given(typed=any_query)
@example("-" * 5_000)
@example("(" * 5_000)
@example("a OR " * 2_000)
@example("NOT " * 2_000)
@example('"' * 4_001)
@example("person:" * 700)
@example("person:(" * 500)
@example("person:a " + "(OR " * 900)
@example("person:a " + "(" * 1_900 + ")" * 1_900)
@example('person:"a ' * 400)
@settings(max_examples=400)
def test_nothing_typed_is_an_error(typed: str) -> None:
    query = read_query(typed)
    assert depth(query.root) <= 3 * DEEPEST


words_typed = st.lists(
    st.sampled_from(["rally", "ИЛИ", "НЕ", "И", "OR", "NOT", "не", "A", "15", "Ж", "ORal", "ёӘ"]),
    min_size=1,
    max_size=70,
).map(" ".join)


@given(typed=words_typed)
def test_plain_words_are_read_as_the_language_reads_them(typed: str) -> None:
    # A blank at the end means nothing, and takes the text to the parser.
    assert read_query(typed) == read_query(f"{typed} ")
