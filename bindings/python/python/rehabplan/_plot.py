"""The heat map of a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# What each paragraph is about, and each case variant, in as few words as an axis has room for.
_PARAGRAPHS = {
    "da": {
        2: "Planens dele",
        3: "Forberedende del",
        4: "Lægens vurdering",
        5: "Indsatsdel",
        6: "Teamets møde",
        7: "Indstilling",
        8: "– ressourceforløb m.m.",
        9: "– fleksjob",
        10: "– førtidspension",
        11: "– anden indsats",
        12: "Åbenbar førtidspension",
        13: "Borgerens ansøgning",
        14: "Revalidering",
        15: "Selvstændiges virksomhed",
        16: "– tilskud til selvstændige",
    },
    "en": {
        2: "Parts of the plan",
        3: "Preparatory part",
        4: "GP's assessment",
        5: "Indsatsdel",
        6: "The team's meeting",
        7: "Recommendation",
        8: "– ressourceforløb etc.",
        9: "– fleksjob",
        10: "– førtidspension",
        11: "– another measure",
        12: "Obvious førtidspension",
        13: "The citizen's application",
        14: "Revalidering",
        15: "The self-employed",
        16: "– support for the self-employed",
    },
}
_VARIANTS = {
    "JA22": "Jobafklaring,\n22 uger",
    "JAX": "Jobafklaring,\nanden overgang",
    "JA13D": "Jobafklaring,\nefter § 13 d",
    "JANY": "Jobafklaring,\nnyt forløb",
    "RF": "Ressource-\nforløb",
    "FJ": "Fleksjob",
    "FP": "Førtids-\npension",
    "FP12": "Førtidspension,\n§ 12",
    "FP13": "Førtidspension,\n§ 13",
    "FPU18": "Førtidspension\nuden team, § 18",
    "FPU17": "Førtidspension\nuden team, § 17",
    "REV": "Revalidering",
    "SELV": "Selvstændige",
    "SDP3": "Sygedagpenge,\nkategori 3",
    "AND": "Anden sag",
}
_TEXTS = {
    "da": {
        "title": "Andel af planerne, der mangler noget efter paragraffen",
        "plan": "1 plan",
        "plans": "{n} planer",
        "thousands": ".",
        "unreadable": "Kunne ikke læses: {n}.",
        "unchecked": "Uden for bekendtgørelsen eller uden en sagstype: {n}.",
        "blank": "Gråt felt: paragraffen stillede ingen krav i sagstypen.",
        "nothing": "Ingen planer at vise",
        "percent": "{n} %",
        "below": "<1 %",
    },
    "en": {
        "title": "Share of plans that lack something under the paragraph",
        "plan": "1 plan",
        "plans": "{n} plans",
        "thousands": ",",
        "unreadable": "Could not be read: {n}.",
        "unchecked": "Outside the regulation or without a case type: {n}.",
        "blank": "Grey: the paragraph made no demands in this case type.",
        "nothing": "No plans to show",
        "percent": "{n}%",
        "below": "<1%",
    },
}


def heat_map(rows: list[dict[str, Any]], conclusions: Mapping[str, int], lang: str, ax: Axes | None) -> Axes:
    """Draws the share of each row: paragraphs downwards, case variants across."""
    try:
        from matplotlib import colors, pyplot
    except ImportError as error:
        raise ImportError("plot() needs matplotlib: pip install rehabplan[plot]") from error

    texts = _TEXTS[lang]
    variants = list(dict.fromkeys(row["variant"] for row in rows))
    applied = {row["paragraph"] for row in rows if row["applies"]}
    paragraphs = [number for number in _PARAGRAPHS[lang] if number in applied]
    shares = {(row["paragraph"], row["variant"]): row["share"] for row in rows}
    plans = {row["variant"]: row["plans"] for row in rows}

    if ax is None:
        size = (3.2 + 1.05 * max(len(variants), 3), 2.4 + 0.42 * max(len(paragraphs), 3))
        _, ax = pyplot.subplots(figsize=size, layout="constrained")
    ax.set_facecolor("#ececec")
    # One hue from white to dark, which prints in grey and is read without colour vision.
    shades = colors.LinearSegmentedColormap.from_list("rehabplan", ["#ffffff", "#f6c9a8", "#d9622b", "#7a1f0c"])
    grid = [[_number(shares.get((number, variant))) for variant in variants] for number in paragraphs]
    ax.set_title(texts["title"], loc="left", fontsize=12, fontweight="bold", pad=10)
    ax.set_xlabel("\n".join(_notes(conclusions, plans, texts)), fontsize=8.5, loc="left", labelpad=10)
    if not grid:
        ax.text(0.5, 0.5, texts["nothing"], ha="center", va="center", transform=ax.transAxes)
        ax.set_xticks([])
        ax.set_yticks([])
        return ax
    ax.imshow(grid, cmap=shades, vmin=0, vmax=1, aspect="auto")
    ax.set_xticks(
        range(len(variants)),
        [_heading(variant, plans[variant], texts) for variant in variants],
        rotation=45,
        ha="right",
        rotation_mode="anchor",
        fontsize=9,
    )
    ax.set_yticks(
        range(len(paragraphs)), [f"§ {number}  {_PARAGRAPHS[lang][number]}" for number in paragraphs], fontsize=9
    )
    ax.set_xticks([x - 0.5 for x in range(1, len(variants))], minor=True)
    ax.set_yticks([y - 0.5 for y in range(1, len(paragraphs))], minor=True)
    ax.grid(which="minor", color="white", linewidth=0.8)
    ax.tick_params(which="both", length=0)
    for y, line in enumerate(grid):
        for x, share in enumerate(line):
            if share == share:
                colour = "white" if share > 0.55 else "#222222"
                ax.text(x, y, _percent(share, texts), ha="center", va="center", fontsize=9, color=colour)
    return ax


def _number(share: float | None) -> float:
    return float("nan") if share is None else share


def _heading(variant: str, plans: int, texts: Mapping[str, str]) -> str:
    parts = variant.split("+")
    words = "\n+ ".join(_VARIANTS[part].replace("-\n", "").replace("\n", " ") for part in parts)
    count = texts["plan"] if plans == 1 else texts["plans"].format(n=_count(plans, texts))
    return f"{words}\n{variant}, {count}"


def _count(number: int, texts: Mapping[str, str]) -> str:
    return f"{number:,}".replace(",", texts["thousands"])


def _percent(share: float, texts: Mapping[str, str]) -> str:
    if 0 < share < 0.01:
        return texts["below"]
    return texts["percent"].format(n=int(share * 100) if share < 1 else 100)


def _notes(conclusions: Mapping[str, int], plans: Mapping[str, int], texts: Mapping[str, str]) -> list[str]:
    unreadable = conclusions.get("unreadable", 0)
    unchecked = sum(conclusions.values()) - unreadable - sum(plans.values())
    notes = [texts["blank"]]
    if unreadable:
        notes.append(texts["unreadable"].format(n=_count(unreadable, texts)))
    if unchecked:
        notes.append(texts["unchecked"].format(n=_count(unchecked, texts)))
    return notes
