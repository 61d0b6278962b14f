"""The house's rules: data flows one way, and each outside library is behind one door."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).parent.parent / "drafter"
BELOW = {"errors", "findings", "document", "wording", "anchors"}
"""What every room may use; these use nothing of drafter's."""
SHEETS = {"facts", "tree", "yamltext", "matter_files", "reuse"}
"""The rooms of fact sheets."""
MAY = {
    "errors": set(),
    "findings": set(),
    "document": set(),
    "wording": set(),
    "anchors": set(),
    "built": set(),
    "compiled_patterns": {"built"},
    "converted_pictures": set(),
    "pictures": {"converted_pictures"},
    "pdf": set(),
    "printable": set(),
    "privacy": set(),
    "facts": {"built"},
    "tree": {"facts"},
    "yamltext": {"facts", "tree"},
    "matter_files": {"facts", "tree", "yamltext"},
    "reuse": {"facts", "tree", "yamltext", "matter_files", "privacy"},
    "markup": set(),
    "reading": {"markup"},
    "redline": {"reading"},
    "library": {"facts", "tree", "built", "compiled_patterns", "markup", "yamltext", "matter_files"},
    "layout": set(),
    "complaint": {"facts", "tree", "matter_files", "reuse", "library", "markup", "pictures"},
    "proposals": {"facts", "tree", "yamltext", "matter_files"},
    "reconcile": {
        "facts",
        "tree",
        "matter_files",
        "complaint",
        "library",
        "markup",
        "reading",
        "redline",
        "proposals",
    },
    "pleadings": {"facts", "library", "markup", "reading"},
    "compare": {"complaint", "library", "matter_files"},
    "checks/engine": {"facts", "tree", "library", "complaint"},
    "checks": {"facts", "tree", "library", "complaint", "privacy", "reuse", "checks/engine"},
    "word": {"layout", "pictures"},
    "text": {"layout"},
    "printing": {"complaint", "word", "text", "pdf"},
    "filing": {
        "facts",
        "tree",
        "yamltext",
        "matter_files",
        "library",
        "complaint",
        "checks",
        "privacy",
        "pictures",
        "pdf",
        "reading",
        "printing",
    },
    "intake": {"facts", "tree", "yamltext", "matter_files", "privacy", "library"},
    "interview": {
        "reading",
        "markup",
        "facts",
        "tree",
        "yamltext",
        "matter_files",
        "reuse",
        "library",
        "complaint",
        "checks",
        "checks/engine",
        "text",
        "printable",
    },
    "commands": {
        "reading",
        "redline",
        "proposals",
        "reconcile",
        "pleadings",
        "facts",
        "tree",
        "yamltext",
        "matter_files",
        "reuse",
        "library",
        "complaint",
        "compare",
        "checks",
        "checks/engine",
        "printing",
        "pdf",
        "filing",
        "intake",
        "interview",
    },
    "cli": {"commands", "compiled_patterns", "printable"},
    "__init__": set(),
    "__main__": {"cli"},
}
"""What each room may use besides `BELOW`. None may be used by one that stands before it."""
DOORS = {
    "questionary": {"interview"},
    "prompt_toolkit": {"interview"},
    "jinja2": {"library"},
    "docx": {"word"},
    "lxml": {"word", "reading"},
    "yaml": {"yamltext"},
    "pydantic": {"facts"},
    "pydantic_core": {"facts"},
    "openpyxl": {"intake"},
    "PIL": {"converted_pictures"},
    "pillow_heif": {"converted_pictures"},
    "pikepdf": {"pdf"},
    "pypdf": {"pdf"},
    "reportlab": {"pdf"},
    "subprocess": {"pdf", "interview", "compiled_patterns"},
}


@cache
def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def walked(path):
    return list(ast.walk(parsed(path)))


@cache
def imports(path):
    """The names of the modules that one imports."""
    return list(_imports(path))


def _imports(path):
    for node in walked(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "drafter":
                yield from (f"drafter.{alias.name}" for alias in node.names)


def room_of(parts):
    """The room of a module or a name by its parts below the package: the first, or two where these have a
    row of their own.
    """
    inner = "/".join(parts[:2])
    return inner if inner in MAY else parts[0].removesuffix(".py")


@cache
def modules():
    return [(room_of(path.relative_to(PACKAGE).parts), path) for path in PACKAGE.rglob("*.py")]


def test_data_only_flows_down():
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for room, path in modules()
        for name in imports(path)
        if name.startswith("drafter.")
        and (used := room_of(name.split(".")[1:])) in MAY
        and used not in MAY[room] | BELOW | {room}
    ]
    assert wrong == []


