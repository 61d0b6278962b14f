"""The fact sheet's fields: every one is explained in the schema, every condition names a field, and every
check has something to read.
"""

from __future__ import annotations

import json
import re
from itertools import islice

import fields_read
import pytest
from conftest import ROOT, SAMPLE
from sheet_paths import names_a_field, paths_in

from drafter.checks import CHECKS
from drafter.facts.record import Record, is_asked
from drafter.facts.schema import json_schema
from drafter.facts.sheet import FactSheet
from drafter.matter_files.load import load

PAGE = (ROOT / "docs" / "fields-of-checks.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([A-Z]+-\d{3}) \| (.*?) \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def schema():
    return json_schema(FactSheet)


def alternatives(node, schema):
    if "$ref" in node:
        yield from alternatives(schema["definitions"][node["$ref"].rsplit("/", 1)[1]], schema)
    elif "anyOf" in node:
        for entry in node["anyOf"]:
            yield from alternatives(entry, schema)
    else:
        yield node


def step(nodes, part, schema):
    name, entry = re.fullmatch(r"(\w+)(\[\]|\{\})?", part).groups()
    found = [node["properties"][name] for node in nodes if name in node.get("properties", {})]
    found = [inner for node in found for inner in alternatives(node, schema)]
    if entry:
        key = "items" if entry == "[]" else "additionalProperties"
        found = [
            inner
            for node in found
            if key in node
            for inner in (alternatives(node[key], schema) if isinstance(node[key], dict) else [{}])
        ]
    return found


def resolve(path, schema):
    nodes = list(alternatives(schema, schema))
    for part in path.split("."):
        nodes = step(nodes, part, schema)
    return nodes


def records(schema):
    for name, node in {"FactSheet": schema, **schema["definitions"]}.items():
        for inner in alternatives(node, schema):
            if "properties" in inner:
                yield name, inner


def test_the_page_walks_all_checks_once():
    assert sorted(row[0] for row in ROWS) == sorted(CHECKS)


def test_every_check_has_a_field_a_source_or_a_reason(schema):
    for check, _, reads, remark in ROWS:
        assert reads, check
        for path in re.findall(r"`([^`]+)`", reads):
            assert resolve(path, schema), f"{check}: the schema has no {path}"
        assert "`" in reads or remark or re.search("the draft|profile|data|beside", reads), check


@pytest.mark.sampled(2)
@pytest.mark.parametrize("position", range(18))
def test_what_the_checks_read_of_a_sheet_stands_on_the_page(position):
    text = next(islice(fields_read.sheets(), position, None))
    told = {own: reads for own, _, reads, _ in ROWS}
    for own, read in fields_read.recorded([text]).items():
        if fields_read.EVERY not in told[own]:
            assert {one for one in read if one.rstrip("`") not in told[own]} == set(), own


@pytest.mark.long
def test_the_page_of_what_checks_read_is_what_the_recording_prints():
    assert fields_read.page(fields_read.recorded(fields_read.sheets())) == PAGE


def test_a_path_that_is_not_there_does_not_resolve(schema):
    assert not resolve("plaintiffs[].shoe_size", schema)


def test_every_path_that_a_check_names_is_of_a_field_of_the_sheet():
    """So that a field cannot be renamed and a finding go on naming it as it was."""
    assert names_a_field("plaintiffs.reyes.experience") and names_a_field("claims.*.elements.*.allegations")
    assert not names_a_field("plaintiffs.reyes.shoe_size") and not names_a_field("court.counties")
    named = [
        (module.name, line, path)
        for module in sorted((ROOT / "drafter" / "checks").rglob("*.py"))
        for line, path in paths_in(module)
    ]
    assert len(named) > 500
    assert [one for one in named if not names_a_field(one[2])] == []


def test_every_field_has_a_title_and_a_word_of_help(schema):
    bare = [
        f"{name}.{field}"
        for name, node in records(schema)
        for field, entry in node["properties"].items()
        if not (entry.get("title") and entry.get("description"))
    ]
    assert bare == []


def test_help_says_more_than_the_title(schema):
    same = [
        f"{name}.{field}"
        for name, node in records(schema)
        for field, entry in node["properties"].items()
        if entry["description"] == entry["title"]
    ]
    assert same == []


def test_every_condition_names_a_sibling_and_its_values(schema):
    conditions = [
        (name, node["properties"], entry["x-when"])
        for name, node in records(schema)
        for entry in node["properties"].values()
        if "x-when" in entry
    ]
    assert len(conditions) > 40
    for name, properties, when in conditions:
        assert when["field"] in properties, name
        allowed = json.dumps(
            list(alternatives(properties[when["field"]], {"definitions": {}}))
            if "$ref" not in str(properties[when["field"]])
            else ""
        )
        for value in when["values"]:
            assert f'"{value}"' in allowed, f"{name}: {when['field']} is never {value}"


def test_every_reference_names_a_list_of_records_with_ids(schema):
    lists = {
        field
        for _, node in records(schema)
        for field, entry in node["properties"].items()
        if entry.get("type") == "array"
    } | {"headings"}
    for name, node in records(schema):
        for field, entry in node["properties"].items():
            assert set(entry.get("x-refers", [])) <= lists, f"{name}.{field}"


def test_a_question_behind_a_closed_gate_is_closed_too(sheet):
    flsa = load(sheet(("    device: rule-23\n", "    device: flsa-collective\n"))).sheet.classes[0]
    assert (
        not is_asked(flsa, "rule_23b")
        and not is_asked(flsa, "predominance")
        and is_asked(flsa, "similarly_situated")
    )
    rule_23 = load(SAMPLE).sheet.classes[0]
    assert is_asked(rule_23, "predominance") and not is_asked(rule_23, "similarly_situated")


NEW = """
authorities:
  - {cite: 18 U.S.C. § 2702(a)(1), by: A. Reader, date: 2025-01-20}
"""


def test_a_sheet_says_what_the_checks_want_to_know(sheet):
    path = sheet(
        ("  amount:\n", "  home_state_share: under-a-third\n  amount:\n    per: person\n"),
        (
            "relief:\n  declaration",
            "relief:\n  live_dispute: whether a silent default is consent\n  declaration",
        ),
        (
            "          allegations: [premium-paid]\n      future",
            (
                "          allegations: [premium-paid]\n          violations: [18 U.S.C. § 2702(a)]\n     "
                " future"
            ),
        ),
        ("    geography: the United States\n", "    geography: the United States\n    includes: [minors]\n"),
        (
            "    theories: [ca-breach-contract]\n",
            "    theories: [ca-breach-contract]\n    act_date: 2024-08\n",
        ),
    )
    path.write_text(path.read_text(encoding="utf-8") + NEW, encoding="utf-8")
    loaded = load(path).sheet
    assert (
        loaded.jurisdiction.home_state_share == "under-a-third" and loaded.jurisdiction.amount.per == "person"
    )
    assert loaded.relief.live_dispute and loaded.plaintiffs[0].experience.injuries[0].violations == [
        "18 U.S.C. § 2702(a)"
    ]
    assert loaded.classes[0].includes == ["minors"] and loaded.claims[1].act_date.iso == "2024-08"
    assert loaded.authorities[0].by == "A. Reader"


def test_few_enough_questions_are_asked_in_the_ordinary_flow():
    def kinds(record):
        for kind in record.__subclasses__():
            yield kind
            yield from kinds(kind)

    asked = [
        question
        for kind in set(kinds(Record))
        if kind.__module__.startswith("drafter.facts")
        for question in kind.questions.values()
    ]
    flow = [question for question in asked if question.needed or question.usual]
    assert 100 < len(flow) < 0.5 * len(asked)
