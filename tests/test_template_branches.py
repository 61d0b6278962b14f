"""How much of the templates the generated matters, the samples and the filings reach: both ways of every
`if`, counted by compiling them with a counter.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from filled import matters as filled_matters
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from matters import grid, write
from template_sentences import choices
from test_own_causes import OWN, SHEET
from unusual import bare, unusual

from drafter import built
from drafter.complaint import assemble
from drafter.library import environment, open_library
from drafter.library.sandbox import Sandbox
from drafter.matter_files.load import load


def chosen():
    """Of each cause and family: all supported, in federal court, for one with its notices; and unsupported,
    in State court, for several without.
    """
    one = [
        case
        for case in grid()
        if (case.plaintiffs, case.defendants, case.forum, case.noticed) == (1, 1, "federal", True)
    ]
    several = [
        case
        for case in grid()
        if (case.plaintiffs, case.defendants, case.forum) == (3, 4, "state") and case.noticed is False
    ]
    without = {case.theories for case in several}
    rest = [
        case
        for case in grid()
        if (case.plaintiffs, case.defendants, case.forum) == (3, 4, "state") and case.theories not in without
    ]
    both = [
        case
        for case in grid()
        if (case.plaintiffs, case.defendants, case.forum, case.noticed) == (3, 1, "federal", True)
    ]
    return [*one, *several, *rest, *both]


class Counted(NodeTransformer):
    """Puts a counter around the test of every branch."""

    def __init__(self, name):
        self.name, self.number, self.there = name, 0, []

    def _count(self, node, *args, **kwargs):
        node = self.generic_visit(node, *args, **kwargs)
        self.number += 1
        self.there.append((self.name, node.lineno, self.number))
        node.test = nodes.Call(
            nodes.Name("branch_taken", "load"),
            [nodes.Const(self.name), nodes.Const(self.number), node.test],
            [],
            None,
            None,
            lineno=node.lineno,
        )
        return node

    visit_If = visit_CondExpr = _count


def _without_injunction(path):
    tree = json.loads(path.read_text(encoding="utf-8"))
    tree["claims"][1]["relief"] = [
        {"kind": kind, "omit": "yes"} for kind in ("injunction", "punitive-damages")
    ]
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def drafted_matters(folder):
    """The sheet of each matter that is drafted, and the firm's templates beside it or None: samples, filings,
    matters that fill every field, bare ones with each word that may be chosen, and those of the grid.
    """
    filled = folder / "filled"
    filled.mkdir()
    paths = [(path, None) for path in filled_matters(filled)]
    for position, case in enumerate(chosen()):
        paths.append(_of_grid(folder / str(position), case, position, case.forum == "federal"))
        if case.forum == "state":
            _without_injunction(paths[-1][0])
    for position, case in enumerate(case for case in chosen() if case.plaintiffs == 1):
        paths.append(_of_grid(folder / f"bare-{position}", case, position, False))
    made = {"unusual": unusual(), "bare": bare(), **_chosen_words()}
    for position, sheet in enumerate(made.values()):
        path = folder / f"made-{position}.yaml"
        path.write_text(json.dumps(sheet, ensure_ascii=False), encoding="utf-8")
        paths.append((path, None))
    (folder / "own.yaml").write_text(SHEET.replace("\nclaims:\n", f"\n{OWN}", 1), encoding="utf-8")
    return [*paths, (folder / "own.yaml", None)]


def _of_grid(folder, case, position, supported):
    folder.mkdir()
    return write(case, folder, position % 5, supported=supported)


def _chosen_words():
    """By name, a bare matter with each word that may be chosen, and one whose kind of complaint is not known
    yet.
    """
    made = {one.name: one.sheet for one in choices(open_library())}
    unasked = {"kind": {"unknown": "original or amended"}}
    return made | {"posture not known": {**bare(), "posture": unasked}}


@pytest.mark.long
def test_more_than_nine_branches_in_ten_of_the_templates_are_reached(
    tmp_path, monkeypatch, record_property, capsys
):
    taken, there = set(), {}

    class Counting(Sandbox):
        def __init__(self, *given):
            super().__init__(*given)
            self.globals["branch_taken"] = self.taken

        @staticmethod
        def taken(name, number, value):
            taken.add((name, number, bool(value)))
            return value

        def _parse(self, source, name, filename):
            counter = Counted(name)
            tree = counter.visit(super()._parse(source, name, filename))
            there[name] = counter.there
            return tree

    monkeypatch.setattr(environment, "Sandbox", Counting)
    monkeypatch.setattr(environment, "_codes", {})
    monkeypatch.setattr(built, "entry", lambda name, key: None)
    for path, firm in drafted_matters(tmp_path):
        assemble(load(path), open_library(str(firm) if firm else None))
    every = [
        (name, number, way)
        for name, branches in there.items()
        for _, _, number in branches
        for way in (True, False)
    ]
    lines = {(name, number): line for name, branches in there.items() for _, line, number in branches}
    missed = sorted(
        {
            f"{name}:{lines[name, number]} never {way}"
            for name, number, way in every
            if (name, number, way) not in taken
        }
    )
    share = 1 - len([entry for entry in every if entry not in taken]) / len(every)
    record_property("template_branches", f"{share:.3f} of {len(every)}")
    with capsys.disabled():
        print(f"\ntemplate branches reached: {share:.1%} of {len(every)}")
    (Path(tmp_path) / "missed.txt").write_text("\n".join(missed), encoding="utf-8")
    assert len(every) > 700 and share > 0.90, "\n".join(missed[:60])
