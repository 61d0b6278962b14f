"""`drafter sample`: write one of the samples into this folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from drafter.errors import NotFound, OutputError
from drafter.matter_files.private_disk import put_in_place
from drafter.wording import did_you_mean

__all__ = ["options", "run", "samples_folder"]


def options(command: argparse.ArgumentParser) -> None:
    """What `drafter sample` takes."""
    command.add_argument(
        "name",
        metavar="NAME",
        nargs="?",
        default="",
        help="its name or the beginning of it (none: list them)",
    )


def run(options: argparse.Namespace) -> int:
    """List the samples, or write one. Raises NotFound, OutputError."""
    there = {path.stem: path for path in sorted(samples_folder().glob("*.yaml"))}
    if not options.name:
        width = max(map(len, there))
        for name, path in there.items():
            print(f"{name:{width}}  {_title(path)}")
        print(f"\nWrite one: drafter sample {next(iter(there))}")
        return 0
    chosen = [name for name in there if name.startswith(options.name.lower())]
    if len(chosen) != 1:
        hint = did_you_mean(options.name, there) or f"There are: {', '.join(there)}."
        raise NotFound(f"there is no sample “{options.name}”", hint)
    out = Path(f"{chosen[0]}.yaml")
    if out.exists():
        raise OutputError(f"{out} is there already", "Move it, or go into another folder.")
    put_in_place(out, there[chosen[0]].read_bytes())
    print(f"{out}: written. Next: drafter draft {out}")
    return 0


def samples_folder() -> Path:
    """The folder of the samples: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent.parent / "samples"
    return inside if inside.is_dir() else inside.parent.parent / "samples"


def _title(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line[7:].strip() for line in lines if line.startswith("matter:")), "")
