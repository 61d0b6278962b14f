"""The sheet's text, changed: only the lines of what changed, whatever is written, and never something that
reads back as something else.
"""

from copy import deepcopy
from difflib import SequenceMatcher

import pytest
import yaml
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.facts.values import Unknown, Without
from drafter.tree.answers import Answers, Change, NoPlace, as_saved, same
from drafter.tree.paths import path_of
from drafter.yamltext.read import parse, read_sheet
from drafter.yamltext.rewrite import _attempt, apply, new, rewrite
from drafter.yamltext.spans import compose

BY_HAND = """\
# Kept by hand, in every manner that YAML allows
schema_version: 1   # the form

matter:
legend: ~
court: {id: ilnd, county: Cook}  # the court
counsel:
- id: hallam
  firm: "Hallam & Ito"  # the firm
  lawyers:
  # Ruth signs
  - name: Ruth Hallam
    signs: yes
  # José does not
  - name: José Ito

  - {name: Ann Lee, admission: {status: admitted}}
  represents: [reyes,
     whitfield]

# the plaintiffs
plaintiffs:

  - id: reyes   # she
    # married in 2024
    name: >
      Dana
      Reyes
    residence:

      city: Evanston

      state: IL
    experience:
        purchases:
            - product: Larkspur Plus
              price: $12
            -
              product: Larkspur Basic
            - {product: Larkspur Free}
        injuries: []

  # Whitfield joined later
  - name: Owen Whitfield
    id: whitfield
    citizenship: {unknown: ask him}

nature:
  - |
    First paragraph.

    # not a comment

  - plain text that
    goes on
  - "quoted: text"
allegations:
  - heading: One
    items:
      - id: first
        text: |-
          Text one.
        source: {kind: document, note: 'it''s'}
      - id: second
        text: |2
            leading
          spaces

      # lead of the third
      - id: third
        text: "x \\u2028 y"
  - id: loose
    text: under no heading
  - heading: Two
    id: two
claims:
  - id: sca
    theories: [sca-2702-a1-ecs]
    elements:
      divulged: {}
      contents: {allegations: [first, second], application: "Words, many"}
    answers:
      odd: [[a, b], c]
# the end
"""
HAZARDS = [
    "a\x0bb\x0cc",
    "one\x85two",
    "one\u2028two\u2029three",
    "NO",
    "yes",
    "y",
    "1.10",
    "1:24",
    "2024-09-18",
    "02139",
    "12e3",
    "1,200",
    "~",
    "null",
    "0x1F",
    ".5",
    "Smith v. Acme: the case",
    "Invoice #12 and item # 4",
    "'twas",
    "[sic]",
    "@x",
    "*x",
    "&x",
    "!x",
    "%x",
    "`x`",
    "{x}",
    "- x",
    "? x",
    "| x",
    "> x",
    "-",
    "=",
    "<<",
    "ends with:",
    "a, b",
    'He said "no"',
    "back\\slash",
    "日本の訴状",
    "é" * 71,
    "x\u00a0",
    "\ufeffmark",
    "  leading\n    deeper\n  spaces",
    "\ttab first\nsecond\tline",
    "\n\n\ntrailing\n\n\n",
    "# not a comment\nsecond",
    "--- \n...\n",
    "https://example.com/a#b",
    "emoji 👩‍👩‍👧",
    "lone \ud800 surrogate",
    "e\u0301",
    "text\r\nfrom\rWord",
    " ".join(f"word{number}" for number in range(3000)),
    "paragraph. " * 500 + "\n\n" + "another. " * 500,
]


def changed_numbers(before, after):
    """The numbers of the lines of `before`, blank ones aside, that `after` does not have in their place."""
    lines = before.split("\n")
    matcher = SequenceMatcher(None, lines, after.split("\n"), autojunk=False)
    return [
        number + 1
        for tag, low, high, _, _ in matcher.get_opcodes()
        if tag != "equal"
        for number in range(low, high)
        if lines[number]
    ]


def changed_lines(before, after):
    """Those lines."""
    return [before.split("\n")[number - 1] for number in changed_numbers(before, after)]


