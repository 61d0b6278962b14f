"""Checks on the document's integrity: quotations, dates, numbers, words, sources,
citations.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import day, filing_day, listed, named
from drafter.checks.texts import quoted, texts
from drafter.complaint import Draft
from drafter.facts.allegations import Allegation
from drafter.facts.dates import MONTHS, EventDate
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.privacy.lazy_pattern import LazyPattern

_DATE = re.compile(rf"\b({'|'.join(MONTHS)})\s+(?:(\d{{1,2}}),\s+)?(\d{{4}})\b")
_HEATED = LazyPattern(
    r"\b(egregious\w*|blatant\w*|shocking\w*|outrageous\w*|brazen\w*|flagrant\w*|unconscionabl[ey]|clearly|obviously|sham|despicabl[ey]|reprehensibl[ey])\b",
    "egregious",
    "blatant",
    "shocking",
    "outrageous",
    "brazen",
    "flagrant",
    "unconscionabl",
    "clearly",
    "obviously",
    "sham",
    "despicabl",
    "reprehensibl",
    flags=re.I,
)
_CASE = LazyPattern(
    r"\b[A-Z][\w.’'&-]*(?: [\w.’'&,-]+){0,6} v\. [A-Z]\w*|\b\d{1,3} (?:U\.S\.C\.|F\.(?:2d|3d|4th)|F\."
    r" Supp\.(?: 2d| 3d)?|U\.S\.|S\. Ct\.)(?: §+)? ?\d+",
    " v. ",
    "U.S.",
    " F.",
    "S. Ct.",
)
_REPORTER = re.compile(r"\b\d{1,4} ([A-Z][\w.]*(?: ?[A-Z\d][\w.]*){0,3}) \d{1,5}\b")
_REPORTERS = {
    "U.S.",
    "S. Ct.",
    "L. Ed.",
    "L. Ed. 2d",
    "F.",
    "F.2d",
    "F.3d",
    "F.4th",
    "F. Supp.",
    "F. Supp. 2d",
    "F. Supp. 3d",
    "F.R.D.",
    "F. App'x",
    "F. App’x",
    "B.R.",
    "U.S.C.",
    "C.F.R.",
    "Fed. Reg.",
    "Cal.",
    "Cal. 2d",
    "Cal. 3d",
    "Cal. 4th",
    "Cal. 5th",
    "Cal. App. 4th",
    "Cal. App. 5th",
    "Cal. Rptr. 2d",
    "Cal. Rptr. 3d",
    "N.E.",
    "N.E.2d",
    "N.E.3d",
    "N.W.2d",
    "P.2d",
    "P.3d",
    "A.2d",
    "A.3d",
    "S.E.2d",
    "So. 2d",
    "So. 3d",
    "S.W.2d",
    "S.W.3d",
    "N.Y.2d",
    "N.Y.3d",
    "A.D.2d",
    "A.D.3d",
    "Ill. 2d",
    "Ill. App. 3d",
    "Mass.",
    "ILCS",
    "WL",
}
_QUANTITY = LazyPattern(
    r"\b(\d{1,3}(?:,\d{3})+|\d{4,}) ((?:[a-z]+"
    r" ){0,1}(?:members|customers|subscribers|users|patients|accounts|records|people|persons|couriers"
    r"|employees|consumers))\b",
    "members",
    "customers",
    "subscribers",
    "users",
    "patients",
    "accounts",
    "records",
    "people",
    "persons",
    "couriers",
    "employees",
    "consumers",
)
_OTHERS = re.compile(
    r"\b(sister|brother|mother|father|wife|husband|son|daughter|doctor|partner|friend|manager|agent|employee)\b"
)
HE, SHE = re.compile(r"\b(he|him|his|himself)\b", re.I), re.compile(r"\b(she|her|hers|herself)\b", re.I)


@check("DOC-004", "Quotation without a source", Severity.WARNING, "frcp11b", concern=Concern.EVIDENCE)
def unsourced_quotation(draft: Draft) -> Found:
    """An allegation quotes more than six words, and its source names no document, exhibit, web address or
    person.
    """
    for own, allegation in draft.matter.allegations.items():
        long = [words for words in quoted(str(known(allegation.text) or "")) if len(words.split()) > 6]
        sources = [one for one in (allegation.source, *allegation.further_sources) if one]
        traced = (
            any(
                known(getattr(one, name)) for one in sources for name in ("exhibit", "document", "url", "who")
            )
            or allegation.exhibits
            or any(known(q.exhibit) for q in allegation.quotes)
        )
        if long and not traced:
            yield Hit(
                f"{own} quotes “{' '.join(long[0].split()[:8])} …” and names no document or speaker.",
                f"allegations.{own}.source",
                "Give document, page and date.",
                own,
            )


@check("DOC-005", "Web source without date or archive", Severity.WARNING)
def web_undated(draft: Draft) -> Found:
    """A web address is a source or an exhibit, and neither the day it was visited nor an archived copy is
    recorded. Pages change.
    """
    places: list[tuple[str, Any]] = [(f"exhibits.{one.id}", one) for one in draft.matter.raw.exhibits]
    places += [
        (f"allegations.{own}.source", one)
        for own, a in draft.matter.allegations.items()
        for one in (a.source, *a.further_sources)
        if one
    ]
    for path, one in places:
        if known(one.url) and known(one.visited) is None and known(one.archived) is None:
            yield Hit(
                f"{path}: the web page has no date visited and no archived copy.",
                f"{path}.visited",
                "Save a copy and give the day.",
            )


@check("DOC-006", "Dates out of order", Severity.ERROR)
def out_of_order(draft: Draft) -> Found:
    """An end lies before its beginning, or an event after the planned filing."""
    filing, matter = filing_day(draft), draft.matter.raw
    spans = [(f"allegations.{own}", a.date, a.through) for own, a in draft.matter.allegations.items()]
    spans += [
        (f"classes.{g.id}.period", g.period.from_, g.period.through) for g in matter.classes if g.period
    ]
    spans += [
        (f"plaintiffs.{p.id}.experience.purchases.{n}", one.date, one.through)
        for p in matter.plaintiffs
        if p.experience
        for n, one in enumerate(p.experience.purchases, 1)
    ]
    spans += [(f"notices.{one.id}", one.sent, one.received) for one in matter.notices]
    spans += [
        (f"agreements.{a.id}.versions.{v.id}", v.from_, v.through)
        for a in matter.agreements
        for v in a.versions
    ]
    spans += [(f"statements.{one.id}", one.date, one.through) for one in matter.statements]
    for path, first, last in spans:
        start, end = day(first), day(last, latest=True)
        if start and end and end < start:
            yield Hit(
                f"{path}: it ends ({known(last)}) before it begins ({known(first)}).",
                path,
                "Check both dates.",
                path.split(".")[1] if path.startswith("allegations") else "",
            )
        elif filing and start and start > filing and not path.startswith("classes"):
            yield Hit(
                f"{path}: its date, {known(first)}, lies after the planned filing.",
                path,
                "Check the date, or the filing date.",
                path.split(".")[1] if path.startswith("allegations") else "",
                ("court.filing_date",),
            )


@check("DOC-007", "Date in text differs from the date field", Severity.WARNING)
def date_differs(draft: Draft) -> Found:
    """An allegation's text gives one full date, and its date field another. Silent where the text has several
    dates, or none.
    """
    for own, allegation in draft.matter.allegations.items():
        field, through = known(allegation.date), known(allegation.through)
        said = {
            EventDate(int(year), MONTHS.index(month) + 1, int(number or 0))
            for month, number, year in _DATE.findall(str(known(allegation.text) or ""))
        }
        if isinstance(field, EventDate) and len(said) == 1 and through is None:
            (told,) = said
            differs = (
                told.year != field.year
                or (told.month and field.month and told.month != field.month)
                or (told.day and field.day and told.day != field.day)
            )
            if differs:
                yield Hit(
                    f"{own}: its text says {told}, its date field {field}.",
                    f"allegations.{own}.date",
                    "Mend the one that is wrong.",
                    own,
                    (f"allegations.{own}.text",),
                )


@check("DOC-008", "Numbers disagree", Severity.WARNING)
def numbers_disagree(draft: Draft) -> Found:
    """The same thing is counted twice with two numbers (“210,000 subscribers”, “220,000 subscribers”), and
    neither text says “more than”, “at least” or a date that would explain
    it.
    """
    seen: dict[str, tuple[str, str]] = {}
    for own, allegation in draft.matter.allegations.items():
        text = str(known(allegation.text) or "")
        for number, label in _QUANTITY.findall(text):
            before = text[: text.find(number)][-24:].lower()
            if re.search(
                r"more than|at least|over|about|nearly|some|approximately|fewer|another|additional", before
            ):
                continue
            first = seen.setdefault(label, (number, own))
            if first[0] != number and first[1] != own:
                yield Hit(
                    f"{first[1]} counts {first[0]} {label}, {own} counts {number}.",
                    f"allegations.{own}.text",
                    "Mend one, or say how they differ.",
                    own,
                    (f"allegations.{first[1]}.text",),
                )


@check("DOC-009", "Pronoun or number mismatch", Severity.WARNING)
def pronouns(draft: Draft) -> Found:
    """An allegation about one plaintiff alone uses the other pronoun than the sheet gives, or a text says
    “Plaintiffs” where there is one, or “Defendants” where there is one.
    """
    matter = draft.matter.raw
    pronoun = {p.id: p.pronouns for p in matter.plaintiffs}
    people = len([p for p in matter.plaintiffs if p.kind in ("individual", "minor", "pseudonym")])
    for own, allegation in draft.matter.allegations.items():
        text = str(known(allegation.text) or "")
        for words in quoted(text):
            text = text.replace(words, "")
        about = [str(each) for each in allegation.plaintiffs] or (
            [str(known(allegation.actor))] if str(known(allegation.actor)) in pronoun else []
        )
        wrong = {"he": SHE, "she": HE}.get(str(pronoun.get(about[0]))) if len(about) == 1 else None
        said = wrong.search(text) if wrong and (people == 1 or len(about) == 1) else None
        if said and not _OTHERS.search(text):
            yield Hit(
                f"{own} is about {named(next(p for p in matter.plaintiffs if p.id == about[0]))}"
                f" ({pronoun[about[0]]}), and says “{said.group(0)}”.",
                f"allegations.{own}.text",
                "Mend the pronoun.",
                own,
                (f"plaintiffs.{about[0]}.pronouns",),
            )
        if len(matter.plaintiffs) == 1 and "Plaintiffs" in text and re.search(r"\bPlaintiffs\b(?!’)", text):
            yield Hit(
                f"{own} says “Plaintiffs”, and there is one.",
                f"allegations.{own}.text",
                "Write “Plaintiff”.",
                own,
                ("plaintiffs",),
            )
        if len(matter.defendants) == 1 and "Defendants" in text and re.search(r"\bDefendants\b(?!’)", text):
            yield Hit(
                f"{own} says “Defendants”, and there is one.",
                f"allegations.{own}.text",
                "Write its name.",
                own,
                ("defendants",),
            )


@check("DOC-014", "Heated or conclusory words", Severity.ADVICE)
def heated(draft: Draft) -> Found:
    """An allegation uses a word that argues (“blatant”, “clearly”, “sham”). Strong facts want quiet words.
    Quotations are not read.
    """
    found = []
    for own, allegation in draft.matter.allegations.items():
        text = str(known(allegation.text) or "")
        for words in quoted(text):
            text = text.replace(words, "")
        if hit := _HEATED.search(text):
            found.append((own, hit.group(0)))
    if found:
        yield Hit(
            f"{listed(f'{own} (“{word}”)' for own, word in found[:5])}: words that argue.",
            f"allegations.{found[0][0]}.text",
            "Use plain ones.",
            found[0][0],
            tuple(f"allegations.{own}.text" for own, _ in found),
        )


@check("DOC-015", "Fact without a source", Severity.ADVICE, "frcp11b", concern=Concern.EVIDENCE)
def no_source(draft: Draft) -> Found:
    """An allegation has no source: nobody can say how it is known. A complaint need not cite sources; the
    record matters for Rule 11. It is a warning where a claim under Rule 9(b)
    rests on it. Silent for one marked as a conclusion, which has no source but the law.
    """
    strict = {
        own
        for claim in draft.matter.raw.claims
        if any(c.particularity for c in draft.matter.theories[claim.id])
        for s in claim.elements.values()
        for own in s.allegations
    }
    for own, allegation in draft.matter.allegations.items():
        if allegation.source is None and not allegation.conclusion:
            yield Hit(
                f"{own} has no source.",
                f"allegations.{own}.source",
                "Say how you know it.",
                own,
                (),
                Severity.WARNING if own in strict else None,
            )


def _is_from_client(allegation: Allegation) -> bool:
    """Whether the client is the source of `allegation`, or it has none."""
    sources = [source.kind for source in (allegation.source, *allegation.further_sources) if source]
    return not sources or "plaintiff" in sources


@check(
    "DOC-016",
    "Client has not confirmed a fact about them",
    Severity.WARNING,
    "frcp11b",
    concern=Concern.EVIDENCE,
)
def not_confirmed(draft: Draft) -> Found:
    """Facts about a plaintiff come from the plaintiff, and neither the plaintiff's record nor the allegation
    has the day on which the client confirmed them.
    """
    for plaintiff in draft.matter.raw.plaintiffs:
        if known(plaintiff.confirmed) is not None:
            continue
        own = [
            key
            for key, a in draft.matter.allegations.items()
            if plaintiff.id in map(str, a.plaintiffs) and known(a.confirmed) is None and _is_from_client(a)
        ]
        if own:
            yield Hit(
                f"{named(plaintiff)} has not confirmed {listed(own[:4])}.",
                f"plaintiffs.{plaintiff.id}.confirmed",
                "Let the client read them, and enter the day.",
                own[0],
                tuple(f"allegations.{key}" for key in own),
            )


# --- citations a user typed


def _typed(draft: Draft) -> list[tuple[str, str]]:
    """Citations in the prose that the sheet's user wrote; the library's own carry their status."""
    return [
        (text.path, found.group(0).strip())
        for text in texts(draft)
        if text.prints and not _of_record(text.path)
        for found in _CASE.finditer(text.words)
    ]


def _of_record(path: str) -> bool:
    """Whether `path` names a paper (an exhibit, a source, a docket, a notice) and not the law."""
    parts = path.split(".")
    return (
        "exhibits" in path
        or parts[0] in ("related_cases", "notices")
        or "source" in parts
        or "further_sources" in parts
    )


def _same(cite: str, read: str) -> bool:
    """Whether a citation that was typed is one that was read, whole or as part of it; the sign § once or
    twice.
    """
    cite, read = (text.replace("§§", "§") for text in (cite, read))
    return any(re.search(re.escape(one) + r"(?!\d)", other) for one, other in ((cite, read), (read, cite)))


@check(
    "CITE-001",
    "Citation not confirmed by a person",
    Severity.ERROR,
    "mata",
    "frcp11b",
    concern=Concern.SIGNATURE,
)
def unconfirmed(draft: Draft) -> Found:
    """A case or statute is cited in a text of the sheet, and nobody is recorded as having read it. Courts
    sanction filings with invented or wrong authorities: a case is an error, a
    statute a warning. Each is told once. The citations that drafter's own library prints carry their status
    instead, and a statute whose text stands in it as read needs no
    other reader; the title of a source, an exhibit or a docket is no citation.
    """
    read = [
        re.sub(r"\s+", " ", str(one.cite))
        for one in draft.matter.raw.authorities
        if known(one.by) and known(one.date)
    ]
    law = draft.matter.library.authorities().values()
    read += [str(one.cite) for one in law if one.status == "text_read"]
    relief = [str(known(one.authority)) for claim in draft.matter.raw.claims for one in claim.relief]
    seen: set[str] = set()
    for path, cite in _typed(draft):
        if cite in seen:
            continue
        seen.add(cite)
        plain_cite = re.sub(r"\s+", " ", cite)
        library = any(
            plain_cite in str(cause.citation) or plain_cite in str(remedy.cite or "")
            for own in draft.matter.theories.values()
            for cause in own
            for remedy in cause.remedies
        )
        known_case = any(
            plain_cite in str(known(case.caption) or "") for case in draft.matter.raw.related_cases
        )
        if (
            not library
            and not known_case
            and cite not in relief
            and not any(_same(plain_cite, one) for one in read)
        ):
            statute = "U.S.C." in cite
            yield Hit(
                f"{path} cites {cite}, and nobody is recorded as having read it.",
                path,
                "Read it, and enter it under authorities with name and day.",
                "",
                ("authorities",),
                Severity.WARNING if statute else None,
            )


@check("CITE-002", "Citation malformed", Severity.WARNING, "mata")
def malformed(draft: Draft) -> Found:
    """Something in a text has the shape of a citation to a reporter, and no reporter is so abbreviated."""
    for text in texts(draft):
        if not text.prints or text.path.split(".")[0] in ("exhibits", "plaintiffs", "notices", "matter"):
            continue
        for found in _REPORTER.finditer(text.words):
            name = found.group(1).strip()
            if "." in name and name not in _REPORTERS and not re.fullmatch(r"(?:a|p)\.m\.", name):
                yield Hit(
                    f"{text.path}: “{found.group(0)}” does not look like a citation.",
                    text.path,
                    "Check the reporter’s abbreviation.",
                )


@check("CITE-004", "Repealed or amended statute", Severity.WARNING, "bipa20", "paga")
def amended(draft: Draft) -> Found:
    """The law of a cause changed on a day (`amended` of its file) that lies after the first day of the class
    period, or of the act, and not after the planned filing. Which text
    governs the earlier part is a question of its own. Claims under one law are told together.
    """
    filing, groups = filing_day(draft), {group.id: group for group in draft.matter.raw.classes}
    reaching: dict[tuple[date, str], list[str]] = {}
    for view in draft.matter.claims:
        starts = [
            day(period.from_) for own in view.raw.for_ if own in groups and (period := groups[own].period)
        ]
        start = min((one for one in starts if one), default=None) or day(view.raw.act_date)
        for change in {
            (when, str(one.what)): None
            for cause in view.causes
            for one in cause.amended
            if (when := day(one.on))
        }:
            if start and start < change[0] and (filing is None or change[0] <= filing):
                reaching.setdefault(change, []).append(str(view.raw.id))
    for (when, what), claims in reaching.items():
        told = (
            f"{listed(claims)} {'reaches' if len(claims) == 1 else 'reach'} back before {when:%B} {when.day},"
            f" {when.year}, when {what} changed."
        )
        yield Hit(
            told,
            f"claims.{claims[0]}",
            "Check which text governs the earlier part.",
            f"claim.{claims[0]}",
            ("classes", "court.filing_date"),
        )
