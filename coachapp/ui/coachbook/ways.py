"""What the windows may ask of coach books; who starts the program hands these functions over."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # the start page is painted before the domain is read
    from coachapp.domain.coach_book.book import CoachBook, Coachee
    from coachapp.ui.files import Files


class CoachBookWays(NamedTuple):
    """`files`: what may be asked of a coach book just as of a portfolio, to open it and to keep it safe.

    The others take long and raise a CoachError. `create(path, book, passphrase)` makes a file and opens it;
    `keep(file, book, path)` puts the book in another file of the same passphrase, and opens that.
    `write_about(book, coachee, path)` writes all about somebody as a text for her.
    `forget(file)`: of who was removed nothing stays in the file or its backups; gives those that can't go.
    """

    files: "Files"
    create: "Callable[[Path, CoachBook, str], Any]"
    keep: "Callable[[Any, CoachBook, Path], Any]"
    write_about: "Callable[[CoachBook, Coachee, Path], None]"
    forget: Callable[[Any], tuple[Path, ...]]
