"""Numbers that tell by their own digits what they are: payment cards, international account numbers."""

from __future__ import annotations

import re

__all__ = ["is_card", "is_iban"]


def is_card(written: str) -> bool:
    """Whether digits are as many as a payment card has, and pass its check digit."""
    digits = re.sub(r"\D", "", written)
    if not 13 <= len(digits) <= 19 or len(set(digits)) < 2:
        return False
    total = 0
    for position, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if position % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def is_iban(written: str) -> bool:
    """Whether letters and digits pass the check of an international account number (ISO 13616, modulo 97)."""
    sign = re.sub(r"[^A-Za-z0-9]", "", written).upper()
    return (
        15 <= len(sign) <= 34 and int("".join(str(int(each, 36)) for each in sign[4:] + sign[:4])) % 97 == 1
    )
