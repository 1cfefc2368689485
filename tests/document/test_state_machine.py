"""Random edits, undos, redos, saves and reopenings, in any order: what holds always.

Undoing all gives what was opened last; reopening gives what was saved; no rule is ever broken;
whatever differs has a higher stamp, and whatever is equal stays the very same object.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from coachapp.document import Document
from coachapp.domain import edits, rules
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.errors import AlreadyInCell, TooManyGoals
from coachapp.packs import sample
from tests.document.drawing import CASES
from tests.document.stores import InEncryptedFile, InFile, Memory, Reopening, all_fields
from tests.portfolios import empty

_STARTS = {"empty": empty, "sample": lambda: sample.portfolio("en")}


def _check_stamps(before: Portfolio, after: Portfolio) -> None:
    assert after.clock > before.clock
    for kind in KINDS:
        known = {item.id: item for item in getattr(before, kind)}
        for item in getattr(after, kind):
            old = known.get(item.id)
            assert item is old if item == old else item.stamp == after.clock
    own = ("owner", "language", "question", "coach", "follow_up", "remind_on", "names", "names_as")
    same = all(getattr(before, name) == getattr(after, name) for name in own)
    assert after.stamp == (before.stamp if same else after.clock)


class Machine(RuleBasedStateMachine):
    """`applied` counts over all runs which edits changed something."""

    def __init__(self, store: Callable[[Portfolio], Reopening], applied: Counter[tuple[str, str]]) -> None:
        super().__init__()
        self._new_store = store
        self._applied = applied

    @initialize(start=st.sampled_from(sorted(_STARTS)))
    def make(self, start: str) -> None:
        self.store = self._new_store(_STARTS[start]())
        self._open()

    def _open(self) -> None:
        self.opened = self.store.reopen()
        self.document = Document(self.opened)
        self.document.on_change(_check_stamps)

    def edit(self, name: tuple[str, str], data: st.DataObject, merge: str | None = None) -> None:
        before = self.document.portfolio
        drawn = CASES[name](before)
        if drawn.is_empty:
            return
        try:
            self.document.apply(" ".join(name), data.draw(drawn), merge)
        except (AlreadyInCell, TooManyGoals):
            assert self.document.portfolio is before
        self._applied[name] += self.document.portfolio is not before

    @rule()
    def undo_and_redo(self) -> None:
        before, label = self.document.portfolio, self.document.undo_label
        self.document.undo()
        assert self.document.redo_label == label or not label
        if label:
            self.document.redo()
        assert self.document.portfolio == before

    @rule()
    def undo(self) -> None:
        self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document.redo()

    @rule()
    def undo_all_and_redo_all(self) -> None:
        before = self.document.portfolio
        steps = 0
        while self.document.undo_label:
            self.document.undo()
            steps += 1
        assert self.document.portfolio == self.opened
        for _ in range(steps):
            self.document.redo()
        assert self.document.portfolio == before

    @rule(data=st.data(), name=st.sampled_from(sorted(CASES)))
    def save_while_the_next_edit_is_made(self, data: st.DataObject, name: tuple[str, str]) -> None:
        taken = self.document.portfolio
        self.edit(name, data)
        self._save(taken)

    @rule()
    def save(self) -> None:
        self._save(self.document.portfolio)
        assert self.document.is_saved

    def _save(self, portfolio: Portfolio) -> None:
        steps = self.document.unsaved()
        until = next((at for at, made in enumerate(steps, 1) if made.after is portfolio), 0)
        self.store.save(self.document.saved, portfolio, steps[:until])
        self.document.mark_saved(portfolio)

    @rule(save=st.booleans())
    def reopen(self, save: bool) -> None:
        if save:
            self._save(self.document.portfolio)
        saved = self.document.saved
        self._open()
        assert self.opened == saved
        assert all_fields(self.opened) == all_fields(saved)

    @invariant()
    def no_rule_is_broken(self) -> None:
        assert list(rules.faults(self.document.portfolio)) == []

    def teardown(self) -> None:
        try:
            if hasattr(self, "document"):
                self.reopen(save=True)
        finally:
            if hasattr(self, "store"):
                self.store.close()


def _rule_of(edit: str) -> Callable[..., None]:
    names = sorted(name for name in CASES if name[0] == edit)

    def one(self: Machine, name: tuple[str, str], data: st.DataObject, merge: str | None) -> None:
        self.edit(name, data, merge)

    one.__name__ = edit
    return rule(name=st.sampled_from(names), data=st.data(), merge=st.sampled_from((None, "typing")))(one)


for _edit in edits.EDITS:
    setattr(Machine, _edit.__name__, _rule_of(_edit.__name__))


def test_every_registered_edit_is_drawn_for_every_kind() -> None:
    assert {name for name, _kind in CASES} == {edit.__name__ for edit in edits.EDITS}
    for name in ("change", "remove"):
        assert {kind for edit, kind in CASES if edit == name} == set(KINDS)
    assert {kind for edit, kind in CASES if edit == "add"} == set(KINDS) - {"placements"}


@pytest.mark.parametrize(("store", "runs"), [(InFile, 8), (InEncryptedFile, 3)])
def test_whatever_is_done_can_be_undone_saved_and_read_from_a_file(
    store: Callable[[Portfolio], Reopening], runs: int
) -> None:
    _run(store, runs, steps=30)


def test_whatever_is_done_can_be_undone_and_every_edit_can_be_done() -> None:
    """Chance leaves an edit out now and then, so it gets many rounds; most often one or two will do."""
    made: Counter[tuple[str, str]] = Counter()
    for _ in range(30):
        made += _run(Memory, runs=40, steps=50)
        if set(made) == set(CASES):
            return
    pytest.fail(f"edits that were never made: {set(CASES) - set(made)}")


def _run(store: Callable[[Portfolio], Reopening], runs: int, steps: int) -> Counter[tuple[str, str]]:
    applied: Counter[tuple[str, str]] = Counter()
    bounds = settings(max_examples=runs, stateful_step_count=steps)
    run_state_machine_as_test(lambda: Machine(store, applied), settings=bounds)  # type: ignore[arg-type]
    return applied
