"""Who may accept what, and that nothing which writes a sheet leaves one that does not load."""

import pytest
from conftest import SAMPLES_FOLDER
from planted import add, put

from drafter.checks import CHECKS
from drafter.checks.engine.acceptance import Concern, why_not
from drafter.errors import SheetError
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load, must_load
from drafter.tree.answers import Change
from drafter.yamltext.rewrite import apply

REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
OTHER = {
    "id": "cook",
    "name": "Jürgen Tomás O’Neill, Esq.",
    "bar_number": "ARDC No. 1234567",
    "email": "o@x.example",
    "admission": {"status": "admitted"},
}
UNSUPPORTED = put("claims.sca.elements.divulged", {})
WHERE = "claims.sca.elements.divulged"


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "matter.yaml"
    changes = (
        UNSUPPORTED,
        add("counsel.hallam.lawyers", {key: value for key, value in OTHER.items() if key != "id"}),
    )
    path.write_text(apply(REYES.read_text(encoding="utf-8"), changes), encoding="utf-8")
    return path


def accept(run, sheet, check, by, *more):
    return run("accept", sheet, check, "--by", by, "--why", "the declaration comes on Friday", *more)


@pytest.mark.parametrize(
    ("prefix", "concern"),
    [
        ("JUR-", "jurisdiction"),
        ("PJ-", "jurisdiction"),
        ("LIM-", "limitations"),
        ("PRIV-", "privacy"),
        ("CHN-", "evidence"),
    ],
)
def test_every_check_of_a_group_says_what_it_concerns(prefix, concern):
    assert {entry.concern for own, entry in CHECKS.items() if own.startswith(prefix)} == {Concern(concern)}


def test_the_signature_and_the_elements_concern_whoever_signs():
    assert {CHECKS[own].concern for own in ("FORM-006", "FORM-007", "FORM-009")} == {Concern.SIGNATURE}
    assert (
        CHECKS["CLM-001"].concern is Concern.EVIDENCE and CHECKS["FORM-001"].concern is Concern.JURISDICTION
    )


def test_an_error_on_evidence_is_accepted_only_by_a_lawyer_named_in_counsel(run, sheet):
    before = sheet.read_bytes()
    done = accept(run, sheet, "CLM-001", "Pat Clerk", "--at", WHERE)
    assert (
        done.returncode == 2
        and "only by a lawyer named in counsel" in done.stderr
        and "O’Neill" in done.stderr
    )
    assert sheet.read_bytes() == before
    done = accept(run, sheet, "CLM-001", "jurgen o'neill", "--at", WHERE)
    assert done.returncode == 0, done.stderr
    assert "CLM-001" not in run("check", sheet, "--least", "error").stdout.partition("ACCEPTED")[0]


def test_whoever_accepts_is_told_that_the_reason_may_be_discoverable(run, sheet):
    assert "discoverable" in accept(run, sheet, "CLM-001", "J. O’Neill", "--at", WHERE).stdout
    from drafter.facts.filing import Acceptance

    assert "discoverable" in Acceptance.questions["why"].help


def test_an_acceptance_typed_for_someone_who_is_no_lawyer_there_does_not_count(run, sheet):
    assert accept(run, sheet, "CLM-001", "J. O’Neill", "--at", WHERE).returncode == 0
    text = sheet.read_text(encoding="utf-8")
    assert text.count("by: J. O’Neill") == 1
    sheet.write_text(text.replace("by: J. O’Neill", "by: Pat Clerk"), encoding="utf-8")
    told = run("check", sheet, "--least", "error").stdout
    assert "Not counted as accepted" in told and "“Pat Clerk” is none" in told and "ACCEPTED" not in told


