"""What makes out an element: the drafter's application, or the gists of the allegations behind it, then the
paragraph numbers.

The template gives the law; this gives the act, from the sheet. Without support it prints a blank. Where every
support is on belief it says so, and states the ground (Fed. R. Civ. P. 11(b)(3)).
"""

from __future__ import annotations

from typing import Any, Iterable, Mapping, NamedTuple, Sequence

from drafter.complaint.views.proof import says_something, sources_of, unproven
from drafter.complaint.views.values import (
    Tokens,
    Value,
    _lowered,
    _with_first,
    as_clause,
    as_sentence,
    joined,
)
from drafter.document import Blank, Inlines, Reference, Run, plain
from drafter.facts.allegations import Allegation
from drafter.facts.claims import ElementSupport
from drafter.facts.sources import on_belief
from drafter.facts.values import Prose, Unknown, known
from drafter.library import CauseOfAction, Element
from drafter.library.template_names import TemplateObject
from drafter.markup import Passage, printed_prose

__all__ = [
    "Act",
    "Pleading",
    "elements_wanted",
    "is_pleaded",
    "lower_first",
    "reference",
]

_KEY_FACTS = 3


def is_pleaded(element: Element, support: ElementSupport | None, system: str) -> bool:
    """Whether a claim pleads `element` in a court of `system`: that forum wants it, the sheet does not leave
    it out, and, where it is the defendant's to prove or only opens some relief,
    the sheet supports it.
    """
    if element.forum not in ("any", system) or (
        support is not None and known(support.not_pleaded) is not None
    ):
        return False
    return bool(support and support.allegations) or not (element.opens or element.burden == "defendant")


def elements_wanted(
    causes: Iterable[CauseOfAction], system: str, supports: Mapping[str, ElementSupport] | None = None
) -> dict[str, Element]:
    """The elements that `causes` want in a court of `system`, by id, each once, in the order in which they
    are pleaded; with the `supports` of a claim, those that it pleads (`is_pleaded`).
    """
    found: dict[str, Element] = {}
    for cause in causes:
        for element in cause.elements:
            wanted = (
                element.forum in ("any", system)
                if supports is None
                else is_pleaded(element, supports.get(element.id), system)
            )
            if wanted:
                found.setdefault(element.id, element)
    return found


class Pleading(NamedTuple):
    """What an element is pleaded from: all of the sheet that `Act` needs.

    allegations  every allegation of the sheet, by id
    names        what each actor is called, by id
    citations    off | key | full
    grounds      ids of beliefs whose facts a count has already set out
    alleges      "Plaintiff alleges" or "Plaintiffs allege"
    """

    tokens: Tokens
    allegations: dict[str, Allegation]
    names: dict[str, Inlines]
    citations: str
    grounds: set[str]
    alleges: str


