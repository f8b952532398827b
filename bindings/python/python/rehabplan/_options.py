"""How plans are checked, as the compiled part takes it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from ._profiles import ProfileLike, Suppressions, chosen, suppressions
from .types import Lang, Phase

Detail = Literal["findings", "all"]


class Options:
    """The options of a check. `validate` says what each of them means."""

    def __init__(
        self,
        *,
        phase: Phase | None,
        as_of: datetime.date | str | None,
        lang: Lang,
        detail: Detail,
        only_rules: Sequence[str] | None,
        only_paths: Sequence[str] | None,
        horizon: Sequence[str] | None,
        language: bool,
        profiles: Sequence[ProfileLike] | None,
        suppress: Suppressions | None,
    ) -> None:
        self.phase = phase
        self.as_of = as_of
        self.lang = lang
        self.detail = detail
        self.only_rules = names("only_rules", only_rules)
        self.only_paths = names("only_paths", only_paths)
        self.horizon = names("horizon", horizon)
        self.language = language
        self.profiles = chosen(profiles)
        self.suppress = suppressions(suppress)


def names(option: str, given: Sequence[str] | None) -> list[str] | None:
    """A list of names; one name by itself is most likely a mistake, and would be taken letter by letter.

    Raises:
        TypeError: It is one str.
    """
    if isinstance(given, str):
        raise TypeError(f"{option} must be a list of str, not one str")
    return None if given is None else list(given)
