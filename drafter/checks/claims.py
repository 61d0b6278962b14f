"""Checks on claims: elements and what stands under them."""

from __future__ import annotations

from typing import Callable, Iterator, NamedTuple

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.links import grade_of, hinges
from drafter.checks.lookups import listed, paths_of
from drafter.checks.support import elements_of
from drafter.complaint import Draft
from drafter.complaint.views.proof import unproven
from drafter.document import NumberedParagraph
from drafter.facts.allegations import Allegation
from drafter.facts.sources import on_belief
from drafter.facts.values import known
from drafter.findings import Severity

FEW = 5
"""As many unused facts as are told one by one."""


class _Weak(NamedTuple):
    """Elements with the same support, all of it weak: “sca: “contents” and contract: “breach” rest”, the
    allegations, the elements' paths, the block of the first, cheap tests.
    """

    words: str
    behind: tuple[str, ...]
    paths: tuple[str, ...]
    block: str
    tests: list[str]


def _together(draft: Draft, weak: Callable[[Allegation], bool]) -> Iterator[_Weak]:
    """The elements whose every support is `weak`, those with the same support as one."""
    same: dict[tuple[str, ...], list[tuple[str, str, str, list[str]]]] = {}
    for claim, element, title, behind, tests, _ in elements_of(draft):
        if behind and all(map(weak, behind)):
            same.setdefault(tuple(sorted(str(allegation.id) for allegation in behind)), []).append(
                (claim, element, title, tests)
            )
    for own, elements in same.items():
        words = (
            f"{listed(f'{claim}: “{title}”' for claim, _, title, _ in elements)}"
            f" {'rests' if len(elements) == 1 else 'rest'}"
        )
        paths = tuple(f"claims.{claim}.elements.{element}" for claim, element, _, _ in elements)
        yield _Weak(
            words,
            own,
            paths,
            _block(draft, *elements[0][:2]),
            [test for *_, some in elements for test in some],
        )


def _block(draft: Draft, claim: str, element: str) -> str:
    return next(
        (
            block.label
            for block in draft.document.body
            if isinstance(block, NumberedParagraph) and block.element == (claim, element)
        ),
        f"claim.{claim}",
    )


@check(
    "CLM-001",
    "An element has no supporting fact",
    Severity.ERROR,
    "frcp8a2",
    "frcp11b3",
    concern=Concern.EVIDENCE,
)
def unsupported(draft: Draft) -> Found:
    """An element must rest on an allegation of fact whose words and source are known: it prints a blank."""
    for claim, element, title, behind, _, _ in elements_of(draft):
        path, block, why = (
            f"claims.{claim}.elements.{element}",
            _block(draft, claim, element),
            {str(each.id): unproven(each) for each in behind},
        )
        if not behind:
            yield (
                f"{claim}: no allegation supports “{title}”.",
                path,
                "Tie it to an allegation, or write one.",
                block,
            )
        elif all(why.values()):
            told = "; ".join(f"{by_id(own)}: {reason}" for own, reason in why.items())
            yield Hit(
                f"{claim}: nothing that is known supports “{title}” ({told}).",
                path,
                "Fill in what is not known, or tie it to another allegation.",
                block,
                tuple(f"allegations.{own}" for own in why),
            )


@check("CLM-002", "An element is supported only by a conclusion", Severity.WARNING, concern=Concern.EVIDENCE)
def only_conclusions(draft: Draft) -> Found:
    """Every allegation behind the element is marked as a conclusion: a court gives it no weight. Elements
    that rest on the same ones are told together.
    """
    for found in _together(draft, lambda allegation: bool(allegation.conclusion)):
        yield Hit(
            f"{found.words} on conclusions alone.",
            found.paths[0],
            "Add the facts behind them.",
            found.block,
            _reads(found),
        )


def _strictness(draft: Draft, claims: set[str]) -> Severity | None:
    """How grave weak support is under `claims`: an error under securities fraud, a warning where Rule 9(b)
    applies, the check's own elsewhere.
    """
    causes = [cause for own in claims for cause in draft.matter.theories[own] if cause.particularity]
    if any("securities" in map(str, cause.subjects) for cause in causes):
        return Severity.ERROR
    return Severity.WARNING if causes else None


