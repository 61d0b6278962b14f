"""The right law, the right court and the right names: what is pleaded of them, and what is said where the sheet does not bear it out."""


from conftest import ROOT
from planted import put

from drafter.checks import run
from drafter.complaint import assemble
from drafter.complaint.number import inlines_of
from drafter.document import plain
from drafter.facts.edit import apply
from drafter.facts.load import load
from drafter.library import open_library

LIBRARY = open_library()
REYES = (ROOT / "samples" / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
QUILL = """\
schema_version: 1
matter: Quill v. Harlan Boats
court: {id: cand, county: Alameda, filing_date: 2026-12-01}
counsel:
  - id: firm
    firm: Ames & Ortiz LLP
    represents: [quill]
    address: {street: 1 Main Street, city: Oakland, state: CA, zip: "94607"}
    telephone: 510-555-0100
    lawyers: [{name: Rosa Ames, bar_number: "123456", email: ames@example.com, signs: yes, admission: {status: admitted}}]
plaintiffs:
  - id: quill
    name: Mara Quill
    pronouns: she
    residence: {city: Oakland, county: Alameda, state: CA}
    citizenship: {state: CA}
    experience:
      purchases: [{product: the Harlan 34, date: 2026-03-02, price: "$90,000", place: {city: Oakland, county: Alameda, state: CA}}]
      injuries: [{id: paid, kind: money, text: "paid $90,000 for a boat that sank", allegations: [sank], amount: "$90,000"}]
defendants:
  - id: harlan
    kind: corporation
    name: Harlan Boats Inc.
    short: Harlan
    incorporated_in: NV
    principal_place_of_business: {city: Reno, county: Washoe, state: NV}
    business: builds boats
    part: Harlan built the boat.
    checked: 2026-11-01
    checked_source: Nevada Secretary of State
    personal_jurisdiction: [{kind: specific, facts: it sold and delivered the boat in Oakland}]
agreements:
  - id: sale
    title: Sale Contract
    short: Contract
    parties: [quill, harlan]
    terms: [{id: sound, section: "2", quote: the boat is sound}]
allegations:
  - id: sold
    date: 2026-03-02
    actor: harlan
    gist: sold Quill a boat for $90,000
    text: On March 2, 2026, in Oakland, Harlan sold Quill a Harlan 34 for $90,000.
    source: {kind: plaintiff, who: Mara Quill}
    basis: {kind: personal-knowledge}
    confirmed: 2026-11-10
  - id: sank
    date: 2026-04-02
    actor: harlan
    gist: delivered a boat whose hull was cracked
    text: On April 2, 2026, the boat sank at its berth in Oakland. Its hull was cracked when Harlan delivered it.
    source: {kind: plaintiff, who: Mara Quill}
    basis: {kind: personal-knowledge}
    confirmed: 2026-11-10
claims:
  - id: contract
    theories: [ca-breach-contract]
    agreement: sale
    terms: [sound]
    law: [CA]
    elements:
      contract: {allegations: [sold], application: "Quill and Harlan made the Contract."}
      performance: {allegations: [sold], application: "Quill paid the price."}
      breach: {allegations: [sank], application: "Harlan delivered a boat that was not sound."}
      conditions: {allegations: [sold], application: "Nothing more was for Quill to do."}
      harm: {allegations: [sank], application: "Quill lost the price."}
      causation: {allegations: [sank], application: "The crack sank the boat."}
    harm: Quill lost the price of the boat.
jurisdiction:
  grounds: [diversity]
  amount: {individual: "$90,000", working: "Quill paid $90,000 for a boat that is worth nothing."}
venue: {grounds: [events], facts: Harlan delivered the boat in Oakland}
jury_demand: yes
"""
"""One plaintiff, one company, § 1332(a): an individual case."""


def drafted(tmp_path, text, *changes, court=""):
    """The draft of the sheet `text` with `changes` made, for its court or for `court`."""
    path = tmp_path / "sheet.yaml"
    path.write_text(apply(text, changes), encoding="utf-8")
    return assemble(load(path), LIBRARY, court)


def told(draft, *checks):
    """The findings of `checks` on `draft`, as (check, severity, message)."""
    return [(found.check, found.severity.value, found.message) for found in run(draft) if found.check in checks]


def words(draft):
    """The whole of a draft as a reader sees it, a paragraph a line."""
    return "\n".join(plain(inlines_of(block)).replace("\u00a0", " ") for block in draft.document.body)


def claim(theory, **more):
    return put("claims", [{"id": "sole", "theories": [theory], **more}])


# --- the law that governs -----------------------------------------------------------------------------------------------------------------


def test_a_claim_whose_law_is_not_its_causes_is_an_error_and_the_reason_is_not_printed_as_if_it_fitted(tmp_path):
    draft = drafted(tmp_path, QUILL, claim("ca-negligence", law=["NY"], law_reason="New York law governs."))
    assert [severity for _, severity, message in told(draft, "STA-009") if "New York" in message and "California" in message] == ["error"]
    assert "New York law governs." not in words(draft) and "a cause of action under the law that the sheet says governs: New York" in words(draft)


def test_a_contract_claim_under_another_states_law_or_clause_is_an_error_told_once(tmp_path):
    clause = put("agreements.sale.governing_law", "IL")
    for changes in ((put("claims.contract.law", ["IL"]),), (clause,), (put("claims.contract.law", None), clause), (put("claims.contract.law", ["IL"]), clause)):
        draft = drafted(tmp_path, QUILL, *changes)
        assert [(check, severity) for check, severity, message in told(draft, "STA-009", "AGR-003", "STA-006") if "Illinois" in message] == [("STA-009", "error")]


def test_a_reason_that_speaks_of_another_states_law_alone_is_an_error(tmp_path):
    assert told(drafted(tmp_path, QUILL, put("claims.contract.law_reason", "The Contract chooses Texas law.")), "STA-009")
    assert not told(drafted(tmp_path, QUILL, put("claims.contract.law_reason", "California law governs, and not Texas law.")), "STA-009")


def test_a_reason_why_a_clause_does_not_govern_answers_it(tmp_path):
    draft = drafted(tmp_path, QUILL, put("agreements.sale.governing_law", "IL"), put("claims.contract.law_reason", "The clause was not shown before the sale."))
    assert not told(draft, "STA-009") and "The clause was not shown before the sale." in words(draft)


def test_uniform_law_may_be_that_of_any_state_that_adopted_it_and_of_no_other(tmp_path):
    assert not told(drafted(tmp_path, QUILL, claim("ucc-express-warranty", law=["NV"])), "STA-009")
    assert told(drafted(tmp_path, QUILL, claim("ucc-express-warranty", law=["LA"])), "STA-009")


def test_a_federal_claim_named_under_a_states_law_is_an_error_unless_it_rests_on_that_law(tmp_path):
    assert told(drafted(tmp_path, QUILL, claim("tcpa-227c", law=["NY"])), "STA-009")
    assert not told(drafted(tmp_path, QUILL, claim("mmwa-2310", law=["NY"])), "STA-009")
