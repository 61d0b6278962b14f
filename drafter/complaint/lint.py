"""Flaws of a folder of templates, found without a matter: names, branches, elements, notices, citations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterable, Iterator, NamedTuple

from drafter.complaint.views.allowed import ALLOWED, names_of
from drafter.complaint.views.claim import ClaimView
from drafter.complaint.views.values import View
from drafter.errors import DrafterError, TemplateError
from drafter.facts.claims import Claim
from drafter.facts.sheet import FactSheet
from drafter.library import CauseOfAction, Library, front_matter
from drafter.library.citations import citations_that_fail, sections
from drafter.library.court_records import CourtProfile
from drafter.library.entries import fields_of
from drafter.library.files import read_text
from drafter.library.records import Law
from drafter.tree.paths import walk

__all__ = ["Flaw", "NAMES", "lint"]

NAMES = frozenset(
    "sheet matter plaintiffs defendants everyone court claims classes groups order state_name states federal"
    " title free SIGNATURE value".split()
)
"""What every template may name (`drafter.complaint.context`)."""

_GIVEN = frozenset(
    "claim cause theory act items section self super loop range dict lipsum cycler joiner"
    " namespace caller".split()
)


class Flaw(NamedTuple):
    """One flaw. `severity` is error (a draft fails or leaves something out) or warning."""

    file: Path
    line: int
    severity: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message} {self.fix}".rstrip()


def lint(library: Library, folder: Path) -> list[Flaw]:
    """Every flaw of the templates in `folder`, by file and line. `library` must have the folder in front."""
    found: list[Flaw] = []
    for path in _shown(folder.rglob("*.md")):
        found += _flaws(library, folder, path)
    for path in _shown((folder / "courts").glob("*.yaml")):
        found += _loads(path, lambda name: library.layout(library.court(name)))
    for path in _shown((folder / "layouts").glob("*.yaml")):
        found += _loads(path, lambda name: library.layout_spec(name))
    for path in sorted((folder / "law").glob("*.yaml")):
        found += _state_law(library, path)
    return sorted(found, key=lambda flaw: (str(flaw.file), flaw.line))


def _shown(found: Iterable[Path]) -> list[Path]:
    """What was found, in order, without what is hidden: an editor's lock is no template."""
    return sorted(path for path in found if not path.name.startswith("."))


def _flaws(library: Library, folder: Path, path: Path) -> Iterator[Flaw]:
    if not path.is_file() or not library.files.holds(path):
        yield Flaw(
            path,
            1,
            "error",
            "This is a link out of the folder of templates, or no file.",
            "Put the template itself there.",
        )
        return
    try:
        sheet = _Sheet(library, folder, path)
    except TemplateError as error:
        yield _flaw_of(path, error)
        return
    yield from sheet.flaws()


def _flaw_of(path: Path, error: DrafterError) -> Flaw:
    """A message that begins with file and line, as a flaw."""
    at = re.match(rf"(?:{re.escape(str(path))}|[^:]*):(\d+)?:? ?", error.message)
    return Flaw(
        path, int(at[1]) if at and at[1] else 1, "error", error.message[at.end() if at else 0 :], error.hint
    )


def _loads(path: Path, load: Any) -> Iterator[Flaw]:
    try:
        load(path.stem)
    except DrafterError as error:
        yield _flaw_of(path, error)


def _state_law(library: Library, path: Path) -> Iterator[Flaw]:
    """The flaws of a file on the law of a State: it loads, and what was read says in which edition."""
    wrong = list(_loads(path, library.law_of))
    yield from wrong
    law = None if wrong else library.law_of(path.stem)
    for one in (
        [
            *(each for some in (law.class_bars, law.public_claims) for own in some for each in own.law),
            *law.notes,
        ]
        if law
        else []
    ):
        if one.status == "text_read" and not one.read:
            yield Flaw(
                path,
                1,
                "warning",
                f"“{one.cite or one.text}” was read, and nothing says in which edition.",
                "Say it in read.",
            )


