"""Claims in the interview: a cause is chosen, its elements are walked one by one, and the chain from fact to
claim is seen as it grows.
"""

from __future__ import annotations

import shutil

import pytest
from conftest import SAMPLE
from scripted import Back, Scripted

from drafter.interview import claims
from drafter.interview.claims import Desk
from drafter.interview.preview import Preview
from drafter.library import open_library
from drafter.matter_files.editing import EditingSession
from drafter.tree.answers import Change

ELEMENTS = ["contract", "performance", "conditions", "breach", "harm", "causation"]


@pytest.fixture
def at_desk(tmp_path):
    """A desk over a copy of the sample, with a scripted person; `edit` writes a sentence at the path it is
    asked for.
    """
    opened = []

    def desk(*script, remove=()):
        path = tmp_path / f"matter-{len(opened)}.yaml"
        shutil.copy(SAMPLE, path)
        keeper = EditingSession.open(path)
        opened.append(keeper)
        for own in remove:
            keeper.record(Change(f"claims.{own}", "remove"))
        library = open_library()

        def edit(path):
            if path.endswith((".application", ".not_pleaded")):
                keeper.record(Change(path, "set", "LinkedIn did it."))

        return Desk(
            Scripted(*script),
            keeper,
            library,
            Preview(library),
            edit,
            lambda: "default-on",
            lambda wanted: f"{wanted}-new",
        )

    yield desk
    for keeper in opened:
        keeper.close()


def test_choosing_a_cause_makes_a_claim_with_its_parties(at_desk):
    desk = at_desk(("cause of action", "ca-breach-contract"))
    own = claims.add_claim(desk)
    sides = {"by": ["de-la-torre"], "for": ["premium"], "against": ["linkedin"]}
    assert desk.get(f"claims.{own}") == {
        "id": own,
        "theories": ["ca-breach-contract"],
        "law": ["CA"],
        "agreement": "lsa",
        **sides,
    }


def test_theories_of_one_family_are_offered_together(at_desk):
    desk = at_desk(("cause of action", "sca-2702-a1-ecs"), ("in the alternative", ["sca-2702-a2-rcs"]))
    own = claims.add_claim(desk)
    assert desk.get(f"claims.{own}.theories") == ["sca-2702-a1-ecs", "sca-2702-a2-rcs"]


def test_choosing_none_adds_none(at_desk):
    desk = at_desk(("cause of action", ""))
    assert claims.add_claim(desk) == "" and desk.keeper.answers.keys("claims") == ["sca", "contract", "ucl"]


def test_every_element_of_every_theory_is_walked_once_and_in_order(at_desk):
    desk = at_desk()
    walked = [element.id for element in claims.elements_of(desk, "sca")]
    assert (
        walked[:3] == ["ecs-to-public", "contents", "electronic-storage"]
        and len(walked) == len(set(walked)) == 10
    )


def test_walking_shows_what_must_be_pleaded_and_keeps_what_is_ticked(at_desk):
    titles = [element.title for element in claims.elements_of(at_desk(), "contract")]
    script = []
    for title in titles:
        script += [
            (title, "tick"),
            ("allegations that support it", ["default-on"]),
            (title, "apply"),
            (title, "next"),
        ]
    desk = at_desk(*script, remove=["contract"])
    desk.keeper.record(Change("claims", "add", {"id": "contract", "theories": ["ca-breach-contract"]}))
    claims.walk_elements(desk, "contract")
    assert list(desk.get("claims.contract.elements")) == ELEMENTS
    assert desk.get("claims.contract.elements.breach") == {
        "allegations": ["default-on"],
        "application": "LinkedIn did it.",
    }
    notes = "\n".join(desk.asker.seen[0].notes)
    assert "To be pleaded:" in notes
    shown = "\n".join(desk.asker.seen[3].notes)
    assert (
        "Behind it: added in August 2024" in shown
        and "As it will print:" in shown
        and "LinkedIn did it" in shown
    )


def test_back_goes_to_the_element_before_and_out_of_the_first(at_desk):
    first, second = (element.title for element in claims.elements_of(at_desk(), "contract")[:2])
    desk = at_desk((first, "next"), (second, Back()), (first, Back()))
    with pytest.raises(Back):
        claims.walk_elements(desk, "contract")


def test_a_new_allegation_is_written_on_the_spot(at_desk):
    element = next(each for each in claims.elements_of(at_desk(), "sca") if each.id == "electronic-storage")
    desk = at_desk((element.title, "write"), (element.title, "next"))
    claims.element_screen(desk, "sca", element)
    assert desk.get("claims.sca.elements.electronic-storage.allegations") == ["default-on"]


def test_the_chain_shows_its_weak_links(at_desk):
    lines = claims.chain(at_desk(), "sca")
    divulged = next(line for line in lines if line.startswith("disclosure to another"))
    assert "disclosed the contents" in divulged and "[on inference or belief alone]" in divulged
    assert next(line for line in lines if line.startswith("electronic storage")).endswith("(nothing yet)")
    assert claims.summary(at_desk(), "sca") == "8 of 10 elements supported"


def test_a_claim_that_is_there_opens_at_its_chain(at_desk):
    desk = at_desk(("claim", "element breach"), ("breach", "next"), ("claim", "done"))
    claims.open_claim(desk, "contract")
    assert desk.asker.script == []
    assert any(
        "for the reasons stated in ¶" in note.replace("\u00a0", " ") for note in desk.asker.seen[1].notes
    )


def test_answers_to_a_causes_own_questions_can_be_unknown():
    assert claims.stated("? ask the client") == ("ask the client",) and claims.stated("- none was given") == (
        "none was given",
    )
    assert claims.stated("") is None and claims.stated("2024") == "2024"


@pytest.mark.parametrize(
    "path, shown", [("claims.sca", "claim"), ("claims.sca.elements.divulged", "disclosure to another")]
)
def test_a_path_to_a_claim_or_element_opens_its_own_screen(path, shown, tmp_path):
    from drafter.interview.asking import Leave
    from drafter.interview.session import run

    shutil.copy(SAMPLE, tmp_path / "matter.yaml")
    keeper = EditingSession.open(tmp_path / "matter.yaml")
    asker = Scripted((shown, Leave()))
    run(keeper, asker, at=path, library=open_library())
    keeper.close()
    assert asker.script == [] and any("disclosed the contents" in note for note in asker.seen[0].notes)
