"""Which field of the fact sheet's plaintiff each column of a spreadsheet is for. A heading that two fields
could claim is never guessed.

Some columns are refused whatever they are mapped to: Fed. R. Civ. P. 5.2(a) keeps what they hold out of a
public filing, and a fact sheet has no use for it. A birth date is looked at, to tell a minor, and goes no
further.
"""

from __future__ import annotations

import re
from typing import Iterable, NamedTuple

from drafter.errors import UsageError
from drafter.intake.fields import FIELDS, NAME_PARTS, Field
from drafter.intake.protected import privacy_rule
from drafter.wording import close_to, without_accents

__all__ = ["AGE", "BIRTH", "Columns", "field_of", "is_field", "match", "plain_heading", "said"]

BIRTH = "(birth date)"
AGE = "(age)"
UNUSED = ""

SYNONYMS = {
    "id": "id; plaintiff id; sheet id",
    "name": (
        "name; full name; client name; plaintiff name; legal name; plaintiff; client; name of plaintiff; name"
        " of client"
    ),
    "name.first": "first name; first; given name; forename; client first name; plaintiff first name",
    "name.middle": "middle name; middle; middle initial; mi",
    "name.last": "last name; last; surname; family name; client last name; plaintiff last name",
    "name.suffix": "suffix; name suffix",
    "kind": "kind; kind of plaintiff; plaintiff type; type of plaintiff; client type",
    "short": "short; short name; defined name; called",
    "pronouns": "pronouns; pronoun; preferred pronouns",
    "entity": "entity; entity type; kind of organization; organization type",
    "guardian.name": (
        "guardian; guardian name; name of guardian; next friend; parent or guardian; parent guardian"
    ),
    "guardian.capacity": "guardian capacity; capacity of guardian",
    "decedent": "decedent; name of decedent; deceased",
    "residence.city": "city; residence city; city of residence; home city; town; city town; residence",
    "residence.county": "county; residence county; county of residence; home county; parish",
    "residence.state": (
        "state of residence; residence state; home state; state residence; resident of; state; st; state"
        " province"
    ),
    "residence.country": "country of residence; residence country; home country; country",
    "citizenship.state": (
        "state of citizenship; citizenship state; domicile; state of domicile; citizen of; citizenship; state"
    ),
    "citizenship.country": (
        "country of citizenship; citizenship country; nationality; citizen of; citizenship; country"
    ),
    "incorporated_in": "incorporated in; state of incorporation",
    "principal_place_of_business.city": "principal place of business city; ppb city; headquarters city",
    "principal_place_of_business.state": "principal place of business state; ppb state; headquarters state",
    "represents": (
        "represents; class; classes; subclass; subclasses; class represented; classes represented; proposed"
        " class"
    ),
    "relations": (
        "relations; ties; relationships; ties to counsel; conflicts; relationship to counsel; relationship to"
        " defendant"
    ),
    "confirmed": "confirmed; date confirmed; client confirmed; confirmed on; date",
    "experience.purchases[].product": (
        "product; product purchased; product or service; service; item; item purchased; subscription"
    ),
    "experience.purchases[].date": (
        "date of purchase; purchase date; purchased on; date purchased; bought on; subscription start; date"
    ),
    "experience.purchases[].through": "purchase end; subscription end; until; through; end of subscription",
    "experience.purchases[].price": "price; price paid; purchase price; amount paid; cost; paid",
    "experience.purchases[].price_note": "price note; price per; billing period",
    "experience.purchases[].seller": (
        "seller; retailer; store; bought from; purchased from; place of purchase; vendor; merchant"
    ),
    "experience.purchases[].place.city": "purchase city; city of purchase; store city",
    "experience.purchases[].place.state": "purchase state; state of purchase; store state",
    "experience.purchases[].use": "use; use of product; personal or business",
    "experience.discovered": (
        "discovered; date discovered; date of discovery; discovery date; discovered on; date"
    ),
    "experience.discovery": "discovery; how discovered; how learned",
    "experience.why_not_earlier": "why not earlier",
    "experience.future_intent": "future intent; future intention; would buy again; would purchase again",
    "experience.data_types": "data types; kinds of data; types of data; data involved",
    AGE: "age; current age",
}
"""Headings that are known, by field. One under several fields is decided by the other columns, or by the
user.
"""

