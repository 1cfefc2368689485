"""The text to read: all of it is there as it was typed, and nothing that was typed is markup.

What a reader sees is told by a real parser of Markdown.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coachapp.domain import edits, plain
from coachapp.domain.copies import Copy
from coachapp.domain.escaping import line, prose, within
from coachapp.domain.portfolio import (
    KINDS,
    Action,
    Activity,
    Agreement,
    Goal,
    Placement,
    Portfolio,
    Reflection,
    Variant,
)
from coachapp.domain.reader import Reader
from coachapp.domain.values import Cell, Stamp, new_id
from coachapp.exchange import exports
from coachapp.exchange.exports import Form
from coachapp.packs import sample
from tests.document.copies import kept, of, working_in
from tests.portfolios import HOSTILE, empty, worst

NONE = exports.Source({}, lambda _digest, _told: False, lambda _digest, _name: iter(()))
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKUP = (
    *(
        "# kop",
        "kop #",
        "- lijst",
        "+ lijst",
        "1. lijst",
        "12) lijst",
        "> citaat",
        "===",
        "---",
        "***",
        "___",
    ),
    *("*schuin*", "__vet__", "`code`", "```", "~~~", "~~weg~~", "[a](b)", "![a](b)", "[a]: b", "<b>", "<!--"),
    *(
        "&amp;",
        "&#65;",
        "\\",
        "a\\",
        "\\*a*",
        "a | b",
        "| --- |",
        "<https://a.b>",
        ": uitleg",
        "<?x?>",
        "<![CDATA[",
    ),
    *(
        "<script>alert(1)</script>",
        "{#id}",
        "$x$",
        "[^1]",
        "|",
        "\\|",
        "`|`",
        "- [ ] taak",
        "<div>",
        "--",
        "a_b_c",
    ),
)
OURS = {
    "heading",
    "paragraph",
    "bullet_list",
    "list_item",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "inline",
}


def written(copy: Copy) -> str:
    out = io.BytesIO()
    exports.write(out, Form(".md"), copy, NONE)
    return out.getvalue().decode()


def shown(tokens: list[Token]) -> Iterator[str]:
    """What is read of each block; raises AssertionError for anything that only typed markup can make."""
    for token in tokens:
        assert re.sub("_(open|close)$", "", token.type) in OURS, token
        if token.children is not None:
            yield "".join(map(_said, token.children))


def _said(token: Token) -> str:
    if token.type == "hardbreak":
        return "\n"
    assert token.type in ("text", "text_special", "strong_open", "strong_close", "em_open", "em_close"), token
    return token.content.replace("\xa0", " ")


def read(text: str) -> list[str]:
    return list(shown(READER.parse(text)))


@pytest.mark.parametrize("typed", [*MARKUP, *HOSTILE])
def test_a_line_is_read_as_it_was_typed(typed: str) -> None:
    plain_text = " ".join(typed.split())
    for context in ("{}", "- {}", "### {}", "een\n\n{}\n\ntwee"):
        assert plain_text in read(context.format(line(typed)))
    assert read(f"- Naam: {within(typed)}") == [f"Naam: {plain_text}"]
    assert plain_text in read(f"| a | b |\n| --- | --- |\n| {within(typed)} | c |")
    assert len(read(f"| a | b |\n| --- | --- |\n| {within(typed)} | c |")) == 4


@pytest.mark.parametrize(
    "typed", [*MARKUP, *("    " + one for one in MARKUP), "\tcode", "  twee", "      zes"]
)
def test_prose_is_read_as_it_was_typed_with_what_is_indented(typed: str) -> None:
    for text in (f"een\n{typed}\ntwee\n\n{typed}\ndrie", f"een\n\n{typed}\n\n\n{typed}", f"{typed}\n{typed}"):
        expected = re.sub(r"\n\s*\n", "\n\n", text.strip().expandtabs(4)).split("\n\n")
        assert read(prose(text)) == [part.rstrip() for part in expected]


@pytest.mark.parametrize("typed", ["$x$", "{#id}", "x^2^", "[^1]"])
def test_what_some_programs_take_for_more_is_escaped_too(typed: str) -> None:
    assert re.sub(r"\\[${}^\[\]#]", "", line(typed)) == re.sub(r"[${}^\[\]#]", "", typed)


def _hostile(texts: tuple[str, ...]) -> Portfolio:
    """These texts in every kind of field: on one line, and of several."""
    many = {text: f"{text}\n    {text}\n\n    {text}\n\t{text}" for text in texts}
    works = [Activity(new_id(), text, many[text], period=text) for text in texts]
    board = [Cell("leren", "micro"), Cell("leren", "nano")]
    return replace(
        empty(owner=texts[0]),
        question=texts[-1],
        activities=tuple(works),
        placements=tuple(
            Placement(new_id(), one.id, cell, why=many[one.title]) for one in works for cell in board
        ),
        goals=tuple(Goal(new_id(), text, why=many[text], specific=text) for text in texts[:3]),
        actions=tuple(Action(new_id(), text, support=text) for text in texts),
        agreements=tuple(Agreement(new_id(), text) for text in texts),
        reflections=tuple(Reflection(new_id(), many[text]) for text in texts),
    )


def test_nothing_typed_in_any_field_is_markup_and_all_of_it_is_read() -> None:
    portfolio = _hostile((*MARKUP, *HOSTILE[:12]))
    text = "\n".join(read(written(of(portfolio))))
    squeezed = " ".join(text.split())
    for kind in KINDS:
        for item in getattr(portfolio, kind):
            for name, hint in plain.hints(type(item)).items():
                if hint is str and name in (
                    "title",
                    "description",
                    "period",
                    "why",
                    "what",
                    "support",
                    "text",
                ):
                    assert " ".join(getattr(item, name).split()) in squeezed, (kind, name)


def test_what_was_chosen_for_a_reader_is_told_by_its_names() -> None:
    start = sample.portfolio("en")
    out = (start.activities[0].id, "goals", "support", "a goal that is gone")
    reader = Reader("coach", out, ("hours",), "Robin *R.*")
    told = read(written(of(replace(start, readers=(reader,), names=("Sanne Smit", "A. Bakker")))))
    assert f"What stays out: {start.activities[0].title}; Goals; Support" in told
    assert {"What more goes in: Hours", "Name in the plan: Robin *R.*"} <= set(told)
    assert "Names to look out for: Sanne Smit, A. Bakker" in told


def test_the_worst_portfolio_makes_no_markup_either() -> None:
    assert len(read(written(of(worst())))) > 1000


def test_all_is_told_also_what_is_beside_the_portfolio() -> None:
    portfolio = sample.portfolio("nl")
    owned = working_in(of(portfolio), "desk")
    gone = Reflection(new_id(), "Een inzicht\n\n    <script>")
    owned.document.apply("# Een stap", lambda p: replace(p, question="Wat wil ik?"))
    owned.document.apply("Erbij", edits.add(gone))
    owned.document.apply("Weg", edits.remove(Reflection, (gone.id,)))
    mine = portfolio.activities[0]
    other = Variant("activities", mine.id, "title", '"Een *andere* naam"', Stamp(9, "laptop"))
    copy = kept(owned)
    copy = replace(copy, portfolio=replace(copy.portfolio, variants=(other,)))
    text = "\n".join(read(written(copy)))
    typed = [portfolio.owner, "Wat wil ik?", "# Een stap", "niet versleuteld", "    <script>"]
    typed += [f"{mine.title}: Titel: Een *andere* naam"]
    typed += [one.title for one in (*portfolio.activities, *portfolio.goals)]
    typed += [one.why for one in portfolio.placements] + [one.what for one in portfolio.actions]
    typed += [one.text for one in (*portfolio.agreements, *portfolio.reflections)]
    assert [one for one in typed if one and one not in text] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_of_a_program_stands_in_it(language: str) -> None:
    text = written(of(sample.portfolio(language)))
    assert not re.search(r"[0-9a-f]{32}|\w_id\b|take-part|placements|leren/", text)
    assert "None" not in text