def test_the_rooms_stand_in_one_order():
    order = list(MAY)
    assert sorted(set(room for room, _ in modules()) - set(order)) == [], "a room without a row"
    upward = [(room, used) for room in order for used in MAY[room] if order.index(used) > order.index(room)]
    assert upward == []


def test_each_library_is_behind_one_door():
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for room, path in modules()
        for name in imports(path)
        if room not in DOORS.get(name.split(".")[0], {room})
    ]
    assert wrong == []


def test_only_the_fronts_of_the_interview_know_a_terminal():
    inside = [path for room, path in modules() if room == "interview" and path.parent.name != "fronts"]
    known = {"questionary", "prompt_toolkit", "drafter.interview.fronts.terminal"}
    assert [
        str(path) for path in inside if known & {name.partition(".prompts")[0] for name in imports(path)}
    ] == []


def names_of_modules():
    parts = {path: path.with_suffix("").relative_to(PACKAGE.parent).parts for _, path in modules()}
    return {".".join(parts[path]).removesuffix(".__init__"): path for path in parts}


def in_a_circle(used, start):
    """Whether a way through what modules use leads from one back to it."""
    seen, left = set(), set(used[start])
    while left:
        name = left.pop()
        seen.add(name)
        left |= used[name] - seen
    return start in seen


def test_no_files_of_a_room_use_each_other_in_a_circle():
    there = names_of_modules()
    used = {name: {each for each in imports(path) if each in there} - {name} for name, path in there.items()}
    assert {name.split(".")[1] for name in used if in_a_circle(used, name)} == set()


def test_no_screen_of_the_interview_knows_another():
    inside = "drafter.interview.screens"
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in (PACKAGE / "interview" / "screens").glob("[a-z]*.py")
        for name in imports(path)
        if name.startswith(inside)
    ]
    assert wrong == []


def test_no_module_is_over_350_lines():
    long = {
        path.relative_to(PACKAGE).as_posix(): lines
        for _, path in modules()
        if (lines := len(path.read_text(encoding="utf-8").split("\n"))) > 350
    }
    assert long == {}


def test_no_room_holds_more_than_a_fifth_of_the_lines():
    lines = Counter()
    for room, path in modules():
        lines[room] += path.read_text(encoding="utf-8").count("\n")
    assert {room: many for room, many in lines.items() if many * 5 > lines.total()} == {}


def test_the_median_function_is_of_at_most_ten_lines():
    assert median(node.end_lineno - node.lineno + 1 for _, node in functions()) <= 10


def functions():
    for _, path in modules():
        for node in walked(path):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield path, node


def test_no_function_is_over_60_lines():
    long = {
        f"{path.relative_to(PACKAGE)}:{node.name}": lines
        for path, node in functions()
        if (lines := node.end_lineno - node.lineno + 1) > 60
    }
    assert long == {}


def defined(kinds):
    """The name of each public module-level definition of those kinds, with the modules that have it."""
    found = {}
    for _, path in modules():
        for node in parsed(path).body:
            if isinstance(node, kinds) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(path.relative_to(PACKAGE).as_posix())
    return found


def test_no_public_class_name_stands_twice():
    assert {name: places for name, places in defined(ast.ClassDef).items() if len(places) > 1} == {}


NOT_GREPPED = re.compile(
    r"(^|_)(keep|keeps|keeper|kept|laid|begun|beside|sought|told|telling|emit|surgeon|utils|helpers|manager)(_|$)"
)
"""Words for which nobody looks who does not know the house."""


def test_modules_classes_and_functions_are_named_by_words_a_stranger_greps_for():
    found = {
        f"{place}:{name}" if name else place
        for _, path in modules()
        for place in [path.relative_to(PACKAGE).as_posix()]
        for name in [
            "",
            *(node.name for node in parsed(path).body if isinstance(node, (ast.ClassDef, ast.FunctionDef))),
        ]
        if NOT_GREPPED.search((name or path.stem).lower())
    }
    allowed = {"facts/claims.py:ReliefSought"}
    assert sorted(found - allowed) == []


NO_WORD = re.compile(r"(^|_)(kept|laid|begun|beside)(_|$)", re.IGNORECASE)


def named_in(path):
    """The names that a module gives: to functions, classes, arguments and variables."""
    for node in walked(path):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def test_nothing_is_called_by_a_word_that_says_nothing():
    found = {
        f"{path.relative_to(PACKAGE).as_posix()}: {name}"
        for _, path in modules()
        for name in named_in(path)
        if NO_WORD.search(name)
    }
    assert found == set()


