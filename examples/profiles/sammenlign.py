"""What would a proposal mean for an export of plans?

    pip install "./bindings/python[plot]"
    python examples/analyse/generate.py export.ndjson --plans 2000
    python examples/profiles/sammenlign.py export.ndjson --id sagsnummer --plan plan --as-of 2020-06-01 \\
        --profile forslag/2018-laege-valgfri --out forskel

The export is NDJSON or a folder of JSON files. In `forskel` it leaves

- `aendret.csv`: the plans whose conclusion changes, with their case numbers,
- `krav.csv`: how many findings fall away and appear, by rule and case type,
- `maaltal.csv`: the measures of the profiles beside the national figures of their sources,
- `forskel.png`: the second of them as a picture.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import matplotlib
import rehabplan


def write(table: rehabplan.Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.columns)
        writer.writeheader()
        writer.writerows(table.to_dicts())


def main() -> None:
    parser = argparse.ArgumentParser(description="What would a proposal mean for an export of plans?")
    parser.add_argument("export", type=Path, help="an NDJSON file, or a folder of JSON files")
    parser.add_argument("--profile", action="append", required=True, help="a name or a .json file; may be repeated")
    parser.add_argument("--id", help="the key that holds the case number")
    parser.add_argument("--plan", help="the key that holds the plan, where the lines wrap it")
    parser.add_argument("--as-of", help="the day that counts as today, YYYY-MM-DD")
    parser.add_argument("--out", type=Path, default=Path("forskel"))
    options = parser.parse_args()

    matplotlib.use("agg")
    comparison = rehabplan.compare(
        options.export, options.profile, id=options.id, plan=options.plan, as_of=options.as_of
    )
    options.out.mkdir(parents=True, exist_ok=True)
    write(comparison.changed, options.out / "aendret.csv")
    write(comparison.rules, options.out / "krav.csv")
    write(comparison.measures, options.out / "maaltal.csv")
    comparison.plot().figure.savefig(options.out / "forskel.png", dpi=150)

    print(f"Planer: {comparison.plans}. Kunne ikke læses: {comparison.unreadable}.")
    for (before, after), plans in Counter(
        (row["before"], row["after"]) for row in comparison.changed.to_dicts()
    ).items():
        print(f"{before} -> {after}: {plans}")
    changes: Counter[tuple[str, str]] = Counter()
    for row in comparison.rules.to_dicts():
        changes[row["rule"], "-"] += row["fall_away"]
        changes[row["rule"], "+"] += row["appear"]
    for (rule, sign), count in sorted(changes.items()):
        if count:
            print(f"{rule}: {sign}{count}")
    print(f"Resten står i {options.out}/")


if __name__ == "__main__":
    main()
