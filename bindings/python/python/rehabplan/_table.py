"""Exports and documents by a mapping."""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _native
from ._options import MappedOptions, ready, takes, text_or_none
from ._run import Run
from ._words import path_of, unread
from .types import Lang

if TYPE_CHECKING:
    from typing_extensions import Unpack


def read_table(
    table: Any,
    map: str | os.PathLike[str] | Mapping[str, Any],
    children: Mapping[str, Any] | None = None,
    *,
    lang: Lang = "da",
) -> _native.Plans:
    """Reads plans out of an export.

    Nothing is looked at but what the mapping names. A value that cannot be converted is in the plan as it stood, so that
    `validate` says what it is; nothing is left out silently.

    Args:
        table: The table of the cases: the path of a CSV file, a workbook, a Parquet, Arrow or JSON file, or anything with
            `__arrow_c_stream__`: a DataFrame of polars or pandas, a Table of pyarrow, a relation of DuckDB. What a file
            is, and how it is written, is found out where the mapping does not say it.
        map: The mapping: the path of a TOML or JSON file, its text (which has line breaks), or a dict.
        children: The other tables that the mapping names, each a path or a data frame. Left out, they stand where the
            mapping says: in a file beside that of the cases, or in the same file.
        lang: The language of errors.

    Returns:
        A table for whatever reads Arrow, as `polars.DataFrame(plans)`, with a row for each case: `id`, `row`, the carried
        columns, `plan` (the plan as JSON) and `error` (a code where the row could not be read). It is made batch by batch
        as it is read, and can be read once. Its `horizon` is what `validate_frame(..., horizon=...)` takes. A place that the
        mapping names and none of the first cases has, rows of `children` whose key is blank or cannot be read, and columns of
        pandas that hold values of several kinds, are warned of.

    Raises:
        OSError: A file cannot be opened.
        ReadError: The mapping names what a plan or a table does not have, or a file cannot be read. It says where.
        TypeError: `table` is no path and no data frame.

    Example:
        >>> import pyarrow, rehabplan
        >>> table = pyarrow.table({"Sag": ["17"], "Type": ["revalidering"], "Dato": ["02-03-2020"]})
        >>> map = {"id": "Sag", "plan": {"/sag/sagstype": "Type", "/forberedendeDel/dato": "Dato"}}
        >>> pyarrow.table(rehabplan.read_table(table, map))["plan"][0].as_py()
        '{"sag":{"sagstype":"revalidering"},"forberedendeDel":{"dato":"2020-03-02"}}'
    """
    plans = _native.Plans(_tables(table, map, children, lang), lang)
    for line in plans.remarks:
        warnings.warn(line, UserWarning, stacklevel=2)
    return plans


@takes(MappedOptions)
def validate_table(
    table: Any,
    map: str | os.PathLike[str] | Mapping[str, Any],
    children: Mapping[str, Any] | None = None,
    **options: Unpack[MappedOptions],
) -> Run:
    """Checks the plans of an export. What it has no place for makes no plan deficient: it is counted as `not_in_source`.

    Args:
        table: See `read_table`.
        map: See `read_table`.
        children: See `read_table`.
        phase, as_of, detail, lang, language, only, profiles: See `validate`; the same for all plans.
        suppress, threads, progress: See `validate_many`.
        groups: See `validate_many`; instead of a key the name of a column that the mapping carries along.

    Returns:
        The run. Its `findings` and `plans` have the columns that the mapping carries; `row` is the row of the file as a
        spreadsheet counts, and the place of the row, from 1, in a data frame. At its end it warns of places
        that the mapping names and no case has, of rows of `children` that were not used or whose key is blank or cannot be
        read, of conditions (`where`) whose words no row has, and of ids that several cases have.

    Raises:
        KeyError: `groups` names a column that the mapping does not carry along.
        ReadError: As `read_table`, as all that it raises.
        OptionError: An option has a value that does not exist.
        ValueError: A carried column has the name of a column of the result.
        ProfileError: As `validate`.

    Example:
        >>> import pyarrow, rehabplan
        >>> table = pyarrow.table({"Sag": ["17"], "Enhed": ["Nord"], "Type": ["revalidering"]})
        >>> map = {"id": "Sag", "carry": ["Enhed"], "plan": {"/sag/sagstype": "Type"}}
        >>> run = rehabplan.validate_table(table, map, progress=False)
        >>> [(row["id"], row["Enhed"], row["conclusion"]) for row in run.plans.to_dicts()]
        [('17', 'Nord', 'undetermined')]
    """
    asked = ready(options)
    native = _native.Run.of_tables(_tables(table, map, children, asked["lang"]), asked)
    read = [Path(one) for one in (table, map, *(children or {}).values()) if isinstance(one, (str, os.PathLike))]
    return Run(native, progress=asked["progress"], unit="plan", read=read)


