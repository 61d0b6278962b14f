"""Checks on privacy: what Fed. R. Civ. P. 5.2 and the stricter rules of some States keep out of a public
filing.
"""

from __future__ import annotations

import re
from typing import Callable, Iterator

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.engine.shared import once_a_draft
from drafter.checks.lookups import named
from drafter.checks.printed import PrintedPassage, passages
from drafter.checks.texts import block_of, texts
from drafter.complaint import Draft
from drafter.complaint.passes.unnamed import Unnamed, unnamed_in
from drafter.document import Run, plain
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.privacy.lazy_pattern import LazyPattern
from drafter.privacy.patterns import RULE_5_2, Kind, has

_EMPLOYER = LazyPattern(
    r"(?:EIN|employer identification)[^.\d]{0,30}\b\d{2}-?\d{7}\b",
    "ein",
    "employer identification",
    flags=re.I,
)
_MINOR = LazyPattern(
    r"\b(?:minor (?:child|son|daughter)|(?:[Hh]is|[Hh]er|[Tt]heir) (?:son|daughter)|\w+-year-old"
    r" (?:son|daughter)),? ([A-Z][a-z]+ [A-Z][a-z]+)",
    " child",
    " son",
    " daughter",
)
_SCHOOL = re.compile(
    r"\b(?:attends|student at|enrolled (?:at|in)) (?:[A-Z]\w+"
    r" ){1,4}(?:School|Academy|Elementary|Middle|High)\b|@\w{3,}"
)
_PSEUDONYM = re.compile(r"\b(?:Jane|John) (?:Doe|Roe)\b|^[A-Z]\. ?(?:[A-Z]\. ?)+$")
_INITIALS = re.compile(r"^(?:[A-Z]\. ?){1,4}$")
_REDACT = "Keep the last four digits only."


def _in_text(draft: Draft, kind: str, has: Callable[[str], object], fix: str) -> Iterator[Hit]:
    for text in texts(draft):
        if text.prints and has(text.words):
            yield Hit(f"{text.path} seems to hold {kind}.", text.path, fix, block_of(text.path))


@check("PRIV-001", "Social Security number", Severity.ERROR, "frcp5.2", "crc1201", "nycrr2025e", "ill138")
def social_security(draft: Draft) -> Found:
    """A full Social Security number stands in a text that prints. Only the last four digits may be filed."""
    yield from _in_text(draft, "a full Social Security number", lambda words: has(words, Kind.SSN), _REDACT)


@check("PRIV-002", "Taxpayer number", Severity.ERROR, "frcp5.2", "nycrr2025e")
def taxpayer(draft: Draft) -> Found:
    """A full taxpayer-identification number of a person stands in a text that prints. An entity's employer
    number is public in federal court; in the Supreme Court of New York it
    is found too (22 NYCRR § 202.5(e)).
    """
    entity = draft.matter.profile.entity_numbers == "redacted"
    yield from _in_text(
        draft,
        "a full taxpayer number",
        lambda words: has(words, Kind.TAXPAYER) or (entity and _EMPLOYER.search(words)),
        _REDACT,
    )


@check("PRIV-003", "Financial account or card number", Severity.ERROR, "frcp5.2", "crc1201", "nycrr2025e")
def account(draft: Draft) -> Found:
    """A full account or card number stands in a text that prints: 13 to 19 digits that pass the cards' check
    digit, an
    international account number that passes its own, or six digits and more after “account”, “routing” or
    “card”, with or without “number is”.
    """
    yield from _in_text(
        draft, "a full account or card number", lambda words: has(words, Kind.ACCOUNT), _REDACT
    )


@check(
    "PRIV-004",
    "Full date of birth",
    Severity.ERROR,
    "frcp5.2",
    "nycrr2025e",
    by_court={"state": Severity.WARNING},
)
def birth(draft: Draft) -> Found:
    """A full date of birth stands in a text that prints. Only the year may be filed. “Date of birth” as a
    kind of stolen data is none.
    """
    yield from _in_text(
        draft, "a full date of birth", lambda words: has(words, Kind.BIRTH), "Keep the year only."
    )


