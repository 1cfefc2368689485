"""What a window may ask about backups and copies."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from coachapp.errors import CoachError

if TYPE_CHECKING:  # the start page is painted before the domain is read
    from coachapp.domain.portfolio import Portfolio
    from coachapp.domain.retention import Backup
    from coachapp.domain.whereabouts import Copy, Erased


class Safekeeping(Protocol):
    """Backups and copies; each of these may take long. Those with a file raise a CoachError."""

    def use(self, folder: str, most_bytes: int) -> None: ...

    def note(self, file: Any) -> None: ...

    def forget_all(self) -> None: ...

    def make(self, file: Any, why: str) -> "Backup": ...

    def catch_up(self, file: Any) -> None: ...

    def after_work(self, file: Any) -> None: ...

    def listed(self, portfolio_id: str) -> "tuple[Backup, ...]": ...

    def with_another_key(self, paths: Iterable[Path], file: Any) -> frozenset[Path]: ...

    def with_older_key(self, file: Any) -> frozenset[Path]: ...

    def instead(self, path: Path, error: CoachError) -> "Backup | None": ...

    def put_back(self, backup: Path, new: Path, step: Callable[[], object]) -> None: ...

    def read(self, path: Path, file: Any, passphrase: str | None) -> "Portfolio": ...

    def prepare_return(
        self, path: Path, then: "Portfolio", file: Any, passphrase: str | None
    ) -> CoachError | None: ...

    def known(self, path: Path, portfolio_id: str, recent: Iterable[Path]) -> "tuple[Copy, ...]": ...

    def honest(self, *, encrypted: bool) -> tuple[str, str]: ...

    def erase(
        self,
        path: Path,
        portfolio: "Portfolio",
        copies: "Iterable[Copy]",
        *,
        encrypted: bool,
        along: Path | None = None,
    ) -> "Erased": ...
