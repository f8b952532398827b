"""Plans that are Python objects, as JSON text."""

import json

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encode(plan: object) -> str:
    """The JSON text of a plan.

    Raises:
        TypeError: The plan holds something that JSON does not have. What json itself says, and the chain of
            exceptions behind it, could show values, so neither is passed on.
        RecursionError: The plan is nested too deep.
    """
    failure: Exception
    try:
        return _encoder.encode(plan)
    except RecursionError:
        failure = RecursionError()
    except (TypeError, ValueError) as error:
        kind = "a value that is no JSON" if isinstance(error, TypeError) else "a value that holds itself"
        failure = TypeError(f"a plan is made of dict, list, str, int, float, bool and None, and this one holds {kind}")
    raise failure
