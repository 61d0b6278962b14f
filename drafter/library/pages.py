"""A cause of action or a court as a page to read beside the statute or the local rules. What was not read
says so, on every line.
"""

from __future__ import annotations

from typing import Iterable, Iterator

from drafter.facts.vocabularies import CLAIM_WORDS
from drafter.library.court_records import CourtProfile
from drafter.library.records import Bar, CauseOfAction, Conflict, Element, GatingNotice, Law

__all__ = ["cause_page", "court_page", "marked", "no_form"]


def marked(law: Law) -> str:
    """An assertion with its citation; only what was read in its text stands without a mark."""
    words = "; ".join(str(part) for part in (law.text, law.cite) if part)
    edition = f", {law.read}" if law.read else ""
    day = f", read {law.day}" if law.day else ""
    status = "read" if law.status == "text_read" else f"UNVERIFIED: {law.status.replace('_', ' ')}"
    return f"{words} [{status}{edition}{day}]"


def _laws(laws: Iterable[Law | None], indent: str = "    ") -> Iterator[str]:
    return (f"{indent}{marked(law)}" for law in laws if law)


def cause_page(cause: CauseOfAction) -> str:
    """The page of a cause of action."""
    lines = [
        f"{cause.title}{f' ({cause.short})' if cause.short else ''}",
        f"{cause.citation} · {cause.jurisdiction} · {cause.kind}"
        + "".join(f" · {form} code {code}" for form, code in cause.cover_codes.items()),
        "",
        "ELEMENTS",
    ]
    for number, element in enumerate(cause.elements, 1):
        lines += _element_lines(number, element)
    lines += ["", "RELIEF"]
    for remedy in cause.remedies:
        cap = f"; class cap: {remedy.class_cap}" if remedy.class_cap else ""
        lines += [
            (
                f"  - {remedy.text},"
                f" {remedy.cite}{f' (amount as of {remedy.as_of})' if remedy.as_of else ''}{cap}"
            ),
            *_laws(remedy.law),
        ]
    lines += ["", "LIMITATIONS"]
    for limitation in cause.limitations:
        lines += [f"  - {limitation.period}; {limitation.accrual or ''}", *_laws(limitation.law)]
    if cause.pre_suit:
        lines += [
            "",
            "BEFORE SUIT",
            *(line for notice in cause.pre_suit for line in _notice_lines(cause, notice)),
        ]
    lines += [
        "",
        "NOTES",
        *_notes(cause),
        *(line for entry in cause.conflicts for line in _conflict_lines(entry)),
    ]
    if cause.barred:
        lines += ["", "WHAT DEFEATS IT", *(line for bar in cause.barred for line in _bar_lines(bar))]
    if cause.after_filing:
        lines += ["", "AFTER FILING", *_laws(cause.after_filing, "  - ")]
    if cause.questions_:
        lines += [
            "",
            "QUESTIONS OF ITS OWN",
            *(
                f"  - {asked.prompt} [{asked.id}]{f': {asked.help}' if asked.help else ''}"
                for asked in cause.questions_
            ),
        ]
    if cause.sources:
        lines += ["", "READ FOR THIS PAGE", f"  {'; '.join(map(str, cause.sources))}"]
    return "\n".join(lines)


def _element_lines(number: int, element: Element) -> list[str]:
    """One element: what must be pleaded, what to look for, and the law behind it."""
    around = f" (pleaded around; burden: {element.burden})" if element.negative else ""
    forum = f" ({element.forum} court only)" if element.forum != "any" else ""
    lines = [f"{number:2}. {element.title} [{element.id}]{around}{forum}", f"    {element.plead}"]
    lines += [
        f"    {name}: {text}"
        for name, text in (
            ("Typical facts", element.typical_facts),
            ("Common ground of dismissal", element.dismissal_ground),
        )
        if text
    ]
    lines += [f"    Test before filing: {test}" for test in element.tests]
    lines += (
        [f"    Pleaded only where something supports it; it opens {', '.join(map(str, element.opens))}."]
        if element.opens
        else []
    )
    lines += _laws(element.law)
    return lines


