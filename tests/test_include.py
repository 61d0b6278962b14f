"""What a sheet includes: merging, where each value comes from, hostile files, and answers given over
inherited ones.
"""

import os
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import SheetError
from drafter.facts.values import Without
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.include import MOST_FILES, profiles_folder
from drafter.matter_files.load import load
from drafter.matter_files.provenance import trace
from drafter.tree.answers import Answers, Change, same
from drafter.tree.merge import Layer, merge
from drafter.tree.overlay import overlay
from drafter.yamltext.read import SourceFile, parse
from drafter.yamltext.rewrite import new

PROFILE = """schema_version: 1
defendants:
  - id: acme
    name: Acme, Inc.
    kind: corporation
    principal_place_of_business: {state: DE}
  - id: beta
    name: Beta LLC
counsel:
  - id: stone
    firm: Stone & Reed LLP
    lawyers:
      - name: Ann Stone
allegations:
  - heading: Acme Lost the Records
    items:
      - id: taken
        text: The records were taken.
      - id: told
        text: Acme told nobody.
relief: {}
nature: [First sentence., Second sentence.]
"""
SHEET = """schema_version: 1
include:
  - ../profiles/acme.yaml
matter: Lee v. Acme
court: {id: cand}
"""


@pytest.fixture
def matter(tmp_path):
    """A folder with a profile and a sheet that includes it."""
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "acme.yaml").write_text(PROFILE)
    (tmp_path / "lee").mkdir()
    sheet = tmp_path / "lee" / "lee.yaml"
    sheet.write_text(SHEET)
    return sheet


def merged(sheet, text):
    sheet.write_text(SHEET + text)
    return load(sheet).tree


# --- merging
# ------------------------------------------------------------------------------------------------------------


def test_the_nearest_value_wins_and_what_is_not_said_stays(matter):
    tree = merged(
        matter,
        "defendants:\n  - id: acme\n    name: Acme Corp.\n    principal_place_of_business: {city: Oakland}\n",
    )
    acme, beta = tree["defendants"]
    assert (acme["name"], acme["kind"]) == ("Acme Corp.", "corporation")
    assert (
        acme["principal_place_of_business"] == {"state": "DE", "city": "Oakland"}
        and beta["name"] == "Beta LLC"
    )


@pytest.mark.parametrize("blank", ["", "~", "null", "[]", "{}"])
def test_a_blank_never_erases(matter, blank):
    assert (
        merged(matter, f"defendants: {blank}\nnature: {blank}\n")["defendants"]
        == load(matter).tree["defendants"]
        != []
    )
    assert load(matter).tree["nature"] == ["First sentence.", "Second sentence."]


def test_a_field_is_cleared_by_name_or_by_a_reason_that_there_is_none(matter):
    tree = merged(
        matter,
        "defendants:\n  - id: acme\n    principal_place_of_business: {clear: true}\n    name: {none: not"
        " known}\nnature: {clear: yes}\n",
    )
    assert (
        "principal_place_of_business" not in tree["defendants"][0]
        and tree["defendants"][0]["name"] == Without("not known")
        and "nature" not in tree
    )


def test_entries_merge_by_id_keep_their_order_and_new_ones_come_last(matter):
    tree = merged(
        matter,
        "defendants:\n  - {id: gamma, name: Gamma}\n  - {id: beta, name: Beta Inc}\n  - {id: alpha, name:"
        " Alpha, after: acme}\n  - {id: zero, name: Zero, first: true}\n",
    )
    assert [(entry["id"], entry["name"]) for entry in tree["defendants"]] == [
        ("zero", "Zero"),
        ("acme", "Acme, Inc."),
        ("alpha", "Alpha"),
        ("beta", "Beta Inc"),
        ("gamma", "Gamma"),
    ]
    assert not any("after" in entry or "first" in entry for entry in tree["defendants"])


def test_lists_without_ids_stand_in_place_of_the_inherited_one(matter):
    assert merged(matter, "nature: [Only this.]\n")["nature"] == ["Only this."]


