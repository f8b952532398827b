"""Builds the Python package and runs every test of it.

    python bindings/python/run_tests.py [--only NAME ...]

It needs Rust and CPython 3.11 or later; the Spark tests need Java too. What the tests need besides is installed in an
environment of their own under target/. At the end it says what passed, what failed, and what was not run and why; what
was not run has not passed. Exit code 0: all passed; 1: something failed; 3: nothing failed, but something was not run.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
WORK = TARGET / "python"
WHEELS = WORK / "wheels"
REQUIREMENTS = HERE / "tests" / "requirements.txt"
EXAMPLE = ROOT / "examples" / "analyse"
PROFILES = ROOT / "examples" / "profiles"
PLANS = 20_000

# As the release, but made in a fraction of the time.
QUICK = {
    "CARGO_PROFILE_RELEASE_LTO": "off",
    "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "16",
    "CARGO_PROFILE_RELEASE_OPT_LEVEL": "2",
}


class NotRun(Exception):
    """Why a step could not be run."""


def run(*command: object, cwd: Path = WORK, **environment: str) -> None:
    words = [str(word) for word in command]
    print("$", " ".join(words), flush=True)
    # Everything comes from what was built and installed here, and nothing from the caller's own environment.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "MYPY"))}
    env |= {"PYTHONDONTWRITEBYTECODE": "1", "CARGO_TARGET_DIR": str(TARGET), **environment}
    subprocess.run(words, cwd=cwd, env=env, check=True, stdin=subprocess.DEVNULL)


def interpreter(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


ENVIRONMENT = WORK / "venv"
PYTHON = interpreter(ENVIRONMENT)


def wheel() -> Path:
    [path] = WHEELS.glob("rehabplan-*.whl")
    return path


def environment() -> None:
    """The environment, with the pinned requirements. It is kept as long as they are the same."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    stamp = ENVIRONMENT / "requirements"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS)
    stamp.write_text(wanted)


def build() -> None:
    """The wheel, built and installed."""
    if shutil.which("cargo") is None:
        raise NotRun("there is no cargo")
    shutil.rmtree(WHEELS, ignore_errors=True)
    manifest = HERE / "Cargo.toml"
    run(PYTHON, "-m", "maturin", "build", "--release", "--quiet", "--manifest-path", manifest, "--out", WHEELS, **QUICK)
    run(PYTHON, "-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps", wheel())


def pytest() -> None:
    """The tests, those of the README and the docstrings among them."""
    run(PYTHON, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "-m", "not spark", cwd=HERE)


def types() -> None:
    """The stubs against the built module, the package and a strict use of it."""
    config = ("--config-file", HERE / "pyproject.toml")
    run(PYTHON, "-m", "mypy.stubtest", "rehabplan._native", "--mypy-config-file", HERE / "pyproject.toml")
    run(PYTHON, "-m", "mypy", *config, "--cache-dir", WORK / "mypy", "--package", "rehabplan")
    run(
        PYTHON,
        "-m",
        "mypy",
        *config,
        "--cache-dir",
        WORK / "mypy",
        "--python-version",
        "3.11",
        HERE / "tests/strict_use.py",
    )


def parity() -> None:
    """What `rules`, `matrix`, `coverage`, `profiles`, `compare` and so on say is what the command line says."""
    calls = {
        ("rules",): "rules()",
        ("matrix",): "matrix()",
        ("coverage",): "coverage()",
        ("coverage", "--lang", "en"): "coverage('en')",
        ("explain", "P3.1.4"): "explain('P3.1.4')",
        ("explain", "P1.5"): "explain('P1.5')",
        ("explain", "proces/PR1"): "explain('proces/PR1')",
        ("rules", "--profile", "proces"): "rules(['proces'])",
        ("profiles",): "profiles()",
        ("schema", "profile"): "profile_schema()",
        ("schema", "report"): "report_schema()",
        ("schema",): "json_schema()",
        ("schema", "--lang", "en"): "json_schema('en')",
    }
    export = WORK / "compare.ndjson"
    run(PYTHON, EXAMPLE / "generate.py", export, "--plans", 2000, "--bare")
    for lang, chosen in (("da", ["proces", "forslag/2018-laege-valgfri"]), ("en", [str(PROFILES / "kommune.json")])):
        options = [
            word for name in chosen for word in ("--profile-file" if name.endswith(".json") else "--profile", name)
        ]
        lines = f"((f'{export}:{{place}}', line) for place, line in enumerate(open({str(export)!r}, 'rb'), 1))"
        call = f"compare({lines}, {chosen}, as_of='2020-06-01', lang={lang!r}, progress=False).to_dict()"
        calls[("compare", str(export), "--as-of", "2020-06-01", "--lang", lang, *options)] = call
    for words, call in calls.items():
        cli = ["cargo", "run", "--quiet", "--package", "rehabplan-cli", "--", *words]
        cli += [] if any("schema" in word for word in words) else ["--format", "json"]
        told = WORK / "cli.json"
        print("$", *cli, flush=True)
        with told.open("wb") as out:
            env = {**os.environ, "CARGO_TARGET_DIR": str(TARGET)}
            done = subprocess.run(cli, cwd=ROOT, env=env, stdout=out, stdin=subprocess.DEVNULL)
        # The export has lines that cannot be read, and the command line says so with its status.
        assert done.returncode == (2 if "compare" in words else 0), done
        compare = f"import json, rehabplan, sys; sys.exit(json.dumps(rehabplan.{call}) != json.dumps(json.load(open({str(told)!r}))))"
        run(PYTHON, "-c", compare)


