"""The exception that is the package's own."""


class ReadError(ValueError):
    """The document is not a plan that can be read: not UTF-8, not JSON, not an object, or beyond a limit.

    Everything else that is wrong with a document is in the report. No text from the document is shown.
    """

    code: str
    """`notUtf8`, `notJson`, `notAnObject`, `tooLarge`, `tooDeep` or `listTooLong`; for a file also `notFound`,
    `noAccess` or `notReadable`."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])
