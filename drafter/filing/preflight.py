"""The look before filing: what would have the clerk reject the package, or counsel regret it. What the portal
alone knows is a reminder.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Iterator, NamedTuple

from drafter.checks import run_checks
from drafter.checks.document import blanks_of
from drafter.checks.printed import passages
from drafter.complaint import Draft
from drafter.complaint.views.proof import sources_of
from drafter.document import Figure, Reference
from drafter.facts.defendants import Defendant
from drafter.facts.parties import Plaintiff
from drafter.facts.values import known
from drafter.filing.client_copy import lapsed
from drafter.filing.exhibits import attached
from drafter.filing.file_faults import faults_of_files
from drafter.filing.own_complaint import Fault
from drafter.filing.package import Package
from drafter.filing.sealing import left_open, public_version
from drafter.findings import Finding
from drafter.printing import TEXT

__all__ = ["Preflight", "look", "open_places"]


class Preflight(NamedTuple):
    """What the look found.

    faults     why the package is not to be filed
    accepted   findings that a lawyer accepted
    unread     law whose text was not read, with its status
    confirm    facts that nobody confirmed
    reminders  what only the portal and a person know
    """

    faults: list[Fault]
    accepted: list[str]
    unread: list[str]
    confirm: list[str]
    reminders: list[str]


def look(package: Package, own: bool = False) -> Preflight:
    """Everything that the look finds; `own` where the complaint is the partner's own file."""
    findings = run_checks(package.complaint)
    sheet = package.complaint.matter.raw
    return Preflight(
        [*_faults(package, findings), *faults_of_files(package, own)],
        [f"{one.check}: {one.message} ({one.accepted})" for one in findings if one.accepted],
        list(dict.fromkeys(_unread(package))),
        [
            f"{known(one.name) or one.id}: the facts about the plaintiff are not marked as confirmed"
            for one in sheet.plaintiffs
            if not known(one.confirmed)
        ],
        list(_reminders(package)),
    )


def _unread(package: Package) -> Iterator[str]:
    for due in package.papers:
        for law in due.law:
            if law.status != "text_read":
                yield f"{due.title}: {law.cite or law.text} [{law.status.replace('_', ' ')}]"


def _reminders(package: Package) -> Iterator[str]:
    yield "the fee, and the fee of a complex case where the court has one"
    yield "the type of document that each file is filed as"
    yield "every party under the very name that the caption has"
    if not any(file.what == "signed" or file.name.endswith(".pdf") for file in package.files):
        yield "the files are Word files: file PDFs"
    yield "the signature of the attorney of record"


# --- what the sheet and the papers say
# ------------------------------------------------------------------------------------------------------------


def _faults(package: Package, findings: list[Finding]) -> Iterator[Fault]:
    for find in (_open_places, _papers, _signers, _court, _exhibits, _pins, _summonses):
        yield from find(package)
    for finding in findings:
        if finding.stands and not finding.is_hole:
            yield Fault("error", finding.where, f"{finding.check}: {finding.message}", finding.fix)


def _open_places(package: Package) -> Iterator[Fault]:
    for file in package.files:
        if file.name.endswith(".pdf") and file.draft is not None:
            continue
        if file.problem:
            yield Fault("form", file.name, file.problem, "Add it: drafter forms add FILE.")
        for blank in file.blanks:
            yield Fault("blank", file.name, f"[{blank}] is open", "Fill it in in the sheet.")
        for place in _red_places(file.draft) if file.draft is not None else ():
            yield Fault("red place", file.name, place, "Mend it in the sheet.")
    for portion in left_open(package.complaint, TEXT(public_version(package.complaint)).decode()):
        told = f"words to be sealed in {portion} stand in the public version elsewhere"
        yield Fault("sealed", "complaint", told, "Mark them there too: {~so~}.")
    for one in lapsed(package.complaint):
        told = f"what {one.name} confirmed on {one.day} was reworded since"
        yield Fault(
            "confirmation", f"plaintiffs.{one.plaintiff}", told, "Send a new copy: drafter client-copy."
        )
    yield from _legend(package.complaint)


def open_places(draft: Draft) -> Iterator[Fault]:
    """What is open in a draft: blanks, red places, a legend on its pages."""
    for blank, _ in blanks_of(draft):
        yield Fault("blank", "complaint", f"[{blank.label}] is open", "Fill it in in the sheet.")
    for place in _red_places(draft):
        yield Fault("red place", "complaint", place, "Mend it in the sheet.")
    yield from _legend(draft)


def _legend(draft: Draft) -> Iterator[Fault]:
    legend = draft.document.meta.legend
    if legend:
        yield Fault(
            "legend", "legend", f"“{legend}” stands on every page", "Take the legend out of the sheet."
        )


def _red_places(draft: Draft) -> Iterator[str]:
    for passage in passages(draft):
        for inline in passage.content:
            if isinstance(inline, Reference):
                yield from (f"there is no paragraph “{label}”" for label in inline.missing)
    for block in draft.document.body:
        if isinstance(block, Figure) and block.problem:
            yield f"a picture is not shown: {block.problem}"


