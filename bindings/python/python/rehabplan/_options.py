"""How plans are checked: every option once, for all functions that take it."""

from __future__ import annotations

import datetime
import inspect
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, Literal, TypedDict, TypeVar

from ._native import MAX_THREADS
from ._profiles import ProfileLike, Suppressions, chosen, suppressions
from ._words import no_kind, said
from .types import Lang, Phase

Detail = Literal["findings", "all"]


class Only(TypedDict, total=False):
    """What a check is limited to: ids of rules, and JSON Pointers to parts of the plan."""

    rules: Sequence[str]
    paths: Sequence[str]


class _Case(TypedDict, total=False):
    phase: Phase | None
    as_of: datetime.date | str | None
    lang: Lang
    language: bool


class _Many(TypedDict, total=False):
    threads: int | None
    progress: bool


class _Chosen(_Case, total=False):
    detail: Detail
    only: Only | None
    profiles: Sequence[ProfileLike] | None
    suppress: Suppressions | None


class Options(_Chosen, total=False):
    """The options of a check. `validate` says what each of them means."""

    horizon: Sequence[str] | None


class RunOptions(Options, _Many, total=False):
    """Those of a check of many plans."""

    groups: Sequence[str] | None


class MappedOptions(_Chosen, _Many, total=False):
    """Those where a mapping says what the source has a place for."""

    groups: Sequence[str] | None


class CompareOptions(_Case, _Many, total=False):
    """Those of a comparison, which takes every answer of every plan."""

    horizon: Sequence[str] | None


LEFT_OUT: dict[str, Any] = {
    "phase": None,
    "as_of": None,
    "detail": "findings",
    "lang": "da",
    "language": True,
    "only": None,
    "horizon": None,
    "profiles": None,
    "suppress": None,
    "groups": None,
    "threads": None,
    "progress": True,
}
"""What an option is when it is left out, in the order in which they are shown: the same in every language."""

Function = TypeVar("Function", bound=Callable[..., Any])


def takes(options: type[Any]) -> Callable[[Function], Function]:
    """Shows the options of a function in its signature, each by itself, and refuses any other."""
    kinds = {name: getattr(kind, "__forward_arg__", kind) for name, kind in options.__annotations__.items()}
    shown = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kinds[name])
        for name, default in LEFT_OUT.items()
        if name in kinds
    ]

    def take(function: Function) -> Function:
        own = inspect.signature(function)
        named = [one for one in own.parameters.values() if one.kind is not inspect.Parameter.VAR_KEYWORD]
        whole = own.replace(parameters=[*named, *shown])

        @wraps(function)
        def called(*args: Any, **given: Any) -> Any:
            for name in sorted(given.keys() - whole.parameters.keys()):
                danish = f"{function.__name__}() har intet argument {name}"
                english = f"{function.__name__}() got an unexpected keyword argument '{name}'"
                raise TypeError(said(given.get("lang"), danish, english))
            return function(*args, **given)

        called.__signature__ = whole  # type: ignore[attr-defined]  # `inspect` reads it; the type of functions does not declare it.
        return called  # type: ignore[return-value]  # It takes what the function takes, which only `bind` shows.

    return take


def ready(given: Mapping[str, object]) -> dict[str, Any]:
    """The options as the compiled part takes them, those that are left out among them.

    Raises:
        OSError: A file of profiles or suppressions cannot be read.
        TypeError: An option is of another type.
    """
    options: dict[str, Any] = {**LEFT_OUT, **given}
    lang = options["lang"]
    for name, (danish, english, is_one) in _KINDS.items():
        may_be_left_out = LEFT_OUT[name] is None and options[name] is None
        if not may_be_left_out and not is_one(options[name]):
            raise no_kind(lang, name, danish, english, options[name])
    for name in ("phase", "lang", "detail"):
        options[name] = _whole(options[name])
    if options["threads"] is not None:
        # What is out of range is so too as the nearest number that is.
        options["threads"] = max(-1, min(operator.index(options["threads"]), MAX_THREADS + 1))
    options["only"] = _only(options["only"], lang)
    for name in ("horizon", "groups"):
        options[name] = _names(name, options[name], lang)
    options["profiles"] = chosen(options["profiles"], lang)
    options["suppress"] = suppressions(options["suppress"], lang)
    return options


def is_text(value: object) -> bool:
    """Whether something is a text."""
    return isinstance(value, str)


_KINDS: dict[str, tuple[str, str, Callable[[object], bool]]] = {
    "phase": ("en str", "a str", is_text),
    "lang": ("en str", "a str", is_text),
    "detail": ("en str", "a str", is_text),
    # Those of numpy too, which are no subclasses.
    "language": ("en bool", "a bool", lambda value: type(value).__name__ in ("bool", "bool_")),
    "progress": ("en bool", "a bool", lambda value: type(value).__name__ in ("bool", "bool_")),
    "threads": ("en int", "an int", lambda value: hasattr(value, "__index__")),
}
"""What is to be of one type, in both languages, and whether it is. The compiled part looks at the rest, and at the values."""


def text_or_none(name: str, value: str | None, given: Mapping[str, object]) -> str | None:
    """An argument that is a text, or left out; `given` has the language of the call.

    Raises:
        TypeError: It is neither.
    """
    if value is not None and not is_text(value):
        raise no_kind(given.get("lang"), name, "en str", "a str", value)
    return value


def _only(given: Only | None, lang: object) -> dict[str, list[str]] | None:
    if given is None:
        return None
    if not isinstance(given, Mapping) or not given.keys() <= {"rules", "paths"}:
        shape = '{"rules": [...], "paths": [...]}'
        danish = f"argumentet only er en dict med lister af str: {shape}"
        raise TypeError(said(lang, danish, f"only must be a dict with lists of str: {shape}"))
    return {name: _names(f"only[{name!r}]", given.get(name), lang) or [] for name in ("rules", "paths")}


def _names(option: str, given: Any, lang: object) -> list[str] | None:
    """A list of names; one name by itself is most likely a mistake, and would be taken letter by letter."""
    if isinstance(given, str):
        danish = f"argumentet {option} er en liste af str, ikke én str"
        raise TypeError(said(lang, danish, f"{option} must be a list of str, not one str"))
    if given is None:
        return None
    if not isinstance(given, Iterable):
        raise no_kind(lang, option, "en liste af str", "a list of str", given)
    names = list(given)
    for place, name in enumerate(names):
        if not is_text(name):
            raise no_kind(lang, f"{option}[{place}]", "en str", "a str", name)
    return [_whole(name) for name in names]


def _whole(text: Any) -> Any:
    """A text without half of a surrogate pair, which is no character; nothing that can be chosen has one."""
    return text.encode("utf-8", "replace").decode() if is_text(text) else text
