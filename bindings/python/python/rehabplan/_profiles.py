"""Profiles and suppressions as the compiled part takes them: by name, or as JSON text with what an error calls it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Union

from . import _native
from ._json import encode
from ._words import no_kind, said, unread

ProfileLike = Union[str, "os.PathLike[str]", Mapping[str, Any]]
"""A profile: its name, the path of a profile file, or what such a file holds."""

Suppressions = Union[str, "os.PathLike[str]", Sequence[Mapping[str, Any]]]
"""Known findings, each with a reason: the path of a file, or what such a file holds."""


def chosen(profiles: Sequence[ProfileLike] | None, lang: object) -> list[tuple[str, str | None]] | None:
    """Reads the profiles that are files, and writes those that are dicts.

    Raises:
        OSError: A file cannot be read.
        TypeError: Something is none of the three.
        ProfileError: A file is not UTF-8.
    """
    if profiles is None:
        return None
    if isinstance(profiles, (str, os.PathLike, Mapping)):
        only_one = "argumentet profiles er en liste af profiler, også hvor der kun er en"
        raise TypeError(said(lang, only_one, "profiles must be a list of profiles, also where there is only one"))
    if not isinstance(profiles, Iterable):
        raise no_kind(lang, "profiles", "en liste af profiler", "a list of profiles", profiles)
    return [_profile(f"profiles[{place}]", profile, lang) for place, profile in enumerate(profiles)]


def _profile(place: str, profile: ProfileLike, lang: object) -> tuple[str, str | None]:
    if isinstance(profile, Mapping):
        return place, encode(dict(profile), place, lang)
    # No name of a profile or of a theme has a full stop in it, and no number that is set in one ends like this.
    if isinstance(profile, os.PathLike) or (isinstance(profile, str) and profile.lower().endswith(".json")):
        return _file(profile, place, lang)
    if isinstance(profile, str):
        return profile, None
    danish = "navnet på en profil, stien til en profilfil eller en dict"
    raise no_kind(lang, place, danish, "the name of a profile, the path of a profile file or a dict", profile)


def suppressions(suppress: Suppressions | None, lang: object) -> tuple[str, str] | None:
    """Reads the suppressions of a file, or writes those of a list; raises as `chosen`."""
    if suppress is None:
        return None
    if isinstance(suppress, (str, os.PathLike)):
        return _file(suppress, "suppress", lang)
    if isinstance(suppress, Mapping) or not isinstance(suppress, Sequence):
        raise no_kind(
            lang, "suppress", "stien til en fil eller en liste af dict", "the path of a file or a list of dicts", suppress
        )
    return "suppress", encode([dict(one) if isinstance(one, Mapping) else one for one in suppress], "suppress", lang)


def _file(path: str | os.PathLike[str], argument: str, lang: object) -> tuple[str, str]:
    try:
        with open(path, "rb") as file:
            # One byte more than the limit is enough to be refused.
            data = file.read(_native.MAX_PROFILE_BYTES + 1)
    except OSError as error:
        raise unread(error, path, argument, lang) from None
    name = os.fspath(path)
    return name, _native.text_of(name, data, str(lang))
