"""Pictures: found beside the sheet alone, cleaned of what they say of their making, and never a hole that
nobody is told of.
"""

import io
import json
import os
import random
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib

import documents as made
import pillow_heif
import pytest
from conftest import ROOT, SAMPLES_FOLDER
from PIL import Image

from drafter.converted_pictures import converted
from drafter.pictures import LARGEST, Damaged, look

PICTURES = ROOT / "tests" / "fixtures" / "pictures"
REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")


@pytest.fixture
def matter(tmp_path):
    """A matter in a folder of its own, whose first allegation shows the picture that is named."""
    folder = tmp_path / "reyes"
    folder.mkdir()
    (folder / "reyes.yaml").touch()

    def showing(name):
        own = (
            "\nallegations:\n  - id: shown\n    text: |\n      Larkspur’s page said so.\n\n      ![The"
            f" page]({name})\n"
        )
        text = REYES.replace("\nallegations:\n", own, 1)
        assert own in text
        (folder / "reyes.yaml").write_text(text, encoding="utf-8")
        return folder / "reyes.yaml"

    return showing


def drafted(run, path, cwd):
    done = run("draft", path, "-o", "out.docx", "--force", cwd=cwd)
    assert done.returncode in (0, 1), done.stderr
    with zipfile.ZipFile(cwd / "out.docx") as package:
        return done, {name: package.read(name) for name in package.namelist()}


def of_pictures(run, path, cwd):
    findings = json.loads(run("check", path, "--format", "json", cwd=cwd).stdout)["findings"]
    return [finding for finding in findings if finding["check"] == "DOC-018"]


@pytest.mark.sampled(1)
@pytest.mark.parametrize(
    "name", ["jpg-without-jfif.jpg", "jpg-cmyk-adobe.jpg", "jpg-zero-dpi.jpg", "jpg-phone-photo-sideways.jpg"]
)
def test_ordinary_jpegs_without_a_jfif_head_in_cmyk_or_without_dots_an_inch_are_shown(
    matter, run, tmp_path, name
):
    path = matter(name)
    shutil.copy(PICTURES / name, path.parent)
    done, parts = drafted(run, path, tmp_path)
    assert "word/media/image1.jpg" in parts and b"[no picture" not in parts["word/document.xml"]
    assert of_pictures(run, path, tmp_path) == []
    assert (b"Adobe" in parts["word/media/image1.jpg"]) == ("cmyk" in name)


def test_a_photo_that_was_taken_sideways_stands_upright():
    picture = look(str(PICTURES / "jpg-phone-photo-sideways.jpg"))
    assert picture.turned == (90, False) and picture.height > picture.width


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "name",
    [
        "jpg-truncated.jpg",
        "picture-svg.svg",
        "nosuch.png",
        "../../outside.png",
        "/etc/hostname",
        "~/x.png",
        "http://x/y.png",
        ".",
    ],
)
def test_a_picture_that_cannot_be_shown_or_is_not_beside_the_sheet_is_an_error_and_a_red_line_without_its_path(  # noqa: E501
    matter, run, tmp_path, name
):
    path = matter(name)
    made.png(tmp_path / "outside.png")
    if (PICTURES / name).is_file():
        shutil.copy(PICTURES / name, path.parent)
    elif name.startswith("../../"):
        made.png(tmp_path.parent / "outside.png")
    done, parts = drafted(run, path, tmp_path)
    assert done.returncode == 1 and not [each for each in parts if "media" in each]
    assert (
        "[no picture: The page]" in parts["word/document.xml"].decode()
        and name not in parts["word/document.xml"].decode().replace('"."', "")
        or name == "."
    )
    (finding,) = of_pictures(run, path, tmp_path)
    assert finding["severity"] == "error" and name in finding["message"]


