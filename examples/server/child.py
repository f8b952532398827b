"""Asks a child process about plans, a line for each."""

import json
import os
import subprocess
import sys


def main(paths: list[str]) -> None:
    command = [os.environ.get("REHABPLAN", "rehabplan"), "serve", "--stdio"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, **pipes) as child:
        for path in paths:
            with open(path, encoding="utf-8") as file:
                plan = json.load(file)
            # The id is the program's own; the answer repeats it. Options stand beside the plan.
            asked = {"id": path, "options": {"asOf": "2020-06-01"}, "plan": plan}
            child.stdin.write(json.dumps(asked) + "\n")
            child.stdin.flush()
            answer = json.loads(child.stdout.readline())
            if "report" in answer:
                print(f"{answer['id']}: {answer['report']['conclusion']}")
            else:
                print(f"{answer['id']}: {answer['error']['code']}: {answer['error']['message']}")
        child.stdin.close()


if __name__ == "__main__":
    main(sys.argv[1:])
