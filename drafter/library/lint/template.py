"""A template under the lint: its names, what it takes in, branches and words that nothing reaches."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

from drafter.facts.claims import Claim
from drafter.facts.sheet import FactSheet
from drafter.library import Library
from drafter.library.court_records import CourtProfile
from drafter.library.entries import fields_of
from drafter.library.entry_text import without_front_matter
from drafter.library.environment import Environment, TemplateSyntaxError, compiled, meta, nodes
from drafter.library.files import read_text
from drafter.library.lint.flaws import Flaw
from drafter.library.template_names import ALLOWED, NAMES, names_of
from drafter.wording import did_you_mean

__all__ = ["TemplateFile"]

_GIVEN = frozenset(
    "claim cause theory act items section self super loop range dict lipsum cycler joiner"
    " namespace caller".split()
)


class TemplateFile:
    """One template file under the lint."""

    def __init__(self, library: Library, folder: Path, path: Path) -> None:
        self.library, self.path = library, path
        self.name = path.relative_to(folder).as_posix()
        self.text = read_text(path)

    def flaws(self) -> Iterator[Flaw]:
        """Every flaw of the template."""
        tree, wrong = self.tree()
        yield from wrong
        if tree is not None:
            yield from self.flaws_of(tree)

    def flaws_of(self, tree: Any) -> Iterator[Flaw]:
        """The flaws of the template that `tree` is."""
        yield from self._names(tree)
        yield from self._taken_in(tree)
        yield from self._branches(tree)
        yield from self._outside(tree)

    def flaw(self, line: int, severity: str, message: str, fix: str = "") -> Flaw:
        return Flaw(self.path, line, severity, message, fix)

    def line_of(self, words: str) -> int:
        """The line of the front matter on which `words` first stand; 1 where they do not."""
        return next((number for number, line in enumerate(self.text.split("\n"), 1) if words in line), 1)

    def body(self) -> str:
        """The text with the front matter blanked, each line where it was."""
        return without_front_matter(self.text)

    def tree(self) -> tuple[Any, list[Flaw]]:

        jinja = Environment(self.library).jinja
        try:
            compiled(jinja, self.name, self.text, 0)
            return jinja.parse(self.body()), []
        except TemplateSyntaxError as error:
            return None, [self.flaw(error.lineno, "error", error.message or "syntax error")]

    def builtin(self) -> str:
        """The text of drafter’s own file of this name; empty where there is none."""
        path = self.library.find(f"builtin/{self.name}")
        return read_text(path) if path else ""

    def _taken_in(self, tree: Any) -> Iterator[Flaw]:
        """Templates that are not there, are none of the folders', or take in the one that takes them in."""
        for name, line in _named(tree):
            refused = self.library.files.refused(name)
            if refused or self.library.find(name) is None:
                yield self.flaw(line, "error", refused or f"There is no template “{name}”.")
            elif self._comes_back(name, {name}):
                yield self.flaw(
                    line,
                    "error",
                    f"“{name}” takes in this template again, without an end.",
                    "Take one of the two out.",
                )

    def _comes_back(self, name: str, seen: set[str]) -> bool:
        """Whether `name`, or what it takes in, takes in this template."""
        path = self.library.find(name)
        if path is None:
            return False
        if path == self.path:
            return True
        others = {own for own, _ in _named(TemplateFile(self.library, path.parent, path).parsed())} - seen
        return any(self._comes_back(own, seen | others) for own in others)

    def parsed(self) -> Any:
        """The tree; of a template that cannot be read, an empty one."""

        return self.tree()[0] or nodes.Template([])

    def _names(self, tree: Any) -> Iterator[Flaw]:

        bound = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
        for name in sorted(meta.find_undeclared_variables(tree) - NAMES - _GIVEN - bound):
            line = next((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), 1)
            yield self.flaw(line, "error", f"“{name}” is undefined.", did_you_mean(name, [*NAMES, *_GIVEN]))
        for node in tree.find_all(nodes.Getattr):
            there = _attributes().get(node.node.name) if isinstance(node.node, nodes.Name) else None
            if there is not None and node.attr not in there:
                yield self.flaw(
                    node.lineno,
                    "error",
                    f"“{node.node.name}” has no “{node.attr}”.",
                    did_you_mean(node.attr, sorted(there)),
                )

    def _branches(self, tree: Any) -> Iterator[Flaw]:

        for node in tree.find_all((nodes.If, nodes.CondExpr)):
            if isinstance(node.test, nodes.Const):
                yield self.flaw(
                    node.lineno,
                    "warning",
                    "The test is always the same: a branch is never reached.",
                    "Remove it.",
                )
        for node in tree.find_all(nodes.If):
            tests = [repr(node.test), *(repr(other.test) for other in node.elif_)]
            for position, other in enumerate(node.elif_, 1):
                if tests[position] in tests[:position]:
                    yield self.flaw(
                        other.lineno,
                        "warning",
                        "The same test stands above: this branch is never reached.",
                        "Remove it.",
                    )

    def _outside(self, tree: Any) -> Iterator[Flaw]:
        """Words or blocks of a child template that its parent never calls."""

        parents = list(tree.find_all(nodes.Extends))
        if not parents:
            return
        called = self._blocks_of(parents[0])
        for node in tree.body:
            data = (
                isinstance(node, nodes.Output)
                and "".join(part.data for part in node.nodes if isinstance(part, nodes.TemplateData)).strip()
            )
            if data:
                yield self.flaw(
                    node.lineno,
                    "warning",
                    "Words outside every block of a template that extends another are never printed.",
                    "Move them into a block.",
                )
            if isinstance(node, nodes.Block) and called is not None and node.name not in called:
                yield self.flaw(
                    node.lineno,
                    "warning",
                    f"The template it extends has no block “{node.name}”: it is never printed.",
                    f"Blocks: {', '.join(sorted(called))}.",
                )

    def _blocks_of(self, extends: Any) -> set[str] | None:

        found: set[str] = set()
        parent = extends.template.value if isinstance(extends.template, nodes.Const) else ""
        seen: set[str] = set()
        while parent and parent not in seen:
            seen.add(parent)
            path = self.library.find(parent)
            if path is None:
                return None
            tree = TemplateFile(self.library, path.parent, path).parsed()
            found |= {block.name for block in tree.find_all(nodes.Block)}
            parent = next(
                (
                    node.template.value
                    for node in tree.find_all(nodes.Extends)
                    if isinstance(node.template, nodes.Const)
                ),
                "",
            )
        return found


def _named(tree: Any) -> Iterator[tuple[str, int]]:
    """The templates that `tree` names outright, with the line."""

    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
            yield node.template.value, node.lineno


def _attributes() -> dict[str, frozenset[str]]:
    """What templates may name of the views that have one name everywhere: the sandbox's own allow-list."""
    parties = ALLOWED["Parties"]
    kinds: tuple[Any, ...] = (Claim, FactSheet)
    return {
        "claim": names_of("ClaimView", kinds[0]),
        "sheet": names_of("View", kinds[1]),
        "matter": ALLOWED["Matter"],
        "page": ALLOWED["FirstPage"],
        "act": ALLOWED["Act"],
        "plaintiffs": parties,
        "defendants": parties,
        "court": fields_of(CourtProfile),
    }
