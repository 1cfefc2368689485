"""Runs a program under strace and tells what it wrote, to which files, and whom it called."""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

_CALLS: Final = "write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,socket,connect"
_WRITTEN: Final = re.compile(r"\b(?:p?writev?2?|pwrite64|sendto|sendmsg)\(\d+<([^>]*)>(.*)")
_SOCKET: Final = re.compile(r"\bsocket\((\w+)")
_CALLED: Final = re.compile(r'\bconnect\(.*sun_path=@?"((?:\\x[0-9a-f]{2})*)"')
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_STANDARD: Final = re.compile(r"^(pipe|anon_inode|/dev/)")


class Written(NamedTuple):
    """Bytes that went to a file or a socket, as one call gave them."""

    path: str
    content: bytes


class Trace(NamedTuple):
    """`sockets`: the family of each; `called`: the local ones that were called."""

    written: tuple[Written, ...]
    sockets: tuple[str, ...]
    called: tuple[str, ...]

    def telling(self, words: Sequence[str], but: Sequence[str] = ()) -> list[str]:
        """Which words went where as plain text, in UTF-8 or UTF-16; not in paths that end in `but`."""
        codings = ("utf-8", "utf-16-le", "utf-16-be")
        return [
            f"{word} in {path}"
            for word in words
            for path, content in self.written
            if any(word.encode(coding) in content for coding in codings) and not path.endswith(tuple(but))
        ]


def traced(command: Sequence[str], log: Path) -> tuple[subprocess.CompletedProcess[str], Trace]:
    """Run it to its end; what goes into pipes between its own processes is left out."""
    strace = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(log)]
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([*strace, *command], env=env, capture_output=True, text=True, check=False)
    with log.open(encoding="ascii") as lines:
        written, sockets, called = [], [], []
        for line in lines:
            written += _written(line)
            sockets += _SOCKET.findall(line)
            called += [_bytes(at).decode() for at in _CALLED.findall(line)]
    return done, Trace(tuple(written), tuple(sockets), tuple(called))


def _written(line: str) -> Iterator[Written]:
    if found := _WRITTEN.search(line):
        path, rest = _bytes(found[1]).decode(errors="replace"), found[2]
        if not _STANDARD.match(path):
            yield Written(path, b"".join(_bytes(text) for text in _TEXT.findall(rest)))


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
