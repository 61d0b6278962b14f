"""Checks on how claims are pleaded: who did what, what a count takes up, contracts, securities, biometric and
data-breach claims.
"""

from __future__ import annotations

import re

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.links import WEAK, grade_of
from drafter.checks.lookups import FEDERAL, has_trait, listed, named, plaintiffs_of, sued_in, support_of
from drafter.checks.support import bare_elements
from drafter.complaint import Draft
from drafter.facts.allegations import Allegation
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.tree.unknown import notes_of

_ALL = re.compile(r"\b[Dd]efendants\b")
_NUMBERED = re.compile(r"\d")
_LAW = re.compile(r"\b(Act|Code|Statute|Stat|Law|U\.S\.C)\b")


def _nobody(draft: Draft, allegation: Allegation) -> bool:
    """Whether an allegation names no single actor: a group of defendants, or nobody where its text says
    “Defendants”.
    """
    groups = {group.id for group in draft.matter.raw.defendant_groups}
    own = [str(each) for each in (known(allegation.actor), *allegation.actors) if each]
    return (
        all(each in groups for each in own) if own else bool(_ALL.search(str(known(allegation.text) or "")))
    )


@check(
    "CLM-006",
    "Defendants lumped together in a fraud claim",
    Severity.WARNING,
    "swartz",
    "frcp9b",
    by_court=FEDERAL,
    concern=Concern.EVIDENCE,
)
def lumped_in_fraud(draft: Draft) -> Found:
    """Rule 9(b) governs the claim, two defendants or more are sued on it, and its statements or facts name no
    single one of them. Where every statement has one speaker, the facts
    behind it may speak of several. Advice where the sheet pleads that one acted for another, or that they
    were one enterprise.
    """
    groups = {group.id for group in draft.matter.raw.defendant_groups}
    told = {statement.id: statement for statement in draft.matter.raw.statements}
    for claim in draft.matter.raw.claims:
        if len(sued_in(draft, claim)) < 2 or not any(
            cause.particularity for cause in draft.matter.theories[claim.id]
        ):
            continue
        lumped = [own for own in claim.statements if own in told and str(known(told[own].speaker)) in groups]
        if lumped or not any(own in told for own in claim.statements):
            lumped += [one.id for one in support_of(draft, claim) if _nobody(draft, one)]
        if lumped:
            yield Hit(
                f"{claim.id}: {listed(lumped[:4])} {'names' if len(lumped) == 1 else 'name'} no single"
                " defendant.",
                f"claims.{claim.id}",
                "Say what each defendant did.",
                f"claim.{claim.id}",
                ("allegations", "statements", "agency"),
                Severity.ADVICE if draft.matter.raw.agency else None,
            )


@check(
    "CLM-007",
    "‘Defendants’ did everything",
    Severity.ADVICE,
    "weiland",
    "twiqbal",
)
def all_did_everything(draft: Draft) -> Found:
    """More than half of the facts about what was done name no single defendant, though two or more are sued.
    Ordinary for a family of companies; the Eleventh Circuit's rule
    against shotgun pleadings makes it costly. Silent where the sheet says that one acted for another.
    """
    defendants = [one for one in draft.matter.raw.defendants if one.kind != "does"]
    ours = {plaintiff.id for plaintiff in draft.matter.raw.plaintiffs}
    conduct = [
        one
        for one in draft.matter.allegations.values()
        if str(known(one.actor)) not in ours
        and (one.actor or one.actors or _ALL.search(str(known(one.text) or "")))
    ]
    nobody = [one.id for one in conduct if _nobody(draft, one)]
    if len(defendants) > 1 and not draft.matter.raw.agency and len(nobody) * 2 > len(conduct):
        yield Hit(
            f"{len(nobody)} of {len(conduct)} facts about conduct name no single defendant"
            f" ({listed(nobody[:3])}).",
            f"allegations.{nobody[0]}.actor",
            "Name who did what.",
            nobody[0],
            ("allegations",),
        )


@check(
    "CLM-008",
    "Shotgun: a count adopts every earlier count",
    Severity.ADVICE,
    "weiland",
    "frcp10",
    by_court=FEDERAL,
)
def shotgun(draft: Draft) -> Found:
    """A count takes up everything above it, earlier counts among it. In the Eleventh Circuit that is a
    shotgun pleading; elsewhere it is ordinary under Rule 10(c). Silent for the
    first count.
    """
    for position, claim in enumerate(draft.matter.raw.claims):
        if position and claim.incorporates == "all-above":
            yield Hit(
                f"{claim.id} takes up every earlier count.",
                f"claims.{claim.id}.incorporates",
                "Let it take up the facts, and its predicates’ paragraphs where it has them.",
                f"claim.{claim.id}",
            )


