"""Checks on citations: confirmed by a person, well formed, to a statute that stands."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Iterator

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import day, filing_day, listed
from drafter.checks.texts import texts
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library.assertions import Law
from drafter.library.citation import Citation, are_among
from drafter.library.citation_names import citation_names
from drafter.library.citation_reader import citations
from drafter.tree.paths import walk

_in = lru_cache(4096)(citations)
"""The citations of one text: several checks read the same."""
_TO_BE_READ = ("case", "name", "no page", "statute")


def _typed(draft: Draft) -> list[tuple[str, Citation]]:
    """Citations in the prose that the sheet's user wrote; the library's own carry their status. A short form
    whose decision is cited whole somewhere is none of its own.
    """
    names = citation_names(draft.matter.library)
    found = [
        (text.path, one)
        for text in texts(draft)
        if text.prints and not _of_record(text.path)
        for one in _in(text.words, names)
    ]
    whole = {key.rpartition(" ")[0] for _, one in found if one.kind == "case" for key in one.keys}
    return [
        (path, one)
        for path, one in found
        if one.kind in _TO_BE_READ or (one.kind == "short" and not whole & set(one.keys))
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


def _read(draft: Draft) -> Iterator[str]:
    """What need not be read again: citations that a person read, those of the library whose text was, the
    causes' own, and the relief's, which print with their status.
    """
    matter = draft.matter
    yield from (str(one.cite) for one in matter.raw.authorities if known(one.by) and known(one.date))
    yield from (str(one.cite) for one in matter.library.authorities().values() if one.status == "text_read")
    yield from (str(known(one.authority)) for claim in matter.raw.claims for one in claim.relief)
    for causes in matter.theories.values():
        for cause in causes:
            yield str(cause.citation or "")
            yield from (str(remedy.cite or "") for remedy in cause.remedies)
            laws = (found.record for found in walk(cause))
            yield from (
                str(law.cite or "") for law in laws if isinstance(law, Law) and law.status == "text_read"
            )


def _same(cite: str, read: str) -> bool:
    """Whether a citation that was typed is one that was read, whole or as part of it; the sign § once or
    twice.
    """
    cite, read = (re.sub(r"\s+", " ", text.replace("§§", "§")) for text in (cite, read))
    return any(re.search(re.escape(one) + r"(?![\w-])", other) for one, other in ((cite, read), (read, cite)))


@check(
    "CITE-001",
    "Citation not confirmed by a person",
    Severity.ERROR,
    "mata",
    "aba512",
    "frcp11b",
    concern=Concern.SIGNATURE,
)
def unconfirmed(draft: Draft) -> Found:
    """A case or statute is cited in a text of the sheet, and nobody is recorded as having read it. Courts
    sanction filings with invented or wrong authorities: a case is an error, a statute a warning. A case is
    told once with its name and all its places, whatever short forms of it follow; the statutes are told
    together. The citations that drafter's own library prints carry their status instead, and a statute whose
    text stands in it as read needs no other reader; the title of a source, an exhibit or a docket is no
    citation.
    """
    unread = list(_unread(draft))
    fix = "Read it, and enter it under authorities with name and day."
    statutes = [(path, one) for path, one in unread if one.kind == "statute"]
    for path, one in unread:
        if one.kind != "statute":
            told = f"The sheet cites {one.words}, and nobody is recorded as having read it."
            yield Hit(told, path, fix, "", ("authorities",))
    if statutes:
        cites = listed([one.words for _, one in statutes])
        told = f"The sheet cites {cites}, and nobody is recorded as having read"
        paths = tuple(path for path, _ in statutes)
        several = len(statutes) > 1
        yield Hit(
            f"{told} {'them' if several else 'it'}.",
            paths[0],
            fix.replace("it", "each", 1) if several else fix,
            "",
            ("authorities", *paths[1:]),
            Severity.WARNING,
        )


def _unread(draft: Draft) -> Iterator[tuple[str, Citation]]:
    """Each citation that nobody read, once, with the path of the first text that has it."""
    typed = _typed(draft)
    if not typed:
        return
    names = citation_names(draft.matter.library)
    words = [text for text in dict.fromkeys(_read(draft)) if text and text != "None"]
    read = [one for text in words for one in _in(text, names)]
    captions = " ".join(str(known(case.caption) or "") for case in draft.matter.raw.related_cases)
    for path, one in typed:
        was_told = are_among(one, read)
        read.append(one)
        if was_told or any(_same(one.core, text) for text in words) or (one.name and one.name in captions):
            continue
        yield path, one


@check("CITE-002", "Citation malformed", Severity.WARNING, "mata", "aba512")
def malformed(draft: Draft) -> Found:
    """Something in a text has the shape of a citation, and no reporter is so abbreviated; or a decision is
    cited by volume and reporter, and its page is missing.
    """
    names = citation_names(draft.matter.library)
    for text in texts(draft):
        if not text.prints or text.path.split(".")[0] in ("exhibits", "plaintiffs", "notices", "matter"):
            continue
        for one in _in(text.words, names):
            if one.kind == "unknown":
                told = f"“{one.core}” has the shape of a citation, and no reporter is so abbreviated."
                yield Hit(told, text.path, "Check the reporter’s abbreviation.")
            elif one.kind == "no page":
                told = f"“{one.words}” gives a volume and no page."
                yield Hit(told, text.path, "Give the first page, or “___” where it has none yet.")


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
