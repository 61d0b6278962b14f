"""The kinds of value a field can hold, and the three ways of having none.

A field is absent (not asked), `{unknown: note}` (asked, and not known: a visible blank and a finding),
`{none: reason}` (asked, and there is none, or it is deliberately not pleaded), or a value. Every scalar
reaches this module as text and is typed here, by the model, never by YAML.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args

from drafter.facts.clean_text import clean
from drafter.facts.from_text import text_schema
from drafter.facts.states import STATE_NAMES, state

__all__ = [
    "Between",
    "Choice",
    "ClaimId",
    "ID_PATTERN",
    "Id",
    "Maybe",
    "Money",
    "Plain",
    "Prose",
    "State",
    "Unknown",
    "Without",
    "YES_OR_NO",
    "YesNo",
    "known",
    "number",
]

T = TypeVar("T")

ID_PATTERN = re.compile(r"[a-z][a-z0-9-]{0,40}\Z")
LONGEST_TEXT = 400_000
LONGEST_NUMBER = 15


class Unknown(NamedTuple):
    """Asked, and not known. `note` says what is to be found out."""

    note: str


class Without(NamedTuple):
    """Asked, and there is none, or it is not to be pleaded. `reason` says why."""

    reason: str


class _Text(str):
    """Text as the user typed it, cleaned; never parsed, never code."""

    __slots__ = ()


class Plain(_Text):
    """Text in one line that prints exactly as typed: no marks, no line breaks."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return text_schema(plain)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        return {"type": ["string", "number"]}


