"""Plans and profiles that are Python objects, as JSON."""

from __future__ import annotations

import datetime
import decimal
import json
import pathlib
import uuid
from collections.abc import Callable
from typing import Any

from ._words import said

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# What stands for nothing in a table: pandas' NaT and NA, and an entry that numpy masks.
_ABSENT = {"NaTType", "NAType", "MaskedConstant"}

# How the scalars of numpy are read, by the code of their kind.
_READERS: dict[str, Callable[[Any], object]] = {"b": bool, "i": int, "u": int, "f": float, "U": str}


def is_absent(value: object) -> bool:
    """Whether a value is None, or what stands for it in a table: nan, NaT, NA."""
    if value is None or isinstance(value, float):
        return value is None or value != value
    kind = type(value)
    return kind.__name__ in _ABSENT and kind.__module__.partition(".")[0] in ("numpy", "pandas")


def id_of(value: object) -> str | None:
    """The text of an id that is no text itself: a number, a day, a UUID or a path. Anything else is no id: its text may hold a plan."""
    if isinstance(value, (bool, dict, list, tuple)) or is_absent(value):
        return None
    if not isinstance(value, (int, float, decimal.Decimal, datetime.date, uuid.UUID, pathlib.PurePath)):
        value = plain(value)
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            return None
    return str(value)


def plain(value: Any) -> object:
    """What a value of a type that JSON does not have comes to: None, bool, int, float, str or a list, whose entries may
    have to be looked at in turn.

    It is `NotImplemented` for what comes to nothing that a plan can hold. A date that has a time of day is no date.
    """
    if is_absent(value):
        return None
    if isinstance(value, datetime.date):
        times = ("hour", "minute", "second", "microsecond", "nanosecond")
        if any(getattr(value, time, 0) for time in times):
            return NotImplemented
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if isinstance(value, decimal.Decimal):
        return float(value)
    if type(value).__module__.partition(".")[0] == "numpy" and hasattr(value, "dtype"):
        return list(value) if value.ndim else _scalar(value)
    return NotImplemented


def _scalar(value: Any) -> object:
    """A single value of numpy's."""
    kind = value.dtype.kind
    if kind == "M":
        if value != value:
            return None
        day = value.astype("datetime64[D]")
        is_day = day == value and not value.dtype.str.endswith(("[Y]", "[M]"))
        return str(day) if is_day else NotImplemented
    if kind == "O":
        return value.item()
    read = _READERS.get(kind)
    return read(value) if read else NotImplemented


def encode(thing: object, argument: str, lang: object) -> str:
    """The JSON text of what is given as an argument.

    Raises:
        TypeError: It holds something that JSON does not have. What json itself says, and the chain of exceptions
            behind it, could show values, so neither is passed on.
        RecursionError: It is nested too deep.
    """
    failure: Exception
    try:
        return _encoder.encode(thing)
    except RecursionError:
        failure = RecursionError()
    except (TypeError, ValueError) as error:
        if isinstance(error, TypeError):
            kind = said(lang, "noget, der ikke er JSON", "a value that is no JSON")
        else:
            kind = said(lang, "noget, der indeholder sig selv", "a value that holds itself")
        danish = f"argumentet {argument} må kun bestå af dict, list, str, int, float, bool og None, og her er {kind}"
        english = f"{argument} is made of dict, list, str, int, float, bool and None, and this one holds {kind}"
        failure = TypeError(said(lang, danish, english))
    raise failure
