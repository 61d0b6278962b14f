"""Regular expressions that were compiled when the package was built: those of a draft and its checks, the
libraries' among them. To compile them at each start takes a tenth of a draft.

What is stored is the code that the standard library's own compiler made for this very Python; the engine
looks through it before it takes it. Where it does not fit, each is compiled at its first use, as usual.
"""

from __future__ import annotations

import json
import marshal
import re
import subprocess
import sys
from array import array
from importlib import import_module
from typing import Any

from drafter import built

__all__ = ["NAME", "of_a_draft", "patterns_key", "take_up"]

NAME = "patterns"


def patterns_key() -> str:
    """What the code of a pattern depends on: Python and its engine."""
    _sre: Any = import_module("_sre")

    return built.key_of(NAME, _sre.MAGIC)


def take_up() -> None:
    """Have the standard library know the patterns that the package holds."""
    known: Any = getattr(re, "_cache", None)
    try:
        _sre: Any = import_module("_sre")
        made = built.entry(NAME, patterns_key()) if isinstance(known, dict) else None
        for pattern, given, flags, code, groups, names, by_number in marshal.loads(made) if made else ():
            words = array("I", code).tolist()
            known[str, pattern, given] = _sre.compile(pattern, flags, words, groups, names, by_number)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        return


def of_a_draft(folder: str) -> bytes:
    """The code of all patterns that drafting and checking the samples in `folder` takes, in a Python of its
    own, as `take_up` reads it. Empty where this Python does not keep them as it did.
    """
    done = subprocess.run(
        [sys.executable, "-c", _DRAFT, folder], capture_output=True, text=True, encoding="utf-8", check=False
    )
    try:
        return marshal.dumps([_coded(str(pattern), int(flags)) for pattern, flags in json.loads(done.stdout)])
    except (ValueError, ImportError, AttributeError):
        return b""


def _coded(pattern: str, given: int) -> tuple[Any, ...]:
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    read = parser.parse(pattern, given)
    names = read.state.groupdict
    by_number: list[str | None] = [None] * read.state.groups
    for name, number in names.items():
        by_number[number] = name
    code = array("I", compiler._code(read, given)).tobytes()
    return pattern, given, given | read.state.flags, code, read.state.groups - 1, names, tuple(by_number)


_DRAFT = """
import contextlib, glob, io, json, os, re, sys
sys.path.insert(0, sys.argv[1])
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    with contextlib.suppress(Exception):
        from drafter import cli, compiled_patterns
        compiled_patterns.take_up = lambda: None
        for sample in glob.glob(os.path.join(sys.argv[1], "samples", "*.yaml")):
            cli.main(["draft", "--text", sample])
            cli.main(["check", sample])
print(json.dumps([(pattern, flags) for kind, pattern, flags in re._cache if kind is str]))
"""
