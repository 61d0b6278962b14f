"""What an audit of the library asked of its data, a line a case: the law of each cause as its page prints it,
and each court's papers. What a count or a finding does with it is held by test_law, test_state_law,
test_forum and test_opposed.
"""

from __future__ import annotations

import pytest
from planted.claims import only
from test_state_law import LIBRARY, found, render
from test_state_law import reyes as reyes  # noqa: PLC0414

from drafter.checks import CHECKS
from drafter.library.pages import cause_page


def page(cause):
    """The page of a cause, in one line."""
    return " ".join(cause_page(LIBRARY.cause(cause)).split())


def statuses(cause, cite):
    """The statuses with which `cite` stands in a cause."""
    record = LIBRARY.cause(cause)
    parts = [*record.elements, *record.remedies, *record.limitations]
    return {
        str(law.status) for part in parts for law in part.law if law.cite and str(law.cite).startswith(cite)
    }


SAID = [
    ("ca-cipa-638-51", "the Attorney General alone"),
    ("exchange-10b5", "exclusive jurisdiction"),
    ("ca-cipa-638-51", "an IP address identifies the source"),
    ("ca-cipa-638-51", "cookies are no trap and trace device"),
    ("ca-cipa-638-51", "Drummer v. CoStar"),
    ("ca-cipa-631-reading", "S.B. 690 leaves this section"),
    ("ca-cipa-631-using", "S.B. 690 leaves this section"),
    ("ca-cipa-632-7", "S.B. 690 leaves this section"),
    ("ca-cipa-631-aiding", "Gutierrez v. Converse"),
    ("ca-cipa-631-aiding", "Javier v. Assurance IQ"),
    ("ca-cipa-631-aiding", "Mikulsky v. Bloomingdale"),
    ("ca-cipa-631-aiding", "the case was under Pennsylvania"),
    ("wiretap-2511-1a", "complete defense"),
    ("wiretap-2511-1a", "Nichols v. PeaceHealth"),
    ("ca-ucl-unfair", "injury in fact and lost money or property"),
    ("ca-ucl-unfair", "Aryeh v. Canon"),
    ("ca-ucl-unfair", "Ruiz v. Bradford Exchange"),
    ("ca-clra", "seeks or acquires"),
    ("ca-clra", "any other relief that the court deems proper"),
    ("ca-clra", "1770(a)(24)"),
    ("ca-clra", "federal courts differ on whether the affidavit"),
    ("il-bipa-15b", "applies to pending cases"),
    ("il-bipa-15b", "electronic signature"),
    ("vppa-2710", "October Term 2026"),
    ("vppa-2710", "effectively shut the door"),
    ("vppa-2710", "Osheske"),
    ("vppa-2710", "Pileggi"),
    ("vppa-2710", "may award"),
    ("tcpa-227c", "Steidinger v. Blackstone"),
    ("tcpa-227c", "are no element"),
    ("tcpa-227c", "H.B. 3865"),
    ("tcpa-227c", "S.B. 140"),
    ("flsa-216b", "29 U.S.C. § 211(a)"),
    ("flsa-216b", "Richards v. Eli Lilly"),
    ("flsa-216b", "general jurisdiction"),
    ("flsa-216b", "213(b)(1)"),
    ("ca-paga", "within the year of section 340"),
    ("ca-paga", "2699(p)"),
    ("ca-paga", "Estrada v. Royalty Carpet"),
    ("ca-paga", "Leeper v. Shipt"),
    ("ca-paga", "early evaluation conference"),
    ("ca-paga", "legal-aid organization"),
    ("securities-11", "earning statement"),
    ("securities-11", "within 20 days of filing"),
    ("securities-11", "discovery is stayed"),
    ("securities-11", "price at which the security was offered"),
    ("securities-12a2", "within 20 days of filing"),
    ("erisa-1132", "fraud or concealment six years"),
    ("erisa-1132", "Secretary of the Treasury"),
    ("erisa-1132", "the plan is administered, the breach took place, or a defendant resides"),
    ("erisa-1132", "Cunningham v. Cornell"),
    ("ny-gbl-349", "complete defense"),
    ("tx-dtpa", "17.501"),
    ("tx-dtpa", "specific intent"),
    ("tx-dtpa", "restore money or property"),
    ("tx-dtpa", "180 days"),
    ("ma-93a", "section 9(2)"),
    ("ma-93a", "940 CMR 38.00"),
    ("ma-93a", "Vita v. New England Baptist"),
    ("ca-ccpa-150", "1798.145(c)(1)"),
    ("ca-cra-1798-82", "1798.81.5(e)(1)"),
    ("ca-cmia", "84 Cal. App. 5th 197"),
    ("ca-cmia", "ordered published on Oct. 18, 2022"),
]


