"""What schemathesis does not know by itself: bodies and answers of a JSON value on each line."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines_of(ctx, value):
    if isinstance(value, bytes):
        return value
    values = value if isinstance(value, list) else [value]
    return "".join(json.dumps(line) + "\n" for line in values).encode()


@schemathesis.deserializer("application/x-ndjson")
def values_of(ctx, response):
    # The schema is that of a line; the first stands for all, and each must be JSON.
    lines = [json.loads(line) for line in response.text.splitlines()]
    return lines[0] if lines else None
