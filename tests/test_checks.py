"""Each check finds the defect planted for it, under its own id, and is silent where it has no business to
speak.
"""

import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path

import planted
import pytest
from conftest import SAMPLES_FOLDER
from planted import Planted, put
from planted.claims import only
from sheet_paths import names_a_field

from drafter.checks import CHECKS, run_checks
from drafter.checks.not_checked import NOT_CHECKED
from drafter.checks.printed import passages
from drafter.complaint import assemble
from drafter.document import Blank, Figure, FootnoteMark, Reference
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.yamltext.rewrite import apply

SAMPLES = {path.stem.split("-")[0]: path for path in sorted(SAMPLES_FOLDER.glob("*.yaml"))}
GROUPS = [
    importlib.import_module(f"planted.{module.name}") for module in pkgutil.iter_modules(planted.__path__)
]
DEFECTS = [one for group in GROUPS for one in group.DEFECTS]
INNOCENT = [one for group in GROUPS for one in group.INNOCENT]
LIBRARY = open_library()
NO_PATH = {"", "the template"}
"""Where a finding stands that no field of the sheet answers for."""


def drafted_with(one, folder):
    """The draft of the sample with the changes of `one` made."""
    changed = folder / SAMPLES[one.sample].name
    changed.write_text(apply(SAMPLES[one.sample].read_text(encoding="utf-8"), one.changes), encoding="utf-8")
    return assemble(load(changed), LIBRARY, one.court)


def findings(one, folder):
    """What the checks find in the sample with the changes of `one` made."""
    return found_on(drafted_with(one, folder))


def found_on(draft):
    """What the checks find in `draft`, each at a path that there is."""
    found = run_checks(draft)
    paths = {path for finding in found for path in (finding.where, *finding.reads)}
    assert [path for path in paths - NO_PATH if not names_a_field(path)] == []
    return found


def found_in(name):
    """The ids of the checks that find something in a sample as it stands."""
    return {finding.check for finding in run_checks(assemble(load(SAMPLES[name]), LIBRARY))}


def named(one):
    return f"{one.check} {one.sample} {' '.join(change.path for change in one.changes)[:60]}"


SEVERAL = {
    "CITE-004": "each amendment of the law of a claim",
    "DOC-010": "each blank in a text",
    "DOC-011": "each reference in a text",
    "DOC-017": "each footnote of a text",
    "PRE-017": "each duty once the complaint is filed",
    "PRIV-011": "each note in a text",
}
"""Checks that tell of several things at one path, and of what."""


def ids_in_words(draft, found):
    """The ids of the sheet that a message uses as words: those that could be no other word."""
    raw = draft.matter.raw
    lists = (raw.claims, raw.classes, raw.statements, raw.notices, raw.exhibits, raw.terms, raw.defendants)
    ids = {str(each.id) for some in lists for each in some} | set(draft.matter.allegations)
    ids = {own for own in ids if "-" in own or own in ("sca", "ucl", "ccpa", "cmia", "cra", "flsa", "paga")}
    with_paths = ("FORM-019", "FORM-020")  # they list the paths of what they tell together
    return [
        (one.check, own)
        for one in found
        if one.check not in with_paths
        for own in ids
        if re.search(rf"(?<![\w.-]){re.escape(own)}(?![\w-])", one.message)
    ]


def open_places(draft):
    """Where the draft has what nobody may file: a blank, a reference or a mark that leads nowhere, a picture
    that is not shown. The number of the case is the clerk's to fill in.
    """
    inlines = [inline for passage in passages(draft) for inline in passage.content]
    return [
        inline
        for inline in inlines
        if (isinstance(inline, Blank) and inline.path != "posture.case_number")
        or (isinstance(inline, Reference) and (inline.missing or not inline.spans))
        or (isinstance(inline, FootnoteMark) and not inline.number)
    ] + [block for block in draft.document.body if isinstance(block, Figure) and block.problem]