def lines_of(lines, at):
    """The numbers of the lines from that of the field at `at` to the one before the next field's."""
    after = [number for place, number in lines.items() if place[: len(at)] != at and number > lines[at]]
    return range(lines[at], min(after, default=10**6))


def leaves(value, at=()):
    """Every field: text, a state, or a list of text."""
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from leaves(entry, (*at, name))
    elif isinstance(value, list) and not all(isinstance(entry, str) for entry in value):
        for position, entry in enumerate(value):
            yield from leaves(entry, (*at, position))
    else:
        yield at


def surgical(text, sheet):
    """The edited text; fails where a block had to be written anew."""
    edited = _attempt(text, compose(text), sheet.tree, 20)
    assert edited is not None
    return edited


@pytest.mark.sampled(2)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "value",
    ["changed", "Two\n\nparagraphs: one # two", "x" * 80, Unknown("ask, again"), None],
    ids=["word", "paragraphs", "long", "unknown", "nothing"],
)
def test_changing_any_one_field_touches_only_its_own_lines(path, value):
    source, tree = read_sheet(path)
    lines = {}
    parse(source.text, path.name, lines)
    for at in [at for at in leaves(tree) if at != ("schema_version",)]:
        sheet = Answers(deepcopy(tree))
        sheet.apply(Change(path_of(tree, at), value=value))
        gone = next(
            (
                at[:count]
                for count in range(1, len(at))
                if value is None and sheet.location(path_of(tree, at[:count])) is None
            ),
            at,
        )
        changed, own = changed_numbers(source.text, surgical(source.text, sheet)), lines_of(lines, gone)
        takes_the_dash = value is None and source.text.split("\n")[own[0] - 1].lstrip().startswith(
            f"- {gone[-1]}:"
        )
        assert changed and set(changed) <= {*own, own[-1] + takes_the_dash}, path_of(tree, at)


def test_a_field_is_edited_as_a_lawyer_would_edit_it():
    text = apply(
        BY_HAND,
        [
            Change("counsel.hallam.firm", value="Hallam & Ito LLP"),
            Change("plaintiffs.reyes.residence.city", value="Skokie"),
            Change("court.county", value="Lake"),
        ],
    )
    assert changed_lines(BY_HAND, text) == [
        "court: {id: ilnd, county: Cook}  # the court",
        '  firm: "Hallam & Ito"  # the firm',
        "      city: Evanston",
    ]
    assert "court: {id: ilnd, county: Lake}  # the court\n" in text
    assert "  firm: Hallam & Ito LLP  # the firm\n" in text


def test_long_text_goes_into_a_block_and_its_comment_stays_with_its_name():
    text = apply(BY_HAND, [Change("counsel.hallam.firm", value="Hallam,\nIto and Partners")])
    assert "  firm: |  # the firm\n    Hallam,\n    Ito and Partners\n  lawyers:\n" in text


def test_a_blank_field_is_filled_where_it_stands():
    text = apply(BY_HAND, [Change("matter", value="Reyes v. Larkspur"), Change("legend", value="DRAFT")])
    assert "\nmatter: Reyes v. Larkspur\nlegend: DRAFT\n" in text


def test_a_new_field_stands_where_the_model_has_it():
    text = apply(
        BY_HAND,
        [
            Change("plaintiffs.reyes.short", value="Reyes"),
            Change("posture.kind", value="original"),
            Change("claims.sca.by", value=["reyes"]),
        ],
    )
    assert "      Dana\n      Reyes\n    short: Reyes\n    residence:" in text
    assert text.index("legend:") < text.index("posture:") < text.index("court:")
    assert "    theories: [sca-2702-a1-ecs]\n    by: [reyes]\n    elements:" in text


def test_a_record_in_braces_is_edited_within_them():
    text = apply(
        BY_HAND,
        [
            Change("claims.sca.elements.contents.allegations", value=["second", "third"]),
            Change("counsel.hallam.lawyers.3.admission.local_counsel", value="Ruth, a friend"),
        ],
    )
    assert '      contents: {allegations: [second, third], application: "Words, many"}\n' in text
    assert '  - {name: Ann Lee, admission: {status: admitted, local_counsel: "Ruth, a friend"}}\n' in text


