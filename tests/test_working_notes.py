"""Notes that a writer leaves for colleagues or for himself, in many forms, and sentences that only look like
one.
"""

from __future__ import annotations

import re

import pytest
from conftest import SAMPLES_FOLDER
from test_filings import FILINGS

from drafter.checks.texts import texts, unquoted
from drafter.checks.working_notes import working_note
from drafter.complaint import assemble
from drafter.library import builtin_folder, open_library
from drafter.matter_files.load import load
from drafter.text import render

LIBRARY = open_library()
SHEETS = [
    *sorted(SAMPLES_FOLDER.glob("*.yaml")),
    *sorted((SAMPLES_FOLDER / "siblings").glob("*-*.yaml")),
    *FILINGS.values(),
]
NOTES = """Larkspur sold it. **CONFIRM**
**confirm**
Larkspur sold it. **Check date.**
__VERIFY__ It sold many.
*confirm w/ Rosa*
It sold 480,000 users. CONFIRM
CHECK THIS
CONFIRM WITH CLIENT.
Q: is this right?
Q. Is this right?
Question: who signed it?
Query: do dates match?
It was so. Is this right?
Is this still correct?
Do we have the contract?
Do we need this?
Are we sure?
Can we say this?
Which date?
What source?
It sold in May, right?
It sold in May (right?).
It sold it (which month?).
check w/ Rosa
Check with Rosa.
Check w/ X.
It sold it. Check with client before filing.
It sold it -- confirm amount.
It sold it – verify spelling.
Confirm the date.
Verify that this was the 2024 version.
Ask client whether she clicked.
Make sure this is in Ex. A.
See if Ruth has the file.
Find cite.
Add cite.
Need date.
Needs a source.
needs cite
Get the docket number.
Fix this.
Insert quote here.
Follow up with expert.
RH to verify.
RH to verify
Rosa to confirm amount.
JD to pull the exhibit.
client to confirm
Paralegal to check the numbers.
@Rosa to check
It sold many (RH to confirm).
It sold many [confirm].
It sold many [check w/ Rosa].
It sold many [Rosa: right?].
It sold many {verify}.
It sold many. [needs source]
It sold many (source?).
It sold many (date?).
It sold XX phones.
It paid XX dollars on May 3.
Not sure about this.
Not sure if this is the right date.
More to come.
More here.
See my email.
per client call
Blah blah.
Placeholder.
NTD: ask Ruth.
FYI: she changed her story.
NB: two versions exist.
Come back to this.
We should say more here.
I think it was June.
We need a date.
С\u041eNFIRM the date.
C\u200bonfirm the date.
**C\u00adONFIRM**
Con\u2060firm w/ client.
Please confirm.
Pls check date.
Also verify amount.
It sold many; confirm number.
It sold it. // check source
Reminder: update before filing.
Double-check the figures.
Recheck ¶ numbers.
Missing source."""
INNOCENT = """Check fraud was common at the branch.
Check numbers were printed on each statement.
Check Point Software made the firewall.
Call logs show three calls.
Update 2.1 was installed on May 3, 2024.
Find My iPhone located the phone.
Ask Jeeves said so.
(Ask Jeeves said so.)
Quote Wizard sold the leads.
Needs of patients came last.
Need drove the purchase.
Missing from the label was the word “lead.”
Whether Larkspur sold it, and to whom.
Did Larkspur tell its users? It did not.
Who read the messages? Tallgrass did.
Why? Because it could.
It asked each patient to confirm the date of birth.
The notice told users to verify their e-mail addresses.
Add-ons were sold at checkout.
Get-rich schemes were sold.
Cut the cord, it told users.
See Ex. A at 3.
(see Ex. A)
(See 28 U.S.C. § 1332(d)(10).)
(*See* Ex. A.)
Title XX of the Social Security Act applies.
Super Bowl XX was on.
Women have XX chromosomes.
Per its own policy, Larkspur deletes logs.
Larkspur’s slogan was Move Fast.
Review of the logs shows it.
Research shows that users click.
Call centers in Ohio took the calls.
Draft terms were circulated in May.
Provide for the common defense is a phrase.
Send buttons were placed below.
Expert reports were ordered.
**Numerosity.** The class has 480,000 members.
**Typicality.** Her claims are typical.
*Larkspur v. Reyes*
*confirmed*
Counsel to the company wrote it.
The team to which he belonged left.
More than 480,000 users were hit.
More here than elsewhere, users paid.
Dates of birth were taken.
Sources told the press.
Consider the sender of a message.
(consider it done)
Flag officers testified.
Larkspur called it a “confirm” screen.
Fixed fees were charged.
Please note that fees apply, the page said.
It is not sure whether the copies were deleted.
I.R.S. letters were sent.
User I agreed.
Plaintiff I and Plaintiff II.
Part I describes it.
US customers paid.
It told us nothing.
A message says: Confirm your purchase.
whether Northgate owed its patients care
Verify, Inc. sold the data.
Confirm Communications LLC sold it.
Cite AI trained the model.
Discovery Bank to Discover Card holders gave notice.
Larkspur to Tallgrass, each night, went the text.
Amazon to Review Sellers
Fiduciary to Plan Participants
Which messages were read is known to Larkspur alone."""


@pytest.mark.parametrize("words", NOTES.split("\n"), ids=ascii)
def test_a_note_is_known_by_how_it_is_built(words):
    assert working_note(words)


def test_there_are_eighty_forms():
    assert len(set(NOTES.split("\n"))) > 80


@pytest.mark.parametrize("words", INNOCENT.split("\n"), ids=ascii)
def test_a_sentence_that_states_is_no_note(words):
    assert working_note(words) == ""


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_text_of_a_sample_or_a_filing_is_a_note(path):
    draft = assemble(load(path), LIBRARY)
    own = [unquoted(text) for text in texts(draft) if text.prints]
    printed = [re.sub("“[^”]*”", "", line) for line in render(draft.document).split("\n")]
    assert [note for words in (*own, *printed) if (note := working_note(words))] == []


def test_no_sentence_of_a_template_is_a_note():
    found = {}
    for path in sorted(builtin_folder().glob("[cs]*/*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n")[-1]
        lines = re.sub(r"\{[{%#].*?[}%#]\}", "", body, flags=re.DOTALL).split("\n")
        found[path.name] = [note for line in lines if (note := working_note(line))]
    assert len(found) > 100 and not any(found.values())
