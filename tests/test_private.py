"""One table tells what may not be filed, in every form in which it is written; innocent numbers are left
alone.
"""

import pytest
from conftest import SAMPLES_FOLDER
from planted import put

from drafter.checks import run_checks as checked
from drafter.complaint import assemble
from drafter.intake.protected import number_in
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.privacy.normalise import normal
from drafter.privacy.patterns import _FORMS, RULE_5_2, Kind, _pattern, has, private
from drafter.reuse.redaction import redacted
from drafter.yamltext.rewrite import apply

REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
TEXT = "allegations.no-notice.text"
LIBRARY = open_library()
FORBIDDEN = [
    ("PRIV-001", "123-45-6789", "Her number, 123-45-6789, was on it."),
    ("PRIV-001", "6789", "Her number, 123\u201145\u20116789, was on it."),
    ("PRIV-001", "6789", "Her number, 123\u201345\u20136789, was on it."),
    ("PRIV-001", "6789", "Her number, 123\u201445\u20146789, was on it."),
    ("PRIV-001", "6789", "Her number, 123\u221245\u22126789, was on it."),
    ("PRIV-001", "123 45 6789", "Her number, 123 45 6789, was on it."),
    ("PRIV-001", "6789", "Her number, 123\u00a045\u00a06789, was on it."),
    ("PRIV-001", "123 - 45 - 6789", "Her number, 123 - 45 - 6789, was on it."),
    ("PRIV-001", "6789", "Her number, 123\u00ad-45-\u200b6789, was on it."),
    ("PRIV-001", "6789", "Her number, 123&#8209;45&#8209;6789, was on it."),
    ("PRIV-001", "6789", "Her number, 123\\-45\\-6789, was on it."),
    ("PRIV-001", "６７８９", "Her number, １２３-４５-６７８９, was on it."),
    ("PRIV-001", "123456789", "Her Social Security number 123456789 was on it."),
    ("PRIV-001", "123.45.6789", "Her S.S.N. 123.45.6789 was on it."),
    ("PRIV-001", "123456789", "Her sоcial security number is 123456789."),
    ("PRIV-002", "912-71-1234", "Her ITIN, 912-71-1234, was on it."),
    ("PRIV-002", "1234", "The number 912\u201371\u20131234 was on it."),
    ("PRIV-003", "4111", "The card 4111 1111 1111 1111 was charged."),
    ("PRIV-003", "4111", "It charged 4111.1111.1111.1111 twice."),
    ("PRIV-003", "4111", "It charged 4111\u20131111\u20131111\u20131111 twice."),
    ("PRIV-003", "4111", "It charged 4111111111111111 twice."),
    ("PRIV-003", "4111", "It charged 4111\u00a01111\u202f1111\u20091111 twice."),
    ("PRIV-003", "83920174", "Her account number 83920174 was charged."),
    ("PRIV-003", "83920174", "Her account number is 83920174."),
    ("PRIV-003", "83920174", "Her account (no. 83920174) was charged."),
    ("PRIV-003", "83 920 174", "Her Acct. No.: 83 920 174 was charged."),
    ("PRIV-003", "839-201-74", "Account #839-201-74 was charged."),
    ("PRIV-003", "021000021", "Its routing number was 021000021."),
    ("PRIV-003", "3000", "It was paid to DE89 3704 0044 0532 0130 00."),
    ("PRIV-003", "GB82WEST", "It was paid to GB82WEST12345698765432."),
    ("PRIV-004", "1988", "Reyes was born on March 3, 1988, in Evanston."),
    ("PRIV-004", "1990", "Reyes was born 3 March 1990."),
    ("PRIV-004", "1990", "Reyes, born March 3rd, 1990, bought it."),
    ("PRIV-004", "1990", "Reyes was born on the 3rd of March 1990."),
    ("PRIV-004", "1990", "D.O.B. 3/3/1990 stood on it."),
    ("PRIV-004", "1990", "Her DOB: 03.03.1990 stood on it."),
    ("PRIV-004", "1990", "Her DOB was 1990\u201103\u201103."),
    ("PRIV-004", "1988", "Her date of birth, 03/03/1988, was copied."),
    ("PRIV-004", "1990", "Her date of birth is listed as Mar. 3, 1990."),
    ("PRIV-004", "1990", "March 3, 1990, is her date of birth."),
    ("PRIV-004", "1990", "She was born in St. Louis, Missouri, on March 3, 1990."),
    ("PRIV-004", "90", "Birthdate 3-3-90 stood on it."),
    ("PRIV-004", "1990", "Her birthday (3-Mar-1990) was copied."),
    ("PRIV-001", "123456789", "Social Security No. 123456789; she gave it in March."),
    ("PRIV-001", "123456789", "Her SSN No. 123456789 was on it."),
    ("PRIV-001", "123456789", "Her Soc. Sec. No. 123456789 was on it."),
    ("PRIV-001", "123456789", "Her Social Security number (no. 123456789) was on it."),
    ("PRIV-001", "123/45/6789", "Her number, 123/45/6789, was on it."),
    ("PRIV-001", "123_45_6789", "Her number, 123_45_6789, was on it."),
    ("PRIV-002", "123456789", "TIN: 123456789 stood on it."),
    ("PRIV-003", "1234567890", "It printed her account number, 1234567890."),
    ("PRIV-003", "123456789", "It printed account number “123456789” there."),
    ("PRIV-003", "123456789", "It charged the account ending in 123456789 twice."),
    ("PRIV-003", "A12345678", "Its account number A12345678 was charged."),
    ("PRIV-003", "021000021", "It paid through ABA 021000021 in May."),
    ("PRIV-004", "1990", "She was born March 3,1990, in Evanston."),
    ("PRIV-004", "1990", "It said “born: 03/03/1990” there."),
    ("PRIV-004", "1990", "Her DOB: “March 3, 1990” stood there."),
    ("PRIV-004", "1990", "It said (DOB) March 3, 1990."),
    ("PRIV-004", "1990", "Her date of birth was on or about March 3, 1990."),
    ("PRIV-004", "1990", "She was born on the third of March, 1990."),
    ("PRIV-004", "1990", "Her birthdate is March 3d, 1990."),
    ("PRIV-004", "1990", "She was born on March twenty-first, 1990."),
    ("PRIV-004", "1990", "DOB 03031990 stood on it."),
    ("PRIV-004", "90", "DOB 3 Mar 90 stood on it."),
    ("PRIV-004", "90", "D/O/B 3/3/90 stood on it."),
    ("PRIV-004", "1990", "She was born to Ann and Bob on March 3, 1990."),
    ("PRIV-004", "1990", "She was bo\u00adrn on March\u00a03, 1990."),
    ("PRIV-001", "123 456 789", "Her social security no 123 456 789 was on it."),
    ("PRIV-001", "456", "Her Soc Sec # 123-456-789 was on it."),
    ("PRIV-001", "6789", "Her SSN 123\u00b745\u00b76789 was on it."),
    ("PRIV-001", "6789", "Her SSN was 123\u30fb45\u30fb6789."),
    ("PRIV-001", "６７８９", "It showed SSN１２３４５６７８９."),
    ("PRIV-001", "6 7 8 9", "1 2 3 - 4 5 - 6 7 8 9 is her SSN."),
    ("PRIV-001", "123456789", "It printed 123456789, Reyes’s Social Security number."),
    ("PRIV-003", "12345678", "Her loan number 12345678 was printed."),
    ("PRIV-003", "12345678", "Her account’s number was 12345678."),
    ("PRIV-003", "4111", "It charged 4111_1111_1111_1111 twice."),
    ("PRIV-004", "1990", "Her date-of-birth 3/3/1990 stood on it."),
    ("PRIV-004", "1990", "It said born: 3-III-1990 there."),
    ("PRIV-004", "1990", "Reyes (b. March 3, 1990) bought it."),
    ("PRIV-004", "1990", "Reyes was born in March 1990."),
    ("PRIV-001", "123456789", "Her social-security number 123456789 was on it."),
    ("PRIV-001", "123456789", "Her S S N 123456789 was on it."),
    ("PRIV-001", "123456789", "It printed her social: 123456789."),
    ("PRIV-001", "123456789", "Her social is 123456789."),
    ("PRIV-003", "12345678", "It printed his account, number 12345678, twice."),
    ("PRIV-003", "12345678", "Brokerage account X12345678 was charged."),
    ("PRIV-004", "1990", "The date of birth of Dana Reyes is March 3, 1990."),
]
CONTACT = [
    "(312) 555-0100",
    "312-555-0100",
    "312.555.0100",
    "312 555 0100",
    "312\u00a0555\u00a00100",
    "312\u2011555\u20110100",
    "+1 312 555 0100",
    "1-312-555-0100",
    "+44 20 7946 0958",
    "(312)555\u20130100",
    "tel. 3125550100",
    "dana@reyes.example",
    "dana.reyes+x@mail.reyes.example",
    "dana\u200b@reyes.example",
    "dana&#64;reyes.example",
    "dana (at) reyes (dot) example",
    "dana @ reyes.example",
]
INNOCENT = """The docket number is 123-45-678, not a person's.|Its EIN is 12-3456789, as its annual report says.|The parcel number 4111111111111112 was lost.
Names, dates of birth and Social Security numbers were taken on March 3, 2024.|It took each name, date of birth and address on March 3, 2024.|Case No. 3:24-cv-01234-ABC was filed.
It paid $1,234,567,890 to 123,456,789 members.|See 28 U.S.C. § 1332(d)(2) and 18 U.S.C. §§ 2701-2712.|Version 10.15.7 of 2024.03.05 was installed.|In 2019-2024 it sold 480,000.
The account was opened on March 3, 2024.|Accounts 2019-2024 were audited.|Its card ended in 4111.|Fiscal years 2021, 2022, 2023 and 2024 were good.|It was borne out on March 3, 2024.|A stubborn rule of March 3, 2024.
The ZIP code is 60600-1234.|Her number, XXX-XX-6789, was on it.|Born in 1988, she bought it on March 3, 2024.|He was born and raised in Evanston, and on March 3, 2024, he bought it.|The claim is born of the breach of March 3, 2024.
IP address 192.168.100.200 answered.|ISBN 978-0-306-40615-8 is a book.|Patent No. 10,123,456 issued.|The bill was for 100 200 units.|Room 312 holds 555 people.|An account of 12 pages, 2024-03-05, says so.
The hash 4111a1111b1111c1111 was stored.|GB82 is a code.|A card with 16 digits was lost.|Bates LKSP-0001234 shows it.|Reg. 17 C.F.R. § 240.10b-5 applies.|At 10:15:30 on 03/05/2024 it stopped.|Invoice 2024-000123 was paid.
The folder is 123/45/6789/1 on the disk.|File 000_45_6789 was read.|It sold tin to 123456789 members.|The ABA published Formal Opinion 512 in 2024.|Born to Ann and Bob, and on March 3, 2024, he bought it.
Born to lead, and then on March 3, 2024, it failed.|The account ending in 4111 was closed on 03/05/2024.|The account number, 4111, was cut short.|Account numbers, 1,234,567 of them, were taken.|Its birthday sale ran in May 24 stores.
It was a born leader on May 12.|The dob was empty; on March 3, 2024 it was filled.|Society Secretary No. 123456789 is a form.|Case number A12345678 was filed.|No. 3 of 1990 was the third of March.|Account number 2019-2024 is a span.
It paid 123456789 Social Security claims.|Serial 2021/2022/2023/2024 was lost.|Part b. March 3, was struck.|It was born in 1990.|Her social life ended: 123456789 views.|The social numbers 123456789 rose.|A card X12345678 was dealt.
The dates of birth of members, who joined on March 3, 2024, were kept.|The date of birth of the plan is not known; on March 3, 2024, it began.|Into the account, number by number, went 12345678 dollars.|A loan of 12345678 dollars was made.""".replace(  # noqa: E501
    "\n", "|"
).split("|")


