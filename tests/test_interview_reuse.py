"""The interview over included files: where answers come from, changing them here or there, beginning from
profiles and saving them.
"""

from __future__ import annotations

import io
import shutil
import stat
import sys
from copy import deepcopy

import pytest
from conftest import SAMPLES_FOLDER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scripted import Scripted

from drafter.errors import OutputError, SheetError
from drafter.interview.asking import Back, Leave
from drafter.interview.engine import run as interview
from drafter.interview.fronts.plain import PlainAsker
from drafter.interview.menu_screen import ADD, DONE
from drafter.interview.profiles import SAVE
from drafter.library import open_library
from drafter.matter_files import inherited as inherit
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.matter_files.lock import Lock
from drafter.matter_files.nearby import sharing
from drafter.tree.answers import Answers, Change, same
from drafter.yamltext.read import parse

PROFILE = """schema_version: 1
# Looked up by the paralegal.
defendants:
  - id: acme
    name: Acme, Inc.   # as registered
    kind: corporation
    incorporated_in: DE
    principal_place_of_business:
      city: Fresno
      state: CA
    business: sells anvils
    checked: 2026-02-01
  - id: beta
    name: Beta LLC
    kind: llc
allegations:
  - heading: Acme Lost the Records
    items:
      - id: taken
        text: |
          The records were taken.

          They were never found.
      - id: told
        text: Acme told nobody.
nature: [First sentence., Second sentence.]
"""
SHEET = """schema_version: 1
include:
  - ../profiles/acme.yaml
matter: Lee v. Acme   # ours
court: {id: cand, filing_date: 2026-12-01}
"""
WHERE = "where to change it"


@pytest.fixture(autouse=True)
def own_profiles(tmp_path, monkeypatch):
    """The user's profiles of one test."""
    monkeypatch.setenv("DRAFTER_PROFILES", str(tmp_path / "user"))
    return tmp_path / "user"


@pytest.fixture
def profile(tmp_path):
    """A root of matters, with a profile and two sheets that include it."""
    (tmp_path / ".drafter-root").touch()
    for folder in ("profiles", "lee", "kim", "user"):
        (tmp_path / folder).mkdir()
    (tmp_path / "profiles" / "acme.yaml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "lee" / "lee.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "kim" / "kim.yaml").write_text(SHEET.replace("Lee", "Kim"), encoding="utf-8")
    return tmp_path / "profiles" / "acme.yaml"


@pytest.fixture
def lee(profile):
    return profile.parents[1] / "lee" / "lee.yaml"


@pytest.fixture
def session():
    """Run a session on a sheet with a script that leaves at its end, and save; gives the asker."""

    def go(sheet, *script, at=""):
        keeper = EditingSession.open(sheet)
        asker = Scripted(*script, ("", Leave))
        try:
            interview(keeper, asker, at=at)
        finally:
            keeper.close()
        assert asker.script == [], f"not asked: {asker.script}"
        return asker

    return go


def own(sheet):
    return parse(sheet.read_text(encoding="utf-8"), "x")


# --- where an answer comes from
# ------------------------------------------------------------------------------------------------------------


def test_a_field_says_which_file_and_line_its_answer_comes_from_before_it_is_changed(lee, session):
    asker = session(lee, ("name", Back), at="defendants.acme.name")
    assert asker.seen[0].notes == ("From ../profiles/acme.yaml, line 5.",)
    assert session(lee, at="matter").seen[0].notes == ()


def test_the_rows_of_a_form_and_of_a_list_say_it_briefly(lee, session, monkeypatch):
    rows = {}
    plain = Scripted.menu
    monkeypatch.setattr(
        Scripted,
        "menu",
        lambda self, prompt, shown, keys=(), at="": (
            rows.update({(prompt.title, row.key): row.note for row in shown})
            or plain(self, prompt, shown, keys, at)
        ),
    )
    session(
        lee,
        ("defendant", "name"),
        ("name", "Acme Corp."),
        (WHERE, "here"),
        ("defendant", DONE),
        at="defendants.acme",
    )
    session(lee, ("defendants", DONE), at="defendants")
    assert (
        rows["defendant", "incorporated_in"] == "Delaware (from acme.yaml)"
        and rows["defendant", "address"] == "not asked"
    )
    assert rows["defendant", "name"] == "Acme Corp."
    assert rows["defendants", "acme"] == "from acme.yaml, changed here"
    assert rows["defendants", "beta"].endswith("from acme.yaml")


