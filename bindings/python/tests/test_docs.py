"""The examples of the README and of the docstrings run, and what they print is what stands there."""

from __future__ import annotations

import doctest
import importlib
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
import rehabplan
from conftest import REPOSITORY

README = REPOSITORY / "bindings" / "python" / "README.md"
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("name", ["rehabplan", "rehabplan._api", "rehabplan._run", "rehabplan.spark"])
def test_docstrings(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name), optionflags=FLAGS)
    assert failed == 0


def test_the_functions_have_examples() -> None:
    for function in (rehabplan.validate, rehabplan.validate_many, rehabplan.validate_frame, rehabplan.compare, rehabplan.diff):
        assert doctest.DocTestFinder().find(function)[0].examples
        document = inspect.getdoc(function) or ""
        for name in inspect.signature(function).parameters:
            assert re.search(rf"^    (\w+, )*{name}(, \w+)*: ", document, re.M), f"{function.__name__}: {name} is not explained"


def test_everything_public_is_documented() -> None:
    for name in rehabplan.__all__:
        thing: Any = getattr(rehabplan, name)
        if name == "__version__":
            continue
        assert inspect.getdoc(thing), name
        for member, value in vars(thing).items() if inspect.isclass(thing) else ():
            if not member.startswith("_"):
                assert inspect.getdoc(value) or member == "code", f"{name}.{member}"


def test_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, generate: Any) -> None:
    """The Python blocks are one session, in a folder with an export of 300 plans."""
    import matplotlib

    matplotlib.use("agg")
    monkeypatch.chdir(tmp_path)
    generate.write(tmp_path / "export.ndjson", 300)
    monkeypatch.syspath_prepend(str(REPOSITORY / "examples" / "analyse"))
    (tmp_path / "plan.json").write_bytes((REPOSITORY / "examples/plans/fleksjob-uden-begrundelse.json").read_bytes())
    blocks = re.findall(r"^```python\n(.*?)^```", README.read_text("utf-8"), re.M | re.S)
    assert len(blocks) >= 4
    session: dict[str, Any] = {}
    for block in blocks:
        if ">>>" not in block:
            exec(compile(block, str(README), "exec"), session)
            continue
        test = doctest.DocTestParser().get_doctest(block, session, "README", str(README), 0)
        runner = doctest.DocTestRunner(optionflags=FLAGS)
        runner.run(test, clear_globs=False)
        session = test.globs
        assert runner.summarize().failed == 0
