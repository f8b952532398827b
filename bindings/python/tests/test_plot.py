"""The heat map. Whether it can be read is for a person to look at: `run_tests.py` leaves one in target/."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import matplotlib
import pytest

matplotlib.use("agg")

import rehabplan  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from rehabplan import _plot  # noqa: E402


@pytest.fixture
def run(generate: Any) -> rehabplan.Run:
    lines = [line for line, _ in generate.lines(400, bare=True)]
    lines += ['{"sag": {"sagstype": "anden"}}', "{"]
    return rehabplan.validate_many(lines, as_of=generate.AS_OF, progress=False)


def test_it_shows_the_shares(run: rehabplan.Run, tmp_path: Path) -> None:
    axes = run.plot()
    columns = [label.get_text() for label in axes.get_xticklabels()]
    rows = [label.get_text() for label in axes.get_yticklabels()]
    assert "§ 4  Lægens vurdering" in rows and any("Ressourceforløb\nRF, " in column for column in columns)
    assert axes.get_title("left").startswith("Andel af planerne")
    assert "Kunne ikke læses: " in axes.get_xlabel() and "uden en sagstype: 1." in axes.get_xlabel()
    grid = axes.images[0].get_array()
    shares = {(row["paragraph"], row["variant"]): row["share"] for row in run.summary("paragraph").to_dicts()}
    points = sum(row["review"] or 0 for row in run.summary().to_dicts())
    assert points and f"ikke talt med: {_plot._count(points, _plot._TEXTS['da'])}." in axes.get_xlabel().replace("\n", " ")
    for y, row in enumerate(rows):
        for x, column in enumerate(columns):
            share = shares[int(row.split()[1]), column.split("\n")[-1].split(",")[0]]
            assert grid[y, x] == share or share is None and grid.mask[y, x]
    axes.figure.savefig(tmp_path / "plot.png")
    assert (tmp_path / "plot.png").stat().st_size > 10_000
    pyplot.close(axes.figure)


def test_languages_and_axes(generate: Any) -> None:
    figure, axes = pyplot.subplots()
    run = rehabplan.validate_many([generate.lines(1, bare=True).__next__()[0]], lang="en", progress=False)
    assert run.plot(axes) is axes and axes.get_title("left").startswith("Share of plans")
    assert ", 1 plan" in axes.get_xticklabels()[0].get_text()
    pyplot.close(figure)


def test_nothing_to_show() -> None:
    axes = rehabplan.validate_many([], progress=False).plot()
    assert [text.get_text() for text in axes.texts] == ["Ingen planer at vise"]
    pyplot.close(axes.figure)


def test_every_variant_and_paragraph_has_a_name() -> None:
    names = rehabplan.names()
    assert list(names["variants"]) == rehabplan.matrix()["variants"]
    paragraphs = {rule["provision"]["paragraf"] for rule in rehabplan.rules()}
    assert {int(number) for number in names["paragraphs"]} == paragraphs
    assert names["variants"]["SDP3"]["short"] == {"da": "Sygedagpenge, kategori 3", "en": "Sygedagpenge, category 3"}
    assert _plot._TEXTS["da"].keys() == _plot._TEXTS["en"].keys()


@pytest.mark.parametrize(("share", "text"), [(0, "0 %"), (0.001, "<1 %"), (0.999, "99 %"), (1, "100 %"), (0.5, "50 %")])
def test_a_share_is_never_rounded_to_all_or_nothing(share: float, text: str) -> None:
    assert _plot._percent(share, _plot._TEXTS["da"]) == text


@pytest.mark.parametrize(("lang", "said"), [("da", "at tegne kræver matplotlib"), ("en", "drawing needs matplotlib")])
def test_without_matplotlib(monkeypatch: pytest.MonkeyPatch, lang: Any, said: str) -> None:
    import_module = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError
        return import_module(name, *rest)

    groups = ["month:/moede/dato"]
    run = rehabplan.validate_many([], progress=False, lang=lang, groups=groups, profiles=["vejledning"])
    monkeypatch.setattr(builtins, "__import__", missing)
    for draw in (run.plot, run.plot_trend, run.comparison.plot):
        with pytest.raises(ImportError, match=rf"{said}: pip install rehabplan\[plot\]"):
            draw()
