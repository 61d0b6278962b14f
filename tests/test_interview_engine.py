"""The interview from one question to the next: back over gates, drafts, lists, the outline, any path, and no
answer ever lost.
"""

from __future__ import annotations

import random
import re
import shutil
import time
from copy import deepcopy
from pathlib import Path
from statistics import median

import pytest
from conftest import SAMPLE, SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scripted import Scripted

from drafter.errors import UsageError
from drafter.facts.sheet import FactSheet
from drafter.facts.values import Unknown, Without
from drafter.interview.asking import Back, Chosen, Hub, Leave
from drafter.interview.engine import ScreenStack, drive, run
from drafter.interview.menu_screen import ADD, DONE
from drafter.interview.outline_lines import lines
from drafter.interview.screens import screen_of
from drafter.interview.screens.outline import HEAD
from drafter.interview.screens.record import RecordScreen
from drafter.interview.sections import SECTIONS
from drafter.interview.sitting import Sitting
from drafter.interview.steps import OpenNearest, OpenRecord
from drafter.interview.tracing import trace
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.tree.answers import Change, as_saved, same
from drafter.tree.paths import path_of

OTHER = next(path for path in SAMPLES if path.stem.startswith("reyes"))


@pytest.fixture
def session(tmp_path):
    """Run a session on a new sheet, or on a copy of one, with a script that leaves at its end; gives the
    keeper and the asker.
    """
    opened = []

    def go(*script, sheet=None, keeper=None, end=Leave, **options):
        if keeper is None:
            path = tmp_path / f"{len(opened)}.yaml"
            if sheet:
                shutil.copy(sheet, path)
            keeper = EditingSession.open(path, create=not sheet)
            opened.append(keeper)
        asker = Scripted(*script, ("", end))
        asker.outcome = run(keeper, asker, **options)
        assert asker.script == [], f"not asked: {asker.script}"
        return keeper, asker

    yield go
    for keeper in opened:
        keeper.close()


def get(keeper, path):
    return keeper.answers.get(path)


PLAINTIFF = [
    ("section", "Parties"),
    ("plaintiffs", ADD),
    ("kind of plaintiff", "individual"),
    ("name", "Ann Lee"),
]


# --- sections and the hub
# ------------------------------------------------------------------------------------------------------------


def test_every_field_of_the_sheet_is_in_exactly_one_section():
    assert sorted(name for names in SECTIONS.values() for name in names) == sorted(FactSheet.questions)


def test_a_new_sheet_goes_on_with_the_court_and_says_what_is_left(session):
    keeper, asker = session(("section", "next"), ("court", "cand"), ("county", "Alameda"), sheet=None)
    assert get(keeper, "court") == {"id": "cand", "county": "Alameda"}
    assert "required left" in asker.said[-1]


def test_the_sections_say_how_far_they_are(session):
    keeper, asker = session(sheet=SAMPLE)
    rows = {}
    asker.menu = lambda prompt, shown, keys=(), at="": (
        rows.update({row.key: row.note for row in shown}) or Chosen("leave")
    )
    keeper.record(Change("venue.facts", "set", None))
    run(keeper, asker)
    assert (
        rows["Court"] == "done"
        and rows["Jurisdiction and venue"] == "1 required left"
        and rows["Notices"] == "not begun"
    )


def test_what_is_found_is_told_at_the_question_it_concerns(session):
    _, asker = session(at="court.county", sheet=SAMPLE, advice=lambda path: [f"found at {path}"])
    assert asker.seen[0].notes == ("found at court.county",)


def test_a_question_comes_with_its_help_its_rule_an_example_and_how_far_one_is(session):
    _, asker = session(*PLAINTIFF)
    prompt = asker.seen[3]
    assert (prompt.title, prompt.place, prompt.progress) == (
        "name",
        "Parties › individual",
        "0 of 2 required",
    )
    assert "initials" in prompt.help and "5.2" in prompt.authority and "? not known" in prompt.hint


# --- forward and back
# ------------------------------------------------------------------------------------------------------------


