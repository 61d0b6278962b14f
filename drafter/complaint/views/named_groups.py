"""What several parties are called together: by the names of groups, or by a group with its exceptions, where
that says it shorter than a list.
"""

from __future__ import annotations

from typing import Callable, Mapping, NamedTuple, Sequence

from drafter.wording import listed

__all__ = ["SharedName", "article", "shared_name"]

NAMED_ALONE = 2
"""Up to so many are named one by one."""


class SharedName(NamedTuple):
    """The groups that make up some parties, who is named besides, and who of the groups is left out. Without
    a group it is everyone on that side, but for who is left out.
    """

    groups: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def ends_in_a_group(self) -> bool:
        """Whether the words end with the name of a group, which takes the possessive of a plural."""
        return not self.besides and not self.without

    @property
    def names(self) -> int:
        """How many names it takes."""
        return len(self.groups) + len(self.besides) + len(self.without)

    def said(self, everyone: str, called: Mapping[str, str], escaped: Callable[[str], str] = str) -> str:
        """“the Maker and Retailer Defendants and Acme”, “Defendants other than Acme”: `everyone` is what the
        whole side is called, `called` each party by its id; the names of groups pass through `escaped`.
        """
        groups = [f"{the}{escaped(name)}" for the, name in _together(self.groups)]
        names = [*groups, *(called[own] for own in self.besides)] or [everyone]
        but = f" other than {listed([called[own] for own in self.without])}" if self.without else ""
        return f"{listed(names)}{but}"


def article(group: str) -> str:
    """“the ” before what a group of parties is called, as in “the Acme Defendants”; nothing before a bare
    name, “Acme”.
    """
    return "" if " " not in group and not group.endswith("s") else "the "


def _together(groups: Sequence[str]) -> list[tuple[str, str]]:
    """The groups, each behind its article; those that share their last word as one, “the Maker and Retailer
    Defendants”.
    """
    last = {group.rpartition(" ")[2] for group in groups}
    if len(groups) > 1 and len(last) == 1 and all(" " in group for group in groups):
        return [("the ", f"{listed([group.rpartition(' ')[0] for group in groups])} {last.pop()}")]
    return [(article(group), group) for group in groups]


def shared_name(
    wanted: Sequence[str],
    everyone: Sequence[str],
    groups: Mapping[str, Sequence[str]],
    called: Mapping[str, str],
) -> SharedName | None:
    """The groups that are the parties `wanted`, of `everyone` on their side, or the name of fewest words that
    they have together: `groups` are the members by the name of the group, `called` what each party is called.
    None where a list names no more.
    """
    some = set(wanted)
    if len(some) <= NAMED_ALONE or len(some) == len(everyone):
        return None
    covering = _covering(wanted, groups)
    if covering.groups and covering.ends_in_a_group:
        return covering
    found = [covering, *_excepting(some, everyone, groups)]
    best = min(found, key=lambda one: (one.names, len(one.said("Defendants", called))))
    return best if (best.groups or best.without) and best.names < len(some) else None


def _covering(wanted: Sequence[str], groups: Mapping[str, Sequence[str]]) -> SharedName:
    """The largest groups that lie within `wanted` and do not overlap, and who is in none of them."""
    left, chosen = set(wanted), set()
    for name, members in sorted(groups.items(), key=lambda group: -len(group[1])):
        if len(members) > 1 and set(members) <= left:
            chosen.add(name)
            left -= set(members)
    return SharedName(
        tuple(name for name in groups if name in chosen), tuple(own for own in wanted if own in left)
    )


def _excepting(
    some: set[str], everyone: Sequence[str], groups: Mapping[str, Sequence[str]]
) -> list[SharedName]:
    """Everyone, and each group, that holds all of `some`, with who of it is left out."""
    wholes = [((), everyone), *(((name,), members) for name, members in groups.items())]
    return [
        SharedName(name, (), tuple(own for own in members if own not in some))
        for name, members in wholes
        if some < set(members)
    ]
