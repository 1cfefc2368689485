"""A note that is kept while it is typed, not only at a pause: at most the last half second can be lost."""

from typing import Final

from coachapp.ui.inputs.text import ProseInput

_BEAT: Final = 250  # milliseconds; then `autosave` has it within 400 more


class NoteInput(ProseInput):
    LINES = (4, 14)

    def _on_typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start(_BEAT)