def test_an_entry_is_dropped_with_a_reason_and_only_if_it_is_there(matter):
    assert [
        entry["id"]
        for entry in merged(matter, "defendants:\n  - {id: beta, drop: true, why: not sued here}\n")[
            "defendants"
        ]
    ] == ["acme"]
    matter.write_text(SHEET + "defendants:\n  - {id: beta, drop: true}\n")
    with pytest.raises(SheetError, match=r"lee.yaml:7: drop: “beta” is dropped without a reason"):
        load(matter)
    matter.write_text(SHEET + "defendants:\n  - {id: bta, drop: true, why: x}\n")
    with pytest.raises(SheetError, match=r"lee.yaml:7: drop: nothing inherited here has the id “bta”"):
        load(matter)
    matter.write_text(SHEET + "defendants:\n  - {id: new, name: New, after: bta}\n")
    with pytest.raises(SheetError, match=r"lee.yaml:7: after: nothing here has the id “bta”"):
        load(matter)


def test_an_allegation_is_found_under_whatever_heading_it_stands(matter):
    tree = merged(
        matter,
        "allegations:\n  - {id: told, text: Acme told no one.}\n  - {id: late, text: It was late., after:"
        " taken}\n  - heading: Acme Lost the Records\n    items:\n      - {id: last, text: Last.}\n  - {id:"
        " loose, text: Loose.}\n",
    )
    heading, loose = tree["allegations"]
    assert [(entry["id"], entry["text"]) for entry in heading["items"]] == [
        ("taken", "The records were taken."),
        ("late", "It was late."),
        ("told", "Acme told no one."),
        ("last", "Last."),
    ]
    assert loose["id"] == "loose"


def test_a_whole_list_can_be_replaced_with_a_reason(matter):
    tree = merged(
        matter, "allegations:\n  - {replace: true, why: other facts}\n  - {id: other, text: Other.}\n"
    )
    assert tree["allegations"] == [{"id": "other", "text": "Other."}]


def test_sections_keep_the_field_that_is_named_after(tmp_path, matter):
    tree = merged(matter, "sections:\n  - {id: market, heading: THE MARKET, after: parties}\n")
    assert tree["sections"] == [{"id": "market", "heading": "THE MARKET", "after": "parties"}]


_words = st.text("abc xyz.", min_size=1, max_size=8).map(str.strip).filter(bool)
_ids = st.sampled_from(["a", "b", "c", "d", "e"])
_injury = st.fixed_dictionaries(
    {"id": st.sampled_from(["hurt", "lost", "time"])}, optional={"text": _words, "kind": _words}
)
_purchase = st.fixed_dictionaries(
    {"product": _words}, optional={"seller": _words, "place": st.fixed_dictionaries({"city": _words})}
)
_experience = st.fixed_dictionaries(
    {},
    optional={
        "injuries": st.lists(_injury, min_size=1, max_size=3).map(lambda entries: _unique(entries)),
        "purchases": st.lists(_purchase, min_size=1, max_size=2),
        "data_types": st.lists(_words, min_size=1, max_size=2),
    },
).filter(bool)
_party = st.fixed_dictionaries(
    {"id": _ids},
    optional={
        "name": _words,
        "experience": _experience,
        "residence": st.fixed_dictionaries({}, optional={"city": _words, "state": _words}).filter(bool),
    },
)


def _unique(entries):
    return list({entry["id"]: entry for entry in entries}.values())