@check(
    "PRIV-005",
    "Minor’s name",
    Severity.ERROR,
    "frcp5.2",
    "nycrr2025e",
    by_court={"state": Severity.WARNING},
)
def minor_named(draft: Draft) -> Found:
    """A minor plaintiff's name is not initials, or a text names somebody's minor child in full."""
    for plaintiff in draft.matter.raw.plaintiffs:
        name = str(known(plaintiff.name) or "")
        if plaintiff.kind == "minor" and name and not _INITIALS.match(name):
            initials = "".join(f"{word[0]}." for word in name.split() if word[0].isupper())
            yield Hit(
                f"{plaintiff.id} is a minor, and the name is written out.",
                f"plaintiffs.{plaintiff.id}.name",
                f"Use initials: {initials}",
                "parties",
                (f"plaintiffs.{plaintiff.id}.kind",),
            )
    yield from _in_text(draft, "a minor’s full name", _MINOR.search, "Use initials.")


@check("PRIV-006", "Minor plaintiff has no guardian or next friend", Severity.ERROR, "frcp17")
def no_guardian(draft: Draft) -> Found:
    """A minor sues by a guardian, a guardian ad litem or a next friend, and the sheet names none."""
    for plaintiff in draft.matter.raw.plaintiffs:
        if plaintiff.kind == "minor" and (
            plaintiff.guardian is None or known(plaintiff.guardian.name) is None
        ):
            yield Hit(
                f"{named(plaintiff)} is a minor and nobody sues for the minor.",
                f"plaintiffs.{plaintiff.id}.guardian",
                "Name the guardian or next friend.",
                "parties",
            )


@check(
    "PRIV-007",
    "Home address, personal e-mail or phone of a party or witness",
    Severity.WARNING,
    "lr-nj",
)
def personal_details(draft: Draft) -> Found:
    """An e-mail address, telephone number or street address stands in a text that prints, outside counsel's.
    Rule 5.2 does not ask for redaction; see that it is needed. Silent for
    an exhibit's or a source's own address, and in D.N.J., which wants the parties' addresses.
    """
    for text in texts(draft):
        own = text.path.split(".")
        business = (
            own[0] in ("exhibits", "notices")
            or "address" in own
            or "source" in own
            or "further_sources" in own
            or own[-1] == "method"
        )
        if text.prints and not business and has(text.words, Kind.EMAIL, Kind.PHONE, Kind.STREET):
            yield Hit(
                f"{text.path} has an address, an e-mail or a telephone number.",
                text.path,
                "Leave it out unless the case needs it.",
                block_of(text.path),
            )


@check("PRIV-008", "E-mail, handle or school of a minor", Severity.ERROR, "frcp5.2")
def minor_identified(draft: Draft) -> Found:
    """A minor sues, and a text about that plaintiff has an e-mail address, a handle or a school, which
    identifies the minor.
    """
    minors = {
        plaintiff.id: plaintiff for plaintiff in draft.matter.raw.plaintiffs if plaintiff.kind == "minor"
    }
    about = {f"plaintiffs.{own}" for own in minors}
    about |= {
        f"allegations.{own}"
        for own, a in draft.matter.allegations.items()
        if set(map(str, a.plaintiffs)) & set(minors) or str(known(a.actor)) in minors
    }
    for text in texts(draft):
        if (
            ".".join(text.path.split(".")[:2]) in about
            and text.prints
            and (has(text.words, Kind.EMAIL) or _SCHOOL.search(text.words))
        ):
            yield Hit(
                f"{text.path} identifies a minor by an e-mail, handle or school.",
                text.path,
                "Leave it out.",
                block_of(text.path),
            )


@check("PRIV-010", "Pseudonym without leave", Severity.WARNING, "frcp10", "textile", forum="federal")
def no_leave(draft: Draft) -> Found:
    """A plaintiff sues under a pseudonym or initials, is no minor, and the sheet has no leave, granted or
    asked for. Rule 10(a) names all parties.
    """
    for plaintiff in draft.matter.raw.plaintiffs:
        hidden = plaintiff.kind == "pseudonym" or (
            plaintiff.kind != "minor" and _PSEUDONYM.search(str(known(plaintiff.name) or ""))
        )
        if hidden and known(plaintiff.pseudonym_leave) is None:
            field = "pseudonym_leave" if plaintiff.kind == "pseudonym" else "kind"
            yield Hit(
                f"{named(plaintiff)} sues under a pseudonym, and no leave is recorded.",
                f"plaintiffs.{plaintiff.id}.{field}",
                "File the motion with the complaint.",
                "parties",
                (f"plaintiffs.{plaintiff.id}.kind",),
            )


@check("PRIV-013", "Person who must stay unnamed is named", Severity.ERROR)
def unnamed_is_named(draft: Draft) -> Found:
    """The sheet says of a non-party that its name may not print, and a text that prints has the name, its
    short name or a word of it that is none of every day. The draft prints what the person is called in
    its place, “Non-Party 1”; read whether the sentence holds with that. Passages to be sealed are not read.
    """
    for hidden in unnamed_in(draft.matter.raw.non_parties):
        told: set[str] = set()
        relation = known(hidden.record.relation)
        who = f"{hidden.called} ({relation})" if relation else hidden.called
        for passage in passages(draft):
            where = _named_at(draft, passage, hidden)
            if where is None or where in told:
                continue
            told.add(where)
            yield Hit(
                f"{where or 'The draft'} names {who}, whose name may not print: the draft has"
                f" “{hidden.called}” in its place.",
                where or "the template",
                "Write who it is without the name.",
                passage.label,
                (f"non_parties.{hidden.record.id}",),
            )


def _named_at(draft: Draft, passage: PrintedPassage, hidden: Unnamed) -> str | None:
    """The path of the words of `passage` that were typed with a name; None where none were."""
    runs = [inline for inline in passage.content if isinstance(inline, Run) and not inline.sealed]
    if hidden.names.are_in(plain(tuple(runs))):
        return next((run.path for run in runs if run.path and hidden.names.are_in(run.text)), "") or next(
            iter(passage.paths), ""
        )
    typed = _typed(draft)
    return next(
        (
            run.path
            for run in runs
            if hidden.called.lower() in run.text.lower() and hidden.names.are_in(typed.get(run.path, ""))
        ),
        None,
    )


@once_a_draft
def _typed(draft: Draft) -> dict[str, str]:
    """The words of each field that prints, by path."""
    return {text.path: text.words for text in texts(draft) if text.prints}


@check("PRIV-012", "Sensitive material in the sheet itself", Severity.ADVICE)
def in_the_file(draft: Draft) -> Found:
    """A note or another field that does not print holds a number that could not be filed, or an allegation is
    marked sensitive. The file is readable to anyone who can open it.
    """
    for text in texts(draft):
        if not text.prints and has(text.words, *RULE_5_2):
            yield Hit(
                f"{text.path} holds a number or date that could not be filed.",
                text.path,
                "Take it out of the sheet, or keep the file where few can read it.",
            )
    sensitive = [own for own, allegation in draft.matter.allegations.items() if allegation.sensitive]
    if sensitive:
        yield Hit(
            f"{len(sensitive)} allegation{'s are' if len(sensitive) > 1 else ' is'} marked sensitive"
            f" ({', '.join(sensitive[:4])}).",
            f"allegations.{sensitive[0]}.sensitive",
            "Confirm the client agrees to a public filing, or plan to seal or redact.",
            sensitive[0],
        )