def test_a_picture_is_found_beside_the_sheet_and_not_in_the_current_folder(matter, run, tmp_path):
    path = matter("screen.png")
    made.png(tmp_path / "screen.png", 10, 10)
    assert len(of_pictures(run, path, tmp_path)) == 1
    made.png(path.parent / "screen.png", 20, 10)
    assert of_pictures(run, path, tmp_path) == []
    _, parts = drafted(run, path, tmp_path)
    assert struct.unpack_from(">II", parts["word/media/image1.png"], 16) == (20, 10)


def test_a_link_that_leads_out_of_the_matter_is_no_picture_of_it(matter, run, tmp_path):
    path = matter("screen.png")
    (path.parent / ".drafter-root").touch()
    made.png(tmp_path / "private.png")
    os.symlink(tmp_path / "private.png", path.parent / "screen.png")
    (finding,) = of_pictures(run, path, tmp_path)
    assert "leads out of the folder" in finding["message"]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def secret_png(path):
    data = made.png(path).read_bytes()
    path.write_bytes(
        data[:33]
        + chunk(b"tEXt", b"Author\0Maria Secret")
        + chunk(b"eXIf", b"MM\0*Secret")
        + data[33:]
        + b"Secret behind the end"
    )


def secret_jpeg(path):
    data = (PICTURES / "jpg-phone-photo-sideways.jpg").read_bytes()
    noted = b"".join(
        b"\xff" + mark + struct.pack(">H", len(text) + 2) + text
        for mark, text in (
            (b"\xfe", b"Secret"),
            (b"\xed", b"Photoshop 3.0\0Secret"),
            (b"\xe1", b"http://ns.adobe.com/xap/1.0/\0Secret"),
        )
    )
    path.write_bytes(data[:2] + noted + data[2:] + b"Secret behind the end")


@pytest.mark.parametrize(("name", "make"), [("a.png", secret_png), ("a.jpg", secret_jpeg)])
def test_what_a_picture_says_of_its_making_stays_out_of_the_filing(tmp_path, name, make):
    make(tmp_path / name)
    assert b"Secret" in (tmp_path / name).read_bytes()
    blob = look(str(tmp_path / name)).blob
    assert b"Secret" not in blob and b"Exif" not in blob
    (tmp_path / f"again{name}").write_bytes(blob)
    assert look(str(tmp_path / f"again{name}")).blob == blob


def test_the_file_of_a_figure_is_no_text_for_a_reader_who_cannot_see_it(matter, run, tmp_path):
    path = matter("x.png")
    text = path.read_text(encoding="utf-8").replace(
        "\n\n      ![The page](x.png)\n", "\n    figure: scans/secret-client.png\n"
    )
    path.write_text(text, encoding="utf-8")
    (path.parent / "scans").mkdir()
    made.png(path.parent / "scans" / "secret-client.png")
    _, parts = drafted(run, path, tmp_path)
    assert "word/media/image1.png" in parts and not [
        name for name, data in parts.items() if b"secret-client" in data
    ]


def test_pictures_have_bounds_in_bytes_and_pixels(tmp_path):
    big = tmp_path / "big.png"
    big.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", b"")
        + chunk(b"IEND", b"")
    )
    with pytest.raises(Damaged, match="pixels"):
        look(str(big))
    with open(tmp_path / "long.png", "wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Damaged, match="bytes"):
        look(str(tmp_path / "long.png"))


def test_a_damaged_picture_is_told_and_nothing_else_is_ever_raised(tmp_path):
    """Each file cut off at places and with bytes changed, a thousand in all."""
    chosen = random.Random(16)
    whole = [path.read_bytes() for path in sorted(PICTURES.iterdir())] + [
        made.png(tmp_path / "a.png", 9, 9).read_bytes()
    ]
    whole.append(
        b"GIF89a"
        + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0)
        + bytes(6)
        + b"!\xfe\x06Secret\0"
        + b","
        + struct.pack("<HHHHB", 0, 0, 1, 1, 0)
        + b"\x02\x02D\x01\0;"
    )
    whole.append(
        b"BM"
        + struct.pack("<IIIIiiHHIIiiII", 58, 0, 54, 40, 1, 1, 1, 24, 0, 4, 2835, 2835, 0, 0)
        + b"\0\0\0\0"
    )
    assert all(b"Secret" not in look(made_of(tmp_path, data)).blob for data in whole[-3:])
    for _ in range(1000):
        data = bytearray(chosen.choice(whole))
        for _ in range(chosen.randint(0, 4)):
            data[chosen.randrange(len(data))] = chosen.randrange(256)
        try:
            look(made_of(tmp_path, bytes(data[: chosen.randint(1, len(data))])))
        except Damaged:
            pass


