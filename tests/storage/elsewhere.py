"""Another program that has a portfolio file open, until it is killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.storage import kills
from tests.storage.kills import Target, Writer


class Elsewhere(NamedTuple):
    writer: Writer
    pid: int

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        self.writer.hear_all()


@contextmanager
def other_program(target: Target, job: str = "hold") -> Iterator[Elsewhere]:
    """It does this job with the file."""
    with kills.writer() as writer:
        pid = writer.start(job, target)
        writer.say()
        writer.hear()
        yield Elsewhere(writer, pid)
