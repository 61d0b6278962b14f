"""One law, one status: the same citation in causes, in courts and behind checks was read in one way, or a row
says why not.
"""

import re

from drafter.facts.record import Record
from drafter.library import open_library
from drafter.library.records import Law

LIBRARY = open_library()
APART = {
    "Cal. Penal Code § 631(a)": (
        "its words were read; what courts make of a reader that is a party is told by accounts"
    ),
    "Cal. Civ. Code § 1798.140": (
        "(i) was read in an account; that the word “consumer” stands for residents alone is recalled"
    ),
    "Cal. Lab. Code § 2699": (
        "its text was read; that the acts of 2024 changed it on that day is told by an account"
    ),
    "740 ILCS 14/10": (
        "it was read as amended, down to “biometric information”; the definitions after that are told by an"
        " account, and the electronic signature by the synopsis of the act"
    ),
    "Kwikset Corp. v. Superior Court, 51 Cal. 4th 310 (2011)": (
        "its opening, and its test as quoted, were read; what it says of reliance under the other prongs is"
        " recalled"
    ),
    "N.Y. CPLR 214(2)": "of two causes one rests on an account, and the other on memory",
    "N.Y. CPLR 901(b)": (
        "its text was read for the court’s profile and the checks; what it does to one remedy is recalled"
    ),
    "Tims v. Black Horse Carriers, Inc., 2023 IL 127801": (
        "the opinion was read for the checks; the causes rest on a summary of it"
    ),
    "Wash. Rev. Code § 19.86.120": (
        "one cause read a copy of its last sentence; the other took the period from an account"
    ),
    "azd LRCiv 7.1(a)(3)": (
        "the rule was read; that capitals are wanted is the court’s list of frequent violations"
    ),
    "azd LRCiv 7.1(b)(1)": "one part of it is quoted by a court, the other told by a summary",
    "ilnd LR 5.2(e)": "its first sentence was read; the rest is told by a summary",
}
"""Citations whose assertions were read in several ways, each with why."""


def laws(record):
    """Every assertion of law in a record of the library."""
    if isinstance(record, Law):
        yield record
    if isinstance(record, Record):
        for value in vars(record).values():
            for one in value if isinstance(value, list) else [value]:
                yield from laws(one)


def parts(cite):
    """“29 U.S.C. §§ 216(b), 256” as “29 U.S.C. § 216(b)” and “29 U.S.C. § 256”; a subsection alone goes with
    the section before it.
    """
    for one in re.split(r";\s*", str(cite).replace("C.P.L.R.", "CPLR").replace("–", "-")):
        code, sign, rest = one.partition("§ ")
        if not sign:
            yield one.strip()
            continue
        section = ""
        for each in rest.split(", "):
            section = each if re.match(r"[\dA-Z]", each) else section.split("(")[0] + each
            yield f"{code.rstrip('§ ')} § {section}".strip()


def held():
    """By citation, the statuses with which it stands, and where."""
    found = {}
    for entry in (*LIBRARY.causes(), *LIBRARY.courts()):
        for law in laws(entry):
            for cite in parts(law.cite) if law.cite else ():
                local = re.match(r"(LR|LCvR|LCR|LRCiv|Local|Civil L\.R|Civ\. L\.R|L\.R|Loc)", cite)
                found.setdefault(f"{entry.id} {cite}" if local else cite, {}).setdefault(
                    str(law.status), set()
                ).add(str(entry.id))
    for own, authority in LIBRARY.authorities().items():
        for cite in parts(authority.cite):
            found.setdefault(cite, {}).setdefault(str(authority.status), set()).add(f"authorities: {own}")
    return found


def test_one_law_has_one_status_in_causes_courts_and_checks():
    several = {cite: statuses for cite, statuses in held().items() if len(statuses) > 1}
    assert {cite: statuses for cite, statuses in several.items() if cite not in APART} == {}
    assert all(len(why) > 30 for why in APART.values())


def test_a_list_of_sections_is_taken_apart():
    assert list(parts("29 U.S.C. §§ 216(b), 256")) == ["29 U.S.C. § 216(b)", "29 U.S.C. § 256"]
    assert list(parts("Cal. Civ. Code § 1782(a), (d)")) == [
        "Cal. Civ. Code § 1782(a)",
        "Cal. Civ. Code § 1782(d)",
    ]


def test_no_section_that_the_copy_of_the_code_lost_is_called_read_from_it():
    """The copy at release point 119-73 leaves out the opening words of these sections; see
    docs/what-was-read.md.
    """
    lossy = (
        "29 U.S.C. § 255",
        "29 U.S.C. § 256",
        "29 U.S.C. § 1113",
        "15 U.S.C. § 1692e",
        "15 U.S.C. § 78j",
        "18 U.S.C. § 2511",
    )
    for entry in LIBRARY.causes():
        for law in laws(entry):
            if law.cite and law.status == "text_read" and str(law.read).startswith("release point 119-73"):
                assert not any(
                    re.fullmatch(rf"{re.escape(one)}(\(.*)?", cite)
                    for cite in parts(law.cite)
                    for one in lossy
                ), (entry.id, law.cite)
    for authority in LIBRARY.authorities().values():
        assert (
            authority.status != "text_read"
            or "119-73" not in str(authority.read)
            or not any(one in str(authority.cite) for one in lossy)
        )
