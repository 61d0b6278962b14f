"""Say of each leaf of a matter, one at a time, that it is not known, and see what the draft and the findings
make of it.

    python tests/every_unknown.py [--jobs N] [--show KIND] [--matter NAME …]

prints for each matter how many leaves were tried and how many fail, by kind of failure; with --show the
leaves of one kind. A leaf is a scalar of the sheet but an id, the version, what is included, the
number that the clerk gives the case, and what is said to be unknown or none already.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from typing import Any, Iterator, Literal, NamedTuple, get_args, get_origin

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from conftest import ROOT  # noqa: E402
from mutation import REFUSALS  # noqa: E402

from drafter.checks import run_checks  # noqa: E402
from drafter.checks.engine.gaps import UNSEEN  # noqa: E402
from drafter.checks.links import GRADES, chain, grade_of  # noqa: E402
from drafter.complaint import Draft, assemble  # noqa: E402
from drafter.facts.values import Unknown, Without  # noqa: E402
from drafter.findings import Finding  # noqa: E402
from drafter.library import open_library  # noqa: E402
from drafter.matter_files.load import Loaded, validate  # noqa: E402
from drafter.text import render  # noqa: E402
from drafter.tree.paths import Location, path_of, walk  # noqa: E402
from drafter.tree.shape import _any, _kinds_at, records_at  # noqa: E402
from drafter.tree.unknown import split_unknowns  # noqa: E402
from drafter.yamltext.read import read_sheet  # noqa: E402

NOTE = "zq to be found out"
KEPT = ("id", "schema_version", "include", "case_number")
KINDS = (
    "crashes",
    "is refused",
    "old words stand",
    "pleaded as before",
    "grade rises",
    "no finding",
    "several findings",
    "not an error",
)
EXCUSED: list[tuple[str, str, int, str]] = [
    ("is refused", r"defendant_groups\.[^.]+\.name", 5, "a group is its name, and claims name it by its id"),
    (
        "is refused",
        r"terms\.[^.]+\.term",
        2,
        "to be mended: a term to be defined is taken for one named by its id",
    ),
    (
        "is refused",
        r"plaintiffs\.[^.]+\.experience\.statements\.\d+\.statement",
        2,
        "to be mended: its list bears the name of one whose entries are named by their ids",
    ),
    (
        "old words stand",
        r"classes\.[^.]+\.(geography|members|name)",
        9,
        "the form or the law has these words too: “the United States”, “members of the class”",
    ),
    ("old words stand", r"notices\.[^.]+\.statute", 4, "the cause cites the statute that wants the notice"),
    (
        "old words stand",
        r"allegations\.\d+\.heading",
        3,
        "a section or count of the form bears those words too",
    ),
    ("old words stand", r"counsel\.[^.]+\.address\.city", 1, "a division of the court bears the city’s name"),
    (
        "pleaded as before",
        r"classes\.[^.]+\.device",
        1,
        "to be mended: the draft takes it for a class under Rule 23, and FORM-019 says so",
    ),
]
"""Kind of failure, paths, how many of all leaves fail so today, and why. The numbers only shrink."""
TRIED = 3
"""How many other choices are tried."""
_LIBRARY = open_library()


def matters() -> list[Path]:
    """The samples and the filings."""
    return [*sorted((ROOT / "samples").glob("*.yaml")), *sorted((ROOT / "tests" / "filings").glob("*.yaml"))]


class Failure(NamedTuple):
    kind: str
    path: str
    told: str


class Outcome(NamedTuple):
    """What a sheet makes: its draft's text, its findings, the grade of each link and allegation."""

    text: str
    found: list[Finding]
    grades: dict[str, int]
    document: Any


