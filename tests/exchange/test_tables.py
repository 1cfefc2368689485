"""Tables and text of a portfolio: for spreadsheets and for reading, with nothing in it that does anything."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from coachapp import exchange, i18n
from coachapp.domain import plain
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import KINDS, Action, Activity, Context, Goal, Placement, Portfolio, Team
from coachapp.domain.values import Cell, Hours, new_id
from coachapp.exchange import exports, formulas
from coachapp.exchange.exports import Form, Table
from coachapp.packs import sample
from tests.document.copies import of
from tests.portfolios import HOSTILE, empty, many, worst

NONE = exports.Source({}, lambda _digest, _told: False, lambda _digest, _name: iter(()))
FORMULAS = (
    *("=1+1", "+31 6", "-2x", "@SUM(A1)", '=HYPERLINK("http://x","y")', "'=1", "''-3", "=cmd|' /C calc'!A0"),
    *('"=1', "\u00a0=1", "\u200b=1", "\uff1d1+1", "\uff0b31", "\uff20x", "' \"+1", '=a;"b",c'),
)
CODES = ("_x0041_ en _x000D_", "_x005F_", "_x005F_x0041_", "a_x00e9_b", "_X0041_", "_x004_")


def _written(portfolio: Portfolio, ending: str, table: Table = Table.ACTIVITIES) -> bytes:
    out = io.BytesIO()
    exports.write(out, Form(ending, table), of(portfolio), NONE)
    return out.getvalue()


def _with(*titles: str, language: str = "nl") -> Portfolio:
    hours = Hours(Decimal("12.5"), "week")
    items = tuple(Activity(new_id(), title, title, hours=hours, period=title) for title in titles)
    actions = tuple(Action(new_id(), title, support=title) for title in titles)
    return replace(empty(language=language), activities=items, actions=actions)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("which", ["sample", "many", "formulas", "hostile"])
def test_our_own_import_reads_the_same_activities(
    language: str, ending: str, which: str, tmp_path: Path
) -> None:
    portfolio = {
        "sample": sample.portfolio(language),
        "many": replace(many(80), language=language),
        "formulas": _with(*FORMULAS, *CODES, language=language),
        "hostile": _with(*HOSTILE[:10], "Mentoraat\u2028x", language=language),
    }[which]
    path = tmp_path / f"list{ending}"
    path.write_bytes(_written(portfolio, ending))
    preview = exchange.understand(exchange.read(path), ())
    found = exchange.activities(preview, preview.ticked, portfolio.contexts)
    assert len(found) == len(portfolio.activities)
    for old, new in zip(portfolio.activities, found, strict=True):
        assert (new.title, new.hours, new.context_id) == (old.title, old.hours, old.context_id)
        assert (new.since, new.until) == (old.since, old.until)
        assert old.description in new.description


@pytest.mark.parametrize("text", [*FORMULAS, *CODES, *HOSTILE, "'t Is = zo", "'s Ochtends", "a=b", "'", ""])
def test_what_is_made_harmless_comes_back_as_it_was(text: str) -> None:
    assert formulas.unguarded(formulas.guarded(text)) == text


@pytest.mark.parametrize(
    "text", ["'t Is = zo", "'s Ochtends", "a=b", "'", "Mentoraat", "1 uur", '"Leren" = leuk']
)
def test_what_is_no_formula_is_left_alone(text: str) -> None:
    assert formulas.guarded(text) == text


@pytest.mark.parametrize("text", [*FORMULAS, "\tx", "\rx", "\nx", "\t=1", "  =1"])
def test_every_formula_is_made_harmless(text: str) -> None:
    assert formulas.guarded(text) == f"'{text}"


@pytest.mark.parametrize("table", list(Table))
def test_no_cell_of_a_csv_is_a_formula(table: Table) -> None:
    text = _written(_with(*FORMULAS, *HOSTILE), ".csv", table).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert "'=1+1" in cells
    assert [cell for cell in cells if formulas.is_formula(cell) and not cell.startswith("'")] == []
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.parametrize("table", list(Table))
def test_no_cell_of_a_workbook_is_a_formula(table: Table) -> None:
    cells = list(_cells(_with(*FORMULAS, *HOSTILE), table))
    assert "=1+1" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
    assert {cell.data_type for cell in cells if cell.value is None} <= {"n"}
    assert all(cell.quotePrefix for cell in cells if cell.value in FORMULAS)


def _cells(portfolio: Portfolio, table: Table) -> Iterator[Any]:
    book = load_workbook(io.BytesIO(_written(portfolio, ".xlsx", table)))
    return (cell for row in book.worksheets[0].iter_rows() for cell in row)


def test_what_spreadsheets_read_as_a_code_is_shown_as_it_was_typed() -> None:
    """Spreadsheets, as openpyxl's `unescape`, read `_x0041_` as A."""
    shown = [unescape(str(cell.value)) for cell in _cells(_with(*CODES), Table.ACTIVITIES)]
    assert set(CODES) <= set(shown)


def test_a_code_of_another_program_is_read_as_its_sign(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["Activiteit"])
    sheet.append(["Privé_x0020_werk"])
    book.save(tmp_path / "a.xlsx")
    table = exchange.read(tmp_path / "a.xlsx")
    assert table.lines[-1].cells == ("Privé werk",)


