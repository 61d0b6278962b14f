"""The command line: commands, exit codes, and the only printing.

0 done; 1 done, with findings of severity error; 2 unusable input or usage; 130 interrupted, nothing lost.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from typing import TYPE_CHECKING, Any, Callable

from drafter import __version__
from drafter.errors import DrafterError, OutputError, UsageError
from drafter.options import (
    check_options,
    customize_options,
    draft_options,
    edit_options,
    import_options,
    lint_options,
    list_options,
    new_options,
    schema_options,
    show_options,
)

if TYPE_CHECKING:
    from drafter.complaint import Draft
    from drafter.findings import Finding
    from drafter.library import CauseOfAction

__all__ = ["entry", "main"]


def entry() -> None:
    """Run the command and leave at once: taking a large document apart piece by piece at exit takes longer than writing it."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    gc.disable()  # a command lives for a fraction of a second: collecting costs more than it frees
    words = sys.argv[1:] if arguments is None else arguments
    options = _parser(words[0] if words else "").parse_args(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return int(options.run(options))
    except DrafterError as error:
        print(f"drafter: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("drafter: interrupted; nothing was changed", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser(wanted: str = "") -> argparse.ArgumentParser:
    """The command line's parser; with the name of a command, only that one's part of it is built."""
    parser = argparse.ArgumentParser(prog="drafter", description="Draft a class-action complaint in Word from a fact sheet.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog="drafter")
    for name, (run, help, fill) in _COMMANDS.items():
        if wanted not in _COMMANDS or wanted == name:
            command = commands.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}.", allow_abbrev=False)
            command.set_defaults(run=run)
            fill(command)
    return parser


# --- draft -----------------------------------------------------------------------------------------------------------------------------


def _made(options: argparse.Namespace) -> Draft:
    from drafter.complaint import assemble
    from drafter.facts.load import load
    from drafter.library import open_library

    loaded = load(options.sheet)
    for line, lost in loaded.source.lost_text():
        print(f"drafter: {options.sheet}:{line}: everything after “ #” was read as a comment: “{lost[:60]}”; use a | block if it belongs to the text", file=sys.stderr)
    for note in loaded.notes:
        print(f"drafter: {note}", file=sys.stderr)
    return assemble(loaded, open_library(options.templates), options.court)


def _draft(options: argparse.Namespace) -> int:
    draft = _made(options)
    if options.text:
        from drafter.text import render

        print(render(draft.document))
        return 0
    from drafter.checks import run
    from drafter.word import write

    findings = run(draft)
    target = _target(options)
    _guard(target, options)
    _write(target, write(draft.document), options)
    if options.annotate:
        _annotated(draft, findings, target)
    code = _summary(draft, findings, target)
    if options.court:
        _redrafted(draft, options)
    return code


def _redrafted(draft: Draft, options: argparse.Namespace) -> None:
    from drafter.complaint.forum import against_own_court

    for line in against_own_court(draft, options.sheet, options.templates):
        print(line)


def _target(options: argparse.Namespace) -> str:
    if options.output:
        if os.path.isdir(options.output):
            raise UsageError(f"{options.output} is a folder", "Name the file: -o DIR/NAME.docx")
        return str(options.output)
    stem = os.path.splitext(os.path.basename(options.sheet))[0]
    return f"{stem}.{options.court}.docx" if options.court else f"{stem}.docx"


def _register(options: argparse.Namespace) -> str:
    """The file beside the sheet that keeps the hashes of its drafts."""
    folder, name = os.path.split(options.sheet)
    return os.path.join(folder, f".{os.path.splitext(name)[0]}.drafts.json")


def _known(options: argparse.Namespace) -> dict[str, str]:
    import json

    try:
        with open(_register(options), encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _guard(target: str, options: argparse.Namespace) -> None:
    """Refuse to overwrite a draft that was edited since it was written; none known counts as edited."""
    if options.force or not os.path.exists(target):
        return
    with open(target, "rb") as file:
        there = _sha256(file.read())
    if _known(options).get(os.path.abspath(target)) != there:
        raise OutputError(f"{target} was edited since it was drafted, or was not drafted from this sheet", "Name another file with -o, or say --force.")


def _sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _write(target: str, data: bytes, options: argparse.Namespace) -> None:
    """Write the draft whole or not at all, and keep its hash beside the sheet."""
    import json

    _replace(target, data)
    drafts = _known(options) | {os.path.abspath(target): _sha256(data)}
    try:
        _replace(_register(options), json.dumps(drafts, indent=1, sort_keys=True).encode())
    except OutputError:
        print("drafter: the draft's hash could not be kept beside the sheet; it will count as edited", file=sys.stderr)


def _replace(target: str, data: bytes) -> None:
    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        os.replace(temporary, target)
    except OSError as error:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise OutputError(f"{target} cannot be written: {error.strerror}", "Check the folder, or name another file with -o.") from None


def _annotated(draft: Draft, findings: list[Finding], target: str) -> None:
    from drafter.word import Comment, write

    comments = [Comment(finding.block, f"{finding.check} {finding.severity.value}: {finding.message} {finding.fix}".strip()) for finding in findings]
    for own, allegation in draft.matter.allegations.items():
        if allegation.source is not None:
            shown = {name: value for name, value in vars(allegation.source).items() if value not in (None, [], "")}
            comments.append(Comment(own, "Source: " + "; ".join(f"{name.rstrip('_')}: {', '.join(value) if isinstance(value, list) else value}" for name, value in shown.items())))
    path = f"{os.path.splitext(target)[0]}.annotated.docx"
    _replace(path, write(draft.document, comments))
    print(f"Annotated copy (work product, not for filing): {path}")


def _summary(draft: Draft, findings: list[Finding], target: str) -> int:
    from drafter.document import NumberedParagraph

    paragraphs = sum(isinstance(block, NumberedParagraph) for block in draft.document.body)
    blanks = sum(finding.check == "DOC-010" for finding in findings)
    claims = len(draft.matter.raw.claims)
    print(f"{target}: {paragraphs} paragraphs, {_counted(claims, 'claim')}, {_counted(blanks, 'blank')}, {_counted(len(findings), 'finding')}.")
    return _verdict(findings)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _verdict(findings: list[Finding]) -> int:
    errors = [finding for finding in findings if finding.severity.value == "error"]
    if not errors:
        print("No finding of severity error.")
        return 0
    kinds = ", ".join(f"{check} ×{count}" if count > 1 else check for check, count in _tally(errors).items())
    print(f"NOT READY TO FILE: {_counted(len(errors), 'error')} ({kinds}). `drafter check` explains them.")
    return 1


def _tally(findings: list[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.check] = counts.get(finding.check, 0) + 1
    return counts


# --- check, list, show, schema ---------------------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    from drafter.checks import run

    findings = run(_made(options))
    if options.format == "json":
        _json([_as_json(finding) for finding in findings])
        return int(any(finding.severity.value == "error" for finding in findings))
    for finding in findings:
        authority = f" [{'; '.join(map(str, finding.authority))}]" if finding.authority else ""
        print(f"{finding.severity.value.upper():8}{finding.check}  {finding.message} {finding.fix}{authority}\n        {finding.where}")
    return _verdict(findings)


def _as_json(finding: Finding) -> dict[str, Any]:
    authority = [{"cite": entry.cite, "status": entry.status, "read": entry.read} for entry in finding.authority]
    return {**finding._asdict(), "severity": finding.severity.value, "reads": list(finding.reads), "authority": authority}


def _json(value: Any) -> None:
    import json

    print(json.dumps(value, indent=2, ensure_ascii=False))


def _list(options: argparse.Namespace) -> int:
    rows = _rows(options)
    if options.format == "json":
        _json(rows)
        return 0
    width = max(len(row["id"]) for row in rows)
    for row in rows:
        print(f"{row['id']:{width}}  {row['title']}")
    return 0


def _rows(options: argparse.Namespace) -> list[dict[str, Any]]:
    from drafter.library import open_library

    if options.what == "checks":
        from drafter.checks import CHECKS

        return [{"id": entry.id, "title": entry.title, "severity": entry.severity.value} for entry in sorted(CHECKS.values())]
    library = open_library(options.templates)
    if options.what == "causes":
        causes = _chosen_causes(options, list(library.causes()))
        return [{"id": c.id, "title": f"{c.title}{f' ({c.short})' if c.short else ''}", "citation": str(c.citation), "jurisdiction": c.jurisdiction} for c in causes]
    return [{"id": court.id, "title": str(court.name), "state": court.state, "system": court.system} for court in library.courts()]


def _chosen_causes(options: argparse.Namespace, causes: list[CauseOfAction]) -> list[CauseOfAction]:
    """The causes of the law and the subject asked for. Raises UsageError where the library has neither."""
    law, subject = options.jurisdiction.lower(), options.subject.lower()
    laws, subjects = {str(cause.jurisdiction) for cause in causes}, {str(each) for cause in causes for each in cause.subjects}
    for wanted, there, name in ((law, laws, "law"), (subject, subjects, "subject")):
        if wanted and wanted not in {each.lower() for each in there}:
            raise UsageError(f"the library has no cause of the {name} “{wanted}”", f"There are: {', '.join(sorted(there))}.")
    return [
        cause for cause in causes
        if law in ("", str(cause.jurisdiction).lower()) and (not subject or subject in {str(each).lower() for each in cause.subjects})
    ]  # fmt: skip


def _show(options: argparse.Namespace) -> int:
    from drafter.library import open_library
    from drafter.library.pages import cause_page, court_page

    library = open_library(options.templates)
    print(cause_page(library.cause(options.id)) if options.what == "cause" else court_page(library.court(options.id)))
    return 0


def _lint(options: argparse.Namespace) -> int:
    import json
    from pathlib import Path

    from drafter.complaint.lint import lint
    from drafter.library import Library, builtin_folder

    builtin = builtin_folder()
    folder = Path(options.folder or os.environ.get("DRAFTER_TEMPLATES") or builtin)
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder of templates", "Name the folder that holds causes/, courts/ or sections/.")
    flaws = lint(Library([] if folder.resolve() == builtin.resolve() else [folder], builtin), folder)
    if options.format == "json":
        print(json.dumps([{**flaw._asdict(), "file": str(flaw.file)} for flaw in flaws], ensure_ascii=False, indent=1))
    else:
        print("\n".join([*map(str, flaws), f"{folder}: {_counted(len(flaws), 'flaw')}."]))
    return 1 if any(flaw.severity == "error" for flaw in flaws) else 0


def _customize(options: argparse.Namespace) -> int:
    from pathlib import Path

    from drafter.library import Library, builtin_folder
    from drafter.library.customize import customize

    folder = options.templates or os.environ.get("DRAFTER_TEMPLATES")
    if not folder:
        raise UsageError("there is no folder for the firm's own templates", "Name one with --templates DIR, or set DRAFTER_TEMPLATES.")
    builtin = builtin_folder()
    target = customize(Library([], builtin), options.id, Path(folder), options.extend)
    print(f"{target}: used instead of drafter's own with --templates {folder}.")
    return 0


def _schema(options: argparse.Namespace) -> int:
    from drafter.facts.schema import json_schema
    from drafter.facts.sheet import FactSheet
    from drafter.library import CauseOfAction, CourtProfile

    _json(json_schema({"sheet": FactSheet, "cause": CauseOfAction, "court": CourtProfile}[options.of]))
    return 0


# --- the interview ---------------------------------------------------------------------------------------------------------------------


def _new(options: argparse.Namespace) -> int:
    from drafter.interview.command import new

    return new(options)


def _edit(options: argparse.Namespace) -> int:
    from drafter.interview.command import edit

    return edit(options)


# --- intake ----------------------------------------------------------------------------------------------------------------------------


def _import(options: argparse.Namespace) -> int:
    from drafter.intake.command import run

    options.sheet = options.sheet or _only_sheet()
    return run(options)


def _only_sheet() -> str:
    """The one fact sheet of the current folder. Raises UsageError where there is none, or more than one."""
    there = [name for name in sorted(os.listdir(".")) if name.endswith((".yaml", ".yml")) and not name.startswith(".")]
    if len(there) != 1:
        found = f"there are several .yaml files here: {', '.join(there)}" if there else "there is no fact sheet in this folder"
        raise UsageError(found, "Name the sheet after the spreadsheet: drafter import plaintiffs FILE SHEET.yaml")
    return there[0]


_COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], str, Callable[[argparse.ArgumentParser], None]]] = {
    "new": (_new, "make a fact sheet by answering questions", new_options),
    "edit": (_edit, "go on with a fact sheet by answering questions", edit_options),
    "import": (_import, "take plaintiffs in from a spreadsheet", import_options),
    "draft": (_draft, "write the Word draft of a fact sheet", draft_options),
    "check": (_check, "list what is missing or weak", check_options),
    "list": (_list, "list causes of action, courts or checks", list_options),
    "show": (_show, "show a cause of action or a court", show_options),
    "customize": (_customize, "put a cause into the firm's own folder", customize_options),
    "lint-templates": (_lint, "check a folder of templates", lint_options),
    "schema": (_schema, "print the JSON Schema of the fact sheet", schema_options),
}
"""The commands: what runs, its line of help, and its options."""
