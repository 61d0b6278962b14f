"""The page of all checks, docs/checks.md, made from the checks themselves.

python tests/checklist.py --write
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
PAGE = ROOT / "docs" / "checks.md"


def page():
    """The page as it must be."""
    from drafter.checks import CHECKS
    from drafter.checks.not_checked import NOT_CHECKED
    from drafter.library import open_library

    library = open_library()

    lines = [
        "# The checks",
        "",
        (
            "Made by `python tests/checklist.py --write`; a test compares it with the program. Where the"
            " severity differs by court, the court, its circuit or its system follows; “silent” means"
        ),
        (
            "that the check does not speak there. `drafter explain ID` says more, with the authority and how"
            " it was read."
        ),
        "",
        "| id | defect | severity |",
        "|---|---|---|",
    ]
    for own, entry in sorted(CHECKS.items()):
        courts = "".join(
            f"; {court}: {severity.value if severity else 'silent'}"
            for court, severity in entry.severities(library).items()
        )
        lines.append(f"| {own} | {entry.title} | {entry.severity.value}{courts} |")
    lines += [
        "",
        "## Not checked, and why",
        "",
        *(f"- **{own}**: {reason}" for own, reason in sorted(NOT_CHECKED.items())),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page())
