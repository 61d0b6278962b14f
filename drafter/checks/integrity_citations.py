"""Checks on citations: confirmed by a person, well formed, to a statute that stands."""

from __future__ import annotations

import re
from datetime import date

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import day, filing_day, listed
from drafter.checks.texts import texts
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.privacy.lazy_pattern import LazyPattern

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
