"""Run every benchmark: `python -m benchmarks [--json FILE]`; exit 1 when a limit is missed."""

import argparse
import importlib
import json
import pkgutil
import sys
from pathlib import Path
from typing import Any

import benchmarks


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    figures = [found for name in _modules() for found in importlib.import_module(name).run()]
    for found in figures:
        print(_line(found), flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), "utf-8")
    return 0 if all(found["met"] for found in figures) else 1


def _modules() -> list[str]:
    """The modules of this package with a `run`; each measures in its own way."""
    names = [f"benchmarks.{module.name}" for module in pkgutil.iter_modules(benchmarks.__path__)]
    return [name for name in names if hasattr(importlib.import_module(name), "run")]


def _line(found: dict[str, Any]) -> str:
    mark = "met   " if found["met"] else "MISSED"
    rest = {key: value for key, value in found.items() if key not in ("name", "value", "limit", "met")}
    return f"{mark} {found['name']:<58} {found['value']:>9} of {found['limit']:<7} {rest or ''}"


if __name__ == "__main__":
    sys.exit(main())
