"""Run in an environment that holds the wheel and nothing else."""

import importlib.metadata
import importlib.util
import pathlib
import sys

import rehabplan

for name in ("pyarrow", "numpy", "matplotlib", "tqdm"):
    assert importlib.util.find_spec(name) is None, f"{name} is here, so this is no clean environment"
assert importlib.metadata.version("rehabplan") == rehabplan.__version__ == rehabplan.rule_set()["version"]
assert (pathlib.Path(rehabplan.__file__).parent / "py.typed").is_file()

plans = pathlib.Path(sys.argv[1])
report = rehabplan.validate((plans / "fleksjob-uden-begrundelse.json").read_bytes())
assert report.conclusion == "deficient" and report.errors == 3, report
assert "Mangelfuld" in report._repr_html_()
run = rehabplan.validate_many(plans)
assert len(run.plans) == 5 and len(run.summary()) > 100 and run.findings.to_dicts()
try:
    run.plot()
except ImportError as error:
    assert "rehabplan[plot]" in str(error)
else:
    raise AssertionError("plot() without matplotlib")
assert len(rehabplan.rules()) > len(rehabplan.matrix()["rules"]) > 0
print("rehabplan", rehabplan.__version__, "works on Python", sys.version.split()[0])
