"""Claims written once: a claim takes over what another or a pattern says, and one entry becomes a count for
the subclass of each State. Raw trees; the sheet itself stays as it is.

A count made of the entry `warranty` for Texas is `warranty@TX`. An entry of that id says what differs there,
and nothing else: adding or taking out a State renames no other.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple, Sequence

from drafter.facts.values import Unknown
from drafter.tree.paths import Location
from drafter.tree.shape import records_at

__all__ = ["Counts", "as_pleaded", "entry_path", "of_entry", "with_counts"]

Tree = dict[str, Any]
_NOT_TAKEN_OVER = ("id", "title", "like")
_MERGED = ("elements", "answers")
"""Fields of a claim whose entries are taken over one by one."""


class Counts(NamedTuple):
    """A tree with its claims as they are pleaded, where each comes from, and what is wrong.

    made_of  by position of a claim, the places of what it is made of, the nearest first
    """

    sheet: Tree
    tree: Tree
    made_of: dict[int, list[Location]]
    problems: list[tuple[Location, str, str]]

    def says_itself(self, position: int, element: str) -> bool:
        """Whether the claim at that position gives the support of an element itself, and does not take it
        over.
        """
        raw: Any = self.sheet
        for part in self.made_of.get(position, [("claims", position)])[0]:
            raw = raw[part]
        return element in (raw.get("elements") or {})

    def origin(self, location: Location) -> Location:
        """The place in the sheet of what stands at `location` of the tree."""
        if location[:1] != ("claims",) or len(location) < 2 or location[1] not in self.made_of:
            return location
        places = self.made_of[int(location[1])]
        return (*places[0], *location[2:])


def of_entry(claim: str) -> str:
    """The entry that a count was made of: `warranty` of `warranty@TX`."""
    return claim.partition("@")[0]


def entry_path(path: str) -> str:
    """The path of the entry that what stands at `path` of a count was made of; any other path as it is."""
    parts = path.split(".")
    if parts[0] != "claims" or len(parts) < 2:
        return path
    return ".".join(["claims", of_entry(parts[1]), *parts[2:]])


def as_pleaded(tree: Tree, claim: str) -> Tree:
    """The claim of that id with what it takes over; of an entry, the first count that is made of it; empty
    where there is none.
    """
    there = [raw for _, raw in _records(with_counts(tree).tree.get("claims"))]
    own = [raw for raw in there if raw.get("id") == claim]
    return next(iter(own or [raw for raw in there if of_entry(str(raw.get("id"))) == claim]), {})


def with_counts(tree: Tree) -> Counts:
    """`tree` with what its claims take over written out, and a count for each State where an entry asks
    so.
    """
    claims, patterns = _records(tree.get("claims")), _records(tree.get("claim_patterns"))
    if not patterns and not any(
        "like" in claim or "each" in claim or "@" in str(claim.get("id")) for _, claim in claims
    ):
        return Counts(tree, tree, {}, [])
    return _Counting(tree, claims, patterns).counts()


def _records(value: Any) -> list[tuple[int, Tree]]:
    """The entries of a list that are records, with their positions."""
    entries = value if isinstance(value, list) else []
    return [(position, entry) for position, entry in enumerate(entries) if isinstance(entry, dict)]


class _Entry(NamedTuple):
    """A claim with what it takes over, and the places of what it is made of."""

    raw: Tree
    places: list[Location]


class _Counting:
    def __init__(self, tree: Tree, claims: list[tuple[int, Tree]], patterns: list[tuple[int, Tree]]) -> None:
        self.tree, self.problems = tree, []  # type: tuple[Tree, list[tuple[Location, str, str]]]
        self.claims = [(("claims", position), raw) for position, raw in claims]
        every = [*((("claim_patterns", position), raw) for position, raw in patterns), *self.claims]
        self.named = {str(raw.get("id")): (where, raw) for where, raw in every}

    def counts(self) -> Counts:
        made = [count for where, raw in self.claims for count in self._counts_of(where, raw)]
        named = {str(entry.raw.get("id")) for entry in made}
        for where, raw in self.claims:
            own = str(raw.get("id"))
            if "@" in own and own not in named:
                told = f"claims: “{own}” says what differs in a count that no entry makes"
                self.problems.append((where, told, "Write “each: subclasses” in its entry, or take it out."))
        by_entry: dict[str, list[str]] = {}
        for entry in made:
            own = str(entry.raw.get("id"))
            if "@" in own:
                by_entry.setdefault(of_entry(own), []).append(own)
        tree = {name: value for name, value in self.tree.items() if name != "claim_patterns"}
        tree["claims"] = [entry.raw for entry in made]
        tree = _renamed(tree, (), by_entry, "") if by_entry else tree
        origins = {position: entry.places for position, entry in enumerate(made)}
        return Counts(self.tree, tree, origins, self.problems)

    def _whole(self, where: Location, raw: Tree, seen: Sequence[str] = ()) -> _Entry:
        """The claim with what it takes over."""
        wanted = raw.get("like")
        if not isinstance(wanted, str):
            return _Entry(raw, [where])
        if wanted in seen or wanted not in self.named:
            told = "goes round in a circle" if wanted in seen else "is no claim and no pattern"
            self.problems.append(((*where, "like"), f"like: “{wanted}” {told}", "Name another claim."))
            return _Entry({name: value for name, value in raw.items() if name != "like"}, [where])
        base = self._whole(*self.named[wanted], (*seen, str(raw.get("id"))))
        return _Entry(_over(base.raw, raw), [where, *base.places])

    def _counts_of(self, where: Location, raw: Tree) -> Iterator[_Entry]:
        if "@" in str(raw.get("id")):
            return
        whole = self._whole(where, raw)
        if whole.raw.get("each") != "subclasses":
            yield whole
            return
        states = self._states(whole.raw)
        if not states:
            told = "each: no class that it is brought for has a subclass limited to one State"
            self.problems.append(((*where, "each"), told, "Give the subclasses “states: [XX]”."))
        for state, groups in states.items():
            own = f"{raw.get('id')}@{state}"
            made = {name: value for name, value in whole.raw.items() if name not in ("each", "id")}
            made |= {"id": own, "law": [state], "for": [str(group["id"]) for group in groups]}
            if "by" not in whole.raw:
                made |= self._bringers(groups)
            there = self.named.get(own)
            places = [*([there[0]] if there else []), *whole.places]
            yield _Entry({**_over(made, there[1]), "id": own} if there else made, places)

    def _states(self, claim: Tree) -> dict[str, list[Tree]]:
        """By State, the subclasses that the claim is brought for."""
        wanted = claim.get("for") if isinstance(claim.get("for"), list) else []
        found: dict[str, list[Tree]] = {}
        for _, group in _records(self.tree.get("classes")):
            states = group.get("states")
            inside = not wanted or group.get("id") in wanted or group.get("subclass_of") in wanted
            if inside and isinstance(states, list) and len(states) == 1 and isinstance(states[0], str):
                found.setdefault(states[0].upper(), []).append(group)
        return found

    def _bringers(self, groups: list[Tree]) -> Tree:
        """Those who represent one of the subclasses; a blank where nobody does, and the sheet does not say
        why.
        """
        ids = {group.get("id") for group in groups}
        found = [
            plaintiff.get("id")
            for _, plaintiff in _records(self.tree.get("plaintiffs"))
            if isinstance(plaintiff.get("represents"), list) and ids & set(map(str, plaintiff["represents"]))
        ]
        if found or any("unrepresented" in group for group in groups):
            return {"by": found} if found else {}
        return {"by": [Unknown(f"representative of the {groups[0].get('name') or groups[0].get('id')}")]}


def _over(base: Tree, own: Tree) -> Tree:
    """What `own` says over what it takes over from `base`."""
    made = {name: value for name, value in base.items() if name not in _NOT_TAKEN_OVER}
    for name, value in own.items():
        if name == "like":
            continue
        if name in _MERGED and isinstance(value, dict) and isinstance(made.get(name), dict):
            value = {**made[name], **value}
        made[name] = value
    return made


def _renamed(value: Any, where: Location, by_entry: dict[str, list[str]], state: str) -> Any:
    """`value` with the counts of an entry where it names the entry; within a count, the one of its own
    State.
    """
    if isinstance(value, dict):
        state = str(value.get("id")).partition("@")[2] if len(where) == 2 and where[0] == "claims" else state
        return {
            name: _counts_named(entry, by_entry, state)
            if isinstance(entry, list) and _names_claims(where, name)
            else _renamed(entry, (*where, name), by_entry, state)
            for name, entry in value.items()
        }
    if isinstance(value, list):
        return [_renamed(entry, (*where, at), by_entry, state) for at, entry in enumerate(value)]
    return value


def _names_claims(where: Location, name: str) -> bool:
    return any(
        "claims" in question.refers
        for record in records_at(where)
        for own, question in record.questions.items()
        if own.rstrip("_") == name
    )


def _counts_named(named: list[Any], by_entry: dict[str, list[str]], state: str) -> list[Any]:
    found: list[Any] = []
    for own in named:
        counts = by_entry.get(own, [own]) if isinstance(own, str) else [own]
        same = [count for count in counts if isinstance(count, str) and count.endswith(f"@{state}")]
        found += same if state and same else counts
    return found