def test_back_offers_the_saved_answer_and_loses_nothing_that_came_after(session):
    keeper, asker = session(
        *PLAINTIFF,
        ("pronouns", "she"),
        ("city", Back),
        ("pronouns", Back),
        ("name", "Ann B. Lee"),
        ("pronouns", "she"),
    )
    assert asker.seen[6].title == "pronouns" and asker.seen[7].text == "Ann Lee"
    assert get(keeper, "plaintiffs.ann-lee") == {
        "id": "ann-lee",
        "kind": "individual",
        "name": "Ann B. Lee",
        "pronouns": "she",
    }


def test_back_from_the_first_question_of_an_entry_leads_to_the_list_and_from_there_to_the_hub(session):
    session(
        ("section", "Parties"),
        ("plaintiffs", ADD),
        ("kind of plaintiff", Back),
        ("plaintiffs", Back),
        ("section", Back),
    )


def test_what_was_answered_for_an_entry_without_a_name_is_offered_again(session):
    keeper, asker = session(
        ("section", "Parties"), ("plaintiffs", ADD), ("kind of plaintiff", "minor"), ("name", Hub)
    )
    assert get(keeper, "plaintiffs") is None
    again = [("section", "Parties"), ("plaintiffs", ADD), ("kind of plaintiff", "minor"), ("name", "A. L.")]
    session(*again, keeper=keeper)
    assert get(keeper, "plaintiffs") == [{"id": "l", "kind": "minor", "name": "A. L."}]


def test_an_entry_begun_and_left_is_gone_on_with_in_the_next_session(session):
    keeper, _ = session(("section", "Parties"), ("plaintiffs", ADD), ("kind of plaintiff", "minor"))
    session(("name", "A. Lee"), keeper=keeper)
    assert get(keeper, "plaintiffs")[0] | {"id": ""} == {"id": "", "kind": "minor", "name": "A. Lee"}


def test_closing_a_gate_hides_the_answers_behind_it_and_opening_it_brings_them_back(session):
    keeper, asker = session(
        ("kind of plaintiff", "minor"),
        ("plaintiff", "guardian"),
        ("name", "Bea Lee"),
        ("capacity", "next-friend"),
        ("guardian", DONE),
        ("plaintiff", "kind"),
        ("kind of plaintiff", "individual"),
        at="plaintiffs.de-la-torre.kind",
        sheet=SAMPLE,
    )
    assert get(keeper, "plaintiffs.de-la-torre.guardian.name") == "Bea Lee"
    record = trace(keeper.answers.get, "plaintiffs.de-la-torre")[0][-1].record
    asked = RecordScreen(Sitting(keeper), OpenRecord(record, "plaintiffs.de-la-torre")).fields()
    assert "guardian" not in [each.name for each in asked]
    keeper.record(Change("plaintiffs.de-la-torre.kind", "set", "minor"))
    session(keeper=keeper, at="plaintiffs.de-la-torre.guardian.name")


def test_back_goes_over_a_gate_to_the_question_that_is_visible_now(session):
    keeper, asker = session(
        ("section", "Parties"),
        ("plaintiffs", ADD),
        ("kind", "minor"),
        ("name", "A. L."),
        ("pronouns", ""),
        ("name", "Bea Lee"),
        ("capacity", Back),
        ("name", Back),
        ("pronouns", Back),
        ("name", Back),
        ("kind", "organization"),
        ("name", "A. L."),
    )
    own = get(keeper, "plaintiffs")[0]
    assert own["guardian"] == {"name": "Bea Lee"} and own["kind"] == "organization"
    assert "pronouns" not in asker.seen[-1].title and "capacity" not in asker.seen[-1].title


def test_a_half_typed_answer_is_offered_again_wherever_one_goes(session):
    keeper, _ = session(sheet=SAMPLE, at="court.county", end=Leave("Santa Cl"))
    _, asker = session(keeper=keeper, at="court.county")
    assert asker.seen[0].text == "Santa Cl" and get(keeper, "court.county") == "Santa Clara"
    _, asker = session(("county", "Alameda"), keeper=keeper, at="court.county")
    _, asker = session(keeper=keeper, at="court.county")
    assert asker.seen[0].text == "Alameda"


def test_a_half_typed_answer_follows_a_new_entry_into_the_sheet(session):
    keeper, _ = session(
        ("section", "Parties"),
        ("plaintiffs", ADD),
        ("kind", "individual"),
        ("name", Back("Ann")),
        ("kind", "individual"),
        ("name", "Ann Lee"),
    )
    assert keeper.recall("drafts") is None