@takes(MappedOptions)
def validate_documents(
    documents: str | os.PathLike[str],
    map: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    *,
    sagstype: str | None = None,
    **options: Unpack[MappedOptions],
) -> Run:
    """Checks plans that were written as documents: docx, odt and PDF, read by their headings, labels and form fields.

    What a document has no place for makes no plan deficient: it is counted as `not_in_source`. What stands under a heading
    that nobody knows is not checked, and a finding with the outcome `input` says so: its paths are the kind of each such
    heading and its number among them, as `/overskrift/1`.

    Args:
        documents: The path of a document, or of a folder: the documents in it and in its folders, sorted by name. Of what else
            lies there, plans in JSON among it, a warning tells each by name.
        map: What the headings of your own template belong to: the path of a TOML or JSON file, its text (which has line
            breaks), or a dict. Left out, headings are read by the names that the law and common templates have.
        sagstype: The type of case of the documents that do not say it themselves, as `"fleksjob"`.
        phase, as_of, detail, lang, language, only, profiles: See `validate`; the same for all plans.
        suppress, threads, progress: See `validate_many`.
        groups: The month or the quarter of a date of the plan, as in `validate_many`.

    Returns:
        The run, with a row in `plans` for each document, whose `id` is its name in the folder. A document that cannot be
        read (scanned, locked, no plan at all) is a row that says why.

    Raises:
        OSError: The document or the folder cannot be opened.
        ReadError: The mapping names what a plan does not have. It says where.
        OptionError: An option has a value that does not exist.
        ValueError: The folder holds no documents.
        ProfileError: As `validate`.
    """
    asked = ready(options)
    lang = asked["lang"]
    mapping = None if map is None else _mapping(map, lang)
    native = _native.Run.of_documents(_path(documents, "documents", lang), mapping, text_or_none("sagstype", sagstype, options), asked)
    read = [Path(one) for one in (documents, map) if isinstance(one, (str, os.PathLike))]
    return Run(native, progress=asked["progress"], unit="B", read=read)


def draft_map(table: Any, children: Mapping[str, Any] | None = None, *, lang: Lang = "da") -> str:
    """Proposes a mapping, from the headings of an export and its first rows.

    Args:
        table: The table of the cases, see `read_table`.
        children: Other tables by the names that they are to have in the mapping.
        lang: The language of the remarks.

    Returns:
        The mapping as TOML, to be gone through: what is a guess is marked, columns that are not used are listed, and so is
        what the export can show, paragraph by paragraph. No value of the table is in it.

    Raises:
        OSError: A file cannot be opened.
        ReadError: A file cannot be read as what it is.
        TypeError: `table` is no path and no data frame.
    """
    return _native.draft_map([("sager", _table(table, "table", lang)), *_children(children, lang)], lang)


def _tables(
    table: Any, map: str | os.PathLike[str] | Mapping[str, Any], children: Mapping[str, Any] | None, lang: Lang
) -> _native._Tables:
    return _table(table, "table", lang), _mapping(map, lang), _children(children, lang)


def _children(children: Mapping[str, Any] | None, lang: Lang) -> list[tuple[str, Any]]:
    if children is None:
        return []
    if not isinstance(children, Mapping):
        raise TypeError(_said(lang, "no_dict").format(kind=type(children).__name__))
    return [(str(name), _table(child, f"children[{name!r}]", lang)) for name, child in children.items()]


def _mapping(map: str | os.PathLike[str] | Mapping[str, Any], lang: Lang) -> bytes:
    if isinstance(map, Mapping):
        try:
            return json.dumps(map).encode()
        except (TypeError, ValueError):
            # What Python says of it may show a value, and in one language alone.
            raise TypeError(_said(lang, "no_json")) from None
    if isinstance(map, str) and "\n" in map:
        return map.encode()
    if not isinstance(map, (str, os.PathLike)):
        raise TypeError(_said(lang, "no_map").format(kind=type(map).__name__))
    path = _path(map, "map", lang)
    try:
        return path.read_bytes()
    except OSError as error:
        raise unread(error, path, "map", lang) from None


