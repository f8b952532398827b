"""What stands in a dict, and what it comes to."""

from __future__ import annotations

import copy
import datetime
import decimal
import enum
import random
import uuid
from collections.abc import Iterator
from typing import Any

import numpy
import pandas
import pytest
import rehabplan
from conftest import base
from rehabplan import validate

AS_OF = "2020-06-01"
TEXT = ("forberedendeDel", "oensker")
DATE = ("moede", "dato")
NUMBER = ("sag", "kategori")
FLAG = ("sag", "foersteForloeb")
PART = ("moede",)
LIST = ("moede", "deltagere")
CODE = ("sag", "sagstype")
UNREADABLE = {
    TEXT: "notText",
    DATE: "notADate",
    NUMBER: "notANumber",
    FLAG: "notABoolean",
    PART: "notAnObject",
    LIST: "notAList",
    CODE: "notACode",
}


class Colour(enum.Enum):
    RED = 3


def with_value(place: tuple[str, ...], value: object) -> dict[str, Any]:
    """A plan of a known type of case with a value at one place."""
    plan: dict[str, Any] = {"sag": {"sagstype": "fleksjob"}}
    holder = plan
    for key in place[:-1]:
        holder = holder.setdefault(key, {})
    holder[place[-1]] = value
    return plan


def found(plan: object) -> list[tuple[str, str]]:
    """What is wrong with the document, but for a type of case that is not there."""
    report = validate(plan)  # type: ignore[arg-type]
    return [(finding.path, finding.code) for finding in report.input if finding.code != "scopeUnknown"]


@pytest.mark.parametrize("place", UNREADABLE, ids="/".join)
@pytest.mark.parametrize(
    "value", [None, float("nan"), numpy.float32("nan"), pandas.NaT, pandas.NA, numpy.datetime64("NaT"), numpy.ma.masked]
)
def test_what_stands_for_nothing_is_absent(place: tuple[str, ...], value: object) -> None:
    assert validate(with_value(place, value)) == validate(with_value(place, None))
    assert found(with_value(place, value)) == []


@pytest.mark.parametrize(
    ("place", "value", "json"),
    [
        (DATE, datetime.date(2020, 3, 2), "2020-03-02"),
        (DATE, datetime.datetime(2020, 3, 2), "2020-03-02"),
        (DATE, datetime.datetime(2020, 3, 2, tzinfo=datetime.timezone.utc), "2020-03-02"),
        (DATE, datetime.date(20, 3, 2), "0020-03-02"),
        (DATE, pandas.Timestamp("2020-03-02"), "2020-03-02"),
        (DATE, numpy.datetime64("2020-03-02"), "2020-03-02"),
        (DATE, numpy.datetime64("2020-03-02T00:00:00.000000000"), "2020-03-02"),
        (NUMBER, numpy.int64(3), 3),
        (NUMBER, numpy.uint8(3), 3),
        (NUMBER, numpy.float32(3), 3),
        (NUMBER, numpy.float64(3), 3),
        (NUMBER, numpy.array(3), 3),
        (NUMBER, decimal.Decimal("3"), 3),
        (NUMBER, decimal.Decimal("3.00"), 3),
        (FLAG, numpy.bool_(True), True),
        (FLAG, numpy.bool_(False), False),
        (CODE, numpy.str_("fleksjob"), "fleksjob"),
        (LIST, ("borger", "laege"), ["borger", "laege"]),
        (LIST, numpy.array(["borger", "laege"]), ["borger", "laege"]),
        (LIST, numpy.array(["borger", None], dtype=object), ["borger", None]),
    ],
)
def test_values_of_other_types_are_read(place: tuple[str, ...], value: object, json: object) -> None:
    report = validate(with_value(place, value), detail="all")
    assert report == validate(with_value(place, json), detail="all")
    # The answer depends on the value: it is not that of an empty place, unless that is all there is to say of it.
    assert found(with_value(place, value)) == found(with_value(place, json))