def test_which_other_sheets_include_a_file_is_found_over_steps_and_circles(profile, lee):
    root = profile.parents[1]
    (root / "kim" / "over.yaml").write_text("schema_version: 1\ninclude: kim.yaml\n", encoding="utf-8")
    (root / "kim" / "round.yaml").write_text("schema_version: 1\ninclude: [round.yaml]\n", encoding="utf-8")
    (root / "kim" / "broken.yaml").write_text("schema_version: 1\ninclude: [\n", encoding="utf-8")
    assert sharing(str(profile), lee) == ["../kim/kim.yaml", "../kim/over.yaml"]


# --- here or there
# ------------------------------------------------------------------------------------------------------------


def test_a_changed_answer_is_for_this_sheet_alone_where_the_person_says_so(profile, lee, session):
    asker = session(lee, ("name", "Acme Corp."), (WHERE, "here"), at="defendants.acme.name")
    prompt = asker.seen[1]
    assert prompt.notes == [
        "“Acme, Inc.” comes from ../profiles/acme.yaml, line 5.",
        "A change there is also for ../kim/kim.yaml.",
    ]
    assert profile.read_text(encoding="utf-8") == PROFILE and own(lee)["defendants"] == [
        {"id": "acme", "name": "Acme Corp."}
    ]


def test_in_the_file_it_is_changed_for_every_sheet_with_its_comments_kept_and_no_copy_here(
    profile, lee, session, run
):
    kim = profile.parents[1] / "kim" / "kim.yaml"
    run("draft", kim)
    asker = session(lee, ("name", "Acme Corp."), (WHERE, "there"), at="defendants.acme.name")
    assert "Changed in ../profiles/acme.yaml." in asker.said
    assert profile.read_text(encoding="utf-8") == PROFILE.replace(
        "name: Acme, Inc.   # as registered", "name: Acme Corp.   # as registered"
    )
    assert profile.with_name(".acme.yaml.bak").read_text(encoding="utf-8") == PROFILE
    assert (
        lee.read_text(encoding="utf-8") == SHEET and load(kim).tree["defendants"][0]["name"] == "Acme Corp."
    )
    assert not list(profile.parent.glob(".*.journal*")) and not list(profile.parent.glob(".*.lock"))


def test_the_other_sheets_are_told_by_a_check(profile, lee, session, run):
    kim = profile.parents[1] / "kim" / "kim.yaml"
    kim.write_text(
        SHEET.replace(
            "court:",
            "plaintiffs: [{id: kim, name: Ada Kim, kind: individual}]\nclaims: [{id: negligence, theories:"
            " [ca-negligence], by: [kim], against: [acme]}]\ncourt:",
        ),
        encoding="utf-8",
    )
    assert run("draft", kim).returncode == 1 and "DOC-013" not in run("check", kim).stdout
    session(lee, ("name", "Acme Corp."), (WHERE, "there"), at="defendants.acme.name")
    told = run("check", kim).stdout
    assert "DOC-013" in told and "acme.yaml was changed since draft 1" in told and "defendants.acme" in told


def test_the_same_answer_and_the_sheets_own_are_not_asked_about(lee, session):
    session(
        lee,
        ("name", "Acme, Inc."),
        ("defendant", "short"),
        ("short name", "Acme"),
        ("defendant", "short"),
        ("short name", "ACME"),
        at="defendants.acme.name",
    )


def test_it_is_asked_once_where_it_is_to_hold_for_the_sitting(profile, lee, session):
    session(
        lee,
        ("name", "Acme Corp."),
        (WHERE, "there always"),
        ("defendant", "business"),
        ("what the defendant does", "sells rockets"),
        at="defendants.acme.name",
    )
    assert "sells rockets" in profile.read_text(encoding="utf-8") and lee.read_text(encoding="utf-8") == SHEET
    session(
        lee,
        ("name", "Acme Co."),
        (WHERE, "here always"),
        ("defendant", "business"),
        ("what the defendant does", "sells kites"),
        at="defendants.acme.name",
    )
    assert own(lee)["defendants"] == [{"id": "acme", "name": "Acme Co.", "business": "sells kites"}]