@pytest.mark.sampled(70)
@pytest.mark.parametrize("one", DEFECTS, ids=named)
def test_a_planted_defect_is_found_under_its_id_once_and_in_words(one, tmp_path):
    """At its path, by one finding of its check, which calls claims and allegations as the draft does; and
    no check tells of one place twice. An open place in the draft never goes without an error.
    """
    draft = drafted_with(one, tmp_path)
    every = found_on(draft)
    found = [finding for finding in every if finding.check == one.check]
    assert any(
        one.told in finding.message and (not one.where or finding.where == one.where) for finding in found
    ), found or "nothing found"
    places = Counter((each.check, each.where) for each in every if each.check not in SEVERAL)
    assert [place for place, count in places.items() if count > 1] == []
    assert ids_in_words(draft, every) == []
    assert not open_places(draft) or any(each.stands for each in every)


@pytest.mark.sampled(30)
@pytest.mark.parametrize("one", INNOCENT, ids=named)
def test_a_check_is_silent_where_there_is_no_defect(one, tmp_path):
    found = [
        finding
        for finding in findings(one, tmp_path)
        if finding.check == one.check and one.told in finding.message
    ]
    assert [finding for finding in found if not one.where or finding.where == one.where] == []


BESIDE = {"DOC-012", "DOC-013", "REU-001"}
"""Checks of what stands beside a sheet: their defects are planted in tests/test_reuse.py."""


def test_every_check_has_a_defect_planted_and_a_sheet_it_is_silent_on():
    assert sorted(set(CHECKS) - {one.check for one in DEFECTS} - BESIDE) == []
    quiet = {own for name in SAMPLES for own in set(CHECKS) - found_in(name)}
    assert sorted(set(CHECKS) - {one.check for one in INNOCENT} - quiet) == []


def test_a_check_is_written_or_has_a_reason_why_not():
    assert not set(CHECKS) & set(NOT_CHECKED)
    assert all(len(reason) > 40 for reason in NOT_CHECKED.values())
    numbers = {}
    for own in [*CHECKS, *NOT_CHECKED]:
        group, number = own.split("-")
        numbers.setdefault(group, set()).add(int(number))
    assert {
        group: sorted(set(range(1, max(there) + 1)) - there)
        for group, there in numbers.items()
        if there != set(range(1, max(there) + 1))
    } == {}


def test_every_check_says_what_it_looks_for():
    assert [
        own
        for own, entry in CHECKS.items()
        if len(entry.explanation) < 40 or not re.fullmatch(r"[A-Z]+-\d{3}", own)
    ] == []


# --- the samples as they stand
# ----------------------------------------------------------------------------------------------------------

EXPECTED = {
    "de": {
        "CLM-001": (
            "press reports say nothing of storage, of a remote computing service, or of conditions of the"
            " contract"
        ),
        "DOC-010": (
            "counsel, the plaintiff’s citizenship and the class period’s start were not reported, and are"
            " left blank"
        ),
        "FORM-009": "counsel was not reported",
        "FORM-019": (
            "the governing law, the words of a clause, a page, and the day on which LinkedIn’s registration"
            " was looked up were not reported"
        ),
    },
}
WARNED = {
    "de": {
        "AGR-001": "the press does not say how the plaintiff meets the arbitration clause",
        "CLM-030": "the Unfair Competition Law claim borrows the Stored Communications Act",
        "CHN-001": "all three claims hang on one inferred disclosure",
        "CHN-004": "what is known of the setting, the page and the agreement is what the press reported",
        "DOC-016": "nobody has asked the plaintiff",
    },
    "mireles": {
        "CLM-030": (
            "the claims under the CCPA and on the security of records are alternatives to the one under the"
            " CMIA"
        ),
        "CLS-011": "California’s law for patients of every State, without a reason",
        "PRE-004": "no notice was given, and the statutory damages are reserved",
    },
    "okafor": {
        "LOC-004": "N.D. Cal. wants a certificate of interested entities, and the papers listed have none"
    },
    "reyes": {"CLM-030": "the Unfair Competition Law claim borrows the Stored Communications Act"},
}
"""By sample, the checks that warn of it, each with why a litigator would keep it."""


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_samples_have_no_error_and_no_warning_but_those_expected(name):
    found = run_checks(assemble(load(SAMPLES[name]), LIBRARY))
    assert {finding.check for finding in found if finding.severity.value == "error"} == set(
        EXPECTED.get(name, {})
    )
    warnings = [finding.check for finding in found if finding.severity.value == "warning"]
    assert set(warnings) == set(WARNED[name]) and len(warnings) <= 8, warnings


