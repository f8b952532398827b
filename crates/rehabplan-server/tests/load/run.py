"""The server under load, measured from other processes: `cargo xtask load`.

It asks for `hey` (with Debian: apt-get install hey) and for a machine that does nothing else. What comes out is ratios, held together
in one run: against the same plans in a child process, and against the load that the server can take. `--record` writes docs/load.md;
`--minutes N` says how long half the load goes on while memory is looked at. Exit code 1 when an answer was wrong or the server did
not hold; 3 when `hey` is missing.
"""

import argparse
import contextlib
import csv
import http.client
import json
import os
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
PLAN = ROOT / "examples/plans/ressourceforloeb-i-orden.json"
WORK = ROOT / "target/load"
NOT_RUN = 3
JSON = {"Content-Type": "application/json"}


class Server:
    """`rehabplan serve` with one thread, so that there is room on the machine for those who ask."""

    def __init__(self, program: Path, *options: str, port: int = 0) -> None:
        command = [program, "serve", "--threads", "1", "--listen", f"127.0.0.1:{port}", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        self.port = int(self.address.rsplit(":", 1)[1])

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=60) != 0:
            raise SystemExit("the server did not end as it should")

    def ask(self, body: bytes) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("POST", "/v1/check", body, JSON)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def memory(self) -> int:
        """Kilobytes in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def load(server: Server, seconds: int, callers: int, rate: float | None = None) -> dict:
    """What callers see: answers per second that were reports, the share of those, and their times in milliseconds."""
    command = ["hey", "-z", f"{seconds}s", "-c", str(callers), "-o", "csv", "-m", "POST", "-T", "application/json", "-D", str(PLAN)]
    if rate:
        command += ["-q", str(rate / callers)]
    output = subprocess.run([*command, f"{server.address}/v1/check"], capture_output=True, text=True, check=True).stdout
    rows = list(csv.DictReader(output.splitlines()))
    times = sorted(float(row["response-time"]) * 1000 for row in rows if row["status-code"] == "200")
    codes = {row["status-code"] for row in rows}
    if not times:
        raise SystemExit("no report came at all")
    quantiles = statistics.quantiles(times, n=100)
    return {
        "rate": len(times) / seconds, "share": len(times) / len(rows), "codes": codes,
        "p50": quantiles[49], "p99": quantiles[98], "max": times[-1],
    }


def child(program: Path, seconds: float) -> float:
    """Plans per second in a child process with one thread, from and to files."""
    line = json.dumps(json.loads(PLAN.read_text())) + "\n"
    count = 200
    while True:
        (WORK / "lines.ndjson").write_text(line * count)
        with open(WORK / "lines.ndjson") as lines, open(os.devnull, "w") as nowhere:
            begin = time.perf_counter()
            subprocess.run([program, "serve", "--stdio", "--threads", "1"], stdin=lines, stdout=nowhere, check=True)
        took = time.perf_counter() - begin
        if took > seconds:
            return count / took
        count = int(count * max(2, 1.2 * seconds / took))


@contextlib.contextmanager
def slow(server: Server, count: int, first: bytes, more: bytes = b""):
    """Callers that send something and then nothing, or a byte now and then."""
    sockets, ended = [], threading.Event()
    for _ in range(count):
        one = socket.create_connection(("127.0.0.1", server.port))
        one.sendall(first)
        sockets.append(one)

    def drip() -> None:
        while not ended.wait(1):
            for one in sockets:
                with contextlib.suppress(OSError):
                    one.sendall(more)

    thread = threading.Thread(target=drip)
    if more:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        if more:
            thread.join()
        for one in sockets:
            one.close()


def killed(program: Path, expected: bytes) -> tuple[int, int, int]:
    """Callers while the server is killed and begun again: right answers, answers that were not whole or right, and errors that the
    caller saw."""
    right, wrong, errors = [0], [0], [0]
    ended = threading.Event()
    plan = PLAN.read_bytes()
    server = Server(program)
    port = server.port

    def call() -> None:
        while not ended.is_set():
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                connection.request("POST", "/v1/check", plan, JSON)
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):
                errors[0] += 1
                time.sleep(0.01)
            else:
                if answer.status == 200 and body == expected:
                    right[0] += 1
                else:
                    wrong[0] += 1

    threads = [threading.Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    for _ in range(5):
        time.sleep(1)
        server.process.kill()
        server.process.wait()
        server = Server(program, port=port)
    time.sleep(1)
    ended.set()
    for thread in threads:
        thread.join()
    server.process.terminate()
    server.process.wait()
    return right[0], wrong[0], errors[0]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    if shutil.which("hey") is None:
        print("not run: hey is missing; with Debian: apt-get install hey", file=sys.stderr)
        return NOT_RUN
    WORK.mkdir(parents=True, exist_ok=True)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    rows, wrong = [], []

    def row(what: str, result: str) -> None:
        print(f"{what}: {result}", flush=True)
        rows.append(f"| {what} | {result} |")

    with Server(options.program, "--connections", "20000") as server:
        expected = server.ask(PLAN.read_bytes())[1]
        rounds = [(child(options.program, 2), load(server, 5, 16)["rate"]) for _ in range(3)]
        within, most = (statistics.median(side) for side in zip(*rounds, strict=True))
        row("most, against a child process on the same lines", f"{most / within:.2f}")

        half = load(server, 10, 16, most / 2)
        row("half of the most: 99th percentile against the median", f"{half['p99'] / half['p50']:.1f}")
        if half["codes"] != {"200"}:
            wrong.append("half of the most was not all answered")

        # More callers than there are places, so that something must be refused.
        double = load(server, 10, 600, most * 2)
        row("twice the most: reports against the most", f"{double['rate'] / most:.2f}")
        row("twice the most: share that is told to come again (503)", f"{1 - double['share']:.2f}")
        row("twice the most: median time of a report against a full queue of 257", f"{double['p50'] / (257 / most * 1000):.2f}")
        if not double["codes"] <= {"200", "503"}:
            wrong.append(f"twice the most was answered with {double['codes']}")
        after = load(server, 5, 16)
        row("after that: most against the most before", f"{after['rate'] / most:.2f}")

        head = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n"
        with slow(server, 500, head + b"\r\n{", b" "):
            beside = load(server, 5, 16, most / 2)
        row("500 callers who send a byte a second: median beside them against without", f"{beside['p50'] / half['p50']:.2f}")
        with slow(server, 500, head):
            beside = load(server, 5, 16, most / 2)
        row("500 connections that stay half open: median beside them against without", f"{beside['p50'] / half['p50']:.2f}")
        count = min(10_000, hard - 1000)
        before = server.memory()
        with slow(server, count, b""):
            beside = load(server, 5, 16, most / 2)
            more = server.memory() - before
        row(f"{count:,} connections that lie idle: median beside them against without", f"{beside['p50'] / half['p50']:.2f}")
        row(f"{count:,} connections that lie idle: memory of each", f"{more / count:.1f} KB")

        for _ in range(2000):
            with socket.create_connection(("127.0.0.1", server.port)) as one:
                one.sendall(head + b"\r\n" + expected[:500])
        if server.ask(PLAN.read_bytes()) != (200, expected):
            wrong.append("after 2,000 bodies that were cut short, the answer is another")
        row("2,000 bodies that are cut short", "the next answer is right")

        load(server, 5, 16, most / 2)
        memory = [server.memory()]
        end = time.monotonic() + 60 * options.minutes
        while time.monotonic() < end:
            if load(server, 15, 16, most / 2)["codes"] != {"200"}:
                wrong.append("half of the most was not all answered")
            memory.append(server.memory())
        grown = memory[-1] / memory[0]
        row(f"{options.minutes:g} minutes at half of the most: memory at the end against the beginning", f"{grown:.2f}")
        if grown > 1.2:
            wrong.append("memory has grown")

    right, bad, errors = killed(options.program, expected)
    row("killed and begun again five times under load", f"{right} right answers, {bad} wrong, {errors} errors that the caller saw")
    if bad or not errors:
        wrong.append("an answer was wrong after a kill, or nothing was seen of it")
    for what in wrong:
        print(f"failed: {what}", file=sys.stderr)
    if options.record and not wrong:
        text = (Path(__file__).parent / "load.md").read_text()
        (ROOT / "docs/load.md").write_text(text.replace("ROWS", "\n".join(rows)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