def test_emptying_a_field_takes_the_answer_out_and_it_can_be_taken_back(session):
    keeper, asker = session(
        ("county", ""), ("Court", ("", "undo")), ("Court", DONE), sheet=SAMPLE, at="court.county"
    )
    assert get(keeper, "court.county") == "Santa Clara" and "Taken back." in asker.said


def test_what_an_entry_cannot_be_without_can_be_changed_and_not_emptied(session):
    _, asker = session(
        ("injury", ("kind", "clear")), sheet=SAMPLE, at="plaintiffs.de-la-torre.experience.injuries.overpaid"
    )
    assert any("needed" in line for line in asker.said)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("? ask the client", Unknown("ask the client")), ("- not pleaded", Without("not pleaded"))],
)
def test_not_known_and_none_are_answers(session, typed, kept):
    keeper, _ = session(("county", typed), sheet=SAMPLE, at="court.county")
    assert get(keeper, "court.county") == kept


def test_a_record_that_is_not_known_can_be_answered_after_all(session):
    keeper, _ = session(
        ("citizenship", "more"),
        ("State of citizenship", "California"),
        ("citizenship", DONE),
        sheet=SAMPLE,
        at="plaintiffs.de-la-torre.citizenship",
    )
    assert get(keeper, "plaintiffs.de-la-torre.citizenship") == {"state": "CA"}


def test_a_date_is_said_back_in_full_and_kept_as_a_date(session):
    keeper, asker = session(("filing date", "9/8/2025"), sheet=SAMPLE, at="court.filing_date")
    assert get(keeper, "court.filing_date") == "2025-09-08" and "September 8, 2025" in asker.said


def test_the_jury_is_demanded_in_a_word_or_in_detail(session):
    keeper, _ = session(
        ("jury demand", "more"),
        ("jury demand", "issues"),
        ("only on these issues", "damages"),
        ("jury demand", DONE),
        at="jury_demand",
    )
    assert get(keeper, "jury_demand") == {"demanded": "yes", "issues": "damages"}
    keeper, _ = session(("only on these issues", "damages"), sheet=SAMPLE, at="jury_demand.issues")
    assert get(keeper, "jury_demand") == {"demanded": "yes", "issues": "damages"}


ACME = [
    ("kind of defendant", "individual"),
    ("name", "Bo Acme"),
    ("short", "Acme"),
    ("State of citizenship", "NV"),
]


def test_a_reference_is_chosen_by_name_and_one_can_be_added_on_the_spot(session):
    keeper, asker = session(
        ("who did it", "+"),
        *ACME,
        ("capacity", ["individual"]),
        ("what the defendant does", ""),
        ("personal jurisdiction", DONE),
        ("defendant", DONE),
        ("allegation", DONE),
        sheet=SAMPLE,
        at="allegations.default-on.actor",
    )
    assert (
        get(keeper, "defendants.bo-acme.name") == "Bo Acme"
        and get(keeper, "allegations.default-on.actor") == "bo-acme"
    )


def test_going_back_from_what_was_to_be_added_leads_to_the_question_again(session):
    keeper, asker = session(
        ("who did it", "+"),
        ("kind of defendant", Back),
        ("who did it", "microsoft"),
        sheet=SAMPLE,
        at="allegations.default-on.actor",
    )
    assert get(keeper, "allegations.default-on.actor") == "microsoft"
    keeper, asker = session(
        ("parties", ["linkedin", "+"]),
        ("kind of defendant", Back),
        ("parties", ["linkedin", "microsoft"]),
        sheet=SAMPLE,
        at="agreements.lsa.parties",
    )
    assert get(keeper, "agreements.lsa.parties") == ["linkedin", "microsoft"]


def test_a_question_with_nothing_to_choose_from_is_passed_over_and_told(session):
    keeper, _ = session()
    keeper.record(Change("plaintiffs", "add", {"id": "lee", "name": "Ann Lee"}))
    _, asker = session(("plaintiff", "represents"), ("plaintiff", DONE), keeper=keeper, at="plaintiffs.lee")
    assert any("no classes" in line for line in asker.said)


# --- lists
# ------------------------------------------------------------------------------------------------------------


