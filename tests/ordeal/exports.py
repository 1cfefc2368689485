"""Random portfolios are exported and restored: `python -m tests.ordeal.exports [COUNT]`."""

import contextlib
import hashlib
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coachapp.domain import edits
from coachapp.domain.copies import Copy
from coachapp.domain.portfolio import Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.exchange import archive, archive_reading, exports
from coachapp.packs import sample
from coachapp.storage import creation, drafts, evidence, joining, restoring, whole
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key
from tests.document.copies import kept, merged, of, told, working_in
from tests.document.drawing import CASES
from tests.portfolios import HOSTILE, empty

_KINDS = sorted(CASES)
_CONTENTS = st.one_of(st.binary(max_size=2000), st.sampled_from((b"", b"%PDF", b"x" * 600_000)))


def run(count: int, look: Callable[[bytes], object] = lambda _document: None) -> int:
    """How many of these portfolios came back equal, evidence included; it fails at the first that doesn't.

    `look` gets each portfolio.json.
    """
    equal = 0

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(data=st.data())
    def one(data: st.DataObject) -> None:
        nonlocal equal
        copy, contents = grown(data)
        with tempfile.TemporaryDirectory() as folder:
            goes_round(copy, contents, Path(folder))
            look(zipfile.ZipFile(Path(folder) / "all.zip").read("portfolio.json"))
        equal += 1

    one()
    return equal


def grown(data: st.DataObject) -> tuple[Copy, list[bytes]]:
    """A copy after sessions at two desks, with joins, undone steps, removals and evidence."""
    start = of(sample.portfolio("en") if data.draw(st.booleans()) else empty())
    copies, contents = [start, start], []
    for session in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, 1))
        if data.draw(st.integers(0, 2)) == 0:
            copies[at] = merged(copies[at], copies[1 - at], f"j{session}")
        owned = working_in(copies[at], f"d{session}")
        for _ in range(data.draw(st.integers(1, 6))):
            match data.draw(st.integers(0, 8)):
                case 0:
                    owned.document.undo()
                case 1:
                    contents.append(data.draw(_CONTENTS))
                    owned.document.apply("evidence", edits.add(_evidence(data, contents[-1])))
                case 2 if owned.document.portfolio.evidence:
                    contents.append(data.draw(_CONTENTS))
                    owned.document.apply("newer", _newer(data, owned.document.portfolio, contents[-1]))
                case 3 if session == 0:
                    day = data.draw(st.sampled_from(("2020-01-01", "2999-12-31")))
                    owned.document.apply("prune", edits.describe(history_since=day))
                case _:
                    drawn = CASES[data.draw(st.sampled_from(_KINDS))](owned.document.portfolio)
                    with contextlib.suppress(CoachError):
                        if not drawn.is_empty:
                            owned.document.apply("edit", data.draw(drawn))
        copies[at] = kept(owned)
    return merged(copies[0], copies[1], "end"), contents


def _evidence(data: st.DataObject, content: bytes) -> Evidence:
    name = data.draw(st.sampled_from(("verslag.pdf", "../../.bashrc", "CON", *HOSTILE)))
    return Evidence(new_id(), name, hashlib.sha256(content).hexdigest(), len(content), "2026-11-26")


def _newer(data: st.DataObject, portfolio: Portfolio, content: bytes) -> edits.Edit:
    """A newer version of evidence that is there."""
    old, new = data.draw(st.sampled_from(portfolio.evidence)), _evidence(data, content)
    return edits.in_order(edits.add(new), edits.change(Evidence, (old.id,), newer_id=new.id))


def goes_round(copy: Copy, contents: list[bytes], folder: Path) -> None:
    """Raises AssertionError unless export and restore give the same portfolio and the same bytes."""
    first, shown = folder / "first.coach", copy.portfolio
    creation.make(first, shown, None, lambda connection: whole.write(connection, shown, copy, shown))
    with closing(open_file(first, None)) as file:
        for content in contents:
            evidence.take_bytes(file, "x", content)
    before, after = comes_back(first, None, folder)
    assert told(after) == told(before)
    with closing(open_file(folder / "second.coach", None)) as file:
        for content in contents:
            digest = hashlib.sha256(content).hexdigest()
            assert _is_swept(before, digest) or _bytes(file, digest) == content


def comes_back(first: Path, key: Key | None, folder: Path) -> tuple[Copy, Copy]:
    """What the file holds, and what the one holds that is restored from its export: that exports the same."""
    export, second, again = folder / "all.zip", folder / "second.coach", folder / "again.zip"
    before = _exported(first, key, export)
    with archive_reading.opened(export) as found:
        restoring.restore(found.copy, found.contents(), second, None)
    after = _exported(second, None, again)
    with zipfile.ZipFile(export) as one, zipfile.ZipFile(again) as other:
        assert one.namelist() == other.namelist()
        assert all(one.read(name) == other.read(name) for name in one.namelist())
    return before, after


def _exported(path: Path, key: Key | None, export: Path) -> Copy:
    with closing(open_file(path, key)) as file:
        copy = joining.copy_of(file, file.portfolio)
        source = exports.Source(
            evidence.sizes(file), partial(evidence.is_sound, file), partial(evidence.pieces, file)
        )
        with drafts.written(export) as out:
            assert exports.write(out, exports.Form(".zip"), copy, source) == _unknown(copy, source)
    return copy


def _unknown(copy: Copy, source: exports.Source) -> tuple[str, ...]:
    """The names of what was drawn without ever being copied in."""
    names = {digest: name for digest, name in archive.named(copy) if digest}
    return tuple(sorted({name for digest, name in names.items() if digest not in source.sizes}))


def _bytes(file: object, digest: str) -> bytes:
    return b"".join(evidence.pieces(file, digest, "x"))  # type: ignore[arg-type]


def _is_swept(copy: Copy, digest: str) -> bool:
    """Nothing refers to it any more, in history neither."""
    fields = [plain for c in copy.changes for w in c.writes for plain in (w.was, w.now)]
    fields += [one.content for one in copy.removed]
    return not (
        any(item.digest == digest for item in copy.portfolio.evidence)
        or any(plain and plain.get("digest") == digest for plain in fields)
    )


if __name__ == "__main__":
    began, asked = time.monotonic(), int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    came_back = run(asked)
    took = time.monotonic() - began
    sys.stdout.write(f"export → restore: {came_back} of {asked} equal, {took:.0f} s\n")
