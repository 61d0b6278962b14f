"""A sheet that cannot be used gives one clear message: file, line where there is one, the remedy; exit code
2, no traceback, no file.
"""

import re
import time

import pytest
from fuzz_surfaces import MATTER

from drafter.errors import SheetError
from drafter.matter_files.load import load

BROKEN = {
    "an unknown key": (
        ("    short: LinkedIn\n", "    shrot: LinkedIn\n"),
        "“shrot” is not a field here",
        "Did you mean “short”?",
        True,
    ),
    "a wrong type": (
        ("grounds: [federal-question, supplemental, cafa]", "grounds: cafa"),
        "a list is expected here",
        "Start each entry",
        True,
    ),
    "a duplicate key": (
        ("    short: LinkedIn\n", "    short: LinkedIn\n    short: LI\n"),
        "“short” is given twice",
        "Keep one",
        True,
    ),
    "a dangling id": (
        ("against: [linkedin]", "against: [linkdin]"),
        "has the id “linkdin”",
        "Did you mean “linkedin”?",
        True,
    ),
    "a duplicate id": (("  - id: contract\n", "  - id: sca\n"), "is used twice", "change one of them", True),
    "a tab": (
        ("  county: Santa Clara\n", "\tcounty: Santa Clara\n"),
        "a tab stands at the start",
        "Indent with spaces",
        True,
    ),
    "an anchor": (
        ("against: [linkedin]", "against: &all [linkedin]"),
        "anchors and aliases",
        "put it in quotes",
        True,
    ),
    "a tag": (
        ("against: [linkedin]", "against: !!python/tuple [linkedin]"),
        "tags",
        "put it in quotes",
        True,
    ),
    "too deep a nest": (
        ("    short: LinkedIn\n", "    short: " + "[" * 25 + "]" * 25 + "\n"),
        "nested more than",
        "Check the indentation",
        True,
    ),
    "a cut note": (
        ("{unknown: governing law}", "{unknown: governing law, if any}"),
        "cut at the comma",
        "in quotes",
        True,
    ),
    "an element that the cause does not have": (
        ("      divulged:\n", "      divulgd:\n"),
        "“divulgd” is not an element",
        "Elements:",
        True,
    ),
    "an impossible date": (
        ("date: 2024-09-18", "date: 2024-02-30"),
        "is not a day of the calendar",
        "year-month-day",
        True,
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_it_names_file_line_and_remedy_for(kind, sheet, run, tmp_path):
    change, problem, remedy, _ = BROKEN[kind]
    path = sheet(change)
    done = run("draft", path)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""
    assert f"{path}:" in done.stderr and problem in done.stderr and remedy in done.stderr
    number = int(done.stderr.split(f"{path}:", 1)[1].split(":", 1)[0])
    line = path.read_text(encoding="utf-8").split("\n")[number - 1]
    assert (
        change[1].strip().split("\n")[-1].split(":")[0][:8]
        in line + path.read_text(encoding="utf-8").split("\n")[number]
    )
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"# only a comment\n", "is empty"),
        (b"\xff\xfe\x00PK", "not text in UTF-8"),
        (b"a\x00b", "not a text file"),
        (b"x: " + b"y" * 5_000_001, "are the most"),
        (b"- a\n", "name: value"),
    ],
    ids=["empty", "a-comment-alone", "not-utf-8", "a-nul", "five-megabytes", "a-list"],
)
def test_it_refuses_a_file_that_is_no_sheet(content, problem, tmp_path, run):
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    done = run("draft", path)
    assert done.returncode == 2 and problem in done.stderr and "Traceback" not in done.stderr


def test_it_says_that_a_file_is_missing(run):
    done = run("draft", "nowhere.yaml")
    assert done.returncode == 2 and "nowhere.yaml: there is no such file" in done.stderr


@pytest.mark.parametrize("field", ["court", "plaintiffs", "defendants", "claims"])
def test_it_does_not_draft_without(field, tmp_path, run):
    sheet = {
        "court": "court: {id: cand}",
        "plaintiffs": "plaintiffs: [{id: lee, name: Ann Lee}]",
        "defendants": "defendants: [{id: acme, name: Acme Inc.}]",
        "claims": "claims: [{id: one, theories: [ca-breach-contract]}]",
    }
    path = tmp_path / "short.yaml"
    path.write_text(
        "schema_version: 1\n" + "\n".join(text for name, text in sheet.items() if name != field) + "\n",
        encoding="utf-8",
    )
    done = run("draft", path)
    assert done.returncode == 2 and "a complaint needs one" in done.stderr


def test_all_that_it_does_not_draft_without_is_named_at_once(tmp_path, run):
    path = tmp_path / "bare.yaml"
    path.write_text("schema_version: 1\n", encoding="utf-8")
    done = run("check", path)
    assert done.returncode == 2
    assert "names no court, plaintiff, defendant, or claim" in done.stderr and "drafter edit" in done.stderr


def test_theories_of_two_families_are_not_one_claim(sheet, run):
    done = run(
        "draft", sheet(("theories: [ca-breach-contract]", "theories: [ca-breach-contract, sca-2702-a1-ecs]"))
    )
    assert (
        done.returncode == 2 and "are not of one family" in done.stderr and "separate claims" in done.stderr
    )


def test_a_sheet_from_a_later_drafter_is_refused_with_the_command_that_upgrades(sheet, run):
    done = run("draft", sheet(("schema_version: 1", "schema_version: 99")))
    assert done.returncode == 2 and "pip install --upgrade drafter" in done.stderr


MISTAKEN = {
    "a misspelt field": "      - {{id: f{0}, txt: Mica did so {0} times.}}\n",
    "one id again and again": "      - {{id: same, text: Mica did so {0} times.}}\n",
    "ids that name nothing": "      - {{id: f{0}, text: Mica did., exhibits: [no{0}]}}\n",
    "a list where text stands": "      - {{id: f{0}, text: [Mica did so {0} times.]}}\n",
    "no known choice": "      - {{id: f{0}, text: Mica did so., basis: {{kind: hearsey{0}}}}}\n",
}


@pytest.mark.parametrize(
    ("mistake", "included"),
    [
        *((mistake, False) for mistake in MISTAKEN),
        *((mistake, True) for mistake in MISTAKEN if "one id" not in mistake),
    ],
)
def test_of_a_thousand_mistakes_the_first_twenty_are_told_with_the_count_in_under_a_second(
    mistake, included, tmp_path
):
    path = tmp_path / "m.yaml"
    items = "".join(MISTAKEN[mistake].format(number) for number in range(1000))
    head = "include: [base.yaml]\n" if included else ""
    (tmp_path / "base.yaml").write_text("schema_version: 1\njury_demand: no\n", encoding="utf-8")
    mark = "      - id: promise\n"
    path.write_text(head + MATTER.replace(mark, items + mark), encoding="utf-8")
    spent = []
    for _ in range(3):
        start = time.process_time()
        with pytest.raises(SheetError) as told:
            load(path)
        spent.append(time.process_time() - start)
    lines = str(told.value.message).split("\n")
    more = int(re.fullmatch(r"… and (\d+) more", lines[20])[1])
    assert len(lines) == 21 and 975 <= more <= 985
    assert [int(line.split(":")[1]) for line in lines[:20]] == sorted(
        int(line.split(":")[1]) for line in lines[:20]
    )
    assert min(spent) < 1