_BIRTH = re.compile(
    r"\b(dob|d o b|birth ?(date|day)|date of birth|birthdt|born( on)?|b day|bday)\b|^(year of )?birth("
    r" year)?$"
)
_NUMBERS = (
    (
        re.compile(r"\b(ssn\w*|s s n|social security|soc sec|social sec\w*|ss (no|num|number))\b|^social$"),
        "Social Security numbers",
    ),
    (re.compile(r"\b(itin|tin|ein|tax ?payer id\w*|tax id\w*)\b"), "taxpayer-identification numbers"),
    (
        re.compile(
            r"\b(account|acct|acc|card|policy)s? ?(no|nr|num|number|numbers|id)\b|^(bank )?(account|acct)s?$"
            r"|\b(iban|routing|credit card|debit card|cvv|card on file|bank account)\b"
        ),
        "account numbers",
    ),
)
_RESIDENCE = {"residence.state": "residence.city", "residence.country": "residence.city"}


class Columns(NamedTuple):
    """What each column is for.

    fields   heading to field ("" where it is not used); the headings in the table's order, without those that
    are refused
    refused  heading to why what stands under it is never taken
    birth    headings of birth dates, which are among the refused
    """

    fields: dict[str, str]
    refused: dict[str, str]
    birth: list[str]

    def heading_of(self, *fields: str) -> str:
        """The heading of the first column for one of `fields`; "" if there is none."""
        return next((heading for heading, wanted in self.fields.items() if wanted in fields), "")


def plain_heading(heading: str) -> str:
    """A heading as it is compared: small letters, words parted by single spaces, `#` as the word number."""
    text = without_accents(heading).replace("#", " number ").replace("'", "")
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text).lower()))


def is_field(name: str) -> bool:
    """Whether a column may be for `name`."""
    return name in (UNUSED, AGE, *NAME_PARTS) or _numbered(name) in FIELDS


def said(options: Iterable[str]) -> dict[str, str]:
    """Heading to field, from `Heading=field` as it was typed; a heading may have `=` in it. Raises
    UsageError.
    """
    given: dict[str, str] = {}
    for option in options:
        heading, sign, field = option.rpartition("=")
        if not (sign and heading.strip()):
            remedy = 'Write --map "Heading=field", or --map "Heading=" to leave it out.'
            raise UsageError(f"--map “{option}” names no heading and field", remedy)
        given[" ".join(heading.split())] = _field(field.strip())
    return given


def _field(name: str) -> str:
    if is_field(name):
        return _first_is_bare(name)
    alike = {plain_heading(path): path for path in (*FIELDS, *NAME_PARTS)}
    if plain_heading(name) in alike:
        return alike[plain_heading(name)]
    close = [alike[found] for found in close_to(plain_heading(name), alike, 3, 0.5)]
    otherwise = "Write a path such as name or experience.purchases[].date."
    remedy = f"Did you mean {' or '.join(close)}?" if close else otherwise
    raise UsageError(f"--map: a plaintiff has no field “{name}” that a cell could fill", remedy)


def _numbered(name: str) -> str:
    """`purchases[2].date` without its number."""
    return re.sub(r"\[[1-9]\d?\]", "[]", name)


def field_of(name: str) -> Field | None:
    """The field that `name` means; None for a part of a name, the age, and nothing."""
    return FIELDS.get(_numbered(name))


# --- matching
# ------------------------------------------------------------------------------------------------------------


