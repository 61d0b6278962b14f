"""Citations in what the sheet's user wrote: each is seen as what it is, once, and one that a person read is
none that nobody did. eyecite is the oracle.
"""

import random
import re

import pytest
from reporters_file import FILE, data, made
from test_truth import drafted, found  # noqa: F401

from drafter.library import open_library
from drafter.library.citation_names import citation_names
from drafter.library.citation_reader import citations

NAMES = citation_names(open_library())
TEXT = "allegations.no-notice.text"


def read(text):
    return [(one.kind, one.words) for one in citations(text, NAMES)]


CASES = [
    "51 Cal. 4th 310",
    "5 Cal.5th 23",
    "142 Cal.App.4th 1394",
    "81 Misc. 3d 1211(A)",
    "34 Fed. Appx. 12",
    "34 F. App’x 12",
    "2020 WL 1234567",
    "2020 U.S. Dist. LEXIS 12345",
    "12 N.E.3d 4",
    "30 N.Y.3d 4",
    "100 A.D.3d 5",
    "320 F.R.D. 4",
    "5 F. Supp. 3d 6",
    "40 F.4th 7",
    "598 U.S. ___",
    "2019 IL 123186",
    "2020 IL App (1st) 190123",
    "2010-NMSC-007",
    "133 Stat. 3",
    "88 Fed. Reg. 12,345",
    "120 Harv. L. Rev. 45",
]
STATUTES = [
    "18 U.S.C. § 2702(a)(1)",
    "18 U.S.C. §§ 2510–2523",
    "29 C.F.R. § 541.100",
    "29 C.F.R. pt. 541",
    "Cal. Civ. Code § 1750",
    "Cal. Bus. & Prof. Code §§ 17200, 17500",
    "Cal. Code Civ. Proc. § 1021.5",
    "California Civil Code section 1770(a)(5)",
    "Labor Code section 226.7",
    "N.Y. Gen. Bus. Law § 349(h)",
    "N.Y. C.P.L.R. 213(2)",
    "740 ILCS 14/15(b)",
    "815 Ill. Comp. Stat. 505/2",
    "RCW 19.86.020",
    "Wash. Rev. Code § 19.86.020",
    "Fla. Stat. § 501.204",
    "Tex. Bus. & Com. Code § 17.46(b)",
    "Tex. Bus. & Com. Code Ann. § 17.46(b)(5), (12), (24)",
    "Mass. Gen. Laws ch. 93A, § 2",
    "N.J. Stat. Ann. § 56:8-2",
    "Pub. L. No. 116-1",
]


@pytest.mark.parametrize("cite", CASES)
def test_a_decision_is_seen_however_its_reporter_is_spaced(cite):
    assert ("case", cite) in read(f"It was so held, {cite}, and Larkspur knew it.")


@pytest.mark.parametrize("cite", STATUTES)
def test_a_statute_is_seen_whoever_enacted_it(cite):
    assert ("statute", cite) in read(f"The duty stands in {cite}, and Larkspur knew it.")


@pytest.mark.parametrize(
    "sentence, words",
    [
        ("As held in Roe v. Poe, the duty stands.", "Roe v. Poe"),
        ("The rule of Meridian Trust v. Osgood is plain.", "Meridian Trust v. Osgood"),
        ("Larkspur cites Smith v. Jones’s rule.", "Smith v. Jones"),
        ("Under Bank of America, N.A. v. Center for Auto Safety it fails.", None),
        ("In United States v. Larkspur Messaging, Inc. it pleaded guilty.", None),
    ],
)
def test_the_name_of_a_case_is_its_name_and_not_the_sentence_about_it(sentence, words):
    words = words or re.search(r"(?:Under|In) (.*?)(?: it )", sentence)[1]
    assert read(sentence) == [("name", words)]


def test_a_case_with_its_name_its_places_and_its_court_is_one_citation():
    whole = "Doe v. Acme, Inc., 51 Cal. 4th 310, 246 P.3d 877 (2011)"
    assert read(f"See {whole}; id. at 315; Doe, 51 Cal. 4th at 315.") == [
        ("case", whole),
        ("short", "51 Cal. 4th at 315"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The call began at 9 a.m. 2 minutes late.",
        "On June 5, 2024 Larkspur 30 times wrote.",
        "It lies at 5 Main St. 12 miles off, 1200 Sand Hill Rd. 94025.",
        "Dkt. 12 at 5; Ex. A at 4; Compl. ¶ 12; paragraphs 12 and 14.",
        "About 40 U.S. states and 12 of the 25 N.J. residents of 2020.",
        "It sold 12 Pro models and 3 Max.",
    ],
)
def test_figures_of_ordinary_prose_are_no_citation(words):
    assert read(words) == []


def oracle_sentences():
    """Two thousand citations in a sentence each: 1,850 drawn from the editions and variations of reporters-db
    that are cited by volume and page, and 150 real forms, the library's own.
    """
    rng = random.Random(20261201)
    names = []
    for entries in data("reporters").values():
        for entry in entries:
            by = {**{one: one for one in entry["editions"]}, **entry["variations"]}
            for name, edition in by.items():
                forms = entry["editions"].get(edition, {}).get("regexes") or ["$full_cite"]
                if set(forms) & {"$full_cite", "$volume $reporter $page"}:
                    names.append(name)
    for _ in range(1850):
        place = f"{rng.randint(1, 999)} {rng.choice(names)} {rng.randint(1, 1400)}"
        yield f"The rule is that of Roe v. Poe, {place} (2001)."
    library = {str(one.cite) for one in open_library().authorities().values()}
    library |= {str(cause.citation) for cause in open_library().causes()}
    own = sorted(one for one in library if re.search(r"\d", one))
    yield from (f"The duty stands in {own[number % len(own)]}, and no other." for number in range(150))


