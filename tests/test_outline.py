"""The outlines of a raw tree walked: the same whoever asks."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.facts.values import Unknown, Without
from drafter.tree.json_values import as_json, from_json
from drafter.tree.outline import is_heading, outline_entries, outline_lists, outlines
from drafter.tree.paths import locate, path_of, value_at

ALLEGATION = st.fixed_dictionaries({"text": st.text(max_size=9)})
OUTLINE = st.recursive(
    st.lists(ALLEGATION, max_size=3),
    lambda items: st.lists(
        st.one_of(ALLEGATION, st.fixed_dictionaries({"heading": st.just("H"), "items": items})), max_size=3
    ),
    max_leaves=12,
)


def numbered(items):
    """The outline with an id on each entry."""
    for number, (_, entry) in enumerate(outline_entries(items)):
        entry["id"] = f"e{number}"
    return items


@given(OUTLINE, OUTLINE)
def test_every_entry_is_walked_once_in_order_with_its_place(facts, section):
    tree = {"allegations": numbered(facts), "sections": [{"heading": "More", "items": section}]}
    walked = [pair for where, items in outlines(tree) for pair in outline_entries(items, where)]
    assert all(value_at(tree, where) is entry for where, entry in walked)
    assert [where for where, _ in walked] == sorted(where for where, _ in walked)
    assert sum(map(len, (list_ for _, items in outlines(tree) for list_ in outline_lists(items)))) == len(
        walked
    )


@given(OUTLINE)
def test_an_allegation_is_located_wherever_it_stands(facts):
    tree = {"allegations": numbered(facts)}
    for where, entry in outline_entries(facts, ("allegations",)):
        if not is_heading(entry):
            assert locate(tree, f"allegations.{entry['id']}") == where
            assert path_of(tree, where) == f"allegations.{entry['id']}"


def test_what_is_no_outline_is_passed_over():
    assert list(outline_entries(None)) == list(outline_lists("x")) == []
    assert [items for _, items in outlines({"sections": "x"})] == [None]
    assert [entry for _, entry in outline_entries([1, {"text": "a"}])] == [{"text": "a"}]


RAW = st.recursive(
    st.one_of(st.text(max_size=5), st.builds(Unknown, st.text(max_size=5)), st.builds(Without, st.text())),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(RAW)
def test_a_raw_value_comes_back_from_json_as_it_was(value):
    assert from_json(as_json(value)) == value