def test_each_idea_of_wording_is_defined_once():
    from drafter import wording

    again = {
        name: places
        for name, places in defined(ast.FunctionDef).items()
        if name in wording.__all__ and places != ["wording.py"]
    }
    assert again == {}


ONCE = {
    "as_json": "tree/json_values.py",
    "day": "facts/dates.py",
    "elements_wanted": "complaint/views/elements.py",
    "outline_entries": "tree/outline.py",
    "from_json": "tree/json_values.py",
    "is_running": "matter_files/processes.py",
    "outline_lists": "tree/outline.py",
    "on_belief": "facts/sources.py",
    "outlines": "tree/outline.py",
}
"""Ideas that several rooms need, and where each is defined."""


def test_each_idea_that_several_rooms_need_is_defined_once():
    functions = defined(ast.FunctionDef)
    assert {name: functions.get(name) for name in ONCE} == {name: [place] for name, place in ONCE.items()}


def test_tables_of_kinds_of_parties_and_of_states_stand_once():
    texts = {path: path.read_text(encoding="utf-8") for _, path in modules()}
    for table in ('"individual", "minor", "pseudonym", "estate")', '"unknown": Unknown', "os.kill("):
        assert [table for text in texts.values() if table in text] == [table]


def test_what_was_meant_by_a_word_is_asked_in_one_place():
    found = {
        path.relative_to(PACKAGE).as_posix() for _, path in modules() if {"difflib"} & set(imports(path))
    }
    assert found == {"wording.py", "complaint/passes/merging.py"}


ACCENTS = {"wording.py", "privacy/normalise.py", "reuse/redaction_check.py", "layout/measure.py"}
"""Where letters are taken apart: for words, for patterns of personal data, for the second look at a redacted
copy, which knows nothing of the first, and for the width of a letter."""


def test_accents_are_folded_in_one_place():
    found = {
        path.relative_to(PACKAGE).as_posix()
        for _, path in modules()
        if re.search(r"NFK?D\b", path.read_text(encoding="utf-8"))
    }
    assert found == ACCENTS


TEMPLATES = PACKAGE.parent / "templates"


def test_no_line_of_the_library_is_over_160_columns():
    """A firm reads them. `python tests/fold_templates.py` breaks those of the data."""
    long = [
        f"{path.relative_to(TEMPLATES)}:{number}: {line[:60]}"
        for path in sorted(TEMPLATES.rglob("*.*"))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if len(line) > 160
    ]
    assert long == []


DOOR_MODULES = {"drafter.interview.fronts.terminal", "drafter.word.annotated"}
"""Doors that have their library at their top, and are themselves imported where they are wanted."""
ONE_SYSTEM = {"fcntl", "msvcrt", "termios", "tty"}
"""Modules of Python that not every system has."""


def imports_within_functions(path):
    """What a module imports within its functions: the line, and the name as it is written."""
    functions_of = [
        node for node in walked(path) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    for node in (inside for function in functions_of for inside in ast.walk(function)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module


def test_imports_stand_at_the_top_but_in_cli_and_at_the_doors():
    lazily = DOORS.keys() | ONE_SYSTEM
    wrong = {
        f"{path.relative_to(PACKAGE)}:{line} imports {name}"
        for _, path in modules()
        if path != PACKAGE / "cli.py"
        for line, name in imports_within_functions(path)
        if name.split(".")[0] not in lazily and name not in DOOR_MODULES
    }
    assert wrong == set()


def test_a_door_that_is_imported_late_has_its_library_at_its_top():
    for name in DOOR_MODULES:
        path = PACKAGE.parent / f"{name.replace('.', '/')}.py"
        assert {each.split(".")[0] for each in imports(path)} & DOORS.keys()
        assert not list(imports_within_functions(path))


PAGE = (PACKAGE.parent / "docs" / "the-house.md").read_text(encoding="utf-8")


def test_the_page_of_the_house_names_each_room():
    named = {
        name
        for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert {room for room in MAY if "/" not in room and not room.startswith("__")} - named == set()


def test_the_page_of_the_house_names_files_that_there_are():
    folders = [
        PACKAGE.parent,
        PACKAGE,
        *(PACKAGE / name for name in ("complaint", "checks", "interview", "library")),
    ]
    named = {name.replace("ID", "*") for name in re.findall(r"`([\w./-]+/[\w./-]+)`", PAGE)}
    assert [name for name in sorted(named) if not any(list(folder.glob(name)) for folder in folders)] == []