@check(
    "CLM-009",
    "Shotgun: count does not say which defendant",
    Severity.WARNING,
    "weiland",
    "frcp10",
)
def against_whom(draft: Draft) -> Found:
    """There are two defendants or more and the claim names none, so that the draft says “all Defendants”.
    Silent with one defendant, where nothing is unclear.
    """
    defendants = [one for one in draft.matter.raw.defendants if one.kind != "does"]
    for claim in draft.matter.raw.claims:
        if len(defendants) > 1 and not claim.against and "against" not in notes_of(claim):
            yield Hit(
                f"{claim.id} does not say against which of {len(defendants)} defendants it is brought.",
                f"claims.{claim.id}.against",
                "Name them, all of them if it is all.",
                f"claim.{claim.id}",
                ("defendants",),
            )


@check(
    "CLM-012",
    "Equitable restitution with no inadequate-remedy fact",
    Severity.ADVICE,
    "sonner",
    "guzman",
    "frcp8d",
    by_court=FEDERAL,
)
def adequate_remedy(draft: Draft) -> Found:
    """A claim seeks restitution in equity in federal court, and nothing says why damages are not enough. In
    the Ninth Circuit that is a ground of dismissal; elsewhere it is persuasive at most. Silent for what a
    statute itself gives, as the losses that 29 U.S.C. § 1109(a) has made good to a plan, and where the
    claim’s own element of an inadequate remedy rests on nothing, which CLM-001 tells.
    """
    relief = draft.matter.raw.relief
    if relief and known(relief.inadequate_remedy) is not None:
        return
    bare = bare_elements(draft)
    for view in draft.matter.claims:
        equity = any(
            one.kind == "restitution" and not one.of_right for cause in view.causes for one in cause.remedies
        )
        own = view.raw.elements.get("inadequate-remedy")
        answered = known(view.raw.inadequate_remedy) is not None or bool(own and own.allegations)
        answered |= f"claims.{view.raw.id}.elements.inadequate-remedy" in bare
        if equity and view.seeks("restitution") and not view.seeks("actual-damages") and not answered:
            yield Hit(
                f"{view.raw.id} seeks restitution in equity, and nothing says why damages are not enough.",
                f"claims.{view.raw.id}.inadequate_remedy",
                "Say why, in the alternative if need be.",
                f"claim.{view.raw.id}",
                ("relief.inadequate_remedy",),
            )


@check("CLM-013", "Unjust enrichment alongside an express contract", Severity.ADVICE, "frcp8d")
def enriched_beside_contract(draft: Draft) -> Found:
    """Unjust enrichment and breach of an express contract are both pleaded and neither is said to be in the
    alternative. Rule 8(d) allows it with no form of words; some courts
    want the label.
    """
    contracts = {claim.id for claim in draft.matter.raw.claims if has_trait(draft, claim, "contract")}
    for claim in draft.matter.raw.claims:
        if (
            has_trait(draft, claim, "unjust-enrichment")
            and contracts
            and not contracts & set(claim.alternative_to)
        ):
            yield Hit(
                f"{claim.id} stands beside {listed(sorted(contracts))}, and is not said to be in the"
                " alternative.",
                f"claims.{claim.id}.alternative_to",
                "Name the contract claim under alternative_to.",
                f"claim.{claim.id}",
            )


@check("CLM-014", "Contract claim without the term breached", Severity.WARNING, "twiqbal", "frcp10")
def no_term(draft: Draft) -> Found:
    """A claim for breach of contract names no term, so that nothing is quoted that was breached."""
    for claim in draft.matter.raw.claims:
        if has_trait(draft, claim, "contract-terms") and not claim.terms:
            yield Hit(
                f"{claim.id} does not name the term breached.",
                f"claims.{claim.id}.terms",
                "Name it, with its section and words, under the agreement’s terms.",
                f"claim.{claim.id}",
            )


@check("CLM-015", "Statute cited without a section", Severity.WARNING, "twiqbal")
def no_section(draft: Draft) -> Found:
    """What the sheet gives as the authority for relief, for a notice or for fees names an act or code and no
    section.
    """
    named_laws = [(f"notices.{one.id}.statute", known(one.statute)) for one in draft.matter.raw.notices]
    named_laws += [
        (f"claims.{claim.id}.relief", known(one.authority))
        for claim in draft.matter.raw.claims
        for one in claim.relief
    ]
    if draft.matter.raw.relief:
        named_laws += [("relief.fee_grounds", ground) for ground in draft.matter.raw.relief.fee_grounds]
        named_laws += [("relief.further", known(one.authority)) for one in draft.matter.raw.relief.further]
    for path, law in named_laws:
        if law and _LAW.search(str(law)) and not _NUMBERED.search(str(law)):
            yield Hit(f"“{law}” has no section.", path, "Give the section.", "")