@pytest.mark.parametrize(
    "by",
    [
        "Jürgen Tomás O’Neill",
        "JURGEN O'NEILL",
        "Jürgen O’Neill, Esq.",
        "J. O’Neill",
        "Ju\u0308rgen T. O’Neill",
        " jürgen  o’neill ",
    ],
)
def test_a_lawyer_is_known_however_the_name_is_typed(sheet, by):
    assert why_not(load(sheet).sheet, by, Concern.PRIVACY) == ""


@pytest.mark.parametrize(
    "by", ["O’Neill", "Jack O’Neill", "J.", "Jürgen", "Jürgen O’Neil", "", "Mary J. O’Neill", "a lawyer"]
)
def test_another_name_is_not_taken_for_a_lawyer_s(sheet, by):
    assert why_not(load(sheet).sheet, by, Concern.PRIVACY)


def test_an_initial_that_fits_two_lawyers_names_neither(tmp_path):
    path = tmp_path / "matter.yaml"
    two = [
        add("counsel.hallam.lawyers", {"name": name, "bar_number": "1", "signs": "no"})
        for name in ("Jan Voss", "Jill Voss")
    ]
    path.write_text(apply(REYES.read_text(encoding="utf-8"), two), encoding="utf-8")
    assert why_not(load(path).sheet, "J. Voss", Concern.EVIDENCE) and not why_not(
        load(path).sheet, "Jill Voss", Concern.EVIDENCE
    )


def test_anybody_accepts_what_is_no_error_of_those_kinds(run, sheet):
    done = accept(run, sheet, "FORM-018", "Pat Clerk")
    assert done.returncode == 0, done.stderr
    assert why_not(load(sheet).sheet, "Pat Clerk", None) == ""


def test_a_hole_in_the_draft_is_accepted_by_nobody(run, tmp_path):
    path, changes = (
        tmp_path / "matter.yaml",
        (put("allegations.no-notice.text", "Larkspur told no one on [[which day]]."),),
    )
    path.write_text(apply(REYES.read_text(encoding="utf-8"), changes), encoding="utf-8")
    lawyer = str(load(path).sheet.counsel[0].lawyers[0].name)
    done = accept(run, path, "DOC-010", lawyer)
    assert done.returncode == 2 and "filled, not accepted" in done.stderr


def test_a_firm_cannot_make_a_hole_less_grave(run, tmp_path):
    path, firm = tmp_path / "matter.yaml", tmp_path / "firm"
    firm.mkdir()
    (firm / "checks.yaml").write_text(
        "severities:\n  DOC-010: {severity: advice, why: we fill them later}\n", encoding="utf-8"
    )
    path.write_text(
        apply(
            REYES.read_text(encoding="utf-8"),
            (put("allegations.no-notice.text", "It told no one on [[which day]]."),),
        ),
        encoding="utf-8",
    )
    assert run("check", path, "--templates", firm).returncode == 1


def test_explain_says_who_may_accept(run):
    assert "only by a lawyer named in counsel" in run("explain", "JUR-001").stdout
    assert "filled, not accepted" in run("explain", "DOC-018").stdout
    assert "lawyer named in counsel" not in run("explain", "DOC-014").stdout


CAN_BE_ERRORS = (
    "REL-001",
    "CLM-026",
    "CLM-028",
    "CLM-029",
    "CLM-030",
    "VEN-001",
    "REU-001",
    "CLM-016",
    "CLS-001",
)


@pytest.mark.parametrize("own", CAN_BE_ERRORS)
def test_every_error_is_accepted_by_counsel_alone_whatever_it_is_about(sheet, own):
    assert own in CHECKS and CHECKS[own].concern is not None
    assert why_not(load(sheet).sheet, "Pat Clerk", CHECKS[own].concern)
    assert not why_not(load(sheet).sheet, "J. O’Neill", CHECKS[own].concern)


