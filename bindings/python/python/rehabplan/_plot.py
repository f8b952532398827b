"""The heat maps of a run and of a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from ._native import explain, names
from ._words import no_kind, said

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ._native import Comparison

_TEXTS = {
    "da": {
        "title": "Andel af planerne, der mangler noget efter paragraffen",
        "plan": "1 plan",
        "plans": "{n} planer",
        "thousands": ".",
        "unreadable": "Kunne ikke læses: {n}.",
        "unchecked": "Uden for bekendtgørelsen eller uden en sagstype: {n}.",
        "blank": "Gråt felt: paragraffen stillede ingen krav i sagstypen.",
        "review": "Punkter, et menneske skal tage stilling til, er ikke talt med: {n}.",
        "nothing": "Ingen planer at vise",
        "percent": "{n} %",
        "below": "<1 %",
        "difference": "Fund, der falder væk (−) eller kommer til (+)",
        "beside": "* Profilens egen regel; dens fund gør ingen plan mangelfuld.",
        "equal": "Gråt felt: ingen forskel.",
        "compared": "{n} planer. Mangelfulde: {before} uden profilerne, {after} med dem.",
        "rest": "Regler med mindre forskel, som ikke er vist: {n}.",
        "same": "Profilerne ændrer ingen fund",
        "trend": "Andel mangelfulde planer",
        "all": "alle",
        "without": "(ikke oplyst)",
        "masked": "Perioder med så få planer, at de ikke er vist: {n}.",
        "dateless": "Planer uden datoen: {n}.",
        "lines": "Der er flere linjer, end der er vist: {n}.",
    },
    "en": {
        "title": "Share of plans that lack something under the paragraph",
        "plan": "1 plan",
        "plans": "{n} plans",
        "thousands": ",",
        "unreadable": "Could not be read: {n}.",
        "unchecked": "Outside the regulation or without a case type: {n}.",
        "blank": "Grey: the paragraph made no demands in this case type.",
        "review": "Points that are for a person to judge are not counted: {n}.",
        "nothing": "No plans to show",
        "percent": "{n}%",
        "below": "<1%",
        "difference": "Findings that fall away (−) or appear (+)",
        "beside": "* A rule of the profile's own; its findings make no plan deficient.",
        "equal": "Grey: no difference.",
        "compared": "{n} plans. Deficient: {before} without the profiles, {after} with them.",
        "rest": "Rules with a smaller difference that are not shown: {n}.",
        "same": "The profiles change no findings",
        "trend": "Share of deficient plans",
        "all": "all",
        "without": "(not given)",
        "masked": "Periods with so few plans that they are not shown: {n}.",
        "dateless": "Plans without the date: {n}.",
        "lines": "There are more lines than are shown: {n}.",
    },
}


def heat_map(
    rows: list[dict[str, Any]], conclusions: Mapping[str, int], review: int, lang: str, ax: Axes | None
) -> Axes:
    """Draws the share of each row: paragraphs downwards, case variants across."""
    texts = _TEXTS[lang]
    variants = list(dict.fromkeys(row["variant"] for row in rows))
    applied = {row["paragraph"] for row in rows if row["applies"]}
    titles = {int(number): title[lang] for number, title in names()["paragraphs"].items()}
    paragraphs = [number for number in titles if number in applied]
    shares = {(row["paragraph"], row["variant"]): row["share"] for row in rows}
    plans = {row["variant"]: row["plans"] for row in rows}

    grid = [[_number(shares.get((number, variant))) for variant in variants] for number in paragraphs]
    ax = _map(
        grid,
        [_heading(variant, plans[variant], lang) for variant in variants],
        [f"§ {number}  {titles[number]}" for number in paragraphs],
        # One hue from white to dark, which prints in grey and is read without colour vision.
        shades=["#ffffff", "#f6c9a8", "#d9622b", "#7a1f0c"],
        limits=(0, 1),
        texts=(texts["title"], _notes(conclusions, plans, review, texts), texts["nothing"]),
        lang=lang,
        ax=ax,
    )
    for y, line in enumerate(grid):
        for x, share in enumerate(line):
            if share == share:
                _write(ax, x, y, _percent(share, texts), "white" if share > 0.55 else "#222222")
    return ax


# More lines than this cannot be told apart.
_MOST_LINES = 8

# More periods than this are not all named.
_MOST_PERIODS = 28


def axes_or_none(ax: Axes | None, lang: str) -> Axes | None:
    """The argument as it is.

    Raises:
        TypeError: It is given, and is no Axes.
    """
    if ax is not None and not hasattr(ax, "set_facecolor"):
        raise no_kind(lang, "ax", "en Axes fra matplotlib", "an Axes of matplotlib", ax)
    return ax


def trend(rows: list[dict[str, Any]], by: str, split: str | None, lang: str, ax: Axes | None) -> Axes:
    """Draws the share of deficient plans by period, with a line for each value of `split`."""
    texts = _TEXTS[lang]
    periods = _periods([row[by] for row in rows if row[by]])
    lines: dict[str, dict[str, dict[str, Any]]] = {}
    for row in rows:
        if row[by]:
            name = row[split] or texts["without"] if split else texts["all"]
            lines.setdefault(name, {})[row[by]] = row
    # The largest first; what is masked counts for nothing.
    order = sorted(lines, key=lambda name: -sum(row["checked"] or 0 for row in lines[name].values()))

    if ax is None:
        _, pyplot = _matplotlib(lang)
        _, ax = pyplot.subplots(figsize=(min(max(6.0, 1.6 + 0.45 * len(periods)), 14.0), 4.2), layout="constrained")
    for place, name in enumerate(order[:_MOST_LINES]):
        shares = [_number(lines[name].get(period, {}).get("share")) for period in periods]
        # A mark for each, so that lines are told apart without colours, and a period between two gaps is seen.
        ax.plot(range(len(periods)), shares, marker="osD^vP*X"[place], label=name)
    ticks = range(0, len(periods), 1 + len(periods) // _MOST_PERIODS)
    ax.set_xticks(ticks, [periods[place] for place in ticks], rotation=45, ha="right")
    ax.set_ylim(-0.02, 1.02)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], [_percent(share, texts) for share in (0, 0.25, 0.5, 0.75, 1)])
    ax.grid(axis="y", color="#dddddd")
    ax.set_title(texts["trend"], loc="left")
    if split:
        ax.legend(title=split)
    if not periods:
        ax.text(0.5, 0.5, texts["nothing"], ha="center", va="center", transform=ax.transAxes)
    masked = sum(row["masked"] for row in rows)
    dateless = sum(row["plans"] or 0 for row in rows if not row[by])
    notes = [(texts["masked"], masked), (texts["dateless"], dateless), (texts["lines"], len(order) - _MOST_LINES)]
    ax.set_xlabel("\n".join(text.format(n=_count(n, texts)) for text, n in notes if n > 0), loc="left", fontsize=8)
    return ax


def _periods(known: list[str]) -> list[str]:
    """Every month or quarter from the first to the last: one without plans is a gap, and not left out."""
    if not known:
        return []
    mark, size = ("-Q", 4) if "-Q" in known[0] else ("-", 12)

    def number(period: str) -> int:
        year, part = period.split(mark)
        return int(year) * size + int(part) - 1

    width = 1 if size == 4 else 2
    numbers = range(min(map(number, known)), max(map(number, known)) + 1)
    return [f"{place // size}{mark}{place % size + 1:0{width}}" for place in numbers]


# More rules than this make a plot that nobody reads.
_MOST_RULES = 25


def difference(comparison: Comparison, ax: Axes | None) -> Axes:
    """Draws how many findings fall away and appear: rules downwards, those with most of it first, case variants across."""
    lang = comparison.lang
    ax = axes_or_none(ax, lang)
    texts = _TEXTS[lang]
    rows = comparison.rules.to_dicts()
    known = {(row["rule"], row["variant"]): row for row in rows}
    sums: dict[str, int] = {}
    for row in rows:
        sums[row["rule"]] = sums.get(row["rule"], 0) + row["fall_away"] + row["appear"]
    ordered = sorted(sums, key=lambda rule: -sums[rule])
    rules = ordered[:_MOST_RULES]
    order = list(names()["variants"])
    variants = sorted(
        {row["variant"] for row in rows}, key=lambda name: [order.index(part) for part in name.split("+")]
    )

    def words(rule: str) -> str:
        entry = explain(rule)
        mark = "" if entry["provision"] else "*"
        return f"{rule}{mark}  {shorten(entry['summary'][lang], 56, placeholder='…')}"

    conclusions = {row["conclusion"]: row for row in comparison.conclusions.to_dicts()}
    deficient = conclusions.get("deficient", {"before": 0, "after": 0})
    counts = {name: _count(deficient[name], texts) for name in ("before", "after")}
    notes = [note.text for note in comparison.notes]
    notes.append(texts["compared"].format(n=_count(comparison.plans, texts), **counts))
    if rules:
        notes.append(texts["equal"])
    if comparison.unreadable:
        notes.append(texts["unreadable"].format(n=_count(comparison.unreadable, texts)))
    if any(not explain(rule)["provision"] for rule in rules):
        notes.append(texts["beside"])
    if len(ordered) > len(rules):
        notes.append(texts["rest"].format(n=len(ordered) - len(rules)))

    cells = [[known.get((rule, variant)) for variant in variants] for rule in rules]
    grid = [[float("nan") if cell is None else cell["appear"] - cell["fall_away"] for cell in line] for line in cells]
    most = max((abs(net) for line in grid for net in line if net == net), default=0) or 1
    ax = _map(
        grid,
        [f"{_words(variant, lang)}\n{variant}" for variant in variants],
        [words(rule) for rule in rules],
        # Two hues that are told apart without colour vision; the sign stands in the cell besides.
        shades=["#12495f", "#5fa3bd", "#ffffff", "#e79a63", "#7a1f0c"],
        limits=(-most, most),
        texts=(texts["difference"], notes, texts["same"]),
        lang=lang,
        ax=ax,
        left=3.8,
    )
    for y, line in enumerate(cells):
        for x, cell in enumerate(line):
            if cell is not None:
                signs = (("−", cell["fall_away"]), ("+", cell["appear"]))
                text = " ".join(f"{sign}{_count(count, texts)}" for sign, count in signs if count)
                _write(ax, x, y, text, "white" if abs(grid[y][x]) > 0.6 * most else "#222222")
    return ax


def _matplotlib(lang: str) -> tuple[Any, Any]:
    """What draws, loaded when something is to be drawn: `matplotlib.colors` and `matplotlib.pyplot`."""
    try:
        from matplotlib import colors, pyplot
    except ImportError as error:
        text = said(lang, "at tegne kræver matplotlib", "drawing needs matplotlib")
        raise ImportError(f"{text}: pip install rehabplan[plot]") from error
    return colors, pyplot


def _map(
    grid: list[list[float]],
    columns: list[str],
    rows: list[str],
    *,
    shades: list[str],
    limits: tuple[float, float],
    texts: tuple[str, list[str], str],
    lang: str,
    ax: Axes | None,
    left: float = 0,
) -> Axes:
    """A heat map without its numbers; `texts` are its title, its notes and what to say when there is nothing to show."""
    colors, pyplot = _matplotlib(lang)
    if ax is None:
        size = (3.2 + left + 1.05 * max(len(columns), 3), 2.4 + 0.42 * max(len(rows), 3))
        _, ax = pyplot.subplots(figsize=size, layout="constrained")
    title, notes, nothing = texts
    ax.set_facecolor("#ececec")
    ax.set_title(title, loc="left", fontsize=12, fontweight="bold", pad=10)
    ax.set_xlabel("\n".join(notes), fontsize=8.5, loc="left", labelpad=10)
    if not grid:
        ax.text(0.5, 0.5, nothing, ha="center", va="center", transform=ax.transAxes)
        ax.set_xticks([])
        ax.set_yticks([])
        return ax
    low, high = limits
    ax.imshow(
        grid, cmap=colors.LinearSegmentedColormap.from_list("rehabplan", shades), vmin=low, vmax=high, aspect="auto"
    )
    ax.set_xticks(range(len(columns)), columns, rotation=45, ha="right", rotation_mode="anchor", fontsize=9)
    ax.set_yticks(range(len(rows)), rows, fontsize=9)
    ax.set_xticks([x - 0.5 for x in range(1, len(columns))], minor=True)
    ax.set_yticks([y - 0.5 for y in range(1, len(rows))], minor=True)
    ax.grid(which="minor", color="white", linewidth=0.8)
    ax.tick_params(which="both", length=0)
    return ax


def _write(ax: Axes, x: int, y: int, text: str, colour: str) -> None:
    ax.text(x, y, text, ha="center", va="center", fontsize=9, color=colour)


def _number(share: float | None) -> float:
    return float("nan") if share is None else share


def _heading(variant: str, plans: int, lang: str) -> str:
    texts = _TEXTS[lang]
    count = texts["plan"] if plans == 1 else texts["plans"].format(n=_count(plans, texts))
    return f"{_words(variant, lang)}\n{variant}, {count}"


def _words(variant: str, lang: str) -> str:
    known = names()["variants"]
    return "\n+ ".join(known[part]["short"][lang] for part in variant.split("+"))


def _count(number: int, texts: Mapping[str, str]) -> str:
    return f"{number:,}".replace(",", texts["thousands"])


def _percent(share: float, texts: Mapping[str, str]) -> str:
    if 0 < share < 0.01:
        return texts["below"]
    # Rounded down, and 29 of 100, which is a little less in binary, is 29.
    return texts["percent"].format(n=min(int(share * 100 + 1e-9), 99) if share < 1 else 100)


def _notes(
    conclusions: Mapping[str, int], plans: Mapping[str, int], review: int, texts: Mapping[str, str]
) -> list[str]:
    unreadable = conclusions.get("unreadable", 0)
    unchecked = sum(conclusions.values()) - unreadable - sum(plans.values())
    notes = [texts["blank"]]
    if review:
        notes.append(texts["review"].format(n=_count(review, texts)))
    if unreadable:
        notes.append(texts["unreadable"].format(n=_count(unreadable, texts)))
    if unchecked:
        notes.append(texts["unchecked"].format(n=_count(unchecked, texts)))
    return notes
