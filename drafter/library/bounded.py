"""The operators, formats and filters of templates that could make much out of little, each with its bound;
and the filters there are.

A filter that is not in FILTERS does not exist for a template: what lays out, escapes or packs text has no use
where block marks do it.
"""

from __future__ import annotations

import math
import operator
import re
from functools import wraps
from string import Formatter
from typing import Any, Callable, Iterable

from jinja2.filters import make_attrgetter

from drafter.library.budget import LARGEST, LONGEST, MOST, Budget, TooMuch

__all__ = ["Bounded", "FILTERS", "GLOBALS", "METHODS", "printed_text"]

FILTERS = frozenset(
    "abs capitalize count d default dictsort first float format groupby int items join last length list lower"
    " map max min reject rejectattr replace reverse round select selectattr sort string sum title trim"
    " truncate unique upper wordcount".split()
)
GLOBALS = frozenset("range dict cycler joiner namespace".split())
METHODS = {
    str: frozenset(
        "capitalize casefold count endswith find format index isalnum isalpha isdigit islower isspace istitle"
        " isupper join lower lstrip partition removeprefix removesuffix replace rfind rindex rpartition"
        " rsplit rstrip split splitlines startswith strip swapcase title upper".split()
    ),
    list: frozenset(("count", "index")),
    tuple: frozenset(("count", "index", "grouper", "list")),
    dict: frozenset(("get", "items", "keys", "values")),
}
"""What a template may name of Python's own values; `grouper` and `list` are of what `groupby` gives."""

_OF_TEXT = frozenset("capitalize lower string title trim truncate upper wordcount".split())
_WIDEST = 200
_PERCENT = re.compile(
    r"%(?:\((?P<key>[^)]*)\))?(?P<flags>[#0"
    r" +-]*)(?P<width>\*|\d*)(?:\.(?P<precision>\*|\d*))?[hlL]?(?P<kind>.?)",
    re.DOTALL,
)


def printed_text(value: Any) -> str:
    """`value` as it prints. Raises TypeError for what is no text: a list, a record, a function."""
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, (int, float)) or _prints_itself(value):
        return str(value)
    kind = "a list" if isinstance(value, (list, tuple, set, dict)) else "what is no text"
    raise TypeError(f"{kind} cannot be printed: loop over it, join it, or name a part of it")


def _prints_itself(value: Any) -> bool:
    own: Any = type(value).__str__
    return own is not object.__str__