def match(headings: list[str], remembered: dict[str, str], given: dict[str, str]) -> Columns:
    """What each of `headings` is for: as the user has `given` it, else as it was `kept` from before, else as
    it is known.

    Raises UsageError for a heading that the table does not have, for one that several fields claim, and for a
    field that several claim.
    """
    birth = [heading for heading in headings if _BIRTH.search(plain_heading(heading))]
    refused = {heading: why for heading in headings if (why := _refusal(heading, heading in birth))}
    _refuse_given(headings, refused, given)
    open_ones = [heading for heading in headings if heading not in refused]
    chosen = {heading: field for heading, field in {**remembered, **given}.items() if heading in open_ones}
    candidates = {heading: _candidates(heading) for heading in open_ones if heading not in chosen}
    fields = {heading: chosen.get(heading, UNUSED) for heading in open_ones}
    fields |= {heading: found[0] for heading, found in candidates.items() if len(found) == 1}
    several = {heading: found for heading, found in candidates.items() if len(found) > 1}
    for heading, found in several.items():
        fields[heading] = _decided(found, set(fields.values()))
    unclear = [
        f"“{heading}” may be {' or '.join(several[heading])}" for heading in several if not fields[heading]
    ]
    unclear += _claimed_twice(fields)
    if unclear:
        heading = next((heading for heading in several if not fields[heading]), "") or unclear[0].split("”")[
            0
        ].lstrip("“")
        remedy = (
            f'Say which: --map "{heading}=FIELD", or --map "{heading}=" to leave it out. It is then kept for'
            " the next time."
        )
        raise UsageError("columns that could be for more than one thing: " + "; ".join(unclear), remedy)
    return Columns(fields, refused, birth)


def _refusal(heading: str, birth: bool) -> str:
    if birth:
        return f"birth dates never go into a fact sheet ({privacy_rule()}); looked at only to tell a minor"
    words = plain_heading(heading)
    kinds = [kind for pattern, kind in _NUMBERS if pattern.search(words)]
    return f"{kinds[0]} never go into a fact sheet ({privacy_rule()})" if kinds else ""


def _refuse_given(headings: list[str], refused: dict[str, str], given: dict[str, str]) -> None:
    for heading, field in given.items():
        if heading not in headings:
            raise UsageError(
                f"--map: there is no heading “{heading}”", f"The headings are: {', '.join(headings)}."
            )
        if heading in refused and field:
            raise UsageError(
                f"--map: “{heading}” cannot be mapped: {refused[heading]}", "Leave that --map out."
            )


def _candidates(heading: str) -> list[str]:
    words = plain_heading(heading)
    found = _KNOWN.get(words, [])
    numbered = re.fullmatch(r"(?:(.*?) (?:number )?([1-9]\d?)|(?:purchase|product) ([1-9]\d?) (.*))", words)
    if found or not numbered:
        return found
    base, number = (numbered[1], numbered[2]) if numbered[1] is not None else (numbered[4], numbered[3])
    return [
        _first_is_bare(field.replace("[]", f"[{number}]"))
        for field in _KNOWN.get(base, [])
        if "purchases[]" in field
    ]


def _first_is_bare(field: str) -> str:
    return field.replace("[1]", "[]")


def _decided(found: list[str], taken: set[str]) -> str:
    """The residence, where the State or country stands beside a city, or citizenship has a column of its own;
    nothing else is decided.
    """
    residence = [field for field in found if field in _RESIDENCE and field not in taken]
    others = [field for field in found if field not in _RESIDENCE]
    return (
        residence[0]
        if residence and (_RESIDENCE[residence[0]] in taken or taken.issuperset(others))
        else UNUSED
    )


def _claimed_twice(fields: dict[str, str]) -> list[str]:
    owners: dict[str, list[str]] = {}
    for heading, field in fields.items():
        owners.setdefault(field, []).append(heading)
    twice = [
        f"“{'” and “'.join(own)}” are both for {field}"
        for field, own in owners.items()
        if field and len(own) > 1
    ]
    parts = [heading for field, own in owners.items() if field in NAME_PARTS for heading in own]
    if owners.get("name") and parts:
        twice.append(f"“{'” and “'.join([*parts, *owners['name']])}” are all for name")
    return twice


def _known() -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for field, phrases in SYNONYMS.items():
        for phrase in phrases.split("; "):
            known.setdefault(phrase, []).append(field)
    for field in FIELDS:
        known.setdefault(plain_heading(field), [field])
    return known


_KNOWN = _known()