@pytest.mark.parametrize(("cause", "words"), SAID)
def test_the_page_of_the_cause_says_what_the_audit_missed(cause, words):
    assert words in page(cause)


GONE = [
    ("ca-cipa-638-51", "would exempt"),
    ("ca-cipa-631-aiding", "would exempt"),
    ("flsa-216b", "only the Secretary obtains an injunction"),
    ("tcpa-227c", "argued in May"),
    ("ca-cmia", "was not checked"),
    ("ma-93a", "asks for no more"),
]


@pytest.mark.parametrize(("cause", "words"), GONE)
def test_the_page_of_the_cause_no_longer_says_what_the_audit_found_wrong(cause, words):
    assert words not in page(cause)


READ = [
    ("erisa-1132", "29 U.S.C. § 1132(g)(1)"),
    ("exchange-10b5", "15 U.S.C. § 78u-4(e)"),
    ("exchange-20a", "15 U.S.C. § 78t(a)"),
    ("wiretap-2511-1a", "18 U.S.C. § 2520(c)(2)"),
    ("il-bipa-15b", "740 ILCS 14/20"),
    ("tx-dtpa", "Tex. Bus. & Com. Code §§ 17.45(13)"),
    ("ucc-express-warranty", "U.C.C. § 2-607(3)(a)"),
    ("ma-93a", "Mass. Gen. Laws ch. 93A, § 9(1)"),
]


@pytest.mark.parametrize(("cause", "cite"), READ)
def test_what_could_be_read_was_read(cause, cite):
    assert statuses(cause, cite) == {"text_read"}


def test_that_a_purchaser_knew_is_for_the_defendant_to_prove():
    burden = {str(part.id): part.burden for part in LIBRARY.cause("securities-11").elements}
    assert burden["not-known"] == "defendant"


def test_northern_illinois_wants_each_attorneys_appearance_and_cites_its_own_rule_on_the_sheet():
    papers = {str(paper.title): str(paper.law.cite) for paper in LIBRARY.court("ilnd").companions}
    assert papers["Civil cover sheet (JS 44)"] == "LR 3.1(a)"
    assert papers["Appearance form of each attorney"] == "LR 83.16(b), (d)"


def test_a_reader_acted_willfully_and_the_place_was_california_and_each_is_a_conclusion(reyes):
    support = {
        part: {"allegations": ["nightly-copies"], "application": "The vendor meant to read them in Fresno."}
        for part in ("willful", "california")
    }
    printed = render(reyes(*only("ca-cipa-631-aiding", elements=support)).document)
    assert "The reading was therefore willful. Cal. Penal Code § 631(a)." in printed
    assert "sent from, or received at, a place within California. Cal. Penal Code § 631(a)." in printed


def test_a_demand_under_chapter_93a_is_measured_by_at_least_thirty_days():
    assert "at least thirty days before this claim was brought" in LIBRARY.find("causes/ma-93a.md").read_text(
        encoding="utf-8"
    )


def test_the_remand_case_stands_behind_the_finding_on_an_adequate_remedy_in_the_ninth_circuit():
    assert {"sonner", "ruiz"} <= set(CHECKS["CLM-012"].authority)
    assert [str(court) for court in LIBRARY.authorities()["ruiz"].courts] == ["9"]


def test_that_a_product_was_not_bought_rests_on_a_case_about_products_and_not_on_transunion():
    assert CHECKS["STA-007"].authority == ("ghirardelli",)


def test_purely_economic_loss_in_negligence_is_told_with_its_authority_and_less_where_more_was_lost(reyes):
    def told(act):
        harm = {"harm": {"allegations": ["no-notice"], "application": act}}
        return [
            (one.severity.value, one.authority)
            for one in found(reyes(*only("ca-negligence", elements=harm)), "CLM-026")
        ]

    ((severity, behind),) = told("Each subscriber overpaid for privacy.")
    assert severity == "warning" and "7 Cal. 5th 391" in str(behind)
    ((severity, _),) = told("Each subscriber overpaid, and Reyes lost thirty hours.")
    assert severity == "advice"
    assert told("A stranger borrowed money in the name of Reyes.") == []