def test_entries_are_duplicated_with_ids_of_their_own_moved_and_removed(session):
    keeper, asker = session(
        ("agreements", ("lsa", "copy")),
        ("agreements", ("lsa-2", "up")),
        ("agreements", ("lsa-2", "remove")),
        ("agreements", ("", "undo")),
        ("agreements", ("", "undo")),
        sheet=SAMPLE,
        at="agreements",
    )
    assert keeper.answers.keys("agreements") == ["lsa", "lsa-2"]
    assert get(keeper, "agreements.lsa-2.terms.confidentiality-2.effect") == get(
        keeper, "agreements.lsa.terms.confidentiality.effect"
    )
    assert load(keeper.path).sheet


def test_removing_what_others_name_asks_first_takes_it_out_of_them_and_can_be_taken_back(session):
    before = deepcopy(load(SAMPLE).sheet)
    keeper, asker = session(
        ("plaintiffs", ("de-la-torre", "remove")),
        ("remove", "keep"),
        ("plaintiffs", ("de-la-torre", "remove")),
        ("remove", "remove"),
        sheet=SAMPLE,
        at="plaintiffs",
    )
    assert get(keeper, "plaintiffs") is None and get(keeper, "claims.sca.by") is None
    load(keeper.path)
    while keeper.undo():
        pass
    keeper.save()
    assert load(keeper.path).sheet == before


def test_entries_without_ids_are_moved_and_removed_by_their_place(session):
    keeper, _ = session()
    for name in ("One", "Two", "Three"):
        keeper.record(Change("counsel", "add", {"id": "firm"})) if not get(keeper, "counsel") else None
        keeper.record(Change("counsel.firm.lawyers", "add", {"name": name}))
    session(
        ("lawyers", ("3", "up")),
        ("lawyers", ("2", "up")),
        ("lawyers", ("1", "copy")),
        ("lawyers", ("4", "remove")),
        ("lawyers", ("1", "down")),
        keeper=keeper,
        at="counsel.firm.lawyers",
    )
    assert [lawyer["name"] for lawyer in get(keeper, "counsel.firm.lawyers")] == ["Three", "Three", "One"]


def test_texts_are_added_edited_moved_and_removed(session):
    keeper, _ = session(
        ("nature", ADD),
        ("nature", "First."),
        ("nature", ADD),
        ("nature", "Second.\n\nStill second."),
        ("nature", ("2", "up")),
        ("nature", "2"),
        ("nature", "The first."),
        ("nature", ("1", "copy")),
        ("nature", ("1", "remove")),
        at="nature",
    )
    assert get(keeper, "nature") == ["Second.\n\nStill second.", "The first."]


def test_exclusions_offer_the_standard_ones_and_take_any_words(session):
    keeper, _ = session()
    keeper.record(Change("classes", "add", {"id": "users", "name": "User Class"}))
    session(
        ("exclusions", ADD),
        ("exclusions", "standard"),
        ("exclusions", ADD),
        ("exclusions", "employees"),
        keeper=keeper,
        at="classes.users.exclusions",
    )
    assert get(keeper, "classes.users.exclusions") == ["standard", "employees"]


def test_a_new_entry_that_needs_several_answers_is_added_when_it_has_them(session):
    keeper, _ = session(
        ("findings accepted", ADD), ("finding", "JUR-021"), ("who accepts", "A. Lee"), at="accepted_findings"
    )
    assert get(keeper, "accepted_findings") is None
    keeper, _ = session(("why", "agreed"), keeper=keeper)
    assert get(keeper, "accepted_findings") == [{"check": "JUR-021", "by": "A. Lee", "why": "agreed"}]


def test_no_id_is_used_again_after_its_entry_was_removed(session):
    keeper, _ = session(
        ("defendants", ADD),
        ("kind", "individual"),
        ("name", "Bo"),
        ("short", Back),
        ("name", Back),
        ("kind", Back),
        ("defendants", ("bo", "remove")),
        ("defendants", ADD),
        ("kind", "individual"),
        ("name", "Bo"),
        at="defendants",
    )
    assert keeper.answers.keys("defendants") == ["bo-2"]


# --- the outline
# ------------------------------------------------------------------------------------------------------------


