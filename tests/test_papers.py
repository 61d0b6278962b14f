"""Papers: the first page, and what is put around the body of a complaint."""

from pathlib import Path

from drafter.complaint import assemble
from drafter.document import Run
from drafter.library import open_library
from drafter.matter_files.load import load

SAMPLES = Path(__file__).parent.parent / "samples"


def drafted(name, court=""):
    return assemble(load(SAMPLES / name), open_library(), court).document


def test_words_of_one_look_in_caption_and_signature_are_one_run():
    document = drafted("siblings/brandt-cand.yaml")
    signature = document.body[-1].lines
    for content in (
        *document.counsel.lines,
        *(line.content for line in (*document.caption.left, *document.caption.right, *signature)),
    ):
        looks = [(run.style, run.path, run.sealed) if isinstance(run, Run) else None for run in content]
        assert all(one is None or one != other for one, other in zip(looks, looks[1:], strict=False)), content
