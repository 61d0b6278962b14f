"""Parties as templates name them: labels, number, pronouns and verbs that agree with the facts."""

from __future__ import annotations

from collections import Counter
from typing import Any, Sequence

from drafter.complaint.views.named_groups import SharedName, article
from drafter.complaint.views.unknown_parties import UnknownEntry, blanks_for
from drafter.complaint.views.values import Tokens, Value, View, value_of, words
from drafter.document import Inlines, Run
from drafter.facts.defendants import Defendant
from drafter.facts.entities import is_unincorporated
from drafter.facts.parties import PERSONS, Plaintiff
from drafter.facts.record import Record
from drafter.facts.values import known
from drafter.facts.vocabularies import PRONOUNS
from drafter.library.template_names import TemplateObject
from drafter.wording import listed, possessive

__all__ = ["Members", "Parties", "PartyView", "called_by_sheet", "non_party", "shared_names"]

_PARTICLES = frozenset(
    "da dal de del della den der des di do dos du el la las le los ten ter van von y zu".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv v esq md phd".split())


def last_name(name: str) -> str:
    """“De La Torre” of “Alessandro De La Torre”, “King” of “Martin Luther King, Jr.”: the last word with its
    particles, without what follows the name.
    """
    parts = name.replace(",", " ").split()
    while len(parts) > 1 and parts[-1].lower().replace(".", "") in _SUFFIXES:
        parts.pop()
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(parts[first:])


def called_by_sheet(record: Record) -> str:
    """What a party or non-party is called by the sheet: its short name; without one, a person's last name, or
    the whole name of anything else.
    """
    fields = record.__dict__
    short, name = known(fields.get("short")), str(known(fields.get("name")) or "")
    return (
        str(short)
        if short
        else last_name(name)
        if fields.get("kind") == "individual" and " " in name
        else name
    )


def shared_names(records: Sequence[Record]) -> frozenset[str]:
    """The names under which two of `records` would go, “Harlan” for Harlan Boats Inc. and for Peter
    Harlan.
    """
    counted = Counter(called_by_sheet(record) for record in records)
    return frozenset(name for name, times in counted.items() if name and times > 1)


class PartyView(View):
    """A party: its record, what it is called after the first time, and its pronouns."""

    def __init__(
        self, tokens: Tokens, record: Record, path: str, role: str, shared: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(tokens, record, path)
        self.role = role
        self._shared = shared

    @property
    def called(self) -> Value:
        """The short name; without one, a person's last name, or the whole name of anything else, and of a
        person whose last name is another party's too.
        """
        short = known(getattr(self._record, "short", None))
        if short:
            return value_of(self._tokens, short, f"{self._path}.short", "short name")
        name: Value = self.name
        if (
            name.is_known
            and getattr(self._record, "kind", None) == "individual"
            and " " in name.words
            and last_name(name.words) not in self._shared
        ):
            return words(self._tokens, last_name(name.words), name.path)
        return name

    @property
    def has_short(self) -> bool:
        """Whether it is called otherwise than by its whole name."""
        name: Value = self.name
        return self.called.words != name.words

    @property
    def is_person(self) -> bool:
        kind: str = getattr(self._record, "kind", "")
        return kind in PERSONS

    @property
    def looked_through(self) -> bool:
        """Whether § 1332(a) looks to its members' citizenship and not to its own."""
        return isinstance(self._record, (Plaintiff, Defendant)) and is_unincorporated(self._record)

    @property
    def they_words(self) -> str:
        """“he”, “she”, “they”, or the name where no pronoun was given."""
        return self._pronoun(0) or str(self.called)

    def _pronoun(self, form: int) -> str | None:
        given = getattr(self._record, "pronouns", None) or ("it" if not self.is_person else None)
        return PRONOUNS[given][form] if given else None


def non_party(tokens: Tokens, record: Any, number: int) -> Inlines:
    """What a non-party is called: by its number, where its name may not print."""
    called = PartyView(tokens, record, f"non_parties.{record.id}", "").called
    return called.passage.content if record.print_name else (Run(f"Non-Party {number}"),)


class Parties(TemplateObject):
    """Some or all of the plaintiffs, or of the defendants, as one subject of a sentence."""

    def __init__(
        self,
        tokens: Tokens,
        members: Sequence[PartyView],
        everyone: int,
        role: str,
        group: str = "",
        asked: tuple[UnknownEntry, ...] = (),
        shared: tuple[SharedName, dict[str, str]] | None = None,
    ) -> None:
        self._tokens = tokens
        self.members = tuple(members)
        self._everyone = everyone
        self._role = role
        self._group = group
        self.asked = asked
        self._shared = shared

    def __str__(self) -> str:
        if self.asked:
            blanks = blanks_for(self._tokens, self.asked, f"{self._role.lower()}s")
            role = "Plaintiff " if self._role == "Plaintiff" and self.members else ""
            return role + listed([*(str(one.called) for one in self.members), *map(str, blanks)])
        if len(self.members) == self._everyone and not (self._role == "Defendant" and self._everyone == 1):
            return self._role if self._everyone == 1 else f"{self._role}s"
        if self._group:
            return f"{article(self._group)}{words(self._tokens, self._group)}"
        if self._shared:
            name, called = self._shared
            return name.said(f"{self._role}s", called, lambda group: str(words(self._tokens, group)))
        return self._one_by_one

    @property
    def _one_by_one(self) -> str:
        names = listed([str(member.called) for member in self.members])
        return names if self._role == "Defendant" else f"Plaintiff{'' if self.one else 's'} {names}"

    def __iter__(self) -> Any:
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)

    def __bool__(self) -> bool:
        return bool(self.members or self.asked)

    @property
    def article(self) -> str:
        """“the ” before what they are called as a group, where it takes one."""
        return article(self._group)

    @property
    def one(self) -> bool:
        return len(self.members) + len(self.asked) == 1

    @property
    def all(self) -> bool:
        """Whether it is everyone on that side."""
        return len(self.members) == self._everyone and not self.asked

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(member.id for member in self.members)

    def agree(self, singular: str, plural: str) -> str:
        """`singular` for one party, `plural` for more: {{ plaintiffs.agree("alleges", "allege") }}."""
        return singular if self.one or (self._group and not article(self._group) and not self.all) else plural

    @property
    def possessive(self) -> str:
        """“Plaintiff’s”, “Plaintiffs’”, “Acme’s”."""
        label = str(self)
        if not self.one and self._group.endswith("s"):  # in the label it is a token, whose end is not read
            return f"{label}’"
        if self._shared and not self.all:
            return f"{label}’" if self._shared[0].ends_in_a_group else possessive(self._one_by_one, True)
        return possessive(label, not self.one)

    @property
    def each(self) -> str:
        """“Plaintiff”, or “each Plaintiff”; “LinkedIn”, or “each Defendant”."""
        if self.one:
            return str(self)
        return f"each {self._role}" if self.all else f"each of {self}"

    @property
    def they(self) -> str:
        return self._pronoun(0, "they")

    @property
    def them(self) -> str:
        return self._pronoun(1, "them")

    @property
    def their(self) -> str:
        return self._pronoun(2, "their")

    @property
    def themselves(self) -> str:
        return self._pronoun(3, "themselves")

    def _pronoun(self, form: int, plural: str) -> str:
        if not self.one or self.asked:
            return plural
        found = self.members[0]._pronoun(form)
        if found:
            return found
        return {2: self.possessive, 3: f"{self} individually"}.get(form, str(self))

    @property
    def named(self) -> str:
        """Full names."""
        return listed([str(member.name) for member in self.members])

    @property
    def introduced(self) -> str:
        """Full names as the preamble gives them, each of several with what it is called from there on."""
        return listed(
            [
                (
                    f"{member.name} (“{member.called}”)"
                    if member.has_short and not self.one
                    else str(member.name)
                )
                for member in self.members
            ]
        )


class Members(str, TemplateObject):
    """Those for whom a claim is brought, as words, with verbs that agree."""

    one: bool

    def __new__(cls, text: str, one: bool) -> Members:
        made = super().__new__(cls, text)
        made.one = one
        return made

    def agree(self, singular: str, plural: str) -> str:
        """The word that agrees with their number."""
        return singular if self.one else plural