@check(
    "CLM-003",
    "Element supported only by inference or belief",
    Severity.ADVICE,
    "frcp11b3",
    concern=Concern.EVIDENCE,
)
def inference_only(draft: Draft) -> Found:
    """Everything behind the element is inferred from other allegations or pleaded on belief. If the inference
    fails, the claim fails. Elements that rest on the same facts are told
    together. Rule 11(b)(3) allows it; it is a warning under a claim to which Rule 9(b) applies, an error
    under securities fraud (15 U.S.C. § 78u-4(b)), and advice where CHN-001 tells of the
    one fact that they all hang on.
    """
    told = {hinge.allegation for hinge in hinges(draft) if len(hinge.claims) > 1}
    for found in _together(draft, lambda allegation: grade_of(allegation) == "inference"):
        test = f" Before filing: {found.tests[0]}" if found.tests else ""
        hangs = len(found.behind) == 1 and found.behind[0] in told
        words = f"{found.words} on inference or belief alone.{test}"
        yield Hit(
            words,
            found.paths[0],
            "Look for a document, a witness or a test.",
            found.block,
            _reads(found),
            Severity.ADVICE if hangs else _strictness(draft, {path.split(".")[1] for path in found.paths}),
        )


def _reads(found: _Weak) -> tuple[str, ...]:
    return (*found.paths[1:], *(f"allegations.{own}" for own in found.behind))


@check(
    "CLM-004",
    "Information and belief with no stated basis",
    Severity.ADVICE,
    "frcp11b3",
    "exergen",
    "neubronner",
    concern=Concern.EVIDENCE,
)
def belief_without_ground(draft: Draft) -> Found:
    """An allegation is pleaded on belief, and neither a reason nor the facts it is inferred from are given.
    It is a warning where a claim under Rule 9(b) rests on it, and an error where one for
    securities fraud does: 15 U.S.C. § 78u-4(b)(1) wants all facts on which the belief is formed.
    """
    resting: dict[str, set[str]] = {}
    for claim in draft.matter.raw.claims:
        for own in (own for support in claim.elements.values() for own in support.allegations):
            resting.setdefault(str(own), set()).add(claim.id)
    for own, allegation in draft.matter.allegations.items():
        sources = [source for source in (allegation.source, *allegation.further_sources) if source]
        if (
            on_belief(allegation.basis)
            and allegation.basis
            and known(allegation.basis.because) is None
            and not any(source.from_ for source in sources)
        ):
            severity = _strictness(draft, resting.get(own, set()))
            yield Hit(
                f"{own} is pleaded on belief without its ground.",
                f"allegations.{own}.basis.because",
                "Say why it is believed.",
                own,
                (f"allegations.{own}",),
                severity,
            )


@check("CLM-011", "Facts no claim uses", Severity.ADVICE, "weiland", formerly="allegations")
def unused_facts(draft: Draft) -> Found:
    """An allegation supports no element of any claim, nor a class, an injury, a statement sued on, tolling,
    venue or power over a defendant. Background needs no claim; a fact that was meant to carry one does. Told
    in one line where there are many, as in a complaint that tells its story at length. The Eleventh Circuit
    counts immaterial facts tied to no count as a shotgun pleading.
    """
    used = {
        own
        for claim in draft.matter.raw.claims
        for support in claim.elements.values()
        for own in support.allegations
    }
    used |= {
        own
        for allegation in draft.matter.allegations.values()
        for source in (allegation.source, *allegation.further_sources)
        if source
        for own in source.from_
    }
    used |= set(_serving_elsewhere(draft))
    left = [own for own in draft.matter.allegations if own not in used]
    if len(left) > FEW:
        told = (
            f"No claim uses {len(left)} of the {len(draft.matter.allegations)} allegations:"
            f" {', '.join(left)}."
        )
        fix = "Tie each to an element, or leave it as background."
        yield Hit(told, "allegations", fix, left[0], paths_of(left))
        return
    for own in left:
        yield (
            f"No claim uses {own}.",
            f"allegations.{own}",
            "Tie it to an element, or leave it as background.",
            own,
        )


def _serving_elsewhere(draft: Draft) -> Iterator[str]:
    """The allegations on which what is no claim rests: whatever of the sheet names them."""
    for there in draft.matter.places:
        named = getattr(there.record, "allegations", None)
        if isinstance(named, list) and there.path and not there.path.startswith("claims."):
            yield from (own for own in named if isinstance(own, str))


@check("CLM-023", "Application missing: an element is pleaded by a bare list of numbers", Severity.WARNING)
def bare_numbers(draft: Draft) -> Found:
    """The element has allegations, but neither an application nor a gist says how they make it out, so that
    the draft prints a blank.
    """
    for claim, element, title, behind, _, applied in elements_of(draft):
        if behind and not applied and not any(known(allegation.gist) for allegation in behind):
            yield (
                f"{claim}: nothing says how the facts make out “{title}”.",
                f"claims.{claim}.elements.{element}.application",
                "Write the sentence.",
                _block(draft, claim, element),
            )