def with_text(folder, words):
    sheet = folder / "matter.yaml"
    sheet.write_text(apply(REYES.read_text(encoding="utf-8"), (put(TEXT, words),)), encoding="utf-8")
    return load(sheet)


@pytest.mark.parametrize(("check", "left", "words"), FORBIDDEN, ids=lambda value: ascii(value)[:48])
def test_what_rule_5_2_keeps_out_is_found_and_redacted_however_it_is_written(tmp_path, check, left, words):
    sheet = with_text(tmp_path, words)
    assert [finding.where for finding in checked(assemble(sheet, LIBRARY)) if finding.check == check] == [
        TEXT
    ]
    copy = next(
        item
        for section in redacted(sheet.tree).tree["allegations"]
        for item in section["items"]
        if item["id"] == "no-notice"
    )
    assert "left out" in copy["text"] and left not in copy["text"] and not has(copy["text"])
    assert number_in(words)


@pytest.mark.parametrize("contact", CONTACT, ids=ascii)
def test_a_way_to_reach_somebody_is_found_and_redacted_however_it_is_written(tmp_path, contact):
    sheet = with_text(tmp_path, f"Reyes wrote from {contact} to Larkspur.")
    assert [
        finding.where for finding in checked(assemble(sheet, LIBRARY)) if finding.check == "PRIV-007"
    ] == [TEXT]
    copy = next(
        item
        for section in redacted(sheet.tree).tree["allegations"]
        for item in section["items"]
        if item["id"] == "no-notice"
    )
    assert "left out" in copy["text"] and "0100" not in copy["text"] and "example" not in copy["text"]