def laid(keeper):
    asked = trace(keeper.answers.get, "allegations")[1]
    return [("  " * line.level + line.number, line.key) for line in lines(asked, get(keeper, "allegations"))]


OUTLINE = [
    ("facts", HEAD),
    ("heading", "Acme Promised Privacy"),
    ("facts", ("allegations.acme-promised-privacy", "heading")),
    ("heading", "below"),
    ("heading", "The Policy"),
    ("facts", ("allegations.acme-promised-privacy.policy", "add")),
    ("what happened", "Acme said so."),
    ("the act as a clause", "said so"),
    ("date", "2024-05"),
    ("who did it", Hub),
]


def test_headings_and_allegations_are_written_where_the_person_is(session):
    keeper, asker = session(*OUTLINE, at="allegations", keeper=None)
    assert laid(keeper) == [("I.", "acme-promised-privacy"), ("  A.", "policy"), ("    1.", "acme-said-so")]
    assert get(keeper, "allegations.acme-said-so") == {
        "id": "acme-said-so",
        "text": "Acme said so.",
        "gist": "said so",
        "date": "2024-05",
    }
    assert asker.seen[6].place == "Facts › Acme Promised Privacy › The Policy › new"


def small(keeper):
    for own in ("one", "two"):
        keeper.record(
            Change(
                "allegations",
                "add",
                {
                    "heading": own.title(),
                    "id": own,
                    "items": [{"id": f"{own}-{number}", "text": "x"} for number in (1, 2)],
                },
            )
        )


def test_an_allegation_moves_among_its_neighbours_and_over_the_edge_of_its_heading(session):
    keeper, _ = session()
    small(keeper)
    session(
        ("facts", ("allegations.one-2", "up")),
        ("facts", ("allegations.one-1", "down")),
        ("facts", ("allegations.two-2", "move")),
        ("move under", "allegations.one"),
        keeper=keeper,
        at="allegations",
    )
    assert [key for _, key in laid(keeper)] == ["one", "one-2", "two-2", "two", "one-1", "two-1"]


def test_a_heading_is_removed_alone_or_with_what_stands_under_it(session):
    keeper, _ = session()
    small(keeper)
    session(
        ("facts", ("allegations.one", "remove")),
        ("remove", "heading"),
        ("facts", ("allegations.two", "remove")),
        ("remove", "all"),
        ("facts", ("", "undo")),
        ("facts", ("allegations.two", "down")),
        ("facts", ("allegations.two", "copy")),
        keeper=keeper,
        at="allegations",
    )
    own = [key for _, key in laid(keeper)]
    assert own[:5] == ["one-1", "one-2", "two", "two-1", "two-2"] and len(set(own)) == 8
    load(keeper.path)


def test_headings_that_have_no_id_are_counted_and_get_one_when_something_moves_under_them(session):
    keeper, _ = session()
    keeper.record(Change("allegations", "add", {"id": "first", "text": "x"}))
    keeper.record(
        Change("allegations", "add", {"heading": "Later Events", "items": [{"id": "second", "text": "y"}]})
    )
    session(("facts", ("allegations.first", "down")), keeper=keeper, at="allegations")
    assert laid(keeper) == [("I.", "later-events"), ("  1.", "first"), ("  2.", "second")]


def test_a_section_of_the_drafters_own_has_an_outline_too(session):
    keeper, _ = session(
        ("further sections", ADD),
        ("heading", "The Market"),
        ("section", "items"),
        ("allegations and headings", ADD),
        ("what happened", "Acme has 80%."),
        ("the act as", Hub),
        at="sections",
    )
    assert get(keeper, "sections.market.items")[0]["text"] == "Acme has 80%."
    load(keeper.path)


# --- straight to a question
# ------------------------------------------------------------------------------------------------------------


def scalar_paths(tree):
    """The path of every answer of a raw tree that is not an id; a list of plain texts counts as one where its
    entries are chosen.
    """

    def walk(value, location):
        if isinstance(value, dict):
            for name, entry in value.items():
                yield from walk(entry, (*location, name))
        elif isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
            for position, entry in enumerate(value):
                yield from walk(entry, (*location, position))
        else:
            yield path_of(tree, location)

    paths = [path for path in walk(tree, ()) if path.rpartition(".")[2] != "id" and path != "schema_version"]
    return [path for path in paths if ".answers." not in path] + [
        "court.id"
    ]  # a cause’s own questions are asked together


