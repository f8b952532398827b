"""What is said of the arguments of a call, in the language of the call."""

from __future__ import annotations

import os
from pathlib import Path


def said(lang: object, danish: str, english: str) -> str:
    """The text in the language of the call; in Danish where that is none."""
    return english if lang == "en" else danish


def no_kind(lang: object, name: str, danish: str, english: str, given: object) -> TypeError:
    """The argument is of another type: what it takes, and what was given."""
    kind = type(given).__name__
    return TypeError(said(lang, f"argumentet {name} er {danish}, ikke {kind}", f"{name} must be {english}, not {kind}"))


def path_of(given: object, name: str, lang: object) -> Path:
    """The argument as a path.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(given, (str, os.PathLike)):
        raise no_kind(lang, name, "en sti", "a path", given)
    return Path(given)


def unread(error: OSError, path: str | os.PathLike[str], name: str, lang: object) -> OSError:
    """The same error, in the language of the call, with the argument that it is about."""
    if isinstance(error, FileNotFoundError):
        text = said(lang, f"filen i argumentet {name} findes ikke", f"there is no such file, given as {name}")
    elif isinstance(error, IsADirectoryError):
        text = said(lang, f"argumentet {name} er en mappe og ingen fil", f"what is given as {name} is a folder and no file")
    else:
        text = said(lang, f"argumentet {name} kan ikke læses", f"what is given as {name} cannot be read")
    return type(error)(error.errno, text, os.fspath(path))
