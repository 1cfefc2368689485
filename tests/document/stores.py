"""Where the state machine keeps its portfolio: in memory, in a plain file, in an encrypted file."""

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from coachapp.document import Store
from coachapp.domain.history import Made
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.stamps import difference
from coachapp.storage import file, keys


class Reopening(Store, Protocol):
    def reopen(self) -> Portfolio: ...


class Memory:
    """Keeps each item under its id and takes in the difference only, as a file does."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._own = replace(portfolio, **dict.fromkeys(KINDS, ()))
        self._items: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self.save(self._own, portfolio)

    def save(self, before: Portfolio, after: Portfolio, steps: Sequence[Made] = ()) -> None:  # noqa: ARG002
        self._own = replace(after, **dict.fromkeys(KINDS, ()))
        for kind, items in self._items.items():
            gone, fresh = difference(getattr(before, kind), getattr(after, kind))
            for item_id in gone:
                del items[item_id]
            items.update((item.id, item) for item in fresh)

    def reopen(self) -> Portfolio:
        kinds = {kind: tuple(items[key] for key in sorted(items)) for kind, items in self._items.items()}
        return replace(self._own, **kinds)  # type: ignore[arg-type]

    def close(self) -> None:
        pass


class InFile:
    """A real file, opened anew each time."""

    passphrase: str | None = None

    def __init__(self, portfolio: Portfolio) -> None:
        self._folder = TemporaryDirectory()
        path = Path(self._folder.name, "a.coach")
        self._file = file.create(path, portfolio, self.passphrase)
        self._key = keys.unlock(path, self.passphrase) if self.passphrase else None

    def save(self, before: Portfolio, after: Portfolio, steps: Sequence[Made] = ()) -> None:
        self._file.save(before, after, steps)

    def reopen(self) -> Portfolio:
        self._file.close()
        self._file = file.open_file(self._file.path, self._key)
        return self._file.portfolio

    def close(self) -> None:
        self._file.close()
        self._folder.cleanup()


class InEncryptedFile(InFile):
    passphrase = "drie blauwe fietsen"


def all_fields(portfolio: Portfolio) -> list[Any]:
    """Everything, the stamps too, which a comparison of portfolios leaves out."""
    items = (item for kind in KINDS for item in getattr(portfolio, kind))
    return [[getattr(value, f.name) for f in fields(value)] for value in (portfolio, *items)]
