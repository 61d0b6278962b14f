"""Versions of the fact sheet's form: every released one stays readable, and an older sheet is brought forward
with its comments, after a yes.

The drafts of the frozen sheets are recorded: `python tests/test_versions.py --write` makes them anew, which
only a change of the templates may ask for, never one of the form.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

from drafter import cli
from drafter.errors import SheetError
from drafter.facts.values import Unknown
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.matter_files.lock import Lock
from drafter.matter_files.provenance import trace
from drafter.tree.answers import Change, same
from drafter.yamltext.migrations import Alter, Move, Split
from drafter.yamltext.read import parse, read_sheet
from drafter.yamltext.rewrite import apply
from drafter.yamltext.steps import NotForward
from drafter.yamltext.versions import MIGRATIONS, current, forward, text_forward

FROZEN = Path(__file__).parent / "fixtures" / "versions"
SHEETS = sorted(FROZEN.glob("*/*.yaml"))


# --- what was released
# ------------------------------------------------------------------------------------------------------------


def test_every_version_ever_released_has_frozen_sheets():
    assert sorted(int(folder.name) for folder in FROZEN.iterdir()) == list(range(1, current() + 1))
    for number in range(1, current() + 1):
        sheets = list((FROZEN / str(number)).rglob("*.yaml"))
        assert all(read_sheet(path)[1]["schema_version"] == str(number) for path in sheets)
        assert any("include" in read_sheet(path)[1] for path in sheets) and any(
            "\n    #" in path.read_text(encoding="utf-8") for path in sheets
        )


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_frozen_sheet_gives_the_draft_that_was_recorded(path, run):
    assert run("draft", "--text", path).stdout == path.with_suffix(".txt").read_text(encoding="utf-8")


# --- an older form, made up by these tests
# ---------------------------------------------------------------------------------------------

OLD = """# Lee's matter
schema_version: 1   # the form
matter: Lee v. Acme
# where it is filed
court:
  id: cand
plaintiffs:
  # the first who called
  - id: lee
    full_name: Ann Lee   # as on her license
    # she moved in 2015
    town: San Jose
    residence:
      # the county decides the division
      county: Santa Clara
  - id: roe
    town: {unknown: ask her}
    born: 1980
counsel:
  - id: stone
    firm: Stone LLP
    # two lines
    office: |
      1 Main Street
      Oakland
allegations:
  - heading: The Breach
    items:
      - id: taken
        words: The records were taken.  # to be checked
  - id: told
    words: Acme told nobody.