def test_paragraphs_take_a_record_out_of_its_braces():
    text = apply(BY_HAND, [Change("claims.sca.elements.contents.application", value="One.\n\nTwo.")])
    assert (
        "      contents:\n        allegations: [first, second]\n        application: |\n          One.\n\n   "
        "       Two.\n" in text
    )


def test_an_entry_moves_with_its_comments_and_as_it_was_written():
    text = apply(
        BY_HAND,
        [
            Change("plaintiffs.whitfield", "move", after=""),
            Change("allegations.third", "move", after="first"),
        ],
    )
    assert text.index("# Whitfield joined later\n  - name: Owen") < text.index(
        "- id: reyes   # she\n    # married in 2024\n    name: >\n      Dana"
    )
    assert (
        text.index("- id: first")
        < text.index("# lead of the third\n      - id: third")
        < text.index("- id: second")
    )


def test_an_entry_is_removed_without_its_neighbours():
    text = apply(
        BY_HAND, [Change("plaintiffs.whitfield", "remove"), Change("counsel.hallam.lawyers.1", "remove")]
    )
    assert "Owen" not in text and "Ruth" in text
    assert set(changed_lines(BY_HAND, text)) <= {
        "",
        *BY_HAND[BY_HAND.index("  - name: Owen") : BY_HAND.index("\nnature:")].split("\n"),
        "  - name: Ruth Hallam",
        "    signs: yes",
    }


def test_a_new_entry_stands_in_block_style_with_the_columns_of_the_file():
    text = apply(
        BY_HAND,
        [
            Change("counsel", "add", {"id": "local", "firm": "Local LLP", "lawyers": [{"name": "Al"}]}),
            Change("plaintiffs", "add", {"id": "cho", "name": "Cho"}, "reyes"),
        ],
    )
    assert "\n- id: local\n  firm: Local LLP\n  lawyers:\n  - name: Al\n" in text
    assert "        injuries: []\n\n  - id: cho\n    name: Cho\n\n  # Whitfield joined later\n" in text


def test_a_sheet_without_a_last_line_end_and_one_of_one_line_can_be_edited():
    assert (
        apply("schema_version: 1", [Change("matter", value="A v. B")])
        == "schema_version: 1\nmatter: A v. B\n"
    )
    assert rewrite("schema_version: 1", {"schema_version": "1"}) == "schema_version: 1"


def test_a_new_sheet_has_the_version_first_and_says_over_each_section_what_it_is():
    text = apply(
        "schema_version: 1\n",
        [
            Change("plaintiffs", "add", {"id": "lee", "name": "Ann Lee"}),
            Change("court.id", value="cand"),
            Change("matter", value="Lee v. Acme"),
        ],
    )
    assert (
        text == "schema_version: 1\nmatter: Lee v. Acme\n\n# Court\ncourt:\n  id: cand\n\n#"
        " Plaintiffs\nplaintiffs:\n  - id: lee\n    name: Ann Lee\n"
    )
    assert apply(text, [Change("court", value=None)]) == text.replace("# Court\ncourt:\n  id: cand\n\n", "")


@pytest.mark.parametrize("text", HAZARDS, ids=lambda text: ascii(text[:16]))
def test_hazardous_text_reads_back_as_it_was_cleaned(text):
    changes = [
        Change("plaintiffs.reyes.name", value=text),
        Change("court.county", value=text),
        Change("counsel.hallam.lawyers.1.name", value=text),
        Change("plaintiffs.whitfield.citizenship", value=Unknown(text)),
        Change("nature", value=[text, "quoted: text", text]),
        Change("plaintiffs", "add", {"id": "lee", "name": text, "confirmed": Without(text)}),
    ]
    tree = parse(apply(BY_HAND, changes), "the sheet")
    wanted = as_saved(text)
    assert [
        tree["plaintiffs"][0]["name"].strip("\n"),
        tree["court"]["county"].strip("\n"),
        tree["counsel"][0]["lawyers"][0]["name"].strip("\n"),
    ] == [wanted] * 3
    assert tree["plaintiffs"][1]["citizenship"] == Unknown(" ".join(wanted.split()))
    assert same(tree["nature"], [wanted, "quoted: text", wanted])


