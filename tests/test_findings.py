"""What a lawyer does with findings: reads the weak links, asks what a check means, accepts one, raises or
lowers one for the firm.
"""

import json
import shutil
from pathlib import Path

import pytest
from conftest import SAMPLES_FOLDER

ROOT = Path(__file__).parent.parent
DE_LA_TORRE = SAMPLES_FOLDER / "de-la-torre-v-linkedin.yaml"
REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"


@pytest.fixture
def sheet(tmp_path):
    """A copy of the clean sample in which one allegation has lost its source."""
    text = REYES.read_text(encoding="utf-8")
    before = "        source: {kind: plaintiff, who: Owen Whitfield}\n"
    assert before in text
    path = tmp_path / "matter.yaml"
    path.write_text(text.replace(before, "", 1), encoding="utf-8")
    return path


def finding(run, sheet, check):
    page = json.loads(run("check", sheet, "--format", "json").stdout)
    return next((entry for entry in page["findings"] if entry["check"] == check), None)


# --- the weak links
# ------------------------------------------------------------------------------------------------------------


def test_the_sample_is_told_that_its_three_claims_hang_on_one_inferred_disclosure(run):
    told = run("check", DE_LA_TORRE).stdout
    assert (
        "All 3 claims hang on one inferred fact: LinkedIn disclosed the contents of Premium customers’ InMail"
        " messages to at least one other company" in told
    )
    fall = (
        "Violation of the Stored Communications Act (sca); Breach of Contract (contract); Violation of"
        " California’s Unfair Competition Law (ucl), but only its unlawful prong"
    )
    assert f"If it is wrong, these fall: {fall}; its unfair prong does not need the fact." in told
    assert (
        "It is inferred from default-on (¶ 19), another-provider (¶ 22) and opt-out-not-retroactive (¶ 23)."
        in told
    )
    assert (
        "another-provider (¶ 22): LinkedIn told users that its models may be trained by another provider"
        in told
    )
    tests = told[told.index("To settle it before filing:") :]
    assert (
        "1. Send test messages with distinctive words from a test account and capture the traffic." in tests
    )
    assert "4. Write to the defendant's counsel" in tests


def test_a_fact_that_carries_several_claims_is_told_with_what_it_rests_on(run):
    told = run("chain", DE_LA_TORRE).stdout
    assert (
        "2 of 3 claims hang on one fact, which rests on the plaintiff’s word alone: Plaintiff bought a"
        " subscription to LinkedIn Premium" in told
    )


def test_the_chain_grades_every_link_from_claim_to_source(run):
    chain = json.loads(run("chain", DE_LA_TORRE, "--format", "json").stdout)
    grades = {(link["claim"], link["element"]): link["grade"] for link in chain["links"]}
    assert (
        grades["sca", "divulged"] == grades["contract", "breach"] == grades["ucl", "predicate"] == "inference"
    )
    assert (
        grades["sca", "electronic-storage"] == "none"
        and grades["contract", "performance"] == "plaintiff"
        and grades["sca", "knowingly"] == "press"
    )
    assert chain["hinges"][0]["allegation"] == "messages-disclosed" and set(chain["hinges"][0]["claims"]) == {
        "sca",
        "contract",
        "ucl",
    }


def test_a_second_source_mends_the_weak_link(run, tmp_path):
    text = DE_LA_TORRE.read_text(encoding="utf-8")
    before = "        basis:\n          kind: information-and-belief\n"
    assert text.count(before) == 1
    mended = text.replace(
        before,
        "        further_sources:\n          - {kind: document, document: capture of traffic}\n       "
        " basis:\n          kind: document\n",
    )
    (tmp_path / "mended.yaml").write_text(mended, encoding="utf-8")
    assert finding(run, tmp_path / "mended.yaml", "CHN-001") is None and finding(run, DE_LA_TORRE, "CHN-001")


def test_nothing_of_the_analysis_is_in_the_draft_and_the_annotated_copy_has_it_at_the_paragraph(
    run, tmp_path
):
    import docx

    assert run("draft", shutil.copy(DE_LA_TORRE, tmp_path), "-o", "d.docx", "--annotate").returncode == 1
    plain = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "d.docx")).paragraphs)
    assert "hang on one inferred fact" not in plain
    comments = [comment.text for comment in docx.Document(str(tmp_path / "d.annotated.docx")).comments]
    assert any("CHN-001" in text and "hang on one inferred fact" in text for text in comments)
    assert any("LAW-006" in text and "the minimum award needs actual damages" in text for text in comments)