defendants: [{id: acme, kind: corporation, name: Acme Corp.}]
claims: [{id: one, theories: [sca-2702-a1-ecs]}]
# the prayer
fees: [a statute]
"""


def two_lines(text):
    street, _, city = text.partition("\n")
    if not city:
        raise ValueError("write the street and the city on two lines")
    return street, city


def code(text):
    return {"santa clara": "Santa Clara County"}.get(text.lower(), text)


STEPS = (
    Move("plaintiffs.*", "full_name", "name"),
    Move("plaintiffs.*", "town", "residence.city"),
    Move("plaintiffs.*", "born", "citizenship.since"),
    Move("allegations.**", "words", "text"),
    Split("counsel.*", "office", ("telephone", "fax"), two_lines),
    Alter("plaintiffs.*.residence", "county", code),
    Move("", "fees", "relief.fee_grounds"),
)


@pytest.fixture
def second(monkeypatch):
    """A drafter whose present version is the second."""
    monkeypatch.setitem(MIGRATIONS, current(), STEPS)


@pytest.fixture
def old(second, tmp_path):
    """A sheet of the version before."""
    (tmp_path / "lee").mkdir()
    sheet = tmp_path / "lee" / "lee.yaml"
    sheet.write_text(OLD, encoding="utf-8")
    return sheet


def drafter(capsys, *words):
    """The command in this process, with the steps above; gives code, output and errors."""
    capsys.readouterr()
    code = cli.main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_tree_is_brought_forward_and_stays_as_it_was(second):
    before = parse(OLD, "x")
    tree, told = forward(before, 1)
    assert same(before, parse(OLD, "x"))
    assert tree["plaintiffs"] == [
        {"id": "lee", "name": "Ann Lee", "residence": {"county": "Santa Clara County", "city": "San Jose"}},
        {"id": "roe", "residence": {"city": Unknown("ask her")}, "citizenship": {"since": "1980"}},
    ]
    assert tree["counsel"] == [
        {"id": "stone", "firm": "Stone LLP", "telephone": "1 Main Street", "fax": "Oakland\n"}
    ]
    assert (
        tree["allegations"][0]["items"][0]["text"] == "The records were taken."
        and tree["allegations"][1]["text"] == "Acme told nobody."
    )
    assert (
        tree["relief"] == {"fee_grounds": ["a statute"]}
        and "fees" not in tree
        and tree["schema_version"] == "2"
    )
    assert told == [
        "plaintiffs.lee.full_name becomes plaintiffs.lee.name",
        "plaintiffs.lee.town becomes plaintiffs.lee.residence.city",
        "plaintiffs.roe.town becomes plaintiffs.roe.residence.city",
        "plaintiffs.roe.born becomes plaintiffs.roe.citizenship.since",
        "allegations.taken.words becomes allegations.taken.text",
        "allegations.told.words becomes allegations.told.text",
        "counsel.stone.office becomes telephone and fax",
        "plaintiffs.lee.residence.county: “Santa Clara” becomes “Santa Clara County”",
        "fees becomes relief.fee_grounds",
    ]


def test_the_text_keeps_every_comment_and_every_line_that_is_not_concerned(second):
    text, _ = text_forward(OLD, "x")
    assert same(parse(text, "x"), forward(parse(OLD, "x"), 1)[0])
    assert text.startswith(
        "# Lee's matter\nschema_version: 2   # the form\nmatter: Lee v. Acme\n# where it is filed\ncourt:\n "
        " id: cand\n"
    )
    assert "    name: Ann Lee   # as on her license\n" in text
    assert (
        "      # the county decides the division\n      county: Santa Clara County\n      # she moved in"
        " 2015\n      city: San Jose\n" in text
    )
    assert (
        "        text: The records were taken.  # to be checked\n" in text
        and "    # two lines\n    telephone: 1 Main Street\n" in text
    )
    assert (
        "# the prayer\nrelief:\n" in text or "relief:\n  # the prayer\n  fee_grounds: [a statute]\n" in text
    )
    assert "place is gone" not in text


def test_a_comment_whose_place_is_gone_stands_at_the_end(second):
    text, _ = text_forward(
        "schema_version: 1\nplaintiffs:\n  - town: Oakland # first behind a dash\n    id: lee\n", "x"
    )
    assert (
        parse(text, "x")["plaintiffs"] == [{"id": "lee", "residence": {"city": "Oakland"}}]
        and text.count("# first behind a dash") == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "schema_version: 1\nplaintiffs: [{id: lee, town: Oakland, full_name: Lee}] # all in one line\n",
        "schema_version: 1\nplaintiffs:\n- id: lee\n  'town': 'Oakland # no comment'\n  # mine\n",
        (
            "schema_version: 1\nplaintiffs:\n    - residence: {county: X}\n      town: |\n        Two\n      "
            "  # no comment either\n      id: lee\n"
        ),
        (
            "schema_version: 1\nplaintiffs:\n  - {id: lee, drop: true, why: not here}\n  - {id: roe, town:"
            " {clear: true}, after: lee}\n"
        ),
        "schema_version: 1\n",
    ],
)
def test_text_and_tree_agree_whatever_the_layout(second, text):
    done, _ = text_forward(text, "x")
    assert same(parse(done, "x"), forward(parse(text, "x"), 1)[0])
    assert done.count("#") == text.count("#")
    assert text_forward(done, "x") == (done, [])


def test_three_versions_are_gone_through_one_by_one(second, monkeypatch):
    monkeypatch.setitem(
        MIGRATIONS, 2, (Move("plaintiffs.*", "name", "called"), Alter("", "matter", str.upper))
    )
    text, told = text_forward(OLD, "x")
    assert (
        "schema_version: 3   # the form" in text
        and "    called: Ann Lee   # as on her license" in text
        and told[-1] == "matter: “Lee v. Acme” becomes “LEE V. ACME”"
    )
    later, _ = text_forward(text_forward(OLD, "x")[0], "x")
    assert later == text


# --- in memory
# ------------------------------------------------------------------------------------------------------------


def test_an_old_sheet_is_drafted_and_checked_in_memory_and_it_is_said(old, capsys, monkeypatch):
    monkeypatch.chdir(old.parent)
    before = {path: path.read_bytes() for path in old.parent.iterdir()}
    status, out, err = drafter(capsys, "draft", "--text", old)
    assert status in (0, 1), err
    assert "Ann Lee" in out and "The records were taken." in out
    assert (
        f"{old} is of version 1 of the fact sheet’s form and was read as one of version 2; nothing of it was"
        f" changed. To save it so: drafter migrate {old}" in err
    )
    assert drafter(capsys, "check", old)[0] in (0, 1)
    assert {path: path.read_bytes() for path in old.parent.iterdir()} == before


def test_a_value_of_an_old_sheet_is_traced_to_the_line_that_set_it(old, capsys):
    told = drafter(capsys, "where", old)[1]
    lines = OLD.split("\n")
    for path, words in [
        ("plaintiffs.lee.name: Ann Lee", "full_name"),
        ("plaintiffs.lee.residence.city: San Jose", "town: San"),
        ("plaintiffs.lee.residence.county: Santa Clara County", "county: Santa"),
        ("counsel.stone.fax: Oakland", "office"),
        ("allegations.taken.text", "words: The"),
    ]:
        number = next(number for number, line in enumerate(lines, 1) if words in line)
        assert any(line.startswith(path) and f"({old}:{number})" in line for line in told.splitlines()), (
            path,
            number,
        )


def test_a_mistake_in_an_old_sheet_is_told_with_its_line(old):
    old.write_text(OLD.replace("firm: Stone", "frm: Stone"), encoding="utf-8")
    with pytest.raises(SheetError, match=r"lee.yaml:21: “frm” is not a field here"):
        load(old)


def test_included_files_of_an_older_version_are_read_in_memory(old, capsys):
    sheet = old.with_name("new.yaml")
    sheet.write_text(
        "schema_version: 2\ninclude: [lee.yaml]\nplaintiffs:\n  - id: lee\n    name: Anna Lee\n",
        encoding="utf-8",
    )
    before = old.read_bytes()
    loaded = load(sheet)
    assert (
        loaded.tree["plaintiffs"][0]["name"] == "Anna Lee"
        and loaded.tree["plaintiffs"][0]["residence"]["city"] == "San Jose"
    )
    assert "lee.yaml is of version 1" in loaded.notes[0]
    origin = trace(loaded.layers).of("plaintiffs.lee.name")
    assert (origin.line, origin.over.line) == (5, 10)
    keeper = EditingSession.open(sheet)
    keeper.record(Change("plaintiffs.lee.residence.city", "set", "Oakland"))
    keeper.close()
    assert load(sheet).tree["plaintiffs"][0]["residence"]["city"] == "Oakland" and old.read_bytes() == before
    assert "lee.yaml is of version 1" in drafter(capsys, "migrate", sheet)[1]


def test_an_old_sheet_may_include_a_file_of_this_version(old):
    (old.parent / "base.yaml").write_text(
        "schema_version: 2\nplaintiffs:\n  - {id: lee, name: Ann B. Lee, short: Lee}\n", encoding="utf-8"
    )
    old.write_text(OLD.replace("matter:", "include: [base.yaml]\nmatter:"), encoding="utf-8")
    assert load(old).tree["plaintiffs"][0] | {"residence": 0} == {
        "id": "lee",
        "name": "Ann Lee",
        "short": "Lee",
        "residence": 0,
    }


def test_facts_kept_of_a_draft_are_brought_forward_too(old, capsys, monkeypatch):
    monkeypatch.chdir(old.parent)
    with monkeypatch.context() as before:
        before.delitem(MIGRATIONS, 1)
        text = """schema_version: 1
