"""templates/reporters.yaml: the names of reporters, journals and codes in reporters-db, which the reading of
citations goes by. `python tests/reporters_file.py --write` writes it anew from the package installed.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

FILE = Path(__file__).parent.parent / "templates" / "reporters.yaml"
HEAD = """# The names of reporters, journals and codes as they are abbreviated, from reporters-db {version} of
# the Free Law Project; `python tests/reporters_file.py --write` writes this file anew; codes.yaml holds
# what else courts and firms write. The licence of reporters-db, which goes with these names:
#
{licence}
source: reporters-db {version}
"""


def data(name):
    """One of the package's tables, as it is parsed."""
    import reporters_db

    folder = Path(reporters_db.__file__).parent / "data"
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def licence():
    """The text of the package's licence, as a comment."""
    import reporters_db

    folder = Path(reporters_db.__file__).parent.parent
    place = next(folder.glob("reporters_db-*.dist-info/licenses/*"))
    lines = place.read_text(encoding="utf-8").strip().split("\n")
    return "\n".join(f"# {line}".rstrip() for line in lines)


def named(table):
    """Every edition, name and variation of a table, each once however it is spaced."""
    found = {}
    for name, entries in table.items():
        for entry in entries:
            for each in (*entry.get("editions", [name]), *entry["variations"]):
                found.setdefault("".join(each.replace("’", "'").split()), each.strip())
    return sorted(found.values())


def is_paged(entries):
    """Whether a law is cited by volume (or year) and page, as a reporter is."""
    return any(
        "$page_with_commas" in regex and "§" not in regex for one in entries for regex in one["regexes"]
    )


def made():
    """The whole text of the file."""
    laws, states = data("laws"), data("state_abbreviations")
    lists = {
        "cases": named(data("reporters")),
        "journals": named(data("journals")),
        "session_laws": named({name: own for name, own in laws.items() if is_paged(own)}),
        "codes": named({name: own for name, own in laws.items() if not is_paged(own)}),
        "states": sorted({*states, *states.values()}),
        "abbreviations": sorted(data("case_name_abbreviations")),
    }
    text = HEAD.format(version=version("reporters-db"), licence=licence())
    for name, entries in lists.items():
        text += f"{name}:\n" + "".join(f"  - {json.dumps(one, ensure_ascii=False)}\n" for one in entries)
    return text


if __name__ == "__main__":
    if "--write" in sys.argv:
        FILE.write_text(made(), encoding="utf-8")
    else:
        print(made(), end="")