def made_of(folder, data):
    (folder / "some").write_bytes(data)
    return str(folder / "some")


# --- WebP, AVIF, HEIC
# ------------------------------------------------------------------------------------------------------------


def photograph(folder, name, **how):
    """A picture of 60 by 40 dots, its left upper corner red, in the form that its name says."""
    there = Image.new("RGB", (60, 40), (20, 90, 200))
    there.paste((220, 10, 10), (0, 0, 20, 20))
    path = folder / name
    if name.endswith("heic"):
        pillow_heif.register_heif_opener()
    there.save(path, **how)
    return path


def turned(value):
    exif = Image.Exif()
    exif[0x0112] = value
    return exif.tobytes()


@pytest.mark.parametrize(
    ("name", "how"), [("a.webp", {"lossless": True}), ("a.webp", {}), ("a.avif", {}), ("a.heic", {})]
)
def test_a_picture_of_a_telephone_or_a_browser_is_shown_with_the_same_bytes_each_time(tmp_path, name, how):
    path = photograph(tmp_path, name, **how)
    picture = look(str(path))
    converted.cache_clear()
    assert look(str(path)) == picture and picture.kind in ("image/png", "image/jpeg")
    assert (picture.width, picture.height) == (60 * 20, 40 * 20)
    shown = Image.open(io.BytesIO(picture.blob)).convert("RGB")
    red, _, blue = shown.getpixel((5, 5))
    assert red > 180 and blue < 90
    if how:
        assert list(shown.getdata()) == list(Image.open(path).convert("RGB").getdata())


def test_a_webp_picture_is_in_the_word_file_and_no_finding(matter, run, tmp_path):
    photograph(tmp_path / "reyes", "page.webp")
    _, parts = drafted(run, matter("page.webp"), tmp_path)
    assert any(name.startswith("word/media/") for name in parts)
    assert of_pictures(run, matter("page.webp"), tmp_path) == []


def test_one_that_was_taken_sideways_stands_upright_and_says_nothing_of_the_camera(tmp_path):
    path = photograph(tmp_path, "a.webp", exif=turned(6), lossless=True)
    picture = look(str(path))
    assert (picture.width, picture.height) == (40 * 20, 60 * 20) and b"Exif" not in picture.blob
    assert Image.open(io.BytesIO(picture.blob)).getpixel((35, 5))[0] > 180


@pytest.mark.parametrize("name", ["a.webp", "a.avif", "a.heic"])
def test_one_that_is_cut_off_or_too_large_is_told(tmp_path, name, monkeypatch):
    path = photograph(tmp_path, name)
    monkeypatch.setattr("drafter.pictures.MOST_PIXELS", 100)
    with pytest.raises(Damaged, match="pixels"):
        look(str(path))
    monkeypatch.undo()
    path.write_bytes(path.read_bytes()[: len(path.read_bytes()) // 2])
    with pytest.raises(Damaged, match="damaged"):
        look(str(path))


def test_without_the_extra_it_is_said_how_to_have_it_shown(tmp_path, monkeypatch):
    path = photograph(tmp_path, "a.heic")
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    converted.cache_clear()
    with pytest.raises(Damaged, match="HEIC picture: save it as PNG or JPEG, or pip install"):
        look(str(path))


def test_no_draft_without_such_a_picture_loads_the_libraries_for_it():
    code = (
        "import sys; from drafter.cli import main; main(['check', sys.argv[1]]); print('PIL' in sys.modules)"
    )
    sample = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
    done = subprocess.run([sys.executable, "-c", code, sample], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("False")