@pytest.mark.parametrize("place", UNREADABLE, ids="/".join)
@pytest.mark.parametrize(
    "value",
    [
        datetime.datetime(2020, 3, 2, 9, 30),
        pandas.Timestamp("2020-03-02 00:00:00.000000001"),
        numpy.datetime64("2020-03-02T09:30"),
        numpy.datetime64("2020-03"),
        datetime.time(9, 30),
        datetime.timedelta(days=1),
        numpy.timedelta64(1, "D"),
        Colour.RED,
        uuid.UUID(int=7),
        b"fleksjob",
        {"fleksjob"},
        frozenset(),
        object(),
        range(3),
        1j,
        numpy.complex64(1),
        float("inf"),
        10**400,
        10**5000,
        decimal.Decimal("1e999999"),
        decimal.Decimal("sNaN"),
        pandas.Series([1]),
        "\ud800",
        "fleksjob\udc00",
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_json_has_nothing_for_is_a_finding_at_its_place(place: tuple[str, ...], value: object) -> None:
    path = "/" + "/".join(place)
    assert found(with_value(place, value)) == [(path, UNREADABLE[place])]


def test_a_number_with_decimals_is_what_it_is_in_json() -> None:
    for value in (decimal.Decimal("3.5"), numpy.float16(3.5)):
        assert found(with_value(NUMBER, value)) == found(with_value(NUMBER, 3.5)) != []
    for value in (2**63, 2**64, -(2**64), 10**300):
        assert found(with_value(NUMBER, value)) == [("/sag/kategori", "outOfRange")]


def test_entries_have_their_own_place() -> None:
    days = numpy.array(["2020-03-02", "2020-03-02T09:30", "NaT"], dtype="datetime64[ns]")
    assert found({"sag": {"sagstype": "fleksjob"}, "moede": {"deltagere": ["borger", {1}, b""]}}) == [
        ("/moede/deltagere/1", "notACode"),
        ("/moede/deltagere/2", "notACode"),
    ]
    assert found({"sag": {"sagstype": "fleksjob"}, "moede": {"deltagere": days}}) == [
        ("/moede/deltagere/0", "notACode"),
        ("/moede/deltagere/1", "notACode"),
    ]


@pytest.mark.parametrize("key", [1, None, True, b"sag", ("sag",), "sag\ud800", datetime.date(2020, 1, 1), numpy.int64(1)])
def test_a_key_that_is_no_text_is_an_unknown_one(key: object) -> None:
    assert found({"sag": {"sagstype": "fleksjob"}, "moede": {key: 1}}) == [("/moede", "unknownKey")]


def test_keys_that_are_no_text_are_not_each_other() -> None:
    report = validate({"sag": {"sagstype": "fleksjob"}, "moede": {1: 1, 2: 2, "\ud800": 3}})
    [keys] = report.input
    assert (keys.path, keys.code) == ("/moede", "unknownKeys")
    assert "3" in keys.message


def test_the_same_as_json(fulfilled: dict[str, Any]) -> None:
    import json

    for name in ("RF", "FP12", "REV"):
        plan = base(name)
        assert validate(plan, as_of=AS_OF, detail="all") == validate(json.dumps(plan), as_of=AS_OF, detail="all")
    assert validate(fulfilled, as_of=AS_OF).ok


def test_code_that_is_called_may_change_the_dict() -> None:
    plan: dict[str, Any] = {}

    class Changes:
        @property
        def dtype(self) -> object:
            plan.clear()
            raise RuntimeError

    Changes.__module__ = "numpy"
    plan.update(sag={"sagstype": "fleksjob"}, moede=Changes(), indstilling={})
    assert [finding.path for finding in validate(plan).input] == ["/moede"]


def test_ctrl_c_in_called_code_is_heard() -> None:
    class Stops:
        @property
        def dtype(self) -> object:
            raise KeyboardInterrupt

    Stops.__module__ = "numpy"
    with pytest.raises(KeyboardInterrupt):
        validate({"sag": Stops()})
    with pytest.raises(KeyboardInterrupt):
        rehabplan.validate_many([{"sag": Stops()}], progress=False).plans


def places(plan: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if way:
        yield way
    inner = plan.items() if isinstance(plan, dict) else enumerate(plan) if isinstance(plan, list) else ()
    for key, value in inner:
        yield from places(value, (*way, key))


DIRTY = [
    *(None, float("nan"), pandas.NaT, pandas.NA, "", "-", "nan", "None", "NaT", "<NA>", "ingen", "xyz", "\ud800"),
    *(0, -1, 3.5, True, False, 10**400, float("inf"), b"x", object(), Colour.RED, decimal.Decimal("3")),
    *(datetime.date(2020, 3, 2), datetime.datetime(2020, 3, 2, 9), numpy.int64(3), {}, [], {"x": 1}, [None], ["x"]),
]


@pytest.mark.parametrize("name", ["RF", "FJ", "FP12", "REV", "JAX"])
def test_fulfilled_means_that_something_was_checked(name: str) -> None:
    """Plans in order with one to four dirty values in them: none is fulfilled without a known case type, a requirement
    that is met, and nothing left open or in the way."""
    chance = random.Random(f"fulfilled {name}")
    plan = base(name)
    ways = list(places(plan))
    dirty = [plan]
    for _ in range(400):
        changed = copy.deepcopy(plan)
        for _ in range(chance.randint(1, 4)):
            *way, last = chance.choice(ways)
            holder: Any = changed
            try:
                for key in way:
                    holder = holder[key]
                holder[last] = chance.choice(DIRTY)
            except (KeyError, IndexError, TypeError):
                continue
        dirty.append(changed)
    dirty += [{}, {"sag": None}, {"sag": {}}, {"sag": {"sagstype": float("nan")}}, {"Sag": plan.get("sag")}]
    conclusions = set()
    run = rehabplan.validate_many(dirty, as_of=AS_OF, detail="all", progress=False)
    for checked in run:
        report = checked.report
        assert report is not None, checked.error
        conclusions.add(report.conclusion)
        is_read = all(finding.severity != "error" for finding in report.input)
        assert report.ok == (report.conclusion == "fulfilled" and is_read) == checked.ok
        if report.ok:
            assert report.variant and report.complete
            assert report.counts.met and not report.counts.undetermined and not report.errors
            assert not any(one.blocking or one.outcome == "undetermined" for one in report.results)
    assert len(conclusions) > 1
