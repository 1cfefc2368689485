"""A language of no country: every text about 40 % longer, with accents, and still to be read."""

import gettext
import re
from typing import Final

_ACCENTED: Final = str.maketrans("AEIOUaeiouncy", "ÅÉÎÕÛåéîõûñçý")
_KEPT: Final = re.compile(r"(\{[^}]*\}|\([^)]*\*[^)]*\)|;;)")  # places for values, and filters of files
_END: Final = re.compile(r"[…….:?]*$")
_MORE: Final = "érloûm sit dôlår îpsem vitaé"


def stretched(words: str) -> str:
    """The same with accents, and 40 % more of it before the last mark."""
    if not words.strip():
        return words
    end = _END.search(words)
    assert end
    body = words[: end.start()]
    said = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(body))
    more = round(len(_KEPT.sub("", body)) * 0.4)
    glue = " " if " " in body else ""
    filling = (_MORE * (more // len(_MORE) + 1))[:more].strip()
    return f"{said}{glue}{filling if glue else filling.replace(' ', '')}{words[end.start() :]}"


class Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return stretched(message)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's own
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretched(msgid1 if n == 1 else msgid2)
