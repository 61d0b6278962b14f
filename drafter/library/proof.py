"""What counts as proof: the file `proof.yaml`, the grades of a link with what each is worth."""

from __future__ import annotations

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Plain, YesNo
from drafter.library.assertions import Law

__all__ = ["PROOF", "Proof", "ProofGrade"]

PROOF = "proof.yaml"
"""The file, in drafter's own folder."""


class ProofGrade(Record):
    """One grade of a link from element to source."""

    grade: Plain = ask("grade", default=NOTHING)
    title: Plain = ask("what it is", default=NOTHING)
    rule11: Plain = ask("what it is worth to whoever signs", default=NOTHING)
    pslra: Plain = ask("what it is worth under the Private Securities Litigation Reform Act", default=NOTHING)
    weak: YesNo = ask("whether the checks tell of it", default=False)
    law: list[Law] = ask("authority", default=list)


class Proof(Record):
    """The file `proof.yaml`: the grades, strongest first."""

    rule11_is: Plain = ask("what pages call the rule on signing", default=NOTHING)
    pslra_is: Plain = ask("what pages call the Act", default=NOTHING)
    grades: list[ProofGrade] = ask("grades, strongest first", default=list)
