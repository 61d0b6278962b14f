"""Claims in the interview: a cause is chosen, its elements are walked one by one, and the chain from fact to
claim is seen as it grows.
"""

from __future__ import annotations

import shutil

import pytest
from conftest import SAMPLE
from scripted import Back, Scripted

from drafter.facts.values import Unknown, Without
from drafter.interview.asking import Leave
from drafter.interview.chain import chain, elements_of, summary
from drafter.interview.engine import ScreenStack, drive, run
from drafter.interview.menu_screen import DONE
from drafter.interview.screens import screen_of
from drafter.interview.sitting import Sitting
from drafter.interview.steps import AddClaim, OpenClaim, OpenElement
from drafter.library import open_library
from drafter.matter_files.editing import EditingSession
from drafter.tree.answers import Change

ELEMENTS = ["contract", "performance", "conditions", "breach", "harm", "causation"]
SENTENCE = ("how these facts make out", "LinkedIn did it.")


@pytest.fixture
def sitting(tmp_path):
    """A sitting over a copy of the sample."""
    shutil.copy(SAMPLE, tmp_path / "matter.yaml")
    keeper = EditingSession.open(tmp_path / "matter.yaml")
    yield Sitting(keeper, open_library())
    keeper.close()


def gone_through(sitting, wanted, *script):
    """The result of the screen, and who answered it by the script."""
    asker = Scripted(*script)
    result = drive(ScreenStack(sitting, screen_of(sitting, wanted)), asker)
    assert asker.script == [], f"not asked: {asker.script}"
    return result, asker


def test_choosing_a_cause_makes_a_claim_with_its_parties(sitting):
    own, _ = gone_through(sitting, AddClaim(), ("cause of action", "ca-breach-contract"), ("terms", []))
    sides = {"by": ["de-la-torre"], "for": ["premium"], "against": ["linkedin"]}
    assert sitting.get(f"claims.{own}") == {
        "id": own,
        "theories": ["ca-breach-contract"],
        "law": ["CA"],
        "agreement": "lsa",
        **sides,
    }


def test_theories_of_one_family_are_offered_together(sitting):
    script = [("cause of action", "sca-2702-a1-ecs"), ("in the alternative", ["sca-2702-a2-rcs"])]
    own, _ = gone_through(sitting, AddClaim(), *script)
    assert sitting.get(f"claims.{own}.theories") == ["sca-2702-a1-ecs", "sca-2702-a2-rcs"]


def test_choosing_none_adds_none(sitting):
    own, _ = gone_through(sitting, AddClaim(), ("cause of action", ""))
    assert own == "" and sitting.keeper.answers.keys("claims") == ["sca", "contract", "ucl"]


def test_every_element_of_every_theory_is_walked_once_and_in_order(sitting):
    walked = [element.id for element in elements_of(sitting, "sca")]
    assert (
        walked[:3] == ["ecs-to-public", "contents", "electronic-storage"]
        and len(walked) == len(set(walked)) == 10
    )


def new_contract(sitting):
    sitting.keeper.record(Change("claims.contract", "remove"))
    sitting.keeper.record(Change("claims", "add", {"id": "contract", "theories": ["ca-breach-contract"]}))
    return [element.title for element in elements_of(sitting, "contract")]


def test_walking_shows_what_must_be_pleaded_and_keeps_what_is_ticked(sitting):
    script = []
    for title in new_contract(sitting):
        script += [
            (title, "tick"),
            ("allegations that support it", ["default-on"]),
            (title, "apply"),
            SENTENCE,
            (title, "next"),
        ]
    _, asker = gone_through(sitting, OpenClaim("contract"), *script, ("claim", "done"))
    assert list(sitting.get("claims.contract.elements")) == ELEMENTS
    assert sitting.get("claims.contract.elements.breach") == {
        "allegations": ["default-on"],
        "application": "LinkedIn did it.",
    }
    notes = "\n".join(asker.seen[0].notes)
    assert "To be pleaded:" in notes
    shown = "\n".join(asker.seen[4].notes)
    assert (
        "Behind it: added in August 2024" in shown
        and "As it will print:" in shown
        and "LinkedIn did it" in shown
    )


def test_back_goes_to_the_element_before_and_out_of_the_first_to_the_chain(sitting):
    first, second = new_contract(sitting)[:2]
    script = [(first, "next"), (second, Back()), (first, Back()), ("claim", "done")]
    gone_through(sitting, OpenClaim("contract"), *script)


