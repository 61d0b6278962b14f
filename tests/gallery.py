"""Pictures of page 1 of one fictional matter in every court: `python tests/gallery.py FOLDER` (needs
LibreOffice, poppler and Pillow).

Writes a Word draft and a PDF for each court, and contact sheets of twenty pictures each, for someone to look
at.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from drafter.complaint import assemble  # noqa: E402
from drafter.library import open_library  # noqa: E402
from drafter.matter_files.load import load  # noqa: E402
from drafter.word import write  # noqa: E402

SHEET = ROOT / "samples" / "reyes-v-larkspur.yaml"
ACROSS, DOWN, WIDE, HIGH = 5, 4, 306, 396


def drafts(folder: Path) -> list[Path]:
    """A draft for each court."""
    library, loaded = open_library(), load(SHEET)
    made = []
    for own in library.ids("courts", ".yaml"):
        path = folder / f"{own}.docx"
        path.write_bytes(write(assemble(loaded, library, own).document))
        made.append(path)
    return made


def pictures(folder: Path, made: list[Path]) -> list[Path]:
    """Page 1 of each, as LibreOffice lays it out."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *made],
        check=True,
        capture_output=True,
    )
    for path in made:
        subprocess.run(
            ["pdftoppm", "-r", "36", "-png", "-singlefile", path.with_suffix(".pdf"), path.with_suffix("")],
            check=True,
        )
    return [path.with_suffix(".png") for path in made]


def sheets(folder: Path, shown: list[Path]) -> list[Path]:
    """Contact sheets, each picture under its court's id."""
    found = []
    for start in range(0, len(shown), ACROSS * DOWN):
        sheet = Image.new("RGB", (ACROSS * WIDE, DOWN * (HIGH + 14)), "white")
        pen = ImageDraw.Draw(sheet)
        for position, path in enumerate(shown[start : start + ACROSS * DOWN]):
            left, top = position % ACROSS * WIDE, position // ACROSS * (HIGH + 14)
            pen.text((left + 4, top), path.stem, fill="black")
            sheet.paste(Image.open(path), (left, top + 14))
        found.append(folder / f"contact-{start // (ACROSS * DOWN) + 1}.png")
        sheet.save(found[-1])
    return found


def main() -> None:
    """Draft, render and gather."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "gallery").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets(folder, pictures(folder, drafts(folder))):
        print(sheet)


if __name__ == "__main__":
    main()
