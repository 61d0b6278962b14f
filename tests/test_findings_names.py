"""Findings call claims and paragraphs as the draft does; only their paths have ids, for the jump."""

import re

import findings_table
import pytest
from test_truth import SAMPLES, drafted, found  # noqa: F401

from drafter.checks import run_checks
from drafter.checks.engine.naming import Naming
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.load import load


def test_a_claim_is_called_by_its_count_and_heading_and_several_by_their_numbers(drafted):  # noqa: F811
    (one,) = found(drafted("reyes", {"claims.contract.terms": []}), "CLM-014")
    assert one.message == (
        "Count II (Breach of Contract) does not name the term breached. A blank stands in the draft: the"
        " provision breached."
    )
    assert one.where == "claims.contract.terms"


def test_an_allegation_is_called_by_its_paragraph(drafted):  # noqa: F811
    (one,) = found(drafted("reyes", {"allegations.no-notice.source": None}), "DOC-015")
    assert one.message == "¶ 18 has no source." and one.where == "allegations.no-notice.source"


@pytest.mark.parametrize(
    "message, said",
    [
        ("sca, contract and ucl: 2 years", "Counts I, II and III: 2 years"),
        ("It is inferred from vendor-contract (¶ 16).", "It is inferred from ¶ 16."),
        ("An injunction is asked for (sca and ucl).", "An injunction is asked for (Counts I and III)."),
        ("No claim uses 2 of the 9: vendor-contract, nightly-copies.", "No claim uses 2 of the 9: ¶¶ 16–17."),
        ("The contract sues nobody (see the contract).", "The contract sues nobody (see the contract)."),
        ("“sca: “ is what was said, and contract law.", "“sca: “ is what was said, and contract law."),
    ],
)
def test_an_id_is_put_into_words_where_it_stands_as_one_and_nowhere_else(message, said):
    assert Naming(assemble(load(SAMPLES["reyes"]), open_library())).said(message) == said


@pytest.mark.parametrize("name", ["breach-cand", "claims-agent-txwd", "bipa-illcirct"])
def test_no_message_begins_with_an_id(name):
    draft = assemble(load(findings_table.sheets()[name]), open_library())
    ids = {str(claim.id) for claim in draft.matter.raw.claims} | set(draft.matter.allegations)
    begun = [one.message for one in run_checks(draft) if re.split(r"[ :,]", one.message)[0] in ids]
    assert begun == []
