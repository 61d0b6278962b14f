"""The English that drafter writes and compares: lists, plurals, ordinals, numbers in letters, possessives,
words cut to a length, letters without accents, ids made of names, what was meant by a word. Knows nothing of
a sheet, of law or of a document.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import Any, Container, Iterable

__all__ = [
    "COMPANY_ENDINGS",
    "PLAIN_SIGNS",
    "SPELT_OUT",
    "close_to",
    "column_letters",
    "counted",
    "did_you_mean",
    "folded",
    "free_id",
    "is_near",
    "letters",
    "listed",
    "ordinal",
    "plain_letters",
    "possessive",
    "roman",
    "shortened",
    "slug",
    "spaced",
    "letters_alone",
    "without_accents",
    "without_company_ending",
]

# --- lists and numbers
# ------------------------------------------------------------------------------------------------------------


def listed(items: Iterable[Any], last: str = "and", *, serial: bool = True) -> str:
    """“a”, “a and b”, “a, b, and c”; the pleading has the serial comma, a message (not `serial`) none."""
    words = [str(item) for item in items]
    if len(words) < 3:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}{',' if serial else ''} {last} {words[-1]}"


def counted(number: int, singular: str, plural: str = "") -> str:
    """“1 answer”, “2 answers”; `plural` where an s at its end does not make it."""
    return f"{number} {singular if number == 1 else plural or f'{singular}s'}"


_ORDINALS = (
    "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH"
    " FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH TWENTIETH"
).split()
_TENS = {20: "TWENTY", 30: "THIRTY", 40: "FORTY", 50: "FIFTY"}


def ordinal(number: int) -> str:
    """FIRST, TWENTY-FIRST …; from sixty on in digits, 61ST."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    tens, ones = number // 10 * 10, number % 10
    if tens not in _TENS:
        ending = "TH" if number % 100 in (11, 12, 13) else {1: "ST", 2: "ND", 3: "RD"}.get(ones, "TH")
        return f"{number}{ending}"
    return f"{_TENS[tens]}-{_ORDINALS[ones - 1]}" if ones else f"{_TENS[tens][:-1]}IETH"


_ROMANS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """IV for 4."""
    text = ""
    for value, signs in _ROMANS:
        times, number = divmod(number, value)
        text += signs * times
    return text


def letters(number: int) -> str:
    """A, B … Z, AA, BB …, as Word counts."""
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def column_letters(number: int) -> str:
    """A, B … Z, AA, AB …, as a spreadsheet names its columns."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def possessive(words: str, plural: bool = False) -> str:
    """“Acme’s”, “James’s”; “Plaintiffs’” of what is `plural` and ends in s."""
    return f"{words}’" if plural and words.endswith("s") else f"{words}’s"


# --- length
# ------------------------------------------------------------------------------------------------------------


def spaced(text: str) -> str:
    """`text` in one line, its words parted by one space each."""
    return " ".join(text.split())


def shortened(text: str, longest: int = 72) -> str:
    """`text` in one line of at most `longest` characters, “…” where it goes on."""
    words = spaced(text)
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


# --- letters and signs
# ------------------------------------------------------------------------------------------------------------

_LETTERS = {"Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "ı": "i"}
"""Letters of which Unicode does not say what they are without their stroke or dot."""
PLAIN_SIGNS = {
    "’": "'",
    "‘": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "‐": "-",
    "‑": "-",
    "–": "-",
    **_LETTERS,
}
"""Sign for sign, what somebody types who has it not on the keyboard."""
_SPELT = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "“": '"', "”": '"'}
SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Æ": "Ae"}
)
"""Another way to write them: Mueller."""


@lru_cache(1024)
def _plain(sign: str) -> str:
    if sign in PLAIN_SIGNS or sign in _SPELT:
        return PLAIN_SIGNS.get(sign) or _SPELT[sign]
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(_LETTERS.get(part, part) for part in parts if not unicodedata.combining(part))


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _plain_of(found: re.Match[str]) -> str:
    return _plain(found[0])


def without_accents(text: str) -> str:
    """`text` without accents and strokes (“Nunez”, “Soren”, “Weiss”), with straight quotation marks, plain
    hyphens and spaces. Case stays.
    """
    return text if text.isascii() else _NOT_ASCII.sub(_plain_of, text)


def plain_letters(text: str) -> str:
    """`text`, which is in NFC, sign by sign without accents and strokes; as long as it was."""
    return text if text.isascii() else "".join(PLAIN_SIGNS.get(sign) or _base(sign) for sign in text)


def _base(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign)[0]
    return plain if plain.isalpha() else sign


def folded(text: str) -> str:
    """`text` as it is compared: without accents, case, and kinds of quotation marks, hyphens and spaces."""
    return without_accents(text).casefold()


_IDLE = frozenset("a an and as at by for from in of on or that the their to was were which who with".split())
_INITIAL = re.compile(r"\.(?=[a-z]\b)|(?<=\b[a-z])\.")


def letters_alone(text: str) -> str:
    """Letters and digits alone, without case and accents: “S.D. N.Y.” is “sdny”."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


def slug(text: str, otherwise: str = "") -> str:
    """An id made of the first words of `text` that count; `otherwise` where it has none of our alphabet."""
    plain = without_accents(text).lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", _INITIAL.sub("", plain))
    words = [word for word in words if word not in _IDLE] or words
    while words and not words[0][0].isalpha():
        words = words[1:]
    return "-".join(words[:5])[:36].strip("-") or otherwise


def free_id(own: str, taken: Container[str]) -> str:
    """`own`, with a number where it is among `taken`."""
    made, number = own, 2
    while made in taken:
        made, number = f"{own}-{number}", number + 1
    return made


# --- what was meant
# ------------------------------------------------------------------------------------------------------------


def close_to(word: str, there: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Of `there`, what looks most like `word`, nearest first."""
    return get_close_matches(word, list(there), most, cutoff)


def did_you_mean(word: str, there: Iterable[str], most: int = 1, cutoff: float = 0.6) -> str:
    """“Did you mean “x”?”, “Did you mean a or b?” where up to so many may be named; "" where none is near."""
    close = close_to(word, there, most, cutoff)
    if not close:
        return ""
    return f"Did you mean “{close[0]}”?" if most == 1 else f"Did you mean {' or '.join(close)}?"


def is_near(one: str, other: str, ratio: float) -> bool:
    """Whether two texts are alike but for a letter or two."""
    return SequenceMatcher(None, one, other).ratio() > ratio


COMPANY_ENDINGS = (
    r"incorporated inc corporation corp company co limited ltd llc l\.l\.c llp lp l\.p plc pc".split()
)
_COMPANY_ENDING = re.compile(rf"[,.]?\s+(?:{'|'.join(COMPANY_ENDINGS)})\b\.?$", re.I)


def without_company_ending(name: str) -> str:
    """“Acme” of “Acme, Inc.”, “Acme Co. LLC” and “Acme L.L.C.”."""
    while (shorter := _COMPANY_ENDING.sub("", name)) != name:
        name = shorter
    return name
