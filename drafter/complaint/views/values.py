"""What a template sees of the sheet: read-only views, whose every printed value is a token.

A `Value` prints as a token; the parsed words it stands for are spliced back after the template has been
rendered and parsed. So a value can be joined, formatted, replaced into or passed through a macro, and still
prints exactly as typed, with the path it came from.
"""

from __future__ import annotations

from typing import Any, Iterator

from drafter.document import Blank, Inlines, Run, plain
from drafter.facts.dates import EventDate
from drafter.facts.record import Record, is_asked
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Money, Plain, Prose, Unknown, Without
from drafter.library.template_names import TemplateObject, names_of
from drafter.markup import Passage, literal, printed_prose, token, unbroken
from drafter.tree.paths import join
from drafter.tree.shape import holds_texts
from drafter.tree.unknown import Notes

__all__ = ["Tokens", "Value", "View"]

FUNCTION_WORDS = frozenset(
    "The A An This That These Those In On At By For From With Without Under Over Each Every All Any No"
    " Neither Both Because Since When While Where If As It Its He His She Her They Their Through Until After"
    " Before During Although Instead Between".split()
)
"""Words that lose their capital when the sentence they open becomes a clause; anything else may be a name."""


class Tokens:
    """The passages printed so far, a token being the number of one; the forum (`federal` or `state`), on
    which it hangs what is asked; and what is not known, by path.
    """

    def __init__(self, forum: str = "", notes: Notes | None = None) -> None:
        self.passages: list[Passage] = []
        self.forum = forum
        self.notes = notes or {}

    def add(self, passage: Passage) -> str:
        """The token that stands for `passage`."""
        self.passages.append(passage)
        return token(len(self.passages) - 1)


class Value(TemplateObject):
    """One value of the sheet, or words made of several. Prints as a token, compares as the value, is true
    when there is something to print.
    """

    __slots__ = ("_tokens", "_passage", "_token", "raw", "path")

    def __init__(self, tokens: Tokens, raw: Any, path: str, passage: Passage) -> None:
        self._tokens = tokens
        self._passage = passage
        self._token = ""
        self.raw = raw
        self.path = path

    def __str__(self) -> str:
        if not self._token:
            self._token = self._tokens.add(self._passage)
        return self._token

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __bool__(self) -> bool:
        return not isinstance(self.raw, Without) and bool(self.raw)

    def __eq__(self, other: object) -> bool:
        return bool(self.raw == (other.raw if isinstance(other, Value) else other))

    def __hash__(self) -> int:
        return hash(self.raw)

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, words: str | Value) -> bool:
        return (words.words if isinstance(words, Value) else words) in self.words

    @property
    def words(self) -> str:
        """The words a reader sees. For comparison in Python only: printing them would lose the token."""
        return plain(self._passage.content)

    @property
    def passage(self) -> Passage:
        return self._passage

    @property
    def is_known(self) -> bool:
        """Whether there is a value, and not only a statement that there is none."""
        return self.raw is not None and not isinstance(self.raw, (Unknown, Without))

    @property
    def is_answered(self) -> bool:
        """Whether the question was answered at all, be it that there is none or that it is not known."""
        return self.raw is not None

    def changed(self, content: Inlines) -> Value:
        """The same value in other words."""
        return Value(self._tokens, self.raw, self.path, self._passage._replace(content=content))

    def as_upper(self) -> Value:
        """In capitals, as a court's caption wants names."""
        return self.changed(
            tuple(i._replace(text=i.text.upper()) if isinstance(i, Run) else i for i in self._passage.content)
        )

    def as_lower(self) -> Value:
        return self.changed(
            tuple(i._replace(text=i.text.lower()) if isinstance(i, Run) else i for i in self._passage.content)
        )

    def as_title(self) -> Value:
        return self

    as_capitalize = as_title

    @property
    def possessive(self) -> Value:
        """With ’s. A name that ends in s takes it too; what is plural has its own form
        (`Parties.possessive`).
        """
        return self.changed((*self._passage.content, Run("’s", 0, self.path)))

    @property
    def clause(self) -> Value:
        """Without its final period and, if it opens with a function word, without its capital: to stand
        inside a sentence.
        """
        return self.changed(as_clause(self._passage.content))

    @property
    def opening(self) -> Value:
        """With a capital: to open a sentence."""
        return self.changed(_with_first(self._passage.content, lambda text: text[:1].upper() + text[1:]))

    @property
    def sentence(self) -> Value:
        """With a capital and a final period: to stand alone."""
        return self.changed(as_sentence(self._passage.content))


def as_clause(content: Inlines) -> Inlines:
    """See `Value.clause`."""
    content = _with_last(content, lambda text: text.rstrip().removesuffix("."))
    return _with_first(content, _lowered)


def as_sentence(content: Inlines) -> Inlines:
    """See `Value.sentence`."""
    ending = plain(content).rstrip()[-2:]
    content = _with_first(content, lambda text: text[:1].upper() + text[1:])
    closed = ending.endswith((".", "?", "!")) or ending in (".”", ".’", "?”", "!”", '."', ".)")
    return content if closed else (*content, Run("."))