_layer = st.fixed_dictionaries(
    {},
    optional={
        "matter": _words,
        "court": st.fixed_dictionaries({}, optional={"county": _words, "judge": _words}).filter(bool),
        "plaintiffs": st.lists(_party, min_size=1, max_size=4).map(_unique),
        "nature": st.lists(_words, min_size=1, max_size=3),
    },
)
_whole = st.fixed_dictionaries(
    {},
    optional={
        "allegations": (
            st.lists(st.sampled_from("hijklmnop"), min_size=1, max_size=7, unique=True).flatmap(
                lambda ids: st.tuples(
                    st.just(ids),
                    st.lists(st.integers(0, 2), min_size=len(ids), max_size=len(ids)),
                    st.lists(_words, min_size=len(ids), max_size=len(ids)),
                ).map(lambda drawn: _outline(*drawn))
            )
        )
    },
)


def _outline(ids, levels, words):
    """An outline made of the allegations `ids`: loose ones, and ones under the heading of their level."""
    items, heads = [], {}
    for own, level, text in zip(ids, levels, words, strict=True):
        entry = {"id": own, "text": text}
        if not level:
            items.append(entry)
        elif level in heads:
            heads[level]["items"].append(entry)
        else:
            heads[level] = {"heading": f"Heading {level}", "items": [entry]}
            items.append(heads[level])
    return items


_full = st.tuples(_layer, _whole).map(lambda both: {**both[0], **both[1]})


def layers(*trees):
    return [Layer(SourceFile(f"{number}.yaml", new(tree), ""), tree) for number, tree in enumerate(trees)]


@given(_layer, _layer, _layer)
def test_merging_is_associative_for_layers_that_only_set(one, two, three):
    left = merge(layers(merge(layers(one, two)), three))
    right = merge(layers(one, merge(layers(two, three))))
    assert left == right


@given(_full, _full, _full)
def test_so_it_is_with_outlines(one, two, three):
    left = merge(layers(merge(layers(one, two)), three))
    right = merge(layers(one, merge(layers(two, three))))
    assert left == right


@given(_full, _full)
def test_merging_changes_no_layer_keeps_the_order_and_loses_nothing(one, two):
    before = deepcopy((one, two))
    whole = merge(layers(one, two))
    assert (one, two) == before
    ids = [entry["id"] for entry in whole.get("plaintiffs", [])]
    far, near = ([entry["id"] for entry in tree.get("plaintiffs", [])] for tree in (one, two))
    assert ids == [*far, *(own for own in near if own not in far)]
    assert merge(layers(one, {})) == merge(layers({}, one)) == one


@given(_full, st.data())
def test_blanks_never_erase(one, data):
    blanks = {name: data.draw(st.sampled_from([[], {}])) for name in one}
    assert merge(layers(one, blanks)) == one


@settings(max_examples=300)
@given(_full, _full)
def test_an_overlay_over_what_is_inherited_gives_what_is_wanted(base, wanted):
    assert same(merge(layers(base, overlay(base, wanted))), wanted)


@given(_full, _full)
def test_an_overlay_of_nothing_changed_is_empty_and_what_was_said_again_stays(base, own):
    assert overlay(base, base) == {}
    wanted = merge(layers(base, own))
    assert same(merge(layers(base, overlay(base, wanted, own))), wanted)


@given(_full, _full, _full)
def test_every_value_is_traced_to_the_line_that_set_it(one, two, three):
    made = [
        Layer(
            SourceFile(f"{number}.yaml", text := new({"schema_version": "1", **tree}), ""), parse(text, "x")
        )
        for number, tree in enumerate((one, two, three))
    ]
    whole = trace(made)
    lines = {layer.source.name: layer.source.text.split("\n") for layer in made}
    assert same(whole.tree, merge(made))
    for where, origin in whole.origins.items():
        value = whole.tree
        for part in where:
            value = value[part]
        shown = "\n".join(lines[origin.file][origin.line - 1 : origin.line + 1])
        assert str(value) in shown, (where, origin, shown)
        nearest = [layer for layer in made if _says(layer.tree, where, whole.tree)]
        assert not nearest or where[0] == "allegations" or origin.file == nearest[-1].source.name


