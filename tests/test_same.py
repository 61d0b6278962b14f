"""The comparison of two revisions tells a difference, and lets pass what a named mend explains."""

import same
import yaml


def rows(tmp_path, *rows):
    path = tmp_path / "mends.yaml"
    path.write_text(yaml.safe_dump(list(rows)), encoding="utf-8")
    return same.Mends(path)


def test_a_changed_line_is_told_with_its_artifact():
    then, now = {"text/out": ["1. A.", "2. B."], "gone": ["x"]}, {"text/out": ["1. A.", "2. C."]}
    assert list(same.differences(then, now)) == [("gone", ["-x"]), ("text/out", ["-2. B.", "+2. C."])]


def test_a_row_explains_its_own_lines_and_no_others(tmp_path):
    mends = rows(
        tmp_path, {"case": "sample:*", "lines": "Ex\\. A", "why": "exhibits are cited", "test": "test_x"}
    )
    assert mends.left("sample:mireles", "text/out", ["+(Ex. A.)", "+61TH"]) == ["+61TH"]
    assert mends.left("filing:mireles", "text/out", ["+(Ex. A.)"]) == ["+(Ex. A.)"]
    assert mends.idle() == []


def test_what_a_row_takes_out_of_both_sides_explains_lines_that_then_agree(tmp_path):
    spaces = {"same": "[ \u00a0]", "why": "hard spaces", "test": "test_x"}
    harm = {"artifact": "text/*", "same": "Shewastherebyharmed\\.", "why": "conclusions", "test": "test_x"}
    mends = rows(tmp_path, spaces, harm)
    changed = ["-1. See § 5.", "-2. Gone.", "+1. See §\u00a05. She was thereby harmed.", "+3. New."]
    assert mends.left("sample:reyes", "text/out", changed) == ["-2. Gone.", "+3. New."]
    assert mends.left("sample:reyes", "check/out", changed) == changed
    assert mends.idle() == []


def test_a_row_that_explains_nothing_is_told(tmp_path):
    assert rows(tmp_path, {"lines": "never", "why": "a mend undone", "test": "test_x"}).idle() == [
        "a mend undone"
    ]


def test_what_no_two_runs_share_is_made_alike():
    assert same.alike(["FINGER 0123456789abcdef0123", "drafter 0.1.0 in /tmp/x/a at 10:11:12"], "/tmp/x") == [
        "FINGER HASH",
        "drafter VERSION in FOLDER/a at TIME",
    ]


def test_each_row_of_the_mends_names_a_test_that_there_is():
    text = "\n".join(path.read_text(encoding="utf-8") for path in (same.ROOT / "tests").glob("test_*.py"))
    assert [row for row in same.Mends(same.MENDS).rows if f"def {row['test']}(" not in text] == []