def _bar_lines(bar: Bar) -> Iterator[str]:
    where = f" ({', '.join(map(str, bar.courts))})" if bar.courts else ""
    facts = f" Facts: {', '.join(map(str, bar.facts))}." if bar.facts else ""
    return iter((f"  - {bar.text}{where}{facts}", *_laws(bar.law)))


def _notes(cause: CauseOfAction) -> Iterator[str]:
    particularity = "Pleading (with particularity)" if cause.particularity else "Pleading"
    single = (
        (particularity, cause.pleading_standard),
        ("State of mind", cause.scienter),
        ("Who may sue", cause.who_may_sue),
        ("Who may be sued", cause.who_may_be_sued),
        ("Jurisdiction", cause.grant),
        ("Only federal courts", cause.exclusive),
        ("Venue", cause.venue),
        ("Jury", cause.no_jury),
    )
    several = (("Standing", cause.standing), ("Class", cause.class_notes), ("Watch", cause.watch))
    yield from (f"  - {label}: {marked(law)}" for label, law in single if law)
    yield from (f"  - {label}: {marked(law)}" for label, laws in several for law in laws)
    yield from (
        f"  - From {change.on} only {change.to} may sue on {change.conduct}: {marked(change.law)}"
        for change in cause.withdrawn
    )
    yield from (
        f"  - Changed on {change.on}: {change.what}: {marked(change.law)}" for change in cause.amended
    )


def _conflict_lines(entry: Conflict) -> Iterator[str]:
    yield f"  - With {entry.cause}: {entry.note}"
    yield from _laws(entry.law)


def _notice_lines(cause: CauseOfAction, notice: GatingNotice) -> Iterator[str]:
    opened = [str(remedy.text) for remedy in cause.remedies if remedy.id in notice.gates]
    wait = f", {notice.days} days before filing" if notice.days else ""
    lacking = (
        "; without it the suit is stayed" if notice.abates else f"; opens {'; '.join(opened) or 'the claim'}"
    )
    excused = ", excused where the time to sue would end first" if notice.excused_by_limitations else ""
    yield f"  - notice under {notice.statute}{wait}{lacking}{excused}"
    yield from _laws(notice.law)
    if notice.copied:
        yield f"    a copy to {notice.copied.to} {notice.copied.method}. {notice.copied.lacking}"
        yield from _laws([notice.copied.law])


def _look(court: CourtProfile) -> Iterator[str]:
    """What the profile's own fields make of the page, with their authority."""
    if court.faces:
        yield f"  faces: {'; '.join(f'{face.face} in {face.size:g} points' for face in court.faces)}"
        yield f"    {marked(court.faces_law) if court.faces_law else '[unverified: no authority given]'}"
    asked = {
        "caption": "the caption gives the address of every party",
        "first-paragraph": "the first paragraph gives the address of every party",
    }.get(str(court.party_addresses))
    own = (
        ["semicolons stand between all parties of the caption"]
        if court.party_separator == "semicolon"
        else []
    )
    own += ["names stand as they are written, not in capitals"] if court.party_names == "as-written" else []
    asked = asked or "; ".join(own)
    if asked:
        yield f"  parties: {asked}"
        yield f"    {marked(court.party_law) if court.party_law else '[unverified: no authority given]'}"


_EVERY_DISTRICT = (
    "  amendment: The complaint may be amended once without leave: within 21 days after its service, or after"
    " service of an answer or of a motion under Rule 12(b), (e) or (f), whichever is earlier; otherwise with"
    " the others’ written consent or the court’s leave.\n    Fed. R. Civ. P. 15(a)(1)-(2) [read, copy not"
    " dated]"
)
"""Printed with the rules of each federal district court, which may add to it. Read in the copy on
uslawessentials.com.
"""
_PLACES = {"before-title": "above the title", "after-title": "below the title", "in-title": "as the title"}


