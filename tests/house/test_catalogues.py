"""Every word of the code stands in the catalogues, and every language has it."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "translations" / "coachapp.pot"


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def keys(catalogue: Catalog) -> set[object]:
    return {(message.context, message.id) for message in catalogue if message.id}


def test_the_template_has_exactly_the_words_of_the_code() -> None:
    in_code = Catalog()
    for _file, _line, words, _comments, context in extract_from_dir(ROOT / "coachapp"):
        in_code.add(words, context=context)
    assert keys(read(TEMPLATE)) == keys(in_code)


def test_no_words_hide_in_an_f_string() -> None:
    """Before Python 3.12 these are not found for the template."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "coachapp").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "ngettext")
    ]
    assert hidden == []


@pytest.mark.parametrize("language", ["nl"])
def test_every_word_is_translated(language: str) -> None:
    catalogue = read(TEMPLATE.with_name(language) / "LC_MESSAGES" / "coachapp.po")
    assert keys(catalogue) == keys(read(TEMPLATE))
    assert not catalogue.obsolete
    assert [message.id for message in catalogue if message.id and not is_translated(message)] == []


def is_translated(message: Message) -> bool:
    """Whether there is a text for every number, with the {fields} of its original; 1 may be a word."""
    texts = message.string if isinstance(message.string, tuple | list) else [message.string]
    originals = [message.id] if isinstance(message.id, str) else message.id
    *others, last = [fields(text or "") for text in texts]
    known = fields(" ".join(originals))
    return (
        not message.fuzzy
        and all(texts)
        and last == fields(originals[-1])
        and all(it <= known for it in others)
    )


def fields(text: str) -> set[str]:
    return set(re.findall(r"\{[^}]*\}", text))
