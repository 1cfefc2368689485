"""Whatever a person opens: a plain message that says what to do, no change, no crash and no hang."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachapp.errors import CoachError
from coachapp.storage import check, creation, faults, keys, lock
from coachapp.storage.file import open_file
from coachapp.storage.header import sniff
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage.bad_files import ANY, ENCRYPTED, PLAIN, Make

SAMPLE = portfolios.many(30)
Sound = Callable[[bool], bytes]
BIT = st.integers(0, 2**24)  # of a file, around and around


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory, real_key: Key) -> Sound:
    """Gives a good file's bytes, encrypted or not; a function, so that no report shows them all."""
    folder = tmp_path_factory.mktemp("sound")
    for name, key in (("plain", None), ("encrypted", real_key)):
        creation.make(folder / name, SAMPLE, key)
    plain, encrypted = (folder / "plain").read_bytes(), (folder / "encrypted").read_bytes()
    return lambda is_encrypted: encrypted if is_encrypted else plain


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _opened(path: Path, key: Key | None) -> CoachError | None:
    """The fault that opening finds; nothing may have changed."""
    before, beside = _content(path), sorted(path.parent.iterdir())
    try:
        open_file(path, key).close()
    except CoachError as error:
        return error
    finally:
        assert _content(path) == before
        assert sorted(path.parent.iterdir()) == beside
    return None


def _salted(path: Path, key: Key | None) -> Key | None:
    """The key as `unlock` would make it: its salt is that of the file."""
    return Key(key.secret, path.read_bytes()[:16]) if key and path.is_file() and path.stat().st_size else key


@pytest.mark.parametrize("name", ANY)
def test_what_is_no_sound_portfolio_is_called_by_its_name(
    name: str, path: Path, key: Key | None, sound: Sound
) -> None:
    make, fault = ANY[name]
    _expect(path, key, sound(bool(key)), make, fault)


@pytest.mark.parametrize("name", PLAIN)
def test_damage_to_a_plain_file_is_seen(name: str, path: Path, sound: Sound) -> None:
    _expect(path, None, sound(False), *PLAIN[name])


@pytest.mark.parametrize("name", ENCRYPTED)
def test_damage_to_an_encrypted_file_is_seen(name: str, path: Path, real_key: Key, sound: Sound) -> None:
    _expect(path, real_key, sound(True), *ENCRYPTED[name])


def _expect(path: Path, key: Key | None, whole: bytes, make: Make, fault: type[CoachError]) -> None:
    path.write_bytes(whole)
    make(path, key)
    error = _opened(path, _salted(path, key))
    assert isinstance(error, fault), repr(error)
    assert path.name in error.text()
    assert error.text().count(". ") or error.text().count(": ")  # what happened, and what to do


def test_every_fault_has_words_of_its_own() -> None:
    fields = {"name": "a.coach", "kind": "PDF", "user": "Jo", "machine": "pc", "since": None}
    more = {"version": 2, "known": 1, "fault": "Oh.", "reason": "Oh.", "length": 1}
    classes = [c for c in vars(faults).values() if isinstance(c, type) and issubclass(c, CoachError)]
    texts = {c(**fields, **more).text() for c in classes if c is not CoachError}
    assert len(texts) == len(classes) - 1 > 20


def test_a_wrong_passphrase_may_also_be_a_damaged_beginning(path: Path, sound: Sound) -> None:
    path.write_bytes(sound(True))
    error = _opened(path, keys.unlock(path, "not this one"))
    assert isinstance(error, faults.WrongPassphrase)
    assert "passphrase" in error.text()
    assert "beginning of the file is damaged" in error.text()


def test_an_encrypted_file_asks_for_its_passphrase(path: Path, sound: Sound) -> None:
    path.write_bytes(sound(True))
    assert isinstance(_opened(path, None), faults.PassphraseNeeded)


@pytest.mark.parametrize("name", ["a\0b.coach", "a" * 300, "x/" * 3000])
def test_a_name_that_no_file_can_have_is_no_crash(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for attempt in (sniff, lambda path: keys.unlock(path, "x"), lambda path: check.problems(path, None)):
        with pytest.raises(CoachError):
            attempt(path)
    with pytest.raises(faults.NotCreated):
        creation.make(path, SAMPLE, None)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), encrypted=st.booleans())
def test_cut_off_anywhere_it_does_not_open(
    data: st.DataObject, path: Path, sound: Sound, real_key: Key, encrypted: bool
) -> None:
    path.write_bytes(sound(encrypted)[: data.draw(st.integers(0, len(sound(encrypted)) - 1))])
    assert _opened(path, _salted(path, real_key))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bit=BIT)
def test_a_flipped_bit_in_an_encrypted_file_is_seen_by_opening_or_else_by_a_check(
    bit: int, path: Path, sound: Sound, real_key: Key
) -> None:
    path.write_bytes(_flipped(sound(True), [bit]))
    error = _opened(path, real_key)
    if error is None:  # what opening doesn't read: history, evidence
        assert check.problems(path, real_key)
    else:
        assert isinstance(error, faults.WrongPassphrase | faults.DamagedFile | faults.ForeignDatabase)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bits=st.lists(BIT, min_size=1, max_size=30))
def test_flipped_bits_in_a_plain_file_never_crash(bits: list[int], path: Path, sound: Sound) -> None:
    path.write_bytes(_flipped(sound(False), bits))
    _opened(path, None)


def test_a_header_that_tells_another_length_is_not_put_right_by_opening(path: Path, sound: Sound) -> None:
    path.write_bytes(_flipped(sound(False), [192, 248]))
    _opened(path, None)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from([b"", b"SQLite format 3\0", b"PK\x03\x04"]), noise=st.binary(max_size=9000))
def test_noise_never_opens(path: Path, real_key: Key, start: bytes, noise: bytes) -> None:
    path.write_bytes(start + noise)
    assert _opened(path, _salted(path, real_key))


def _flipped(whole: bytes, bits: list[int]) -> bytes:
    flipped = bytearray(whole)
    for bit in bits:
        flipped[bit // 8 % len(whole)] ^= 1 << bit % 8
    return bytes(flipped)


def test_a_lock_file_full_of_nonsense_is_no_crash(path: Path, sound: Sound) -> None:
    path.write_bytes(sound(False))
    beside = path.with_name(path.name + ".lock")
    for nonsense in (b"", b"\xff\0", b"[" * 4096, b'{"user": 1}', os.urandom(9000)):
        with lock.held(path):
            beside.write_bytes(nonsense)
            assert isinstance(_opened(path, None), faults.InUse)
