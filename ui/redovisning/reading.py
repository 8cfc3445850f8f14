"""Reads files for a redovisning. Runs in the helper process: nothing of Qt is imported here."""

from pathlib import Path

from nämnd.core.progress import Progress, Work
from nämnd.documents.form_answers import FormAnswer, read_answers
from nämnd.filtext.reading import read_text


def text_in(path: Path, name: str) -> Work[str]:
    """Return the words of a file, its pages one after the other; «» when it has none."""
    yield Progress(0, 1)
    return "\n\f".join(read_text(path.read_bytes(), name).pages)


def answers_in(path: Path, name: str) -> Work[tuple[FormAnswer, ...]]:
    """Return the answers of a form that came back.

    Raises:
        NotOurFormError: it is no form of ours.
        ForeignFileError: it is damaged.
    """
    yield Progress(0, 1)
    return read_answers(path.read_bytes(), name)