def _says(tree, where, whole):
    """Whether a layer sets the field at `where`: entries are compared by id."""
    for part in where:
        if isinstance(part, int):
            own = whole[part].get("id") if isinstance(whole[part], dict) else None
            if own is None or not all(isinstance(entry, dict) and "id" in entry for entry in tree):
                return False
            found = [entry for entry in tree if entry["id"] == own]
            if not found:
                return False
            tree, whole = found[0], whole[part]
        elif not isinstance(tree, dict) or part not in tree:
            return False
        else:
            tree, whole = tree[part], whole[part]
    return True


def merged_of(*texts):
    made = [parse(f"schema_version: 1\n{text}", f"{number}.yaml") for number, text in enumerate(texts)]
    before = deepcopy(made)
    tree = merge(
        [
            Layer(SourceFile(f"{number}.yaml", f"schema_version: 1\n{text}", ""), own)
            for number, (text, own) in enumerate(zip(texts, made, strict=True))
        ]
    )
    assert made == before
    return tree


def test_a_list_in_which_an_id_stands_twice_is_not_merged_so_that_the_mistake_is_told(matter):
    tree = merged_of("defendants: [{id: a, name: A}]", "defendants: [{id: a, name: B}, {id: a, name: C}]")
    assert tree["defendants"] == [{"id": "a", "name": "B"}, {"id": "a", "name": "C"}]
    matter.write_text(
        SHEET + "defendants:\n  - {id: gamma, name: G}\n  - {id: gamma, name: H}\n", encoding="utf-8"
    )
    with pytest.raises(SheetError, match="the id “gamma” is used twice"):
        load(matter)


def test_an_allegation_that_stands_twice_in_one_file_is_told_and_none_is_lost(matter):
    matter.write_text(
        SHEET
        + "allegations:\n  - {id: new, text: One.}\n  - heading: Later\n    items:\n      - {id: new, text:"
        " Two.}\n",
        encoding="utf-8",
    )
    with pytest.raises(SheetError, match=r"lee.yaml:10: the id “new” is used twice in this file"):
        load(matter)
    matter.write_text(
        SHEET
        + "allegations:\n  - {id: told, drop: true, why: in other words}\n  - {id: told, text: Anew., first:"
        " true}\n",
        encoding="utf-8",
    )
    assert load(matter).tree["allegations"][0] == {"id": "told", "text": "Anew."}


def test_a_list_with_ids_stands_in_place_of_one_without_and_the_other_way_round():
    assert merged_of("exhibits: [{title: X}]", "exhibits: [{id: a, title: A}]")["exhibits"] == [
        {"id": "a", "title": "A"}
    ]
    assert merged_of("exhibits: [{id: a, title: A}]", "exhibits: [{title: X}]")["exhibits"] == [
        {"title": "X"}
    ]
    assert merged_of("nature: One.", "nature: [Two.]", "nature: {a: b}") == {
        "schema_version": "1",
        "nature": {"a": "b"},
    }


def test_in_a_list_without_ids_a_field_that_is_cleared_is_not_there_and_no_layer_is_shared():
    texts = (
        "searches: [{kind: other, found: none, where: {clear: true}}]",
        "searches: [{kind: other, found: {clear: true}}, {a: [{b: c, d: {clear: true}}]}]",
    )
    tree = merged_of(*texts)
    assert tree["searches"] == [{"kind": "other"}, {"a": [{"b": "c"}]}]
    tree["searches"][0]["kind"] = "changed"
    assert merged_of(*texts)["searches"][0] == {"kind": "other"}


def test_a_mistake_after_a_replacing_entry_is_told_with_its_own_line(matter):
    matter.write_text(
        SHEET
        + "defendants:\n  - {replace: true, why: others}\n  - {id: one, name: One}\n  - {id: two, drop: true,"
        " why: x}\n",
        encoding="utf-8",
    )
    with pytest.raises(SheetError, match=r"lee.yaml:9: drop: nothing inherited here has the id “two”"):
        load(matter)


# --- where a value comes from, and messages
# --------------------------------------------------------------------------------------------