@check("CLM-018", "Securities fraud: PSLRA particulars", Severity.WARNING, "pslra34", by_court=FEDERAL)
def securities_particulars(draft: Draft) -> Found:
    """For each statement 15 U.S.C. § 78u-4(b) wants what was said, by whom, when, why it misled, and facts
    giving a strong inference of the speaker's state of mind. One has no
    facts of knowledge. Silent for the statements of a claim whose element of scienter rests on facts of its
    own, as a section on scienter pleads them for all statements together.
    """
    told = {statement.id: statement for statement in draft.matter.raw.statements}
    for claim in draft.matter.raw.claims:
        if not has_trait(draft, claim, "securities-fraud"):
            continue
        own_facts = claim.elements.get("scienter")
        together = own_facts is not None and any(
            grade_of(draft.matter.allegations[own]) not in WEAK for own in own_facts.allegations
        )
        bare = (
            []
            if together
            else [own for own in claim.statements if own in told and known(told[own].knowledge) is None]
        )
        if bare or not claim.statements:
            which = listed(bare) if bare else "No statement is named, and so none"
            yield Hit(
                (
                    f"{claim.id}: {which} has no facts that show what the speaker knew."
                    if not bare
                    else f"{claim.id}: nothing shows what the speaker of {which} knew."
                ),
                f"claims.{claim.id}.statements",
                "Write how the speaker knew, at each statement.",
                f"claim.{claim.id}",
                ("statements",),
            )


@check("CLM-019", "RICO: case statement likely required", Severity.ADVICE, "lr-rico", by_court=FEDERAL)
def rico_statement(draft: Draft) -> Found:
    """Many courts and judges want a RICO case statement soon after filing. None is among the papers of the
    sheet.
    """
    ready = any(paper.kind == "rico-statement" for paper in draft.matter.raw.filing_package)
    for claim in draft.matter.raw.claims:
        if has_trait(draft, claim, "racketeering") and not ready:
            yield Hit(
                f"{claim.id}: the court or its judges may want a RICO case statement.",
                "filing_package",
                "Read the judge’s orders and the local rules.",
                f"claim.{claim.id}",
                (f"claims.{claim.id}.theories",),
            )


@check(
    "CLM-020", "BIPA: facts for the section sued on are missing", Severity.WARNING, "bipa15", "bipa20", "tims"
)
def biometric_facts(draft: Draft) -> Found:
    """A claim under the Biometric Information Privacy Act, and no plaintiff's data are named by kind
    (fingerprint, faceprint, voiceprint …). The exclusions of the Act turn on
    the kind.
    """
    for claim in draft.matter.raw.claims:
        if has_trait(draft, claim, "biometric"):
            for plaintiff in plaintiffs_of(draft, claim):
                if not (plaintiff.experience and plaintiff.experience.data_types):
                    yield Hit(
                        f"{claim.id}: the kind of {named(plaintiff)}’s biometric data is not in the sheet.",
                        f"plaintiffs.{plaintiff.id}.experience.data_types",
                        "Name it, and check the exclusions.",
                        f"claim.{claim.id}",
                    )


@check("CLM-021", "BIPA: per-scan damages claimed", Severity.WARNING, "bipa20", "cothron", "clay")
def per_scan(draft: Draft) -> Found:
    """Since August 2, 2024 a person has at most one recovery for repeated collection by the same method, or
    disclosure to the same recipient by the same method. The sheet asks for
    a sum for each scan.
    """
    for claim in draft.matter.raw.claims:
        text = " ".join(str(known(one.text) or "") for one in claim.relief if one.kind == "statutory-damages")
        if any(cause.single_recovery for cause in draft.matter.theories[claim.id]) and re.search(
            r"(each|every|per) (scan|violation|collection|disclosure|time)", text, re.I
        ):
            yield Hit(
                f"{claim.id} asks for a sum for each scan or violation.",
                f"claims.{claim.id}.relief",
                "Ask for one recovery a person.",
                f"claim.{claim.id}",
            )


@check("CLM-022", "Data-breach claim without the data types", Severity.WARNING, "ccpa150")
def no_data_types(draft: Draft) -> Found:
    """A claim on a breach of security, and the sheet does not say which kinds of a plaintiff's data were
    taken. Civil Code § 1798.150 covers listed kinds only, and only unencrypted
    data.
    """
    for claim in draft.matter.raw.claims:
        if has_trait(draft, claim, "data-breach"):
            for plaintiff in plaintiffs_of(draft, claim):
                if not (plaintiff.experience and plaintiff.experience.data_types):
                    yield Hit(
                        f"{claim.id}: the sheet does not say which of {named(plaintiff)}’s data were taken.",
                        f"plaintiffs.{plaintiff.id}.experience.data_types",
                        "List them by kind, never by content.",
                        f"claim.{claim.id}",
                    )