def test_going_back_from_that_question_leads_to_the_field_with_what_was_typed(profile, lee, session):
    asker = session(
        lee,
        ("name", "Acme Corp."),
        (WHERE, Back),
        ("name", "Acme Co."),
        (WHERE, "here"),
        at="defendants.acme.name",
    )
    assert asker.seen[2].text == "Acme Corp." and own(lee)["defendants"][0]["name"] == "Acme Co."


def test_leaving_from_that_question_changes_nothing_and_keeps_what_was_typed(profile, lee, session):
    session(lee, ("name", "Acme Corp."), at="defendants.acme.name")
    assert lee.read_text(encoding="utf-8") == SHEET and profile.read_text(encoding="utf-8") == PROFILE
    assert session(lee, at="defendants.acme.name").seen[0].text == "Acme Corp."


def test_a_change_in_the_file_is_taken_back_as_any_other(profile, lee, session):
    asker = session(
        lee,
        ("defendant", "name"),
        ("name", "Acme Corp."),
        (WHERE, "there"),
        ("defendant", "short"),
        ("short name", "Acme"),
        ("defendant", ("", "undo")),
        ("defendant", ("", "undo")),
        ("defendant", ("", "undo")),
        at="defendants.acme",
    )
    assert asker.said.count("Taken back.") == 2 and "There is nothing to take back here." in asker.said
    assert profile.read_text(encoding="utf-8") == PROFILE and lee.read_text(encoding="utf-8") == SHEET


def test_an_answer_taken_out_in_the_file_is_brought_back_there(profile, lee, session):
    session(
        lee, ("defendant", ("principal_place_of_business", "clear")), (WHERE, "there"), at="defendants.acme"
    )
    assert (
        "principal_place" not in profile.read_text(encoding="utf-8")
        and lee.read_text(encoding="utf-8") == SHEET
    )
    profile.write_text(PROFILE, encoding="utf-8")
    session(
        lee,
        ("defendant", ("principal_place_of_business", "clear")),
        (WHERE, "there"),
        ("defendant", ("", "undo")),
        at="defendants.acme",
    )
    assert same(own(profile), parse(PROFILE, "x")) and lee.read_text(encoding="utf-8") == SHEET


def test_taking_back_is_refused_in_words_where_the_file_says_something_else_by_now(profile, lee):
    keeper = EditingSession.open(lee)

    class Meanwhile(Scripted):
        def menu(self, prompt, rows, keys=(), at=""):
            if self.script[0][1] == ("", "undo"):
                profile.write_text(
                    profile.read_text(encoding="utf-8").replace("Acme Corp.", "Acme GmbH"), encoding="utf-8"
                )
            return super().menu(prompt, rows, keys, at)

    asker = Meanwhile(("name", "Acme Corp."), (WHERE, "there"), ("defendant", ("", "undo")), ("", Leave))
    interview(keeper, asker, at="defendants.acme.name")
    keeper.close()
    assert any("It cannot be taken back" in line and "says something else" in line for line in asker.said)
    assert "Acme GmbH" in profile.read_text(encoding="utf-8") and lee.read_text(encoding="utf-8") == SHEET


def test_a_list_of_texts_and_a_removed_entry(profile, lee, session):
    asker = session(lee, ("nature", ("1", "remove")), (WHERE, "there"), ("nature", DONE), at="nature")
    assert own(profile)["nature"] == ["Second sentence."] and lee.read_text(encoding="utf-8") == SHEET
    asker = session(lee, ("defendants", ("beta", "remove")), ("defendants", DONE), at="defendants")
    assert any("From this matter only: ../profiles/acme.yaml keeps it." in line for line in asker.said)
    assert own(lee)["defendants"] == [
        {"id": "beta", "drop": "true", "why": "Not in this matter."}
    ] and "Beta" in profile.read_text(encoding="utf-8")


def test_answers_that_were_not_saved_yet_stay_over_a_file_that_was_changed(profile, lee, session):
    session(
        lee,
        ("defendant", "short"),
        ("short name", "Acme"),
        ("defendant", "name"),
        ("name", "Acme Corp."),
        (WHERE, "there"),
        ("defendant", "name"),
        at="defendants.acme",
    )
    assert own(lee)["defendants"] == [{"id": "acme", "short": "Acme"}] and "Acme Corp." in profile.read_text(
        encoding="utf-8"
    )


