"""Makes the files in tests/data/files that every later version must open; run it once per version.

python -m tests.storage.fixtures
"""

import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.board_then import Snapshot
from coachapp.domain.conversation import Conversation, Note, Shared, View
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import (
    Action,
    Activity,
    Agreement,
    Ambition,
    Context,
    Evidence,
    Goal,
    Placement,
    Portfolio,
    Reflection,
    Team,
    Variant,
)
from coachapp.domain.reader import Reader
from coachapp.domain.values import Cell, Hours, Stamp
from coachapp.packs import default_framework
from coachapp.storage import file
from coachapp.storage.migrations import VERSION

FOLDER = Path(__file__).parents[1] / "data" / "files"
PASSPHRASE = "vier gele fietsen, één slot"
LETTER = b"Beste collega, dank je wel voor je werk aan de leerlijn. " * 3
_STAMP = Stamp(3, "a1b2c3d4")
_BOARD = (
    '[{"activity_id":"01900000000070000000000000000004","title":"Leerlijn","cell":"ontwikkelen/meso",'
    '"status":"doing","energy":"gives","part":"lead","hours":"12.50 week","context_id":"","team":true}]'
)
_HOURS = Hours(Decimal("12.50"), "week")


def _id(number: int) -> str:
    return f"0190000000007{number:019x}"


def _framework_then() -> Framework:
    """The default pack as it was: it had no licences."""
    now = default_framework()
    return replace(now, sectors=tuple(replace(sector, licence=None) for sector in now.sectors))


def version_1() -> Portfolio:
    """Something of each kind, with every field of version 1 filled; never change it."""
    school, wish, hours = Cell("ontwikkelen", "meso"), Cell("ontwikkelen", "macro"), _HOURS
    return Portfolio(
        _id(1),
        "Ç. de Vries",
        _framework_then(),
        language="nl",
        question="Waar sta ik?",
        coach="J. Jansen",
        follow_up="2027-02",
        contexts=(Context(_id(2), "School «Ñ»", ("vo", "mbo"), "docent", hours, "2019-08", "2031", _STAMP),),
        teams=(Team(_id(3), "Sectie", _id(2), "2020", "2026-08-31", _STAMP),),
        activities=(
            Activity(
                _id(4), "Leerlijn", "Twee\nregels", "", _id(2), _id(3), ("researcher",), hours, "formal",
                "2024", "2026-08", "2024-2026", _STAMP,
            ),
            Activity(_id(5), "Master", aside="learning", hours=Hours(Decimal(1658)), stamp=_STAMP),
        ),
        placements=(
            Placement(
                _id(6), _id(4), school, "doing", "gives", ("colleagues",), "lead", "2024", "2026", "mastery",
                "Hier hoort het", "2026-11-03", _STAMP,
            ),
        ),
        ambitions=(Ambition(_id(7), "Verder", _id(4), school, wish, "hybrid", 3, _STAMP),),
        goals=(Goal(_id(8), "Doel", _id(7), "a", "b", "c", "d", "e", "f", "g", stamp=_STAMP),),
        actions=(
            Action(_id(9), "Bellen", _id(8), "2027-01-15", ("teacher", "leader"), "40 uur", stamp=_STAMP),
        ),
        agreements=(Agreement(_id(10), "Terugkomen", "2027", stamp=_STAMP),),
        reflections=(Reflection(_id(11), "Ik merk dat …", "2026-11", _id(4), "", "motives", stamp=_STAMP),),
        stamp=_STAMP,
        clock=_STAMP,
    )  # fmt: skip