# --- accepting
# ------------------------------------------------------------------------------------------------------------


def test_an_accepted_finding_is_shown_apart_and_does_not_count(run, sheet):
    where = finding(run, sheet, "DOC-015")["where"]
    done = run(
        "accept",
        sheet,
        "DOC-015",
        "--at",
        where,
        "--by",
        "J. Doe",
        "--why",
        "the client is to sign a declaration",
        "--date",
        "2026-03-01",
    )
    assert done.returncode == 0, done.stderr
    assert finding(run, sheet, "DOC-015")["accepted"].startswith("J. Doe, March")
    told = run("check", sheet).stdout
    assert "ACCEPTED" in told and "the client is to sign a declaration" in told


def test_an_acceptance_stands_while_only_other_fields_change(run, sheet):
    where = finding(run, sheet, "DOC-015")["where"]
    run("accept", sheet, "DOC-015", "--at", where, "--by", "J. Doe", "--why", "to be mended")
    text = sheet.read_text(encoding="utf-8")
    assert text.count("jury_demand: yes") == 1
    sheet.write_text(text.replace("jury_demand: yes", "jury_demand: no"), encoding="utf-8")
    assert finding(run, sheet, "DOC-015")["accepted"]


def test_an_accepted_error_that_changes_counts_again(run, tmp_path):
    path = tmp_path / "m.yaml"
    named = DE_LA_TORRE.read_text(encoding="utf-8").replace(
        "name: {unknown: attorney’s name}", "name: Jane Doe"
    )
    path.write_text(named, encoding="utf-8")
    done = run(
        "accept",
        path,
        "CLM-001",
        "--at",
        "claims.sca.elements.electronic-storage",
        "--by",
        "J. Doe",
        "--why",
        "to follow",
    )
    assert done.returncode == 0, done.stderr
    at = "claims.sca.elements.electronic-storage"

    def there():
        page = json.loads(run("check", path, "--format", "json").stdout)
        return next(
            entry for entry in page["findings"] if entry["check"] == "CLM-001" and entry["where"] == at
        )

    assert there()["accepted"] and not there()["lapsed"]
    text = path.read_text(encoding="utf-8")
    assert "electronic-storage: {}" in text
    path.write_text(
        text.replace("electronic-storage: {}", "electronic-storage: {because: not known yet}"),
        encoding="utf-8",
    )
    assert not there()["accepted"] and "has changed since" in there()["lapsed"]


def test_an_acceptance_typed_by_hand_does_not_count_until_it_is_confirmed(run, tmp_path):
    path = tmp_path / "m.yaml"
    entry = (
        "accepted_findings:\n  - {check: CLM-001, where: claims.sca.elements.electronic-storage, by: J. Doe,"
        " why: to follow}\n"
    )
    path.write_text(DE_LA_TORRE.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert "confirm it with `drafter accept`" in finding(run, path, "CLM-001")["lapsed"]


def test_an_acceptance_can_be_withdrawn(run, sheet):
    where = finding(run, sheet, "DOC-015")["where"]
    run("accept", sheet, "DOC-015", "--at", where, "--by", "J. Doe", "--why", "to be mended")
    assert run("accept", sheet, "DOC-015", "--withdraw").returncode == 0
    assert finding(run, sheet, "DOC-015")["accepted"] == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["DOC-015"], "a name and a reason"),
        (["CLM-001", "--by", "J. Doe", "--why", "x"], "finds nothing"),
        (["DOC-015", "--withdraw"], "accepts no DOC-015"),
    ],
)
def test_an_acceptance_that_cannot_be_is_refused_and_nothing_is_written(run, sheet, words, told):
    before = sheet.read_bytes()
    done = run("accept", sheet, *words)
    assert done.returncode == 2 and told in done.stderr and "Traceback" not in done.stderr
    assert sheet.read_bytes() == before


# --- the firm, explanations, other formats
# -------------------------------------------------------------------------------------------------


