"""A cause of action under the lint: its elements, remedies, notices, and the law it states."""

from __future__ import annotations

from typing import Any, Iterator

from drafter.library import CauseOfAction, front_matter
from drafter.library.citations import citations_that_fail, sections
from drafter.library.environment import nodes
from drafter.library.lint.flaws import Flaw, loads
from drafter.library.lint.pack import strange_roles
from drafter.library.lint.template import TemplateFile
from drafter.library.records import Law
from drafter.tree.paths import walk

__all__ = ["CauseFile", "CoreFile"]


class CauseFile(TemplateFile):
    """One cause’s file under the lint."""

    def cause(self, name: str) -> CauseOfAction:
        """The cause that the file of that name holds."""
        return self.library.cause(name)

    def flaws(self) -> Iterator[Flaw]:
        """Every flaw of the cause; only why it does not load, where it does not."""
        wrong = list(loads(self.path, self.cause))
        yield from wrong or super().flaws()

    def flaws_of(self, tree: Any) -> Iterator[Flaw]:
        """The flaws of the template that `tree` is, and of its front matter."""
        cause = self.cause(self.path.stem)
        yield from super().flaws_of(tree)
        if self.body().strip():
            yield from self._elements(cause, tree)
        else:
            yield from self._worded_by_data(cause)
        if front_matter(self.text):
            yield from self._data(cause)
        yield from self._sections_cited()

    def _elements(self, cause: CauseOfAction, tree: Any) -> Iterator[Flaw]:

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
        ids = [str(element.id) for element in cause.elements]
        for name, line in named:
            if name not in ids:
                yield self.flaw(
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
                yield self.flaw(
                    self.line_of(f"id: {own}"),
                    "error",
                    f"The element “{own}” has no paragraph.",
                    f'Write {{% element "{own}" %}} … {{% endelement %}}.',
                )
        if [name for name in there if name in ids] != [own for own in ids if own in there]:
            yield self.flaw(
                named[0][1] if named else 1,
                "warning",
                "The paragraphs do not follow the order of the elements.",
                "Put them in that order.",
            )

    def _worded_by_data(self, cause: CauseOfAction) -> Iterator[Flaw]:
        """Elements of a cause without a body that no sentence of law follows."""
        for element in cause.elements:
            if not element.conclusion:
                yield self.flaw(
                    self.line_of(f"id: {element.id}"),
                    "error",
                    f"“{element.id}” has no conclusion, and the cause has no body: a blank prints for it.",
                    "Add conclusion: the sentence that follows the act; or write a body.",
                )

    def _data(self, cause: CauseOfAction) -> Iterator[Flaw]:
        remedies = {str(remedy.id) for remedy in cause.remedies}
        yield from self._remedies(cause)
        yield from self._notices(cause, remedies)
        yield from self._openings(cause, remedies)
        yield from self._readings(cause)
        yield from self._named(cause)

    def _remedies(self, cause: CauseOfAction) -> Iterator[Flaw]:
        """Relief with a gate, an amount and an authority that hold."""
        notices = {str(notice.id) for notice in cause.pre_suit}
        for remedy in cause.remedies:
            line = self.line_of(f"id: {remedy.id}")
            if remedy.gate and remedy.gate not in notices:
                yield self.flaw(
                    line,
                    "error",
                    f"“{remedy.id}” waits for the notice “{remedy.gate}”, which is not under pre_suit.",
                    "Add the notice.",
                )
            if remedy.amount and not remedy.as_of:
                yield self.flaw(
                    line,
                    "error",
                    f"The amount of “{remedy.id}” has no date.",
                    "Say as_of which day or text it was read.",
                )
            if not remedy.law:
                yield self.flaw(
                    line, "warning", f"“{remedy.id}” has no authority.", "Add law, with its status."
                )

    def _notices(self, cause: CauseOfAction, remedies: set[str]) -> Iterator[Flaw]:
        """Notices whose element and whose relief the cause has."""
        for notice in cause.pre_suit:
            if notice.element and notice.element not in [element.id for element in cause.elements]:
                yield self.flaw(
                    self.line_of(f"id: {notice.id}"),
                    "error",
                    f"“{notice.id}” is pleaded by “{notice.element}”, which is no element of the cause.",
                    f"Elements: {', '.join(str(one.id) for one in cause.elements)}.",
                )
            for own in notice.gates:
                if own not in remedies:
                    yield self.flaw(
                        self.line_of(f"id: {notice.id}"),
                        "error",
                        f"“{notice.id}” gates “{own}”, which is no remedy of the cause.",
                        f"Remedies: {', '.join(remedies)}.",
                    )

    def _named(self, cause: CauseOfAction) -> Iterator[Flaw]:
        """Other causes and courts that it names, and that there are not: what is said of them is never
        used.
        """
        there = {*self.library.ids("causes", ".md"), *self.library.ids("core", ".md")}
        there |= {str(one.family) for one in self.library.causes()}
        for conflict in cause.conflicts:
            if str(conflict.cause) not in there:
                told = f"It conflicts with “{conflict.cause}”, which is no cause or family of the library."
                yield self.flaw(self.line_of(str(conflict.cause)), "error", told, "Name one by its id.")
        for bar in cause.barred:
            yield from loads(self.path, lambda name, of=bar: self.library.known_courts(name, of.courts))

    def _openings(self, cause: CauseOfAction, remedies: set[str]) -> Iterator[Flaw]:
        """Elements that limitations name, what an element opens, and its authority."""
        ids = {str(element.id) for element in cause.elements}
        for limitation in cause.limitations:
            if limitation.element and limitation.element not in ids:
                yield self.flaw(
                    self.line_of(str(limitation.period)),
                    "error",
                    f"The period of {limitation.period} wants the element “{limitation.element}”, which the"
                    " cause does not have.",
                    f"Elements: {', '.join(sorted(ids))}.",
                )
        for element in cause.elements:
            for own in element.opens:
                if own not in remedies:
                    yield self.flaw(
                        self.line_of(f"id: {element.id}"),
                        "error",
                        f"“{element.id}” opens “{own}”, which is no remedy of the cause.",
                        f"Remedies: {', '.join(remedies)}.",
                    )
            if not element.law:
                yield self.flaw(
                    self.line_of(f"id: {element.id}"),
                    "warning",
                    f"“{element.id}” has no authority.",
                    "Add law, with its status.",
                )

    def _readings(self, cause: CauseOfAction) -> Iterator[Flaw]:
        """What was read names its edition, and each citation parses."""
        for law in _laws(cause):
            if law.status == "text_read" and not law.read:
                words = str(law.cite or law.text)
                yield self.flaw(
                    self.line_of(words[:40]),
                    "warning",
                    f"“{words}” was read, and nothing says in which edition.",
                    "Say it in read.",
                )
        for cite in _cites(cause):
            for part in citations_that_fail(cite):
                yield self.flaw(
                    self.line_of(cite[:40]),
                    "warning",
                    f"“{part}” does not parse as a citation.",
                    "Write it as the other causes do; keep words in text.",
                )

    def _sections_cited(self) -> Iterator[Flaw]:
        """The body prints no section that the front matter does not hold with its status."""
        held = sections(front_matter(self.text) or front_matter(self.builtin()))
        for number, line in enumerate(self.body().split("\n"), 1):
            for code, section in sorted(sections(line) - held):
                yield self.flaw(
                    number,
                    "warning",
                    f"The body cites {code} § {section}, which the front matter does not hold.",
                    "Add it there, with its status.",
                )


class CoreFile(CauseFile):
    """One core cause’s file under the lint: its law is that of the States."""

    def cause(self, name: str) -> CauseOfAction:
        return self.library.core(name)

    def _readings(self, cause: CauseOfAction) -> Iterator[Flaw]:
        """No law of a State stands in the common frame, and its words name parties by their roles."""
        if cause.jurisdiction != "state":
            yield self.flaw(1, "error", "A core cause is of no one law.", "Write jurisdiction: state.")
        for law in _laws(cause):
            yield self.flaw(
                1,
                "error",
                f"“{law.cite or law.text}” stands in the common frame.",
                "Put it in the States’ files.",
            )
        words = [cause.relief, *(part for one in cause.elements for part in (one.frame, one.conclusion))]
        for strange in (one for part in words for one in strange_roles(part)):
            yield self.flaw(
                self.line_of(strange), "error", f"“{strange}” names no role.", "See docs/law-packs.md."
            )

    def _openings(self, cause: CauseOfAction, remedies: set[str]) -> Iterator[Flaw]:
        return iter(())

    def _remedies(self, cause: CauseOfAction) -> Iterator[Flaw]:
        return iter(())


def _laws(cause: CauseOfAction) -> list[Law]:
    """Every assertion of law in the front matter."""
    return [found.record for found in walk(cause) if isinstance(found.record, Law)]


def _cites(cause: CauseOfAction) -> Iterator[str]:
    """Every citation of the front matter."""
    yield from (str(law.cite) for law in _laws(cause) if law.cite)
    yield from (str(remedy.cite) for remedy in cause.remedies if remedy.cite)
