"""Checks on the integrity of the facts: quotations, dates, numbers, pronouns, sources."""

from __future__ import annotations

import re
from typing import Any

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.naming import by_id
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import day, filing_day, listed, named
from drafter.checks.texts import quoted
from drafter.complaint import Draft
from drafter.facts.allegations import Allegation
from drafter.facts.dates import MONTHS, EventDate
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.privacy.lazy_pattern import LazyPattern

_DATE = re.compile(rf"\b({'|'.join(MONTHS)})\s+(?:(\d{{1,2}}),\s+)?(\d{{4}})\b")
_HEATED = LazyPattern(
    r"\b(egregious\w*|blatant\w*|shocking\w*|outrageous\w*|brazen\w*|flagrant\w*"
    r"|(?<!procedurally )(?<!substantively )unconscionabl[ey]"
    r"|clearly(?! and conspicuously)|obviously|sham|despicabl[ey]|reprehensibl[ey])\b",
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
                    f"{by_id(first[1])} counts {first[0]} {label}, {by_id(own)} counts {number}.",
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
    Quotations are not read, nor terms of art (“procedurally unconscionable”, “clearly and conspicuously”).
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