def _rows(portfolio: Portfolio, table: Table) -> list[dict[str, str]]:
    text = _written(portfolio, ".csv", table).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def _one_of_each() -> Portfolio:
    """An activity with two cards, one beside the board, and an action."""
    context, team, goal = Context(new_id(), "De Oever"), Team(new_id(), "Team 1"), Goal(new_id(), "Doel")
    profiles, seen = ("form-tutor", "peer-coach"), ("colleagues", "leader")
    work = Activity(
        *(
            new_id(),
            "Mentoraat",
            "Wat",
            "",
            context.id,
            team.id,
            profiles,
            None,
            "informal",
            "2020",
            "2021-06",
        ),
    )
    first = Placement(
        *(new_id(), work.id, Cell("leren", "micro"), "done", "gives", seen, "lead", "2019", "2020-05"),
        *("starting", "Hierom", "2026-11-01"),
    )
    talk = Conversation(new_id(), "2026-11-26", question="Waar sta ik?")
    return replace(
        empty(),
        contexts=(context,),
        teams=(team,),
        goals=(goal,),
        activities=(work, Activity(new_id(), "Leeg")),
        placements=(first, Placement(new_id(), work.id, Cell("leren", "nano"))),
        conversations=(talk,),
        actions=(
            Action(
                *(new_id(), "Bellen", goal.id, "2027-01", ("teacher", "leader"), "Een uur", "formal"),
                *("steering", Hours(Decimal(4), "week"), "€ 5", "scholing", "requested", "done", "Het lukte"),
                talk.id,
            ),
        ),
    )


def test_the_table_of_activities_tells_all_of_each_and_of_its_cards() -> None:
    assert _rows(_one_of_each(), Table.ACTIVITIES)[0] == {
        "Activiteit": "Mentoraat",
        "Omschrijving": "Wat",
        "Uren per jaar": "",
        "Uren per week": "",
        "Periode": "",
        "Van": "2020",
        "Tot": "2021-06",
        "Werkplek": "De Oever",
        "Team": "Team 1",
        "Rolprofiel": "mentor, coach van collega's",
        "Formeel of informeel": "Informeel",
        "Op het bord": "Leerlingen helpen leren · Groep; Leerlingen helpen leren · Eén op één",
        "Status": "deed ik; doe ik nu",
        "Energie": "geeft energie; –",
        "Gezien": "door collega's, door leidinggevende; –",
        "Trekken of meedoen": "Trekken; –",
        "Fase": "startend; –",
        "Op die plek": "2019 – 2020-05; –",
        "Neergelegd op": "2026-11-01; –",
        "Waarom hier": "Hierom\n–",
    }


def test_the_table_of_actions_tells_all_of_each() -> None:
    (row,) = _rows(_one_of_each(), Table.ACTIONS)
    assert row == {
        "Actie": "Bellen",
        "Doel": "Doel",
        "Datum": "2027-01",
        "Door wie": "leraar, schoolleiding",
        "Steun": "Een uur",
        "Soort": "Formeel leren",
        "Loopbaancompetentie": "hoe stuur ik",
        "Uren": "4 uur per week",
        "Geld": "€ 5",
        "Bron": "scholing",
        "Gevraagd of toegezegd": "Gevraagd",
        "Wat eruit kwam": "Gedaan; Het lukte",
        "Gesprek": "Waar sta ik?",
    }


@pytest.mark.parametrize(
    ("kind", "table"),
    [("activities", Table.ACTIVITIES), ("placements", Table.ACTIVITIES), ("actions", Table.ACTIONS)],
)
def test_each_field_that_is_changed_changes_the_table(kind: str, table: Table) -> None:
    portfolio = _one_of_each()
    item, activities = getattr(portfolio, kind)[-1], portfolio.activities
    others = {
        "activity_id": activities[1].id,
        "context_id": portfolio.contexts[0].id,
        "team_id": portfolio.teams[0].id,
        "goal_id": "",
        "cell": Cell("leren", "meso"),
        "hours": Hours(Decimal(3)),
        "aside": "learning",
        "formality": "formal",
        "part": "take-part",
        "status": "leaving",
        "energy": "costs",
        "phase": "mastery",
        "profiles": ("researcher",),
        "recognition": ("students",),
        "actors": ("region",),
        "kind": "formal" if kind == "activities" else "collective",
        "competence": "motives",
        "granted": "agreed",
        "conversation_id": "",
    }
    if kind == "actions":
        others["status"] = "changed"
    for name in plain.hints(KINDS[kind]):
        changed = replace(item, **{name: others.get(name, "1999")})
        items = (*getattr(portfolio, kind)[:-1], changed)
        assert _rows(replace(portfolio, **{kind: items}), table) != _rows(portfolio, table), name


def test_a_csv_is_as_spreadsheets_of_its_language_expect() -> None:
    dutch, english = (_written(_with("Mentoraat", language=each), ".csv") for each in ("nl", "en"))
    assert dutch.startswith(b"\xef\xbb\xbfActiviteit;")
    assert english.startswith(b"\xef\xbb\xbfActivity,")
    assert b";12,5;" in dutch
    assert b",12.5," in english


def test_words_are_those_of_the_portfolio_whatever_the_screen_speaks() -> None:
    i18n.use("en")
    portfolio = sample.portfolio("nl")
    assert "Door wie" in _written(portfolio, ".csv", Table.ACTIONS).decode()
    assert "## Activiteiten" in _written(portfolio, ".md").decode()


def test_the_worst_portfolio_can_be_written_in_every_form() -> None:
    for ending in (".md", ".csv", ".xlsx", ".zip"):
        for table in Table:
            assert _written(worst(), ending, table)