@pytest.mark.parametrize("sheet", SAMPLES, ids=lambda path: path.stem)
def test_every_path_of_a_sheet_opens_exactly_its_question(session, sheet):
    keeper, _ = session(sheet=sheet)
    for path in scalar_paths(keeper.answers.tree):
        if get(keeper, path) == {} or get(keeper, path) == []:
            continue
        _, asker = session(keeper=keeper, at=path)
        steps, asked = trace(keeper.answers.get, path)
        assert keeper.recall("at")[0] == path == asked.path, path
        assert asker.seen[0].title == asked.question.prompt
    assert keeper.path.read_text() == sheet.read_text()


def test_a_place_in_a_list_of_texts_and_an_entry_open_too(session):
    _, asker = session(sheet=SAMPLE, at="nature.2")
    assert asker.seen[0].text.startswith("In August 2024")
    _, asker = session(sheet=SAMPLE, at="plaintiffs.de-la-torre")
    assert (asker.seen[0].title, asker.seen[0].place) == ("plaintiff", "Parties › De La Torre")


def test_a_path_that_is_not_asked_is_a_usage_error_and_nothing_is_asked(session):
    with pytest.raises(UsageError, match="not a field"):
        session(sheet=SAMPLE, at="plaintiffs.de-la-torre.naem")


def test_a_session_goes_on_where_the_last_one_was_left(session):
    keeper, _ = session(*PLAINTIFF, ("pronouns", "she"))
    _, asker = session(keeper=keeper)
    assert asker.seen[0].title == "city"


def test_an_answer_changed_by_path_changes_one_line_of_the_file(session):
    keeper, _ = session(("county", "Alameda"), sheet=SAMPLE, at="court.county")
    before, after = SAMPLE.read_text().splitlines(), keeper.path.read_text().splitlines()
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        ("  county: Santa Clara", "  county: Alameda")
    ]


# --- the end
# ------------------------------------------------------------------------------------------------------------


def test_the_end_of_the_input_saves_lists_what_is_missing_and_says_so_to_the_command(session):
    keeper, asker = session(("section", "next"), ("court", "cand"), end=Leave(ended=True))
    assert (
        asker.outcome.code == 2
        and "  Court › county where most of the events happened (court.county)" in asker.said
    )
    assert load(keeper.path).sheet.court.id == "cand"


def test_what_is_missing_opens_from_the_review(session):
    keeper, _ = session()
    keeper.record(Change("venue", "set", {"grounds": ["events"]}))
    session(
        ("section", "Review"),
        ("review", "venue.facts"),
        ("local facts", "Acme is here"),
        ("review", "done"),
        keeper=keeper,
    )
    assert get(keeper, "venue.facts") == "Acme is here"


def test_a_finding_on_the_draft_alone_says_so_and_one_on_an_answer_goes_to_it(session):
    keeper, asker = session(sheet=SAMPLE)
    sitting, asker = Sitting(keeper), Scripted(("county", "Alameda"))
    for where in ("the template", "court.county.nothing"):
        drive(ScreenStack(sitting, screen_of(sitting, OpenNearest(where))), asker)
    assert "no one answer" in asker.said[0] and get(keeper, "court.county") == "Alameda"


def test_leaving_is_no_failure_though_much_is_missing(session):
    _, asker = session()
    assert asker.outcome.code == 0 and len(asker.outcome.missing) > 5


CIRCLES = [
    ("classes.plus.subclass_of", "class it is part of", "plus-california", "plus → plus-california → plus"),
    ("allegations.nightly-copies.source.from", "inferred from", ["vendor-contract"], "nightly-copies →"),
]