# --- where it cannot be changed there
# ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "why", ["read-only", "locked", "answers beside it", "changed meanwhile", "of drafter", "full disk"]
)
def test_a_file_that_cannot_be_changed_is_left_and_the_answer_kept_here_with_a_word(
    profile, lee, session, monkeypatch, why
):
    lock, text, words = (
        None,
        PROFILE,
        {
            "read-only": "may only be read",
            "locked": "is open",
            "answers beside it": "answers beside it",
            "changed meanwhile": "says something else",
            "of drafter": "is a part of drafter",
            "full disk": "No space left",
        }[why],
    )
    if why == "read-only":
        profile.chmod(0o444)
    elif why == "locked":
        lock = Lock.take(profile)
    elif why == "of drafter":
        monkeypatch.setattr(inherit, "_PACKAGE", profile.parent.resolve())
    elif why == "answers beside it":
        other = EditingSession.open(profile)
        other.record(Change("defendants.acme.short", "set", "A"))
        other._lock.release()
    elif why == "changed meanwhile":
        text = PROFILE.replace("Acme, Inc.", "Acme Group")
        plain = Scripted.line
        monkeypatch.setattr(
            Scripted,
            "line",
            lambda self, prompt: profile.write_text(text, encoding="utf-8") and plain(self, prompt),
        )
    else:
        from drafter.matter_files import private_disk as disk

        put = disk.put_in_place

        def full(path, *rest):
            if path.name == "acme.yaml":
                raise OutputError(f"{path} cannot be written: No space left on device", "Make room.")
            return put(path, *rest)

        monkeypatch.setattr(disk, "put_in_place", full)
    asker = session(lee, ("name", "Acme Corp."), (WHERE, "there"), at="defendants.acme.name")
    assert "Changed here only." in asker.said and any(words in line for line in asker.said), asker.said
    assert profile.read_text(encoding="utf-8") == text and own(lee)["defendants"] == [
        {"id": "acme", "name": "Acme Corp."}
    ]
    if lock:
        lock.release()
    assert why == "answers beside it" or not list(profile.parent.glob(".*.journal*"))


def test_a_heading_whose_words_the_sheet_finds_it_by_is_not_changed_in_the_file(profile, lee):
    keeper = EditingSession.open(lee)
    keeper.record(Change("allegations.1.items", "add", {"id": "own", "text": "Our own fact."}))
    with pytest.raises(SheetError, match="hang on how the included file says it"):
        keeper.record_there(Change("allegations.1.heading", "set", "Acme Lost Them"))
    keeper.close()
    assert (
        profile.read_text(encoding="utf-8") == PROFILE
        and load(lee).tree["allegations"][0]["items"][-1]["text"] == "Our own fact."
    )


def test_a_file_does_not_come_to_name_what_this_sheet_alone_has(profile, lee):
    keeper = EditingSession.open(lee)
    keeper.record(Change("defendants", "add", {"id": "gamma", "name": "Gamma LLC", "kind": "llc"}))
    with pytest.raises(SheetError, match="nothing of the id “gamma”, which stands in this sheet alone"):
        keeper.record_there(Change("allegations.taken.actor", "set", "gamma"), str(profile))
    keeper.record_there(Change("allegations.taken.actor", "set", "beta"), str(profile))
    keeper.close()
    assert (
        "gamma" not in profile.read_text(encoding="utf-8")
        and load(lee).tree["allegations"][0]["items"][0]["actor"] == "beta"
    )


# --- nothing else changes
# ------------------------------------------------------------------------------------------------------------

_PATHS = [
    "defendants.acme.name",
    "defendants.acme.business",
    "defendants.acme.principal_place_of_business.city",
    "defendants.acme.principal_place_of_business",
    "defendants.beta.kind",
    "allegations.taken.text",
    "allegations.told.text",
    "allegations.1.heading",
    "nature",
    "defendants.acme.checked",
]
_VALUES = st.sampled_from(
    [
        None,
        "llc",
        "A: b # c",
        "One.\n\nTwo.",
        '’quoted’ "both"',
        "- not a list",
        "2026-03-01",
        "日本 § 1",
        ["Only this."],
        {"city": "Elko"},
        "{x: y}",
        "yes",
        "007",
    ]
)
_OWN = [
    "",
    "defendants:\n  - {id: acme, short: Acme}\n",
    "defendants:\n  - {id: beta, drop: true, why: not sued}\n",
    "allegations:\n  - {id: mine, text: Ours., after: told}\n",
    "defendants:\n  - {id: gamma, name: Gamma, first: true}\nnature: [Ours.]\n",
    "allegations:\n  - heading: Acme Lost the Records\n    items: [{id: mine, text: Ours.}]\n",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(_OWN), st.lists(st.tuples(st.sampled_from(_PATHS), _VALUES), min_size=1, max_size=4))
