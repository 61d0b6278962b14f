"""Does one piece of work again and again, each time stopped at another of its writing steps; prints, as JSON,
what was found wrong.

python tests/write_steps_driver.py WORK STOP [EACH [FIRST]]     WORK: a name in WORKS; STOP: kill-before,
kill-after, tear, full, read-only, interrupt; EACH: only every so-manieth step, from FIRST on
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import drafter.reuse.new_matter  # noqa: E402, F401 - all is imported before the steps are counted
from drafter import cli  # noqa: E402
from drafter.errors import DrafterError  # noqa: E402
from drafter.matter_files.editing import EditingSession  # noqa: E402
from drafter.matter_files.load import load  # noqa: E402
from drafter.matter_files.upgrade import carry_out, planned  # noqa: E402
from drafter.tree.answers import Change  # noqa: E402
from drafter.yamltext.migrations import Move  # noqa: E402
from drafter.yamltext.read import parse, read_sheet  # noqa: E402
from drafter.yamltext.versions import MIGRATIONS  # noqa: E402

SHEET = """schema_version: 1
# Lee's matter
matter: Lee v. Acme
court: {id: cand, county: Alameda}
plaintiffs:
  - {id: lee, name: Ann Lee, kind: individual}
defendants: [{id: acme, kind: corporation, name: Acme Corp.}]
claims: [{id: one, theories: [sca-2702-a1-ecs]}]
"""
ANSWERS = [
    Change("court.county", "set", "Lake"),
    Change("court.judge", "set", "Hon. A. Roe"),
    Change("allegations", "add", {"id": "a1", "text": "Acme sold it.\n\nIt kept no record."}),
]
STEPS = ("open", "write", "fsync", "replace", "link", "unlink", "ftruncate", "chmod", "mkdir")
kept: list[str] = []
"""What `record` returned from, as the child told before it was stopped."""


def session(tell):
    keeper = EditingSession.open("lee.yaml")
    try:
        for change in ANSWERS:
            keeper.record(change)
            tell(change.path)
    finally:
        keeper.close()


def new(tell):
    keeper = EditingSession.open("fresh.yaml", create=True)
    try:
        for change in (Change("court.id", "set", "cand"), ANSWERS[0]):
            keeper.record(change)
            tell(change.path)
    finally:
        keeper.close()


def migrate(tell):
    MIGRATIONS[1] = (Move("", "matter", "legend"),)
    carry_out(planned("lee.yaml"))


def command(*words):
    def work(tell):
        code = cli.main(list(words))
        if code in (2, 70, 130):
            raise SystemExit(code)

    return work


WORKS = {
    "session": session,
    "new": new,
    "migrate": migrate,
    "draft": command("draft", "lee.yaml", "--annotate"),
    "export": command("export", "lee.yaml", "--redacted", "-o", "copy.yaml"),
    "profile": command("profile", "save", "lee.yaml", "defendants.acme", "acme", "--use"),
    "siblings": command("siblings", "lee.yaml", "--courts", "ilnd,nysd", "--write"),
    "package": command("package", "lee.yaml", "-o", "filing"),
    "import": command("import", "plaintiffs", "rows.csv", "lee.yaml", "--map", "Name=name"),
}


def stopped(number, stop, report):
    """Let the `number`-th writing step of this process be its last, or fail."""
    count = [0]
    real = {name: getattr(os, name) for name in STEPS}

    def step(name):
        def stepped(*arguments, **named):
            if (
                name == "open"
                and not arguments[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
                or name == "write"
                and arguments[0] == report
            ):
                return real[name](*arguments, **named)
            count[0] += 1
            later = (
                stop == "full" and count[0] > number and name in ("write", "open", "fsync", "mkdir", "link")
            )  # a full disk stays full
            later = later or stop == "read-only" and count[0] > number and name not in ("write", "fsync")
            if count[0] != number and not later:
                return real[name](*arguments, **named)
            real["write"](report, b"!")
            if stop == "kill-before":
                os.kill(os.getpid(), signal.SIGKILL)
            if stop == "interrupt":
                raise KeyboardInterrupt
            if stop == "full" and name in ("write", "open", "fsync", "mkdir", "link"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if stop == "read-only" and name not in ("write", "fsync"):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS))
            if stop == "tear" and name == "write":
                real[name](arguments[0], arguments[1][: len(arguments[1]) // 2])
            elif stop != "tear" or name != "write":
                done = real[name](*arguments, **named)
                if stop in ("full", "read-only"):
                    return done
            if stop in ("kill-after", "tear"):
                os.kill(os.getpid(), signal.SIGKILL)

        return stepped

    for name in STEPS:
        setattr(os, name, step(name))


def child(work, number, stop, report):
    def tell(path):
        os.write(report, f"{path}\n".encode())

    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    code = 0
    try:
        stopped(number, stop, report)
        WORKS[work](tell)
    except DrafterError:
        code = 2
    except KeyboardInterrupt:
        code = 130
    except SystemExit as left:
        code = left.code
    except BaseException:  # noqa: BLE001
        code = 70
    os._exit(code)


def wrong_after(work, stop, told, code, folder):
    """What is not as it should be in the folder in which a process was stopped."""
    if code == 70:
        yield "an exception that nobody expected"
    temporary = [str(path) for path in folder.rglob("*.tmp")]
    if temporary and not stop.startswith(
        ("kill", "tear", "read-only")
    ):  # in a folder that became read-only nothing can be taken away
        yield f"left: {temporary}"
    os.chdir(folder)
    sheet = folder / "lee.yaml"
    MIGRATIONS.clear()
    if work == "migrate":
        if re.sub(r"^anchor_key: [a-z]{26}\n", "", sheet.read_text(), flags=re.M) not in (
            SHEET,
            SHEET.replace("schema_version: 1", "schema_version: 2").replace("matter:", "legend:"),
        ):
            yield "the sheet is neither the old nor the new one"
        if sheet.read_text() != SHEET and (folder / ".lee.yaml.v1.bak").read_text() != SHEET:
            yield "the old sheet is gone"
        return
    try:
        load("lee.yaml")
    except DrafterError as error:
        yield f"the sheet does not load: {error}"
        return
    if work in ("session", "new"):
        name = "lee.yaml" if work == "session" else "fresh.yaml"
        if work == "new" and not (folder / name).exists():
            if told:
                yield "answers without a sheet"
            return
        if work == "session":
            tree = read_sheet(name)[1]
            whole = parse(SHEET, "x") | {
                "court": {"id": "cand", "county": "Lake", "judge": "Hon. A. Roe"},
                "allegations": [{"id": "a1", "text": "Acme sold it.\n\nIt kept no record.\n"}],
            }
            if tree != parse(SHEET, "x") and not (
                tree.get("court") == whole["court"] or tree["court"]["county"] == "Lake"
            ):
                yield f"the sheet is neither the old nor the new one: {tree}"
        keeper = EditingSession.open(name)
        lost = [
            path
            for path in told
            if keeper.answers.get("allegations.a1" if path == "allegations" else path) in (None, "Alameda")
        ]
        keeper.close()
        if lost:
            yield f"lost: {lost}"
        temporary = [str(path) for path in folder.rglob(f".{name}*.tmp")]
    else:
        for path in [*folder.glob("copy.yaml"), *folder.glob("profiles/*.yaml")]:
            load(path)
        for path in folder.rglob("*.docx"):
            if path.read_bytes()[-22:-18] != b"PK\5\6":
                yield f"{path.name} is not whole"
        for path in [*folder.glob(".*.json"), *folder.glob(".lee.drafts/*.json")]:
            json.loads(path.read_bytes())
        if work in ("draft", "export", "siblings", "package"):
            if (folder / "lee.yaml").read_text() != SHEET:
                yield "the sheet was changed"
        pid = os.fork()
        if not pid:  # doing it again, unhindered, sweeps what was left
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            words = {
                "draft": ["draft", "lee.yaml", "--annotate"],
                "export": ["export", "lee.yaml", "--redacted", "-o", "copy.yaml"],
                "profile": ["profile", "save", "lee.yaml", "defendants.acme", "acme", "--force"],
                "siblings": ["siblings", "lee.yaml", "--courts", "ilnd,nysd", "--write"],
                "package": ["package", "lee.yaml", "-o", "filing"],
                "import": ["import", "plaintiffs", "rows.csv", "lee.yaml", "--map", "Name=name"],
            }[work]
            os._exit(cli.main(words))
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if code not in (0, 1):
            yield f"doing it again ends with {code}"
        EditingSession.open("lee.yaml").close()
        temporary = [str(path) for path in folder.rglob("*.tmp")]
    if temporary:
        yield f"left after the next: {temporary}"


def main():
    work, stop = sys.argv[1:3]
    each, first = (int(word) for word in (*sys.argv[3:], "1", "1")[:2]) if sys.argv[3:] else (1, 1)
    found, number, tried = [], first - each, 0
    base = Path(tempfile.mkdtemp())
    os.environ["DRAFTER_CACHE_DIR"] = str(base / "cache")
    while True:
        number, tried = number + each, tried + 1
        folder = base / str(number)
        folder.mkdir()
        (folder / "lee.yaml").write_text(SHEET)
        (folder / "rows.csv").write_text("Name\nAnn Poe\n")
        os.environ["DRAFTER_PROFILES"] = str(folder / "profiles")
        os.chdir(folder)
        if tried == 1:
            cli_warm = os.fork()
            if not cli_warm:
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, 1)
                os._exit(cli.main(["draft", "--text", "lee.yaml"]))
            os.waitpid(cli_warm, 0)
        here, there = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(here)
            child(work, number, stop, there)
        os.close(there)
        with open(here, "rb") as pipe:
            said = pipe.read()
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        is_whole = b"!" not in said
        found += [
            f"{work}, {stop}, step {number}: {problem}"
            for problem in wrong_after(work, stop, said.replace(b"!", b"").decode().split(), code, folder)
        ]
        if is_whole:
            break
    os.chdir("/")
    shutil.rmtree(base)
    print(json.dumps({"steps": number - 1, "stopped": tried - 1, "wrong": found}))


if __name__ == "__main__":
    main()