@pytest.mark.parametrize("words", INNOCENT)
def test_an_innocent_number_is_left_alone(words):
    assert private(words, *RULE_5_2, Kind.PHONE, Kind.EMAIL) == []


def test_there_are_forty_forms():
    assert len({words for _, _, words in FORBIDDEN}) >= 40 and len(INNOCENT) >= 30


@pytest.mark.parametrize(
    "text",
    ["plain", "a\u00adb&amp;c", "Zo\u0308e ﬁrst", "“x” — y", "&#49;&#50;", "\\*a\\*", "&nosuch; x", "ａ１"],
)
def test_each_sign_of_a_text_as_it_is_read_has_its_place_in_the_text_as_it_was_typed(text):
    read = normal(text)
    places = [read.span(at, at + 1) for at in range(len(read.text))]
    assert all(0 <= start < end <= len(text) for start, end in places) and places == sorted(places)
    assert normal(read.text.replace("&", "")).text == read.text.replace("&", "")


def test_a_form_that_waits_for_a_sign_misses_nothing_that_it_would_find_without():
    words = [normal(text).text for text in (*(each[2] for each in FORBIDDEN), *CONTACT, *INNOCENT)]
    for form in _FORMS:
        for text in words:
            assert (
                not _pattern(form.pattern).search(text)
                or not form.signs
                or any(sign in text.lower() for sign in form.signs)
            ), (form, text)
