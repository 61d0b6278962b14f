"""Draft a complaint of N allegations cold, side by side in one run: drafter, docxtpl and plain python-docx on
the same content.

    python benchmarks/run.py [--allegations 400] [--rounds 11]

Each measurement is the time of a process on the processor, from start to exit. docxtpl and python-docx read
the finished paragraphs as JSON and only print them; drafter reads the fact sheet, validates it, assembles,
numbers, refers and checks. Needs the extra `bench`.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
SHORT = ("drafter --help", "import argparse")
REPEATED = 20
"""How often what takes a few hundredths of a second is run for one measurement."""
WORDS = (
    "On September 18, 2024, at {hour}:{minute:02} o’clock, the company changed its *privacy policy* to say"
    " that it could use the personal data of its members to train generative models, and told no member by"
    " message or email that it had done so before the change took effect, although it could have done so on"
    " any day of that year, and although its own engineers had asked in writing {times} times that it do so."
)
DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate, RichText
content = json.load(open(sys.argv[1], encoding="utf-8"))
for block in content["blocks"]:
    text = RichText()
    for words, style in block["runs"]:
        text.add(words, italic=bool(style & 1), bold=bool(style & 2), underline=bool(style & 4))
    block["rt"] = text
template = DocxTemplate(sys.argv[2])
template.render(content, autoescape=True)
template.save(sys.argv[3])
"""
PLAIN = """
import json, sys, docx
content = json.load(open(sys.argv[1], encoding="utf-8"))
document = docx.Document()
for line in content["caption"]:
    document.add_paragraph(line)
for block in content["blocks"]:
    paragraph = document.add_paragraph(style="List Number" if block["numbered"] else None)
    for words, style in block["runs"]:
        run = paragraph.add_run(words)
        run.italic, run.bold, run.underline = bool(style & 1), bool(style & 2), bool(style & 4)
document.save(sys.argv[3])
"""


def _words(number: int) -> str:
    """The words of an allegation: no two have the same, so that nothing is gained by having read one."""
    return WORDS.format(hour=number // 60 % 11 + 1, minute=number % 60, times=number + 2)


def sheet(allegations: int, path: Path) -> Path:
    """The sample with so many allegations more."""
    lines = []
    for number in range(allegations):
        if number % 10 == 0:
            lines.append(f"  - heading: The Events of Part {number // 10 + 1}\n    items:")
        lines.append(
            f"      - id: fact-{number}\n        date: 2024-09-18\n        actor: linkedin\n        gist:"
            f" told users that opting out would not undo training\n        text: |\n         "
            f" {_words(number)}\n        source: {{kind: document, exhibit: faq}}\n"
            "        basis: {kind: document}"
        )
    text = (ROOT / "samples" / "de-la-torre-v-linkedin.yaml").read_text(encoding="utf-8")
    path.write_text(
        text.replace("\nallegations:\n", "\nallegations:\n" + "\n".join(lines) + "\n", 1), encoding="utf-8"
    )
    return path


def content(path: Path, target: Path) -> Path:
    """The finished draft's paragraphs as JSON: runs of words with their style."""
    from drafter.complaint import assemble
    from drafter.complaint.passes.number import inlines_of
    from drafter.document import NumberedParagraph, plain
    from drafter.library import open_library
    from drafter.matter_files.load import load

    document = assemble(load(path), open_library()).document
    blocks = [
        {
            "numbered": isinstance(block, NumberedParagraph),
            "runs": [[plain((inline,)), getattr(inline, "style", 0)] for inline in inlines_of(block)],
        }
        for block in document.body
    ]
    caption = [plain(line) for line in document.caption.court_lines] + [
        plain(line.content) for line in (*document.caption.left, *document.caption.right)
    ]
    target.write_text(
        json.dumps({"caption": caption, "blocks": blocks}, ensure_ascii=False), encoding="utf-8"
    )
    return target


def template(path: Path) -> Path:
    """A Word template that prints the caption and the paragraphs in a loop."""
    import docx

    document = docx.Document()
    for line in (
        "{%p for line in caption %}",
        "{{ line }}",
        "{%p endfor %}",
        "{%p for b in blocks %}",
        "{%p if b.numbered %}",
    ):
        document.add_paragraph(line)
    document.add_paragraph("{{r b.rt }}", style="List Number")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{r b.rt }}", style="Heading 1")
    for line in ("{%p endif %}", "{%p endfor %}"):
        document.add_paragraph(line)
    document.save(str(path))
    return path