def test_a_change_in_the_file_leaves_every_other_value_and_the_sheets_own_text_as_they_were(
    tmp_path_factory, text, changes
):
    root = tmp_path_factory.mktemp("root")
    (root / "lee").mkdir()
    (root / "profiles").mkdir()
    file, sheet = root / "profiles" / "acme.yaml", root / "lee" / "lee.yaml"
    file.write_text(PROFILE, encoding="utf-8")
    sheet.write_text(SHEET + text, encoding="utf-8")
    keeper = EditingSession.open(sheet)
    mirror = Answers(deepcopy(keeper.answers.tree))
    back = []
    for path, value in changes:
        before, bytes_before = keeper.answers.get(path), file.read_bytes()
        try:
            name = keeper.record_there(Change(path, "set", value))
        except SheetError:
            assert same(keeper.answers.tree, mirror.tree) and file.read_bytes() == bytes_before
            continue
        mirror.apply(Change(path, "set", value))
        back.append((Change(path, "set", before), name))
        assert same(keeper.answers.tree, mirror.tree)
        assert "# Looked up by the paralegal." in file.read_text(encoding="utf-8")
    keeper.close()
    assert sheet.read_text(encoding="utf-8") == SHEET + text
    again = EditingSession.open(sheet)
    assert same(again.answers.tree, mirror.tree)
    for change, name in reversed(back):
        again.record_there(change, name)
    again.close()
    assert sheet.read_text(encoding="utf-8") == SHEET + text
    assert same(EditingSession.open(file).answers.tree, parse(PROFILE, "x")) or any(
        value is None for _, value in changes
    )


# --- from a profile
# ------------------------------------------------------------------------------------------------------------


FIRM = """schema_version: 1
counsel:
  - id: stone
    firm: Stone & Reed LLP
    lawyers: [{name: Ann Stone, bar_number: "100001", email: ann@stone.example, signs: yes}]
    address: {street: 1 Main Street, city: Fresno, state: CA, zip: "93721"}
    telephone: (559) 555-0100
"""
PARTY = PROFILE[: PROFILE.index("  - id: beta")]
ROE = (
    "schema_version: 1\nmatter: Roe v. Acme   # ours\ncourt: {id: cand, filing_date:"
    " 2026-12-01}\ndefendants:\n  - {id: gamma, name: Gamma, kind: individual}\n"
)


@pytest.fixture
def roe(profile):
    """A sheet that includes nothing, profiles of the user's, and one beside it."""
    root = profile.parents[1]
    (root / "roe").mkdir()
    sheet = root / "roe" / "roe.yaml"
    sheet.write_text(ROE, encoding="utf-8")
    (root / "user" / "stone.yaml").write_text(FIRM, encoding="utf-8")
    (root / "profiles" / "acme.yaml").write_text(PARTY, encoding="utf-8")
    return sheet


def test_a_defendant_is_begun_from_a_profile_beside_the_matter_without_a_copy_and_taken_out_again(
    roe, session, monkeypatch
):
    rows = []
    plain = Scripted.menu
    monkeypatch.setattr(
        Scripted,
        "menu",
        lambda self, prompt, shown, keys=(), at="": (
            rows.extend(shown if "profile" in prompt.title else ()) or plain(self, prompt, shown, keys, at)
        ),
    )
    asker = session(
        roe,
        ("defendants", ADD),
        ("start a defendant from a profile", "../profiles/acme.yaml"),
        ("defendant", DONE),
        at="defendants",
    )
    assert [row.title for row in rows] == [
        "acme — Acme, Inc., checked 2026-02-01",
        "From none: enter it",
    ] and rows[0].note == "../profiles/acme.yaml"
    assert any(
        "Acme, Inc.: last checked on 2026-02-01, 303 days before filing" in line for line in asker.said
    )
    assert (
        own(roe)["include"] == ["../profiles/acme.yaml"]
        and "name: Acme" not in roe.read_text(encoding="utf-8")
        and "# ours" in roe.read_text(encoding="utf-8")
    )
    assert [entry["id"] for entry in load(roe).tree["defendants"]] == ["gamma", "acme"]
    roe.write_text(ROE, encoding="utf-8")
    session(
        roe,
        ("defendants", ADD),
        ("start", "../profiles/acme.yaml"),
        ("defendant", DONE),
        ("defendants", ("", "undo")),
        ("defendants", DONE),
        at="defendants",
    )
    assert same(own(roe), parse(ROE, "x"))