def test_what_eyecite_sees_is_seen_in_ninety_nine_of_a_hundred():
    eyecite = pytest.importorskip("eyecite", reason="eyecite is not installed")
    from eyecite.models import FullCaseCitation, FullJournalCitation, FullLawCitation

    full, missed, seen = (FullCaseCitation, FullJournalCitation, FullLawCitation), [], 0
    sentences = list(oracle_sentences())
    for sentence in sentences:
        theirs = [one.matched_text() for one in eyecite.get_citations(sentence) if isinstance(one, full)]
        ours = [one.words for one in citations(sentence, NAMES) if one.kind in ("case", "statute")]
        seen += bool(theirs)
        if any(not any(their in own or own in their for own in ours) for their in theirs):
            missed.append((sentence, theirs, ours))
    print(f"{len(sentences)} sentences, {seen} with what eyecite sees, {len(missed)} missed")
    assert len(sentences) == 2000 and len(missed) <= len(sentences) // 100, missed


def test_the_file_of_reporters_is_what_reporters_db_gives():
    pytest.importorskip("reporters_db", reason="reporters-db is not installed")
    assert FILE.read_text(encoding="utf-8") == made()


# --- what the checks say of them


def test_a_case_that_nobody_read_is_told_once_with_all_its_places_and_short_forms(drafted):  # noqa: F811
    whole = "Roe v. Poe, 51 Cal. 4th 310, 246 P.3d 877 (2011)"
    words = f"As held in {whole}, it knew. Id. at 312. Roe, 51 Cal. 4th at 315."
    draft = drafted("reyes", {TEXT: words, "allegations.plus-service.text": "Roe v. Poe binds Larkspur."})
    (one,) = found(draft, "CITE-001")
    assert one.severity.value == "error" and one.where == "allegations.plus-service.text"
    assert "Roe v. Poe" in one.message and "As held" not in one.message


def test_the_statutes_that_nobody_read_are_told_together(drafted):  # noqa: F811
    changes = {
        TEXT: "RCW 19.86.020 and 42 U.S.C. § 1320 say so.",
        "allegations.plus-service.text": "Larkspur had read RCW 49.48.010.",
    }
    (one,) = found(drafted("reyes", changes), "CITE-001")
    assert (
        "RCW 49.48.010, RCW 19.86.020 and 42 U.S.C. § 1320, and nobody is recorded as having read them"
        in one.message
    )
    assert (
        one.severity.value == "warning" and one.where == "allegations.plus-service.text" and TEXT in one.reads
    )


@pytest.mark.parametrize(
    "typed, recorded",
    [
        ("As held in Roe v. Poe, it knew.", "Roe v. Poe"),
        ("See Roe v. Poe, 51 Cal.4th 310, 315 (2011).", "Roe v. Poe, 51 Cal. 4th 310 (2011)"),
        ("It is in 246 P.3d 877.", "Roe v. Poe, 51 Cal. 4th 310, 246 P.3d 877 (2011)"),
        ("Labor Code sections 226.7 and 512 say so.", "Cal. Lab. Code §§ 226.7, 512"),
        ("42 U.S.C. § 1320a-7b(b) says so.", "42 U.S.C. § 1320a-7b"),
        ("RCW 19.86.020 says so.", "RCW 19.86.020"),
    ],
)
def test_a_citation_that_a_person_read_clears_its_finding(typed, recorded, drafted):  # noqa: F811
    assert [one.where for one in found(drafted("reyes", {TEXT: typed}), "CITE-001")] == [TEXT]
    entry = {"cite": recorded, "by": "Ana Hallam", "date": "2026-09-01"}
    assert found(drafted("reyes", {TEXT: typed, "+authorities": entry}), "CITE-001") == []


def test_the_next_section_was_not_read(drafted):  # noqa: F811
    entry = {"cite": "42 U.S.C. § 1320a-7", "by": "Ana Hallam", "date": "2026-09-01"}
    draft = drafted("reyes", {TEXT: "42 U.S.C. § 1320a-7b says so.", "+authorities": entry})
    assert len(found(draft, "CITE-001")) == 1


@pytest.mark.parametrize("cite", [one for one in CASES if "___" not in one])
def test_a_reporter_that_there_is_is_not_malformed(cite, drafted):  # noqa: F811
    assert found(drafted("reyes", {TEXT: f"It was so held, {cite}, and it knew."}), "CITE-002") == []


@pytest.mark.parametrize(
    "words, told",
    [
        ("See 12 Foo. Rep. 345 for it.", "“12 Foo. Rep. 345” has the shape of a citation"),
        ("See Roe v. Poe, 12 F.5th 345 (9th Cir. 2031).", "“12 F.5th 345” has the shape of a citation"),
        ("See Roe v. Poe, 12 F.3d (9th Cir. 1993).", "“Roe v. Poe, 12 F.3d” gives a volume and no page"),
        ("See Roe v. Poe, 51 Cal.4th (2011).", "“Roe v. Poe, 51 Cal.4th” gives a volume and no page"),
    ],
)
def test_a_citation_without_its_reporter_or_page_is_malformed(words, told, drafted):  # noqa: F811
    (one,) = found(drafted("reyes", {TEXT: words}), "CITE-002")
    assert told in one.message and one.where == TEXT
