"""Portfolios to try things on: a large one and one with the worst texts a person could type.

The same call gives an equal portfolio each time.
"""
# ruff: noqa: RUF001 - that is what they are for

import random
from dataclasses import replace
from decimal import Decimal

from coachapp.domain.board_then import Laid, Snapshot, as_board
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.portfolio import (
    HORIZONS,
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
)
from coachapp.domain.values import TEXT_LENGTH, TITLE_LENGTH, Cell, Hours
from coachapp.packs import default_framework

_TASKS = (
    "Lesgeven biologie",
    "Mentoraat",
    "Leerlijn onderzoeken",
    "PTA en examens",
    "Werkgroep formatief handelen",
    "Coaching startende docent",
    "Docentontwikkelteam systeembiologie",
    "Excursie Naturalis",
    "MR-lid",
    "Begeleiding profielwerkstuk",
    "Kwaliteitsborging examens in de examencommissie",
    "Landelijk netwerk examinering",
)
_DUE = ("2027-01-31", "2027-02", "2028", "", "2026-12-01", "2036-06-30", "2026")
_PLACES = ("2 havo", "3 vwo", "5 vwo", "H2b", "bovenbouw", "team N&T", "school", "regio", "1 collega")

HOSTILE = (
    "&<b>Vet</b> &amp; <img src='file:///etc/passwd'> {title} %s %(x)s",
    "</para><para>{0.__class__}",
    "=1+1; DROP TABLE activity; --",
    "مدرسة النور: تعليم الأحياء ٢٠٢٦",
    "בית ספר: הוראת ביולוגיה (כיתה ז׳)",
    "Σχολείο: διδασκαλία βιολογίας",
    "Школа: преподавание биологии",
    "İstanbul’da öğretmenlik, Œuvre, Łódź, ñandú, ﬁ",
    "生物教師 · 생물 교사 · जीवविज्ञान",
    "👩🏽‍🏫 Lesgeven 🧬🏳️‍🌈 👨‍👩‍👧‍👦",
    "\u202eomgekeerd\u202c en \u2067מימין\u2069 en \u200fmark\u200e",
    "e\u0301e\u0301n a\u0308b\u0327 c\u0323\u0307 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O",
    "Aansprakelijkheidswaardevaststellingsveranderingen" * 5,
    "https://voorbeeld.example/" + "pad/" * 60,
    "W" * TITLE_LENGTH,
    "i" * TITLE_LENGTH,
    "\u00a0tussen\u2007harde\u202fspaties\u00a0",
    "-",
    "?",
)


