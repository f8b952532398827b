"""Makes an export of invented plans with known defects, the same for the same seed.

    python examples/analyse/generate.py export.ndjson --plans 20000

writes `export.ndjson`, a case on each line as a case system might export it,

    {"sagsnummer": "2020-000001", "plan": {...}}

and `export.facts.ndjson`, which says of each line what was done to it: the errors, warnings and unreadable values that a
check must find, and no others. With `--bare` the lines hold the plans alone.

The plans grow from those in `tests/corpus/base`, which are in order: their texts are drawn out with sentences from
`saetninger.py` to the length of real ones, some have not come further than the meeting or the recommendation, and four
in ten get one to three of the defects below.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from saetninger import BANK, FELTER, ORD

BASE = Path(__file__).resolve().parents[2] / "tests" / "corpus" / "base"

AS_OF = "2020-06-01"
"""The day that counts as today for these plans."""

DEFICIENT = 0.48
"""The share of plans that get a defect, where one fits: four in ten are deficient in the end."""

# How common each case type is: roughly, and not from statistics.
VARIANTS = {
    "RF": 20, "JA22": 12, "JAX": 8, "JANY": 12, "JA13D": 2, "FJ": 16, "FP": 12, "FP12": 3, "FP13": 3, "FPU18": 2,
    "FPU17": 2, "REV": 4, "SELV": 2, "FJ+SELV": 1, "SDP3": 3, "AND": 1,
}  # fmt: skip

PHASES = {"forelaeggelse": 25, "indstilling": 15, "indsats": 60}
PARTS_OF_LATER_PHASES = {
    "forelaeggelse": ["indstilling", "afgoerelse", "forloeb", "indsatsdel", "minPlan"],
    "indstilling": ["afgoerelse", "forloeb", "indsatsdel", "minPlan"],
    "indsats": [],
}

Plan = dict[str, Any]


@dataclass
class Facts:
    """What a check must find in one line."""

    row: int
    sagsnummer: str
    variant: str | None
    phase: str | None
    defects: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    undetermined: list[str] = field(default_factory=list)
    input: list[str] = field(default_factory=list)
    readable: bool = True


@dataclass(frozen=True)
class Defect:
    """One thing that is wrong, done by setting one place of the plan."""

    name: str
    pointer: str
    value: Any
    variants: str
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    weight: int = 4
    undetermined: tuple[str, ...] = ()

    def fits(self, plan: Plan, variant: str) -> bool:
        return variant in self.variants.split() and _find(plan, self.pointer) is not None

    def apply(self, plan: Plan) -> None:
        holder, key = _find(plan, self.pointer) or (plan, self.pointer)
        holder[key] = self.value


_TEAM = "JA22 JAX JANY RF FJ FP SDP3"
_COURSE = "JA22 JAX JANY RF SDP3"
_FULL = "JA22 JAX JANY RF FJ FP REV SDP3 AND"

DEFECTS = [
    # What practice complains of most.
    Defect("lægens vurdering mangler", "/forberedendeDel/laege", None, "JAX JANY RF FJ FP SDP3", ("P4.1.pkt1",), (), 9),
    Defect(
        "intet om, hvad indsatsen gav",
        "/forberedendeDel/hidtidigIndsats/beskaeftigelse/0/kommunensErfaring",
        "",
        _FULL,
        ("P3.2.pkt2.a",),
        (),
        9,
    ),
    Defect("indstilling uden begrundelse", "/indstilling/begrundelse", "Ikke oplyst", _TEAM, ("P7.4.pkt2.a",), (), 7),
    Defect("tilbud uden kortsigtet mål", "/indsatsdel/tilbud/0/kortsigtetMaal", None, _COURSE, ("P5.1.3.b",), (), 7),
    Defect("mentor ikke vurderet", "/indsatsdel/mentor", None, _COURSE, ("P5.1.4.b",), (), 6, ("P5.1.4.c",)),
    # The headings of § 3.
    Defect("ønsker er en pladsholder", "/forberedendeDel/oensker", "Udfyldes senere", _FULL, ("P3.1.4",)),
    Defect("borgerens syn på helbredet", "/forberedendeDel/helbred/borgerensVurdering", " - ", _FULL, ("P3.1.6",)),
    Defect("helbred ikke dokumenteret", "/forberedendeDel/helbred/dokumentation", [], _FULL, ("P3.1.5.c",)),
    Defect("forsørgelseshistorik mangler", "/forberedendeDel/forsoergelseshistorik", None, _FULL, ("P3.1.7",)),
    Defect("kommunens årsag mangler", "/forberedendeDel/hidtidigIndsats/aarsagKommune", None, _FULL, ("P3.2.pkt2.c",)),
    Defect(
        "anbefaling i den forberedende del",
        "/forberedendeDel/udfordringer/beskaeftigelse",
        "Borgeren kan ikke klare fysisk tungt arbejde. Kommunen anbefaler derfor, at der bevilges et fleksjob.",
        _FULL,
        (),
        ("P3.3.b",),
    ),
    # The recommendation and the indsatsdel.
    Defect("intet mål i indstillingen", "/indstilling/maal", None, _COURSE, ("P8.5.1",)),
    Defect("genforelæggelse ikke vurderet", "/indstilling/genforelaeggelse", None, _COURSE, ("P8.5.4",)),
    Defect("ingen delmål", "/indsatsdel/delmaal", [], _COURSE, ("P5.1.2.a",)),
    Defect("ingen opfølgning", "/indsatsdel/opfoelgning", "?", _COURSE, ("P5.1.4.a",)),
    Defect("arbejdsevne ikke afklaret", "/indstilling/fleksjob/afklaret", "xx", "FJ", ("P9.1.1.a",), (), 8),
    Defect("beskæftigelse ubelyst", "/indstilling/forhold/beskaeftigelse", None, "FP", ("P10.1.pkt1.a",), (), 8),
    Defect(
        "arbejdsevne udokumenteret", "/forberedendeDel/arbejdsevne/dokumentation", [], "REV", ("P14.1.pkt3.a",), (), 8
    ),
    Defect(
        "ugentlige timer mangler",
        "/forberedendeDel/selvstaendig/timerPrUge",
        None,
        "SELV FJ+SELV",
        ("P15.1.1.d",),
        (),
        9,
    ),
    Defect(
        "borgeren ikke med til mødet",
        "/moede/deltagere",
        ["sagsbehandler", "beskaeftigelse", "sundhed", "social", "sundhedskoordinator"],
        _TEAM,
        (),
        ("P6.1.pkt1.b",),
    ),
]

# What is wrong with the export and not with the case.
MISSPELT = "stavefejl i feltnavn"
IMPOSSIBLE_DATE = "umulig dato"
CUT_OFF = "linjen er skåret over"
DIRTY = {MISSPELT: 0.01, IMPOSSIBLE_DATE: 0.01, CUT_OFF: 0.003}


def _find(plan: Plan, pointer: str) -> tuple[Any, Any] | None:
    """The object or list that holds a place, and its key there; nothing when the place is not there."""
    holder: Any = None
    here: Any = plan
    key: Any = None
    for part in pointer.split("/")[1:]:
        holder, key = here, int(part) if isinstance(here, list) else part
        try:
            here = holder[key]
        except (KeyError, IndexError):
            return None
    return holder, key


def _draw_out(value: Any, path: str, chance: random.Random) -> Any:
    """The same value with longer texts."""
    if isinstance(value, dict):
        return {key: _draw_out(inner, f"{path}/{key}", chance) for key, inner in value.items()}
    if isinstance(value, list):
        return [_draw_out(inner, path, chance) for inner in value]
    bank = next((BANK[name] for end, name in FELTER.items() if path.endswith(end)), None)
    if bank is None or not isinstance(value, str) or " " not in value:
        return value
    sentences = chance.sample(bank, min(len(bank), chance.choice([0, 1, 2, 2, 3, 4, 5])))
    words = {name: chance.choice(choices) for name, choices in ORD.items()}
    return " ".join([value, *(sentence.format(**words) for sentence in sentences)])


def _cut_back(plan: Plan, phase: str) -> str:
    """Takes away what a later phase brings. Returns the phase that the plan speaks for then."""
    # A case that is not put to the team has no earlier phase than its indsatsdel.
    if "forberedendeDel" not in plan:
        return "indsats"
    for part in PARTS_OF_LATER_PHASES[phase]:
        plan.pop(part, None)
    # When the meeting is to be is known before it is held.
    if phase == "forelaeggelse" and "moede" in plan:
        plan["moede"] = {"dato": plan["moede"]["dato"]}
    if {"afgoerelse", "indsatsdel", "minPlan"} & plan.keys():
        return "indsats"
    return "indstilling" if "indstilling" in plan else "forelaeggelse"


def _spoil(plan: Plan, facts: Facts, chance: random.Random) -> None:
    """Gives a plan one to three defects that do not hide each other."""
    for _ in range(chance.choices([1, 2, 3], [6, 3, 1])[0]):
        fitting = [
            defect for defect in DEFECTS if defect.name not in facts.defects and defect.fits(plan, facts.variant or "")
        ]
        if not fitting:
            return
        defect = chance.choices(fitting, [defect.weight for defect in fitting])[0]
        defect.apply(plan)
        facts.defects.append(defect.name)
        facts.errors += defect.errors
        facts.warnings += defect.warnings
        facts.undetermined += defect.undetermined


def _misspell(plan: Plan, facts: Facts) -> None:
    part = plan.get("forberedendeDel", {})
    if "borgerensEgenVurdering" in part and "P3.1.pkt1.a" not in facts.errors:
        part["borgerensEgenVurdring"] = part["borgerensEgenVurdering"]
        facts.defects.append(MISSPELT)
        facts.input.append("unknownKey!/forberedendeDel/borgerensEgenVurdring")


def _impossible_date(plan: Plan, facts: Facts) -> None:
    for place in plan.get("forberedendeDel", {}).get("helbred", {}).get("dokumentation") or []:
        place["dato"] = "31-02-2020"
        facts.defects.append(IMPOSSIBLE_DATE)
        facts.input.append("notADate!/forberedendeDel/helbred/dokumentation/0/dato")
        return


def cases(plans: int, seed: int = 2020) -> Iterator[tuple[str, Plan, Facts]]:
    """The cases of an export: the number of each, its plan, and what is wrong with it."""
    chance = random.Random(seed)
    bases = {name: json.loads((BASE / f"{name}.json").read_text("utf-8")) for name in VARIANTS}
    for row in range(plans):
        variant = chance.choices(list(VARIANTS), list(VARIANTS.values()))[0]
        plan = copy.deepcopy(bases[variant])
        phase = _cut_back(plan, chance.choices(list(PHASES), list(PHASES.values()))[0])
        # Texts, defects and dirt are drawn apart, so that a new sentence or defect changes nothing else.
        texts, defects, dirt = (random.Random(f"{seed}-{row}-{what}") for what in ("texts", "defects", "dirt"))
        plan = _draw_out(plan, "", texts)
        facts = Facts(row, f"2020-{row + 1:06}", variant, phase)
        if defects.random() < DEFICIENT:
            _spoil(plan, facts, defects)
        if dirt.random() < DIRTY[MISSPELT]:
            _misspell(plan, facts)
        if dirt.random() < DIRTY[IMPOSSIBLE_DATE]:
            _impossible_date(plan, facts)
        if dirt.random() < DIRTY[CUT_OFF]:
            facts = Facts(row, facts.sagsnummer, None, None, [CUT_OFF], readable=False)
        yield facts.sagsnummer, plan, facts


def lines(plans: int, seed: int = 2020, bare: bool = False) -> Iterator[tuple[str, Facts]]:
    """The lines of an export, each with what is wrong with it."""
    for number, plan, facts in cases(plans, seed):
        line = json.dumps(plan if bare else {"sagsnummer": number, "plan": plan}, ensure_ascii=False)
        yield line if facts.readable else line[: len(line) * 2 // 3], facts


def write(path: Path, plans: int, seed: int = 2020, bare: bool = False) -> Path:
    """Writes an export, and beside it what is wrong with each line. Returns the path of the latter."""
    beside = path.with_suffix(".facts.ndjson")
    with (
        path.open("w", encoding="utf-8", newline="\n") as export,
        beside.open("w", encoding="utf-8", newline="\n") as told,
    ):
        for line, facts in lines(plans, seed, bare):
            export.write(line + "\n")
            told.write(json.dumps(vars(facts), ensure_ascii=False) + "\n")
    return beside


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Make an export of invented plans with known defects.")
    parser.add_argument("path", type=Path, help="the NDJSON file to write")
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=2020)
    parser.add_argument("--bare", action="store_true", help="write the plans alone, without a case number")
    options = parser.parse_args(arguments)
    beside = write(options.path, options.plans, options.seed, options.bare)
    print(f"{options.path} ({options.path.stat().st_size / 1e6:.1f} MB) and {beside}")


if __name__ == "__main__":
    main(sys.argv[1:])