def test_a_firm_changes_a_severity_with_a_reason_and_cannot_take_a_check_away(run, sheet, tmp_path):
    firm = tmp_path / "firm"
    firm.mkdir()
    (firm / "checks.yaml").write_text(
        "severities:\n  DOC-015: {severity: error, why: every fact has a source in this firm}\n",
        encoding="utf-8",
    )
    done = run("check", sheet, "--templates", firm)
    assert done.returncode == 1 and "NOT READY TO FILE: 1 error (DOC-015)" in done.stdout
    assert (
        "This firm: error, because every fact has a source in this firm"
        in run("explain", "DOC-015", "--templates", firm).stdout
    )
    (firm / "checks.yaml").write_text("severities:\n  DOC-015: {severity: off, why: x}\n", encoding="utf-8")
    refused = run("check", sheet, "--templates", firm)
    assert refused.returncode == 2 and "checks.yaml" in refused.stderr and "Traceback" not in refused.stderr


def test_a_check_is_explained_with_its_severities_and_the_status_of_its_authority(run):
    told = run("explain", "chn-001").stdout
    assert (
        "Several claims stand or fall with one inferred fact" in told
        and "Severity: warning." in told
        and "[unverified: secondary]" in told
    )
    assert (
        run("explain", "CHN-999").returncode == 2
        and "Did you mean CHN-00" in run("explain", "CHN-999").stderr
    )
    assert "does not check this" in run("explain", "PRIV-009").stdout


def test_findings_go_to_editors_as_sarif_with_the_line_of_the_field(run, sheet):
    log = json.loads(run("check", sheet, "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    result = next(entry for entry in log["runs"][0]["results"] if entry["ruleId"] == "DOC-015")
    where = result["locations"][0]
    own = where["logicalLocations"][0]["fullyQualifiedName"].split(".")[1]
    line = where["physicalLocation"]["region"]["startLine"]
    assert f"id: {own}" in "\n".join(sheet.read_text(encoding="utf-8").split("\n")[line - 2 : line + 1])
    assert {entry["ruleId"] for entry in log["runs"][0]["results"]} <= {
        rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]
    }


def test_what_is_less_grave_can_be_left_out(run, sheet):
    assert "ADVICE " not in run("check", DE_LA_TORRE, "--least", "warning").stdout
    assert "WARNING " not in run("check", DE_LA_TORRE, "--least", "error").stdout


# --- a firm's severities by court
# --------------------------------------------------------------------------------------------------------


@pytest.fixture
def firm(tmp_path):
    """Write the firm's checks.yaml and give back its folder."""

    def written(text):
        folder = tmp_path / "firm"
        folder.mkdir(exist_ok=True)
        (folder / "checks.yaml").write_text(text, encoding="utf-8")
        return folder

    return written


BY_COURT = """severities:
  DOC-015:
    - {severity: error, why: this circuit asks for it, courts: ["7"]}
    - {severity: warning, why: this court asks less, courts: [ilnd]}
    - {severity: advice, why: no State court asks, courts: [state]}
    - {severity: error, why: everywhere else}
  LAW-001: {severity: warning, why: read before a federal court does, courts: [federal]}
"""


@pytest.mark.parametrize(
    ("court", "source", "law"),
    [
        ("ilnd", "warning", "warning"),
        ("ilsd", "error", "warning"),
        ("illcirct", "advice", "advice"),
        ("cand", "error", "warning"),
    ],
    ids=["the court before its circuit", "the circuit", "the system", "all courts last"],
)
def test_a_firm_changes_a_severity_by_court_circuit_and_system_the_nearest_counting(
    run, sheet, firm, court, source, law
):
    page = json.loads(
        run("check", sheet, "--court", court, "--templates", firm(BY_COURT), "--format", "json").stdout
    )
    severities = {entry["check"]: entry["severity"] for entry in page["findings"]}
    assert (severities["DOC-015"], severities["LAW-001"]) == (source, law)


def test_a_change_for_other_courts_leaves_a_severity_as_it_is(run, sheet, firm):
    done = run(
        "check",
        sheet,
        "--templates",
        firm("severities:\n  DOC-015: {severity: error, why: x y, courts: [cand, dc, ca9]}\n"),
    )
    assert done.returncode == 0 and "NOT READY" not in done.stdout


def test_a_change_does_not_make_a_check_speak_where_it_is_silent(run, sheet, firm):
    folder = firm(
        "severities:\n  JUR-022: {severity: error, why: we file in federal court, courts: [federal]}\n"
    )
    assert finding(run, sheet, "JUR-022") is None
    assert "JUR-022" not in run("check", sheet, "--templates", folder).stdout


def test_the_explanation_of_a_check_has_what_the_firm_changed_and_where(run, firm):
    told = run("explain", "DOC-015", "--templates", firm(BY_COURT)).stdout
    assert (
        "This firm in 7: error, because this circuit asks for it" in told
        and "This firm: error, because everywhere else" in told
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{severity: error, why: x, courts: [ndcal]}", "there is no court “ndcal”"),
        ("{severity: error, courts: [cand]}", "why"),
        ("{severity: silent, why: x, courts: [cand]}", "checks.yaml"),
        ("[{severity: error, why: x}, {severity: none, why: x}]", "checks.yaml"),
        ("{severity: error, why: x, court: cand}", "court"),
    ],
    ids=[
        "a court that there is not",
        "no reason",
        "a check made silent",
        "one of several is wrong",
        "a field that there is not",
    ],
)
def test_a_change_that_cannot_be_is_refused_in_one_message(run, sheet, firm, entry, told):
    done = run("check", sheet, "--templates", firm(f"severities:\n  DOC-015: {entry}\n"))
    assert (
        done.returncode == 2
        and told in done.stderr
        and "checks.yaml" in done.stderr
        and "Traceback" not in done.stderr
    )
    assert len(done.stderr.strip().split("\n")) <= 2


