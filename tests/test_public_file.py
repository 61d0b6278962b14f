"""What the public gets: nothing in any part of a draft's file tells an id, the firm's name of the matter, a
file's name or a hidden party.
"""

import io
import shutil
import zipfile

from conftest import ROOT, SAMPLES_FOLDER

REYES = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")
BETRAYING = "hot-doc-from-leaker-tomasso"
WORDS = ("leaker", "tomasso", "betrayed", "quisling", "acquisition", "tipster", "secretscan")


def betraying(tmp_path):
    """A pseudonymous matter whose ids, matter, include and pictures tell what its text does not."""
    text = REYES.replace("plus-service", BETRAYING).replace(
        "\nplaintiffs:", "\nmatter: Betrayed Quisling v. Larkspur (tipster)\nplaintiffs:", 1
    )
    if "matter: Betrayed" in text and text.count("\nmatter:") > 1:
        text = "\n".join(
            line for line in text.split("\n") if not line.startswith("matter:") or "Betrayed" in line
        )
    text = text.replace("schema_version: 1\n", "schema_version: 1\ninclude: [acquisition-tipster.yaml]\n", 1)
    own = (
        "    items:\n      - id: leaker-tomasso-photo\n        text: The page said so.\n        figure:"
        " secretscan-quisling.jpg\n"
    )
    assert "    items:\n" in text
    text = text.replace("    items:\n", own, 1)
    (tmp_path / "quisling.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "acquisition-tipster.yaml").write_text(
        "schema_version: 1\nstyle:\n  table_of_contents: yes\n", encoding="utf-8"
    )
    photo = tmp_path / "secretscan-quisling.jpg"
    data = (ROOT / "tests" / "fixtures" / "pictures" / "jpg-phone-photo-sideways.jpg").read_bytes()
    photo.write_bytes(data[:2] + b"\xff\xfe\x00\x12leaker tom photo" + data[2:])
    return tmp_path / "quisling.yaml"


def test_no_part_of_the_public_file_tells_an_id_the_matter_an_included_files_name_or_a_pictures(
    run, tmp_path
):
    path = betraying(tmp_path)
    done = run("draft", path, "-o", "out.docx")
    assert done.returncode in (0, 1), done.stderr
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert "word/media/image1.jpg" in parts
    told = {
        (name, word)
        for name, data in parts.items()
        for word in WORDS
        if word.encode() in (name.encode() + data).lower().replace(b"customxml", b"").replace(b"bottom", b"")
    }
    assert told == set()
    assert (
        b"<dc:title>Class Action Complaint: " in parts["docProps/core.xml"]
        and b"Larkspur" in parts["docProps/core.xml"]
    )


def test_an_annotated_copy_still_has_its_comments_where_they_belong(run, tmp_path):
    path = shutil.copy(SAMPLES_FOLDER / "reyes-v-larkspur.yaml", tmp_path / "lee.yaml")
    run("draft", path, "--annotate")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "lee.annotated.docx").read_bytes())) as package:
        document = package.read("word/document.xml")
    assert document.count(b"w:commentRangeStart") > 10
