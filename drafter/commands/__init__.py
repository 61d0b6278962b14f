"""What the commands do: a module for each, with its options and its run, imported where that command runs.
Only they and the interview speak to a person.
"""

from __future__ import annotations

__all__ = ["COMMANDS", "Command", "GROUPS"]


class Command:
    """A command. No named tuple, because the help of the program loads no `typing`.

    help     its line of help
    module   its module in `drafter.commands`, where it is not named as the command
    talks    its front end speaks to the terminal itself
    wrapped  its text is read, and nothing asked: at a terminal its long lines are folded
    """

    def __init__(self, help: str, module: str = "", talks: bool = False, wrapped: bool = True) -> None:
        self.help, self.module, self.talks, self.wrapped = help, module, talks, wrapped


GROUPS: dict[str, dict[str, Command]] = {
    "the fact sheet": {
        "new": Command("make a fact sheet by answering questions", talks=True, wrapped=False),
        "edit": Command("go on with a fact sheet by answering questions", talks=True, wrapped=False),
        "sample": Command("write a sample to look at", wrapped=False),
        "import": Command(
            "take in plaintiffs from a spreadsheet, or a complaint", "import_plaintiffs", wrapped=False
        ),
        "where": Command("say which file and line each value comes from"),
        "migrate": Command("bring a sheet of an older version to this one", wrapped=False),
    },
    "the draft and what is wrong with it": {
        "draft": Command("write the Word draft of a fact sheet"),
        "pdf": Command("make a PDF of a Word file or of a fact sheet's draft"),
        "client-copy": Command("write what the complaint says of a plaintiff, to be signed", "client_copy"),
        "sign": Command("sign the complaint, at a terminal"),
        "package": Command("make the complaint with its exhibits and all papers due with it"),
        "forms": Command("list the official forms, or add a blank of one"),
        "check": Command("list what is missing or weak"),
        "chain": Command("show what each element of each claim rests on"),
        "explain": Command("say what a check looks for, and why"),
        "accept": Command("accept a finding, with a name and a reason"),
        "changes": Command("list what changed since a draft was made"),
    },
    "the way back from Word": {
        "reconcile": Command("take what was edited in a Word draft back into its sheet", talks=True),
        "review": Command("take, edit or refuse what is proposed for a sheet", talks=True),
        "amend": Command("begin the next pleading: posture, what goes, what is preserved", talks=True),
        "compare": Command("redline two Word files, or a sheet since one of its drafts"),
    },
    "other matters and other courts": {
        "find": Command("find matters by party, cause, fact, exhibit or counsel", wrapped=False),
        "siblings": Command("draft one matter for several courts, and say what differs"),
        "profile": Command("list profiles, or save one out of a sheet", wrapped=False),
        "export": Command("write the whole sheet as one file, or a redacted copy of it", wrapped=False),
        "purge": Command("remove the files of a client who was declined, and tell what stays", wrapped=False),
    },
    "the library": {
        "list": Command("list causes of action, courts, checks or starters"),
        "show": Command("show a cause of action, a court or a starter"),
        "customize": Command("put a cause into the firm's own folder", wrapped=False),
        "lint-templates": Command("check a folder of templates", "lint_templates"),
        "schema": Command("print the JSON Schema of the fact sheet", wrapped=False),
        "completion": Command("print what completes commands at the Tab key of a shell", wrapped=False),
    },
}
"""The commands as the help groups them."""

COMMANDS = {name: command for group in GROUPS.values() for name, command in group.items()}
"""Every command, by name."""