class _Sheet:
    """One template file under the lint."""

    def __init__(self, library: Library, folder: Path, path: Path) -> None:
        self.library, self.path = library, path
        self.name = path.relative_to(folder).as_posix()
        self.text = read_text(path)
        self.cause: CauseOfAction | None = None

    def flaws(self) -> Iterator[Flaw]:
        is_cause = self.name.startswith("causes/") and not self.path.name.startswith("_")
        if is_cause:
            wrong = list(_loads(self.path, lambda name: self.library.cause(name)))
            yield from wrong
            if wrong:
                return
            self.cause = self.library.cause(self.path.stem)
        tree, wrong = self._tree()
        yield from wrong
        if tree is None:
            return
        yield from self._names(tree)
        yield from self._taken_in(tree)
        yield from self._branches(tree)
        yield from self._outside(tree)
        if self.cause is not None:
            yield from self._elements(tree)
            if front_matter(self.text):
                yield from self._data(self.cause)
            yield from self._sections_cited()

    def _flaw(self, line: int, severity: str, message: str, fix: str = "") -> Flaw:
        return Flaw(self.path, line, severity, message, fix)

    def _line_of(self, words: str) -> int:
        """The line of the front matter on which `words` first stand; 1 where they do not."""
        return next((number for number, line in enumerate(self.text.split("\n"), 1) if words in line), 1)

    def _body(self) -> str:
        """The text with the front matter blanked, each line where it was."""
        front = front_matter(self.text)
        head = len(front) + 7 if front else 0  # the fences and the newline after them
        return "\n" * self.text[:head].count("\n") + self.text[head:]

    def _tree(self) -> tuple[Any, list[Flaw]]:
        from drafter.library.environment import Environment, TemplateSyntaxError, compiled

        jinja = Environment(self.library).jinja
        try:
            compiled(jinja, self.name, self.text, 0)
            return jinja.parse(self._body()), []
        except TemplateSyntaxError as error:
            return None, [self._flaw(error.lineno, "error", error.message or "syntax error")]

    def _builtin(self) -> str:
        """The text of drafter’s own file of this name; empty where there is none."""
        path = self.library.find(f"builtin/{self.name}")
        return read_text(path) if path else ""

    # --- other templates

    def _taken_in(self, tree: Any) -> Iterator[Flaw]:
        """Templates that are not there, are none of the folders', or take in the one that takes them in."""
        for name, line in _named(tree):
            if self.library.find(name) is None:
                yield self._flaw(
                    line, "error", self.library.files.refused(name) or f"There is no template “{name}”."
                )
            elif self._comes_back(name, {name}):
                yield self._flaw(
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
        others = {own for own, _ in _named(_Sheet(self.library, path.parent, path).parsed())} - seen
        return any(self._comes_back(own, seen | others) for own in others)

    def parsed(self) -> Any:
        """The tree; of a template that cannot be read, an empty one."""
        from drafter.library.environment import nodes

        return self._tree()[0] or nodes.Template([])

    # --- names

    def _names(self, tree: Any) -> Iterator[Flaw]:
        from drafter.library.environment import meta, nodes

        bound = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
        for name in sorted(meta.find_undeclared_variables(tree) - NAMES - _GIVEN - bound):
            line = next((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), 1)
            yield self._flaw(line, "error", f"“{name}” is undefined.", _near(name, [*NAMES, *_GIVEN]))
        for node in tree.find_all(nodes.Getattr):
            there = _attributes().get(node.node.name) if isinstance(node.node, nodes.Name) else None
            if there is not None and node.attr not in there:
                yield self._flaw(
                    node.lineno,
                    "error",
                    f"“{node.node.name}” has no “{node.attr}”.",
                    _near(node.attr, sorted(there)),
                )

    # --- branches that nothing reaches

    def _branches(self, tree: Any) -> Iterator[Flaw]:
        from drafter.library.environment import nodes

        for node in tree.find_all((nodes.If, nodes.CondExpr)):
            if isinstance(node.test, nodes.Const):
                yield self._flaw(
                    node.lineno,
                    "warning",
                    "The test is always the same: a branch is never reached.",
                    "Remove it.",
                )
        for node in tree.find_all(nodes.If):
            tests = [repr(node.test), *(repr(other.test) for other in node.elif_)]
            for position, other in enumerate(node.elif_, 1):
                if tests[position] in tests[:position]:
                    yield self._flaw(
                        other.lineno,
                        "warning",
                        "The same test stands above: this branch is never reached.",
                        "Remove it.",
                    )

    def _outside(self, tree: Any) -> Iterator[Flaw]:
        """Words or blocks of a child template that its parent never calls."""
        from drafter.library.environment import nodes

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
                yield self._flaw(
                    node.lineno,
                    "warning",
                    "Words outside every block of a template that extends another are never printed.",
                    "Move them into a block.",
                )
            if isinstance(node, nodes.Block) and called is not None and node.name not in called:
                yield self._flaw(
                    node.lineno,
                    "warning",
                    f"The template it extends has no block “{node.name}”: it is never printed.",
                    f"Blocks: {', '.join(sorted(called))}.",
                )

    def _blocks_of(self, extends: Any) -> set[str] | None:
        from drafter.library.environment import nodes

        found: set[str] = set()
        parent = extends.template.value if isinstance(extends.template, nodes.Const) else ""
        seen: set[str] = set()
        while parent and parent not in seen:
            seen.add(parent)
            path = self.library.find(parent)
            if path is None:
                return None
            tree = _Sheet(self.library, path.parent, path).parsed()
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

    # --- elements

    def _elements(self, tree: Any) -> Iterator[Flaw]:
        from drafter.library.environment import nodes

        assert self.cause is not None
        calls = [
            block.call
            for block in tree.find_all(nodes.CallBlock)
            if isinstance(block.call.node, nodes.Getattr) and block.call.node.attr == "plead"
        ]
        named = [
            (call.args[0].value, call.lineno)
            for call in calls
            if call.args and isinstance(call.args[0], nodes.Const)
        ]
        ids = [str(element.id) for element in self.cause.elements]
        for name, line in named:
            if name not in ids:
                yield self._flaw(
                    line, "error", f"The cause has no element “{name}”.", f"Elements: {', '.join(ids)}."
                )
        taken_up = any(
            isinstance(call.node, nodes.Name) and call.node.name == "super"
            for call in tree.find_all(nodes.Call)
        )
        overrides = any(block.name == "elements" for block in tree.find_all(nodes.Block))
        if taken_up or not (overrides or front_matter(self.text)):
            return
        there = [name for name, _ in named]
        for own in ids:
            if own not in there:
                yield self._flaw(
                    self._line_of(f"id: {own}"),
                    "error",
                    f"The element “{own}” has no paragraph.",
                    f'Write {{% element "{own}" %}} … {{% endelement %}}.',
                )
        if [name for name in there if name in ids] != [own for own in ids if own in there]:
            yield self._flaw(
                named[0][1] if named else 1,
                "warning",
                "The paragraphs do not follow the order of the elements.",
                "Put them in that order.",
            )

    # --- data

    def _data(self, cause: CauseOfAction) -> Iterator[Flaw]:
        remedies = {str(remedy.id) for remedy in cause.remedies}
        yield from self._remedies(cause)
        yield from self._notices(cause, remedies)
        yield from self._openings(cause, remedies)
        yield from self._readings(cause)

    def _remedies(self, cause: CauseOfAction) -> Iterator[Flaw]:
        """Relief with a gate, an amount and an authority that hold."""
        notices = {str(notice.id) for notice in cause.pre_suit}
        for remedy in cause.remedies:
            line = self._line_of(f"id: {remedy.id}")
            if remedy.gate and remedy.gate not in notices:
                yield self._flaw(
                    line,
                    "error",
                    f"“{remedy.id}” waits for the notice “{remedy.gate}”, which is not under pre_suit.",
                    "Add the notice.",
                )
            if remedy.amount and not remedy.as_of:
                yield self._flaw(
                    line,
                    "error",
                    f"The amount of “{remedy.id}” has no date.",
                    "Say as_of which day or text it was read.",
                )
            if not remedy.law:
                yield self._flaw(
                    line, "warning", f"“{remedy.id}” has no authority.", "Add law, with its status."
                )

    def _notices(self, cause: CauseOfAction, remedies: set[str]) -> Iterator[Flaw]:
        """Notices whose element and whose relief the cause has."""
        for notice in cause.pre_suit:
            if notice.element and notice.element not in [element.id for element in cause.elements]:
                yield self._flaw(
                    self._line_of(f"id: {notice.id}"),
                    "error",
                    f"“{notice.id}” is pleaded by “{notice.element}”, which is no element of the cause.",
                    f"Elements: {', '.join(str(one.id) for one in cause.elements)}.",
                )
            for own in notice.gates:
                if own not in remedies:
                    yield self._flaw(
                        self._line_of(f"id: {notice.id}"),
                        "error",
                        f"“{notice.id}” gates “{own}”, which is no remedy of the cause.",
                        f"Remedies: {', '.join(remedies)}.",
                    )

    def _openings(self, cause: CauseOfAction, remedies: set[str]) -> Iterator[Flaw]:
        """Elements that limitations name, what an element opens, and its authority."""
        ids = {str(element.id) for element in cause.elements}
        for limitation in cause.limitations:
            if limitation.element and limitation.element not in ids:
                yield self._flaw(
                    self._line_of(str(limitation.period)),
                    "error",
                    f"The period of {limitation.period} wants the element “{limitation.element}”, which the"
                    " cause does not have.",
                    f"Elements: {', '.join(sorted(ids))}.",
                )
        for element in cause.elements:
            for own in element.opens:
                if own not in remedies:
                    yield self._flaw(
                        self._line_of(f"id: {element.id}"),
                        "error",
                        f"“{element.id}” opens “{own}”, which is no remedy of the cause.",
                        f"Remedies: {', '.join(remedies)}.",
                    )
            if not element.law:
                yield self._flaw(
                    self._line_of(f"id: {element.id}"),
                    "warning",
                    f"“{element.id}” has no authority.",
                    "Add law, with its status.",
                )

    def _readings(self, cause: CauseOfAction) -> Iterator[Flaw]:
        """What was read names its edition, and each citation parses."""
        for law in _laws(cause):
            if law.status == "text_read" and not law.read:
                words = str(law.cite or law.text)
                yield self._flaw(
                    self._line_of(words[:40]),
                    "warning",
                    f"“{words}” was read, and nothing says in which edition.",
                    "Say it in read.",
                )
        for cite in _cites(cause):
            for part in citations_that_fail(cite):
                yield self._flaw(
                    self._line_of(cite[:40]),
                    "warning",
                    f"“{part}” does not parse as a citation.",
                    "Write it as the other causes do; keep words in text.",
                )

    def _sections_cited(self) -> Iterator[Flaw]:
        """The body prints no section that the front matter does not hold with its status."""
        held = sections(front_matter(self.text) or front_matter(self._builtin()))
        for number, line in enumerate(self._body().split("\n"), 1):
            for code, section in sorted(sections(line) - held):
                yield self._flaw(
                    number,
                    "warning",
                    f"The body cites {code} § {section}, which the front matter does not hold.",
                    "Add it there, with its status.",
                )


def _laws(cause: CauseOfAction) -> list[Law]:
    """Every assertion of law in the front matter."""
    return [found.record for found in walk(cause) if isinstance(found.record, Law)]


def _cites(cause: CauseOfAction) -> Iterator[str]:
    """Every citation of the front matter."""
    yield from (str(law.cite) for law in _laws(cause) if law.cite)
    yield from (str(remedy.cite) for remedy in cause.remedies if remedy.cite)


def _named(tree: Any) -> Iterator[tuple[str, int]]:
    """The templates that `tree` names outright, with the line."""
    from drafter.library.environment import nodes

    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
            yield node.template.value, node.lineno


def _attributes() -> dict[str, frozenset[str]]:
    """What templates may name of the views that have one name everywhere: the sandbox's own allow-list."""
    parties = ALLOWED["Parties"]
    kinds: tuple[Any, ...] = (ClaimView, Claim, View, FactSheet)
    return {
        "claim": names_of(kinds[0], kinds[1]),
        "sheet": names_of(kinds[2], kinds[3]),
        "matter": ALLOWED["Matter"],
        "act": ALLOWED["Act"],
        "plaintiffs": parties,
        "defendants": parties,
        "court": fields_of(CourtProfile),
    }


def _near(name: str, there: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, there, 1, 0.6)
    return f"Did you mean “{close[0]}”?" if close else ""
