"""The chain behind each claim in words, and what is wrong with it: claim → element → allegation → source.

Work product: it goes to the terminal and the annotated copy, never into the draft.
"""

from __future__ import annotations

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.links import WEAK, Hinge, chain, grade_of, hinges
from drafter.checks.lookups import listed
from drafter.complaint import Draft
from drafter.document import plain
from drafter.facts.sources import SECOND_HAND
from drafter.facts.values import Unknown, known
from drafter.findings import Severity

__all__ = ["at", "falls", "gist", "grounds", "inferred_from", "named_claim", "one_fact", "settling"]

RESTS_ON = {"inference": "inference or belief", "press": "press reports", "pleading": "another’s pleading"}
"""What a weak grade is called where it is all that there is."""


def gist(draft: Draft, own: str) -> str:
    """The allegation `own` in a few words: its gist with its actor, else the start of its text."""
    allegation = draft.matter.allegations[own]
    said = known(allegation.gist)
    if said is None:
        words = str(known(allegation.text) or own).split()
        return " ".join(words[:25]) + ("…" if len(words) > 25 else "")
    actor = known(allegation.actor)
    name = draft.matter.names.get(str(actor)) if actor else None
    return f"{plain(name)} {said}" if name else str(said)


def named_claim(draft: Draft, own: str) -> str:
    """A claim by its heading, with its id: “Breach of Contract (contract)”."""
    view = next(claim for claim in draft.matter.claims if claim.raw.id == own)
    return f"{known(view.raw.title) or view.causes[0].title} ({own})"


def falls(draft: Draft, hinge: Hinge) -> str:
    """Which claims fall with a hinge, and which keep a theory: “Breach of Contract (contract); … (ucl), but
    only its unlawful prong; its unfair prong does not need the fact”.
    """
    told = []
    for claim, gone in hinge.theories.items():
        causes = {cause.id: str(cause.short or cause.title) for cause in draft.matter.theories[claim]}
        left = [words for own, words in causes.items() if own not in gone]
        name = named_claim(draft, claim)
        told.append(
            f"{name}, but only its {listed([causes[own] for own in gone])}; its {listed(left)}"
            f" {'does' if len(left) == 1 else 'do'} not need the fact"
            if left
            else name
        )
    return "; ".join(told)


def at(draft: Draft, own: str) -> str:
    """An allegation by its id and its paragraph in the draft: “default-on (¶ 19)”."""
    number = draft.numbers.printed.get(own)
    return f"{own} (¶ {number})" if number else own


def one_fact(grade: str) -> str:
    """What a fact of a weak grade is: “one inferred fact”, “one fact, which rests on press reports alone”."""
    return (
        "one inferred fact"
        if grade == "inference"
        else f"one fact, which rests on {RESTS_ON.get(grade, 'nothing that is known')} alone"
    )


def inferred_from(draft: Draft, own: str) -> list[str]:
    """The allegations that an inferred one is inferred from."""
    allegation = draft.matter.allegations[own]
    return [
        str(each)
        for source in (allegation.source, *allegation.further_sources)
        if source
        for each in source.from_
    ]


def grounds(draft: Draft, own: str) -> str:
    """What a weak allegation rests on, in words: what it is inferred from, who reports it, or the ground of
    the belief.
    """
    froms, basis = inferred_from(draft, own), draft.matter.allegations[own].basis
    because = known(basis.because) if basis else None
    if grade_of(draft.matter.allegations[own]) in SECOND_HAND:
        return (
            f"It rests on {RESTS_ON[grade_of(draft.matter.allegations[own])]} alone: get the paper itself, or"
            " a person who knows."
        )
    if froms:
        return f"It is inferred from {listed([at(draft, each) for each in froms])}."
    return (
        f"It is believed because {str(because).strip().rstrip('.')}."
        if because
        else "It names no fact from which it is inferred."
    )


def settling(hinge: Hinge) -> tuple[str, ...]:
    """The cheap tests that would settle a hinge before filing: those of the elements that rest on it, each
    once.
    """
    return tuple(
        dict.fromkeys(test for links in hinge.claims.values() for link in links for test in link.tests)
    )