def _as_drafted(court: CourtProfile) -> Iterator[str]:
    """What a draft for the court looks like, whether or not a rule asks for it."""
    listed = (
        "the caption lists the claims" if court.caption_claims else "the caption does not list the claims"
    )
    yield (
        f"  The number is called “{court.number_label}”; “{court.connector}” stands between the sides; a"
        f" claim is called a {CLAIM_WORDS[court.claim_word].one}; {listed}."
    )
    if court.class_legend:
        yield f"  A class action bears “{court.class_legend}” {_PLACES[court.class_legend_place]}."
    yield (
        f"  The class allegations are headed {court.class_heading}; a jury demand"
        f" {f'bears “{court.jury_legend}” in the caption and ' if court.jury_legend else ''}is headed"
        f" {court.jury_heading}."
    )
    if court.jurisdiction_first:
        yield "  Jurisdiction comes first."


_FORM = {"paper", "font", "spacing", "margins"}


def no_form(court: CourtProfile) -> str:
    """What a page and a finding say of a court whose rules on the look of a paper nobody read; empty where
    one was, if only in a summary.
    """
    read = [rule for rule in court.rules if rule.law.status != "recalled"]
    if any(rule.topic in _FORM for rule in read):
        return ""
    recalled = " What stands above is recalled." if len(read) < len(court.rules) else ""
    return (
        f"No local rule {'on paper, type, spacing or margins ' if read else ''}loaded; standard format"
        f" used.{recalled}"
    )


def court_page(court: CourtProfile) -> str:
    """The page of a court."""
    lines = [
        str(court.name),
        f"{court.id} · {court.system} · {court.state}",
        "",
        "CAPTION",
        *(f"  {line}" for line in court.caption_lines),
        *_laws([court.caption_law], "  "),
    ]
    lines += ["", "DIVISIONS" if court.divisions else "No divisions."]
    for division in court.divisions:
        lines += [
            f"  {division.name}{': ' if division.counties else ''}{', '.join(division.counties)}",
            *_laws([division.law]),
        ]
    if court.counties:
        lines += ["", f"COUNTIES ({len(court.counties)})", f"  {', '.join(court.counties)}"]
    own = [
        ("class device", court.class_law, court.class_device_law),
        ("jurisdiction", court.jurisdiction_sentence, court.jurisdiction_law),
        ("fictitious names", court.does_sentence, court.does_law),
    ]
    if any(text for _, text, _ in own):
        lines += ["", "THIS COURT’S OWN LAW"]
        lines += [
            f"  {name}: {text}\n    {marked(law) if law else '[unverified: no authority given]'}"
            for name, text, law in own
            if text
        ]
    if court.venue:
        lines += ["", "VENUE: an action is tried"]
        lines += [f"  in {ground.county}\n    {marked(ground.law)}" for ground in court.venue]
    lines += ["", "FORM", *_look(court)]
    lines += [f"  {rule.topic}: {rule.text}\n    {marked(rule.law)}" for rule in court.rules]
    lines += [_EVERY_DISTRICT] if court.system == "federal" else []
    lines += [f"  {words}" for words in [no_form(court)] if words]
    lines += ["", "AS DRAFTED (only what stands under a rule above is a rule)", *_as_drafted(court)]
    if court.class_motion:
        lines += [
            "",
            "AFTER FILING",
            (
                f"  a motion to certify the class within {court.class_motion.days} days\n   "
                f" {marked(court.class_motion.law)}"
            ),
        ]
    lines += [
        "",
        "DUE WITH THE COMPLAINT",
        *(f"  {paper.title}\n    {marked(paper.law)}" for paper in court.companions),
    ]
    return "\n".join(lines)
