"""Answers by path: read, changed, moved and taken back, wherever in the outline they stand."""

from copy import deepcopy

import pytest
from conftest import SAMPLE, SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.facts.values import Unknown, Without
from drafter.matter_files.load import load
from drafter.tree.answers import Answers, Change, NoPlace, same
from drafter.tree.paths import path_of, walk
from drafter.yamltext.read import read_sheet

LARKSPUR = next(path for path in SAMPLES if path.stem.startswith("reyes"))


def answers(path=LARKSPUR):
    return Answers(read_sheet(path)[1])


def locations(value, at=()):
    for key, entry in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield (*at, key)
        yield from locations(entry, (*at, key))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_record_of_a_sheet_is_found_by_its_path_where_the_model_says_it_stands(path):
    sheet = answers(path)
    assert [
        place.path
        for place in walk(load(path).sheet)
        if place.path and sheet.location(place.path) != place.location
    ] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_path_of_every_location_leads_back_to_it(path):
    sheet = answers(path)
    assert [at for at in locations(sheet.tree) if sheet.location(path_of(sheet.tree, at)) != at] == []


def test_a_field_is_set_and_read_by_its_path():
    sheet = answers()
    sheet.apply(Change("plaintiffs.reyes.residence.city", value="Skokie"))
    sheet.apply(Change("claims.sca.elements.divulged.application", value="Larkspur sent them."))
    assert sheet.get("plaintiffs.reyes.residence.city") == "Skokie"
    assert sheet.tree["claims"][0]["elements"]["divulged"]["application"] == "Larkspur sent them."


def test_a_field_is_made_with_the_records_on_the_way_and_goes_with_them():
    sheet = answers()
    sheet.apply(Change("style.citations", value="full"))
    assert sheet.tree["style"] == {"citations": "full"}
    sheet.apply(Change("style.citations", value=None))
    assert "style" not in sheet.tree


def test_what_was_unknown_gives_place_to_what_is_now_known():
    sheet = answers(SAMPLE)
    assert isinstance(sheet.get("plaintiffs.de-la-torre.citizenship"), Unknown)
    sheet.apply(Change("plaintiffs.de-la-torre.citizenship.state", value="CA"))
    assert sheet.get("plaintiffs.de-la-torre.citizenship") == {"state": "CA"}
    sheet.undo()
    assert isinstance(sheet.get("plaintiffs.de-la-torre.citizenship"), Unknown)


def test_a_list_is_added_to_after_any_entry_first_and_last():
    sheet = answers()
    for name, after in (("middle", "reyes"), ("first", ""), ("last", None)):
        sheet.apply(Change("plaintiffs", "add", {"id": name}, after))
    assert sheet.keys("plaintiffs") == ["first", "reyes", "middle", "whitfield", "last"]


def test_entries_without_an_id_are_counted():
    sheet = answers()
    assert sheet.keys("counsel.hallam.lawyers") == ["1", "2"]
    sheet.apply(Change("counsel.hallam.lawyers.2", "move", after=""))
    assert [sheet.get(f"counsel.hallam.lawyers.{number}.name") for number in (1, 2)] == [
        "José Ito",
        "Ruth Hallam",
    ]


def test_an_allegation_has_one_path_under_whatever_heading_or_section_it_stands():
    sheet = answers()
    assert sheet.location("allegations.no-notice") == ("allegations", 1, "items", 2)
    sheet.apply(
        Change(
            "sections",
            "add",
            {"id": "scienter", "heading": "Scienter", "items": [{"id": "knew", "text": "Larkspur knew."}]},
        )
    )
    assert sheet.location("allegations.knew") == ("sections", 0, "items", 0)


def test_a_heading_without_an_id_is_counted_and_its_items_are_named_by_its_path():
    sheet = answers()
    assert sheet.keys("allegations.2.items")[:2] == ["vendor-contract", "nightly-copies"]
    sheet.apply(Change("allegations.2.id", value="gave"))
    sheet.apply(Change("allegations.gave.items", "add", {"id": "more", "text": "More."}, "vendor-contract"))
    assert sheet.keys("allegations.gave.items")[:3] == ["vendor-contract", "more", "nightly-copies"]


def test_the_last_entry_removed_takes_its_list_with_it_so_that_nothing_says_there_are_none():
    sheet = answers()
    sheet.apply(Change("counsel.hallam", "remove"))
    assert "counsel" not in sheet.tree
    sheet.apply(Change("related_cases", value=[]))
    assert sheet.tree["related_cases"] == []


