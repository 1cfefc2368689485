"""Words in the reader's language."""

import gettext
from concurrent.futures import ThreadPoolExecutor

import pytest

from coachapp import i18n


class _Catalogue(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return f"nl:{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"nl:{msgid1 if n == 1 else msgid2}"

    def pgettext(self, context: str, message: str) -> str:
        return f"nl:{context}:{message}"


@pytest.fixture(autouse=True)
def _dutch_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real catalogue is tested by its drift check; here it only matters which one is asked."""
    catalogues = {"nl": _Catalogue()}
    monkeypatch.setattr(i18n, "_catalogue", lambda code: catalogues.get(code, gettext.NullTranslations()))


def test_the_screen_speaks_one_language_until_told_otherwise() -> None:
    assert (i18n.language(), i18n.gettext("board")) == ("en", "board")
    i18n.use("nl")
    assert (i18n.language(), i18n.gettext("board")) == ("nl", "nl:board")


def test_a_report_in_another_language_leaves_the_screen_as_it_was() -> None:
    i18n.use("nl")
    with i18n.speaking("en"):
        assert i18n.gettext("board") == "board"
        with i18n.speaking("nl"):
            assert i18n.ngettext("cell", "cells", 2) == "nl:cells"
        assert i18n.ngettext("cell", "cells", 1) == "cell"
    assert i18n.pgettext("noun", "place") == "nl:noun:place"


def test_a_language_ends_with_its_block_even_after_a_fault() -> None:
    with pytest.raises(ValueError, match="stop"), i18n.speaking("nl"):
        raise ValueError("stop")
    assert i18n.language() == "en"


def test_what_one_thread_speaks_no_other_thread_hears() -> None:
    with ThreadPoolExecutor(1) as pool, i18n.speaking("nl"):
        assert pool.submit(i18n.language).result() == "en"
        assert i18n.language() == "nl"

    def spoken() -> str:
        with i18n.speaking("nl"):
            return i18n.language()

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(spoken).result() == "nl"
        assert pool.submit(i18n.language).result() == "en"


def test_a_thread_speaks_the_language_of_the_screen_from_the_start() -> None:
    i18n.use("nl")
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(i18n.gettext, "board").result() == "nl:board"


def test_a_language_without_words_is_english() -> None:
    with i18n.speaking("tlh"):
        assert i18n.gettext("board") == "board"
