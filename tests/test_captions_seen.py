"""Page 1 of real filings beside drafter's caption for the same court: each thing seen is printed alike, or
the difference is explained.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import SAMPLES

from drafter.complaint import assemble
from drafter.document import Blank, plain
from drafter.library import open_library
from drafter.matter_files.load import load

SEEN = yaml.safe_load((Path(__file__).parent / "captions_seen.yaml").read_text(encoding="utf-8"))
REYES = next(path for path in SAMPLES if path.stem.startswith("reyes"))
LIBRARY = open_library()
COLUMNS = {
    "bracket": ")",
    "section": "§",
    "colon": ":",
    "dashed": ":",
    "asterisk": "*",
    "ruled": "ruled",
    "box": "ruled",
    "stacked": "none",
    "slash": "none",
}
FILINGS = [(court["id"], filing) for court in SEEN["courts"] for filing in court["filings"]]
NAMES = [f"{court}-{filing['case'].split()[0]}" for court, filing in FILINGS]


def same_words(text: str) -> str:
    """`text` without what is the typist's: case, spaces, brackets, quotation marks, the kind of a dash, a
    colon or stop at the end.
    """
    text = re.sub(r"\s*(?:--|[-–—])\s*", "-", text.upper().replace("’", "'"))
    return re.sub(r"\s+", " ", text.strip(" .,:()[]*-"))


def role(text: str) -> str:
    return re.sub(r"\(S\)|S\b", "", re.sub(r"[.,:;]", "", text.upper())).strip()


def alike(what: str, seen: Any, drafter: Any) -> bool:
    """Whether drafter prints what was seen. Lines may break elsewhere, a title may say more, an order is
    compared in what both have.
    """
    match what:
        case "court_lines":
            return same_words(" ".join(seen)) == same_words(" ".join(drafter))
        case "roles":
            return [role(each) for each in seen] == [role(each) for each in drafter]
        case "order":
            return [kind for kind in seen if kind in drafter] == [kind for kind in drafter if kind in seen]
        case "title":
            return same_words(drafter) in same_words(seen)
        case (
            "column"
            | "title_place"
            | "number_place"
            | "jury_place"
            | "claims"
            | "counsel_first"
            | "addresses"
            | "judge_line"
            | "names"
            | "separator"
        ):
            return bool(seen == drafter)
    return same_words(str(seen)) == same_words(str(drafter))


@cache
def sheet(county: str, division: str | None, folder: Path) -> Path:
    """The sample for the county or the division in which a filing was made."""
    named = f"  county: {county}\n" + (f"  division: {division}\n" if division else "")
    path = folder / f"{county}-{division}.yaml"
    path.write_text(REYES.read_text(encoding="utf-8").replace("  county: Cook\n", named, 1), encoding="utf-8")
    return path


def printed(court: str, place: dict[str, str], folder: Path) -> dict[str, Any]:
    """What drafter prints at the head of page 1 in `court`, by the names of the data."""
    document = assemble(
        load(sheet(place.get("county", "Cook"), place.get("division"), folder)), LIBRARY, court
    ).document
    caption, layout = document.caption, document.layout
    lines = [plain(line) for line in caption.court_lines]
    divided, across = LIBRARY.court(court).division_line, layout.caption_form in ("stacked", "slash")
    kinds: dict[str, str] = {}
    for line in caption.right:
        kinds.setdefault({"claim": "claims"}.get(line.kind, line.kind), plain(line.content))
    left = [(line.kind, plain(line.content)) for line in caption.left]
    first = next(text for kind, text in left if kind == "name")
    return {
        "court_lines": lines[:-1] if divided else lines,
        "division": lines[-1] if divided else "none",
        "number_label": kinds["number"].removesuffix(" [to be assigned]"),
        "connector": next(text for kind, text in left if kind == "connector"),
        "roles": [text for kind, text in left if kind == "role"],
        "title": kinds["title"],
        "legend": kinds.get("legend", "none"),
        "jury": kinds.get("jury", "none"),
        "claims": "claims" in kinds,
        "order": [kind for kind in kinds],
        "column": COLUMNS[layout.caption_form],
        "counsel_first": layout.counsel_block,
        "title_place": "below" if across or layout.title_place == "below" else "caption",
        "number_place": "above" if across else "caption",
        "jury_place": "own line",
        "addresses": any(kind == "address" for kind, _ in left),
        "judge_line": False,
        "names": "capitals" if first.removesuffix(" and").isupper() else "as written",
        "separator": "and" if first.endswith(" and") else first[-1],
    }


def test_the_busiest_class_action_courts_are_compared():
    federal = [court["id"] for court in SEEN["courts"] if LIBRARY.court(court["id"]).system == "federal"]
    assert len(federal) == len(set(federal)) >= 20 and {
        "cand",
        "cacd",
        "nysd",
        "nyed",
        "ilnd",
        "flsd",
        "njd",
        "paed",
    } <= set(federal)
    assert {"calsuperct", "nysupct", "illcirct"} <= {court["id"] for court in SEEN["courts"]}
    assert all(1 <= len(court["filings"]) <= 3 for court in SEEN["courts"])


@pytest.mark.parametrize(("court", "filing"), FILINGS, ids=NAMES)
def test_a_filing_is_told_with_its_case_and_where_it_was_found(court, filing):
    assert (
        {"case", "number", "filed", "paper", "found", "seen"}
        <= set(filing)
        <= {"case", "number", "filed", "paper", "found", "seen", "place", "note", "differs"}
    )
    assert (
        filing["paper"] in ("complaint", "amended complaint", "summons", "order")
        and " v. " in filing["case"]
        or filing["case"].startswith("In re")
    )
    assert filing["filed"] is None or 2000 < filing["filed"] < 2100
    assert "://" not in filing["found"] and len(filing["seen"]) >= 4
    assert {"court_lines", "connector"} & set(filing["seen"])


@pytest.mark.sampled(25)
@pytest.mark.parametrize(("court", "filing"), FILINGS, ids=NAMES)
def test_what_a_filing_shows_is_what_drafter_prints_or_the_difference_is_explained(
    court, filing, tmp_path_factory
):
    drafter = printed(court, filing.get("place", {}), tmp_path_factory.getbasetemp())
    unlike = {
        what: (drafter[what], seen)
        for what, seen in filing["seen"].items()
        if not alike(what, seen, drafter[what])
    }
    explained = {each["what"]: (each["drafter"], each["seen"]) for each in filing.get("differs", [])}
    assert explained == unlike
    for each in filing.get("differs", []):
        assert "\n" not in each["why"].strip() and (
            each["why"] in SEEN["reasons"] or len(each["why"].split()) > 5
        )


def test_every_reason_is_given_by_a_difference():
    given = {each["why"] for _, filing in FILINGS for each in filing.get("differs", [])}
    assert set(SEEN["reasons"]) <= given


@pytest.mark.sampled(6)
@pytest.mark.parametrize("court", [court["id"] for court in SEEN["courts"]])
def test_the_court_s_title_was_seen_on_some_paper_filed_there(court, tmp_path_factory):
    """A title that nobody was seen to print is mended, whatever explains it."""
    filings = [filing for own, filing in FILINGS if own == court and "court_lines" in filing["seen"]]
    drafter = [
        printed(court, filing.get("place", {}), tmp_path_factory.getbasetemp())["court_lines"]
        for filing in filings
    ]
    assert any(
        alike("court_lines", filing["seen"]["court_lines"], ours)
        for filing, ours in zip(filings, drafter, strict=True)
    )


@pytest.mark.sampled(20)
@pytest.mark.parametrize("court", [court.id for court in LIBRARY.courts()])
@pytest.mark.parametrize("county", ["Cook", "Nowhere"])
def test_no_caption_has_a_line_that_says_division_and_names_none(court, county, tmp_path_factory):
    """Where no county picks one, a marked blank stands where its name would: “[division] DIVISION”, “AT
    [division]”.
    """
    caption = assemble(
        load(sheet(county, None, tmp_path_factory.getbasetemp())), LIBRARY, court
    ).document.caption
    for line in caption.court_lines:
        assert plain(line).strip().upper() not in ("DIVISION", ""), court
        assert ("[division]" in plain(line) or "[county]" in plain(line)) == any(
            isinstance(part, Blank) for part in line
        )
