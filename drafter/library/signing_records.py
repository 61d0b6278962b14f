"""What the library holds of signing a pleading: what the signature certifies, and what is attested where
several sign.
"""

from __future__ import annotations

from typing import Literal

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Plain
from drafter.library.assertions import Law

__all__ = ["SigningRule"]


class SigningRule(Record):
    """A rule on signatures: a file in `signing/`. That of a court comes before that of its system."""

    id: Id = ask("id, the file’s name", default=NOTHING)
    system: Literal["federal", "state"] | None = ask("courts of which it is the rule")
    courts: list[Id] = ask("courts of which it is the rule, by id", default=list)
    cite: Plain | None = ask("the rule, as it is cited", default=None)
    opening: Plain | None = ask("how what is certified is introduced", default=None)
    certifies: list[Plain] = ask("what the signature certifies, as clauses", default=list)
    attestation: Plain | None = ask("what is attested where several sign, as a sentence", default=None)
    law: list[Law] = ask("authority", default=list)