class Prose(_Text):
    """Text with marks (`drafter.markup`), of one or more paragraphs."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return text_schema(prose)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        return {"type": "string", "minLength": 1}


def plain(value: str) -> Plain:
    """`value` as a plain field. Raises ValueError for nothing at all, or for more than a line."""
    text = clean(value)
    if not text:
        raise ValueError("is empty: leave the field out, or write {unknown: …} or {none: …}")
    return Plain(text.replace("\n", " "))


def prose(value: str) -> Prose:
    """`value` as prose. Raises ValueError for nothing at all, or for more than 400,000 characters."""
    text = clean(value)
    if not text:
        raise ValueError("is empty: leave the field out, or write {unknown: …} or {none: …}")
    if len(text) > LONGEST_TEXT:
        raise ValueError(
            f"has {len(text):,} characters; {LONGEST_TEXT:,} are the most one field may hold: split it into"
            " several allegations"
        )
    return Prose(text)


def claim_identifier(value: str) -> str:
    """The id of a claim, which may be a count of an entry for a State: `warranty@TX`. Raises ValueError."""
    own, at, state_of = value.partition("@")
    if at and state_of not in STATE_NAMES:
        raise ValueError(f"“{value}” is not the id of a claim: behind @ stands a State, as in {own}@TX")
    identifier(own)
    return value


def identifier(value: str) -> str:
    """An id. Raises ValueError unless it is a letter and up to 40 more of a-z, 0-9 and -."""
    if not ID_PATTERN.match(value):
        raise ValueError(f"“{value}” is not an id: start with a letter a-z, then up to 40 of a-z, 0-9 and -")
    return value


class Money(Decimal):
    """A sum in dollars: where it is given as a range or a least sum, the least that it can be, which reads as
    it was given.
    """

    __slots__ = ("said",)
    said: str

    def __str__(self) -> str:
        return getattr(self, "said", "") or (f"${self:,.2f}" if self % 1 else f"${self:,.0f}")

    def __reduce__(self) -> tuple[Any, ...]:
        return money, (str(self),)

    def __deepcopy__(self, memo: Any) -> Money:
        return self

    @property
    def is_bound(self) -> bool:
        """Whether it was given as a range or a least sum."""
        return bool(getattr(self, "said", ""))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return text_schema(money)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        return {"type": "string", "description": "A sum in dollars.", "examples": ["$1,000", "29.99"]}


_WHOLE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_NUMBER = re.compile(_WHOLE)
_SUM = re.compile(rf"(?:\$\s?)?({_WHOLE}(?:\.[0-9]{{1,2}})?)")
_BOUND = re.compile(
    rf"(?P<more>more than|over|in excess of|exceeding) (?P<above>{_SUM.pattern})"
    rf"|(?:at least|no less than|not less than) (?P<least>{_SUM.pattern})"
    rf"|(?P<and_more>{_SUM.pattern}) or more"
    rf"|(?:between |from )?(?P<low>{_SUM.pattern})(?: to | and |\s?[–-]\s?)(?P<high>{_SUM.pattern})",
    re.I,
)
_CENT = Decimal("0.01")
"""Figures as they are understood: a comma only before three digits, a point only before cents. What is not
understood is refused and never left out: “1.299,00” is no $1.30.
"""


def money(value: str) -> Money:
    """A sum from "$1,000", "1000" or "29.99"; the least of "more than $5,000,000", "at least $1,000",
    "$1,000 or more" or "$1,000 to $2,000". Raises ValueError for anything else.
    """
    typed = " ".join(value.split())
    found = _SUM.fullmatch(typed)
    if found:
        return Money(found[1].replace(",", ""))
    bound = _BOUND.fullmatch(typed) if "$" in typed else None
    if bound is None:
        raise ValueError(
            f"“{value}” is not a sum in dollars: write it like $1,000 or 29.99, more than $1,000, or $1,000"
            " to $2,000"
        )
    least = money(bound["above"] or bound["least"] or bound["and_more"] or bound["low"])
    if bound["high"] and money(bound["high"]) < least:
        raise ValueError(f"“{value}” ends below where it begins")
    made = Money(least + _CENT if bound["more"] else least)
    if bound["high"]:
        made.said = f"between {least!s} and {money(bound['high'])!s}"
    else:
        made.said = f"{'more than' if bound['more'] else 'at least'} {least!s}"
    return made


YES_OR_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
"""The words for yes and no, in small letters."""


def yes_no(value: str) -> bool:
    """True or False from yes or no (true, false, on, off). Raises ValueError for any other word."""
    answer = YES_OR_NO.get(value.strip().lower())
    if answer is None:
        raise ValueError(f"“{value}” is neither yes nor no")
    return answer


def number(value: str) -> int:
    """A whole number from "1,200" or "1200". Raises ValueError for any other text."""
    if not _NUMBER.fullmatch(value.strip()):
        raise ValueError(f"“{value}” is not a whole number: write it in digits, like 1200 or 1,200")
    text = value.strip().replace(",", "")
    if len(text) > LONGEST_NUMBER:
        raise ValueError(f"has {len(text)} digits; {LONGEST_NUMBER} are the most a number may have")
    return int(text)


class Between(NamedTuple):
    """Marks a number that is read from text and has bounds. A named tuple, so that a stored schema can hold
    it.
    """

    least: float
    most: float
    whole: bool = False

    def __call__(self, value: str) -> float:
        """The number. Raises ValueError for what is none, or is too small or too large."""
        text = value.strip()
        try:
            found = (int if self.whole else float)(text) if len(text) <= 20 else -1.0
        except ValueError:
            raise ValueError(f"“{value}” is not a {'whole ' if self.whole else ''}number") from None
        if not self.least <= found <= self.most:
            raise ValueError(f"“{value[:40]}” is not between {self.least:g} and {self.most:g}")
        return found

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return text_schema(self)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        return {"type": ["string", "number"], "minimum": self.least, "maximum": self.most}


class _Typed:
    """Marks an annotated built-in type with the function that reads it from text."""

    def __init__(self, function: Any, schema: dict[str, Any]) -> None:
        self.function = function
        self.schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return text_schema(self.function)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        return dict(self.schema)


class _Stated:
    """Marks a field that may also say `{unknown: …}` or `{none: …}`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:

        from pydantic_core import core_schema

        wanted = next(kind for kind in get_args(source) if kind not in (Unknown, Without, type(None)))
        return core_schema.no_info_wrap_validator_function(stated, handler.generate_schema(wanted))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        inner = handler(schema["schema"])
        states = [
            {
                "type": "object",
                "properties": {name: {"type": ["string", "null"]}},
                "required": [name],
                "additionalProperties": False,
            }
            for name in ("unknown", "none")
        ]
        return {"anyOf": [inner, *states]}


def stated(value: Any, validate: Any) -> Any:
    """`value` validated, unless it says that it is unknown or none."""
    return value if isinstance(value, (Unknown, Without)) else validate(value)


Id = Annotated[str, _Typed(identifier, {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,40}$"})]
ClaimId = Annotated[
    str,
    _Typed(claim_identifier, {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,40}(@[A-Z]{2})?$"}),
]
State = Annotated[str, _Typed(state, {"type": "string", "enum": sorted(STATE_NAMES)})]
YesNo = Annotated[bool, _Typed(yes_no, {"type": ["string", "boolean"], "examples": ["yes", "no"]})]
Count = Annotated[int, _Typed(number, {"type": ["string", "integer"], "examples": ["1200"]})]
Maybe = Annotated[Union[T, Unknown, Without, None], _Stated()]


class Choice:
    """Marks a union of records: `pick` maps the raw mapping to the name of one of `kinds`."""

    def __init__(self, pick: Any, **kinds: Any) -> None:
        self.pick = pick
        self.kinds = kinds

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        choices = {f"<{name}>": handler.generate_schema(kind) for name, kind in self.kinds.items()}
        return core_schema.tagged_union_schema(choices, self.pick)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        return {"anyOf": [handler(choice) for choice in schema["choices"].values()]}


def known(value: Union[T, Unknown, Without, None]) -> T | None:
    """`value`, or None where there is none of any kind."""
    return None if value is None or isinstance(value, (Unknown, Without)) else value
