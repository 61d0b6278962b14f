"""Findings that a lawyer has accepted: which acceptance stands, which has lapsed.

An acceptance keeps a hash of what the finding says and of what it rests on, as it was recorded when the check
ran (`recording`). When that changes it lapses, and the finding counts again. An acceptance typed into the
sheet has no hash until `drafter accept` gives it one, and does not count before.

An error is accepted by a lawyer of the sheet alone, whatever it concerns (`Concern`): whoever signs answers
for it under Rule 11. A hole in the draft is accepted by nobody.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from itertools import combinations
from typing import Any, Iterator

from drafter.checks.engine.hit import Hit
from drafter.checks.engine.recording import RECORDED, Recorder
from drafter.complaint import Draft
from drafter.facts.filing import Acceptance
from drafter.facts.sheet import FactSheet
from drafter.facts.values import known
from drafter.wording import plain_letters

__all__ = ["Accepted", "Concern", "why_not"]


MOST_DECLARED = 8
"""With more paths than this an acceptance of a version that recorded nothing has to be of them all."""


class Concern(Enum):
    """What an error goes to: nobody accepts a hole in the draft, a lawyer of the sheet the rest."""

    EVIDENCE = "evidence"
    JURISDICTION = "jurisdiction"
    LIMITATIONS = "limitations"
    PRIVACY = "privacy"
    SIGNATURE = "signature"
    FILING = "whether this may be filed"
    HOLE = "hole"


def why_not(sheet: FactSheet, by: str, concern: Concern | None) -> str:
    """Why `by` cannot accept an error of `concern`, or empty. None, what is no error: anybody may."""
    if concern is None:
        return ""
    if concern is Concern.HOLE:
        return "a hole in the draft is filled, not accepted"
    if _is_of_counsel(sheet, by):
        return ""
    return f"an error on {concern.value} is accepted only by a lawyer named in counsel, and “{by}” is none"


def _is_of_counsel(sheet: FactSheet, by: str) -> bool:
    """Whether `by` is the name of one lawyer of the sheet. Case, accents, full stops and middle names do not
    count; a first name may be an initial.
    """
    names = [_name(str(known(lawyer.name) or "")) for counsel in sheet.counsel for lawyer in counsel.lawyers]
    return sum(_are_one(_name(by), name) for name in names) == 1


def _name(text: str) -> list[str]:
    plain = plain_letters(unicodedata.normalize("NFC", text)).casefold()
    words = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", plain)
    return [word for word in words if word not in ("esq", "jr", "sr", "ii", "iii", "iv")]


def _are_one(told: list[str], name: list[str]) -> bool:
    if len(told) < 2 or len(name) < 2:
        return bool(name) and told == name
    first = (told[0], name[0])
    return told[-1] == name[-1] and (
        first[0] == first[1] or min(map(len, first)) == 1 and first[0][0] == first[1][0]
    )


class Accepted:
    """The acceptances of a draft's sheet."""

    def __init__(self, draft: Draft, recorder: Recorder) -> None:
        self._sheet = sheet = draft.matter.raw
        self._recorder = recorder
        self._by_check: dict[str, list[Acceptance]] = {}
        for entry in sheet.accepted_findings:
            if not entry.states or draft.matter.profile.state in entry.states:
                self._by_check.setdefault(str(entry.check).upper(), []).append(entry)

    def recorded(self, check: str) -> bool:
        """Whether a finding of the check was accepted whose reads were recorded."""
        return any(str(known(one.hash) or "").startswith(RECORDED) for one in self._by_check.get(check, ()))

    def of(self, check: Any, hit: Hit, concern: Concern | None = None) -> tuple[str, str]:
        """Who accepted this finding and why, or empty; and why an acceptance of it does not count, or empty.

        `concern` is that of an error: who may accept it.
        """
        lapsed = ""
        for entry in self._by_check.get(check.id, ()):
            if known(entry.where) not in (None, hit.where):
                continue
            told = f"{entry.by}{f', {known(entry.date)}' if known(entry.date) else ''}: {entry.why}"
            digest = known(entry.hash)
            if not self._stands(str(digest or ""), check, hit):
                refused = (
                    "what it looked at has changed since" if digest else "confirm it with `drafter accept`"
                )
            elif not (refused := why_not(self._sheet, str(entry.by), concern)):
                return told, ""
            lapsed = f"accepted by {told}; {refused}"
        return "", lapsed

    def _stands(self, digest: str, check: Any, hit: Hit) -> bool:
        """Whether nothing has changed since `kept` was made. One of a version that recorded nothing stands by
        what its check declares.
        """
        recorder = self._recorder
        if not digest.startswith(RECORDED):
            return any(digest == recorder.declared(one) for one in _declared_before(check.formerly, hit))
        return any(digest == recorder.digests(check, earlier).get(hit.where) for earlier in (False, True))


def _declared_before(part: str, hit: Hit) -> Iterator[tuple[str, ...]]:
    """The paths that a finding may have declared before reads were recorded: its own, with what it declares
    now or less; `part` whole in the place of what it names of it.
    """
    others = [path for path in hit.reads if not (part and path.startswith(f"{part}."))]
    reads = [part, *others] if part else others
    shorter = range(len(reads) - 1, -1, -1) if len(reads) <= MOST_DECLARED else ()
    for length in (len(reads), *shorter):
        yield from ((hit.where, *some) for some in combinations(reads, length))
