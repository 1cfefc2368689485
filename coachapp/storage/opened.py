"""A file of ours that is open: its lock, its key, its connection, and what is read and written by it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar, Generic, Self, TypeVar

from sqlalchemy import Connection, Engine

from coachapp.i18n import gettext as _
from coachapp.storage import (
    copying,
    faults,
    header,
    keys,
    lock,
    looking,
    pages,
    proving,
    reading,
    rekeying,
    schema,
    traces,
)
from coachapp.storage.as_left import AsLeft
from coachapp.storage.connection import FAULTS, Code, code, engine
from coachapp.storage.form import Form, Value
from coachapp.storage.keys import Key
from coachapp.storage.reasons import reason
from coachapp.storage.sheet_faults import KeyInDoubt, KeyNotChanged

_UNREADABLE = (Code.CORRUPT, Code.NOT_A_DATABASE, Code.NO_SUCH_TABLE)
_SEVERAL = 100  # pages, of which one tells that it is not the passphrase

Found = TypeVar("Found")


class _NotOursError(Exception):
    """Another program wrote in the file, or put something in its place."""


class OpenedFile(Generic[Value]):
    """A Store, safe to save from any thread. `value` is what was read at opening.

    `encrypted` and `read_only` say what was found, whatever was asked for; `why_read_only` tells the reason.
    """

    form: ClassVar[Form[Any]]

    def __init__(self, path: Path, place: Path, key: Key | None, *, read_only: bool) -> None:
        self.path = path
        self.encrypted = key is not None
        self._place, self._key = place, key
        self._busy = threading.Lock()
        self.taking = threading.Lock()  # one file is copied in at a time
        self._copying = threading.Lock()
        self._closing = False
        self._doubtful: tuple[Value, ...] = ()
        self._lost = False
        self.traces = traces.find(place)
        with ExitStack() as held:
            held.enter_context(header.remembered(place))
            self.why_read_only = (
                looking.as_asked(place, lock.holder(place)) if read_only else looking.hindrance(place, held)
            )
            self.read_only = self.why_read_only is not None
            self._left = AsLeft(place)
            self._database = engine(place, key, read_only=self.read_only)
            held.callback(self._disconnect)
            if not self.read_only:
                self._before_update(self._database, key)
            self.value: Value
            self.value, self._left.version = reading.read(
                self._database, path, self.form, encrypted=self.encrypted, read_only=self.read_only
            )
            self._held = held.pop_all()

    def change(self, saved: Value, work: Callable[[Connection, Value], Value]) -> Value:
        """Do this in one transaction on a file that holds `saved`; returns what it holds then.

        Raises what the work raises, ReadOnly, SaveFailed or FileReplaced: nothing was written.
        """
        with self._writing():
            with self._database.begin() as connection:
                version = schema.number(connection, "data_version")
                held = self._in_file(connection, saved)
                if held is None or not self._left.is_of(version):
                    raise _NotOursError
                self._doubtful, self._left.version = (held,), None
                after = work(connection, held)
                self._doubtful = (held, after)
            self._doubtful, self._left.version = (), version
        return after

    def put(self, work: Callable[[Connection], Found]) -> Found:
        """Do this beside the portfolio itself, in one transaction between two saves; raises as `change`."""
        with self._writing(), self._database.begin() as connection:
            if not self._left.is_same(connection):
                raise _NotOursError
            return work(connection)

    def compact(self) -> None:
        """Write all pages anew: what was removed may have left bytes in them (SQLite zeroes what it deletes,
        but not what it moves). Raises ReadOnly, SaveFailed or FileReplaced.
        """
        with self._writing():
            with self._database.begin() as connection:
                if not self._left.is_same(connection):
                    raise _NotOursError
            copying.raw(self._database).execute("VACUUM")

    def read(self, work: Callable[[Connection], Found]) -> Found:
        """Read something that opening left in the file. Raises NotOpen, DamagedFile and its like."""
        with self._busy:
            if self._closing:
                raise faults.NotOpen(name=self.path.name)
            try:
                return reading.look(self._database, self.path, work)
            except faults.DamagedFile:
                if not self._copying.locked():  # else the copy meets it too, and connects again
                    self._connect_again()
                raise

    @property
    def kept_as(self) -> str:
        """Under which id its backups and places are known."""
        return self.value.id

    @property
    def key(self) -> Key | None:
        """What opens the file, for its recovery sheet and its backups; None once it is closed."""
        return self._key

    def change_key(self, key: Key) -> None:
        """From now on only this key opens the file; KeyNotChanged, FileReplaced: the old one still does."""
        if self.read_only or self._key is None:
            raise faults.ReadOnly(name=self.path.name)
        old, why = self._key, _("The disk, stick or network folder gives an error.")
        with self._copying, self._busy:
            try:
                self._lost = self._lost or not rekeying.rekey(self._database, key, self._left.is_same)
            except (*FAULTS, OSError) as error:
                why = reason(error, self._place)
            self._database.dispose()
            now = rekeying.connected(self._place, key, old)
            self._database, self._key, self._left.version = now or (
                engine(self._place, old, read_only=False),
                old,
                None,
            )
        if self._lost:
            raise faults.FileReplaced(name=self.path.name)
        if now is None:
            raise KeyInDoubt(name=self.path.name, reason=why)
        if self._key != key:
            raise KeyNotChanged(name=self.path.name, reason=why)

    def close(self) -> None:
        """Safe to call twice; a copy that is being made is given up."""
        self._closing = True
        with self._copying, self._busy:
            self._held.close()
            self._key = None

    def copy_to(self, path: Path) -> None:
        """Copy the whole file, with its key, to a new one, and check that; raises what these two raise."""
        try:
            with self._copying, self._busy:
                copying.copy(self._database, self._key, path, self._busy, lambda: not self._closing)
                key = self._key
            proving.prove(path, key, self.value.id, self.form)
        except (*FAULTS, faults.DamagedFile):  # of a bad page only the proof tells
            with self._busy:
                self._connect_again()
            raise

    def opens_with(self, passphrase: str) -> bool:
        """Whether it is the one of this file. Takes about 0.2 s."""
        return self._key is not None and keys.fits(self._key, passphrase)

    def look(self) -> tuple[bool, bool]:
        """Whether another has it open for writing now (`why_read_only` follows), and whether it is newer."""
        held = lock.holder(self._place)
        if isinstance(self.why_read_only, looking.AsAsked | looking.OpenElsewhere):
            self.why_read_only = looking.as_asked(self._place, held)
        try:
            return held is not None, self._left.is_newer()
        except OSError:
            return held is not None, False

    def again(self, *, read_only: bool) -> Self:
        """The same file as it is now, opened once more; raises a CoachError."""
        return self.opened(self.path, self._key, read_only=read_only)

    @classmethod
    def opened(cls, path: Path, key: Key | None, *, read_only: bool = False) -> Self:
        """Raises a CoachError; a plain file needs no key. One that may not be written opens read-only."""
        key = keys.fitting(path, key)
        place = path.resolve()
        try:
            return cls(path, place, key, read_only=read_only)
        except faults.WrongPassphrase:
            if key and pages.fits(place, key, _SEVERAL):
                raise faults.DamagedFile(name=path.name, fault=_("Its beginning can't be read.")) from None
            raise

    def _before_update(self, database: Engine, key: Key | None) -> None:
        """The file is open now, and is brought up to date next if it is of an older version."""

    def _disconnect(self) -> None:
        self._database.dispose()

    def _connect_again(self) -> None:
        """After a bad page SQLCipher refuses, on the same connection, sound ones too and every save.

        Of a file that lost its name, this connection is all there is.
        """
        with suppress(OSError):
            if self._left.is_in_place():
                self._database.dispose()
                self._left.version = None

    def _refuse_if_lost(self) -> None:
        if self._lost:
            raise _NotOursError

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One at a time, with every reason why it can fail told."""
        if self.read_only:
            raise faults.ReadOnly(name=self.path.name)
        with self._busy:
            try:
                self._refuse_if_lost()
                yield
                self._left.note()
            except _NotOursError:
                self._lost = True
            except (*FAULTS, OSError) as error:
                self._lost = code(error) in _UNREADABLE and not self._left.is_untouched()
                if not self._lost:
                    why = reason(error, self._place)
                    raise faults.SaveFailed(name=self.path.name, reason=why) from None
            if self._lost:
                raise faults.FileReplaced(name=self.path.name)

    def _in_file(self, connection: Connection, before: Value) -> Value | None:
        """What the file holds, if that is what we left there.

        As a disk can report a failure after all was written, it may be what a failed save wrote.
        """
        if not self._left.is_in_place():
            return None
        self._left.refuse_if_protected()
        known = {value.clock: value for value in (*self._doubtful, before)}
        return known.get(self.form.clock(connection))
