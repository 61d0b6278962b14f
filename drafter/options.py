"""What each command takes on the command line."""

from __future__ import annotations

import argparse

__all__ = [
    "accept_options",
    "chain_options",
    "changes_options",
    "check_options",
    "customize_options",
    "draft_options",
    "edit_options",
    "explain_options",
    "export_options",
    "find_options",
    "import_options",
    "interview_options",
    "lint_options",
    "list_options",
    "migrate_options",
    "new_options",
    "profile_options",
    "schema_options",
    "show_options",
    "siblings_options",
    "where_options",
]


def draft_options(command: argparse.ArgumentParser) -> None:
    """What `drafter draft` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT.docx",
        help="where to write it (default: the sheet's name, in this folder)",
    )
    command.add_argument("--court", metavar="ID", default="", help="draft it for another court")
    command.add_argument(
        "--annotate",
        action="store_true",
        help="also write a marked copy with findings and sources as comments",
    )
    command.add_argument("--text", action="store_true", help="print the draft as plain text instead")
    command.add_argument("--force", action="store_true", help="overwrite a draft that was edited since")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def check_options(command: argparse.ArgumentParser) -> None:
    """What `drafter check` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    command.add_argument(
        "--least",
        choices=("error", "warning", "advice"),
        default="advice",
        help="leave out what is less grave than this",
    )
    command.add_argument("--court", metavar="ID", default="", help="check it for another court")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def chain_options(command: argparse.ArgumentParser) -> None:
    """What `drafter chain` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument("--court", metavar="ID", default="", help="as for another court")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def find_options(command: argparse.ArgumentParser) -> None:
    """What `drafter find` takes."""
    command.add_argument(
        "words",
        metavar="WORDS",
        nargs="+",
        help="words that must all stand in one party, fact, claim or other record",
    )
    command.add_argument(
        "--in",
        metavar="FOLDER",
        dest="folder",
        default=".",
        help="the folder of the matters, with those inside it (default: this one)",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--no-questions", action="store_true", help="at a terminal: do not ask which passage to go to"
    )
    interview_options(command)


def explain_options(command: argparse.ArgumentParser) -> None:
    """What `drafter explain` takes."""
    command.add_argument("id", metavar="ID", help="the check's id, as in JUR-011")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def accept_options(command: argparse.ArgumentParser) -> None:
    """What `drafter accept` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument("id", metavar="ID", help="the check's id, as in JUR-021")
    command.add_argument(
        "--at", metavar="PATH", default="", help="the path, where it is found in several places"
    )
    command.add_argument(
        "--by",
        metavar="NAME",
        default="",
        help=(
            "the lawyer who accepts it; for an error on evidence, jurisdiction, limitations, privacy or"
            " signature one named in counsel"
        ),
    )
    command.add_argument(
        "--why", metavar="REASON", default="", help="the reason, for the file; it may be discoverable"
    )
    command.add_argument(
        "--date", metavar="DATE", default="", help="the day of the decision (default: today)"
    )
    command.add_argument("--withdraw", action="store_true", help="take the acceptance out again")
    command.add_argument("--court", metavar="ID", default="", help="as checked for another court")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def list_options(command: argparse.ArgumentParser) -> None:
    """What `drafter list` takes."""
    command.add_argument("what", choices=("causes", "courts", "checks"))
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--jurisdiction",
        metavar="LAW",
        default="",
        help=(
            "causes of this law only: federal, or a State, as in CA; courts of this system (federal, state),"
            " State or circuit, as in 9"
        ),
    )
    command.add_argument(
        "--subject", metavar="WORD", default="", help="causes on this subject only, as in privacy"
    )
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def show_options(command: argparse.ArgumentParser) -> None:
    """What `drafter show` takes."""
    command.add_argument("what", choices=("cause", "court"))
    command.add_argument("id", metavar="ID", help="its id, as `drafter list` has it")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def customize_options(command: argparse.ArgumentParser) -> None:
    """What `drafter customize` takes."""
    command.add_argument("what", choices=("cause",))
    command.add_argument("id", metavar="ID", help="its id, as `drafter list causes` has it")
    command.add_argument(
        "--extend", action="store_true", help="extend drafter's own block by block instead of copying it"
    )
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def lint_options(command: argparse.ArgumentParser) -> None:
    """What `drafter lint-templates` takes."""
    command.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        help="the folder to check (default: $DRAFTER_TEMPLATES, else drafter's own)",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")


def schema_options(command: argparse.ArgumentParser) -> None:
    """What `drafter schema` takes."""
    command.add_argument("--of", choices=("sheet", "cause", "court"), default="sheet")