def _table(table: Any, argument: str, lang: Lang) -> Any:
    if isinstance(table, (str, os.PathLike)):
        return _path(table, argument, lang)
    # The rows of polars come when they are asked for, all of them.
    polars = sys.modules.get("polars")
    if polars is not None and isinstance(table, polars.LazyFrame):
        table = table.collect()
    if hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__"):
        return _plain(table, argument, lang)
    text = "no_rows_yet" if hasattr(table, "collect") else "no_table"
    raise TypeError(_said(lang, text).format(argument=argument, kind=type(table).__name__))


def _plain(table: Any, argument: str, lang: Lang) -> Any:
    """The same, where a column of pandas holds values of several kinds: as text, for Arrow has no type for them. A warning names it."""
    pandas = sys.modules.get("pandas")
    if pandas is None or not isinstance(table, pandas.DataFrame):
        return table
    plain, mixed = table, []
    for place, kind in enumerate(table.dtypes):
        column = table.iloc[:, place]
        if kind != object or pandas.api.types.infer_dtype(column, skipna=True) not in ("mixed", "mixed-integer"):
            continue
        try:
            texts = [None if pandas.api.types.is_scalar(one) and pandas.isna(one) else _text(one) for one in column]
        except TypeError:
            # Lists and objects are no text, and Arrow has types for them.
            continue
        plain = plain.copy(deep=False) if plain is table else plain
        plain.isetitem(place, pandas.Series(texts, index=table.index, dtype=object))
        mixed.append(_name(table.columns[place], place))
    if mixed:
        line = _said(lang, "mixed").format(argument=argument, columns=", ".join(mixed))
        warnings.warn(line, UserWarning, stacklevel=_outside())
    return plain


def _name(name: Any, place: int) -> str:
    """A column as it may be shown: one whose name may be a value by its number."""
    shown = _native.shown_name(name) if isinstance(name, str) else None
    return str(place + 1) if shown is None else shown


def _outside() -> int:
    """How many calls up, seen from who asks, the caller of this package is."""
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and str(frame.f_globals.get("__name__", "")).startswith("rehabplan."):
        frame, level = frame.f_back, level + 1
    return level


def _text(value: Any) -> str:
    """A value as an export would write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or type(value).__name__ in ("bool", "bool_"):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Integral, Decimal)):
        return str(value)
    if isinstance(value, Real):
        # A whole number beside a blank cell is one with a point in pandas.
        number = float(value)
        return str(int(number)) if number.is_integer() else repr(number)
    raise TypeError


def _path(given: str | os.PathLike[str], argument: str, lang: Lang) -> Path:
    """The path, where something lies there."""
    path = path_of(given, argument, lang)
    try:
        path.stat()
    except OSError as error:
        raise unread(error, path, argument, lang) from None
    return path


def _said(lang: Lang, text: str) -> str:
    return _TEXTS[text][lang == "en"]


_TEXTS = {
    "no_rows_yet": (
        "argumentet {argument}: en {kind} har ingen rækker endnu; giv .collect() af den",
        "{argument}: a {kind} has no rows yet; give .collect() of it",
    ),
    "no_table": (
        "argumentet {argument} er en sti eller noget med __arrow_c_stream__, fx en DataFrame, og ikke {kind}",
        "{argument} is a path or an object with __arrow_c_stream__, such as a DataFrame, not {kind}",
    ),
    "mixed": (
        "argumentet {argument}: kolonner med værdier af flere slags, fx tal og tekst, som læses som tekst: {columns}",
        "{argument}: columns with values of several kinds, such as numbers and text, which are read as text: {columns}",
    ),
    "no_dict": (
        "argumentet children er en dict med tabeller ved navn, ikke {kind}",
        "children is a dict of tables by name, not {kind}",
    ),
    "no_map": (
        "argumentet map er en sti, en tekst eller en dict, ikke {kind}",
        "map is a path, a text or a dict, not {kind}",
    ),
    "no_json": (
        "argumentet map kan ikke skrives som JSON: brug kun tekster, tal, ja og nej, lister og dict",
        "map cannot be written as JSON: use nothing but str, numbers, bool, lists and dict",
    ),
}
"""What is said here, in Danish and in English."""