matter: Lee v. Acme
court: {id: cand}
plaintiffs:
  - {id: lee, name: Ann Lee}
defendants: [{id: acme, kind: corporation, name: Acme Corp.}]
claims: [{id: one, theories: [sca-2702-a1-ecs]}]
"""
        old.write_text(text, encoding="utf-8")
        assert drafter(capsys, "draft", old)[0] == 1
    kept = old.with_name(".lee.drafts") / "1.json"
    kept.write_text(
        kept.read_text(encoding="utf-8").replace('"name": "Ann Lee"', '"full_name": "Ann Lee"'),
        encoding="utf-8",
    )
    old.write_text(text.replace("name: Ann", "full_name: Ann"), encoding="utf-8")
    assert drafter(capsys, "changes", old)[1].splitlines()[1:] == ["Nothing changed."]


def test_a_search_shows_the_paths_of_this_version(old, capsys):
    assert "--at plaintiffs.lee.residence.city" in drafter(capsys, "find", "jose", "--in", old.parent)[1]


# --- saving it
# ------------------------------------------------------------------------------------------------------------


def test_without_a_terminal_and_a_yes_the_list_is_shown_and_nothing_saved(old, capsys):
    status, out, err = drafter(capsys, "migrate", old)
    assert status == 2 and "plaintiffs.lee.full_name becomes plaintiffs.lee.name" in out
    assert (
        err == "drafter: nothing was changed: there is no terminal to ask at\n  To save it: drafter migrate"
        f" {old} --yes\n"
    )
    assert old.read_text(encoding="utf-8") == OLD and [path.name for path in old.parent.iterdir()] == [
        "lee.yaml"
    ]


@pytest.mark.parametrize(("typed", "is_saved"), [("yes", True), ("no", False), ("", False)])
def test_at_a_terminal_it_is_saved_after_a_typed_yes(old, capsys, monkeypatch, typed, is_saved):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda prompt: typed)
    assert drafter(capsys, "migrate", old)[0] == 0
    assert (old.read_text(encoding="utf-8") != OLD) is is_saved


def test_after_a_yes_it_is_saved_and_the_file_as_it_was_is_kept(old, capsys):
    status, out, _ = drafter(capsys, "migrate", old, "--yes")
    assert status == 0 and "Saved: " in out
    saved, key = old.read_text(encoding="utf-8"), str(load(old).tree["anchor_key"])
    assert re.fullmatch("[a-z]{26}", key)
    assert saved.replace(f"anchor_key: {key}\n", "") == text_forward(OLD, "x")[0]
    kept = old.with_name(".lee.yaml.v1.bak")
    assert kept.read_text(encoding="utf-8") == OLD and sorted(path.name for path in old.parent.iterdir()) == [
        ".lee.yaml.v1.bak",
        "lee.yaml",
    ]
    again = drafter(capsys, "migrate", old, "--yes")
    assert again[0] == 0 and "there is nothing to do" in again[1] and kept.read_text(encoding="utf-8") == OLD
    assert load(old).notes == []


def test_an_earlier_file_that_was_kept_is_not_written_over(old, capsys):
    old.with_name(".lee.yaml.v1.bak").write_text("another", encoding="utf-8")
    drafter(capsys, "migrate", old, "--yes")
    assert (
        old.with_name(".lee.yaml.v1.bak").read_text(encoding="utf-8") == "another"
        and old.with_name(".lee.yaml.v1.2.bak").read_text(encoding="utf-8") == OLD
    )


def test_line_ends_mark_and_mode_stay(old, capsys):
    old.write_bytes(b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode())
    old.chmod(0o640)
    drafter(capsys, "migrate", old, "--yes")
    data = old.read_bytes()
    assert (
        data.startswith(b"\xef\xbb\xbf")
        and data.count(b"\n") == data.count(b"\r\n")
        and old.stat().st_mode & 0o777 == 0o640
    )


def test_a_sheet_that_is_open_is_not_saved(old, capsys):
    lock = Lock.take(old)
    status, _, err = drafter(capsys, "migrate", old, "--yes")
    lock.release()
    assert status == 2 and "is open: " in err and old.read_text(encoding="utf-8") == OLD


# --- and what it meets
# ------------------------------------------------------------------------------------------------------------


def unsaved(sheet, *changes):
    """Leave answers beside `sheet` as a session of the version before left them when it was killed."""
    from drafter.matter_files.journal import Writer

    writer = Writer(sheet, read_sheet(sheet)[0].sha256)
    for change in changes:
        writer.change(change)
    writer.remember("at", "court.judge")
    writer.close()


def test_answers_that_were_not_saved_yet_go_into_the_sheet_first(old, capsys):
    unsaved(
        old,
        Change("plaintiffs.lee.full_name", "set", "Anna Lee"),
        Change("plaintiffs.lee.town", "set", "Oakland"),
    )
    loaded = load(old)
    assert loaded.tree["plaintiffs"][0]["name"] == "Anna Lee" and any(
        "2 answers not saved yet" in note for note in loaded.notes
    )
    out = drafter(capsys, "migrate", old, "--yes")[1]
    assert "2 answers not saved yet: from its journal into the sheet" in out
    assert (
        "name: Anna Lee   # as on her license" in old.read_text(encoding="utf-8")
        and load(old).tree["plaintiffs"][0]["residence"]["city"] == "Oakland"
    )
    keeper = EditingSession.open(old)
    assert keeper.note == [] and keeper.recall("at") == "court.judge"
    keeper.close()


def test_answers_over_what_an_old_sheet_includes_go_along(old, capsys):
    sheet = old.with_name("own.yaml")
    sheet.write_text("schema_version: 1\ninclude: [lee.yaml] # all of it\n", encoding="utf-8")
    unsaved(sheet, Change("plaintiffs.lee.full_name", "set", "Anna Lee"))
    assert load(sheet).tree["plaintiffs"][0]["name"] == "Anna Lee"
    drafter(capsys, "migrate", sheet, "--yes")
    made = parse(sheet.read_text(encoding="utf-8"), "x")
    assert made == {
        "schema_version": "2",
        "anchor_key": made["anchor_key"],
        "include": ["lee.yaml"],
        "plaintiffs": [{"id": "lee", "name": "Anna Lee"}],
    }
    assert "# all of it" in sheet.read_text(encoding="utf-8")


def test_answers_given_over_another_version_of_an_included_file_stop_it(old, capsys):
    sheet = old.with_name("own.yaml")
    sheet.write_text("schema_version: 1\ninclude: [lee.yaml]\n", encoding="utf-8")
    unsaved(sheet, Change("plaintiffs.lee.full_name", "set", "Anna Lee"))
    drafter(capsys, "migrate", old, "--yes")
    before = {path: path.read_bytes() for path in old.parent.iterdir()}
    status, _, err = drafter(capsys, "migrate", sheet, "--yes")
    assert status == 2 and "answers stand beside the sheet that were given in version 1" in err
    assert {path: path.read_bytes() for path in old.parent.iterdir()} == before


def test_a_session_asks_before_it_brings_a_sheet_forward(old):
    with pytest.raises(
        SheetError, match=r"is of version 1 .*\n  plaintiffs.lee.full_name becomes .*(\n.*)*drafter migrate"
    ):
        EditingSession.open(old)
    assert old.read_text(encoding="utf-8") == OLD and [path.name for path in old.parent.iterdir()] == [
        "lee.yaml"
    ]
    asked = []
    keeper = EditingSession.open(old, decide=lambda conflict: asked.append(conflict) or "migrate")
    keeper.record(Change("plaintiffs.lee.residence.city", "set", "Oakland"))
    keeper.close()
    assert asked[0].kind == "version" and set(asked[0].choices) == {"migrate", "stop"}
    assert (
        load(old).tree["plaintiffs"][0]["residence"]["city"] == "Oakland"
        and old.with_name(".lee.yaml.v1.bak").read_text(encoding="utf-8") == OLD
    )


@pytest.mark.parametrize(("typed", "is_saved"), [("1\n", True), ("2\n", False), ("", False)])
def test_the_interview_shows_the_list_and_asks(old, capsys, monkeypatch, typed, is_saved):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    status, out, err = drafter(capsys, "edit", old, "--plain")
    assert (
        status == 2
        and "plaintiffs.lee.full_name becomes plaintiffs.lee.name" in out
        and "Save it as version 2" in out
    )
    assert (old.read_text(encoding="utf-8") != OLD) is is_saved
    assert (
        is_saved
        or err.endswith(f"Nothing was changed. To save it so: drafter migrate {old}\n")
        and [path.name for path in old.parent.iterdir()] == ["lee.yaml"]
    )


@pytest.mark.parametrize(
    "words",
    [["accept", "JUR-001", "--by", "A. Roe", "--why", "x"], ["import", "plaintiffs"], ["profile", "save"]],
)
def test_commands_that_write_refuse_an_old_sheet_with_the_command_to_run(old, capsys, monkeypatch, words):
    monkeypatch.setenv("DRAFTER_PROFILES", str(old.parents[1] / "profiles"))
    (old.parents[1] / "rows.csv").write_text("Name\nAnn Poe\n", encoding="utf-8")
    rest = {
        "accept": [old, *words[1:]],
        "import": ["plaintiffs", old.parents[1] / "rows.csv", old, "--map", "Name=name"],
        "profile": ["save", old, "defendants.acme", "acme", "--use"],
    }[words[0]]
    status, _, err = drafter(capsys, words[0], *rest)
    assert status == 2 and f"drafter migrate {old}" in err and old.read_text(encoding="utf-8") == OLD


def test_an_answer_for_the_profile_stops_at_a_profile_of_an_older_version(old):
    sheet = old.with_name("new.yaml")
    sheet.write_text("schema_version: 2\ninclude: [lee.yaml]\n", encoding="utf-8")
    keeper = EditingSession.open(sheet)
    with pytest.raises(SheetError, match="lee.yaml is of version 1"):
        keeper.record_there(Change("plaintiffs.lee.name", "set", "Anna Lee"))
    keeper.close()
    assert old.read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            OLD.replace("    full_name", "    name: Anna\n    full_name"),
            (
                "lee.yaml:11: this sheet of version 1 cannot be brought forward: full_name is to become"
                " plaintiffs.lee.name, where something else stands"
            ),
        ),
        (
            OLD.replace("      1 Main Street\n", ""),
            (
                "lee.yaml:23: this sheet of version 1 cannot be brought forward: write the street and the"
                " city on two lines"
            ),
        ),
        (
            OLD.replace("office: |\n      1 Main Street\n      Oakland", "office: [a, b]"),
            "one piece of text is expected here",
        ),
        (
            OLD.replace(
                "residence:\n      # the county decides the division\n      county: Santa Clara",
                "residence: {unknown: ask}",
            ),
            "town is to become plaintiffs.lee.residence.city, where something else stands",
        ),
    ],
)
def test_what_cannot_be_brought_forward_is_refused_with_its_line(old, capsys, text, words):
    old.write_text(text, encoding="utf-8")
    for command in (["migrate", old, "--yes"], ["check", old], ["draft", old]):
        status, out, err = drafter(capsys, *command)
        assert (status, out) == (2, "") and words in err and len(err.splitlines()) == 2
    assert old.read_text(encoding="utf-8") == text and [path.name for path in old.parent.iterdir()] == [
        "lee.yaml"
    ]


@pytest.mark.parametrize("command", [["migrate"], ["check"], ["draft"], ["edit", "--plain"]])
def test_a_newer_sheet_is_refused_with_the_command_that_upgrades(tmp_path, run, command):
    sheet = tmp_path / "lee.yaml"
    sheet.write_text("schema_version: 99\n", encoding="utf-8")
    done = run(command[0], sheet, *command[1:])
    assert (
        done.returncode == 2
        and "pip install --upgrade drafter" in done.stderr
        and "lee.yaml:1: " in done.stderr
    )
    assert sheet.read_text(encoding="utf-8") == "schema_version: 99\n" and {
        path.name for path in tmp_path.iterdir()
    } <= {"lee.yaml", "cache"}


def test_a_sheet_changed_after_the_list_was_shown_is_not_saved(old, monkeypatch):
    from drafter.matter_files.upgrade import carry_out, planned

    plan = planned(old)
    old.write_text(apply(OLD, [Change("matter", "set", "Lee")]), encoding="utf-8")
    with pytest.raises(SheetError, match="was changed since"):
        carry_out(plan)
    assert "v1" not in json.dumps([path.name for path in old.parent.iterdir()])


def test_a_step_that_loses_something_is_found_by_the_tree(second):
    with pytest.raises(NotForward):
        forward(parse("schema_version: 1\nfees: [a]\nrelief: {fee_grounds: [b]}\n", "x"), 1)


if __name__ == "__main__" and "--write" in sys.argv:
    import subprocess

    for sheet in SHEETS:
        made = subprocess.run(
            [sys.executable, "-m", "drafter", "draft", "--text", str(sheet)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        )
        sheet.with_suffix(".txt").write_text(made.stdout, encoding="utf-8")