def test_a_firm_is_begun_from_the_users_profile_and_what_is_there_already_is_not_offered(roe, session):
    asker = session(
        roe,
        ("counsel", ADD),
        ("start a firm from a profile", "profile:stone"),
        ("firm", DONE),
        ("counsel", ADD),
        at="counsel",
    )
    assert asker.seen[-1].title == "name of the firm"
    assert (
        own(roe)["include"] == ["profile:stone"]
        and load(roe).tree["counsel"][0]["telephone"] == "(559) 555-0100"
    )


def test_one_may_start_from_none_and_go_back(roe, session):
    session(
        roe,
        ("counsel", ADD),
        ("start", Back),
        ("counsel", ADD),
        ("start", "new"),
        ("name of the firm", "Doe LLP"),
        at="counsel",
    )
    assert own(roe)["counsel"] == [{"id": "doe-llp", "firm": "Doe LLP"}] and "include" not in own(roe)


def test_a_profile_never_checked_is_said_and_one_whose_ids_are_taken_is_refused(roe, session):
    file = roe.parents[1] / "profiles" / "acme.yaml"
    file.write_text(PARTY.replace("    checked: 2026-02-01\n", ""), encoding="utf-8")
    asker = session(
        roe, ("defendants", ADD), ("start", "../profiles/acme.yaml"), ("defendant", DONE), at="defendants"
    )
    assert any("its registration has not been checked" in line for line in asker.said)
    roe.write_text(ROE + "plaintiffs: [{id: acme, name: Ada Acme, kind: individual}]\n", encoding="utf-8")
    before = roe.read_text(encoding="utf-8")
    asker = session(roe, ("defendants", ADD), ("start", "../profiles/acme.yaml"), at="defendants")
    assert (
        asker.seen[-1].title == "kind of defendant"
        and any("“acme” names something else in this sheet" in line for line in asker.said)
        and roe.read_text(encoding="utf-8") == before
    )


def test_only_files_that_hold_parties_alone_are_profiles(roe, session):
    (roe.parent / "other.yaml").write_text(
        PARTY.replace("acme", "delta") + "matter: Another\n", encoding="utf-8"
    )
    (roe.parents[1] / "profiles" / "acme.yaml").write_text(
        "schema_version: 1\ndefendants:\n  - [broken\n", encoding="utf-8"
    )
    assert session(roe, ("defendants", ADD), at="defendants").seen[-1].title == "kind of defendant"


def test_what_the_sheet_says_stands_over_a_profile_that_says_it_too(roe):
    file = roe.parents[1] / "profiles" / "acme.yaml"
    file.write_text(PARTY + "  - {id: gamma, name: Gamma GmbH, kind: corporation}\n", encoding="utf-8")
    keeper = EditingSession.open(roe)
    before = deepcopy(keeper.answers.get("defendants.gamma"))
    back = keeper.bring_in("../profiles/acme.yaml")
    assert same(keeper.answers.get("defendants.gamma"), before) and keeper.answers.keys("defendants") == [
        "gamma",
        "acme",
    ]
    back()
    assert keeper.answers.keys("defendants") == ["gamma"] and keeper.answers.get("include") is None
    keeper.close()


# --- into a profile
# ------------------------------------------------------------------------------------------------------------