@pytest.mark.parametrize(("path", "prompt", "answer", "told"), CIRCLES, ids=lambda one: str(one)[:30])
def test_an_answer_that_would_go_round_in_a_circle_is_told_and_asked_again_and_the_sheet_loads(
    session, path, prompt, answer, told
):
    keeper = None
    if "from" in path:
        keeper, _ = session(sheet=OTHER)
        for own, on in (("nightly-copies", ["no-notice"]), ("vendor-contract", ["nightly-copies"])):
            keeper.record(Change(f"allegations.{own}.source", "set", {"kind": "inference", "from": on}))
    before = deepcopy(keeper.answers.get(path)) if keeper else None
    keeper, asker = session((prompt, answer), (prompt, Back), sheet=OTHER, keeper=keeper, at=path)
    assert any(f"round in a circle: {told}" in line for line in asker.said)
    assert get(keeper, path) == before
    keeper.save()
    load(keeper.path)


def test_an_answer_to_what_an_entry_hangs_on_is_taken_where_nothing_leads_back(session):
    keeper, asker = session(
        ("class it is part of", "plus"), at="classes.plus-california.subclass_of", sheet=OTHER
    )
    assert get(keeper, "classes.plus-california.subclass_of") == "plus" and "circle" not in str(asker.said)


# --- nothing is ever lost
# ------------------------------------------------------------------------------------------------------------

WORDS = [
    "",
    "? ask",
    "- none",
    "Ann Lee",
    "2024-09-18",
    "Sept. 2024",
    "CA",
    "$5",
    "12",
    "an-id",
    "日本 § “x”",
    "One.\n\nTwo.",
    "none: no",
    "A: b # c",
]
REARRANGING = ("remove", "undo", "clear", "up", "down", "move", "copy")


class Wanderer:
    """Answers at random. After each answer it looks at what was recorded before: nothing else may have
    changed.
    """

    def __init__(self, seed, keeper, prompts):
        self.chance = random.Random(seed)
        self.keeper = keeper
        self.left = prompts
        self.before = None
        self.act = ""

    def recorded(self):
        """Every answer there is, in the sheet or waiting for its entry to be added, as a count of values:
        entries may move on being added.
        """
        found = {}

        def collect(value, path):
            if isinstance(value, dict):
                for name, entry in value.items():
                    collect(entry, f"{path}.{name}")
            elif isinstance(value, list):
                for position, entry in enumerate(value):
                    collect(
                        entry, f"{path}.{entry.get('id', position) if isinstance(entry, dict) else position}"
                    )
            else:
                found[path] = value

        collect(self.keeper.answers.tree, "")
        collect(as_saved(self.keeper.recall("unborn") or {}), "unborn")
        return found

    def prompt(self, prompt):
        assert isinstance(prompt.title, str) and prompt.title
        now = self.recorded()
        if self.before is not None:
            self.judge(now)
        self.before = now
        self.asked = (self.keeper.recall("at") or [""])[0]
        self.act = "answer"
        self.left -= 1
        if self.left < 0:
            raise Leave("half")
        stop = self.chance.choices([None, Back, Hub], [16, 3, 1])[0]
        if stop:
            self.act = "nothing"
            raise stop("half-typed")

    def judge(self, now):
        gone = {path: value for path, value in self.before.items() if not same(now.get(path), value)}
        if self.act == "nothing":
            assert not gone, f"lost by going away from {self.asked}: {gone}"
        elif self.act == "answer":
            kept, own = set(map(str, now.values())), re.sub(r"\.[0-9]+$", "", self.asked).split(".")[-1]
            added = {
                value for path, value in now.items() if path.endswith(".id")
            }  # a reference may have been answered by adding what it names
            strange = {
                path: value
                for path, value in gone.items()
                if str(value) not in kept
                and own not in path.split(".")
                and now.get(path) not in added
                and not f".{self.asked}".startswith(f"{path}.")
            }
            assert not strange, f"lost by answering {self.asked}: {strange}"

    def say(self, *lines):
        pass

    def line(self, prompt):
        self.prompt(prompt)
        fitting = [word for word in WORDS if prompt.check(word) == ""]
        return self.chance.choice(fitting or [""])

    text = line

    def menu(self, prompt, rows, keys=(), at=""):
        self.prompt(prompt)
        assert len({row.key for row in rows}) == len(rows)
        assert prompt.title in ("review", "claim") or at in [
            row.key for row in rows
        ]  # these may lose the row they stand on
        if keys and self.chance.random() < 0.25:
            key = self.chance.choice(keys)
            self.act = key.word if key.word in REARRANGING else "answer"
            return Chosen(self.chance.choice(rows).key if key.on_row else "", key.word)
        row = self.chance.choice([row for row in rows if row.key not in ("leave", "draft")])
        self.act = "remove" if prompt.title == "remove" else "answer"
        return Chosen(row.key)

    def several(self, prompt, rows, ticked=()):
        self.prompt(prompt)
        return [row.key for row in rows if self.chance.random() < 0.5]

    def find(self, prompt, rows, at=""):
        self.prompt(prompt)
        return self.chance.choice(["", *(row.key for row in rows)])

    def pages(self, title, lines):
        assert lines


