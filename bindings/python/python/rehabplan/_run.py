"""Many plans and what they come to."""

from __future__ import annotations

import operator
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from . import _html, _native
from ._words import no_kind, path_of, said

if TYPE_CHECKING:
    from matplotlib.axes import Axes


_FAILED = (
    "kørslen er gået i stå før sin ende: dens rækker kan gennemgås, så langt den kom; begynd den forfra for resten",
    "the run has failed before its end: its rows can be gone through as far as it came; start it again for the rest",
)


class Run:
    """Many plans and what they come to: the result of `validate_many` and `validate_frame`.

    A run begins when it is asked for something, and it can be asked in two ways:

    - **As tables.** `findings` and `plans` check everything and keep the answers, which take about a tenth of the room
      of the plans. They can be asked for as often as one likes, and so can `summary()` and `plot()`.
    - **One by one.** `for checked in run` hands over each plan's answer and forgets it, so that memory does not grow
      however many there are. A run can be iterated only once, and gives no `findings` and `plans` afterwards, but
      `summary()` and `plot()` when it has come to its end.

    One bad item never ends a run: it is a row whose conclusion is `unreadable`, with `error_code` and `error`, and it is
    counted in `conclusions`, in `summary()` and in the `repr`. What ends it is an exception from the iterator that gives
    the plans, or a stream of data that breaks off. Everything before it is answered first, then the exception is raised.
    Tables would pass for the whole, so there are none; but `for checked in run` still hands over what was kept, and
    raises at its end.

    Ctrl-C is heard between two batches, several times a second. What has been kept by then is there still, and asking
    for a table goes on with the rest.
    """

    def __init__(self, native: _native.Run, *, progress: bool, unit: str, read: Sequence[Path] = ()) -> None:
        self._native = native
        self._read = read
        self._bar = _Bar(unit) if progress else None
        self._waiting: deque[_native.Checked] = deque()
        self._state: Literal["new", "streaming", "streamed", "keeping", "kept", "failed"] = "new"

    def __iter__(self) -> Iterator[_native.Checked]:
        return self if self._state in ("new", "streaming", "streamed") else self._again()

    def __next__(self) -> _native.Checked:
        if self._state in ("keeping", "kept"):
            danish = "brug iter(run) til at gennemgå det, kørslen har gemt"
            raise TypeError(self._said(danish, "use iter(run) to go through what the run has kept"))
        while not self._waiting:
            if self._state == "streamed":
                raise StopIteration
            if self._state == "failed":
                raise RuntimeError(self._said(*_FAILED))
            # A batch that is lost on its way here must not be missing unnoticed.
            self._state = "failed"
            batch = self._native.stream()
            self._waiting.extend(batch)
            self._state = "streaming" if batch else "streamed"
            self._show()
            if not batch:
                self._remark()
        return self._waiting.popleft()

    def _again(self) -> Iterator[_native.Checked]:
        failure: Exception | None = None
        try:
            self._keep()
        except Exception as error:
            failure = error
        index = 0
        while batch := self._native.kept(index):
            yield from batch
            index += 1
        # What came before must not pass for the whole.
        if failure:
            raise failure

    def _keep(self) -> None:
        """Checks everything that is left, and keeps the answers."""
        if self._state == "kept":
            return
        if self._state == "failed":
            raise RuntimeError(self._said(*_FAILED))
        if self._state not in ("new", "keeping"):
            raise RuntimeError(
                self._said(
                    "kørslen er gennemløbet, så dens svar er ikke gemt; begynd den forfra, og bed om tabeller først",
                    "the run has been iterated, so its answers were not kept; start it again and ask for tables first",
                )
            )
        self._state = "keeping"
        try:
            while self._native.keep():
                self._show()
        except Exception:
            if self._native.failed:
                self._state = "failed"
            raise
        self._state = "kept"
        self._show()
        self._remark()

    def _remark(self) -> None:
        """Warns of what the mapping names in vain, and of what was not used of the tables that are joined to the cases."""
        for line in self._native.remarks:
            warnings.warn(line, UserWarning, stacklevel=4)

    def _show(self) -> None:
        if self._bar:
            done, total = self._native.progress
            self._bar.show(done, total, closed=self._state in ("kept", "streamed"))

    def _count(self) -> None:
        """Brings the tally to its end."""
        if self._state == "streamed":
            return
        if self._state == "streaming":
            raise RuntimeError(self._said("kørslen er ikke nået til sin ende", "the run has not come to its end"))
        self._keep()

    @property
    def findings(self) -> _native.Table:
        """One row for each finding and each thing that could not be determined; with `detail="all"` one for each
        requirement.

        =============  ======  =============================================================================
        column         type    what it holds
        =============  ======  =============================================================================
        `id`           text    the caller's own id; null without one
        `row`          int     place in the input, from 0; in an NDJSON file the number of the line less 1
        `variant`      text    case variant; null when the case is out of scope
        `phase`        text    phase
        `rule`         text    id of the rule; null for what is wrong with the document itself
        `paragraph`    int     its paragraph, 2 to 16
        `citation`     text    its provision
        `outcome`      text    `notMet`, `undetermined` and so on; `input` for an unreadable value or an unknown
                               key, `unreadable` for a whole document that could not be read, `notInSource` for what
                               hangs on a place outside the `horizon`
        `severity`     text    `error` or `warning`; null where the outcome has none
        `path`         text    JSON Pointers into the plan, with a blank between them
        `message`      text    what is wrong
        `remedy`       text    what to do about it
        `exemption`    text    the provision that exempts
        `same_as`      text    the leading rule, where the finding repeats another and is not counted
        `depends_on`   text    the missing fact that leaves the answer undetermined
        `note`         text    why the answer is what it is
        `key`          text    `rule!path`, the same from run to run
        `profile`      text    ids of the profiles that add the rule or changed the answer, with a blank between
                               them; a rule that a profile adds has no `paragraph`
        `base_outcome`,        outcome and severity without the profiles, where they changed the answer
        `base_severity`
        `suppressed`   text    the reason why the finding is suppressed
        `origin`       text    where it stands in a document: page and heading; null where the plan came from no document
        =============  ======  =============================================================================
        """
        self._keep()
        return self._native.findings()

    @property
    def plans(self) -> _native.Table:
        """One row for each plan.

        ==================  ======  ========================================================================
        column              type    what it holds
        ==================  ======  ========================================================================
        `id`, `row`,                as in `findings`
        `variant`, `phase`
        `conclusion`        text    `fulfilled`, `deficient`, `undetermined`, `outOfScope`, `outsideValidity`;
                                    `unreadable` when the document could not be read
        `complete`          bool    whether every check ran to its end
        `errors`            int     findings that are errors
        `warnings`          int     findings that are warnings
        `met`, `not_met`,   int     requirements by outcome
        `exempt`,
        `not_applicable`,
        `review`,
        `undetermined`
        `not_in_source`     int     requirements that hang on what the source has no place for; null without `horizon`
        `input`             int     unreadable values, unknown and duplicate keys
        `notes`             text    codes of notes on the whole report, with a blank between them
        `error_code`        text    why the document could not be read; null when it could
        `error`             text    the same in words
        `base_conclusion`   text    the conclusion without the profiles; null when none was chosen, as the rest
        `profile_findings`  int     findings of rules that profiles add
        `suppressed`        int     suppressed findings of the regulation
        `without_effect`    text    profiles and themes that have no effect in the case, each with the reason, as in
                                    `forsoeg/nordjylland-2017:1C=noLongerInForce`, with a blank between them
        ==================  ======  ========================================================================
        """
        self._keep()
        return self._native.plans()

    def summary(
        self, by: Literal["rule", "paragraph"] | Sequence[str] = "rule", *, min_group: int = _native.MIN_GROUP
    ) -> _native.Table:
        """How often requirements are not met: by case variant, or by what the plans are grouped by.

        Args:
            by: `"rule"` gives a row for each variant and rule, with the number of plans for each outcome. `share` is
                the share with an error of the plans in which the requirement was decided: met, not met or undetermined. What
                hangs on a place that the source does not have is counted in `not_in_source` and in no share.
                `"paragraph"` gives a row for each variant and paragraph. `share` is the share with at least one error
                under it of the plans that it `applies` to.

                A list names what was named in `groups` when the plans were checked, and gives a row for each group:
                `["distrikt"]` how many plans there are, how many of them were `checked`, and how many of these are
                `deficient`. `["distrikt", "paragraph"]` and `["distrikt", "rule"]` give a row for each paragraph, or rule, that
                was decided in a group, with the same shares as above.
            min_group: Groups of fewer plans are masked, since these are health data, and so is a number that rests on fewer
                plans of a group: `masked` is true, and the numbers are null. Where they could be told from the sum, the
                smallest of the others is masked as well. 0 masks nothing.

        A finding that repeats another is not counted, as in the reports. `share` is null where there is nothing to
        divide by. A group's column is null where a plan has nothing there.

        Plans that were not checked are in no variant. The last rows by variant count them in `plans`, and `left_out` says why
        they are: `unreadable`, `outOfScope`, `outsideValidity` or `undetermined` (the type of case is not known). It is null
        in all other rows.

        Raises:
            RuntimeError: The run is being iterated and has not come to its end.
            ValueError: `by` names something that is not in `groups`, or there are more than 1,000 groups.
        """
        names = [by] if isinstance(by, str) else self._names("by", by)
        least = self._least(min_group)
        self._count()
        if names == ["rule"]:
            return self._native.rules()
        if names == ["paragraph"]:
            return self._native.paragraphs()
        if not names:
            raise ValueError(self._said("argumentet by nævner intet", "by names nothing"))
        return self._native.grouped(names, least)

    @property
    def conclusions(self) -> dict[str, int]:
        """How many plans came to each conclusion, `unreadable` included."""
        self._count()
        return self._native.conclusions

    @property
    def comparison(self) -> _native.Comparison:
        """What the chosen profiles change: the same plans without them and with them.

        Raises:
            RuntimeError: The run is being iterated and has not come to its end.
            ValueError: The run was given no profiles.
        """
        self._count()
        return self._native.comparison()

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draws which paragraph fails in which case type: a heat map of `summary("paragraph")`.

        Needs matplotlib (`pip install rehabplan[plot]`). The texts are in the language of the run.

        Args:
            ax: Where to draw; left out, a new figure of a fitting size is made.

        Returns:
            The axes; `run.plot().figure.savefig("mangler.png")` writes a picture.

        Raises:
            ImportError: There is no matplotlib.
            RuntimeError: The run is being iterated and has not come to its end.
        """
        from ._plot import axes_or_none, heat_map

        axes = axes_or_none(ax, self._native.lang)
        rows = [row for row in self.summary("paragraph").to_dicts() if not row["left_out"]]
        return heat_map(rows, self.conclusions, self._native.review, self._native.lang, axes)

    def plot_trend(
        self,
        by: str | None = None,
        *,
        split: str | None = None,
        min_group: int = _native.MIN_GROUP,
        ax: Axes | None = None,
    ) -> Axes:
        """Draws the share of deficient plans, month by month or quarter by quarter.

        Needs matplotlib (`pip install rehabplan[plot]`). The texts are in the language of the run.

        Args:
            by: The month or the quarter, as it was named in `groups`; left out, the first of these.
            split: Something else of `groups`; there is a line for each of its values, up to eight.
            min_group: See `summary`. A period that is masked, or without plans, is a gap in the line.
            ax: Where to draw; left out, a new figure is made.

        Returns:
            The axes.

        Raises:
            ValueError: `by` is no month and no quarter in `groups`, or as `summary`.
        """
        from ._plot import axes_or_none, trend

        axes = axes_or_none(ax, self._native.lang)
        for name, value in (("by", by), ("split", split)):
            if value is not None and not isinstance(value, str):
                raise no_kind(self._native.lang, name, "en str", "a str", value)
        periods = [name for name in self._native.groups if name.startswith(("month:", "quarter:"))]
        by = by or next(iter(periods), None)
        if by not in periods:
            raise ValueError(
                self._said(
                    "argumentet by er en måned eller et kvartal, som groups= nævner, for eksempel 'month:/moede/dato'",
                    "by must be a month or a quarter that groups= names, such as 'month:/moede/dato'",
                )
            )
        if split == by:
            raise ValueError(self._said("argumentet split er noget andet end by", "split must be something else than by"))
        rows = self.summary([by, split] if split else [by], min_group=min_group).to_dicts()
        return trend(rows, by, split, self._native.lang, axes)

    def to_html(self, by: Sequence[str] | None = None, *, min_group: int = _native.MIN_GROUP) -> str:
        """The run as a page to print: one file that needs nothing from anywhere.

        First what all plans come to: the conclusions, which paragraph fails in which case type, the most frequent defects,
        what could not be checked and why, the groups. Then a page for each plan; of more than 100 plans only for the
        deficient ones, and of these at most 1,000, which the page says. What is for a person to judge and what is exempt is
        listed with `detail="all"`, and told as a number otherwise. Plans are known by their `id`, or by their row. A run of one
        plan is the page of that plan, unless there are groups.

        Args:
            by: What to group by, of what `groups` named; left out, all of it.
            min_group: See `summary`.

        Example:
            >>> import rehabplan
            >>> run = rehabplan.validate_many([("17", {"sag": {"sagstype": "fleksjob"}})], detail="all", progress=False)
            >>> run.to_html().startswith("<!DOCTYPE html>")
            True

        Raises:
            RuntimeError: The run has been iterated, so its answers were not kept.
            ValueError: As `summary`.
        """
        names, least = self._by(by), self._least(min_group)
        self._keep()
        return self._native.to_html(names, least)

    def to_excel(
        self, path: str | os.PathLike[str], by: Sequence[str] | None = None, *, min_group: int = _native.MIN_GROUP
    ) -> None:
        """Writes the run as a workbook for Excel, over a file of the same name.

        Its sheets are an overview, the findings, the plans, what is for a person to judge (listed with `detail="all"`, told as
        a number otherwise), and the requirements with their numbers. Text is never taken for a formula. A sheet that has no
        more room goes on in another, and rows wait on the disk, so that a million of them take hardly more memory than ten thousand.

        Args:
            path: The file, by custom `*.xlsx`.
            by: What to group by, of what `groups` named; left out, all of it. Each row then has what its plan has there.
            min_group: See `summary`; it is about the sheet with the overview.

        Raises:
            OSError: The file cannot be written.
            RuntimeError: The run has been iterated, so its answers were not kept.
            ValueError: `path` is what the run reads, or as `summary`.
        """
        file, names, least = path_of(path, "path", self._native.lang), self._by(by), self._least(min_group)
        if self._native.reads(file, self._read):
            danish = f"filen i argumentet path læses i samme kørsel og skrives ikke over: {file}"
            raise ValueError(self._said(danish, f"the file given as path is read in the same run and not written over: {file}"))
        self._keep()
        self._native.to_excel(file, names, least)

    def _by(self, by: Sequence[str] | None) -> list[str]:
        return self._native.groups if by is None else self._names("by", by)

    def _names(self, argument: str, given: object) -> list[str]:
        if isinstance(given, str):
            danish = f"argumentet {argument} er en liste af str, ikke én str"
            raise TypeError(self._said(danish, f"{argument} must be a list of str, not one str"))
        if not isinstance(given, Iterable):
            raise no_kind(self._native.lang, argument, "en liste af str", "a list of str", given)
        names = list(given)
        for place, name in enumerate(names):
            if not isinstance(name, str):
                raise no_kind(self._native.lang, f"{argument}[{place}]", "en str", "a str", name)
        return names

    def _diff(self, after: Run) -> _native.Table:
        self._keep()
        after._keep()
        return _native.diff(self._native, after._native)

    def _least(self, min_group: int) -> int:
        if not hasattr(min_group, "__index__"):
            raise no_kind(self._native.lang, "min_group", "en int", "an int", min_group)
        least = operator.index(min_group)
        if least < 0:
            raise ValueError(self._said("argumentet min_group er 0 eller mere", "min_group must be 0 or more"))
        # More plans than any group has mask them all.
        return min(least, 2**63)

    def __reduce__(self) -> str | tuple[Any, ...]:
        return self._native.__reduce__()  # It says why there is no such thing.

    def _said(self, danish: str, english: str) -> str:
        return said(self._native.lang, danish, english)

    def __repr__(self) -> str:
        state = {
            "new": "not begun",
            "streaming": "being iterated",
            "streamed": "iterated",
            "keeping": "not at its end",
            "failed": "failed after ",
        }.get(self._state, "")
        if self._state in ("kept", "failed"):
            state += _html.conclusions(self._native.conclusions, self._native.review)
        return f"<rehabplan.Run: {state}>"


class _Bar:
    """A progress bar, where tqdm is there to draw it."""

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._bar: Any = None

    def show(self, done: int, total: int | None, *, closed: bool) -> None:
        if self._bar is None:
            tqdm = _tqdm()
            if tqdm is None:
                return
            scale = 1024 if self._unit == "B" else 1000
            self._bar = tqdm(total=total, unit=self._unit, unit_scale=True, unit_divisor=scale)
        self._bar.update(done - self._bar.n)
        if closed:
            self._bar.close()


def _tqdm() -> Callable[..., Any] | None:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm
