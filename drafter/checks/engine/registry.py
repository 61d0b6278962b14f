"""The register of checks. A check is id, title named for the defect, severity, authority, explanation (its
docstring) and a function; and what it concerns.

How grave a defect is depends on the court: its profile says so (`severities`), else its circuit
(`circuits.yaml`), else the check by its system (`by_court`, `federal` or `state`, where None means that the
check is silent there; `forum`, the one system that it is for). A firm may change a severity in the file
`checks.yaml` of its templates, for all courts or for some, with a reason; it cannot take a check away, nor
make one speak where it is silent.
"""

from __future__ import annotations

from typing import Callable, Iterator, Literal, Mapping, NamedTuple

from drafter.checks.engine.acceptance import Accepted, Concern
from drafter.checks.engine.conditions import Applies, has_trait
from drafter.checks.engine.gaps import one_per_gap
from drafter.checks.engine.groups import group_of
from drafter.checks.engine.hit import Found, Hit, as_hit
from drafter.checks.engine.naming import Naming
from drafter.checks.engine.recording import Recorder
from drafter.complaint import Draft
from drafter.facts.claims import Claim
from drafter.findings import Authority, Finding, Severity
from drafter.library import CourtProfile, Library
from drafter.library.assertions import Law
from drafter.library.reach import binds, changed_in
from drafter.library.records import Trait
from drafter.library.severities import Grade

__all__ = ["CHECKS", "Check", "Found", "Hit", "check", "limit", "run_checks"]


class Check(NamedTuple):
    """One check."""

    id: str
    title: str
    severity: Severity
    authority: tuple[str, ...]
    function: Callable[[Draft], Found]
    by_court: Mapping[str, Severity | None] = {}
    concern: Concern = Concern.FILING
    rule: str = ""
    when: Applies | None = None
    trait: Trait | None = None
    limits: Mapping[str, int] = {}
    formerly: str = ""

    @property
    def applies(self) -> str:
        """Of which matters it says anything, after “where”; empty for all."""
        kind = f"a claim is of the kind {self.trait}" if self.trait else ""
        return " and ".join(part for part in (self.when.words if self.when else "", kind) if part)

    def claims(self, draft: Draft) -> Iterator[Claim]:
        """The claims that it looks at: those of its trait, where it has one."""
        for claim in draft.matter.raw.claims:
            if self.trait is None or has_trait(draft, claim, self.trait):
                yield claim

    def found(self, draft: Draft) -> Found:
        """What it finds in `draft`; nothing where it does not apply."""
        if (self.when is None or self.when.holds(draft)) and (self.trait is None or any(self.claims(draft))):
            yield from self.function(draft)

    @property
    def explanation(self) -> str:
        """What it looks for and why."""
        return " ".join((self.function.__doc__ or "").split())

    def severity_in(self, court: CourtProfile, grades: Mapping[str, Grade]) -> Severity | None:
        """How grave it is in `court`, whose own `grades` count before its system's; None where the check is
        silent there.
        """
        if self.id in grades:
            return _severity(grades[self.id])
        return self.by_court.get(court.system, self.severity)

    def severities(self, library: Library) -> dict[str, Severity | None]:
        """How grave it is where that is not its usual severity: by system, circuit (`ca9`) and court."""
        own = {key: grades[self.id] for key, grades in library.grades().items() if self.id in grades}
        return {**self.by_court, **{key: _severity(grade) for key, grade in own.items()}}


def _severity(grade: Grade) -> Severity | None:
    return None if grade == "silent" else Severity(grade)


CHECKS: dict[str, Check] = {}
Forum = Literal["federal", "state"]
_SILENT: dict[Forum | None, dict[str, Severity | None]] = {
    None: {},
    "federal": {"state": None},
    "state": {"federal": None},
}
"""By the system that a check is for, where it is silent."""


def _in_force(keys: tuple[str, ...], draft: Draft) -> tuple[Authority, ...]:
    """The authorities `keys` without what does not hold in the court of `draft`: local rules of other courts,
    decisions of other circuits, federal procedure in a State's court.
    """
    there = (draft.matter.library.authorities()[key] for key in keys)
    return tuple(entry.printed for entry in there if binds(entry.courts, draft.matter.profile))


def _own_rule(topic: str, court: CourtProfile) -> tuple[Authority, ...]:
    """What a State court's profile holds on `topic` of its rules, on its class device (`class`) or on venue
    (`venue`): it stands behind a finding in the place of the federal rule.
    """
    own: dict[str, list[Law | None]] = {
        "class": [court.class_device_law],
        "venue": [ground.law for ground in court.venue],
    }
    laws = own.get(topic) or [rule.law for rule in court.rules if rule.topic == topic][:1]
    return (
        tuple(
            dict.fromkeys(
                Authority(str(law.cite), law.status, str(law.read or "")) for law in laws if law and law.cite
            )
        )
        if topic and court.system == "state"
        else ()
    )


def check(
    id: str,
    title: str,
    severity: Severity,
    *authority: str,
    forum: Forum | None = None,
    by_court: Mapping[str, Severity | None] | None = None,
    concern: Concern | None = None,
    rule: str = "",
    when: Applies | None = None,
    trait: Trait | None = None,
    limits: Mapping[str, int] | None = None,
    formerly: str = "",
) -> Callable[[Callable[[Draft], Found]], Check]:
    """Register the function below as the check `id`. An authority is a key of `authorities.yaml`; `concern`
    is its group's where none is given; `rule` is the topic of a State court's own rules (or `class`, its
    class device) that stands behind the finding there.

    It is silent in courts of another system than `forum`, and looks at nothing where `when` does not hold or
    no claim has a cause of that `trait`. `limits` are the numbers that a firm may set, each with its usual
    value; `formerly`, the parts of the sheet that its findings declared whole, in the place of entries of
    them, before what they read was recorded: acceptances of that time stand by these.
    """

    def register(function: Callable[[Draft], Found]) -> Check:
        assert id not in CHECKS, f"{id} is registered twice"
        CHECKS[id] = Check(
            id,
            title,
            severity,
            authority,
            function,
            {**_SILENT[forum], **(by_court or {})},
            concern or group_of(id).concern,
            rule,
            when,
            trait,
            limits or {},
            formerly,
        )
        return CHECKS[id]

    return register


def limit(draft: Draft, own: str, name: str) -> int:
    """The number `name` of the check `own` in this court: the firm's, else the usual one."""
    changes = [one for one in draft.matter.library.limits().get(own, []) if getattr(one, name) is not None]
    change = changed_in(draft.matter.profile, changes)
    return int(getattr(change, name)) if change else CHECKS[own].limits[name]


def run_checks(draft: Draft, record: bool = False) -> list[Finding]:
    """Every finding on `draft`, gravest first, then in the order of the checks; those a lawyer accepted carry
    the acceptance. What each rests on is recorded where it is asked for; else it has the paths it declares.
    """
    profile = draft.matter.profile
    changed = draft.matter.library.severities()
    recorder = Recorder(draft)
    accepted = Accepted(draft, recorder)
    grades = draft.matter.library.grades_in(profile)
    found: list[tuple[Finding, tuple[str, ...]]] = []
    usually = {own: grade for own, entry in CHECKS.items() if (grade := entry.severity_in(profile, grades))}
    all_hits = _hits([CHECKS[own] for own in usually], draft, recorder, accepted, record)
    for entry, hits in all_hits:
        usual = usually[entry.id]
        own = changed_in(profile, changed.get(entry.id, []))
        reads = recorder.reads(entry) if record else [hit.declared for hit in hits]
        for hit, read in zip(hits, reads, strict=True):
            concern = Concern.HOLE if hit.is_hole else entry.concern
            severity = (
                Severity(own.severity) if own and concern is not Concern.HOLE else hit.severity or usual
            )
            decided = accepted.of(entry, hit, concern if severity is Severity.ERROR else None)
            one = _finding(draft, entry, hit, severity, read, decided, concern is Concern.HOLE)
            found.append((one, hit.declared))
    naming = Naming(draft)
    named = [
        one._replace(message=naming.said(one.message), fix=naming.marked(one.fix))
        for one in one_per_gap(draft, found)
    ]
    return sorted(named, key=lambda finding: (finding.severity.rank, bool(finding.accepted)))


def _hits(
    checks: list[Check], draft: Draft, recorder: Recorder, accepted: Accepted, record: bool
) -> list[tuple[Check, list[Hit]]]:
    """What each of `checks` finds, without those that find nothing. What they read is recorded where an
    acceptance is judged by it, or where all is to be recorded; the others are only run.
    """
    judged = {entry.id for entry in checks if accepted.recorded(entry.id)}
    found = {
        entry.id: [as_hit(one) for one in entry.found(draft)] for entry in checks if entry.id not in judged
    }
    recorder.record(entry for entry in checks if entry.id in judged or record and found[entry.id])
    found |= {own: [hit for hit, _ in recorder.recorded(CHECKS[own])] for own in judged}
    return [(entry, found[entry.id]) for entry in checks if found[entry.id]]


def _finding(
    draft: Draft,
    entry: Check,
    hit: Hit,
    severity: Severity,
    reads: tuple[str, ...],
    decided: tuple[str, str],
    is_hole: bool,
) -> Finding:
    authority = (
        *hit.authority,
        *_own_rule(entry.rule, draft.matter.profile),
        *_in_force(entry.authority, draft),
    )
    return Finding(
        entry.id,
        severity,
        hit.message,
        hit.where,
        reads,
        hit.fix,
        authority,
        hit.block,
        entry.title,
        *decided,
        is_hole,
    )
