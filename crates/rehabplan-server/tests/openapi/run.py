"""Runs schemathesis against the server: `cargo xtask openapi`.

It asks everything that /openapi.json says can be asked, with values that fit and values that do not, and holds every answer
against what is said there. Exit code 3 when schemathesis cannot be installed.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
VENV = TARGET / "schemathesis"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
NOT_RUN = 3


def installed() -> bool:
    if (SCRIPTS / "schemathesis").exists():
        return True
    venv.create(VENV, with_pip=True)
    command = [SCRIPTS / "python", "-m", "pip", "install", "--quiet", "schemathesis==4.32.5"]
    return subprocess.run(command, check=False).returncode == 0


def main() -> int:
    if not installed():
        print("schemathesis could not be installed: the server's answers were not held against /openapi.json", file=sys.stderr)
        return NOT_RUN
    subprocess.run(["cargo", "build", "--quiet", "--package", "rehabplan-cli"], cwd=ROOT, check=True)
    program = TARGET / "debug" / ("rehabplan.exe" if os.name == "nt" else "rehabplan")
    server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().strip()
        command = [SCRIPTS / "schemathesis", "--config-file", HERE / "schemathesis.toml", "run", f"{address}/openapi.json"]
        command += ["--phases", "examples,coverage,fuzzing", "--max-examples", "25", "--seed", "1", "--no-color"]
        environment = os.environ | {"SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE)}
        return subprocess.run(command, cwd=TARGET, env=environment, check=False).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