def test_a_finished_firm_is_saved_as_a_profile_and_taken_over_from_it(profile, own_profiles, session):
    sheet = profile.parents[1] / "lee" / "new.yaml"
    sheet.write_text(
        FIRM.replace("schema_version: 1\n", "schema_version: 1\nmatter: New\n"), encoding="utf-8"
    )
    before = load(sheet).tree
    asker = session(
        sheet,
        ("firm", SAVE),
        ("name of the profile", "stone-reed"),
        ("what the sheet keeps", "use"),
        ("firm", DONE),
        at="counsel.stone",
    )
    assert (
        asker.seen[1].text == "stone-reed-llp"
        and asker.seen[1].check("a b")
        and asker.seen[1].check("stone-reed")
    )  # by now it is there
    path = own_profiles / "stone-reed.yaml"
    assert same(own(path)["counsel"], before["counsel"]) and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert own(sheet) == {"schema_version": "1", "include": ["profile:stone-reed"], "matter": "New"} and same(
        load(sheet).tree["counsel"], before["counsel"]
    )
    session(
        sheet, ("firm", "telephone"), ("telephone", "(559) 555-0199"), (WHERE, "there"), at="counsel.stone"
    )
    assert "0199" in path.read_text(encoding="utf-8") and "0199" not in sheet.read_text(encoding="utf-8")


def test_a_profile_is_saved_without_being_taken_over_and_nothing_is_saved_without_a_name(
    profile, own_profiles, session
):
    sheet = profile.parents[1] / "lee" / "new.yaml"
    text = FIRM.replace("schema_version: 1\n", "schema_version: 1\nmatter: New\n")
    sheet.write_text(text, encoding="utf-8")
    session(
        sheet,
        ("firm", SAVE),
        ("name of the profile", Back),
        ("firm", SAVE),
        ("name of the profile", ""),
        ("firm", SAVE),
        ("name of the profile", "stone"),
        ("what the sheet keeps", "keep"),
        at="counsel.stone",
    )
    assert sheet.read_text(encoding="utf-8") == text and sorted(
        path.name for path in own_profiles.iterdir()
    ) == ["stone.yaml"]


def test_what_is_not_finished_or_comes_from_a_file_is_not_to_be_saved(profile, lee, session, monkeypatch):
    keys = []
    plain = Scripted.menu
    monkeypatch.setattr(
        Scripted,
        "menu",
        lambda self, prompt, shown, k=(), at="": (
            keys.extend(row.key for row in shown) or plain(self, prompt, shown, k, at)
        ),
    )
    session(lee, ("defendant", DONE), at="defendants.acme")
    lee.write_text(SHEET + "counsel: [{id: doe, firm: Doe LLP}]\n", encoding="utf-8")
    session(lee, ("firm", DONE), at="counsel.doe")
    assert SAVE not in keys


# --- straight to an answer
# ------------------------------------------------------------------------------------------------------------


def test_a_path_to_an_answer_of_a_causes_own_question_opens_that_answer(tmp_path):
    shutil.copy(SAMPLES_FOLDER / "okafor-v-brightline.yaml", tmp_path / "o.yaml")
    keeper = EditingSession.open(tmp_path / "o.yaml")
    asker = Scripted(("written consent", "They are filed as Exhibit B."), ("", Leave))
    interview(keeper, asker, at="claims.flsa.answers.consents", library=open_library())
    assert keeper.answers.get("claims.flsa.answers.consents") == "They are filed as Exhibit B."
    asker = Scripted(("", Leave))
    interview(keeper, asker, at="claims.flsa.answers.nothing", library=open_library())
    assert "No cause of this claim has a question “nothing”." in asker.said
    asker = Scripted(("own questions", "consents"), ("written consent", Leave))
    interview(keeper, asker, at="claims.flsa.answers", library=open_library())
    assert keeper.recall("at")[0] == "claims.flsa.answers.consents"
    keeper.close()


# --- line by line, and at a terminal
# ------------------------------------------------------------------------------------------------------------


def test_it_all_works_line_by_line(profile, lee):
    target = io.StringIO()
    keeper = EditingSession.open(lee)
    interview(
        keeper,
        PlainAsker(lee.parent, io.StringIO("Acme Corp.\n/help\n/back\nAcme Co.\n2\n/quit\n"), target),
        at="defendants.acme.name",
    )
    keeper.close()
    shown = target.getvalue()
    assert (
        "From ../profiles/acme.yaml, line 5." in shown
        and "* 1 Here only" in shown.replace("*  1", "* 1")
        and "Changed in ../profiles/acme.yaml." in shown
    )
    assert (
        "Acme Co.   # as registered" in profile.read_text(encoding="utf-8")
        and lee.read_text(encoding="utf-8") == SHEET
    )


posix = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")


