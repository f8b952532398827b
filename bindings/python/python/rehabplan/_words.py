"""What is said of the arguments of a call, in the language of the call."""

from __future__ import annotations


def said(lang: object, danish: str, english: str) -> str:
    """The text in the language of the call; in Danish where that is none."""
    return english if lang == "en" else danish


def no_kind(lang: object, name: str, danish: str, english: str, given: object) -> TypeError:
    """The argument is of another type: what it takes, and what was given."""
    kind = type(given).__name__
    return TypeError(said(lang, f"argumentet {name} er {danish}, ikke {kind}", f"{name} must be {english}, not {kind}"))
