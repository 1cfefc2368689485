"""A file for the person, written beside its name and moved there when it is whole."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from coachapp.storage.creation import sync_folder
from coachapp.storage.faults import NotCreated
from coachapp.storage.reasons import reason


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """What is written here takes the place of `path`, for its owner only. Raises NotCreated."""
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
        sync_folder(path.parent)
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        raise NotCreated(name=path.name, reason=reason(error)) from None
    finally:
        if name:
            with suppress(OSError):
                Path(name).unlink()