def test_a_new_allegation_is_written_on_the_spot(sitting):
    title = next(each.title for each in elements_of(sitting, "sca") if each.id == "electronic-storage")
    written = [
        ("what happened", "It was stored."),
        ("act as a clause", ""),
        ("date", ""),
        ("who did it", ""),
        ("kind of source", "plaintiff"),
        ("witness, expert or plaintiff", ""),
        ("footing", "personal-knowledge"),
        ("allegation", DONE),
    ]
    gone_through(
        sitting, OpenElement("sca", "electronic-storage"), (title, "write"), *written, (title, "next")
    )
    assert sitting.get("claims.sca.elements.electronic-storage.allegations") == ["it-stored"]
    assert sitting.get("allegations.it-stored.source") == {"kind": "plaintiff"}


def test_the_chain_shows_its_weak_links(sitting):
    lines = chain(sitting, "sca")
    divulged = next(line for line in lines if line.startswith("disclosure to another"))
    assert "disclosed the contents" in divulged and "[on inference or belief alone]" in divulged
    assert next(line for line in lines if line.startswith("electronic storage")).endswith("(nothing yet)")
    assert summary(sitting, "sca") == "8 of 10 elements supported"


def test_a_claim_that_is_there_opens_at_its_chain(sitting):
    script = [("claim", "element breach"), ("breach", "next"), ("claim", "done")]
    _, asker = gone_through(sitting, OpenClaim("contract"), *script)
    assert any("for the reasons stated in ¶" in note.replace("\u00a0", " ") for note in asker.seen[1].notes)


ANSWERS = [
    ("? ask the client", Unknown("ask the client")),
    ("- none was given", Without("none was given")),
    ("none: not pleaded", Without("not pleaded")),
    ("- In writing\n- At checkout", "- In writing\n- At checkout"),
    ("", None),
]


@pytest.mark.parametrize(("typed", "kept"), ANSWERS)
def test_a_causes_own_question_takes_what_every_question_takes(sitting, typed, kept):
    sitting.keeper.record(Change("claims.ucl.theories", "set", ["flsa-216b"]))
    script = [("claim", "questions"), ("written consent", typed), ("how heavy", Back()), ("written", Back())]
    _, asker = gone_through(sitting, OpenClaim("ucl"), *script, ("claim", "done"))
    assert sitting.get("claims.ucl.answers.consents") == kept
    assert asker.seen[1].place == "Violation of the Fair Labor Standards Act"


@pytest.mark.parametrize(
    "path, shown", [("claims.sca", "claim"), ("claims.sca.elements.divulged", "disclosure to another")]
)
def test_a_path_to_a_claim_or_element_opens_its_own_screen(path, shown, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "matter.yaml")
    keeper = EditingSession.open(tmp_path / "matter.yaml")
    asker = Scripted((shown, Leave()))
    run(keeper, asker, at=path, library=open_library())
    keeper.close()
    assert asker.script == [] and any("disclosed the contents" in note for note in asker.seen[0].notes)


def test_a_claim_that_is_not_in_the_list_is_written_by_questions_and_pleaded(sitting):
    script = [
        ("cause of action", "own cause"),
        ("title of the cause", "Breach of Fiduciary Duty"),
        ("citation of the cause", "Fictional Reports 12"),
        ("law of the cause", "OR"),
        ("elements", ("+", "add")),
        ("name of the element", "trust"),
        ("what must be pleaded", "a relationship of trust"),
        ("conclusion", "LinkedIn therefore owed a duty."),
        ("element", DONE),
        ("elements", DONE),
        ("remedies", DONE),
        ("cause", DONE),
    ]
    own, asker = gone_through(sitting, AddClaim(), *script)
    claim = sitting.get(f"claims.{own}")
    (cause,) = sitting.get("causes")
    assert claim["theories"] == [cause["id"]] and claim["law"] == ["OR"]
    assert [element.id for element in elements_of(sitting, own)] == ["trust"]
    assert summary(sitting, own) == "0 of 1 elements supported"
    assert sitting.claim_name(own) == "Breach of Fiduciary Duty"
    found = {one.check for one in sitting.preview.findings(sitting.keeper.answers.tree, f"claims.{own}")}
    assert "CLM-001" in found, "its elements are looked at as any claim's are"


def test_a_core_cause_is_chosen_with_the_state_whose_law_governs(sitting):
    script = [("cause of action", "negligence"), ("State whose law governs", "TX")]
    own, _ = gone_through(sitting, AddClaim(), *script)
    assert sitting.get(f"claims.{own}.theories") == ["negligence"]
    assert [element.id for element in elements_of(sitting, own)] == ["duty", "breach", "causation", "harm"]
    assert sitting.claim_name(own) == "Negligence"