def wander(seed, folder, sheet, prompts, included=False, **options):
    path = Path(folder) / f"{seed}.yaml"
    path.unlink(missing_ok=True)
    if included:
        shutil.copy(sheet, path.with_name("included.yaml"))
        path.write_text("schema_version: 1\ninclude: [included.yaml]\n", encoding="utf-8")
    elif sheet:
        shutil.copy(sheet, path)
    keeper = EditingSession.open(path, create=not sheet)
    try:
        run(keeper, Wanderer(seed, keeper, prompts), **options)
        run(keeper, Wanderer(seed + 1, keeper, prompts // 4), **options)
    finally:
        keeper.close()
    return load(path)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 10**9), st.sampled_from([None, SAMPLE, OTHER]))
def test_whatever_is_answered_in_whatever_order_nothing_is_lost_and_the_sheet_loads(
    tmp_path_factory, seed, sheet
):
    assert wander(seed, tmp_path_factory.mktemp("walk"), sheet, 160).sheet.schema_version == 1


@pytest.mark.long
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 10**9), st.sampled_from([None, SAMPLE, OTHER]))
def test_nothing_is_lost_on_sixty_longer_walks_either(tmp_path_factory, seed, sheet):
    assert wander(seed, tmp_path_factory.mktemp("walk"), sheet, 160).sheet.schema_version == 1


@pytest.mark.long
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 10**9), st.sampled_from([SAMPLE, OTHER]))
def test_nothing_is_lost_where_all_of_it_is_inherited_and_changed_here_or_there(
    tmp_path_factory, seed, sheet
):
    folder = tmp_path_factory.mktemp("walk")
    assert (
        wander(seed, folder, sheet, 160, included=True).layers and load(folder / "included.yaml").sheet.claims
    )


@pytest.mark.long
def test_every_section_is_wandered_through_at_length(tmp_path):
    for seed in range(4):
        wander(seed, tmp_path, None, 1500)


# --- speed
# ------------------------------------------------------------------------------------------------------------


def test_the_next_question_comes_quickly_on_a_sheet_of_a_thousand_allegations(session):
    keeper, _ = session(sheet=SAMPLE)
    items = [
        {
            "id": f"fact-{number}",
            "text": f"Acme did {number}.",
            "source": {"kind": "plaintiff"},
            "gist": f"did {number}",
        }
        for number in range(1000)
    ]
    keeper.answers.tree["allegations"] = [
        {"heading": f"H {part}", "id": f"h-{part}", "items": items[part * 50 : part * 50 + 50]}
        for part in range(20)
    ]
    keeper._journal._append = lambda entry: None
    took = []
    asker = Timed(took)
    with pytest.raises(StopIteration):
        run(keeper, asker, at="allegations.fact-500.text")
    keeper._unsaved = []  # nothing refers to these facts: it would not load
    assert median(took) < 0.01, f"{median(took) * 1000:.1f} ms"


class Timed(Scripted):
    """Answers the questions on an allegation again and again, and measures the time from answer to prompt."""

    def __init__(self, took):
        super().__init__()
        self.took = took
        self.since = None
        self.fields = iter(["date", "gist", "place", "text", "note", "through", "actor"] * 20)

    def _next(self, prompt):
        if self.since is not None:
            self.took.append(time.perf_counter() - self.since)

    def answered(self, answer):
        self.since = time.perf_counter()
        return answer

    def line(self, prompt):
        self._next(prompt)
        return self.answered("2024-05-01" if prompt.check("Later.") else "Later.")

    text = line

    def menu(self, prompt, rows, keys=(), at=""):
        self._next(prompt)
        key = next(self.fields) if prompt.title == "allegation" else "linkedin"
        return self.answered(Chosen(key))

    find = menu
