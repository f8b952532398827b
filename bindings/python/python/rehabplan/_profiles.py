"""Profiles and suppressions as the compiled part takes them: by name, or as JSON text with what an error calls it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, Union

from . import _native
from ._json import encode

ProfileLike = Union[str, "os.PathLike[str]", Mapping[str, Any]]
"""A profile: its name, the path of a profile file, or what such a file holds."""

Suppressions = Union[str, "os.PathLike[str]", Sequence[Mapping[str, Any]]]
"""Known findings, each with a reason: the path of a file, or what such a file holds."""


def chosen(profiles: Sequence[ProfileLike] | None) -> list[tuple[str, str | None]] | None:
    """Reads the profiles that are files, and writes those that are dicts.

    Raises:
        OSError: A file cannot be read.
        TypeError: Something is none of the three.
        ValueError: A file is not UTF-8.
    """
    if profiles is None:
        return None
    if isinstance(profiles, (str, os.PathLike, Mapping)):
        raise TypeError("profiles must be a list of profiles, also where there is only one")
    return [_profile(f"profiles[{place}]", profile) for place, profile in enumerate(profiles)]


def _profile(place: str, profile: ProfileLike) -> tuple[str, str | None]:
    if isinstance(profile, Mapping):
        return place, encode(dict(profile), "a profile")
    # No name of a profile or of a theme has a full stop in it, and no number that is set in one ends like this.
    if isinstance(profile, os.PathLike) or (isinstance(profile, str) and profile.lower().endswith(".json")):
        return _file(profile)
    if isinstance(profile, str):
        return profile, None
    kind = type(profile).__name__
    raise TypeError(f"{place} must be the name of a profile, the path of a profile file or a dict, not {kind}")


def suppressions(suppress: Suppressions | None) -> tuple[str, str] | None:
    """Reads the suppressions of a file, or writes those of a list; raises as `chosen`."""
    if suppress is None:
        return None
    if isinstance(suppress, (str, os.PathLike)):
        return _file(suppress)
    if isinstance(suppress, Mapping) or not isinstance(suppress, Sequence):
        raise TypeError(f"suppress must be the path of a file or a list of dicts, not {type(suppress).__name__}")
    return "suppress", encode([dict(one) if isinstance(one, Mapping) else one for one in suppress], "a suppression")


def _file(path: str | os.PathLike[str]) -> tuple[str, str]:
    with open(path, "rb") as file:
        # One byte more than the limit is enough to be refused.
        data = file.read(_native.MAX_PROFILE_BYTES + 1)
    try:
        return os.fspath(path), data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    raise ValueError(f"{os.fspath(path)}: not UTF-8")
