"""Times exports that become plans by a mapping, beside polars and beside the check itself.

    python benches/tables.py --rehabplan target/release/rehabplan [--rows 100000] [--rounds 5] [--record]

It needs polars, and Linux for the memory. Everything runs in turn, once in each round, and what is compared is the time of
the processor within a round, so that other work on the machine counts for nobody. `--record` writes
docs/performance-tables.json, of which `cargo xtask gen` makes a part of docs/performance.md. The million rows are the same
ones again, each time under other numbers.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = (
    "borgeren ønsker at arbejde på nedsat tid med støtte og har smerter i ryggen siden ulykken dårligt knæ søvn familie "
    "netværk børn skole kursus praktik virksomhed"
).split()
# The place of the plan, the column, and how many words stand there.
TEXTS = [
    ("/forberedendeDel/oensker", "Ønsker", 12),
    ("/forberedendeDel/erfaringerRessourcer", "Erfaringer", 15),
    ("/forberedendeDel/personligeRessourcer/beskrivelse", "Personlige ressourcer", 10),
    ("/forberedendeDel/udfordringer/samlet", "Udfordringer", 20),
    ("/forberedendeDel/helbred/situation", "Helbred", 15),
    ("/forberedendeDel/helbred/igangvaerende", "Behandling", 8),
    ("/forberedendeDel/borgerensEgenVurdering", "Egen vurdering", 12),
    ("/indstilling/begrundelse", "Begrundelse", 20),
]
PLAN = {
    "/sag/sagstype": "Sagstype",
    "/sag/udenTeam": "Uden team",
    "/forberedendeDel/dato": "Færdig",
    "/moede/dato": "Møde",
    "/indstilling/indstillingsdato": "Indstillet",
    "/indstilling/udfald": "Indstilling",
    **{place: column for place, column, _ in TEXTS},
}
MAP = {"id": "Sagsnr", "carry": ["Distrikt"], "plan": PLAN}
POLARS = "import polars, sys; polars.read_csv(sys.argv[1], separator=';').write_ndjson(sys.argv[2])"
PARQUET = "import polars, sys; polars.scan_csv(sys.argv[1], separator=';', infer_schema_length=0).sink_parquet(sys.argv[2])"
MILLION = 1_000_000


def export(path: Path, rows: int) -> None:
    """An export, always the same one."""
    draw = random.Random(7)
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(["Sagsnr", "Distrikt", *PLAN.values()])
        for row in range(rows):
            day = f"{draw.randint(1, 28):02}-{draw.randint(1, 12):02}-2020"
            kind = draw.choice(["fleksjob", "ressourceforloeb", "revalidering"])
            texts = [" ".join(draw.choices(WORDS, k=words)) for _, _, words in TEXTS]
            out.writerow([row, draw.choice("NSØ"), kind, draw.choice(["Ja", "Nej"]), day, day, day, "fleksjob", *texts])


def run(*command: object, out: Path | None = None) -> tuple[float, int]:
    """Seconds of the processor, and the most memory in MB."""
    with open(out or os.devnull, "wb") as file:
        process = subprocess.Popen([str(word) for word in command], stdout=file, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    # 1 is what a check says that finds something.
    assert code in (0, 1), (code, command)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def spread(values: list[float]) -> dict[str, float]:
    return {"median": statistics.median(values), "low": min(values), "high": max(values)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rehabplan", type=Path, default=ROOT / "target" / "release" / "rehabplan")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args()
    rehabplan = given.rehabplan.resolve()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        cases, plans, map = work / "sager.csv", work / "planer.ndjson", work / "kort.json"
        export(cases, given.rows)
        map.write_text(json.dumps(MAP), encoding="utf-8")
        convert = (rehabplan, "convert", cases, "--map", map, "--threads", 1)
        run(*convert, out=plans)
        # Plans without a mapping, and not asked what the source can hold.
        check = (rehabplan, "check", plans, "--plan", "plan", "--id", "id", "--threads", 1, "--format", "csv")
        polars: list[float] = []
        checks: list[float] = []
        for _ in range(given.rounds):
            ours, _ = run(*convert)
            # Without the time in which Python starts and loads it.
            theirs = run(sys.executable, "-c", POLARS, cases, work / "polars.ndjson")[0]
            polars.append(ours / (theirs - run(sys.executable, "-c", "import polars")[0]))
            checks.append(ours / run(*check)[0])
        ratios = [
            {"what": "CSV to plans, against polars (already loaded) from the same CSV to lines of JSON", **spread(polars), "most": 2.0},
            {"what": "CSV to plans, against the check of the same plans", **spread(checks), "most": 1.0},
        ]
        many, parquet = work / "mange.csv", work / "mange.parquet"
        # Line by line: what this process holds would count for those that it starts.
        with many.open("wb") as file:
            for turn in range(-(-MILLION // given.rows)):
                with cases.open("rb") as one:
                    heading = one.readline()
                    file.write(heading if turn == 0 else b"")
                    file.writelines(b"%d-%s" % (turn, line) for line in itertools.islice(one, MILLION - turn * given.rows))
        run(sys.executable, "-c", PARQUET, many, parquet)
        memory = {
            kind: run(rehabplan, "convert", path, "--map", map)[1] for kind, path in (("CSV", many), ("Parquet", parquet))
        }
        result = {
            "measured": datetime.date.today().isoformat(),
            "command": "python benches/tables.py --record",
            "rows": given.rows,
            "megabytes": cases.stat().st_size // 1_000_000,
            "rounds": given.rounds,
            "ratios": ratios,
            "memory": memory,
        }
    text = json.dumps(result, ensure_ascii=False, indent=2)
    print(text)
    if given.record:
        (ROOT / "docs" / "performance-tables.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