def test_an_error_on_venue_is_not_accepted_by_a_clerk(run, tmp_path):
    path = tmp_path / "matter.yaml"
    path.write_text(
        apply(
            REYES.read_text(encoding="utf-8"),
            (put("court.id", "cand"), put("court.county", None), put("venue.grounds", ["agreement"])),
        ),
        encoding="utf-8",
    )
    done = accept(run, path, "VEN-001", "Pat Clerk")
    assert done.returncode == 2 and "only by a lawyer named in counsel" in done.stderr


def test_venue_that_nothing_bears_out_is_a_hole_that_nobody_accepts(run, tmp_path):
    path = tmp_path / "matter.yaml"
    path.write_text(apply(REYES.read_text(encoding="utf-8"), (put("venue", None),)), encoding="utf-8")
    done = accept(run, path, "VEN-001", "Ruth Hallam")
    assert done.returncode == 2 and "a hole in the draft is filled, not accepted" in done.stderr


def test_two_footnotes_of_one_mark_are_a_hole_that_nobody_accepts_and_no_firm_makes_less_grave(run, tmp_path):
    path, firm = tmp_path / "matter.yaml", tmp_path / "firm"
    firm.mkdir()
    (firm / "checks.yaml").write_text(
        "severities:\n  DOC-017: {severity: advice, why: we look ourselves}\n", encoding="utf-8"
    )
    words = "Larkspur told no one.[^a]\n\n[^a]: It kept silent.\n\n[^a]: Another note."
    path.write_text(
        apply(REYES.read_text(encoding="utf-8"), (put("allegations.no-notice.text", words),)),
        encoding="utf-8",
    )
    lawyer = str(load(path).sheet.counsel[0].lawyers[0].name)
    done = accept(run, path, "DOC-017", lawyer)
    assert done.returncode == 2 and "filled, not accepted" in done.stderr
    assert run("check", path, "--templates", firm).returncode == 1


def test_a_firm_is_told_that_it_cannot_make_a_hole_less_grave(run, tmp_path):
    (tmp_path / "checks.yaml").write_text(
        "severities:\n  DOC-014: {severity: advice, why: x}\n  DOC-010: {severity: advice, why: later}\n"
        "  DOC-999: {severity: advice, why: x}\n",
        encoding="utf-8",
    )
    told = run("explain", "DOC-010", "--templates", tmp_path).stdout
    assert "This firm: advice, because later (without effect: it is a hole in the draft)" in told
    flaws = run("lint-templates", tmp_path)
    assert (
        "checks.yaml:3: warning: DOC-010 finds a hole in the draft" in flaws.stdout and flaws.returncode == 0
    )
    assert (
        "checks.yaml:4: warning: There is no check DOC-999" in flaws.stdout and "DOC-014" not in flaws.stdout
    )


# --- what writes a sheet
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["garbage", "2026-13-01", "31/12/2026", "yesterday"])
def test_an_acceptance_on_no_day_is_refused_and_the_sheet_still_loads(run, sheet, day):
    before = sheet.read_bytes()
    done = accept(run, sheet, "CLM-001", "J. O’Neill", "--at", WHERE, "--date", day)
    assert (
        done.returncode == 2
        and "--date" in done.stderr
        and day in done.stderr
        and "Traceback" not in done.stderr
    )
    assert sheet.read_bytes() == before and load(sheet)


UNLOADABLE = [
    Change("accepted_findings", "add", {"check": "CLM-001", "by": "J. Doe", "why": "x", "date": "garbage"}),
    Change("plaintiffs.reyes", "remove"),
    Change("jury_demand", "set", ["yes"]),
    Change("claims.sca.against", "set", ["nobody"]),
]


@pytest.mark.parametrize("change", UNLOADABLE, ids=lambda change: change.path)
def test_nothing_that_is_kept_leaves_a_sheet_that_does_not_load(sheet, change):
    before = sheet.read_bytes()
    keeper = EditingSession.open(sheet)
    keeper.record(change)
    with pytest.raises(SheetError, match="would not load any more"):
        keeper.save()
    keeper.close()
    assert sheet.read_bytes() == before and load(sheet).notes == []
    assert f'"{change.path}"' in (sheet.parent / ".matter.yaml.journal.aside").read_text(encoding="utf-8")


