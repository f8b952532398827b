"""The exceptions that are the package's own."""

from __future__ import annotations


class ReadError(ValueError):
    """The document is not a plan that can be read: not UTF-8, not JSON, not an object, a dict that holds itself, or beyond a
    limit.

    Everything else that is wrong with a document is in the report. No text from the document is shown.
    """

    code: str
    """`notUtf8`, `notJson`, `notAnObject`, `cyclic`, `tooLarge`, `tooDeep`, `listTooLong` or `tooManyFindings`; for a file
    also `notFound`, `noAccess`, `notReadable`, `nothingToCheck` or what it is instead (`pdf`, `workbook`, `csv` and so on);
    for one of many documents also `noPlan`, `keyTwice` (the plan, or what stands beside it, stands there twice), or `noId` where
    the function given as `id` fails on it."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class OptionError(ValueError):
    """An option has a value that does not exist: a phase, a rule or a place that there is not, and so on.

    The message says which option, and what there is instead. It may show what was given, and never anything from a plan.
    """

    code: str
    """`badOptions`."""

    reason: str | None
    """What is wrong with `only` or `horizon`: `unknownRule`, `unknownPath`, `emptySelection` and so on; `None` for other options."""

    path: str | None
    """JSON Pointer into the options, as `/phase` or `/only/rules/0`; `None` where the options together are wrong."""

    def __init__(self, message: str, reason: str | None = None, path: str | None = None) -> None:
        super().__init__(message, reason, path)
        self.code = "badOptions"
        self.reason = reason
        self.path = path

    def __str__(self) -> str:
        return str(self.args[0])


class ProfileError(ValueError):
    """A profile, a list of suppressions or a choice of profiles cannot be used: something is misspelt, a period ends
    before it begins, two profiles contradict each other, and so on.

    The message says where and what to do. It may show what stands in the profile, and never anything from a plan.
    """

    code: str
    """`badProfile`."""

    reason: str
    """`unknownProfile`, `unknownTheme`, `unknownRule`, `unknownFact`, `conflict`, `shape` and so on."""

    path: str | None
    """JSON Pointer into the profile; `None` where the choice itself is wrong."""

    line: int | None
    """The line of a file that is not JSON, or of a suppression, from 1; `None` where none is known."""

    column: int | None
    """The column in that line, from 1."""

    def __init__(
        self, message: str, reason: str, path: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message, reason, path, line, column)
        self.code = "badProfile"
        self.reason = reason
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return str(self.args[0])
