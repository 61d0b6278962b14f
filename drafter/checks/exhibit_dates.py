"""Checks on the days of documents against the days of what they are cited for."""

from __future__ import annotations

import re
from datetime import date, timedelta

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import day, listed
from drafter.complaint import Draft
from drafter.complaint.views.proof import sources_of
from drafter.facts.allegations import Allegation
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.privacy.lazy_pattern import LazyPattern

_LAPSED = LazyPattern(
    r"\b(?:not|no|never|nothing|nobody)\b[^.]*\bwithin (\d{1,3}) days\b", "within ", flags=re.IGNORECASE
)


def _came_about(allegation: Allegation) -> date | None:
    """The first day on which what is alleged can have been so to its end: its last day, and with it the days
    within which its words say that something was not done.
    """
    last = day(allegation.through) or day(allegation.date)
    lapsed = _LAPSED.search(str(known(allegation.text) or ""))
    return last + timedelta(days=int(lapsed[1])) if last and lapsed and not allegation.through else last


@check(
    "FORM-021",
    "Exhibit older than what it is cited for",
    Severity.WARNING,
    "frcp11b3",
)
def older_exhibit(draft: Draft) -> Found:
    """Every source of an allegation is an exhibit that is dated before the last day of what it is cited for:
    a letter cannot show that nobody answered it, nor terms what was done two years later. Silent where the
    allegation or an exhibit has no date, or some other source stands behind it.
    """
    exhibits = {str(one.id): one for one in draft.matter.raw.exhibits}
    for own, allegation in draft.matter.allegations.items():
        when = _came_about(allegation)
        cited = [exhibits.get(str(known(source.exhibit))) for source in sources_of(allegation)]
        made = [day(one.date, latest=True) if one else None for one in cited]
        if when and made and all(each and each < when for each in made):
            titles = listed(str(known(one.title) or one.id) for one in cited if one)
            yield Hit(
                f"{own} tells of {when:%B} {when.day}, {when.year}, and rests on {titles}, which"
                f" {'is' if len(cited) == 1 else 'are'} older.",
                f"allegations.{own}.source",
                "Name a source that can know it, or mend the date.",
                own,
                (f"allegations.{own}.date", *(f"exhibits.{one.id}.date" for one in cited if one)),
            )
