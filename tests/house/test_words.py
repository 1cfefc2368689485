"""Words on the screen can be found and translated: plain texts, looked up when they are shown."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOOK_UPS = {"_": 1, "gettext": 1, "pgettext": 2, "ngettext": 2}


def look_ups(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name(node) in LOOK_UPS:
            yield node


def name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs when a module is imported: all but the insides of functions."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from child.args.defaults + child.decorator_list
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from at_import(child)


def faults(source: str) -> list[str]:
    tree = ast.parse(source)
    early = {id(node) for node in at_import(tree)}
    found = []
    for call in look_ups(tree):
        words = call.args[: LOOK_UPS[name(call)]]
        if not all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in words):
            found.append(f"line {call.lineno}: not a plain text, so nobody can translate it")
        if id(call) in early:
            found.append(f"line {call.lineno}: looked up at import, so it stays in one language")
    return found


def test_words_are_plain_texts_looked_up_when_shown() -> None:
    sources = [path for path in (ROOT / "coachapp").rglob("*.py") if path.name != "i18n.py"]
    assert {str(path): found for path in sources if (found := faults(path.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "bad",
    [
        'def f(): return _(f"{n} cards")',
        'def f(): return _("{} cards".format(n))',
        'def f(): return _("a" + b)',
        'def f(): return ngettext("card", f"{n} cards", n)',
        'TITLE = _("Board")',
        'class Page:\n    title = _("Board")',
        'def f(title=_("Board")): ...',
    ],
)
def test_words_that_would_not_be_translated_are_noticed(bad: str) -> None:
    assert len(faults(bad)) == 1