@check(
    "CHN-001", "Several claims stand or fall with one inferred fact", Severity.WARNING, "frcp11b", "twiqbal"
)
def one_inferred_fact(draft: Draft) -> Found:
    """One allegation is the only support of an element in two claims or more, and nothing but inference or
    belief supports it. If the inference fails, all of them fail at
    once: a voluntary dismissal within days is the usual end. It is silent where a second allegation supports
    each of those elements, or where the one has a source of its own.
    The remedy is a test before filing: a document, a witness, a capture of traffic, a question to the other
    side.
    """
    for hinge in hinges(draft):
        if len(hinge.claims) < 2 or hinge.grade not in WEAK:
            continue
        number, total = len(hinge.claims), len(draft.matter.raw.claims)
        which = (
            "Both" if number == total == 2 else f"All {total}" if number == total else f"{number} of {total}"
        )
        told = (
            f"{which} claims hang on {one_fact(hinge.grade)}: {gist(draft, hinge.allegation).rstrip('.')}. No"
            f" document and no witness in the sheet says so. {grounds(draft, hinge.allegation)} If it is"
            f" wrong, these fall: {falls(draft, hinge)}."
        )
        reads = tuple(
            f"claims.{claim}.elements.{link.element}"
            for claim, links in hinge.claims.items()
            for link in links
        )
        tests = " ".join(f"({number}) {test.rstrip('.')}." for number, test in enumerate(settling(hinge), 1))
        fix = (
            f"Settle it before filing: {tests}"
            if tests
            else "Find a document or a witness for it before filing."
        )
        yield Hit(told, f"allegations.{hinge.allegation}", fix, hinge.allegation, reads)


@check("CHN-002", "Confidential witness whom no named lawyer has interviewed", Severity.ERROR, "frcp11b")
def not_interviewed(draft: Draft) -> Found:
    """An allegation rests on a confidential witness, and the sheet names no lawyer who spoke with the
    witness, or one who is not among counsel, or does not know the day. What an investigator or another firm
    wrote down is not yet what the witness will say, and Rule 11(b) asks for an inquiry by those who sign.
    Told for each allegation and each such witness behind it.
    """
    names = (known(lawyer.name) for firm in draft.matter.raw.counsel for lawyer in firm.lawyers)
    lawyers = {str(name).casefold() for name in names if name}
    for own, allegation in draft.matter.allegations.items():
        for number, source in enumerate([allegation.source, *allegation.further_sources]):
            if source is None or source.kind != "confidential-witness":
                continue
            who, by = known(source.who) or "a confidential witness", known(source.interviewed_by)
            field = "interviewed_by"
            if by is None:
                told = "whom no lawyer named in the sheet has interviewed"
            elif str(by).casefold() not in lawyers:
                told = f"whom {by} interviewed, who is not among counsel"
            elif isinstance(source.interviewed_on, Unknown):
                field, told = "interviewed_on", f"whom {by} interviewed on a day that is not known"
            else:
                continue
            path = f"allegations.{own}.{'source' if number == 0 else f'further_sources.{number}'}.{field}"
            fix = "Let one of counsel speak with the witness, and enter who and when."
            yield Hit(f"{own} rests on {who}, {told}.", path, fix, own, ("counsel",))


@check("CHN-003", "Element left out on purpose", Severity.WARNING, "twiqbal")
def left_out(draft: Draft) -> Found:
    """An element of a cause is marked as not pleaded, with a reason. Nothing of it prints: if the law asks
    for it after all, the count is without an essential element.
    """
    for claim in draft.matter.raw.claims:
        titles = {
            element.id: str(element.title)
            for cause in draft.matter.theories[claim.id]
            for element in cause.elements
        }
        for own, support in claim.elements.items():
            if known(support.not_pleaded) is not None:
                told = (
                    f"{claim.id}: “{titles.get(own, own)}” is left out:"
                    f" {str(known(support.not_pleaded)).rstrip('.')}."
                )
                yield Hit(
                    told,
                    f"claims.{claim.id}.elements.{own}.not_pleaded",
                    "Check that the claim stands without it, or plead it.",
                    f"claim.{claim.id}",
                )


@check(
    "CHN-004",
    "Element that rests on the press or on another’s pleading",
    Severity.WARNING,
    "frcp11b",
    "twiqbal",
)
def second_hand(draft: Draft) -> Found:
    """Everything behind an element is weak, and some of it is what the press reported or another pleading
    alleges. Such a report is a reason to look, and no proof: whoever signs
    must have inquired. One finding names them all. Silent where a document, a record or a person stands
    beside it.
    """
    weak = [
        link
        for link in chain(draft)
        if link.grade in WEAK and any(grade in SECOND_HAND for _, grade in link.behind)
    ]
    if weak:
        kinds = dict.fromkeys(
            RESTS_ON[grade] for grade in SECOND_HAND for link in weak if grade in dict(link.behind).values()
        )
        by_claim = dict.fromkeys(link.claim for link in weak)
        told = "; ".join(
            f"{claim}: {', '.join(f'“{link.title}”' for link in weak if link.claim == claim)}"
            for claim in by_claim
        )
        paths = [f"claims.{link.claim}.elements.{link.element}" for link in weak]
        reads = (*paths[1:], *dict.fromkeys(f"allegations.{own}" for link in weak for own, _ in link.behind))
        yield Hit(
            f"These rest on {' and '.join(kinds)}: {told}.",
            paths[0],
            "Get the paper that is reported, or a person who knows.",
            f"claim.{weak[0].claim}",
            reads,
        )
