"""How results look in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from ._native import names

if TYPE_CHECKING:
    from ._native import Report

_TEXTS = {
    "da": {
        "repeats": "samme fund som",
        "depends": "afhænger af",
        "none": "Ingen fund",
        "base": "uden profiler: {conclusion}",
        "suppressed": "set bort fra: {reason}",
        "outside": "{n} findes ikke i kilden",
    },
    "en": {
        "repeats": "the same finding as",
        "depends": "depends on",
        "none": "No findings",
        "base": "without profiles: {conclusion}",
        "suppressed": "suppressed: {reason}",
        "outside": "{n} not in the source",
    },
}

# For one, and for more.
_COUNTS = {
    "da": {
        "errors": ("mangel", "mangler"),
        "warnings": ("advarsel", "advarsler"),
        "undetermined": ("kan ikke afgøres", "kan ikke afgøres"),
    },
    "en": {
        "errors": ("defect", "defects"),
        "warnings": ("warning", "warnings"),
        "undetermined": ("undetermined", "undetermined"),
    },
}

_MARKS = {
    "da": {
        "error": "Mangel",
        "warning": "Advarsel",
        "undetermined": "Kan ikke afgøres",
        "input": "Indlæsning",
        "profile": "Profil",
    },
    "en": {
        "error": "Defect",
        "warning": "Warning",
        "undetermined": "Undetermined",
        "input": "Input",
        "profile": "Profile",
    },
}

_COLUMNS = {
    "da": ("", "Bestemmelse", "Hvad", "Gør", "Sted"),
    "en": ("", "Provision", "What", "Do", "Where"),
}

_COLOURS = {
    "error": "#b3261e",
    "warning": "#b26a00",
    "undetermined": "#5f6368",
    "input": "#5f6368",
    "profile": "#1a5fa0",
}


def report(report: Report) -> str:
    """A report: its conclusion, and a table of what it found and could not determine."""
    texts = _TEXTS[report.lang]
    words = _COUNTS[report.lang]
    phase = names()["phases"][report.phase]["title"][report.lang]
    counts = (
        (report.errors, words["errors"]),
        (report.warnings, words["warnings"]),
        (report.counts.undetermined, words["undetermined"]),
    )
    head = " · ".join(
        [
            f"<b>{escape(report.conclusion_text)}</b>",
            *(escape(part) for part in (report.variant, phase.lower(), _base(report)) if part),
            *(f"{count} {forms[count > 1]}" for count, forms in counts if count),
            *([texts["outside"].format(n=report.counts.not_in_source)] if report.counts.not_in_source else []),
        ]
    )
    rows = [*_results(report), *_input(report)]
    said = [note.text for note in report.notes]
    if report.review_line:
        said.append(report.review_line)
    elif not rows:
        said.append(texts["none"])
    if report.horizon_line:
        said.append(report.horizon_line)
    notes = "".join(f"<p>{escape(text)}</p>" for text in said)
    if not rows:
        return f"<div><p>{head}</p>{notes}</div>"
    columns = "".join(f'<th style="text-align:left">{escape(name)}</th>' for name in _COLUMNS[report.lang])
    return (
        f"<div><p>{head}</p>{notes}<table><thead><tr>{columns}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _base(report: Report) -> str | None:
    """The conclusion without the profiles, where they changed it."""
    if report.base_conclusion in (None, report.conclusion):
        return None
    return _TEXTS[report.lang]["base"].format(conclusion=report.base_conclusion_text)


def _results(report: Report) -> Iterable[str]:
    texts = _TEXTS[report.lang]
    for finding in [*report.results, *report.profile_results]:
        # What the source has no place for is counted, and nothing that the plan could be asked for.
        is_in_source = not finding.note or finding.note.code != "notInSource"
        if finding.outcome not in ("notMet", "undetermined") or not is_in_source:
            continue
        more = [finding.note.text] if finding.note else []
        if finding.same_as:
            more.append(f"{texts['repeats']} {finding.same_as}")
        if finding.depends_on:
            more.append(f"{texts['depends']} {finding.depends_on}")
        if finding.suppressed:
            more.append(texts["suppressed"].format(reason=finding.suppressed["reason"]))
        what = "<br>".join([escape(finding.message), *(f"<small>{escape(text)}</small>" for text in more)])
        # What profiles find stands in nobody's way, however grave it is to them.
        is_added = finding.paragraph is None and finding.severity
        mark = "profile" if is_added else finding.severity or "undetermined"
        yield _row(report.lang, mark, f"{finding.citation} ({finding.rule})", what, finding.remedy or "", finding.paths)


def _input(report: Report) -> Iterable[str]:
    for finding in report.input:
        yield _row(report.lang, "input", "", escape(finding.message), finding.remedy, finding.paths)


def _row(lang: str, mark: str, citation: str, what: str, remedy: str, paths: list[str]) -> str:
    where = "<br>".join(f"<code>{escape(path)}</code>" for path in paths)
    cells = (
        f'<b style="color:{_COLOURS[mark]}">{escape(_MARKS[lang][mark])}</b>',
        escape(citation),
        what,
        escape(remedy),
        where,
    )
    return "<tr>" + "".join(f'<td style="text-align:left;vertical-align:top">{cell}</td>' for cell in cells) + "</tr>"


def conclusions(counts: Mapping[str, int], review: int) -> str:
    """How many plans came to each conclusion, and how many points of them wait for a person, on one line."""
    each = ", ".join(f"{count} {conclusion}" for conclusion, count in counts.items())
    points = f", {review} points for review" if review else ""
    return f"{sum(counts.values())} plans" + (f" ({each})" if each else "") + points