class Act(TemplateObject):
    """The act that makes out an element; prints as one or more whole sentences."""

    def __init__(
        self, pleading: Pleading, element: Element, support: ElementSupport | None, path: str
    ) -> None:
        self._pleading = pleading
        self._element = element
        self._support = support
        self._path = path
        there = [pleading.allegations[own] for own in (support.allegations if support else [])]
        self._behind = [allegation for allegation in there if not unproven(allegation)]

    def __str__(self) -> str:
        return str(self._value())

    @property
    def supported(self) -> bool:
        """Whether an allegation of the sheet stands behind the element that says something, from a source
        that is known.
        """
        return bool(self._behind)

    @property
    def on_belief(self) -> bool:
        """Whether everything behind it is pleaded on belief."""
        return bool(self._behind) and all(on_belief(allegation.basis) for allegation in self._behind)

    @property
    def cites(self) -> Value:
        """“¶¶ 24, 26”, all of them whatever the matter's style."""
        return joined(self._pleading.tokens, [(reference([allegation.id for allegation in self._behind]),)])

    def _value(self) -> Value:
        application = self._application()
        if not self._behind:
            missing = (Blank(f"{self._element.asks}: no allegation supports this element", self._path),)
            return joined(
                self._pleading.tokens,
                (
                    [missing]
                    if not known(application)
                    else [self._applied(known(application)), (Run(" "),), missing]
                ),
            )
        if isinstance(application, Unknown):
            parts: list[Inlines] = [
                (
                    Blank(application.note or self._element.asks, f"{self._path}.application"),
                    *self._cited(self._behind),
                    Run("."),
                )
            ]
            return joined(self._pleading.tokens, parts)
        text = known(application)
        said = self._with_cites(self._applied(text)) if text else self._gists()
        ground = self._ground() if self.on_belief else ()
        if text and ground and isinstance(ground[0], Reference):
            return self._referred(text, ground[0])
        rest = printed_prose(text, f"{self._path}.application") if text else Passage(())
        content = (*(self._believed(said) if self.on_belief else said), *ground)
        return Value(
            self._pleading.tokens,
            content,
            self._path,
            Passage(content, rest.rest, rest.footnotes, self._path),
        )

    def _application(self) -> Any:
        """The drafter's sentence; one that says nothing, and has no blank of its own, is not known."""
        told = self._support.application if self._support else None
        empty = known(told) and "[[" not in str(told) and not says_something(known(told))
        return Unknown("") if empty else told

    def _referred(self, text: Prose, ground: Reference) -> Value:
        """The application on belief, whose grounds stand in paragraphs above: they are named once, as the
        ground and not again as the act.
        """
        rest = printed_prose(text, f"{self._path}.application")
        content = (
            Run("On information and belief, for the reasons stated in "),
            ground,
            Run(", "),
            *lower_first(self._applied(text)),
        )
        return Value(
            self._pleading.tokens,
            content,
            self._path,
            Passage(content, rest.rest, rest.footnotes, self._path),
        )

    def _applied(self, text: Any) -> Inlines:
        return as_sentence(printed_prose(Prose(text), f"{self._path}.application").content)

    def _with_cites(self, said: Inlines) -> Inlines:
        cites = self._cited(self._behind)
        return (*as_clause_end(said), *cites, Run(".")) if cites else said

    def _gists(self) -> Inlines:
        told = [allegation for allegation in self._behind if known(allegation.gist)]
        if not told:
            return (
                Blank(
                    f"how these facts make out this element: {self._element.asks}",
                    f"{self._path}.application",
                ),
                *self._cited(self._behind),
                Run("."),
            )
        said: list[Inlines] = []
        for allegation in told:
            said.append((*as_sentence(self._gist(allegation))[:-1], *self._cited([allegation]), Run(". ")))
        others = [allegation for allegation in self._behind if allegation not in told]
        if others and self._pleading.citations == "full":
            said.append((Run("See also "), reference([allegation.id for allegation in others]), Run(".")))
        flat = [inline for part in said for inline in part]
        if isinstance(flat[-1], Run):
            flat[-1] = flat[-1]._replace(text=flat[-1].text.rstrip())
        return tuple(flat)

    def _gist(self, allegation: Allegation) -> Inlines:
        """The allegation as a clause: who did what. Ends with a full stop that `as_sentence` has put
        there.
        """
        actors = [own for own in (known(allegation.actor), *allegation.actors) if own]
        path = f"allegations.{allegation.id}.gist"
        who: Inlines = ()
        for position, own in enumerate(actors):
            joint = (Run(" and " if position == len(actors) - 1 else ", "),) if position else ()
            who = (*who, *joint, *self._pleading.names.get(own, (Run(own),)))
        gist = printed_prose(Prose(known(allegation.gist) or ""), path).content
        return (*(who or (Blank("who did it", path),)), Run(" "), *as_clause(gist), Run("."))

    def _cited(self, behind: Sequence[Allegation]) -> Inlines:
        """“ (¶¶ 24, 26)”, or “ (including ¶¶ 24, 26)” where only the key facts are cited."""
        if self._pleading.citations == "off" or not behind:
            return ()
        ids = [allegation.id for allegation in behind]
        if self._pleading.citations == "full" or len(behind) == 1:
            return (Run(" ("), reference(ids), Run(")"))
        keys = [own for own in (self._support.key if self._support else []) if own in ids] or ids[:_KEY_FACTS]
        return (Run(" (including " if len(keys) < len(ids) else " ("), reference(keys), Run(")"))

    # --- belief

    def _opens_on_belief(self) -> bool:
        """Whether the application is opened with “On information and belief”: its own words do not say so,
        and it is not alleged as likely to have support.
        """
        text = known(self._support.application) if self._support else None
        kinds = {allegation.basis.kind for allegation in self._behind if allegation.basis}
        return (
            bool(text)
            and "information and belief" not in str(text).lower()
            and kinds != {"evidentiary-support-likely"}
        )

    def _believed(self, said: Inlines) -> Inlines:
        if "information and belief" in plain(said).lower():
            return said
        kinds = {allegation.basis.kind for allegation in self._behind if allegation.basis}
        if kinds == {"evidentiary-support-likely"}:
            opening = (
                f"{self._pleading.alleges}, as a fact that will likely have evidentiary support after a"
                " reasonable opportunity for further investigation or discovery, that "
            )
        else:
            opening = "On information and belief, "
        return (Run(opening), *lower_first(said))

    def _ground(self) -> Inlines:
        """A sentence that states the ground: the facts the belief rests on, the first time; after that the
        paragraphs where they are stated, alone where the act is opened with them.
        """
        because = self._support.because if self._support else None
        if known(because):
            return (
                Run(" "),
                *as_sentence(printed_prose(Prose(known(because) or ""), f"{self._path}.because").content),
            )
        rests = [
            own for allegation in self._behind for source in sources_of(allegation) for own in source.from_
        ]
        there = [self._pleading.allegations[own] for own in dict.fromkeys(rests)]
        facts = [fact for fact in there if known(fact.gist) and not unproven(fact)]
        believed = [allegation.id for allegation in self._behind]
        if not facts or set(believed) <= self._pleading.grounds:
            if (
                any(allegation.basis and known(allegation.basis.because) for allegation in self._behind)
                or facts
            ):
                stated = reference(believed)
                return (
                    (stated,)
                    if self._opens_on_belief()
                    else (Run(" The grounds of that belief are stated in "), stated, Run("."))
                )
            return (Run(" "), Blank("ground of the belief", f"{self._path}.because"))
        self._pleading.grounds.update(believed)
        parts: list[Inlines] = []
        for position, fact in enumerate(facts):
            joint = "; and " if position and position == len(facts) - 1 else "; " if position else ""
            parts.append((Run(joint), *self._gist(fact)[:-1], Run(" ("), reference([fact.id]), Run(")")))
        return (
            Run(" That belief rests on these facts: "),
            *(inline for part in parts for inline in part),
            Run("."),
        )


def reference(ids: Sequence[str]) -> Reference:
    """A reference with its ¶ sign to the paragraphs of these allegations."""
    return Reference(tuple((own, own) for own in dict.fromkeys(ids)), True)


def as_clause_end(said: Inlines) -> Inlines:
    """`said` without its final full stop; a closing quotation mark keeps its own."""
    last = said[-1] if said else None
    if isinstance(last, Run) and last.text.endswith("."):
        return (*said[:-1], last._replace(text=last.text[:-1]))
    return said


def lower_first(said: Inlines) -> Inlines:
    """`said` without the capital of a function word that opens it."""
    return _with_first(said, _lowered)
