"""Times the product beside its peers in Python, one pass at a time, as `benches/run.py` asks for it."""

from __future__ import annotations

import gc
import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema_rs
import orjson
import rehabplan
from pydantic import ValidationError
from subset import PLAN

SCHEMA = jsonschema_rs.Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "subset.schema.json").read_text("utf-8")), validate_formats=True
)


def ours(plans: object, threads: int = 1, language: bool = True) -> int:
    """All findings of all plans, as the table that an analyst asks for."""
    run = rehabplan.validate_many(plans, as_of="2020-06-01", threads=threads, language=language, progress=False)
    assert run.findings is not None
    return run.conclusions["deficient"] + run.conclusions["unreadable"]


def pydantic(plans: list[bytes]) -> int:
    """Stops before its own rules where a field is wrong by itself."""
    flagged = 0
    for plan in plans:
        try:
            PLAN.validate_json(plan)
        except ValidationError as error:
            flagged += error.error_count() > 0
    return flagged


def schema(plans: list[bytes]) -> int:
    flagged = 0
    for plan in plans:
        try:
            flagged += bool(list(SCHEMA.iter_errors(orjson.loads(plan))))
        except orjson.JSONDecodeError:
            flagged += 1
    return flagged


CONTENDERS: dict[str, Callable[[bytes, list[bytes]], int]] = {
    "buffer": lambda buffer, plans: ours(io.BytesIO(buffer)),
    "buffer, 2 threads": lambda buffer, plans: ours(io.BytesIO(buffer), threads=2),
    "buffer, same work": lambda buffer, plans: ours(io.BytesIO(buffer), language=False),
    "list": lambda buffer, plans: ours(plans),
    "pydantic": lambda buffer, plans: pydantic(plans),
    "jsonschema-rs": lambda buffer, plans: schema(plans),
}


def main() -> None:
    buffers = [Path(path).read_bytes() for path in sys.argv[1:]]
    plans = [buffer.splitlines() for buffer in buffers]
    for line in sys.stdin:
        file, name = line.rstrip("\n").split(" ", 1)
        gc.collect()
        begun, used = time.perf_counter(), time.process_time()
        flagged = CONTENDERS[name](buffers[int(file)], plans[int(file)])
        print(time.perf_counter() - begun, time.process_time() - used, flagged, flush=True)


if __name__ == "__main__":
    main()
