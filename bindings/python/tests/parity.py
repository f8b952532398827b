"""Holds the package against the core: `cargo xtask parity` says what was asked and what the answer is."""

from __future__ import annotations

import hashlib
import json
import sys

import rehabplan


def main(file: str) -> int:
    different = compared = 0
    with open(file, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            asked = json.loads(line)
            options = asked["options"]
            options["as_of"] = options.pop("asOf")
            try:
                answer = rehabplan.validate(asked["plan"].encode(), **options).to_json()
            except rehabplan.ReadError as error:
                answer = f"!{error.code} {error}"
            compared += 1
            if hashlib.sha256(answer.encode()).hexdigest() != asked["digest"]:
                different += 1
                print(f"Python: another report: {asked['name']} ({options['lang']})")
    print(f"Python: {compared} compared, {different} different")
    return 1 if different or not compared else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
