"""What a sheet includes: other files of facts, found, read and put in order, each under the same rules as the
sheet itself.

Nothing outside the matter's root is ever read, except the user's own profiles, by name. The root is the
nearest folder above the sheet that has a `.drafter-root` file or a `.git`; without one, the folder that holds
the sheet's folder.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any, Callable, NamedTuple

from drafter.errors import SheetError
from drafter.facts.values import ID_PATTERN
from drafter.tree.merge import Layer
from drafter.yamltext.read import SourceFile, read_sheet

__all__ = [
    "DEEPEST_CHAIN",
    "LARGEST_ALL",
    "MOST_FILES",
    "Migrate",
    "PROFILE",
    "included",
    "is_marked",
    "profile_path",
    "profiles_folder",
    "root_of",
    "split",
]

MOST_FILES = 200
LARGEST_ALL = 20_000_000
DEEPEST_CHAIN = 20
PROFILE = "profile:"
Migrate = Callable[[dict[str, Any], SourceFile], dict[str, Any]]


class _Place(NamedTuple):
    """A file of facts: where it really is, as it is named to the user, and the folder it may not lead out
    of.
    """

    real: str
    shown: str
    root: str


def root_of(sheet: str | Path) -> Path:
    """The folder that the files included by `sheet` must stand in."""
    folder = Path(os.path.realpath(sheet)).parent
    for above in (folder, *folder.parents):
        if is_marked(above):
            return above
    return folder.parent


def is_marked(folder: Path) -> bool:
    """Whether `folder` is marked as the root of matters."""
    return (folder / ".drafter-root").exists() or (folder / ".git").exists()


def profiles_folder() -> Path:
    """The user's own profiles: $DRAFTER_PROFILES, or drafter/profiles in the user's configuration folder."""
    named = os.environ.get("DRAFTER_PROFILES")
    if named:
        return Path(named)
    configuration = os.environ.get("XDG_CONFIG_HOME") or (
        os.environ.get("APPDATA") if os.name == "nt" else None
    )
    return Path(configuration or Path.home() / ".config") / "drafter" / "profiles"


def profile_path(name: str) -> Path:
    """The file of the user's profile `name`, whether it is there or not. Raises SheetError for what is no
    name.
    """
    if not ID_PATTERN.match(name):
        raise SheetError(
            f"“{name}” is not the name of a profile",
            "A name is made of small letters, digits and hyphens, as in acme-inc.",
        )
    return profiles_folder() / f"{name}.yaml"


def split(tree: dict[str, Any], source: SourceFile) -> tuple[list[str], dict[str, Any]]:
    """What the tree of a file includes, and the tree without it. Raises SheetError."""
    named = tree.get("include", [])
    names = [named] if isinstance(named, str) else named
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise SheetError(
            f"{source.at(('include',))}: include is a list of files",
            "Write each on its own line, as in “- ../profiles/acme.yaml”.",
        )
    return names, {name: value for name, value in tree.items() if name != "include"}


def included(source: SourceFile, tree: dict[str, Any], migrate: Migrate) -> list[Layer]:
    """The files that the sheet read from `source` includes, farthest first, each once; empty for a sheet that
    includes nothing. Raises SheetError.
    """
    if "include" not in tree:
        return []
    for _ in range(3):
        gathering = _Gathering(migrate)
        own = os.path.realpath(source.name)
        gathering.walk(
            source,
            split(tree, source)[0],
            _Place(own, source.name, os.path.realpath(root_of(source.name))),
            [own],
        )
        if gathering.is_still():
            return gathering.layers
    raise SheetError(
        f"{source.name}: what it includes was being changed while it was read",
        "Run the command again when the files are at rest.",
    )


class _Gathering:
    def __init__(self, migrate: Migrate) -> None:
        self.migrate = migrate
        self.layers: list[Layer] = []
        self.seen: dict[str, tuple[int, ...]] = {}
        self.bytes = 0

    def walk(self, source: SourceFile, names: list[str], place: _Place, chain: list[str]) -> None:
        if len(names) > MOST_FILES:
            raise SheetError(
                f"{source.at(('include',))}: {len(names):,} files are included; {MOST_FILES} are the most",
                "Put what belongs together into one file.",
            )
        for position, name in enumerate(names):
            where = ("include", position)
            found = self.resolved(name, source, where, place)
            if found.real in chain:
                steps = " includes ".join(
                    os.path.basename(real) for real in [*chain[chain.index(found.real) :], found.real]
                )
                raise SheetError(
                    f"{source.at(where)}: this goes round in a circle: {steps}",
                    "Take one of these includes out.",
                )
            if len(chain) > DEEPEST_CHAIN:
                raise SheetError(
                    f"{source.at(where)}: includes are nested more than {DEEPEST_CHAIN} deep",
                    "Include the files directly.",
                )
            if found.real not in self.seen:
                self.take(found, source, where, chain)

    def take(self, place: _Place, source: SourceFile, where: tuple[str | int, ...], chain: list[str]) -> None:
        """Read one file, what it includes before it."""
        try:
            state = os.stat(place.real)
        except OSError as error:
            problem = (
                "there is no such file"
                if isinstance(error, FileNotFoundError)
                else f"it cannot be read: {error.strerror or error}"
            )
            raise SheetError(
                f"{source.at(where)}: {place.shown}: {problem}",
                "Names count from the folder of the file that includes them.",
            ) from None
        if not stat.S_ISREG(state.st_mode):
            raise SheetError(f"{source.at(where)}: {place.shown} is not a file", "Name a .yaml file.")
        self.seen[place.real] = _state(state)
        self.bytes += state.st_size
        if len(self.seen) > MOST_FILES or self.bytes > LARGEST_ALL:
            raise SheetError(
                f"{source.at(where)}: more is included than {MOST_FILES} files or {LARGEST_ALL:,} bytes",
                "Put what belongs together into one file.",
            )
        try:
            read_from, tree = read_sheet(place.real)
        except SheetError as error:
            raise SheetError(
                f"{source.at(where)}: {error.message.replace(place.real, place.shown)}", error.hint
            ) from None
        own = SourceFile(place.shown, read_from.text, read_from.sha256)
        present = self.migrate(tree, own)
        names, rest = split(present, own)
        rest = {name: value for name, value in rest.items() if name != "anchor_key"}
        self.walk(own, names, place, [*chain, place.real])
        self.layers.append(Layer(own, rest, 0 if present is tree else int(tree["schema_version"])))

    def resolved(self, name: str, source: SourceFile, where: tuple[str | int, ...], place: _Place) -> _Place:
        """The file that `name` stands for. Raises SheetError where it leads out of the root."""
        if name.startswith(PROFILE):
            path = profile_path(name.removeprefix(PROFILE))
            root = os.path.realpath(path.parent)
            return self.within(_Place(os.path.realpath(path), str(path), root), name, source, where)
        if os.path.isabs(name) or name.startswith(("~", "\\")) or name[1:2] == ":":
            raise SheetError(
                f"{source.at(where)}: {name}: an included file is named from the folder of this one",
                "Write it as in ../profiles/acme.yaml, or profile:acme.",
            )
        folder = os.path.dirname(place.real)
        shown = os.path.normpath(os.path.join(os.path.dirname(place.shown), name))
        return self.within(
            _Place(os.path.realpath(os.path.join(folder, name)), shown, place.root), name, source, where
        )

    def within(self, place: _Place, name: str, source: SourceFile, where: tuple[str | int, ...]) -> _Place:
        if os.path.commonpath([place.root, place.real]) != place.root:
            raise SheetError(
                f"{source.at(where)}: {name} leads out of {place.root}, the folder of this matter",
                "Copy the file into it, save it as a profile, or put an empty file .drafter-root into the"
                " folder above both.",
            )
        return place

    def is_still(self) -> bool:
        """Whether every file is as it was when it was read."""
        try:
            return all(_state(os.stat(real)) == state for real, state in self.seen.items())
        except OSError:
            return False


def _state(found: os.stat_result) -> tuple[int, ...]:
    return found.st_mtime_ns, found.st_size, found.st_ino
