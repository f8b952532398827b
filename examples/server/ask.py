"""Begins a server, asks it about plans over HTTP, and ends it."""

import http.client
import json
import os
import subprocess
import sys
from urllib.parse import urlsplit


def main(paths: list[str]) -> None:
    # Port 0 is one that is free; the server says which.
    command = [os.environ.get("REHABPLAN", "rehabplan"), "serve", "--listen", "127.0.0.1:0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = urlsplit(server.stdout.readline().strip())
            connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
            for path in paths:
                with open(path, "rb") as file:
                    plan = file.read()
                connection.request("POST", "/v1/check?asOf=2020-06-01", plan, {"Content-Type": "application/json"})
                response = connection.getresponse()
                answer = json.loads(response.read())
                if response.status == 200:
                    print(f"{path}: {answer['conclusion']}")
                else:
                    # A problem (RFC 9457): a code for the program, and words for whoever reads them.
                    print(f"{path}: {answer['code']}: {answer['detail']}")
        finally:
            server.terminate()


if __name__ == "__main__":
    main(sys.argv[1:])
