# ruff: noqa: INP001 - run as a script
"""Makes the small Noto fonts in resources/fonts from the full ones. Done once; see the README there.

Usage: make.py FOLDER-WITH-FULL-NOTO-FONTS   (needs the package fonttools)
"""

import sys
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).resolve().parents[2] / "resources" / "fonts"
ALWAYS = "U+0020,U+00A0"
PUNCTUATION = "U+0021-007E,U+00A1-00BF,U+2010-2027,U+2030-205E,U+2070-209F,U+20A0-20BF,U+2100-2122,U+FFFD"
LATIN = "U+00C0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+1E00-1EFF"
GREEK = "U+0370-03FF"
CYRILLIC = "U+0400-052F"
ARABIC = "U+0600-06FF,U+0750-077F,U+200C-200D,U+FE70-FEFF"
HEBREW = "U+0591-05F4,U+FB1D-FB4F"
ARROWS = "U+2190-2195,U+21D0-21D5,U+2200,U+2203,U+2208,U+221A-221E,U+2248,U+2260-2265"
SHAPES = "U+25A0-25FF,U+2605-2606,U+2610-2612,U+2665,U+2666,U+2713-2718,U+2764,U+2794,U+27A1"
WANTED = {
    "NotoSans-Regular": (LATIN, GREEK, CYRILLIC, PUNCTUATION),
    "NotoSans-Bold": (LATIN, GREEK, CYRILLIC, PUNCTUATION),
    "NotoSansArabic-Regular": (ARABIC,),
    "NotoSansArabic-Bold": (ARABIC,),
    "NotoSansHebrew-Regular": (HEBREW,),
    "NotoSansHebrew-Bold": (HEBREW,),
    "NotoSansMath-Regular": (ARROWS,),
    "NotoSansSymbols2-Regular": (SHAPES,),
}


def main(source: Path) -> None:
    for name, ranges in WANTED.items():
        made = TARGET / f"{name}.ttf"
        subset.main(
            [
                str(source / f"{name}.ttf"),
                f"--output-file={made}",
                f"--unicodes={','.join((ALWAYS, *ranges))}",
                "--layout-features=ccmp,locl,kern,mark,mkmk,init,medi,fina,isol,rlig,liga,calt",
                "--no-hinting",
                "--name-IDs=*",
                "--no-recalc-timestamp",
            ]
        )
        sys.stdout.write(f"{made.name}: {made.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