def new_options(command: argparse.ArgumentParser) -> None:
    """What `drafter new` takes."""
    command.add_argument(
        "sheet",
        metavar="SHEET",
        nargs="?",
        help="the fact sheet to make (default: named after the matter, in this folder)",
    )
    command.add_argument(
        "--from",
        dest="from_",
        metavar="OLD",
        default="",
        help="begin from another matter's sheet, without its client's facts",
    )
    command.add_argument(
        "--with",
        dest="with_",
        metavar="FILE",
        action="append",
        default=[],
        help="include a file, or a profile as profile:NAME; again for each",
    )
    command.add_argument("--no-questions", action="store_true", help="make the sheet, and ask nothing yet")
    interview_options(command)


def edit_options(command: argparse.ArgumentParser) -> None:
    """What `drafter edit` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument(
        "--at",
        metavar="PATH",
        default="",
        help="go straight to a question, as in plaintiffs.lee.residence.county",
    )
    interview_options(command)


def interview_options(command: argparse.ArgumentParser) -> None:
    """What both ways into the interview take."""
    command.add_argument(
        "--plain",
        action="store_true",
        help="line by line: for screen readers, dumb terminals and scripted input",
    )
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def import_options(command: argparse.ArgumentParser) -> None:
    """What `drafter import` takes."""
    command.add_argument("what", choices=("plaintiffs",), help="what the rows are")
    command.add_argument(
        "file", metavar="FILE", help="the spreadsheet, a .csv or .xlsx file with one plaintiff in each row"
    )
    command.add_argument(
        "sheet",
        metavar="SHEET",
        nargs="?",
        help="the fact sheet (default: the only .yaml file in this folder)",
    )
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help="what a column is for, as in “City=residence.city”; again for each",
    )
    command.add_argument(
        "--worksheet", metavar="NAME", default="", help="the worksheet of a workbook (default: the first)"
    )
    command.add_argument(
        "--heading-row",
        metavar="N",
        type=int,
        default=0,
        help="the row with the headings (default: the first that is not blank)",
    )
    command.add_argument(
        "--update", action="store_true", help="take the rows’ version where the sheet says otherwise"
    )
    command.add_argument("--dry-run", action="store_true", help="show what would be done, and write nothing")


def where_options(command: argparse.ArgumentParser) -> None:
    """What `drafter where` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        default="",
        help="what of it, as in defendants.acme (default: everything)",
    )


def changes_options(command: argparse.ArgumentParser) -> None:
    """What `drafter changes` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument(
        "--since",
        metavar="DRAFT",
        default="latest",
        help="the draft's number or file (default: the last one)",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def profile_options(command: argparse.ArgumentParser) -> None:
    """What `drafter profile` takes."""
    command.add_argument("what", choices=("list", "save"))
    command.add_argument(
        "sheet", metavar="SHEET", nargs="?", default="", help="the fact sheet to save it out of"
    )
    command.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        default="",
        help="what of it: defendants.acme, counsel, allegations.ID",
    )
    command.add_argument(
        "name", metavar="NAME", nargs="?", default="", help="the profile's name, as in acme-inc"
    )
    command.add_argument(
        "--use", action="store_true", help="let the sheet itself take it over from the profile from now on"
    )
    command.add_argument("--force", action="store_true", help="write a profile of that name anew")


def siblings_options(command: argparse.ArgumentParser) -> None:
    """What `drafter siblings` takes."""
    command.add_argument(
        "sheet", metavar="SHEET", nargs="?", default="", help="the fact sheet they are made from"
    )
    command.add_argument(
        "--courts", metavar="IDS", default="", help="one matter for these courts, as in cand,nysd,ilnd"
    )
    command.add_argument(
        "--overlays",
        metavar="FILE",
        nargs="+",
        default=[],
        help="sheets that each include the matter and say what is their own",
    )
    command.add_argument(
        "--write",
        action="store_true",
        help="write the overlays and the drafts; without it, only the report is made",
    )
    command.add_argument(
        "-o", "--output", metavar="FOLDER", default="", help="the folder of the drafts (default: this one)"
    )
    command.add_argument("--force", action="store_true", help="overwrite drafts that were edited since")
    command.add_argument(
        "--templates", metavar="DIR", help="the firm's own templates (default: $DRAFTER_TEMPLATES)"
    )


def migrate_options(command: argparse.ArgumentParser) -> None:
    """What `drafter migrate` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument(
        "--yes", action="store_true", help="save it without asking; the file as it was is kept beside it"
    )


def export_options(command: argparse.ArgumentParser) -> None:
    """What `drafter export` takes."""
    command.add_argument("sheet", metavar="SHEET", help="the fact sheet, a .yaml file")
    command.add_argument("-o", "--output", metavar="OUT.yaml", required=True, help="where to write the copy")
    command.add_argument(
        "--redacted",
        action="store_true",
        help="put stand-ins for clients’ and witnesses’ names, and leave out what only they know",
    )
    command.add_argument("--force", action="store_true", help="overwrite a file that is there")
