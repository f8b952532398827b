"""What the tests share: the repository's own test data, and the generator of exports."""

from __future__ import annotations

import copy
import functools
import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
CORPUS = REPOSITORY / "tests" / "corpus"
PLANS = REPOSITORY / "tests" / "plans"
ANALYSE = REPOSITORY / "examples" / "analyse"

sys.path.insert(0, str(ANALYSE))

# A word that stands in no plan, no rule and no message.
CANARY = "Kanariefugl-æøå-<b>&"


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def base(name: str) -> dict[str, Any]:
    plan: dict[str, Any] = load(CORPUS / "base" / f"{name}.json")
    return plan


def merged(target: Any, patch: Any) -> Any:
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


@functools.cache
def named_patches() -> dict[str, Any]:
    """The patches that several cases begin with."""
    return {name: named["patch"] for name, named in load(CORPUS / "patches.json").items()}


def plan_of(case: dict[str, Any]) -> dict[str, Any]:
    """The plan of a case of the corpus: its base, the patches that it names, and its own."""
    patches = [named_patches()[name] for name in case.get("with", [])]
    return functools.reduce(merged, [*patches, case["patch"]], base(case["base"]))


@pytest.fixture
def fulfilled() -> dict[str, Any]:
    """A plan in order, in the phase indsats with AS_OF as today."""
    return base("RF")


@pytest.fixture
def deficient() -> dict[str, Any]:
    """The same without the GP's assessment."""
    plan = copy.deepcopy(base("RF"))
    del plan["forberedendeDel"]["laege"]
    return plan


@pytest.fixture(scope="session")
def generate() -> Any:
    return importlib.import_module("generate")
