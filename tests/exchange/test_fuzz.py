"""Whatever a list holds, it gives a preview or a plain message, and its activities can be made."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachapp.errors import CoachError
from coachapp.exchange import Role, activities, read, understand
from tests.exchange.lists import LISTS, xlsx

BYTES = [
    *((LISTS / name).read_bytes() for name in ("jaartaak-vo-cp1252.csv", "taken-mbo-hybride.csv")),
    xlsx(
        ["Jaartaak 2026-2027"], ["Taak", "Uren", "Periode"], ["Mentoraat", 12.5, "aug-jul"], ["Totaal", "=B3"]
    ),
]
CELLS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["Taak", "Uren per week", "Periode", "Sinds", "School", "Omschrijving", "Nr", "Totaal", "1.263,5"]
    ),
    st.sampled_from(
        ["aug-jul", "sinds 2019", "31-2-2026", "12:30", "2 uur per week", "x" * 301, "=1+1", '"', "'"]
    ),
    st.from_regex(r"[0-9.,:'/-]{1,12}", fullmatch=True),
)
TABLES = st.builds(
    lambda rows, delimiter, end: end.join(delimiter.join(row) for row in rows),
    st.lists(st.lists(CELLS, max_size=6), max_size=12),
    st.sampled_from("\t;,|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
)


def _import(source: Path | str, year: int | None = None, columns: list[Role] | None = None) -> None:
    try:
        table = read(source)
    except CoachError as error:
        assert error.text()  # noqa: PT017 - any of them will do
        return
    preview = understand(table, (), school_year=year, columns=columns)
    assert len({row.line for row in preview.rows}) == len(preview.rows)
    assert len(preview.headings) == len(preview.roles) == table.width
    made = activities(preview, {row.line for row in preview.rows})
    assert len(made) == sum(row.takeable for row in preview.rows)
    assert not understand(table, [activity.title for activity in made], columns=columns).ticked
    assert all(row.remark() or row.ticked for row in preview.rows)


@given(
    st.one_of(st.text(), TABLES),
    st.none() | st.integers(1990, 2090),
    st.lists(st.sampled_from(Role), max_size=7),
)
def test_any_pasted_text(text: str, year: int | None, columns: list[Role]) -> None:
    _import(text, year, columns or None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=3000), TABLES.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    _import(path)


@pytest.mark.parametrize("good", BYTES, ids=["vo", "mbo", "xlsx"])
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.floats(0, 0.9999), st.binary(max_size=4), st.integers(0, 4)), max_size=6),
    st.floats(0.1, 1),
)
def test_any_damage_to_a_good_list(
    tmp_path: Path, good: bytes, damage: list[tuple[float, bytes, int]], kept: float
) -> None:
    data = bytearray(good)
    for where, new, gone in damage:
        at = int(where * len(data))
        data[at : at + gone] = new
    path = tmp_path / "list.xlsx"
    path.write_bytes(data if damage else data[: int(len(data) * kept)])
    _import(path)