def test_where_names_file_and_line_and_what_was_in_place(matter, run):
    matter.write_text(
        SHEET
        + "defendants:\n  - id: acme\n    name: Acme Corp.\n  - {id: beta, drop: true, why: not sued here}\n"
    )
    told = run("where", str(matter)).stdout
    assert (
        f"defendants.acme.name: Acme Corp. ({matter}:8, in place of {matter.parents[1]}/profiles/acme.yaml:4)"
        in told
    )
    assert (
        f"allegations.taken.text: The records were taken. ({matter.parents[1]}/profiles/acme.yaml:18)" in told
    )
    assert "dropped: Beta LLC" in told
    one = run("where", str(matter), "defendants.acme.kind").stdout
    assert one.splitlines() == [
        f"defendants.acme.kind: corporation ({matter.parents[1]}/profiles/acme.yaml:5)"
    ]
    missing = run("where", str(matter), "defendants.gamma")
    assert missing.returncode == 2 and "the sheet has nothing there" in missing.stderr


def test_a_mistake_in_an_included_file_is_told_with_that_file_and_line(matter):
    profile = matter.parents[1] / "profiles" / "acme.yaml"
    profile.write_text(PROFILE.replace("kind: corporation", "kin: corporation"))
    with pytest.raises(SheetError, match=r"profiles/acme.yaml:5: “kin” is not a field here"):
        load(matter)


def test_an_included_file_is_migrated_and_must_have_a_version(matter):
    (matter.parents[1] / "profiles" / "acme.yaml").write_text(PROFILE.removeprefix("schema_version: 1\n"))
    with pytest.raises(SheetError, match=r"acme.yaml:1: schema_version is missing"):
        load(matter)


def test_a_sheet_that_includes_nothing_is_read_as_before(tmp_path):
    sheet = tmp_path / "lee.yaml"
    sheet.write_text("schema_version: 1\nmatter: Lee\n")
    assert load(sheet).layers == [] and load(sheet).hashes == []


# --- hostile includes
# ------------------------------------------------------------------------------------------------------------


def refused(sheet, words):
    before = {
        path: path.read_bytes()
        for path in sheet.parents[1].rglob("*")
        if path.is_file() and os.access(path, os.R_OK)
    }
    with pytest.raises(SheetError) as problem:
        load(sheet)
    assert words in problem.value.message and problem.value.hint and "\n" not in problem.value.message
    with pytest.raises(SheetError):
        EditingSession.open(sheet)
    left = [
        path
        for path in sheet.parents[1].rglob("*")
        if path.is_file() and path not in before and os.access(path, os.R_OK)
    ]
    assert left == [] and all(path.read_bytes() == data for path, data in before.items())


def including(sheet, *names):
    sheet.write_text("schema_version: 1\ninclude:\n" + "".join(f"  - {name}\n" for name in names))
    return sheet


def test_a_circle_of_includes_is_refused(matter):
    profiles = matter.parents[1] / "profiles"
    (profiles / "acme.yaml").write_text("schema_version: 1\ninclude: [firm.yaml]\n")
    (profiles / "firm.yaml").write_text("schema_version: 1\ninclude: [../lee/lee.yaml]\n")
    refused(
        matter, "goes round in a circle: lee.yaml includes acme.yaml includes firm.yaml includes lee.yaml"
    )
    refused(including(matter, "lee.yaml"), "lee.yaml includes lee.yaml")


@pytest.mark.parametrize("name", ["../../outside.yaml", "../profiles/../../outside.yaml"])
def test_a_path_that_leads_out_of_the_matters_root_is_refused(tmp_path, name):
    (tmp_path / "outside.yaml").write_text("schema_version: 1\nmatter: Secret\n")
    (tmp_path / "matters" / "profiles").mkdir(parents=True)
    (tmp_path / "matters" / "lee").mkdir()
    refused(including(tmp_path / "matters" / "lee" / "lee.yaml", name), "leads out of")


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "~/secret.yaml", "C:/secret.yaml", "'\\\\server\\share.yaml'"]
)
def test_an_absolute_path_is_refused(matter, name):
    refused(including(matter, name), "an included file is named from the folder of this one")


