"""Every draft is recorded beside its sheet, and what changed since can be told."""

import json
import stat
from copy import deepcopy
from pathlib import Path

import pytest
from conftest import SAMPLES_FOLDER

from drafter.matter_files.draft_records import MOST_SNAPSHOTS, drafts_of, snapshot_of
from drafter.tree.answers import Answers, Change
from drafter.tree.changes import GROUPS, changed
from drafter.yamltext.read import parse
from drafter.yamltext.rewrite import apply

ROOT = Path(__file__).parent.parent
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")


@pytest.fixture
def drafted(tmp_path, run):
    """A sheet of which one draft was made."""
    sheet = tmp_path / "reyes.yaml"
    sheet.write_text(REYES, encoding="utf-8")
    assert run("draft", sheet).returncode == 0
    return sheet


def change(sheet, *changes):
    sheet.write_text(apply(sheet.read_text(encoding="utf-8"), changes), encoding="utf-8")


def allegations(sheet):
    return [
        item["id"]
        for heading in parse(sheet.read_text(encoding="utf-8"), "x")["allegations"]
        for item in heading.get("items", [heading])
    ]


def test_nothing_changed_is_said(drafted, run):
    told = run("changes", drafted)
    assert (
        told.returncode == 0
        and told.stdout.splitlines()[1:] == ["Nothing changed."]
        and told.stdout.startswith("Since draft 1 (")
    )


def test_what_was_added_removed_and_reworded_is_listed_with_old_and_new_paragraphs(drafted, run):
    change(drafted, Change("allegations", "add", {"id": "spare", "text": "A fact that goes."}, ""))
    run("draft", drafted)
    second, third = "spare", allegations(drafted)[3]
    before = {
        line.split(" ", 1)[0]: line
        for line in run("draft", drafted, "--text").stdout.splitlines()
        if line[:1].isdigit()
    }
    change(
        drafted,
        Change(
            "allegations",
            "add",
            {"id": "wholly-new", "text": "Larkspur was told of the copying in March 2024."},
            "",
        ),
        Change(f"allegations.{second}", "remove"),
        Change(f"allegations.{third}.text", "set", "Something else altogether is alleged here."),
        Change("plaintiffs.reyes.residence.city", "set", "Peoria"),
        Change("relief", "set", None),
    )
    told = run("changes", drafted).stdout
    headings = [line for line in told.splitlines() if line in GROUPS]
    assert headings == [group for group in GROUPS if group in headings] and {
        "Parties",
        "Facts",
        "Relief",
    } <= set(headings)
    assert "  added: allegations.wholly-new “Larkspur was told of the copying in March 2024.” (¶ " in told
    assert f"  removed: allegations.{second} " in told and "(was ¶ " in told
    assert (
        f"  changed: allegations.{third} " in told
        and "became “Something else altogether is alleged here.”" in told
    )
    assert "residence.city: “" in told and "became “Peoria”" in told
    number = told.split("(was ¶ ")[1].split(")")[0]
    assert before[f"{number}."].endswith("A fact that goes.")


def test_the_report_as_json_has_both_numbers_of_a_paragraph(drafted, run):
    own = allegations(drafted)[-1]
    change(
        drafted,
        Change("allegations", "add", {"id": "wholly-new", "text": "New."}, ""),
        Change(f"allegations.{own}.text", "set", "Reworded."),
    )
    page = json.loads(run("changes", drafted, "--format", "json").stdout)
    one = next(each for each in page["changes"] if each["path"] == f"allegations.{own}")
    assert page["format"] == 1 and one["act"] == "changed" and one["fields"][0]["after"] == "Reworded."
    assert int(one["paragraphs_now"][0]) == int(one["paragraphs_before"][0]) + 1


