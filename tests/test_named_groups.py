"""Several parties and classes under one name: groups, a group with its exceptions, the Classes; and what is
common to the prayer, said once.
"""

import copy
import json

import pytest
import yaml
from conftest import SAMPLES_FOLDER

from drafter.complaint import assemble
from drafter.complaint.views.named_groups import shared_name
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render

BASE = yaml.load((SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
MAKERS = [f"maker-{letter}" for letter in "abcde"]
SHOPS = [f"shop-{letter}" for letter in "abcdef"]
GROUPS = [
    {"id": "makers", "name": "Maker Defendants", "members": MAKERS},
    {"id": "shops", "name": "Retailer Defendants", "members": SHOPS},
]
CALLED = {own: f"{own.replace('-', ' ').title()} Sons" for own in [*MAKERS, *SHOPS, "larkspur"]}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ([*MAKERS, *SHOPS], "the Maker and Retailer Defendants"),
        ([*MAKERS, "larkspur"], "the Maker Defendants and Larkspur Sons"),
        (MAKERS[:4], "the Maker Defendants other than Maker E Sons"),
        ([*MAKERS, *SHOPS[:5], "larkspur"], "Defendants other than Shop F Sons"),
        (SHOPS[:3], None),
        (["larkspur", "maker-a"], None),
        ([*MAKERS, *SHOPS, "larkspur"], None),
    ],
)
def test_the_shorter_of_the_list_and_the_group_with_its_exceptions_is_chosen(wanted, said):
    groups = {one["name"]: one["members"] for one in GROUPS}
    found = shared_name(wanted, list(CALLED), groups, CALLED)
    assert (found and found.said("Defendants", CALLED)) == said


def matter(tmp_path, **more):
    """The sample with eleven defendants besides Larkspur and Tallgrass."""
    sheet = copy.deepcopy(BASE)
    sheet["defendants"] += [
        {**sheet["defendants"][0], "id": own, "name": f"{CALLED[own]}, Inc.", "short": CALLED[own]}
        for own in [*MAKERS, *SHOPS]
    ]
    sheet["defendant_groups"] = GROUPS
    path = tmp_path / "matter.yaml"
    path.write_text(json.dumps({**sheet, **more}), encoding="utf-8")
    return render(assemble(load(path), open_library()).document).replace("\u00a0", " ")


def with_claims(against):
    claims = copy.deepcopy(BASE["claims"])
    for claim in claims:
        claim["against"] = against
    return claims


def test_two_groups_that_are_sued_have_one_name_wherever_they_stand(tmp_path):
    text = matter(tmp_path, claims=with_claims(["makers", "shops"]))
    counts = text.split("\nCOUNT I\n")[1]
    assert counts.count("the Maker and Retailer Defendants") > 8
    assert "The Maker and Retailer Defendants" in counts or "Defendants’" in counts
    assert "Maker A Sons, Maker B" not in counts
    assert "Shop E Sons, Inc., and Shop F Sons, Inc. are together the “Retailer Defendants.”" in text


MANY = "ca-negligence ca-fraud ca-concealment ca-conversion ca-cdafa ca-cipa-632 ca-intrusion ca-3344".split()


@pytest.mark.parametrize(("sued", "head"), [(MANY, True), (MANY[:2], False)])
def test_the_prayer_says_once_against_whom_most_of_it_goes(sued, head, tmp_path):
    claims = [
        {"id": own, "theories": [own], "for": ["plus"], "law": ["CA"], "against": ["makers", "shops"]}
        for own in sued
    ]
    claims.append({"id": "one", "theories": ["ca-negligence"], "law": ["CA"], "against": ["larkspur"]})
    prayer = matter(tmp_path, claims=claims, notices=[], statements=[]).split("PRAYER FOR RELIEF")[1]
    both = "the Maker and Retailer Defendants"
    said = f"each item against {both} unless it names another:"
    assert (said in prayer) == head and (prayer.count(both) == 2 or not head)
    assert "against Larkspur" in prayer


def test_a_group_of_plaintiffs_has_its_name_as_soon_as_it_fits(tmp_path):
    people = copy.deepcopy(BASE["plaintiffs"])
    people.append({**people[1], "id": "ade", "name": "Ngozi Ade", "short": "Ade", "experience": {}})
    claims = copy.deepcopy(BASE["claims"])
    claims[0]["by"] = ["whitfield", "ade"]
    groups = [{"id": "west", "name": "Western Plaintiffs", "members": ["whitfield", "ade"]}]
    text = matter(tmp_path, plaintiffs=people, plaintiff_groups=groups, claims=claims)
    assert "Owen Whitfield and Ngozi Ade are together the “Western Plaintiffs.”" in text
    assert "The Western Plaintiffs bring this claim" in text


def test_three_classes_are_together_the_classes(tmp_path):
    classes = copy.deepcopy(BASE["classes"])
    classes.append({**classes[1], "id": "nevada", "name": "Nevada Subclass", "states": ["NV"]})
    text = matter(tmp_path, classes=classes)
    assert text.count("Together they are the “Classes”.") == 1
    assert "common to the members of the Classes include:" in text
