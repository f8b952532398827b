"""From an export of plans to a table and a plot.

    pip install "./bindings/python[plot,progress]" polars
    python examples/analyse/analyse.py export.ndjson --id sagsnummer --plan plan --as-of 2020-06-01 --out resultat

The export is NDJSON or a folder of JSON files. In `resultat` it leaves

- `fund.csv`: every finding, with the case number,
- `planer.csv`: what each plan came to,
- `krav.csv`: how often each requirement fails, by case type,
- `mangler.png`: which paragraph fails in which case type.

`generate.py` beside this file makes an export of invented plans to try it on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import matplotlib
import polars as pl
import rehabplan


def analyse(export: Path, out: Path, id: str | None, plan: str | None, as_of: str | None) -> pl.DataFrame:
    """Checks an export and writes what it came to. Returns the requirements that fail most."""
    out.mkdir(parents=True, exist_ok=True)
    run = rehabplan.validate_many(export, id=id, plan=plan, as_of=as_of)

    findings = pl.DataFrame(run.findings)
    plans = pl.DataFrame(run.plans)
    rules = pl.DataFrame(run.summary())
    findings.write_csv(out / "fund.csv")
    plans.write_csv(out / "planer.csv")
    rules.write_csv(out / "krav.csv")
    run.plot().figure.savefig(out / "mangler.png", dpi=150)

    print(plans.group_by("conclusion").len("planer").sort("planer", descending=True))
    return (
        rules.group_by("rule", "citation", "requirement", maintain_order=True)
        .agg(
            mangler=pl.col("errors").sum(), afgjort=pl.sum_horizontal("met", "errors", "warnings", "undetermined").sum()
        )
        .filter(pl.col("mangler") > 0)
        .with_columns(andel=(pl.col("mangler") / pl.col("afgjort")).round(3))
        .sort("mangler", "rule", descending=[True, False])
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="From an export of plans to a table and a plot.")
    parser.add_argument("export", type=Path, help="an NDJSON file, or a folder of JSON files")
    parser.add_argument("--id", help="the key that holds the case number")
    parser.add_argument("--plan", help="the key that holds the plan, where the lines wrap it")
    parser.add_argument("--as-of", help="the day that counts as today, YYYY-MM-DD")
    parser.add_argument("--out", type=Path, default=Path("resultat"))
    options = parser.parse_args()

    matplotlib.use("agg")
    worst = analyse(options.export, options.out, options.id, options.plan, options.as_of)
    with pl.Config(tbl_rows=15, fmt_str_lengths=60, tbl_width_chars=140):
        print(worst.head(15))
    print(f"Resten står i {options.out}/")


if __name__ == "__main__":
    main()