def _lowered(text: str) -> str:
    word = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if word in FUNCTION_WORDS else text


def _with_first(content: Inlines, change: Any) -> Inlines:
    if content and isinstance(content[0], Run):
        return (content[0]._replace(text=change(content[0].text)), *content[1:])
    return content


def _with_last(content: Inlines, change: Any) -> Inlines:
    if content and isinstance(content[-1], Run):
        return (*content[:-1], content[-1]._replace(text=change(content[-1].text)))
    return content


class View(TemplateObject):
    """A record of the sheet, read-only. What is not asked is not there; what is asked and absent is false and
    prints as a blank.
    """

    def __init__(self, tokens: Tokens, record: Record, path: str) -> None:
        self._tokens = tokens
        self._record = record
        self._path = path

    def template_names(self) -> frozenset[str]:
        """What a template may name."""
        record: Any = type(self._record)
        return names_of(type(self).__name__, record)

    def template_title(self) -> str:
        """What messages call it."""
        return type(self._record).__name__

    def asked(self, name: str) -> Any:
        """The field of that name. Raises ValueError for a name that the record does not have."""
        if name not in self.template_names():
            raise ValueError(f"{type(self._record).__name__} has no “{name}”")
        return getattr(self, name)

    def unknown(self, name: str) -> Value | None:
        """A blank for the choice `name` where the sheet says that it is not known, and the usual one stands
        in its place; None where it is known.
        """
        path = join(self._path, name)
        notes = self._tokens.notes.get(path)
        prompt = type(self._record).questions[name].prompt
        return value_of(self._tokens, Unknown(notes[0]), path, prompt) if notes else None

    def __getattr__(self, name: str) -> Any:
        record = self.__dict__["_record"]
        field = name if name in type(record).questions else f"{name}_"
        if name.startswith("_") or field not in type(record).questions:
            raise AttributeError(f"'{type(record).__name__}' has no attribute '{name}'")
        raw = getattr(record, field) if is_asked(record, field, self._tokens.forum) else None
        path, prompt = join(self._path, name), type(record).questions[field].prompt
        found = self._view(raw, path, prompt)
        if self._tokens.notes and path in self._tokens.notes:
            found = self._opened(found, path, prompt)
        self.__dict__[name] = found
        return found

    def _opened(self, found: Any, path: str, prompt: str) -> Any:
        """`found` with blanks for what is not known at `path`: among the texts of a list, or in place of a
        value.
        """
        notes = self._tokens.notes[path]
        if isinstance(found, tuple):
            texts = holds_texts(type(self._record), path.rpartition(".")[2])
            return (
                (*found, *(value_of(self._tokens, Unknown(note), path, prompt) for note in notes))
                if texts
                else found
            )
        if isinstance(found, Value) and found.raw is None:
            return Value(self._tokens, None, path, Passage((Blank(notes[0] or prompt, path),), path=path))
        return found

    def _view(self, raw: Any, path: str, prompt: str) -> Any:
        if isinstance(raw, Record):
            return View(self._tokens, raw, path)
        if isinstance(raw, list):
            return tuple(
                self._view(entry, f"{path}.{_key(entry, n)}", prompt) for n, entry in enumerate(raw, 1)
            )
        if isinstance(raw, dict):
            return {
                key: self._view(Prose(entry) if type(entry) is str else entry, f"{path}.{key}", prompt)
                for key, entry in raw.items()
            }
        if raw is None or isinstance(raw, (Plain, Prose, EventDate, Money, Unknown, Without)):
            return value_of(self._tokens, raw, path, prompt)
        return raw


def _key(entry: Any, position: int) -> str:
    own = entry.__dict__.get("id") if isinstance(entry, Record) else None
    return own or str(position)


def record_of(view: Any) -> Any:
    """The record behind a view; what is no view as it is."""
    return view._record if isinstance(view, View) else view


def value_of(tokens: Tokens, raw: Any, path: str, prompt: str) -> Value:
    """The view of one value. What is absent or unknown prints as a blank with the note, or with the
    question's prompt.
    """
    match raw:
        case Prose():
            passage = printed_prose(raw, path)
        case Unknown(note=note):
            passage = Passage((Blank(note or prompt, path),), path=path)
        case None | Without():
            passage = Passage((Blank(prompt, path),), path=path)
        case _:
            passage = literal(unbroken(str(raw)), path)
    return Value(tokens, raw, path, passage)


def state_name(code: Any) -> Any:
    """The State's name for its abbreviation; a value that is not an abbreviation is given back as it is."""
    return STATE_NAMES.get(code, code) if isinstance(code, str) else code


def words(tokens: Tokens, text: str, path: str = "") -> Value:
    """A value made of plain words."""
    return Value(tokens, text, path, literal(unbroken(text), path))


def joined(tokens: Tokens, parts: list[Inlines], path: str = "") -> Value:
    """A value made of inlines one after the other."""
    content = tuple(inline for part in parts for inline in part)
    return Value(tokens, content, path, Passage(content, path=path))


def each(values: Any) -> Iterator[Any]:
    """Iterate over one or many alike."""
    return iter(values) if isinstance(values, (list, tuple)) else iter([values])