def words_in(path: Path) -> int:
    """How many words the body of a Word document prints."""
    with zipfile.ZipFile(path) as parts:
        paragraphs = parts.read("word/document.xml").decode().split("</w:p>")
    texts = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", paragraph)) for paragraph in paragraphs)
    return sum(len(text.split()) for text in texts)


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """What a process takes of the processor, its own and the system's: the load of the machine is no part."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
        sys.exit(f"{' '.join(command)[:200]}: {done.stderr.decode()}")
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def measured(
    commands: dict[str, list[str]], rounds: int, environment: dict[str, str]
) -> dict[str, list[float]]:
    """Each command once a round, in turn; the first round only warms."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for position in range(rounds + 1):
        for name, command in commands.items():
            repeated = REPEATED if name in SHORT else 1
            taken = sum(seconds(command, environment) for _ in range(repeated)) / repeated
            if position:
                times[name].append(taken)
    return times


def parts(path: Path) -> dict[str, float]:
    """Seconds that each part of a draft takes, the second time in one process."""
    from drafter.checks import run_checks
    from drafter.complaint import assemble
    from drafter.library import open_library
    from drafter.matter_files.load import load
    from drafter.word import write
    from drafter.yamltext.read import read_sheet

    took: dict[str, float] = {}
    gc.disable()  # as the command does
    for _ in range(2):
        at = [time.process_time()]
        read_sheet(path)
        at.append(time.process_time())
        sheet = load(path)
        at.append(time.process_time())
        draft = assemble(sheet, open_library())
        at.append(time.process_time())
        run_checks(draft)
        at.append(time.process_time())
        write(draft.document)
        at.append(time.process_time())
        names = ("read", "validate", "assemble", "check", "write")
        took = {name: at[n + 1] - at[n] for n, name in enumerate(names)}
        took["validate"] -= took["read"]  # loading reads too
    return took


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--allegations", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    subprocess.run([sys.executable, "-m", "drafter.library.compiling"], cwd=ROOT, check=True)  # as installed
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPATH": str(ROOT)}
        for own in (
            "one",
            "ten",
        ):  # a folder each: matters of one folder are looked at for the same case brought twice
            (folder / own).mkdir()
        one, ten = (
            sheet(options.allegations, folder / "one" / "one.yaml"),
            sheet(options.allegations * 10, folder / "ten" / "ten.yaml"),
        )
        data, base = content(one, folder / "content.json"), template(folder / "template.docx")
        (folder / "tpl.py").write_text(DOCXTPL, encoding="utf-8")
        (folder / "plain.py").write_text(PLAIN, encoding="utf-8")
        draft = [
            sys.executable,
            "-c",
            "from drafter.cli import entry; entry()",
            "draft",
        ]  # what the installed command runs
        times = measured(
            {
                "drafter": [*draft, str(one), "-o", str(folder / "a.docx"), "--force"],
                "docxtpl": [
                    sys.executable,
                    str(folder / "tpl.py"),
                    str(data),
                    str(base),
                    str(folder / "b.docx"),
                ],
                "python-docx": [
                    sys.executable,
                    str(folder / "plain.py"),
                    str(data),
                    "",
                    str(folder / "c.docx"),
                ],
                "drafter x10": [*draft, str(ten), "-o", str(folder / "d.docx"), "--force"],
                "drafter --help": [*draft[:-1], "--help"],
                "import argparse": [sys.executable, "-c", "import argparse"],
            },
            options.rounds,
            environment,
        )
        own = parts(one)
        printed = {name: words_in(folder / f"{name}.docx") for name in "abc"}
    if max(printed.values()) > 1.02 * min(printed.values()):
        sys.exit(f"The three did not print the same content: {printed}")
    middle = {name: statistics.median(values) for name, values in times.items()}
    for name, value in middle.items():
        print(f"{name:16} median {value * 1000:7.1f} ms   min {min(times[name]) * 1000:7.1f} ms")
    print("drafter’s parts:", ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in own.items()))
    print(f"drafter / docxtpl       {middle['drafter'] / middle['docxtpl']:.2f}   (no more than 1.25)")
    print(f"drafter / python-docx   {middle['drafter'] / middle['python-docx']:.2f}")
    print(f"ten times the text      {middle['drafter x10'] / middle['drafter']:.2f}   (no more than 11)")
    print(
        f"--help / argparse       {middle['drafter --help'] / middle['import argparse']:.2f}   (no more"
        " than 1.6)"
    )


if __name__ == "__main__":
    main()