# --- where a finding is, and how to get there
# ----------------------------------------------------------------------------------------------


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    "path",
    [DE_LA_TORRE, REYES, *sorted((ROOT / "tests" / "filings").glob("*.yaml"))],
    ids=lambda path: path.stem,
)
def test_every_finding_of_the_text_has_its_path_in_a_command_that_opens_the_question(run, path):
    from drafter.checks import run_checks as checked
    from drafter.complaint import assemble
    from drafter.facts.sheet import FactSheet
    from drafter.interview.tracing import trace
    from drafter.library import open_library
    from drafter.matter_files.load import load
    from drafter.tree.answers import Answers

    loaded = load(path)
    draft = assemble(loaded, open_library())
    answers = Answers(loaded.tree)
    lines = run("check", path).stdout.split("\n")
    for found in checked(draft):
        short = found.message.partition(": ")[
            2
        ]  # under one line with others that differ in their place alone
        there = [
            number
            for number, line in enumerate(lines)
            if (found.message in line and f" {found.check}  " in line)
            or (line.startswith(" " * 10) and line.strip() in (found.message, short))
        ]
        assert there, found
        if found.where.partition(".")[0] in FactSheet.questions:
            jump = f"drafter edit {path} --at {found.where}"
            assert any(lines[at + 1].strip() == jump for at in there), found
            trace(answers.get, found.where, draft.matter.profile.system)


def test_the_blanks_of_a_draft_are_one_line_with_their_number_and_each_its_place(run):
    lines = run("check", DE_LA_TORRE).stdout.split("\n")
    (head,) = [line for line in lines if " DOC-010  " in line]
    under = lines[lines.index(head) + 1 :]
    blanks = int(head.split("DOC-010  ")[1].split(" ")[0])
    assert "blanks stand in the draft. Fill it in, or say {none: reason}." in head and blanks > 10
    assert all(line.startswith(" " * 12 + "drafter edit ") for line in under[1 : 2 * blanks : 2])
    assert under[0].strip() == "attorney’s name."


def test_the_command_holds_for_a_sheet_with_a_space_in_its_name_and_for_a_firms_templates(
    run, sheet, firm, tmp_path
):
    spaced = shutil.copy(sheet, tmp_path / "my matter.yaml")
    told = run("check", spaced, "--templates", firm("severities: {}\n")).stdout
    assert (
        f"drafter edit '{spaced}' --at allegations.whitfield-messages.source --templates {tmp_path / 'firm'}"
        in told
    )


# --- the formats
# ------------------------------------------------------------------------------------------------------------


def documented(heading):
    """The field names that the tables under a heading of docs/findings.md give."""
    import re

    page = (
        (ROOT / "docs" / "findings.md")
        .read_text(encoding="utf-8")
        .split(f"## {heading}\n")[1]
        .split("\n## ")[0]
    )
    return {
        name for row in re.findall(r"^\| (`.*?) \|", page, re.M) for name in re.findall(r"`([\w.]+)`", row)
    }


