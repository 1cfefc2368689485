"""The language that another script tells of.

A script has no one language: each stands for the one that most of our readers write with it.
"""

import re
from typing import Final

_SCRIPTS: Final = re.compile(
    r"(?P<el>[\u0370-\u03ff\u1f00-\u1fff])"
    r"|(?P<ru>[\u0400-\u052f])"
    r"|(?P<he>[\u0590-\u05ff\ufb1d-\ufb4f])"
    r"|(?P<ar>[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc])"
)


def language_of(text: str) -> str:
    """The language of the first letter in another script; "" when there is none."""
    found = None if text.isascii() else _SCRIPTS.search(text)
    return (found and found.lastgroup) or ""