def version_2() -> Document:
    """What version 2 added: evidence, a variant, fields with stamps of their own, dates; never change it."""
    letter = Evidence(
        _id(12), "brief.txt", hashlib.sha256(LETTER).hexdigest(), len(LETTER), "2026-11-20", "van de rector",
        _id(4), _id(8), "", _STAMP,
    )  # fmt: skip
    older = replace(letter, id=_id(13), newer_id=_id(12))
    variant = Variant("activities", _id(4), "period", '"2023-2026"', Stamp(2, "e5f6a7b8"))
    start = replace(version_1(), evidence=(letter, older), variants=(variant,), remind_on="2031-01-01")
    document = Document(start, "a1b2c3d4")
    document.apply("Other words", edits.change(Activity, [_id(4)], title="Leerlijn onderzoeken"))
    document.apply("Remove “Terugkomen”", edits.remove(Agreement, [_id(10)]))
    document.apply("Tell less", edits.describe(history_since="2026-01-01"))
    return document


def version_3() -> Document:
    """What version 3 added: conversations and what comes of them; never change it."""
    cell, talk_id = Cell("ontwikkelen", "meso"), _id(20)
    talk = Conversation(
        talk_id, "2026-11-26", "J. Jansen", "independent", "Waar sta ik?", "Alleen wij tweeën", 75, 12, 2,
        "place", ("contract", "place"), "2027-02-01", "keep", "2026-11-26", _STAMP,
    )  # fmt: skip
    start = replace(
        version_2().portfolio,
        conversations=(talk,),
        notes=(Note(_id(21), "Hier!", talk_id, "place", "place-1", "Eigen vraag", cell, _id(4), _STAMP),),
        views=(View(_id(22), talk_id, _id(4), cell, "coach", _STAMP),),
        snapshots=(Snapshot(_id(23), "2026-11-26", _BOARD, talk_id, "Na het gesprek", _STAMP),),
        shared=(
            Shared(
                _id(24), "copy", "2026-11-26", "J. Jansen", "kopie.coach", "Een activiteit",
                hashlib.sha256(LETTER).hexdigest(), len(LETTER), "2027-11-26", "2027-01-01", _STAMP,
            ),
        ),
        agreements=(
            Agreement(
                _id(25), "Bellen", "2027", "together", ("leader",), "changed", "Het werd mailen", talk_id,
                _STAMP,
            ),
        ),
        readers=(Reader("coach", (_id(8), "signatures"), ("energy", "stories"), "Robin", _STAMP),),
        names=("Sanne de Boer", "T. Est"),
        names_as="initials",
    )  # fmt: skip
    document = Document(start, "a1b2c3d4")
    goal = dict.fromkeys(("professional", "institutional", "political", "tension", "talk_to"), "x")
    closed = {"status": "done", "outcome": "Gelukt", "conversation_id": talk_id}
    document.apply("Goal", edits.change(Goal, [_id(8)], **goal, plan_link="Jaarplan", **closed))
    costs = {"hours": _HOURS, "money": "€ 500", "source": "scholing", "granted": "agreed"}
    ways = {"kind": "collective", "competence": "steering"}
    document.apply("Action", edits.change(Action, [_id(9)], **costs, **ways, **closed))
    document.apply("Reflection", edits.change(Reflection, [_id(11)], cell=cell, bring="next"))
    return document


def make() -> None:
    """Never overwrites one."""
    document = version_3()
    for name, passphrase in ((f"v{VERSION}.coach", PASSPHRASE), (f"v{VERSION}-plain.coach", None)):
        opened = file.create(FOLDER / name, document.saved, passphrase)
        opened.save(document.saved, document.portfolio, document.unsaved())
        opened.change(document.portfolio, _put_letter)
        opened.close()


def _put_letter(connection: Connection, held: Portfolio) -> Portfolio:
    digest = hashlib.sha256(LETTER).hexdigest()
    connection.exec_driver_sql("INSERT INTO contents VALUES (1, ?, ?)", (digest, len(LETTER)))
    for at in range(2):
        piece = LETTER[at * 100 : (at + 1) * 100]
        connection.exec_driver_sql("INSERT INTO chunks VALUES (?, 1, ?)", (2**20 + at, piece))
    return held


if __name__ == "__main__":
    make()
