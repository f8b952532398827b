"""Times rehabplan beside its peers, and says what came of each goal.

    cargo xtask bench [--quick] [--record] [PART ...]

starts this with the same arguments. It builds what it needs, starts one process for each language, and has them run in
turn: a round asks every contender once for one pass over all plans, each round beginning at another one. Only ratios
within a round are compared; what is told of them is the median over the rounds, and the lowest and the highest. Seconds are
those of the processor, so that other work on the machine counts for nobody; where threads are compared, those of the clock.

It needs Linux or macOS, Rust, CPython 3.11 or later and Node; the browser part needs Chromium too. The peers are installed
under target/.
Exit code 0: measured; 1: something failed; 3: something could not be run, and the rest was measured.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
import tomllib
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
WORK = TARGET / "peers"
VENV = WORK / "venv"
PYTHON = VENV / "bin" / "python"
NODE = WORK / "node"
# Where the build of the npm package puts it, whatever the target folder is.
PACKAGE = ROOT / "target" / "npm" / "rehabplan"
SUBSET = HERE / "subset.schema.json"

sys.path.insert(0, str(ROOT / "examples" / "analyse"))
import generate  # noqa: E402

PLANS, ROUNDS = 20_000, 5
QUICK_PLANS, QUICK_ROUNDS = 2_000, 3
# The same plans as UTF-8, with every letter outside of ASCII escaped, and with texts of words that do not repeat.
ENCODINGS = ("plain", "escaped", "varied")

# What a contender is to find something wrong with, so that nobody is fast by doing nothing.
FULL, SUBSET_RULES, NOTHING, TYPES = "deficient", "subset", "unreadable", "types"
CONTENDERS = {
    "rust": {
        "findings": FULL, "same work": FULL, "all results": FULL, "reading": NOTHING, "tokenise": NOTHING, "typed parse": NOTHING,
        "jsonschema": TYPES,
    },
    "cli": {"1 thread": None, "2 threads": None},
    "python": {
        "buffer": FULL, "list": FULL, "buffer, same work": FULL, "buffer, 2 threads": FULL, "pydantic": SUBSET_RULES,
        "jsonschema-rs": SUBSET_RULES,
    },
    "node": {
        "rehabplan, bytes": FULL, "rehabplan, string": FULL, "same work, bytes": FULL, "same work, string": FULL, "ajv, bytes": SUBSET_RULES, "ajv, string": SUBSET_RULES,
        "zod, bytes": SUBSET_RULES, "zod, string": SUBSET_RULES,
    },
}  # fmt: skip
PARTS = (*CONTENDERS, "memory", "browser")


@dataclass(frozen=True)
class Ratio:
    """How many times as fast as the other the one is to be."""

    part: str
    ours: str
    peer: str
    goals: tuple[float | None, float | None] = (None, None)
    """For plain and for escaped JSON; texts that do not repeat have the goal of plain JSON."""


RATIOS = [
    Ratio("rust", "findings", "typed parse", (0.9, 0.9)),
    Ratio("rust", "findings", "jsonschema", (3, 2)),
    Ratio("rust", "same work", "jsonschema", (4.5, 3)),
    Ratio("rust", "findings", "tokenise"),
    Ratio("rust", "all results", "typed parse"),
    Ratio("rust", "all results", "jsonschema"),
    Ratio("rust", "reading", "typed parse"),
    Ratio("rust", "reading", "tokenise"),
    Ratio("python", "buffer", "pydantic", (6, 3.5)),
    Ratio("python", "buffer", "jsonschema-rs", (6, 3.5)),
    Ratio("python", "buffer, same work", "jsonschema-rs"),
    Ratio("python", "list", "pydantic", (6, 3.5)),
    Ratio("python", "list", "jsonschema-rs", (6, 3.5)),
    Ratio("python", "buffer, 2 threads", "buffer", (1.8, 1.8)),
    Ratio("node", "rehabplan, bytes", "ajv, bytes", (3, 1.5)),
    Ratio("node", "rehabplan, string", "ajv, string", (1, 1)),
    Ratio("node", "same work, bytes", "ajv, bytes"),
    Ratio("node", "same work, string", "ajv, string"),
    Ratio("node", "rehabplan, bytes", "zod, bytes"),
    Ratio("node", "rehabplan, string", "zod, string"),
    Ratio("cli", "2 threads", "1 thread", (1.8, 1.8)),
]


class NotRun(Exception):
    """Why a part could not be run."""


def say(*words: object) -> None:
    print(*words, file=sys.stderr, flush=True)


def run(*command: object, cwd: Path = ROOT) -> str:
    """Runs a command and returns what it prints."""
    words = [str(word) for word in command]
    if shutil.which(words[0]) is None:
        raise NotRun(f"there is no {words[0]}")
    say("$", *words)
    return subprocess.run(words, cwd=cwd, env=environment(), check=True, text=True, stdout=subprocess.PIPE).stdout


def environment() -> dict[str, str]:
    """Everything comes from what was built and installed here, and nothing from the caller's own environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return kept | {"CARGO_TARGET_DIR": str(TARGET)}