@pytest.mark.parametrize("change", UNLOADABLE, ids=lambda change: change.path)
@pytest.mark.parametrize("first", [True, False], ids=["first", "last"])
def test_only_the_answer_that_the_sheet_would_not_load_with_is_put_aside(sheet, change, first):
    """What was answered before and after it is saved."""
    others = [Change("matter", "set", "Another"), Change("court.judge", "set", "Hon. A. Roe")]
    keeper = EditingSession.open(sheet)
    for each in [change, *others] if first else [*others, change]:
        keeper.record(each)
    with pytest.raises(SheetError, match="would not load any more") as refused:
        keeper.save()
    assert "Everything else was saved" in refused.value.hint
    keeper.close()
    raw = load(sheet).sheet
    assert raw.matter == "Another" and raw.court.judge == "Hon. A. Roe" and load(sheet).notes == []
    aside = (sheet.parent / ".matter.yaml.journal.aside").read_text(encoding="utf-8")
    assert f'"{change.path}"' in aside and "Another" not in aside


def test_two_answers_that_the_sheet_would_not_load_with_are_put_aside_and_no_other(sheet):
    keeper = EditingSession.open(sheet)
    for change in (UNLOADABLE[0], Change("matter", "set", "Another"), UNLOADABLE[2]):
        keeper.record(change)
    with pytest.raises(SheetError, match="would not load any more"):
        keeper.close()
    assert load(sheet).sheet.matter == "Another"
    aside = (sheet.parent / ".matter.yaml.journal.aside").read_text(encoding="utf-8")
    assert "garbage" in aside and '"jury_demand"' in aside and "Another" not in aside


def test_a_sheet_that_does_not_load_can_still_be_mended_step_by_step(sheet):
    text = sheet.read_text(encoding="utf-8").replace("kind: original", "kind: origin")
    sheet.write_text(text.replace("filing_date: ", "filing_date: x"), encoding="utf-8")
    keeper = EditingSession.open(sheet)
    keeper.record(Change("court.filing_date", "set", "2026-12-01"))
    keeper.close()
    mended = sheet.read_text(encoding="utf-8")
    assert "2026-12-01" in mended and "x20" not in mended and "kind: origin}" in mended


def test_what_is_to_be_written_as_a_sheet_is_read_first(tmp_path):
    good = REYES.read_text(encoding="utf-8")
    must_load(good, tmp_path / "out.yaml")
    for bad in (
        good.replace("kind: original", "kind: origin"),
        "schema_version: 1\nmatter: [x]\n",
        "matter: x\n",
    ):
        with pytest.raises(SheetError):
            must_load(bad, tmp_path / "out.yaml")
    assert not (tmp_path / "out.yaml").exists()


def test_an_acceptance_of_an_earlier_version_stands_until_what_it_rests_on_changes(run, tmp_path):
    """Its hash was made when who speaks in an allegation counted for every finding on that allegation."""
    path, at = tmp_path / "matter.yaml", "allegations.nightly-copies.text"
    told = put(at, "As paragraph 16 above says, it copied the messages.")
    entry = {
        "check": "DOC-019",
        "where": at,
        "by": "Ruth Hallam",
        "why": "the number is that of another paper",
        "hash": "r1-48a678787b689686",
    }
    text = apply(REYES.read_text(encoding="utf-8"), (told, add("accepted_findings", entry)))
    path.write_text(text, encoding="utf-8")
    assert "DOC-019" in run("check", path).stdout.partition("ACCEPTED")[2]
    again = put(at, "As paragraph 17 above says, it copied the messages.")
    path.write_text(apply(text, (again,)), encoding="utf-8")
    assert "what it looked at has changed since" in run("check", path).stdout
