"""The house's rules: data flows one way, and each outside library is behind one door."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "drafter"
MAY = {
    "errors": set(), "findings": set(), "document": set(), "built": set(), "pictures": set(),
    "facts": {"errors", "built"}, "markup": {"document"}, "library": {"errors", "facts", "document", "built", "markup"},
    "complaint": {"errors", "facts", "library", "markup", "document", "pictures"}, "checks": {"facts", "library", "document", "findings", "complaint"},
    "word": {"document", "findings", "errors", "pictures"}, "text": {"document", "findings"},
    "intake": {"facts", "errors"},
}  # fmt: skip
DOORS = {"questionary": {"interview"}, "jinja2": {"library"}, "docx": {"word"}, "lxml": {"word"}, "yaml": {"facts", "library"}, "pydantic": {"facts"}}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "drafter":
                yield from (f"drafter.{alias.name}" for alias in node.names)


def modules():
    for path in PACKAGE.rglob("*.py"):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def test_data_only_flows_down():
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for room, path in modules() if room in MAY
        for name in imports(path) if name.startswith("drafter.") and name.split(".")[1] not in MAY[room] | {room}
    ]  # fmt: skip
    assert wrong == []


def test_each_library_is_behind_one_door():
    wrong = [f"{path.relative_to(PACKAGE)} imports {name}" for room, path in modules() for name in imports(path) if room not in DOORS.get(name.split(".")[0], {room})]
    assert wrong == []


def test_modules_are_of_medium_size():
    assert {str(path): lines for _, path in modules() if (lines := len(path.read_text(encoding="utf-8").split("\n"))) > 400} == {}