def test_a_symbolic_link_that_leads_out_is_refused(tmp_path):
    (tmp_path / "outside.yaml").write_text("schema_version: 1\nmatter: Secret\n")
    (tmp_path / "matters" / "lee").mkdir(parents=True)
    (tmp_path / "matters" / "lee" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    refused(including(tmp_path / "matters" / "lee" / "lee.yaml", "link.yaml"), "link.yaml leads out of")


def test_a_root_file_widens_what_may_be_included(tmp_path):
    (tmp_path / ".drafter-root").write_text("")
    (tmp_path / "shared.yaml").write_text("schema_version: 1\nmatter: Shared\n")
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    assert (
        load(including(tmp_path / "a" / "b" / "c" / "lee.yaml", "../../../shared.yaml")).sheet.matter
        == "Shared"
    )


def test_ten_thousand_files_are_refused_before_they_are_read(matter):
    refused(
        including(matter, *(f"part{number}.yaml" for number in range(10_000))),
        f"10,000 files are included; {MOST_FILES} are the most",
    )


def test_a_chain_of_many_files_is_refused(matter):
    for number in range(300):
        (matter.parent / f"part{number}.yaml").write_text(
            f"schema_version: 1\ninclude: [part{number + 1}.yaml]\n"
        )
    refused(including(matter, "part0.yaml"), "includes are nested more than")


def test_a_tree_of_many_files_is_refused(matter):
    for number in range(150):
        (matter.parent / f"part{number}.yaml").write_text(
            f"schema_version: 1\ninclude: [leaf{number}.yaml]\n"
        )
        (matter.parent / f"leaf{number}.yaml").write_text("schema_version: 1\n")
    refused(
        including(matter, *(f"part{number}.yaml" for number in range(150))), "more is included than 200 files"
    )


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "there is no such file"),
        (lambda path: path.mkdir(), "is not a file"),
        (lambda path: os.mkfifo(path), "is not a file"),
        (lambda path: path.write_bytes(b"PK\3\4\0\0\xff"), "odd.yaml"),
        (
            lambda path: path.write_text("- just\n- a list\n"),
            "a fact sheet is a list of “name: value” entries",
        ),
        (lambda path: path.write_text("schema_version: 99\n"), "written by a later drafter"),
    ],
)
def test_what_is_no_sheet_is_refused_with_one_message(matter, make, words):
    make(matter.parent / "odd.yaml")
    refused(including(matter, "odd.yaml"), words)


def test_an_unreadable_file_is_told_as_such(matter, monkeypatch):
    profile = os.path.realpath(matter.parents[1] / "profiles" / "acme.yaml")
    plain = os.open

    def opened(name, *how, **named):
        if os.path.realpath(name) == profile:
            raise PermissionError(13, "Permission denied", profile)
        return plain(name, *how, **named)

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(SheetError, match=r"lee.yaml:3: .*acme.yaml cannot be read: Permission denied"):
        load(matter)


def test_a_file_that_changes_under_ones_feet_is_read_again_and_given_up_in_the_end(matter, monkeypatch):
    import drafter.matter_files.include as include

    profile = matter.parents[1] / "profiles" / "acme.yaml"
    plain, left = include.read_sheet, [1]

    def read(path):
        found = plain(path)
        if left[0]:
            left[0] -= 1
            profile.write_text(PROFILE.replace("Acme, Inc.", f"Acme {left[0]} times, Inc."))
        return found

    monkeypatch.setattr(include, "read_sheet", read)
    assert load(matter).tree["defendants"][0]["name"] == "Acme 0 times, Inc."
    left[0] = 50
    with pytest.raises(SheetError, match="was being changed while it was read"):
        load(matter)


