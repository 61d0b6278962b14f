"""Every field of the sheet shows: a second value in it changes the draft or a finding, or the field says in
its help that it does not print.
"""

import pytest
from mutation import Matter, changes, fields, matters

NOT_SEEN = {
    "FactSheet.reused_from": "REU-001 looks for the older matter’s names, which the samples do not have",
    "FactSheet.alternatives": "DOC-013 compares with the sheets beside this one",
    "Court.standing_order_read": "LOC-001 asks where a judge is named",
    "Experience.data_types": "CLM-020 and CLM-022 ask under claims on data, whose samples have them",
    "Experience.why_not_earlier": "it prints behind the discovery, where there is one",
    "Experience.not_inside": "CLS-002 is silent for it where a plaintiff is outside the class",
    "Injury.kind": "JUR-023 and STA-003 read it where no other harm is concrete",
    "Injury.violations": "PRE-006 compares it with the notice under the Labor Code",
    "Defendant.office_through": "it prints with the office",
    "Exhibit.date": "it prints where the exhibit is only cited",
    "Exhibit.visited": "DOC-005 asks where there is a web address",
    "Exhibit.archived": "DOC-005 asks where there is a web address",
    "Allegation.gist": "it prints where an element has no sentence of its own",
    "Allegation.actor": "it prints with the gist",
    "Allegation.actors": "it prints with the gist",
    "Allegation.place": "VEN-003 asks where venue has no facts",
    "Allegation.confirmed": "DOC-016 is silent where the plaintiff confirmed all",
    "Source.document": "DOC-004 asks where the allegation quotes",
    "Source.visited": "DOC-005 asks where there is a web address",
    "Source.archived": "DOC-005 asks where there is a web address",
    "Source.who": "the chain names it",
    "Basis.kind": "only belief changes what prints, and its ground must be given too",
    "RepresentedGroup.citizens_only": "CLS-002 and the home-State checks read it with the States",
    "RepresentedGroup.includes": "CLS-021 asks where minors may be members",
    "RepresentedGroup.product": "CLS-004 and CLS-020 read it where nothing else tells the members",
    "Lawyer.signs": "it chooses among several lawyers; where the first firm has one, that one signs",
    "Admission.local_counsel": "FORM-009 asks where no signing lawyer is admitted",
    "Amount.individual": "diversity alone turns on it",
    "Amount.injunction_value": "the reckoning has it where no working is given",
    "Amount.per": "the reckoning has it where no working is given",
    "Amount.per_member_high": "the reckoning has it where no working is given",
    "Amount.per_member_likely": "the reckoning has it where no working is given",
    "Amount.per_member_low": "the reckoning has it where no working is given",
    "Citizenship.also": "it counts where no other citizenship differs",
    "Claim.notices": "a notice that names no claim is for all of them already",
    "Claim.terms": "the matters that plead a contract sue on all its terms",
    "FilingPaper.title": "FORM-018 names a paper that is not ready",
    "Jurisdiction.home_state_share": "JUR-007 and JUR-008 ask where the class is of the forum’s State",
    "Notice.kind": "claims against public bodies and agencies’ charges are read by it",
    "Notice.copied": "a check asks for the copy where a statute wants one",
    "Notice.claims": "a notice that names no claim is for all of them already",
    "Relief.jointly": "it prints where there are several defendants",
    "ReliefSought.against": "it prints where the relief has words of its own",
    "ReliefSought.claims": "it prints where the relief has words of its own",
    "Tolling.from_": "limitations read it where a claim is late",
    "Tolling.through": "limitations read it where a claim is late",
    "Tolling.kind": "limitations read it where a claim is late",
    "ElementSupport.key": "it chooses among more than three facts",
    "ElementSupport.because": "it prints where every support is on belief",
}
"""By kind and name, the fields whose second value shows in none of the matters tried, each with where it
would show.
"""


@pytest.mark.long
def test_a_second_value_of_every_field_shows_in_the_draft_or_in_a_finding_or_the_field_says_that_it_does_not():  # noqa: E501
    there = [Matter(path) for path in matters()]
    silent = {f"{kind}.{name}" for kind, name, where in fields(there) if changes(kind, name, where) is False}
    assert sorted(silent - set(NOT_SEEN)) == [], "declare them with not_printed, or let them print"
    assert sorted(set(NOT_SEEN) - silent) == [], "these show now"