def _papers(package: Package) -> Iterator[Fault]:
    there = {id(file.paper) for file in package.files if file.paper is not None and file.what != "data"}
    for due in package.papers:
        if due.state == "missing" and due.due != "later":
            yield Fault("paper missing", due.title, "it is due, and is not there", f"Prepare it: {due.why}.")
        elif due.state == "to make" and due.due != "later" and id(due) not in there:
            told = "the form is not filled in: only a page with its data is there"
            yield Fault("paper missing", due.title, told, "Add the blank: drafter forms add FILE.")
        filed = due.paper is not None and due.paper.filed
        sworn = filed and due.paper is not None and due.paper.signer == "plaintiff" and due.paper.swears
        if sworn and due.state != "ready":
            who = due.party.rpartition(".")[2] or "a plaintiff"
            yield Fault("not signed", due.title, f"{who} has not signed it", "Have it signed; name its file.")


def _signers(package: Package) -> Iterator[Fault]:
    sheet = package.complaint.matter.raw
    signers = [lawyer for firm in sheet.counsel for lawyer in firm.lawyers if lawyer.signs]
    if not signers:
        yield Fault("no signer", "counsel", "no lawyer is said to sign the complaint", "Say who: signs: yes.")
    for lawyer in signers:
        name = known(lawyer.name) or "the lawyer who signs"
        status = lawyer.admission.status if lawyer.admission else "admitted"
        if status in ("pro-hac-vice-forthcoming", "not-admitted"):
            yield Fault("no signer", "counsel", f"{name} signs, and is not admitted in this court", "")
        if not known(lawyer.bar_number):
            yield Fault("no signer", "counsel", f"{name} signs, and has no bar number", "Give it.")


def _court(package: Package) -> Iterator[Fault]:
    matter = package.complaint.matter
    court, profile, posture = matter.raw.court, matter.profile, matter.raw.posture
    county = str(known(court.county) or "") if court else ""
    served = {str(one) for division in profile.divisions for one in division.counties}
    if county and served and county not in served and not (court and known(court.division)):
        yield Fault(
            "court", "court.county", f"no division of the court serves {county} County", "Look again."
        )
    if posture and posture.kind == "amended" and not known(posture.case_number):
        yield Fault("case number", "posture", "an amended complaint has a case number, and none is given", "")
    for firm in matter.raw.counsel if county in map(str, profile.firm_codes) else ():
        if not any(known(one.code) and county in str(known(one.court) or "") for one in firm.codes):
            told = f"{known(firm.firm) or firm.id} has no code of the {county} County clerk"
            yield Fault(
                "firm code", f"counsel.{firm.id}.codes", told, "Give it: filings without are rejected."
            )
    parties: list[Plaintiff | Defendant] = [*matter.raw.plaintiffs, *matter.raw.defendants]
    for party in parties:
        if re.search(r"\bet al\b", str(known(party.name) or ""), re.IGNORECASE):
            yield Fault(
                "caption", f"{party.id}", "“et al.” stands in the name of a party", "Name every party."
            )


def _exhibits(package: Package) -> Iterator[Fault]:
    for exhibit in package.exhibits:
        if exhibit.problem:
            yield Fault("exhibit", f"Exhibit {exhibit.label}", exhibit.problem, "")
    originals = Counter(exhibit.original for exhibit in package.exhibits if exhibit.original)
    for exhibit in package.exhibits:
        if originals[exhibit.original] > 1:
            yield Fault("exhibit", f"Exhibit {exhibit.label}", "another exhibit is the very same file", "")


_PAGES = re.compile(r"(?:at |pp?\. ?)?(\d{1,5})(?:[-–](\d{1,5}))?(?![\d:])")


def _pins(package: Package) -> Iterator[Fault]:
    """The pages of an exhibit that are cited and that it does not have."""
    pages = {exhibit.label: exhibit.pages for exhibit in package.exhibits if exhibit.pages}
    called = {str(exhibit.id): label for label, exhibit in attached(package.complaint)}
    for allegation in package.complaint.matter.allegations.values():
        for source in sources_of(allegation):
            label = called.get(str(known(source.exhibit) or ""), "")
            pin = _PAGES.match(str(known(source.pin) or "").replace("\u00a0", " "))
            last = int(pin[2] or pin[1]) if pin else 0
            if last > pages.get(label, last):
                told = f"page {last} is cited, and it has {pages[label]}"
                mend = f"Correct the pin of allegations.{allegation.id}."
                yield Fault("pin", f"Exhibit {label}", told, mend)


def _summonses(package: Package) -> Iterator[Fault]:
    wanted = {due.party for due in package.papers if due.kind == "summons" and due.state != "ready"}
    for defendant in package.complaint.matter.raw.defendants:
        if f"defendants.{defendant.id}" in wanted and not (defendant.address or defendant.served_through):
            told = "a summons is directed to it, and the sheet has no address of it or of its agent"
            yield Fault("summons", f"defendants.{defendant.id}", told, "Look the agent up.")
