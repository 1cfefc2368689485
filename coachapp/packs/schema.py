"""What a pack holds, file by file: the readers of its parts."""

from typing import Any, Final

from coachapp.domain.framework import (
    VOCABULARIES,
    CellContent,
    Level,
    Licence,
    Path,
    Question,
    Role,
    Sector,
    Step,
    Stop,
    Term,
    Vocabulary,
)
from coachapp.i18n import gettext as _
from coachapp.packs.look import look
from coachapp.packs.readers import (
    PROSE,
    Optional,
    Reader,
    cell,
    day,
    fields,
    flag,
    id_of,
    identifier,
    language,
    reference,
    several,
    table,
    text,
    whole,
    words,
)
from coachapp.packs.reading import Spot

VERSION: Final = 40
SOURCE: Final = 300

# Choices that the program itself draws, counts with or starts from.
NEEDED: Final = {
    "status": ("doing", "done", "exploring", "leaving"),
    "energy": ("gives", "neutral", "costs"),
    "actor": ("teacher",),
}


def own_cell(value: Any, spot: Spot) -> Any:
    """A cell that this part of the pack speaks of only once."""
    found = cell(value, spot)
    spot.reading.name("cell", str(found), spot)
    return found


def scope(value: Any, spot: Spot) -> str:
    """For which cells a question is: "*", a column "*/macro", a row "leren/*", or one cell."""
    parts = text()(value, spot).split("/")
    if value != "*" and (len(parts) != 2 or not all(parts)):  # noqa: PLR2004 - role and level
        spot.expect(_("“*”, or a role and a level with “/” between them; each may be “*”."))
    else:
        for kind, name in zip(("role", "level"), parts, strict=False):
            if name != "*":
                spot.reading.refer(kind, name, spot)
    return value


def levels(value: Any, spot: Spot) -> tuple[Level, ...]:
    found = several(LEVEL)(value, spot)
    if found and not any(level.enabled for level in found):
        spot.expect(_("At least one level that is not switched off."))
    return found


def by_name(names: Reader, texts: Reader) -> Reader:
    """A table of texts, each under a name of its own."""

    def read(value: Any, spot: Spot) -> tuple[Term, ...]:
        given = value if isinstance(value, dict) else {}
        for name in given:
            names(name, spot.at(name))
        return tuple(Term(*pair) for pair in fields(value, spot, dict.fromkeys(given, texts)).items())

    return read


def vocabulary(name: str) -> Reader:
    terms = several(table(Term, inline=words(), id=id_of(name)))

    def read(value: Any, spot: Spot) -> Vocabulary:
        found = terms(value, spot)
        for needed in NEEDED.get(name, ()):
            if needed not in [term.id for term in found]:
                spot.expect(_("Also the choice “{id}”, which the program counts on.").format(id=needed))
        return Vocabulary(name, found)

    return read


EXAMPLE: Final = table(Term, inline=words(), id=id_of("example"))
ROLE: Final = table(Role, id=id_of("role"), title=words(), official=words(), text=words(PROSE))
LEVEL: Final = table(
    Level, id=id_of("level"), enabled=Optional(flag, default=True), title=words(), text=words(PROSE)
)
CELL: Final = table(CellContent, cell=own_cell, examples=several(EXAMPLE))
PATH: Final = table(
    Path, profile=reference("role_profile"), stops=several(table(Stop, inline=words(), cell=cell))
)
LICENCE: Final = table(Licence, text=words(PROSE), source=words(SOURCE), dated=day)
SECTOR: Final = table(
    Sector,
    id=id_of("sector"),
    title=words(),
    terms=by_name(identifier, words()),
    accents=by_name(reference("role"), words(PROSE)),
    licence=Optional(LICENCE, default=None),
)
STEP: Final = table(
    Step,
    id=id_of("step"),
    minutes=whole(1, 600),
    alone=Optional(flag, default=False),
    title=words(),
    text=words(PROSE),
)
QUESTION: Final = table(
    Question,
    inline=words(PROSE),
    id=id_of("question"),
    step=reference("step"),
    competence=reference("career_competence"),
    scope=Optional(scope, default="*"),
)
VOCABULARY: Final = table(
    lambda **found: tuple(found.values()), **{name: vocabulary(name) for name in VOCABULARIES}
)

# Together the names in these files are the fields of a Framework, and the pack's languages.
FILES: Final[dict[str, Reader]] = {
    "pack.toml": table(
        dict,
        id=identifier,
        version=text(VERSION),
        languages=several(language),
        title=words(),
        credit=words(PROSE),
        role_axis=words(),
        level_axis=words(),
        roles=several(ROLE),
        levels=levels,
        look=Optional(look, default=None),
    ),
    "cells.toml": table(dict, cells=several(CELL, least=0), paths=several(PATH, least=0)),
    "sectors.toml": table(dict, sectors=several(SECTOR, least=0)),
    "vocabularies.toml": table(dict, vocabularies=VOCABULARY),
    "conversation.toml": table(dict, steps=several(STEP, least=0), questions=several(QUESTION, least=0)),
}