def test_include_is_a_list_of_names(matter):
    matter.write_text("schema_version: 1\ninclude: {a: b}\n")
    refused(matter, "include is a list of files")


def test_the_users_own_profiles_are_included_by_name(matter, monkeypatch, tmp_path):
    monkeypatch.setenv("DRAFTER_PROFILES", str(tmp_path / "own"))
    assert profiles_folder() == tmp_path / "own"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "firm.yaml").write_text("schema_version: 1\nmatter: From the profile\n")
    assert load(including(matter, "profile:firm")).sheet.matter == "From the profile"
    refused(including(matter, "profile:../secret"), "is not the name of a profile")


# --- answers over inherited values
# -----------------------------------------------------------------------------------------------------


def test_an_answer_over_an_inherited_one_is_written_alone(matter):
    keeper = EditingSession.open(matter)
    assert (
        keeper.inherited("defendants.acme.name").endswith("profiles/acme.yaml")
        and keeper.inherited("matter") == ""
    )
    keeper.record(Change("defendants.acme.name", "set", "Acme Corp."))
    keeper.record(Change("allegations", "add", {"id": "own", "text": "Our own fact."}))
    keeper.record(Change("defendants.beta", "remove"))
    keeper.close()
    assert matter.read_text().startswith(SHEET)
    own = parse(matter.read_text(), "x")
    assert own["defendants"] == [
        {"id": "acme", "name": "Acme Corp."},
        {"id": "beta", "drop": "true", "why": "Not in this matter."},
    ]
    assert own["allegations"] == [{"id": "own", "text": "Our own fact."}] and "counsel" not in own
    assert load(matter).tree["defendants"] == [
        {
            "id": "acme",
            "name": "Acme Corp.",
            "kind": "corporation",
            "principal_place_of_business": {"state": "DE"},
        }
    ]
    assert (matter.parents[1] / "profiles" / "acme.yaml").read_text() == PROFILE


def test_entries_of_the_sheets_own_are_put_in_another_order_beside_inherited_ones(matter):
    own = "counsel:\n  - {id: doe, firm: Doe LLP}\n  - {id: roe, firm: Roe LLP}\n"
    matter.write_text(SHEET + own)
    keeper = EditingSession.open(matter)
    keeper.record(Change("counsel.roe", "move", None, "stone"))
    keeper.close()
    assert [entry["id"] for entry in load(matter).tree["counsel"]] == ["stone", "roe", "doe"]


def test_an_answer_taken_back_leaves_the_sheet_as_it_was(matter):
    keeper = EditingSession.open(matter)
    keeper.record(Change("defendants.acme.name", "set", "Acme Corp."))
    keeper.save()
    keeper.undo()
    keeper.close()
    assert matter.read_text() == SHEET


def test_an_answer_can_be_given_in_the_profile_for_every_matter(matter):
    other = matter.with_name("other.yaml")
    other.write_text(SHEET)
    keeper = EditingSession.open(matter)
    keeper.record(Change("matter", "set", "Lee"))
    named = keeper.record_there(Change("defendants.acme.name", "set", "Acme Holdings"))
    assert (
        named.endswith("profiles/acme.yaml") and keeper.answers.get("defendants.acme.name") == "Acme Holdings"
    )
    keeper.close()
    assert (
        parse(matter.read_text(), "x").get("defendants") is None
        and load(other).tree["defendants"][0]["name"] == "Acme Holdings"
    )
    assert (matter.parents[1] / "profiles" / ".acme.yaml.bak").read_text() == PROFILE
    keeper = EditingSession.open(matter)
    with pytest.raises(SheetError, match="matter is not inherited"):
        keeper.record_there(Change("matter", "set", "X"))
    keeper.close()