@pytest.mark.parametrize(
    "text", [text for text in HAZARDS if as_saved(text)], ids=lambda text: ascii(text[:16])
)
def test_an_ordinary_reader_of_yaml_takes_all_that_is_written_for_text(text):
    written = yaml.safe_load(
        new({"schema_version": "1", "matter": text, "nature": [text], "court": {"id": text}})
    )
    assert (
        isinstance(written["matter"], str)
        and isinstance(written["nature"][0], str)
        and isinstance(written["court"]["id"], str)
    )


TEXTS = st.one_of(
    st.sampled_from(HAZARDS[:-2]),
    st.text(max_size=90),
    st.text(alphabet=" \t\n#:-'\"{}[],|>&*!%@`?~=\\xé", max_size=20),
)
STATES = st.one_of(st.builds(Unknown, TEXTS), st.builds(Without, TEXTS))
NAMES = st.sampled_from(
    ["name", "text", "kind", "note", "residence", "source", "items", "heading", "represents", "1", "no"]
)
IDS = st.builds("{}-{}".format, st.sampled_from(["a", "b"]), st.integers(0, 10**6))
RECORDS = st.recursive(
    st.one_of(TEXTS, TEXTS, STATES, st.lists(TEXTS, max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(NAMES, inner, max_size=4),
        st.builds(lambda own, rest: {"id": own, **rest}, IDS, st.dictionaries(NAMES, inner, max_size=3)),
    ),
    max_leaves=12,
)
SHEETS = st.dictionaries(
    st.sampled_from(["matter", "court", "counsel", "plaintiffs", "nature", "allegations", "claims", "style"]),
    RECORDS,
    max_size=5,
)


@given(SHEETS)
@settings(max_examples=200, deadline=None)
def test_any_sheet_reads_back_as_what_was_written(tree):
    tree = as_saved({"schema_version": "1", **tree})
    assert same(parse(new(tree), "the sheet"), tree)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_changes_give_the_text_that_the_answers_have(data):
    sheet, text = Answers(parse(BY_HAND, "the sheet")), BY_HAND
    for _ in range(data.draw(st.integers(1, 3))):
        for _ in range(data.draw(st.integers(1, 4))):
            _change_something(sheet, data)
        text = rewrite(text, sheet.tree)
        assert same(parse(text, "the sheet"), sheet.tree)


def _change_something(sheet, data):
    at = data.draw(st.sampled_from([at for at in _locations(sheet.tree) if at != ("schema_version",)]))
    path, act = (
        path_of(sheet.tree, at),
        data.draw(st.sampled_from(["set", "set", "set", "add", "remove", "move", "move"])),
    )
    neighbours = sheet.keys(path if act == "add" else path_of(sheet.tree, at[:-1]))
    name = data.draw(st.sampled_from(["", "", ".note", ".experience.discovery"])) if act == "set" else ""
    try:
        sheet.apply(
            Change(
                path + name,
                act,
                data.draw(st.one_of(st.none(), RECORDS)),
                data.draw(st.sampled_from([None, "", *neighbours])),
            )
        )
    except (NoPlace, ValueError):
        pass


def _locations(value, at=()):
    for key, entry in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield (*at, key)
        yield from _locations(entry, (*at, key))


def test_where_lines_cannot_be_told_apart_the_smallest_block_is_written_anew():
    odd = (
        "schema_version: 1\nmatter: x # kept\nclaims:\n  - id: sca\n    answers:\n      odd:\n        - - a\n"
        "          - b\n        - c\n"
    )
    text = apply(odd, [Change("claims.sca.answers.odd.1.1", value="changed")])
    assert parse(text, "the sheet")["claims"][0]["answers"]["odd"] == [["changed", "b"], "c"]
    assert text.startswith("schema_version: 1\nmatter: x # kept\nclaims:\n  - id: sca\n")
