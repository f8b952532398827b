"""Plans and profiles that are Python objects, as JSON text."""

import json

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encode(thing: object, what: str = "a plan") -> str:
    """The JSON text of a plan, or of `what` it is.

    Raises:
        TypeError: It holds something that JSON does not have. What json itself says, and the chain of exceptions
            behind it, could show values, so neither is passed on.
        RecursionError: It is nested too deep.
    """
    failure: Exception
    try:
        return _encoder.encode(thing)
    except RecursionError:
        failure = RecursionError()
    except (TypeError, ValueError) as error:
        kind = "a value that is no JSON" if isinstance(error, TypeError) else "a value that holds itself"
        failure = TypeError(f"{what} is made of dict, list, str, int, float, bool and None, and this one holds {kind}")
    raise failure
