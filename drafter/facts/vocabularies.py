"""Words that a sheet or a court chooses among, each list with how the draft has them."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["CLAIM_WORDS", "CLASS_TYPES", "ClaimWord", "ClassType", "PRONOUNS", "Pronouns", "Words"]

ClaimWord = Literal["claim-for-relief", "cause-of-action", "count"]


class Words(NamedTuple):
    """What one is called, and several."""

    one: str
    several: str


CLAIM_WORDS: dict[ClaimWord, Words] = {
    "claim-for-relief": Words("Claim for Relief", "Claims for Relief"),
    "cause-of-action": Words("Cause of Action", "Causes of Action"),
    "count": Words("Count", "Counts"),
}
"""What claims are called in a heading."""

Pronouns = Literal["he", "she", "they", "it"]
PRONOUNS: dict[str, tuple[str, str, str, str]] = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "her", "herself"),
    "they": ("they", "them", "their", "themself"),
    "it": ("it", "it", "its", "itself"),
}
"""As the subject, as the object, possessive, reflexive."""

ClassType = Literal["b1a", "b1b", "b2", "b3"]
CLASS_TYPES: dict[ClassType, str] = {
    "b1a": "(b)(1)(A)",
    "b1b": "(b)(1)(B)",
    "b2": "(b)(2)",
    "b3": "(b)(3)",
}
"""How the subdivisions of Rule 23 are cited."""
