"""The amount in controversy against sums worked out by hand: capped, per person, per violation, in the
alternative.
"""

import pytest
from planted import put
from test_checks import SAMPLES

from drafter.complaint import assemble
from drafter.complaint.views.amount import amount_in_controversy
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.yamltext.rewrite import apply

FOR = {"for": ["plus"], "against": ["larkspur"]}


def reckon(tmp_path, *changes):
    path = tmp_path / "matter.yaml"
    path.write_text(apply(SAMPLES["reyes"].read_text(encoding="utf-8"), changes), encoding="utf-8")
    return amount_in_controversy(assemble(load(path), open_library()).matter)


def claims(*theories):
    return put(
        "claims",
        [{"id": f"claim-{number}", "theories": [theory], **FOR} for number, theory in enumerate(theories, 1)],
    )


def size(low, high=None):
    return put(
        "classes.plus.numerosity",
        {"low": str(low), "source": "its report", **({"high": str(high)} if high else {})},
    )


def loss(**sums):
    return put("jurisdiction.amount", sums)


CASES = {
    "per person: 210,000 members at $1,000": ([], 210_000_000, 210_000_000, 210_000_000),
    "per person, between 4,000 and 6,000 members": ([size(4000, 6000)], 4_000_000, 4_000_000, 6_000_000),
    "capped: 20,000 debtors at $1,000 would be $20,000,000; the class has $500,000": (
        [claims("fdcpa-1692"), size(20000)],
        500_000,
        500_000,
        500_000,
    ),
    "capped but small: 300 debtors at $1,000 stay under the cap": (
        [claims("fdcpa-1692"), size(300)],
        300_000,
        300_000,
        300_000,
    ),
    "for the case: Truth in Lending gives a class at most $1,000,000 however many": (
        [claims("tila-1640"), size(90000)],
        1_000_000,
        1_000_000,
        1_000_000,
    ),
    "per violation: one each for 12,000 members at $500 (TCPA)": (
        [claims("tcpa-227b"), size(12000)],
        6_000_000,
        6_000_000,
        6_000_000,
    ),
    "in the alternative: two claims for one loss count once, the larger": (
        [claims("fdcpa-1692", "sca-2702-a1-ecs"), size(9000)],
        9_000_000,
        9_000_000,
        9_000_000,
    ),
    "actual loss: 50,000 members at $40 to $120, most likely $100": (
        [
            claims("ca-negligence"),
            size(50000),
            loss(per_member_low="40", per_member_likely="100", per_member_high="120"),
        ],
        2_000_000,
        5_000_000,
        6_000_000,
    ),
    "capped at the top alone: 300 to 20,000 debtors at $1,000 are $300,000 to the class's $500,000": (
        [claims("fdcpa-1692"), size(300, 20000)],
        300_000,
        300_000,
        500_000,
    ),
    "in the alternative, each figure the larger: 1,000 × $1,000 for the statute; 1,000 × $200, $800, $2,500 for the loss": (  # noqa: E501
        [
            claims("sca-2702-a1-ecs", "ca-negligence"),
            size(1000),
            loss(per_member_low="200", per_member_likely="800", per_member_high="2500"),
        ],
        1_000_000,
        1_000_000,
        2_500_000,
    ),
    "an injunction's value is added": (
        [claims("ca-negligence"), size(50000), loss(per_member_likely="100", injunction_value="$750,000")],
        5_750_000,
        5_750_000,
        5_750_000,
    ),
    "nothing to reckon with": ([claims("ca-negligence"), loss(working="It is large.")], 0, 0, 0),
}


@pytest.mark.parametrize("name", CASES)
def test_the_amount_is_what_it_is_by_hand(name, tmp_path):
    changes, low, likely, high = CASES[name]
    found = reckon(tmp_path, *changes)
    assert (found.low, found.likely, found.high) == (low, likely, high), found.lines()


def test_the_working_of_a_class_of_uncertain_size_shows_both_ends(tmp_path):
    lines = reckon(tmp_path, claims("fdcpa-1692"), size(300, 20000)).lines()
    assert (
        lines[0]
        == "claim-1, plus: 300 to 20,000 members × $1,000 for each member = $300,000 to $20,000,000, capped"
        " for the class at $500,000 (15 U.S.C. § 1692k(a)(2)(B))"
    )
    assert lines[1].startswith(
        "Together (for each class its largest claim, not the sum): $300,000, between $300,000 and $500,000"
    )


def test_the_working_is_told_step_by_step(tmp_path):
    lines = reckon(tmp_path, claims("fdcpa-1692"), size(20000)).lines()
    assert (
        lines[0]
        == "claim-1, plus: 20,000 members × $1,000 for each member = $20,000,000, capped for the class at"
        " $500,000 (15 U.S.C. § 1692k(a)(2)(B))"
    )
    assert (
        lines[1]
        == "Together (for each class its largest claim, not the sum): $500,000, exclusive of interest and"
        " costs."
    )


def test_the_class_above_is_found_without_an_end_for_classes_that_are_part_of_each_other():
    from types import SimpleNamespace

    from drafter.complaint.views.amount import _top

    above = {f"c{number}": f"c{number + 1}" for number in range(5000)}
    chain = {own: SimpleNamespace(subclass_of=parent) for own, parent in above.items()}
    assert _top({**chain, "c5000": SimpleNamespace(subclass_of=None)}, "c0") == "c5000"
    each = {"a": SimpleNamespace(subclass_of="b"), "b": SimpleNamespace(subclass_of="a")}
    assert [_top(each, own) for own in each] == ["a", "a"]