LESS_GRAVE = [
    (
        Planted("CLS-003", "reyes", (put("classes.plus.conduct", "whose messages Larkspur disclosed"),)),
        "advice",
    ),
    (
        Planted(
            "CLS-003",
            "reyes",
            (put("classes.plus.conduct", "who subscribed to Larkspur Plus and were damaged thereby"),),
        ),
        "advice",
    ),
    (
        Planted(
            "CLS-003",
            "reyes",
            (put("classes.plus.conduct", "whose messages were disclosed in violation of the Act"),),
        ),
        "warning",
    ),
    (
        Planted(
            "CLS-006",
            "reyes",
            (put("classes.plus.period.from", "2023-06-01"), put("court.filing_date", "2026-10-10")),
        ),
        "warning",
    ),
    (
        Planted(
            "CLS-006",
            "reyes",
            (put("classes.plus.period.from", "2015-01-01"), put("court.filing_date", "2026-10-10")),
        ),
        "warning",
    ),
    (
        Planted(
            "CLS-003",
            "reyes",
            (put("classes.plus.conduct", "whose messages were disclosed in violation of the Act"),),
            court="txnd",
        ),
        "advice",
    ),
    (Planted("CLS-005", "reyes", (put("classes.plus.period", {"from": "2024-03-01"}),)), "advice"),
    (
        Planted("CLS-005", "reyes", (put("classes.plus.period", {"from": "2024-03-01"}),), court="nysd"),
        "warning",
    ),
    (Planted("CLS-012", "reyes", (put("classes.plus.rule_23b", []),)), "warning"),
    (Planted("CLS-012", "reyes", (put("classes.plus.rule_23b", []),), court="wawd"), "error"),
    (
        Planted(
            "CLM-004",
            "reyes",
            (
                *only("exchange-10b5", elements={"scienter": {"allegations": ["nightly-copies"]}}),
                put("allegations.nightly-copies.basis", {"kind": "information-and-belief"}),
            ),
        ),
        "error",
    ),
    (
        Planted(
            "CLM-003",
            "reyes",
            (put("allegations.plus-promise.source", {"kind": "inference", "from": ["plus-service"]}),),
        ),
        "advice",
    ),
    (
        Planted("STA-001", "reyes", (put("plaintiffs.whitfield.experience.injuries", []),), court="illcirct"),
        "advice",
    ),
    (
        Planted("FORM-007", "reyes", (put("counsel.hallam.lawyers.1.email", None),), court="calsuperct"),
        "advice",
    ),
    (Planted("PRE-011", "reyes", only("tx-dtpa")), "warning"),
    (
        Planted(
            "CITE-001",
            "reyes",
            (put("allegations.no-notice.text", "The duty is in 42 U.S.C. § 1320 and Larkspur knew it."),),
        ),
        "warning",
    ),
    (
        Planted(
            "CITE-001",
            "reyes",
            (
                put(
                    "allegations.no-notice.text",
                    "The rule is that of Meridian Trust v. Osgood, and Larkspur knew it.",
                ),
            ),
        ),
        "error",
    ),
]


@pytest.mark.parametrize(
    ("one", "severity"), LESS_GRAVE, ids=lambda value: named(value) if isinstance(value, Planted) else value
)
def test_a_check_is_as_grave_as_what_it_found(one, severity, tmp_path):
    assert {finding.severity.value for finding in findings(one, tmp_path) if finding.check == one.check} == {
        severity
    }


def test_a_citation_is_told_once_however_often_it_stands(tmp_path):
    words = "Larkspur knew of 42 U.S.C. § 1320."
    one = Planted(
        "CITE-001",
        "reyes",
        (
            put("allegations.no-notice.text", words),
            put("allegations.plus-service.text", words),
            put("nature", [words]),
        ),
    )
    assert len([finding for finding in findings(one, tmp_path) if finding.check == "CITE-001"]) == 1


def test_there_are_at_least_150_planted_defects():
    assert len({(one.check, one.sample, str(one.changes), one.court) for one in DEFECTS}) >= 150


