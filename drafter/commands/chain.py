"""`drafter chain`: every claim's elements, the allegations behind each, and what those rest on."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from drafter.checks.chain import RESTS_ON, at, falls, gist, grounds, inferred_from, one_fact, settling
from drafter.checks.links import WEAK, chain, hinges
from drafter.commands.common import print_json, sheet_option, templates_option
from drafter.commands.drafting import made
from drafter.complaint.views.proof import unproven
from drafter.findings import Authority
from drafter.library.proof import PROOF, Proof

if TYPE_CHECKING:
    from drafter.checks.links import Hinge, Link
    from drafter.complaint import Draft

__all__ = ["chain_page", "options", "run", "weak_links"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter chain` takes."""
    sheet_option(command)
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument("--court", metavar="ID", default="", help="as for another court")
    templates_option(command)


def run(options: argparse.Namespace) -> int:
    """Print the chain of every claim. Gives 0: what is wrong with it is `drafter check`'s to say."""
    draft = made(options)
    if options.format == "json":
        print_json(chain_page(draft))
        return 0

    claim = ""
    for link in chain(draft):
        if link.claim != claim:
            claim = link.claim
            print(f"\n{claim}: {', '.join(cause.id for cause in draft.matter.theories[claim])}")
        _print_link(draft, link)
    print()
    for line in [*_proof(draft), *weak_links(draft)]:
        print(line)
    return 0


def _proof(draft: Draft) -> list[str]:
    """What each grade that stands in the chain is, and what it is worth to whoever signs; under the Private
    Securities Litigation Reform Act, where a claim is for securities fraud.
    """
    there = {grade for link in chain(draft) for grade in (link.grade, *(one for _, one in link.behind))}
    causes = [cause for own in draft.matter.theories.values() for cause in own]
    strict = any(cause.particularity and "securities" in map(str, cause.subjects) for cause in causes)
    lines = ["WHAT COUNTS AS PROOF, strongest first"]
    table = draft.matter.library.own_file(PROOF, Proof)
    for grade in table.grades:
        if str(grade.grade) in there:
            cites = [str(Authority(str(law.cite), law.status, str(law.read or ""))) for law in grade.law]
            worth = f"{table.rule11_is}: {grade.rule11}."
            worth += f" {table.pslra_is}: {grade.pslra}." if strict else ""
            behind = f" [{'; '.join(cites)}]" if cites else ""
            lines.append(f"  {grade.grade}: {grade.title}. {worth}{behind}")
    return [*lines, ""]


def _print_link(draft: Draft, link: Link) -> None:

    mark = "! " if link.grade in WEAK else "  "
    print(f"{mark}{link.title} [{link.grade}]")
    if not link.behind:
        print("      nothing supports it")
    for own, grade in link.behind:
        print(f"      {_number(draft, own)}{own}: {grade}{_why(draft, own) or _source(draft, own)}")


def _why(draft: Draft, own: str) -> str:
    """Why an allegation supports nothing, where something in it is not known."""

    reason = unproven(draft.matter.allegations[own])
    return f" ({reason})" if reason else ""


def _number(draft: Draft, own: str) -> str:
    number = draft.numbers.printed.get(own)
    return f"¶ {number} " if number else ""


def _source(draft: Draft, own: str) -> str:
    """Where the allegation's source is to be found, in a few words."""
    source = draft.matter.allegations[own].source
    if source is None:
        return ""
    said = [
        str(value)
        for value in (source.exhibit, source.document, source.who, source.pin)
        if isinstance(value, str)
    ]
    said += [f"from {', '.join(source.from_)}"] if source.from_ else []
    return f" ({'; '.join(said)})" if said else ""


_ALONE = {
    "plaintiff": "the plaintiff’s word",
    "confidential-witness": "a confidential witness",
    "public-record": "one public record",
    "investigation": "counsel’s investigation",
}


def weak_links(draft: Draft) -> list[str]:
    """The weak links in words: single facts on which several claims stand, elements that rest on inference
    alone, elements with nothing.
    """

    lines = ["WEAK LINKS"]
    for hinge in hinges(draft):
        if hinge.grade in WEAK or len(hinge.claims) > 1:
            lines += _hinge_lines(draft, hinge)
    for grade in WEAK:
        weak = [link for link in chain(draft) if link.grade == grade]
        if weak:
            on = f"{RESTS_ON[grade]} alone" if grade in RESTS_ON else "nothing"
            lines.append(
                f"  Elements that rest on {on}: "
                + "; ".join(f"{link.claim}, {link.title}" for link in weak)
                + "."
            )
    return (
        lines
        if len(lines) > 1
        else [
            "WEAK LINKS: none. Each element has a support that is more than inference, and no fact carries"
            " several claims alone."
        ]
    )


def _hinge_lines(draft: Draft, hinge: Hinge) -> list[str]:
    """One fact on which claims hang: how many hang on it, what it says, what it rests on, what falls with it,
    and how to settle it.
    """

    weak, number, total = hinge.grade in WEAK, len(hinge.claims), len(draft.matter.raw.claims)
    which = f"{number} of {total}" if number < total else {1: "1", 2: "Both"}.get(total, f"All {total}")
    claims = f"{which} claim{'' if total == 1 else 's'} hang{'s' if number == 1 else ''}"
    kind = (
        one_fact(hinge.grade)
        if weak
        else f"one fact, which rests on {_ALONE.get(hinge.grade, f'one {hinge.grade}')} alone"
    )
    lines = [
        f"  {claims} on {kind}: {gist(draft, hinge.allegation).rstrip('.')}.",
        f"    It is alleged in {at(draft, hinge.allegation)}.",
    ]
    if weak:
        lines[-1] += f" No document and no witness says so. {grounds(draft, hinge.allegation)}"
        lines += [
            f"      {at(draft, own)}: {gist(draft, own)}" for own in inferred_from(draft, hinge.allegation)
        ]
    lines.append(f"    If it is wrong, these fall: {falls(draft, hinge)}.")
    tests = settling(hinge) if weak else ()
    if tests:
        lines += [
            "    To settle it before filing:",
            *(f"      {number}. {test}" for number, test in enumerate(tests, 1)),
        ]
    return lines


def chain_page(draft: Draft) -> dict[str, Any]:
    """The chain and its hinges, as JSON has it: `links` (one an element) and `hinges` (facts that alone carry
    an element).
    """

    links = [
        {**link._asdict(), "behind": [{"allegation": own, "grade": grade} for own, grade in link.behind]}
        for link in chain(draft)
    ]
    found = [
        {
            "allegation": hinge.allegation,
            "grade": hinge.grade,
            "claims": {claim: [link.element for link in behind] for claim, behind in hinge.claims.items()},
            "theories": hinge.theories,
            "tests": settling(hinge),
        }
        for hinge in hinges(draft)
    ]
    return {"links": links, "hinges": found}
