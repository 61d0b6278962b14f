"""A session driven step by step by whoever it is: no thread, no terminal, no asker."""

from __future__ import annotations

import shutil
from copy import deepcopy

import pytest
from conftest import SAMPLE

from drafter.interview.asking import Back, Chosen, Hub, Leave
from drafter.interview.engine import Session, WrongAnswer
from drafter.interview.menu_screen import DONE
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.tree.answers import Change
from drafter.yamltext.read import read_sheet


@pytest.fixture
def driven(tmp_path):
    """A session on a copy of the sample, and nobody who drives it."""
    shutil.copy(SAMPLE, tmp_path / "matter.yaml")
    keeper = EditingSession.open(tmp_path / "matter.yaml")
    yield lambda **options: Session(keeper, **options)
    keeper.close()


def test_a_session_is_driven_one_answer_at_a_time_without_a_thread(driven, tmp_path):
    session = driven(at="court.county")
    assert session.screen.prompt.title == "county where most of the events happened"
    session.answer("Alameda")
    assert load_raw(tmp_path)["court"]["county"] == "Santa Clara"  # in the journal until the section ends
    assert (session.screen.prompt.title, session.screen.rows[0].title) == ("Court", "Done")
    session.answer(Chosen("court"))
    session.answer(Chosen("filing_date"))
    session.answer("9/8/2025")
    assert session.heard() == ["September 8, 2025"] and session.heard() == []
    session.answer(Chosen(DONE))
    session.answer(Chosen(DONE))
    assert session.screen.prompt.title == "section" and load_raw(tmp_path)["court"]["county"] == "Alameda"
    session.answer(Chosen("leave"))
    assert session.screen is None and session.result.code == 0 and "required" in session.heard()[-1]


def load_raw(folder):
    return read_sheet(folder / "matter.yaml")[1]


def test_two_sessions_are_driven_by_turns_in_one_thread(tmp_path):
    sessions = {}
    for name in ("one", "two"):
        keeper = EditingSession.open(tmp_path / f"{name}.yaml", create=True)
        sessions[name] = keeper, Session(keeper)
    for _ in range(2):
        for name, (_, session) in sessions.items():
            if session.screen.prompt.title == "section":
                session.answer(Chosen("next"))
            else:
                session.answer({"one": "cand", "two": "nysd"}[name])
    for name, (keeper, session) in sessions.items():
        session.leave(Leave())
        keeper.close()
        assert load(tmp_path / f"{name}.yaml").sheet.court.id == {"one": "cand", "two": "nysd"}[name]


def test_the_ways_out_are_given_from_outside_and_keep_what_was_typed(driven):
    session = driven(at="plaintiffs.de-la-torre.name")
    session.leave(Back("Al"))
    assert session.screen.prompt.title == "section"
    session.answer(Chosen("Parties"))
    session.answer(Chosen("plaintiffs"))
    session.answer(Chosen("de-la-torre"))
    session.answer(Chosen("name"))
    assert session.screen.prompt.text == "Al"
    session.leave(Hub())
    assert session.screen.prompt.title == "section"
    session.leave(Leave("", ended=True))
    assert session.screen is None and session.result.ended


@pytest.mark.parametrize(
    ("at", "wrong", "told"),
    [
        ("court.filing_date", "soon", "date"),
        ("court.filing_date", 7, "text is wanted"),
        ("plaintiffs.de-la-torre.kind", "individual", "row is to be chosen"),
        ("plaintiffs.de-la-torre.kind", Chosen("robot"), "none of the rows"),
        ("plaintiffs", Chosen("de-la-torre", "burn"), "none of the acts"),
        ("claims.sca.by", ["nobody"], "none of the rows"),
    ],
)
def test_an_answer_that_will_not_do_is_refused_and_the_same_is_asked_still(driven, at, wrong, told):
    session = driven(at=at)
    screen, before = session.screen, deepcopy(session.sitting.keeper.answers.tree)
    with pytest.raises(WrongAnswer, match=told):
        session.answer(wrong)
    assert session.screen is screen and session.sitting.keeper.answers.tree == before


def test_what_only_a_person_can_decide_while_saving_is_asked_as_a_screen(driven, tmp_path):
    session = driven(at="court.county")
    session.answer("Alameda")
    sheet = tmp_path / "matter.yaml"
    sheet.write_text(sheet.read_text().replace("county: Santa Clara", "county: Lake"))
    session.answer(Chosen(DONE))
    assert session.screen.prompt.title == "what is to be done" and "another program" in str(
        session.screen.prompt.notes
    )
    session.answer(Chosen("mine"))
    assert session.screen.prompt.title == "section" and load_raw(tmp_path)["court"]["county"] == "Alameda"


def test_answers_that_the_sheet_would_not_load_with_are_put_aside_and_the_session_goes_on(driven, tmp_path):
    session = driven(at="court.county")
    session.answer("Alameda")
    session.sitting.apply(Change("court.shoe_size", "set", "46"))
    session.answer(Chosen(DONE))
    said = session.heard()
    assert "would not load any more" in said[0] and "Everything else was saved" in said[1]
    assert session.screen.prompt.title == "section" and load_raw(tmp_path)["court"]["county"] == "Alameda"
    aside = (tmp_path / ".matter.yaml.journal.aside").read_text()
    assert "shoe_size" in aside and "Alameda" not in aside
    session.leave(Leave())
    assert load(tmp_path / "matter.yaml").sheet.court.county == "Alameda"


def test_go_on_leads_once_through_each_section_that_most_cases_need(driven):
    session = driven()
    assert session.screen.at == "next" and session.screen.rows[0].title == "Go on: Notices"
    session.answer(Chosen("next"))
    assert "notices" in session.screen.prompt.title.lower() or session.screen.prompt.place.startswith(
        "Notices"
    )
    session.leave(Hub())
    assert all(row.key != "next" for row in session.screen.rows), "it was looked at, and is not offered again"


@pytest.mark.parametrize(
    ("at", "not_there", "there"), [("claims.ucl.like", "ucl", "sca"), ("claims.ucl.predicates", "ucl", "sca")]
)
def test_an_entry_is_not_offered_as_what_it_is_itself_part_of_or_like(driven, at, not_there, there):
    session = driven(at=at)
    keys = [row.key for row in session.screen.rows]
    assert there in keys and not_there not in keys