# ---- what is built


def build_rust() -> None:
    run("cargo", "build", "--release", "--quiet", "--manifest-path", HERE / "rust" / "Cargo.toml")


def build_cli() -> None:
    run("cargo", "build", "--release", "--quiet", "--package", "rehabplan-cli")


def build_python() -> None:
    requirements = HERE / "python" / "requirements.txt"
    wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / "requirements"
    if not stamp.is_file() or stamp.read_text() != wanted:
        venv.create(VENV, with_pip=True, clear=True)
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements)
        stamp.write_text(wanted)
    wheels = WORK / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    manifest = ROOT / "bindings" / "python" / "Cargo.toml"
    run(PYTHON, "-m", "maturin", "build", "--release", "--quiet", "--manifest-path", manifest, "--out", wheels)
    [wheel] = wheels.glob("*.whl")
    run(PYTHON, "-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps", wheel)


def build_node() -> None:
    run("node", ROOT / "bindings" / "wasm" / "build.mjs")
    shutil.copytree(HERE / "node", NODE, dirs_exist_ok=True)
    run("npm", "install", "--no-save", "--loglevel=error", cwd=NODE)


BUILDS = {
    "rust": build_rust, "cli": build_cli, "memory": build_cli, "python": build_python, "node": build_node,
    "browser": build_node,
}  # fmt: skip


# ---- what is measured


@dataclass(frozen=True)
class Data:
    """The plans in both encodings, and what is known about them."""

    plans: int
    files: tuple[Path, Path, Path]
    facts: list[dict[str, Any]]

    @classmethod
    def make(cls, plans: int) -> Data:
        plain, escaped, varied = (WORK / f"{name}.ndjson" for name in ENCODINGS)
        told = generate.write(plain, plans, bare=True)
        vary(plain, varied)
        with plain.open(encoding="utf-8") as lines, escaped.open("w", encoding="ascii", newline="\n") as out:
            for line in lines:
                out.write(re.sub(r"[^\x00-\x7f]", lambda letter: json.dumps(letter[0])[1:-1], line))
        facts = [json.loads(line) for line in told.read_text("utf-8").splitlines()]
        return cls(plans, (plain, escaped, varied), facts)

    def known(self, what: str) -> int:
        """How many plans are known to be unreadable, or deficient (or unreadable)."""
        return sum(not fact["readable"] or (what == FULL and bool(fact["errors"])) for fact in self.facts)

    def described(self) -> dict[str, Any]:
        defective = sum(bool(fact["errors"] or fact["warnings"]) for fact in self.facts)
        return {
            "plans": self.plans,
            "bytes": {
                name: round(file.stat().st_size / self.plans) for name, file in zip(ENCODINGS, self.files, strict=True)
            },
            "deficient": self.known(FULL) / self.plans,
            "defective": (defective + self.known(NOTHING)) / self.plans,
            "unreadable": self.known(NOTHING),
        }