def _filled(length: int) -> str:
    """A text of exactly this length from the strangest words."""
    words = " ".join(HOSTILE)
    text = (words * (length // len(words) + 1))[:length]
    return text.rstrip() + "x" * (length - len(text.rstrip()))


LINE = _filled(TITLE_LENGTH)
PROSE = _filled(TEXT_LENGTH)


def _choices(vocabulary: str) -> tuple[str, ...]:
    return default_framework().choices(vocabulary)


def empty(owner: str = "T. Est", language: str = "nl") -> Portfolio:
    """A portfolio as it is just after it was made."""
    return Portfolio(id=_id(0), owner=owner, framework=default_framework(), language=language)


def many(activities: int) -> Portfolio:
    """Activities with realistic titles: most lie in one cell, some in two, some beside the board."""
    chance = random.Random(activities)
    portfolio = empty()
    context = Context(_id(1), name="Het Voorbeeldcollege", sectors=("vo",), function="docent")
    made = [_activity(n, chance, context.id) for n in range(activities)]
    placements = [p for n, a in enumerate(made) if not a.aside for p in _placements(n, a, portfolio, chance)]
    return Portfolio(
        id=portfolio.id,
        owner=portfolio.owner,
        framework=portfolio.framework,
        contexts=(context,),
        activities=tuple(made),
        placements=tuple(placements),
    )


def worst() -> Portfolio:
    """Every field filled with the longest and strangest texts that fit, every list crowded."""
    activities = _worst_activities()
    ambitions = _worst_ambitions(activities)
    goals = tuple(_worst_goal(n, text, ambitions[n].id) for n, text in enumerate((PROSE, *HOSTILE[:3])))
    talks = tuple(Conversation(_id(5500 + n), f"2025-0{n + 1}", question=LINE) for n in range(2))
    actions = tuple(
        Action(
            *(_id(7000 + n), text, goals[n % 3].id, _DUE[n % len(_DUE)], _choices("actor"), LINE),
            hours=Hours(Decimal("0.25") if n % 2 else Decimal(8784)),
            money=text,
            source=LINE if n % 3 else "",
            granted=("", "requested", "agreed")[n % 3],
            status=("", "", "done", "changed", "let-go")[n % 5],
            outcome=PROSE if n == 2 else text if n % 5 > 1 else "",
            conversation_id=talks[n % 2].id,
        )
        for n, text in enumerate(HOSTILE)
    )
    return Portfolio(
        id=_id(0),
        owner="مريم & <i>ד״ר</i> Ελένη Ш. " + "de Vries-van der Hoogenband " * 9,
        framework=default_framework(),
        question=LINE,
        coach=HOSTILE[4],
        follow_up="2027-02-15",
        contexts=tuple(
            Context(_id(10 + n), text, ("vo", "mbo"), LINE, Hours(Decimal("1658.75")), "2019-08")
            for n, text in enumerate(HOSTILE[:4])
        ),
        teams=tuple(Team(_id(30 + n), text, _id(10)) for n, text in enumerate(HOSTILE[:5])),
        activities=activities,
        placements=_worst_placements(activities),
        snapshots=(_then(activities, talks[0].id),),
        ambitions=ambitions,
        goals=goals,
        actions=actions,
        agreements=tuple(
            Agreement(
                *(_id(8000 + n), text, "2027"),
                kind="together" if n % 2 else "",
                actors=_choices("actor")[n % 4 :] if n % 2 else (),
                status="changed" if n % 7 == 6 else "",
                outcome=text if n % 7 == 6 else "",
            )
            for n, text in enumerate(HOSTILE)
        ),
        reflections=tuple(
            Reflection(_id(9000 + n), text * 3, "2026-11", activities[0].id, "place-1", "motives")
            for n, text in enumerate(HOSTILE)
        ),
        conversations=talks,
        notes=tuple(
            Note(
                *(_id(9500 + n), PROSE if n == 0 else text, talks[0].id, "meaning", "meaning-2"),
                cell=default_framework().board[n % 16],
                activity_id=activities[n].id if n % 2 else "",
            )
            for n, text in enumerate(HOSTILE)
        ),
    )


def with_files(portfolio: Portfolio) -> Portfolio:
    """The same with evidence of which only the list is there."""
    owners = [one.id for one in portfolio.activities]
    return replace(
        portfolio,
        evidence=tuple(
            Evidence(
                *(_id(9800 + n), text, "", 0, "2026-11-26", LINE if n % 2 else text),
                activity_id=owners[n % len(owners)] if owners and n % 3 else "",
                goal_id=portfolio.goals[0].id if portfolio.goals and n % 3 == 0 else "",
            )
            for n, text in enumerate(HOSTILE)
        ),
    )


def _worst_goal(n: int, text: str, ambition_id: str) -> Goal:
    return Goal(
        _id(6000 + n),
        LINE,
        ambition_id,
        why=text,
        noticed=text,
        specific=text,
        measurable=text,
        acceptable=text,
        realistic=text,
        time_bound=text,
        professional=text,
        institutional=text,
        political=text,
        tension=text,
        talk_to=LINE,
        plan_link=LINE,
        status="done" if n == 3 else "",
        outcome=text if n == 3 else "",
        conversation_id=_id(5500) if n == 3 else "",
    )


def _worst_activities() -> tuple[Activity, ...]:
    return tuple(
        Activity(
            _id(100 + n),
            text,
            description=PROSE if n < 2 else text,
            aside=("", "", "learning", "off")[n % 4],
            context_id=_id(10 + n % 4),
            team_id=_id(30 + n % 5),
            profiles=_choices("role_profile"),
            hours=Hours(Decimal(8784) if n % 2 else Decimal("0.25"), "week" if n % 3 else "year"),
            formality="informal",
            since="1987",
            until="2031-12-31",
            period=LINE,
        )
        for n, text in enumerate((*HOSTILE, *(LINE[n:] for n in range(40))))
    )


def _worst_placements(activities: tuple[Activity, ...]) -> tuple[Placement, ...]:
    """The first activity lies in every cell, the others lie in two."""
    board = default_framework().board
    return tuple(
        Placement(
            _id(1000 + 20 * n + m),
            activity.id,
            cell,
            status=_choices("status")[m % 4],
            energy=_choices("energy")[m % 3],
            recognition=_choices("recognition"),
            part=("lead", "take-part")[m % 2],
            since="1987-01",
            until="2031",
            phase="mastery",
            why=PROSE if n == m == 0 else activity.title,
            placed_on="2026-10-31",
        )
        for n, activity in enumerate(activities)
        if not activity.aside
        for m, cell in enumerate(board if n == 0 else board[n % 15 : n % 15 + 2])
    )


def _then(activities: tuple[Activity, ...], talk_id: str) -> Snapshot:
    """A board on which some lay elsewhere, some lay that are gone, and the others were otherwise."""
    cells = default_framework().board
    told = [(one.id, LINE, cells[n * 5 % 16], _choices("status")[n % 4]) for n, one in enumerate(activities)]
    gone = (_id(99), "Verwijderd", Cell("gone", "away"), "doing")
    cards = [Laid(*card, energy="costs", part="lead", hours="40 year") for card in (*told[3:], gone)]
    return Snapshot(_id(9700), "2025-01-15", as_board(cards), talk_id, LINE)


def _worst_ambitions(activities: tuple[Activity, ...]) -> tuple[Ambition, ...]:
    """One to each cell: from elsewhere, from the same cell, from nowhere; and some that let go."""
    board = default_framework().board
    origins = (board[0], board[5], None, board[3], *board[9:], *board[:8])
    targets = (*board, None, None, None)
    return tuple(
        Ambition(_id(5000 + n), text, activities[n].id, origin, target, "hybrid", HORIZONS[n % 3])
        for n, (text, origin, target) in enumerate(zip(HOSTILE, origins, targets, strict=True))
    )


def _id(number: int) -> str:
    """A fixed id in the form of `values.new_id`; greater numbers sort later."""
    return f"{number:012x}7{0:019x}"


def _activity(n: int, chance: random.Random, context_id: str) -> Activity:
    hours = Hours(Decimal(chance.randrange(1, 240)) / 2, chance.choice(("year", "year", "week")))
    return Activity(
        _id(10_000 + n),
        f"{chance.choice(_TASKS)} {chance.choice(_PLACES)} {n + 1}",
        description="Voorbereiden, geven en nabespreken." if n % 3 == 0 else "",
        aside="learning" if n % 50 == 7 else "off" if n % 50 == 8 else "",
        context_id=context_id,
        hours=hours if n % 4 else None,
        formality=chance.choice(("", "formal", "informal")),
        since=f"{chance.randrange(2005, 2027)}-08" if n % 5 == 0 else "",
    )


def _placements(n: int, activity: Activity, portfolio: Portfolio, chance: random.Random) -> list[Placement]:
    framework = portfolio.framework
    times = 0 if n % 20 == 3 else 2 if n % 10 == 4 else 1
    return [
        Placement(
            _id(1_000_000 + 2 * n + i),
            activity.id,
            Cell(cell.role, cell.level),
            status=chance.choices(framework.choices("status"), (8, 2, 2, 1))[0],
            energy=chance.choice(("", "", *framework.choices("energy"))),
            recognition=(chance.choice(framework.choices("recognition")),) if n % 3 == 0 else (),
            part=chance.choice(("", "lead", "take-part")),
        )
        for i, cell in enumerate(chance.sample(framework.board, times))
    ]
