"""What is chosen for each reader, as it is shown and kept: one step to undo for each row of ticks."""

from dataclasses import replace

from coachapp.domain.edits import describe
from coachapp.domain.for_reader import Choice
from coachapp.domain.remembered import chosen_for, remember
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor


class Chosen:
    """In a portfolio that is open to look at only it is kept as long as that is open.

    `names`: those to look out for; the same for every reader, and so is whether they are `initials`.
    """

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._here: dict[str, Choice] = {}
        self._names_here: tuple[tuple[str, ...], bool] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return self._listed()[0]

    @property
    def initials(self) -> bool:
        return self._listed()[1]

    def choice(self, reader: str) -> Choice:
        choice = self._here.get(reader) or chosen_for(self._editor.portfolio, reader)
        return replace(choice, hidden=self.names if self.initials else ())

    def keep(self, choice: Choice) -> None:
        if self._editor.read_only:
            self._here[choice.reader] = choice
        else:
            self._editor.apply(_label(choice.reader), remember(choice), f"chosen for {choice.reader}")

    def keep_names(self, names: tuple[str, ...], *, initials: bool) -> None:
        if self._editor.read_only:
            self._names_here = names, initials
        else:
            edit = describe(names=names, names_as="initials" if initials else "")
            self._editor.apply(_("List names to look out for"), edit, "names in a plan")

    def state(self) -> object:
        """To go on with when the page is made anew."""
        return self._here, self._names_here

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            self._here, self._names_here = state

    def _listed(self) -> tuple[tuple[str, ...], bool]:
        portfolio = self._editor.portfolio
        return self._names_here or (portfolio.names, bool(portfolio.names_as))


def _label(reader: str) -> str:
    return {
        "myself": _("Choose what goes in for myself"),
        "coach": _("Choose what goes in for the coach"),
        "manager": _("Choose what goes in for the manager"),
        "team": _("Choose what goes in for the team"),
    }[reader]