class Bounded:
    """The operators and filters of one environment, which draw on its budget."""

    def __init__(self, budget: Callable[[], Budget], look_up: Any) -> None:
        self._budget = budget
        self._look_up = look_up

    def text(self, value: Any) -> str:
        """`value` as it prints, counted."""
        made = printed_text(value)
        if not isinstance(value, str):
            self._budget().step(4)
        return made

    def joined(self, parts: Iterable[Any], between: str = "") -> str:
        """All `parts` one behind the other."""
        texts: list[str] = []
        length = 0
        for part in parts:
            texts.append(self.text(part))
            length += len(texts[-1]) + len(between)
            self._budget().step()
            if length > LONGEST:
                self._budget().make(length)
        self._budget().make(length)
        return between.join(texts)

    # --- operators

    def operators(self) -> dict[str, Callable[[Any, Any], Any]]:
        """The operators that stand for Python's own."""
        return {"+": self.add, "*": self.times, "**": self.power, "%": self.modulo}

    def add(self, left: Any, right: Any) -> Any:
        if isinstance(left, str) and isinstance(right, str):
            self._budget().make(len(left) + len(right))
        elif isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
            self._budget().step(1 + (len(left) + len(right)) // 8)
        return self.held(left + right)

    def times(self, left: Any, right: Any) -> Any:
        for many, count in ((left, right), (right, left)):
            if isinstance(many, (str, list, tuple)) and isinstance(count, int):
                if isinstance(many, str):
                    self._budget().make(len(many) * max(count, 0))
                elif len(many) * count > MOST:
                    raise TooMuch(f"a list of {len(many) * count:,} entries; {MOST:,} are the most")
        return self.held(left * right)

    def power(self, left: Any, right: Any) -> Any:
        if isinstance(left, int) and isinstance(right, int) and abs(left) > 1 and abs(right) > 64:
            raise TooMuch(f"{left} ** {right} is larger than any number of a complaint")
        return self.held(left**right)

    def modulo(self, left: Any, right: Any) -> Any:
        return self.percent(left, right) if isinstance(left, str) else self.held(operator.mod(left, right))

    def held(self, value: Any) -> Any:
        """`value`, if it is a number or list that is not too large."""
        if isinstance(value, int) and abs(value) > LARGEST:
            raise TooMuch(f"a number above {LARGEST:,}")
        return self._budget().hold(value)

    # --- formats

    def percent(self, text: str, given: Any) -> str:
        """`text` with its % conversions filled in."""
        number = 0
        for found in _PERCENT.finditer(text):
            number += 1
            if (
                "*" in (found["width"], found["precision"])
                or max(int(found[part] or 0) for part in ("width", "precision")) > _WIDEST
            ):
                raise TooMuch(f"“{found[0]}” is wider than {_WIDEST} characters")
            if found["kind"] in ("r", "a"):
                raise ValueError(f"“{found[0]}”: write %s")
        values = (
            list(given.values())
            if isinstance(given, dict)
            else list(given)
            if isinstance(given, tuple)
            else [given]
        )
        plain = {
            id(value): value if isinstance(value, (int, float)) else self.text(value) for value in values
        }
        longest = max((len(value) for value in plain.values() if isinstance(value, str)), default=0)
        self._budget().make(len(text) + number * (longest + _WIDEST) if number else len(text))
        if isinstance(given, dict):
            return str(text) % {key: plain[id(value)] for key, value in given.items()}
        return str(text) % tuple(plain[id(value)] for value in values)

    def format(self, text: str) -> Callable[..., str]:
        """The method `format` of `text`."""

        def formatted(*given: Any, **named: Any) -> str:
            return _Filled(self, self._look_up).vformat(str(text), given, named)

        return formatted

    # --- filters and methods

    def replaced(self, text: Any, old: Any, new: Any, count: Any = None) -> str:
        words, old, new = self.text(text), self.text(old), self.text(new)
        times = min(words.count(old), LONGEST if count is None or count < 0 else count)
        self._budget().make(len(words) + times * max(len(new) - len(old), 0))
        return words.replace(old, new, -1 if count is None else count)

    def method(self, value: str, name: str) -> Any:
        """The method `name` of a text; those that could make much of little, bounded."""
        self._budget().step(1 + len(value) // 200)
        if name == "format":
            return self.format(value)
        if name == "join":
            return lambda parts: self.joined(parts, str(value))
        if name == "replace":
            return lambda old, new, count=None: self.replaced(value, old, new, count)
        return getattr(str(value), name)

    def filters(self, there: dict[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
        """The filters of templates, out of Jinja's."""
        own: dict[str, Any] = {
            "join": self._join,
            "format": self._format,
            "replace": self.replaced,
            "round": _rounded,
            "sum": _summed(there["sum"]),
        }
        return {name: self._counted(own.get(name) or there[name], name in _OF_TEXT) for name in FILTERS}

    def _join(self, value: Any, d: Any = "", attribute: Any = None) -> str:
        parts = value if attribute is None else map(make_attrgetter(self._look_up, attribute), value)
        return self.joined(parts, self.text(d))

    def _format(self, value: Any, *given: Any, **named: Any) -> str:
        if given and named:
            raise TypeError("format takes either a row of values or names, not both")
        return self.percent(self.text(value), named or given)

    def _counted(self, plain: Callable[..., Any], of_text: bool) -> Callable[..., Any]:
        """The filter `plain`, which pays for what it is given and for what it gives; `of_text`: it takes what
        prints, and nothing else.
        """
        position = 1 if hasattr(plain, "jinja_pass_arg") else 0

        @wraps(plain)
        def counted(*given: Any, **named: Any) -> Any:
            value = given[position] if len(given) > position else None
            if of_text and not isinstance(value, str):
                value = self.text(value)
                given = (*given[:position], value, *given[position + 1 :])
            self._budget().step(1 + _size(value))
            for wide in (*given[position + 1 :], *named.values()):
                if isinstance(wide, str):
                    self._budget().make(len(wide))
            return self.paid(plain(*given, **named))

        return counted

    def paid(self, result: Any) -> Any:
        """What a filter or a call gave, counted."""
        if isinstance(result, str):
            self._budget().make(len(result))
        elif hasattr(result, "__next__"):
            return self._one_by_one(result)
        elif isinstance(result, (int, list, tuple, dict, set)) and not isinstance(result, bool):
            return self.held(result)
        return result

    def _one_by_one(self, entries: Any) -> Any:
        for entry in entries:
            self._budget().step()
            yield entry


def _size(value: Any) -> int:
    if isinstance(value, str):
        return len(value) // 50
    return len(value) if isinstance(value, (list, tuple, dict, set, range)) else 0


def _rounded(value: Any, precision: Any = 0, method: str = "common") -> Any:
    if not -12 <= precision <= 12 or method not in ("common", "ceil", "floor"):
        raise ValueError("round takes a precision of at most 12 digits, and common, ceil or floor")
    if method == "common":
        return round(value, precision)

    return getattr(math, method)(value * 10**precision) / 10**precision


def _summed(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def summed(*given: Any, **named: Any) -> Any:
        start = named.get("start", given[3] if len(given) > 3 else 0)
        if not isinstance(start, (int, float)):
            raise TypeError("sum adds numbers: join lists and texts otherwise")
        return plain(*given, **named)

    return summed


class _Filled(Formatter):
    """`str.format` whose fields go through the sandbox, and whose widths are bounded."""

    def __init__(self, bounded: Bounded, look_up: Any) -> None:
        self._bounded, self._look_up = bounded, look_up

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        first, rest = _split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            value = self._look_up.getattr(value, name) if is_attribute else self._look_up.getitem(value, name)
        return value, first

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion not in (None, "s"):
            raise ValueError(f"“!{conversion}”: leave it out")
        return value

    def format_field(self, value: Any, format_spec: str) -> str:
        if any(int(digits) > _WIDEST for digits in re.findall(r"\d+", format_spec)):
            raise TooMuch(f"“{format_spec}” is wider than {_WIDEST} characters")
        made = format(value if isinstance(value, (int, float)) else self._bounded.text(value), format_spec)
        self._bounded.paid(made)
        return made


def _split(field_name: str) -> tuple[Any, list[tuple[bool, Any]]]:
    """“0.name[key]” as its first part and the parts behind it, whether each is an attribute."""
    first = re.match(r"[^.\[]*", field_name)
    opening = first[0] if first else ""
    rest = [
        (bool(part[0]), int(part[1]) if part[1].isdecimal() else part[0] or part[1])
        for part in re.findall(r"\.([^.\[]+)|\[([^\]]+)\]", field_name[len(opening) :])
    ]
    return (int(opening) if opening.isdecimal() else opening), rest