@pytest.fixture
def person():
    """Start a person at a pseudo-terminal."""
    pytest.importorskip("pexpect", reason="pexpect is not installed")
    pytest.importorskip("pyte", reason="pyte is not installed")
    from person import Person

    there = []

    def start(folder, *arguments):
        there.append(Person(folder, *arguments, lines=60))
        assert there[-1].wait(), "\n".join(there[-1].lines())
        return there[-1]

    yield start
    for each in there:
        each.child.close(force=True)


@posix
def test_at_a_terminal_an_inherited_name_is_changed_in_the_profile(profile, lee, person):
    from person import BACK, LEAVE

    one = person(lee.parents[1], "edit", "lee/lee.yaml", "--at", "defendants.acme.name")
    one.write("Acme Corp.")
    one.wait()
    _, title, rows = one.asked()
    assert title == "Where to change it" and rows[0] == (True, "Here only")
    one.press(BACK)
    one.wait()
    assert any(line.startswith(">  Acme Corp.") for line in one.lines())
    one.press("\r")
    one.wait()
    one.choose("In ../profiles/acme.yaml", one.asked()[2])
    one.wait()
    assert any("name" in row and "Acme Corp. (from acme.yaml)" in row for _, row in one.asked()[2])
    one.press(LEAVE)
    one.wait()
    assert (
        "name: Acme Corp.   # as registered" in profile.read_text(encoding="utf-8")
        and lee.read_text(encoding="utf-8") == SHEET
    )


@posix
def test_at_a_terminal_a_firm_is_begun_from_a_profile_and_a_party_saved_as_one(roe, own_profiles, person):
    from person import LEAVE

    one = person(roe.parents[1], "edit", "roe/roe.yaml", "--at", "counsel")
    one.press("a")
    one.wait()
    _, title, rows = one.asked()
    assert title == "Start a firm from a profile" and rows[0][1].startswith("stone — Stone & Reed LLP")
    one.press("\r")
    one.wait()
    assert any("firm" in row and "(from stone.yaml)" in row for _, row in one.asked()[2]), "\n".join(
        one.lines()
    )
    one.press(LEAVE)
    one.wait()
    assert own(roe)["include"] == ["profile:stone"]
    roe.write_text(FIRM.replace("stone", "reed"), encoding="utf-8")
    one = person(roe.parents[1], "edit", "roe/roe.yaml", "--at", "counsel.reed")
    one.choose("Save as a profile", one.asked()[2])
    one.wait()
    one.write("reed")
    one.wait()
    one.choose("No copy", one.asked()[2])
    one.wait()
    one.press(LEAVE)
    one.wait()
    assert (
        own(roe) == {"schema_version": "1", "include": ["profile:reed"]}
        and own(own_profiles / "reed.yaml")["counsel"][0]["id"] == "reed"
    )


@posix
def test_at_a_terminal_what_was_found_is_gone_to(roe, person):
    from person import LEAVE

    one = person(roe.parents[1], "find", "gamma")
    _, title, rows = one.asked()
    assert title == "Go to" and rows[0] == (True, "Nowhere: leave it at that")
    one.choose("defendants.gamma.id (roe/roe.yaml)", rows)
    one.wait()
    place, title, rows = one.asked()
    assert (place, title) == ("Parties › Gamma", "Defendant"), "an id is not asked: the entry is opened"
    one.choose("name", rows)
    one.wait()
    one.write("Gamma Ray")
    one.wait()
    one.press(LEAVE)
    one.wait()
    assert own(roe)["defendants"][0]["name"] == "Gamma Ray"


@posix
def test_at_a_terminal_find_may_be_left_at_that_and_told_not_to_ask(roe, person):
    from person import Person

    one = person(roe.parents[1], "find", "gamma")
    one.press("\r")
    assert not one.wait()
    one.child.close()
    assert one.child.exitstatus == 0
    quiet = Person(roe.parents[1], "find", "gamma", "--no-questions")
    assert (
        not quiet.wait()
        and any("1 passage in 1 matter." in line for line in quiet.lines())
        and not any("Nowhere" in line for line in quiet.lines())
    )


def test_find_asks_nothing_where_its_output_is_piped(roe, run):
    done = run("find", "gamma", cwd=roe.parents[1])
    assert done.returncode == 0 and "Nowhere" not in done.stdout + done.stderr