def test_only_templates_or_an_included_file_changed_is_said(tmp_path, run):
    (tmp_path / "facts.yaml").write_text(REYES, encoding="utf-8")
    sheet = tmp_path / "reyes.yaml"
    sheet.write_text("schema_version: 1\ninclude: [facts.yaml]\n")
    run("draft", sheet)
    (tmp_path / "facts.yaml").write_text(REYES + "# read again\n", encoding="utf-8")
    assert run("changes", sheet).stdout.splitlines()[1:] == [
        "facts.yaml was changed.",
        "The facts are the same.",
    ]
    firm = tmp_path / "firm"
    firm.mkdir()
    (firm / "complaint.md").write_text(
        (ROOT / "templates" / "complaint.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "facts.yaml").write_text(REYES, encoding="utf-8")
    assert run("changes", sheet, "--templates", firm).stdout.splitlines()[1:] == [
        "The templates or profiles of courts were changed.",
        "The facts are the same.",
    ]


def test_an_earlier_draft_is_named_by_number_or_file(drafted, run):
    change(drafted, Change("plaintiffs.reyes.residence.city", "set", "Peoria"))
    run("draft", drafted, "-o", "second.docx")
    assert run("changes", drafted).stdout.splitlines()[1:] == ["Nothing changed."]
    for since in ("1", "reyes.docx"):
        assert "became “Peoria”" in run("changes", drafted, "--since", since).stdout
    missing = run("changes", drafted, "--since", "7")
    assert missing.returncode == 2 and "no such draft" in missing.stderr and "second.docx" in missing.stderr


def test_a_sheet_never_drafted_is_told_so(tmp_path, run):
    (tmp_path / "reyes.yaml").write_text(REYES, encoding="utf-8")
    told = run("changes", "reyes.yaml")
    assert told.returncode == 2 and "no draft of it is recorded" in told.stderr


def test_what_is_kept_is_for_the_user_alone_and_the_last_twenty(drafted, run):
    from drafter.matter_files.draft_records import record
    from drafter.matter_files.load import load

    loaded = load(drafted)
    for number in range(2, MOST_SNAPSHOTS + 4):
        record(loaded, str(drafted.with_name(f"{number}.docx")), "0" * 64, "ilnd", ("0", ""), {})
    folder = drafted.with_name(".reyes.drafts")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert all(
        stat.S_IMODE(path.stat().st_mode) == 0o600
        for path in [*folder.iterdir(), drafted.with_name(".reyes.drafts.json")]
    )
    assert (
        sorted(int(path.stem) for path in folder.iterdir()) == list(range(4, MOST_SNAPSHOTS + 4))
        and len(drafts_of(str(drafted))) == MOST_SNAPSHOTS + 3
    )
    gone = run("changes", drafted, "--since", "1")
    assert gone.returncode == 2 and "no longer there" in gone.stderr
    assert snapshot_of(str(drafted), MOST_SNAPSHOTS).tree["plaintiffs"] == load(drafted).tree["plaintiffs"]


def test_a_register_of_an_earlier_drafter_still_guards_its_drafts(drafted, run):
    register = drafted.with_name(".reyes.drafts.json")
    page = json.loads(register.read_text())
    register.write_text(json.dumps({name: value for name, value in page.items() if name != "drafts"}))
    assert run("draft", drafted).returncode == 0
    (drafted.parent / "reyes.docx").write_bytes(b"edited")
    assert "was edited since" in run("draft", drafted).stderr


def test_what_the_facts_hold_comes_back_as_it_was():
    tree = parse(REYES, "x")
    assert changed(tree, deepcopy(tree)) == []
    answers = Answers(deepcopy(tree))
    answers.apply(Change("classes", "set", None))
    whole = changed(tree, answers.tree)
    assert [(one.group, one.act) for one in whole] == [("Classes", "removed")] * len(tree["classes"])


OUTLINE = """schema_version: 1
allegations:
  - heading: The Promise
    items:
      - {id: one, text: Acme promised to keep the records private and to tell its customers of any loss within ten days of it.}
      - {id: two, text: Two.}
  - heading: The Breach
    items:
      - {id: three, text: Three.}
      - {id: four, text: Four.}
"""  # noqa: E501


def of_outline(text):
    return [(one.act, one.path, one.fields) for one in changed(parse(OUTLINE, "x"), parse(text, "x"))]


def test_headings_without_ids_are_told_by_their_words():
    added = OUTLINE.replace(
        "  - heading: The Breach",
        "  - heading: The Warning\n    items:\n      - {id: warned, text: Warned.}\n  - heading: The Breach",
    )
    assert of_outline(added) == [
        ("added", "allegations.“The Warning”", ()),
        ("added", "allegations.warned", ()),
    ]


def test_an_allegation_under_another_heading_is_moved():
    moved = OUTLINE.replace("      - {id: two, text: Two.}\n", "") + "      - {id: two, text: Two.}\n"
    assert of_outline(moved) == [("moved", "allegations.two", (("under", "The Promise", "The Breach"),))]


def test_another_order_under_one_heading_is_said_once():
    turned = (
        OUTLINE.replace("      - {id: three, text: Three.}\n", "") + "      - {id: three, text: Three.}\n"
    )
    assert of_outline(turned) == [("moved", "allegations", (("order", "three, four", "four, three"),))]


def test_of_a_long_text_the_words_that_differ_are_shown():
    fields = of_outline(OUTLINE.replace("ten days", "thirty days"))[0][2]
    assert fields == (
        (
            "text",
            "… customers of any loss within ten days of it.",
            "… customers of any loss within thirty days of it.",
        ),
    )


def test_a_sheet_behind_a_symbolic_link_has_one_list_of_drafts(drafted, run, tmp_path):
    link = tmp_path / "link" / "lee.yaml"
    link.parent.mkdir()
    try:
        link.symlink_to(drafted)
    except OSError:
        pytest.skip("the system has no symbolic links here")
    assert run("changes", link).stdout.splitlines()[1:] == ["Nothing changed."]
    run("draft", link, "-o", tmp_path / "second.docx")
    assert [entry.number for entry in drafts_of(str(drafted))] == [1, 2] and [
        path.name for path in link.parent.iterdir()
    ] == ["lee.yaml"]