def clean() -> None:
    """The wheel: what is in it, what it asks of the interpreter, and that it works alone in a new environment."""
    contents(wheel())
    run(PYTHON, "-m", "abi3audit", "--strict", wheel())
    alone = WORK / "alone"
    venv.create(alone, with_pip=True, clear=True)
    run(interpreter(alone), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", wheel())
    run(interpreter(alone), "-I", HERE / "tests" / "smoke.py", ROOT / "examples" / "plans")


def contents(path: Path) -> None:
    """A wheel holds the package, the built module, its own description and the licences, and nothing else."""
    package = {file.name for file in (HERE / "python" / "rehabplan").iterdir() if file.suffix in {".py", ".pyi", ".typed"}}
    package |= {"py.typed"}
    with zipfile.ZipFile(path) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    native = {name for name in names if re.fullmatch(r"rehabplan/_native\.[\w.-]*(so|pyd)", name)}
    described = {name for name in names if name.startswith("rehabplan-") and ".dist-info/" in name}
    known = {"METADATA", "WHEEL", "RECORD"}
    beside = {name.split("/", 1)[1] for name in described} - known
    assert len(native) == 1, f"built modules: {native}"
    assert known <= {name.split("/", 1)[1] for name in described}, described
    licences = {"licenses/LICENSE-APACHE", "licenses/LICENSE-MIT"}
    assert licences <= beside, f"not there: {licences - beside}"
    assert all(name.startswith("sboms/") for name in beside - licences), beside
    rest = names - native - described
    assert rest == {f"rehabplan/{name}" for name in package}, rest ^ {f"rehabplan/{name}" for name in package}


def sdist() -> None:
    """The source distribution is whole: it compiles on its own."""
    folder = WORK / "sdist"
    shutil.rmtree(folder, ignore_errors=True)
    run(PYTHON, "-m", "maturin", "sdist", "--manifest-path", HERE / "Cargo.toml", "--out", folder)
    [archive] = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    [unpacked] = (path for path in folder.iterdir() if path.is_dir())
    # That nothing is missing shows when it is checked; what the same code is made into, the wheel has shown.
    [manifest] = unpacked.glob("**/bindings/python/Cargo.toml")
    run("cargo", "check", "--quiet", "--manifest-path", manifest, CARGO_PROFILE_DEV_DEBUG="0")


def free_threaded() -> None:
    """The crate compiles for a free-threaded CPython 3.14. None is at hand, so it is not run."""
    config = WORK / "free-threaded.txt"
    config.write_text(
        "implementation=CPython\nversion=3.14\nshared=true\nbuild_flags=Py_GIL_DISABLED\npointer_width=64\n"
    )
    run(
        *("cargo", "check", "--quiet", "--manifest-path", HERE / "Cargo.toml", "--no-default-features"),
        PYO3_CONFIG_FILE=str(config),
        CARGO_PROFILE_DEV_DEBUG="0",
    )


def spark() -> None:
    """`rehabplan.spark` in PySpark's local mode."""
    if shutil.which("java") is None:
        raise NotRun("there is no Java")
    run(PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "spark", cwd=HERE, PYSPARK_PYTHON=str(PYTHON))


def example() -> None:
    """The examples on a generated export: the analysis, from the script and from the notebook, and the comparison."""
    export, out = WORK / "export.ndjson", WORK / "resultat"
    shutil.rmtree(out, ignore_errors=True)
    run(PYTHON, EXAMPLE / "generate.py", export, "--plans", PLANS)
    script = (PYTHON, EXAMPLE / "analyse.py", export, "--id", "sagsnummer", "--plan", "plan")
    run(*script, "--as-of", "2020-06-01", "--out", out)
    facts = [json.loads(line) for line in export.with_suffix(".facts.ndjson").read_text("utf-8").splitlines()]
    check_result(out, facts)
    script = (PYTHON, PROFILES / "sammenlign.py", export, "--id", "sagsnummer", "--plan", "plan")
    proposal = ("--profile", "forslag/2018-laege-valgfri")
    run(*script, *proposal, "--as-of", "2020-06-01", "--out", out)
    check_difference(out, facts)
    notebook = (
        "import nbformat, nbclient, sys; book = nbformat.read(sys.argv[1], 4); "
        "nbclient.NotebookClient(book, timeout=300, resources={'metadata': {'path': sys.argv[2]}}).execute(); "
        "assert any('image/png' in output.get('data', {}) for cell in book.cells for output in cell.get('outputs', []))"
    )
    folder = WORK / "notebook"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    run(
        PYTHON,
        "-c",
        notebook,
        EXAMPLE / "analyse.ipynb",
        folder,
        PLANS="2000",
        PYTHONPATH=str(EXAMPLE),
        MPLBACKEND="module://matplotlib_inline.backend_inline",
    )


def check_result(out: Path, facts: list[dict[str, object]]) -> None:
    """The tables hold the defects that were put in, each once, and no others."""
    import csv
    from collections import Counter

    csv.field_size_limit(1 << 24)
    with (out / "planer.csv").open(encoding="utf-8", newline="") as file:
        plans = list(csv.DictReader(file))
    with (out / "fund.csv").open(encoding="utf-8", newline="") as file:
        findings = list(csv.DictReader(file))
    assert len(plans) == len(facts) == PLANS
    assert sum(row["conclusion"] == "unreadable" for row in plans) == sum(not fact["readable"] for fact in facts) > 0
    assert sum(row["conclusion"] == "deficient" for row in plans) == sum(bool(fact["errors"]) for fact in facts) > 0
    found = Counter(
        (row["id"], row["rule"])
        for row in findings
        if row["severity"] == "error" and row["rule"] and not row["same_as"]
    )
    known = Counter((fact["sagsnummer"], rule) for fact in facts for rule in fact["errors"])  # type: ignore[attr-defined]
    assert found == known, f"{len(found - known)} findings too many, {len(known - found)} too few"
    picture = out / "mangler.png"
    assert picture.stat().st_size > 50_000
    print(f"{sum(known.values())} defects in {PLANS} plans, all found; the plot to look at: {picture}")


def check_difference(out: Path, facts: list[dict[str, object]]) -> None:
    """Without a GP's assessment, what lacks nothing else is in order; the rest stays deficient."""
    import csv

    defects: dict[object, set[str]] = {fact["sagsnummer"]: set(fact["errors"]) for fact in facts}  # type: ignore[call-overload]
    known = [number for number, rules in defects.items() if rules and all(rule.startswith("P4.") for rule in rules)]
    with (out / "aendret.csv").open(encoding="utf-8", newline="") as file:
        changed = [(row["plan"], row["before"], row["after"]) for row in csv.DictReader(file)]
    assert changed == [(number, "deficient", "fulfilled") for number in known] and known
    with (out / "krav.csv").open(encoding="utf-8", newline="") as file:
        fallen = sum(int(row["fall_away"]) for row in csv.DictReader(file))
    assert fallen == sum(rule.startswith("P4.") for rules in defects.values() for rule in rules)
    print(f"{len(changed)} plans with another conclusion, {fallen} findings fewer; the plot: {out / 'forskel.png'}")


STEPS: dict[str, Callable[[], None]] = {
    "environment": environment,
    "build": build,
    "pytest": pytest,
    "types": types,
    "parity": parity,
    "clean": clean,
    "sdist": sdist,
    "free-threaded": free_threaded,
    "spark": spark,
    "example": example,
}

# Without these there is nothing to test.
FIRST = ("environment", "build")


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the Python package and run every test of it.")
    parser.add_argument("--only", nargs="+", choices=STEPS, default=list(STEPS), metavar="NAME", help=", ".join(STEPS))
    only = parser.parse_args().only
    if sys.version_info < (3, 11) or sys.implementation.name != "cpython":
        print("not run: the Python tests need CPython 3.11 or later, and this is", sys.version.split()[0])
        return 3
    WORK.mkdir(parents=True, exist_ok=True)
    passed, failed, not_run = [], [], []
    for name, step in STEPS.items():
        if name not in only:
            not_run.append(f"{name}: not asked for")
            continue
        print(f"\n== {name}: {(step.__doc__ or '').splitlines()[0]}", flush=True)
        begun = time.monotonic()
        try:
            step()
        except NotRun as reason:
            not_run.append(f"{name}: {reason}")
        except (subprocess.CalledProcessError, OSError, AssertionError, ValueError) as error:
            failed.append(f"{name}: {error}")
        else:
            passed.append(name)
            print(f"== {name}: passed in {time.monotonic() - begun:.0f} s", flush=True)
        if name in FIRST and name not in passed:
            not_run += [f"{rest}: {name} did not pass" for rest in STEPS if rest in only and rest not in FIRST]
            break
    print()
    for line in failed:
        print("failed", line)
    for line in not_run:
        print("not run", line)
    print(f"{len(passed)} passed, {len(failed)} failed, {len(not_run)} skipped")
    return 1 if failed else 3 if not_run else 0


if __name__ == "__main__":
    sys.exit(main())