def test_answers_of_a_session_that_was_killed_are_found_again_over_the_included_file(matter):
    keeper = EditingSession.open(matter)
    keeper.record(Change("defendants.acme.name", "set", "Acme Corp."))
    keeper._lock.release()  # as a kill leaves it: the journal is there, the sheet is not saved
    assert load(matter).tree["defendants"][0]["name"] == "Acme Corp."
    again = EditingSession.open(matter)
    assert again.answers.get("defendants.acme.name") == "Acme Corp." and "1 answer" in again.note[0]
    again.close()
    assert parse(matter.read_text(), "x")["defendants"] == [{"id": "acme", "name": "Acme Corp."}]


def test_a_sheet_changed_meanwhile_is_merged_over_what_it_includes(matter):
    keeper = EditingSession.open(matter, decide=lambda conflict: "merge")
    keeper.record(Change("defendants.acme.name", "set", "Acme Corp."))
    matter.write_text(SHEET.replace("Lee v. Acme", "Lee against Acme"))
    keeper.close()
    tree = load(matter).tree
    assert (
        tree["matter"] == "Lee against Acme"
        and tree["defendants"][0]["name"] == "Acme Corp."
        and tree["counsel"]
    )


@settings(max_examples=60, deadline=None)
@given(
    _full,
    _full,
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "matter",
                    "court.county",
                    "plaintiffs.a.name",
                    "plaintiffs.b.residence.city",
                    "allegations.h.text",
                    "allegations.k.text",
                ]
            ),
            _words,
        ),
        max_size=5,
    ),
)
def test_what_is_kept_over_an_include_is_what_was_answered(tmp_path_factory, base, own, answers):
    folder = tmp_path_factory.mktemp("matter")
    (folder / "base.yaml").write_text(new({"schema_version": "1", **base}))
    sheet = folder / "lee.yaml"
    sheet.write_text(new({"schema_version": "1", "include": ["base.yaml"], **own}))
    keeper = EditingSession.open(sheet)
    mirror = Answers(deepcopy(keeper.answers.tree))
    for path, value in answers:
        if keeper.answers.get(path) is not None:
            keeper.record(Change(path, "set", value))
            mirror.apply(Change(path, "set", value))
    keeper.close()
    again = EditingSession.open(sheet)
    assert same(again.answers.tree, mirror.tree)
    again.close()


def test_what_the_sheet_says_of_its_own_stays_as_it_is_written_when_something_else_is_answered(matter):
    own = (
        SHEET
        + """allegations:
  # hers alone
  - {id: hers, after: taken, text: "Her records were among them.", gist: lost hers}
  - {id: told, gist: told nobody}
counsel: [{id: stone, role: lead}]
"""
    )
    matter.write_text(own)
    keeper = EditingSession.open(matter)
    keeper.record(Change("jury_demand", "set", "yes"))
    keeper.close()
    assert matter.read_text().replace('jury_demand: "yes"\n', "") == own


def test_an_allegation_of_the_sheets_own_is_changed_where_it_stands(matter):
    own = (
        SHEET
        + """allegations:
  # hers alone
  - {id: hers, after: taken, text: "Her records were among them.", gist: lost hers}
  - {id: told, gist: told nobody}
"""
    )
    matter.write_text(own)
    keeper = EditingSession.open(matter)
    keeper.record(Change("allegations.hers.gist", "set", "lost her own"))
    keeper.record(Change("allegations.told.text", "set", "Acme told none."))
    keeper.close()
    said = parse(matter.read_text(), "x")["allegations"]
    assert said == [
        {"id": "hers", "after": "taken", "text": "Her records were among them.", "gist": "lost her own"},
        {"id": "told", "gist": "told nobody", "text": "Acme told none."},
    ]
    assert "# hers alone" in matter.read_text()
    keeper = EditingSession.open(matter)
    keeper.record(Change("allegations.told.text", "set", "Acme told nobody."))
    keeper.record(Change("allegations.told.gist", "set", None))
    keeper.close()
    assert [entry["id"] for entry in parse(matter.read_text(), "x")["allegations"]] == ["hers"]
    assert [item["id"] for item in load(matter).tree["allegations"][0]["items"]] == ["taken", "hers", "told"]