def vary(plain: Path, varied: Path) -> None:
    """Writes the same plans with the longer words of their texts made up, each anew: no text stands in two plans. Short words and
    capitals stay, so that sentences are as many and as long."""
    chance = random.Random(1)
    syllables = [one + two + three for one in "bdfghjklmnprstv" for two in "aeiouyæøå" for three in ("", *"nrsl")]
    text, word = re.compile(r'"(?:[^"\\]|\\.){40,}"'), re.compile(r"(?<= )[a-zæøå]{5,}")

    def renew(found: re.Match[str]) -> str:
        return word.sub(lambda old: "".join(chance.choices(syllables, k=max(2, len(old[0]) // 3))), found[0])

    with plain.open(encoding="utf-8") as lines, varied.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(text.sub(renew, line))


@dataclass(frozen=True)
class Pass:
    """What one pass over all plans came to."""

    clock: float
    """Seconds by the clock."""
    processor: float
    """Seconds of the processor, of all threads together."""
    flagged: int | None
    """With how many plans something is wrong, where that is told."""


class Worker:
    """The process that runs the contenders of one language."""

    def __init__(self, *command: object) -> None:
        words = [str(word) for word in command]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._process = subprocess.Popen(words, text=True, env=environment(), **pipes)

    def ask(self, file: int, contender: str) -> Pass:
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(f"{file} {contender}\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline().split()
        except OSError:
            answer = []
        # It has said itself what is wrong.
        if len(answer) != 3:
            raise RuntimeError(f"{self._process.args[0]} stopped at {contender}")  # type: ignore[index]
        return Pass(float(answer[0]), float(answer[1]), int(answer[2]))

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


class CommandLine:
    """The command line, a new process for each pass."""

    def __init__(self, data: Data) -> None:
        self._data = data

    def command(self, threads: int, path: object) -> list[str]:
        options = ["--ndjson", "--format", "ndjson", "--as-of", generate.AS_OF, "--threads", str(threads)]
        return [str(TARGET / "release" / "rehabplan"), "check", str(path), *options]

    def ask(self, file: int, contender: str) -> Pass:
        command = self.command(int(contender.split()[0]), self._data.files[file])
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        usage = finish(process)
        return Pass(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, None)

    def memory(self, copies: int) -> dict[str, Any]:
        """The most memory that checking took, the plans fed in that many times over."""
        command = self.command(2, "-")
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert process.stdin
        for _ in range(copies):
            with self._data.files[0].open("rb") as plans:
                shutil.copyfileobj(plans, process.stdin, 1 << 20)
        # Of the process itself: what wait4 tells begins at the size of this one. All but a pipe's rest has been checked.
        peak = re.search(r"^VmHWM:\s*(\d+) kB$", Path(f"/proc/{process.pid}/status").read_text(), re.M)
        process.stdin.close()
        finish(process)
        assert peak
        return {"plans": self._data.plans * copies, "megabytes": round(int(peak[1]) * 1024 / 1e6, 1)}


def finish(process: subprocess.Popen[bytes]) -> Any:
    """Waits for a check, and says what it used."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # 0: nothing wrong, 1: findings, 2: lines that are no JSON.
    if process.returncode not in (0, 1, 2):
        raise RuntimeError(f"rehabplan check ended with {process.returncode}")
    return usage


def start(part: str, data: Data) -> Worker | CommandLine:
    match part:
        case "rust":
            return Worker(TARGET / "release" / "rehabplan-peers", *data.files)
        case "python":
            return Worker(PYTHON, HERE / "python" / "worker.py", *data.files)
        case "node":
            return Worker("node", "--expose-gc", NODE / "worker.js", PACKAGE / "node.js", SUBSET, *data.files)
        case _:
            return CommandLine(data)


Job = tuple[str, str, str]
"""A part, a contender and an encoding."""


def measure(parts: list[str], data: Data, rounds: int) -> dict[Job, list[Pass]]:
    """The passes of every contender, round by round."""
    parts = [part for part in parts if part in CONTENDERS]
    jobs = [(part, name, encoding) for part in parts for encoding in ENCODINGS for name in CONTENDERS[part]]
    passes: dict[Job, list[Pass]] = {job: [] for job in jobs}
    workers = {part: start(part, data) for part in parts}
    try:
        # The first round warms up and is not counted.
        for turn in range(rounds + 1):
            begun, first = time.monotonic(), turn * len(jobs) // (rounds + 1)
            for job in jobs[first:] + jobs[:first]:
                part, name, encoding = job
                told = workers[part].ask(ENCODINGS.index(encoding), name)
                if turn > 0:
                    passes[job].append(told)
            say(f"round {turn} of {rounds}: {time.monotonic() - begun:.0f} s")
    finally:
        for worker in workers.values():
            if isinstance(worker, Worker):
                worker.close()
    return passes


def compare_answers(passes: dict[Job, list[Pass]], data: Data) -> None:
    """Everybody finds what is known to be there, and peers with the same rules find the same."""
    found: dict[str, set[int]] = {FULL: {data.known(FULL)}, NOTHING: {data.known(NOTHING)}}
    for (part, name, _), told in passes.items():
        what = CONTENDERS[part][name]
        if what is not None:
            found.setdefault(what, set()).update(one.flagged for one in told if one.flagged is not None)
    wrong = {what: plans for what, plans in found.items() if len(plans) > 1}
    if wrong:
        raise RuntimeError(f"contenders with the same rules do not find the same number of plans: {wrong}")


def seconds(passes: list[Pass], *contenders: str) -> list[float]:
    """Those that count when these are compared."""
    by_clock = any("thread" in name for name in contenders)
    return [one.clock if by_clock else one.processor for one in passes]


def spread(values: list[float]) -> dict[str, float]:
    return {"median": statistics.median(values), "low": min(values), "high": max(values)}


def ratios(passes: dict[Job, list[Pass]]) -> list[dict[str, Any]]:
    compared = []
    for ratio in RATIOS:
        both = (ratio.ours, ratio.peer)
        for encoding, goal in zip(ENCODINGS, (*ratio.goals, ratio.goals[0]), strict=True):
            ours, peer = (seconds(passes.get((ratio.part, name, encoding), []), *both) for name in both)
            if ours:
                shares = [theirs / mine for mine, theirs in zip(ours, peer, strict=True)]
                names = {"part": ratio.part, "ours": ratio.ours, "peer": ratio.peer, "encoding": encoding}
                compared.append({**names, **spread(shares), "goal": goal})
    return compared


def speeds(passes: dict[Job, list[Pass]], data: Data) -> list[dict[str, Any]]:
    rows = []
    for (part, contender, encoding), told in passes.items():
        median = statistics.median(seconds(told, contender))
        size = data.files[ENCODINGS.index(encoding)].stat().st_size
        rows.append(
            {
                **{"part": part, "contender": contender, "encoding": encoding, "flagged": told[0].flagged},
                **{"plansPerSecond": round(data.plans / median), "megabytesPerSecond": round(size / 1e6 / median)},
            }
        )
    return rows


def browser(data: Data, rounds: int) -> dict[str, Any]:
    arguments = (ROOT / "bindings" / "wasm", PACKAGE, SUBSET, data.files[0], rounds)
    try:
        told = json.loads(run("node", NODE / "browser.js", *arguments))
    except subprocess.CalledProcessError as error:
        if error.returncode == 3:
            raise NotRun("there is no Chromium") from None
        raise
    described = {"version": told["version"], "plans": told["plans"], **against_ajv(told["times"])}
    return {**described, "edit": against_ajv(told["edits"])}


def against_ajv(times: dict[str, list[float]]) -> dict[str, Any]:
    """What one took in the middle, and how many times as fast as ajv it was, round by round."""
    shares = {name: [theirs / mine for mine, theirs in zip(taken, times["ajv"], strict=True)] for name, taken in times.items()}
    return {
        "microseconds": {name: round(statistics.median(taken) * 1e6, 1) for name, taken in times.items()},
        "ratios": {name: spread(values) for name, values in shares.items() if name != "ajv"},
    }


# ---- what is told


def versions(parts: list[str]) -> dict[str, str]:
    """What was measured with."""
    told = {"rehabplan": tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["version"]}
    if {"rust", "cli", "python"} & set(parts):
        told["rustc"] = run("rustc", "--version").split()[1]
    if "rust" in parts:
        locked = tomllib.loads((HERE / "rust" / "Cargo.lock").read_text())["package"]
        wanted = ("serde_json", "simdutf8", "jsonschema")
        told |= {package["name"]: package["version"] for package in locked if package["name"] in wanted}
    if "python" in parts:
        told["Python"] = platform.python_version()
        lines = (HERE / "python" / "requirements.txt").read_text().splitlines()
        told |= dict(line.split("==") for line in lines if "==" in line and not line.startswith("maturin"))
    if {"node", "browser"} & set(parts):
        told["Node"] = run("node", "--version").strip().removeprefix("v")
        peers = json.loads((HERE / "node" / "package.json").read_text())["dependencies"]
        told |= {name: version for name, version in peers.items() if name != "esbuild"}
    return told


def machine() -> dict[str, Any]:
    try:
        model = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        model = None
    cpu = model[1] if model else platform.processor() or platform.machine()
    return {"cpu": cpu, "cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}"}


def show(result: dict[str, Any]) -> None:
    data = result["data"]
    print(
        f"\n{data['plans']} plans, mean {data['bytes']['plain']} bytes ({data['bytes']['escaped']} escaped); "
        f"{data['deficient']:.1%} deficient or unreadable, {data['defective']:.1%} with any defect\n"
    )
    for row in result["speeds"]:
        speed = f"{row['plansPerSecond']:>9,} plans/s {row['megabytesPerSecond']:>6,} MB/s"
        print(f"{row['part']:7} {row['contender']:18} {row['encoding']:8} {speed}")
    print("\ntimes as fast, median (lowest-highest)")
    for row in result["ratios"]:
        met = row["goal"] is not None and row["median"] >= row["goal"]
        goal = "" if row["goal"] is None else f"goal {row['goal']}: {'met' if met else 'missed'}"
        value = f"{row['median']:6.2f} ({row['low']:.2f}-{row['high']:.2f})"
        print(f"{row['part']:7} {row['ours']:18} / {row['peer']:13} {row['encoding']:8} {value:24} {goal}")
    for row in result.get("memory", []):
        print(f"\npeak memory, {row['plans']:,} plans: {row['megabytes']} MB", end="")
    if "browser" in result:
        row, spent = result["browser"], result["browser"]["microseconds"]
        print(f"\none check in Chromium {row['version']}: {spent['rehabplan']} us, ajv {spent['ajv']} us")
        spent = row["edit"]["microseconds"]
        print(f"one key in a text of a draft: {spent['key']} us, another date: {spent['date']} us, ajv {spent['ajv']} us")
    print()


def main() -> int:
    parser = argparse.ArgumentParser(description="Time rehabplan beside its peers.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all when left out")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_PLANS} plans and {QUICK_ROUNDS} rounds")
    parser.add_argument("--record", action="store_true", help="write docs/performance.json: all parts, and not --quick")
    options = parser.parse_args()
    parts = options.parts or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(unknown)}")
    if options.record and (options.quick or set(parts) != set(PARTS)):
        parser.error("--record is for a full run of all parts")
    WORK.mkdir(parents=True, exist_ok=True)

    begun, not_run = time.monotonic(), []
    for build in dict.fromkeys(BUILDS[part] for part in parts):
        try:
            build()
        except NotRun as reason:
            not_run += [f"{part}: {reason}" for part in parts if BUILDS[part] is build]
            parts = [part for part in parts if BUILDS[part] is not build]
    data = Data.make(QUICK_PLANS if options.quick else PLANS)
    built = time.monotonic()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    say(f"built in {built - begun:.0f} s; the machine's load is {load:.1f}")

    rounds = QUICK_ROUNDS if options.quick else ROUNDS
    passes = measure(parts, data, rounds)
    compare_answers(passes, data)
    result = {
        "measured": datetime.date.today().isoformat(),
        "machine": machine(),
        "versions": versions(parts),
        "data": data.described(),
        "rounds": rounds,
        "speeds": speeds(passes, data),
        "ratios": ratios(passes),
    }
    if "memory" in parts and not Path("/proc/self/status").is_file():
        not_run.append("memory: it is read from /proc, which only Linux has")
    elif "memory" in parts:
        result["memory"] = [CommandLine(data).memory(copies) for copies in (1, 10)]
    if "browser" in parts:
        try:
            result["browser"] = browser(data, rounds)
        except NotRun as reason:
            not_run.append(f"browser: {reason}")
        except subprocess.CalledProcessError as error:
            # What took so long to measure is not lost for it.
            not_run.append(f"browser: {error}")
    say(f"measured in {time.monotonic() - built:.0f} s")
    show(result)
    for line in not_run:
        say("not run", line)
    written = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
    (WORK / "result.json").write_text(written, "utf-8")
    if options.record and not not_run:
        (ROOT / "docs" / "performance.json").write_text(written, "utf-8")
    return 3 if not_run else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (subprocess.CalledProcessError, RuntimeError, OSError) as error:
        sys.exit(f"failed: {error}")