def names(value, prefix=""):
    """The names of every field of a JSON page, those within written after a full stop; lists by what stands
    in them.
    """
    if isinstance(value, list):
        return {name for entry in value for name in names(entry, prefix)}
    if not isinstance(value, dict):
        return set()
    return {prefix + name for name in value} | {
        inner for name, entry in value.items() for inner in names(entry, f"{prefix}{name}.")
    }


def test_every_field_of_the_json_is_documented_and_there(run):
    page = json.loads(run("check", DE_LA_TORRE, "--format", "json").stdout)
    told = documented("JSON")
    claims = tuple(f"chain.hinges.{name}." for name in ("claims", "theories"))
    assert {name for name in names(page) if not name.startswith(claims)} == told
    assert page["format"] == 1 and page["ready"] is False and page["court"] == "cand"
    assert {entry["severity"] for entry in page["findings"]} == {"error", "warning", "advice"}


@pytest.mark.parametrize("path", [DE_LA_TORRE, REYES], ids=lambda path: path.stem)
def test_the_sarif_has_the_structure_of_the_standard(run, path):
    check_structure(json.loads(run("check", path, "--format", "sarif").stdout))


def test_the_sarif_of_a_sheet_with_a_space_in_its_name_and_an_accepted_finding_has_it_too(
    run, sheet, tmp_path
):
    spaced = shutil.copy(sheet, tmp_path / "my matter.yaml")
    run("accept", spaced, "DOC-015", "--by", "J. Doe", "--why", "to be mended")
    log = json.loads(run("check", spaced, "--format", "sarif").stdout)
    check_structure(log)
    assert [
        result["suppressions"][0]["justification"].split(":")[1].strip()
        for result in log["runs"][0]["results"]
        if "suppressions" in result
    ] == ["to be mended"]
    assert log["runs"][0]["artifacts"][0]["location"]["uri"].endswith("/my%20matter.yaml")


def check_structure(log):
    """What SARIF 2.1.0 requires of a log: properties that must be there (§§ 3.13-3.28), values out of its
    lists, indexes that point, URIs that are references.
    """
    import re
    from urllib.parse import quote, unquote

    assert set(log) == {"$schema", "version", "runs"} and log["version"] == "2.1.0" and len(log["runs"]) == 1
    (only,) = log["runs"]
    driver = only["tool"]["driver"]
    assert driver["name"] == "drafter" and re.fullmatch(r"\d+\.\d+\.\d+.*", driver["version"])
    rules = driver["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"].endswith(".")
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    artifacts = {artifact["location"]["uri"] for artifact in only["artifacts"]}
    assert all(quote(unquote(uri)) == uri for uri in artifacts)
    assert only["results"]
    for result in only["results"]:
        assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "suppressions"}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error") and result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] in artifacts
        assert "region" not in place or place["region"]["startLine"] >= 1
        assert all(logical["fullyQualifiedName"] for logical in location["logicalLocations"])
        for suppression in result.get("suppressions", []):
            assert suppression["kind"] in ("inSource", "external") and suppression["justification"]


# --- limits of a firm
# ------------------------------------------------------------------------------------------------------------


def test_a_firm_sets_how_stale_and_how_many_pages_with_a_reason(run, tmp_path):
    (tmp_path / "checks.yaml").write_text(
        "limits:\n  LOC-006: {most_pages: 2, why: our partner reads no more}\n"
        "  LOC-003:\n    - {stale_after: 400, why: the docket is watched}\n"
        "    - {stale_after: 1, why: that court asks, courts: [ilnd]}\n"
        "  DOC-014: {most_pages: 3, why: x}\n",
        encoding="utf-8",
    )
    assert "LOC-006" not in run("check", REYES).stdout
    assert "LOC-006" in run("check", REYES, "--templates", tmp_path).stdout
    told = run("explain", "LOC-006", "--templates", tmp_path).stdout
    assert "It goes by most_pages: 60." in told
    assert "This firm: most_pages 2, because our partner reads no more" in told
    assert (
        "checks.yaml:6: warning: DOC-014 does not go by most_pages." in run("lint-templates", tmp_path).stdout
    )


def test_a_limit_without_a_reason_is_refused(run, tmp_path):
    (tmp_path / "checks.yaml").write_text("limits:\n  LOC-006: {most_pages: 2}\n", encoding="utf-8")
    done = run("check", REYES, "--templates", tmp_path)
    assert done.returncode == 2 and "why" in done.stderr and "checks.yaml:2" in done.stderr