def test_a_planted_defect_adds_no_error_of_another_kind_to_a_clean_sheet_when_it_is_a_mere_word(tmp_path):
    words = [
        one
        for one in DEFECTS
        if one.check.startswith("PRIV") and len(one.changes) == 1 and "text" in one.changes[0].path
    ]
    for one in words:
        errors = {finding.check for finding in findings(one, tmp_path) if finding.severity.value == "error"}
        assert errors <= {one.check}, (one, errors)


def test_the_page_of_all_checks_is_what_the_program_checks():
    from checklist import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize(
    "module",
    [
        "drafter.checks.privacy",
        "drafter.checks.integrity",
        "drafter.checks.drafting_errors",
    ],
)
def test_a_pattern_that_waits_for_a_sign_misses_nothing_that_it_would_find_without(module):
    """Over every text of the samples, the rebuilt filings and the planted defects."""
    from drafter.privacy.lazy_pattern import LazyPattern

    patterns = [
        (name, value)
        for name, value in vars(importlib.import_module(module)).items()
        if isinstance(value, LazyPattern)
    ]
    assert patterns
    words = [
        path.read_text(encoding="utf-8")
        for path in (*SAMPLES.values(), *(Path(__file__).parent / "filings").glob("*.yaml"))
    ]
    lines = [line for text in words for line in text.splitlines()] + [
        str(change.value) for one in (*DEFECTS, *INNOCENT) for change in one.changes
    ]
    found = 0
    for name, pattern in patterns:
        for line in lines:
            there = pattern.pattern.search(line)
            assert (pattern.search(line) is None) == (there is None), (name, line)
            found += there is not None
    assert found > (1 if module == "drafter.checks.privacy" else 5)


def test_time_to_sue_rests_on_the_law_of_the_claim_and_not_on_anothers(tmp_path):
    one = next(one for one in DEFECTS if one.check == "LIM-001" and not one.court)
    found = next(finding for finding in findings(one, tmp_path) if finding.check == "LIM-001")
    own = found.where.split(".")[1]
    changed = tmp_path / SAMPLES[one.sample].name
    views = {view.raw.id: view for view in assemble(load(changed), LIBRARY, one.court).matter.claims}
    cites = {
        str(law.cite)
        for cause in views[own].causes
        for limitation in cause.limitations
        for law in limitation.law
        if law.cite
    }
    assert found.authority[0].cite in cites and not any(
        "1658(b)" in authority.cite for authority in found.authority
    )


@pytest.mark.parametrize(
    "court, cites",
    [("ord", ["D. Or. LR 23-1, 23-2"]), ("wawd", ["W.D. Wash. LCR 23(i)"]), ("nysd", []), ("flsd", [])],
)
def test_a_local_rule_stands_behind_findings_in_its_own_court_alone(court, cites, tmp_path):
    one = next(one for one in DEFECTS if one.check == "CLS-015")
    found = next(
        finding for finding in findings(one._replace(court=court), tmp_path) if finding.check == "CLS-015"
    )
    local = {entry.printed for own, entry in LIBRARY.authorities().items() if own.startswith("lr-")}
    assert [law.cite for law in found.authority if law in local] == cites
    assert len(found.authority) == 1 + len(cites)


_LOWER = re.compile(r"\((?:\d+(?:st|nd|rd|th|d)|D\.C\.|Fed\.) Cir\. |\([NSEWC]\.D\. [A-Z]|\(D\. [A-Z]")
"""How a decision of a federal court below the Supreme Court names it."""


def test_a_decision_of_one_circuit_stands_behind_findings_in_its_own_courts_alone():
    every = LIBRARY.authorities()
    lower = {own: entry for own, entry in every.items() if _LOWER.search(str(entry.cite))}
    assert len(lower) > 20
    assert [own for own, entry in lower.items() if not entry.courts] == []


def test_every_local_rule_of_the_catalogue_is_tied_to_a_court_of_the_library():
    several = {"lr-rico"}  # tells of several courts' rules, by way of example
    courts = {court.id for court in LIBRARY.courts()}
    for own, entry in LIBRARY.authorities().items():
        if own.startswith("lr-") and own not in several:
            assert entry.courts and {*map(str, entry.courts)} <= courts, own