def test_an_entry_keeps_its_undo_when_it_gets_another_id():
    sheet = answers()
    before = deepcopy(sheet.tree)
    sheet.apply(Change("plaintiffs.reyes.id", value="dana"))
    assert sheet.get("plaintiffs.dana.name") == "Dana Reyes"
    assert sheet.undo() == Change("plaintiffs.reyes.id", value="dana")
    assert sheet.tree == before


@pytest.mark.parametrize(
    "change",
    [
        Change("plaintiffs", "add", {"id": "whitfield"}),
        Change("plaintiffs.reyes.id", value="whitfield"),
        Change("plaintiffs.reyes", value={"id": "whitfield"}),
        Change(
            "allegations.1.items", "add", {"id": "no-notice", "text": "It stands under the second heading."}
        ),
        Change("allegations.plus-service.id", value="no-notice"),
    ],
    ids=lambda change: f"{change.act} {change.path}",
)
def test_an_id_names_one_entry_and_is_not_given_to_another(change):
    sheet = answers()
    before = deepcopy(sheet.tree)
    with pytest.raises(ValueError, match="is used already"):
        sheet.apply(change)
    assert sheet.tree == before
    sheet.apply(Change("plaintiffs.reyes.id", value="reyes"))
    sheet.apply(Change("court.id", value="claims"))


@pytest.mark.parametrize(
    "change",
    [
        Change("plaintiffs.nobody.name", value="Ann"),
        Change("notices.nobody.sent", value="2024"),
        Change("plaintiffs.nobody", "remove"),
        Change("plaintiffs", "add", {"id": "ann"}, "nobody"),
        Change("court.county", "add", "Cook"),
        Change("court.county.name", value="Cook"),
        Change("plaintiffs.reyes", "move", None, "reyes"),
    ],
    ids=lambda change: f"{change.act} {change.path}",
)
def test_a_change_without_a_place_changes_nothing(change):
    sheet = answers()
    before = deepcopy(sheet.tree)
    with pytest.raises(NoPlace):
        sheet.apply(change)
    assert sheet.tree == before and not sheet.past


def test_text_is_cleaned_on_the_way_in_and_a_blank_is_no_answer():
    sheet = answers()
    sheet.apply(Change("matter", value="  Reyes\x0bv. Larkspur\u2028 \r\n"))
    assert sheet.get("matter") == "Reyes\nv. Larkspur"
    sheet.apply(
        Change("court", value={"id": "ilnd", "judge": " ", "standing_order_read": True, "county": None})
    )
    assert sheet.tree["court"] == {"id": "ilnd", "standing_order_read": "yes"}
    sheet.apply(Change("legend", value="\n"))
    assert "legend" not in sheet.tree


def test_an_unknown_is_not_a_none():
    assert not same(Unknown("ask"), Without("ask"))
    assert same({"a": ["x\n"]}, {"a": ["x"]})


TEXTS = st.sampled_from(["Cook", "NO", "two\n\nparagraphs", "{unknown}", ""])
VALUES = st.one_of(
    TEXTS,
    st.none(),
    st.builds(Unknown, TEXTS),
    st.lists(TEXTS, max_size=2),
    st.just({}),
    st.fixed_dictionaries({"id": st.sampled_from(["a1", "b2"]), "name": TEXTS}),
)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_taking_everything_back_restores_the_sheet_to_the_letter(data):
    sheet = answers()
    before = deepcopy(sheet.tree)
    for _ in range(data.draw(st.integers(1, 12))):
        places = list(locations(sheet.tree))
        at = data.draw(st.sampled_from(places))
        path, act = (
            path_of(sheet.tree, at),
            data.draw(st.sampled_from(["set", "set", "add", "remove", "move"])),
        )
        neighbours = sheet.keys(path if act == "add" else path_of(sheet.tree, at[:-1]))
        name = data.draw(st.sampled_from(["", "", ".note", ".place.city"]))
        try:
            sheet.apply(
                Change(
                    path + name, act, data.draw(VALUES), data.draw(st.sampled_from([None, "", *neighbours]))
                )
            )
        except (NoPlace, ValueError):
            continue
    while sheet.undo():
        pass
    assert sheet.tree == before