def leaves(value: Any, where: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Each scalar with its location."""
    for name, entry in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(entry, (Unknown, Without)) or name in KEPT:
            continue
        if isinstance(entry, (dict, list)):
            yield from leaves(entry, (*where, name))
        else:
            yield (*where, name), entry


def changed(tree: Any, where: Location, value: Any) -> Any:
    """`tree` with `value` at `where`."""
    copy: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[where[0]] = value if len(where) == 1 else changed(copy[where[0]], where[1:], value)
    return copy


def squeezed(text: Any) -> str:
    """`text` in one case, with plain marks and single spaces, for looking words up."""
    plain = str(text).translate(str.maketrans("’‘“”\u00a0–—", "''\"\" --"))
    return " ".join(plain.lower().split())


class Matter:
    """A matter one leaf of which is unknown at a time."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.source, self.tree = read_sheet(path)
        self.before = self.outcome(self.tree)
        self.leaves = list(leaves(self.tree))
        self.words = [(where, squeezed(value)) for where, value in self.leaves]

    def outcome(self, tree: dict[str, Any]) -> Outcome:
        sheet = validate(tree, self.source)
        places = list(walk(sheet))
        draft = assemble(Loaded(sheet, self.source, places, [], tree, []), _LIBRARY)
        return Outcome(
            squeezed(render(draft.document)), list(run_checks(draft)), _grades(draft), draft.document
        )

    def failures(self, where: Location) -> list[Failure]:
        """What is wrong where the leaf at `where` is not known."""
        path = path_of(self.tree, where)
        told: list[Failure] = []
        try:
            after = self.outcome(changed(self.tree, where, Unknown(NOTE)))
        except REFUSALS as refused:
            return [Failure("is refused", path, str(refused)[:300])]
        except Exception as crash:
            return [Failure("crashes", path, f"{type(crash).__name__}: {crash}"[:300])]
        told += self._words_left(where, path, after)
        told += self._pleaded(where, path, after)
        told += [
            Failure("grade rises", path, f"{at}: {GRADES[self.before.grades[at]]} → {GRADES[grade]}")
            for at, grade in after.grades.items()
            if at in self.before.grades and grade < self.before.grades[at]
        ]
        told += self._findings(path, self._subject(where, path), after)
        return told

    def _subject(self, where: Location, path: str) -> str:
        """The path at which it is told: its own, or that of the list or record that is nothing without it."""
        notes = split_unknowns(changed(self.tree, where, Unknown(NOTE)))[1]
        return next((own for own, told in notes.items() if NOTE in told), path)

    def _words_left(self, where: Location, path: str, after: Outcome) -> Iterator[Failure]:
        words = squeezed(dict(self.leaves)[where])
        elsewhere = any(words in own for other, own in self.words if other != where)
        if len(words) > 8 and " " in words and not elsewhere and words in after.text:
            at = after.text.index(words)
            yield Failure("old words stand", path, after.text[max(0, at - 80) : at + len(words) + 40])

    def _pleaded(self, where: Location, path: str, after: Outcome) -> Iterator[Failure]:
        """Whether the draft goes on as it was, and would not with another choice."""
        own = squeezed(dict(self.leaves)[where])
        if after.document.body != self.before.document.body or _at_default(where) != own:
            return
        for other in [one for one in choices(where) if one != own][:TRIED]:
            try:
                draft = self.outcome(changed(self.tree, where, other))
            except REFUSALS:
                continue
            if draft.document.body != after.document.body:
                yield Failure("pleaded as before", path, f"as if it were {own}; not with {other}")
                return

    def _findings(self, path: str, subject: str, after: Outcome) -> Iterator[Failure]:
        old = {(one.check, one.message, one.where) for one in self.before.found}
        about = [one for one in after.found if _is_about(one, subject)]
        new = [one for one in about if (one.check, one.message, one.where) not in old]
        if not new:
            fresh = [f"{o.check}@{o.where}" for o in after.found if (o.check, o.message, o.where) not in old]
            yield Failure("no finding", path, ", ".join(fresh)[:200])
        elif len(new) > 1:
            yield Failure("several findings", path, "; ".join(f"{o.check} {o.message[:90]}" for o in new))
        elif not new[0].stands:
            yield Failure("not an error", path, f"{new[0].check}: {new[0].message}"[:200])


def _is_about(one: Finding, path: str) -> bool:
    return path in (one.where, *(one.reads if one.check == UNSEEN else ()))


def _grades(draft: Draft) -> dict[str, int]:
    found = {f"{link.claim}/{link.element}": GRADES.index(link.grade) for link in chain(draft)}
    return found | {own: GRADES.index(grade_of(one)) for own, one in draft.matter.allegations.items()}


def choices(where: Location) -> list[str]:
    """What may be chosen at `where`; nothing where that is no choice."""
    found = [one for one in _kinds_at(_any(where)) if get_origin(one) is Literal or one is bool]
    return [one for kind in found for one in (("yes", "no") if kind is bool else get_args(kind))]


def _at_default(where: Location) -> str | None:
    """What stands at `where` when nothing is said, as the sheet's text has it."""
    for record in records_at(where[:-1]):
        for name, question in record.questions.items():
            if name.rstrip("_") == where[-1]:
                usual = question.default
                return {True: "yes", False: "no"}[usual] if isinstance(usual, bool) else usual
    return None


def tried(path: Path) -> tuple[str, int, list[Failure]]:
    """All leaves of the matter at `path`: its name, how many, what fails."""
    matter = Matter(path)
    return matter.name, len(matter.leaves), [f for where, _ in matter.leaves for f in matter.failures(where)]


def unexcused(failures: list[Failure]) -> list[Failure]:
    """Those that the table of `EXCUSED` does not have."""
    return [
        one
        for one in failures
        if not any(kind == one.kind and re.fullmatch(path, one.path) for kind, path, _, _ in EXCUSED)
    ]


def over(failures: list[Failure]) -> list[str]:
    """The rows of `EXCUSED` of which another number fails than the table says."""
    told = []
    for kind, path, most, _ in EXCUSED:
        count = sum(one.kind == kind and bool(re.fullmatch(path, one.path)) for one in failures)
        if count != most:
            told.append(f"{kind}: {path}: {count} fail, and the table says {most}")
    return told


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--jobs", type=int, default=1)
    reader.add_argument("--show", default="")
    reader.add_argument("--matter", nargs="*", default=[])
    given = reader.parse_args()
    chosen = [path for path in matters() if not given.matter or any(n in path.stem for n in given.matter)]
    total: Counter[str] = Counter()
    everything: list[Failure] = []
    with Pool(given.jobs) as pool:
        for name, count, failures in pool.imap_unordered(tried, chosen):
            kinds = Counter(one.kind for one in failures)
            total += kinds
            everything += failures
            print(f"{name}: {count} leaves; {dict(kinds)}", flush=True)
            for one in failures:
                if given.show in ("all", one.kind):
                    print(f"    {one.kind}: {one.path}: {one.told}")
    print(f"together: {dict(total)}")
    wrong = [f"{one.kind}: {one.path}: {one.told}" for one in unexcused(everything)]
    wrong += [] if given.matter else over(everything)
    sys.exit("\n".join(wrong) if wrong else 0)


if __name__ == "__main__":
    main()
