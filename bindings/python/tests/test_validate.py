"""One plan."""

from __future__ import annotations

import copy
import datetime
import inspect
import json
import pickle
import re
import threading
from typing import Any

import pytest
import rehabplan
from conftest import CANARY, base
from rehabplan import ReadError, types, validate

AS_OF = "2020-06-01"


def test_a_plan_in_order(fulfilled: dict[str, Any]) -> None:
    report = validate(fulfilled, as_of=AS_OF)
    assert report.ok and report.complete
    assert (report.conclusion, report.variant, report.phase) == ("fulfilled", "RF", "indsats")
    assert report.conclusion_text == "Opfyldt"
    assert report.as_of == datetime.date(2020, 6, 1)
    assert report.findings == report.results == report.input == report.notes == []
    counts = report.counts
    assert counts.not_met == counts.undetermined == 0
    assert counts.met + counts.exempt + counts.not_applicable + counts.review == len(rehabplan.matrix()["rules"])
    # That nothing is missing is not that all is well: what waits for a person is counted.
    html = validate(fulfilled, as_of=AS_OF, lang="en")._repr_html_()
    assert f"{counts.review} points are for a person to judge" in html and "No findings" not in html
    assert f"{counts.review} for review" in repr(report) and counts.review > 1
    run = rehabplan.validate_many([fulfilled] * 2, as_of=AS_OF, progress=False)
    run.plans
    assert repr(run) == f"<rehabplan.Run: 2 plans (2 fulfilled), {2 * counts.review} points for review>"


def test_a_deficient_plan_does_not_raise(deficient: dict[str, Any]) -> None:
    report = validate(deficient, as_of=AS_OF)
    assert not report.ok and report.conclusion == "deficient" and report.errors == 1
    [finding] = [finding for finding in report.findings if finding.blocking]
    assert finding.rule == "P4.1.pkt1"
    assert (finding.citation, finding.paragraph) == ("§ 4, stk. 1, 1. pkt.", 4)
    assert (finding.outcome, finding.severity) == ("notMet", "error")
    assert finding.paths == ["/forberedendeDel/laege"]
    assert finding.key == "P4.1.pkt1!/forberedendeDel/laege"
    assert finding.message and finding.remedy and finding.page == "da/regler/P4.1.pkt1.md"
    assert (finding.exemption, finding.same_as, finding.depends_on, finding.note) == (None,) * 4
    assert repr(finding) == "<rehabplan.RuleResult P4.1.pkt1!/forberedendeDel/laege notMet error>"


def test_a_report_is_not_taken_for_a_yes(fulfilled: dict[str, Any], deficient: dict[str, Any]) -> None:
    for plan in fulfilled, deficient:
        with pytest.raises(TypeError, match="report.ok"):
            bool(validate(plan))
    for checked in rehabplan.validate_many([deficient, b"{"], progress=False):
        with pytest.raises(TypeError, match="checked.ok"):
            bool(checked)


def test_the_types_name_what_is_in_a_report(deficient: dict[str, Any]) -> None:
    report = validate(deficient, detail="all", profiles=["proces"]).to_dict()
    known = types.ReportDict
    assert set(known.__required_keys__) <= set(report) <= set(known.__required_keys__ | known.__optional_keys__)
    for result in report["results"]:
        names = types.RuleResultDict
        assert set(names.__required_keys__) <= set(result) <= set(names.__required_keys__ | names.__optional_keys__)


def test_what_an_answer_may_say_besides() -> None:
    report = validate(base("FP12"), as_of=AS_OF, detail="all")
    exempt = next(result for result in report.results if result.exemption)
    assert exempt.outcome == "exempt" and exempt.severity is None and exempt.remedy is None
    noted = next(result for result in report.results if result.note)
    assert noted.note is not None and str(noted.note) == noted.note.text and noted.note.code in repr(noted.note)
    report = validate(base("RF"))
    assert report.conclusion == "undetermined" and not report.ok


def test_languages(deficient: dict[str, Any]) -> None:
    danish, english = (validate(deficient, as_of=AS_OF, lang=lang) for lang in ("da", "en"))
    assert danish.findings[0].message != english.findings[0].message
    assert danish.to_json("en") == english.to_json()
    assert danish != english and danish == validate(deficient, as_of=AS_OF)
    assert danish.lang == "da" and danish.to_dict()["lang"] == "da" and danish.to_dict("en")["lang"] == "en"


def test_days(fulfilled: dict[str, Any]) -> None:
    reports = [
        validate(fulfilled, as_of=day)
        for day in ("2020-06-01", datetime.date(2020, 6, 1), datetime.datetime(2020, 6, 1, 23, 59))
    ]
    assert reports[0] == reports[1] == reports[2]


def test_the_document_itself() -> None:
    report = validate(
        '{"sag": {"sagstype": "revalidering", "kategori": "x"}, "indstillling": {}, "moede": {}, "moede": {}}'
    )
    found = {finding.code: finding for finding in report.input}
    assert set(found) == {"notANumber", "unknownKey", "otherSpelling", "duplicateKey"}
    assert found["unknownKey"].nearest == "indstilling" and found["unknownKey"].severity == "warning"
    assert found["notANumber"].severity == "error" and found["notANumber"].path == "/sag/kategori"
    assert found["notANumber"].message and found["notANumber"].remedy
    assert repr(found["notANumber"]) == "<rehabplan.InputFinding notANumber /sag/kategori>"


def test_a_byte_order_mark_is_tolerated(fulfilled: dict[str, Any]) -> None:
    text = json.dumps(fulfilled)
    assert validate("\ufeff" + text) == validate(text) == validate(b"\xef\xbb\xbf" + text.encode())


def test_limited_checks(deficient: dict[str, Any]) -> None:
    report = validate(deficient, as_of=AS_OF, only={"rules": ["P3.1.4"], "paths": ("/moede",)}, detail="all")
    assert report.to_dict()["limitedTo"] == {"rules": ["P3.1.4"], "paths": ["/moede"]}
    assert "P3.1.4" in {result.rule for result in report.results} and len(report.results) < 20
    assert [note.code for note in report.notes] == ["limited"]


def test_what_the_source_has_no_place_for_is_counted_apart(fulfilled: dict[str, Any]) -> None:
    plan = copy.deepcopy(fulfilled)
    plan["forberedendeDel"]["oensker"] = None
    assert "P3.1.4" in {finding.rule for finding in validate(plan, as_of=AS_OF).findings}
    plain = validate(fulfilled, as_of=AS_OF)
    assert plain.counts.not_in_source is None and plain.horizon_line is None and "source" not in repr(plain)

    count = len(rehabplan.matrix()["rules"])
    for horizon in (["!/forberedendeDel/oensker"], ("", "!/forberedendeDel/oensker")):
        report = validate(plan, as_of=AS_OF, horizon=horizon)
        assert report.conclusion == "undetermined" and not report.ok and report.findings == []
        assert (report.counts.not_in_source, report.counts.undetermined) == (1, 0)
        [answer] = [result for result in report.results if result.rule == "P3.1.4"]
        assert answer.outcome == "undetermined" and answer.note is not None and answer.note.code == "notInSource"
        assert report.to_dict()["horizon"] == {"checkable": count - 1, "partlyCheckable": 0, "notCheckable": 1}
    judged = sum(rule["kind"] == "judgement" for rule in rehabplan.rules())
    checkable = f"{count - 1} kan kontrolleres ud fra kilden (heraf {judged} til skøn)"
    assert report.horizon_line == f"{count} krav: {checkable}, 1 kan det ikke"
    assert repr(report).endswith(", 1 not in source>") and repr(report.counts).endswith(" not_in_source=1>")
    html = report._repr_html_()
    assert "1 findes ikke i kilden" in html and report.horizon_line in html and "P3.1.4" not in html

    run = rehabplan.validate_many([plan, plan], as_of=AS_OF, horizon=["!/forberedendeDel/oensker"], progress=False)
    assert [(row["not_in_source"], row["undetermined"]) for row in run.plans.to_dicts()] == [(1, 0)] * 2
    [outcome] = {row["outcome"] for row in run.findings.to_dicts() if row["rule"] == "P3.1.4"}
    assert outcome == "notInSource"
    [row] = [row for row in run.summary().to_dicts() if row["rule"] == "P3.1.4"]
    assert (row["not_in_source"], row["undetermined"], row["share"]) == (2, 0, None)
    # Of a paragraph that the source holds nothing of, nothing is asked.
    nothing = rehabplan.validate_many([plan], as_of=AS_OF, horizon=["!/moede"], progress=False).summary("paragraph")
    whole = rehabplan.validate_many([plan], as_of=AS_OF, progress=False).summary("paragraph")
    of_meeting = [[row for row in table.to_dicts() if row["paragraph"] == 6] for table in (nothing, whole)]
    assert [[(row["applies"], row["share"]) for row in rows] for rows in of_meeting] == [[(0, None)], [(1, 0.0)]]


def test_a_text_in_many_fields_is_shown_at_each_of_them(fulfilled: dict[str, Any]) -> None:
    plan = copy.deepcopy(fulfilled)
    fields = ["borgerensEgenVurdering", "erfaringerRessourcer", "oensker"]
    plan["forberedendeDel"] |= dict.fromkeys(fields, "Det samme hvert sted.")
    [finding] = [one for one in validate(plan, as_of=AS_OF).input if one.code == "repeatedText"]
    assert sorted(finding.paths) == [f"/forberedendeDel/{field}" for field in fields] and finding.path == finding.paths[0]
    html = validate(plan, as_of=AS_OF)._repr_html_()
    assert all(f"<code>/forberedendeDel/{field}</code>" in html for field in fields)
    run = rehabplan.validate_many([plan], as_of=AS_OF, progress=False)
    assert [row["path"] for row in run.findings.to_dicts() if row["outcome"] == "input"] == [" ".join(finding.paths)]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"\xff{}", "notUtf8"),
        ("{", "notJson"),
        ("{} {}", "notJson"),
        ("", "notJson"),
        ("[1]", "notAnObject"),
        ("null", "notAnObject"),
        ('"{}"', "notAnObject"),
        (b" " * (8 * 1024 * 1024 + 1), "tooLarge"),
        ('{"x": ' + "[" * 100 + "]" * 100 + "}", "tooDeep"),
        ('{"moede": {"deltagere": [' + ",".join(["1"] * 10_001) + "]}}", "listTooLong"),
        ("{" + ",".join(f'"x{key}":0' for key in range(10_001)) + "}", "tooManyFindings"),
        ("\ud800", "notJson"),
        # Behind a backslash it is no JSON, whatever follows.
        ('{"sag": "\\\ud800"}', "notUtf8"),
    ],
)
def test_documents_that_are_no_plans(document: Any, code: str) -> None:
    with pytest.raises(ReadError) as danish:
        validate(document)
    assert danish.value.code == code and isinstance(danish.value, ValueError)
    with pytest.raises(ReadError) as english:
        validate(document, lang="en")
    assert str(danish.value) != str(english.value)
    again = pickle.loads(pickle.dumps(danish.value))
    assert (str(again), again.code) == (str(danish.value), code)


@pytest.mark.parametrize(
    "text",
    [
        '{"sag": "\ud800"}',
        '{"sag": {"sagstype": "fleksjob\udc00"}}',
        '{"sag": {"\udfff": 1}}',
        '{"sag": {"sagstype": "\ud800\ud800"}}',
    ],
)
def test_half_a_surrogate_pair_is_a_finding_in_a_text_as_in_an_escape_and_in_a_dict(text: str) -> None:
    escaped = json.dumps(json.loads(text))
    assert "\\ud" in escaped and text != escaped
    assert validate(text).to_json() == validate(escaped).to_json()
    found = [(finding.path, finding.code) for finding in validate(text).input]
    assert found and found == [(finding.path, finding.code) for finding in validate(json.loads(text)).input]


def test_two_halves_that_are_one_character_are_it() -> None:
    text = '{"sag": {"sagstype": "😀"}}'
    assert validate(text.replace("😀", "\ud83d\ude00")).to_json() == validate(text).to_json()


def test_a_dict_that_is_too_deep_or_holds_itself() -> None:
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"x": deep}
    with pytest.raises(ReadError) as raised:
        validate(deep)
    assert raised.value.code == "tooDeep"
    circle: dict[str, Any] = {}
    circle["sag"] = circle
    with pytest.raises(ReadError, match="holds itself") as raised:
        validate(circle, lang="en")
    assert raised.value.code == "cyclic"
    # The same list twice is no circle.
    same: list[Any] = [{"x": 1}]
    assert validate({"a": same, "b": {"c": same}}).input


@pytest.mark.parametrize("plan", [None, 1, [], ["{}"], 1.5, object()])
def test_other_types_are_refused(plan: Any) -> None:
    with pytest.raises(TypeError, match="a plan is a dict, or JSON as str or bytes; not"):
        validate(plan, lang="en")


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"phase": 1}, TypeError, "^phase must be a str, not int$"),
        ({"lang": None}, TypeError, "^argumentet lang er en str, ikke NoneType$"),
        ({"detail": 1}, TypeError, "^detail must be a str, not int$"),
        ({"language": "x"}, TypeError, "^language must be a bool, not str$"),
        ({"case": 4711}, TypeError, "^case must be a str, not int$"),
        ({"horizon": 1}, TypeError, "^horizon must be a list of str, not int$"),
        ({"horizon": ["/sag", 1]}, TypeError, r"^horizon\[1\] must be a str, not int$"),
        ({"only": {"rules": [1]}}, TypeError, r"^only\['rules'\]\[0\] must be a str, not int$"),
        ({"profiles": [1]}, TypeError, r"^profiles\[0\] must be the name of a profile"),
        ({"as_of": 2020}, TypeError, "as_of must be a datetime.date or a str, not int"),
        ({"only": {"rules": "P3.1.4"}}, TypeError, r"only\['rules'\] must be a list"),
        ({"only": ["P3.1.4"]}, TypeError, "only must be a dict"),
        ({"only": {"rule": ["P3.1.4"]}}, TypeError, "only must be a dict"),
        ({"horizon": "/sag"}, TypeError, "horizon must be a list"),
        ({"only_rules": ["P3.1.4"]}, TypeError, "unexpected keyword argument 'only_rules'"),
        ({"threads": 2}, TypeError, "unexpected keyword argument 'threads'"),
    ],
)
def test_options_of_another_kind(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        validate({}, **{"lang": "en", **options})
    # In Danish the argument is named too.
    if "lang" not in options and "unexpected" not in message:
        with pytest.raises(error, match=f"^argumentet {next(iter(options))}"):
            validate({}, **options)


@pytest.mark.parametrize(
    ("options", "reason", "path", "message"),
    [
        ({"phase": "start"}, None, "/phase", "phase must be one of .*indstilling"),
        ({"lang": "de"}, None, "/lang", "lang must be one of"),
        ({"detail": "some"}, None, "/detail", "detail must be one of"),
        ({"as_of": "31-02-2020"}, None, "/as_of", "as_of must be a day as YYYY-MM-DD"),
        ({"only": {"rules": ["P3.1.4", "P99"]}}, "unknownRule", "/only/rules/1", 'only "P99": rule no. 2 of the selection'),
        ({"only": {"rules": ["P3.1.4x"]}}, "unknownRule", "/only/rules/0", "did you mean P3.1.4?"),
        ({"only": {"paths": ["/sagg"]}}, "unknownPath", "/only/paths/0", "did you mean /sag"),
        ({"only": {"paths": ["/sag/kommunekode"]}}, "noRuleAtPath", "/only/paths/0", "no rule looks at"),
        ({"only": {}}, "emptySelection", "/only", "the selection is empty"),
        ({"horizon": []}, "emptyHorizon", "/horizon", "horizon: the source holds nothing"),
        ({"horizon": ["/sag", "!/moed"]}, "unknownPlace", "/horizon/1", 'horizon "!/moed": place no. 2 .* did you mean /moede?'),
    ],
)
def test_wrong_options(options: dict[str, Any], reason: str | None, path: str, message: str) -> None:
    """Code, reason and place are those of npm and the server; the language is that of the call."""
    for lang in ("da", "en"):
        in_danish = lang == "da" and "lang" not in options
        with pytest.raises(rehabplan.OptionError, match=None if in_danish else message) as raised:
            validate({}, **{"lang": lang, **options})
        assert not in_danish or not re.search(message, str(raised.value))
        error = raised.value
        assert isinstance(error, ValueError)
        assert (error.code, error.reason, error.path) == ("badOptions", reason, path)
        again = pickle.loads(pickle.dumps(error))
        assert (str(again), again.path) == (str(error), path)


def test_the_options_are_in_the_signature() -> None:
    assert list(inspect.signature(validate).parameters)[:4] == ["plan", "case", "phase", "as_of"]
    assert inspect.signature(rehabplan.compare).parameters["language"].default is True


def test_a_copy_is_the_same(deficient: dict[str, Any]) -> None:
    report = validate({**deficient, "x": 1}, detail="all")
    note = next(result.note for result in report.results if result.note)
    things = (report, report.results[0], report.counts, report.input[0], note, rehabplan.checklist("fleksjob"))
    for thing in things:
        assert copy.copy(thing) is thing and copy.deepcopy(thing) is thing
    assert copy.deepcopy({"a": [report]}) == {"a": [report]}


@pytest.mark.parametrize(
    ("call", "danish", "english"),
    [
        (lambda lang: rehabplan.validate_many(5, lang=lang), "argumentet plans er en sti eller planer en for en, ikke int", "plans must be a path or an iterable of plans, not int"),
        (lambda lang: rehabplan.validate_many([], plan=5, lang=lang), "argumentet plan er en str, ikke int", "plan must be a str, not int"),
        (lambda lang: rehabplan.validate_frame(5, lang=lang), "argumentet frame er noget med __arrow_c_stream__", "frame must be an object with __arrow_c_stream__"),
        (lambda lang: rehabplan.validate_frame(5, 7, lang=lang), "argumentet column er en str, ikke int", "column must be a str, not int"),
        (lambda lang: rehabplan.compare([], 5, lang=lang), "argumentet profiles er en liste af profiler, ikke int", "profiles must be a list of profiles, not int"),
        (lambda lang: rehabplan.rules(5, lang=lang), "argumentet profiles er en liste af profiler, ikke int", "profiles must be a list of profiles, not int"),
        (lambda lang: rehabplan.validate(5, lang=lang), "en plan er en dict, eller JSON som str eller bytes; ikke int", "a plan is a dict, or JSON as str or bytes; not int"),
        (lambda lang: rehabplan.validate(None, lang=lang), "en plan er en dict, eller JSON som str eller bytes; ikke NoneType", "a plan is a dict, or JSON as str or bytes; not NoneType"),
        (lambda lang: rehabplan.explain(5, lang=lang), "argumentet rule_id er en str, ikke int", "rule_id must be a str, not int"),
        (lambda lang: rehabplan.checklist(5, lang=lang), "argumentet kind er en str, ikke int", "kind must be a str, not int"),
        (lambda lang: rehabplan.checklist("FP", 5, lang=lang), "argumentet phase er en str, ikke int", "phase must be a str, not int"),
        (lambda lang: rehabplan.diff(rehabplan.validate_many([], lang=lang), 6), "argumentet after er et Run", "after must be a Run"),
    ],
)  # fmt: skip
def test_what_is_of_another_type_is_named(call: Any, danish: str, english: str) -> None:
    for lang, message in (("da", danish), ("en", english)):
        with pytest.raises(TypeError, match=f"^{message}"):
            call(lang)


def test_nothing_can_be_changed(deficient: dict[str, Any]) -> None:
    report = validate(deficient)
    for thing, name in ((report, "conclusion"), (report.findings[0], "rule"), (report.counts, "met")):
        with pytest.raises(AttributeError):
            setattr(thing, name, "other")
    before = copy.deepcopy(deficient)
    validate(deficient)
    assert deficient == before


def test_threads_get_the_same_report(deficient: dict[str, Any]) -> None:
    text, reports = json.dumps(deficient), []
    threads = [threading.Thread(target=lambda: reports.append(validate(text).to_json())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reports) == 8 and len(set(reports)) == 1


def test_repr_and_html_say_what_matters(deficient: dict[str, Any]) -> None:
    report = validate(deficient, as_of=AS_OF)
    assert repr(report).startswith("<rehabplan.Report RF indsats: deficient, 1 errors, 0 warnings, 0 undetermined, ")
    html = report._repr_html_()
    for text in ("Mangelfuld", "Mangel<", "§ 4, stk. 1, 1. pkt.", "/forberedendeDel/laege", report.findings[0].message):
        assert text in html
    assert "Defect" in validate(deficient, lang="en")._repr_html_()


def test_html_escapes() -> None:
    # Ids of rules hold no markup, but a key that looks like a field stands in a path.
    html = validate({CANARY: 1, "a-b_c": 1})._repr_html_()
    assert "/a-b_c" in html and "<b>&" not in html


def test_what_is_checked() -> None:
    rules = rehabplan.rules()
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert rehabplan.explain("p3.1.4") == next(rule for rule in rules if rule["id"] == "P3.1.4")
    assert rehabplan.explain("P1.5")["kind"] == "scope"
    with pytest.raises(KeyError, match="der er ingen regel"):
        rehabplan.explain("P99")
    with pytest.raises(KeyError, match="ingen krav hører til § 99; de står i §§ 1-16"):
        rehabplan.explain("§ 99")
    with pytest.raises(KeyError, match="no requirements belong to § 99; they stand in §§ 1-16"):
        rehabplan.explain("§ 99", lang="en")
    # As on the command line: what belongs to a provision, or goes on where an id stops.
    assert [rule["id"] for rule in rehabplan.explain("§ 16")] == ["P16.1"]
    seventh = [rule for rule in rules if rule["id"].startswith("P7.")]
    assert rehabplan.explain("§ 7") == rehabplan.explain("P7") == seventh
    assert rehabplan.explain("§ 7, stk. 2") == [rule for rule in seventh if rule["id"].startswith("P7.2.")]
    matrix = rehabplan.matrix()
    assert len(matrix["variants"]) == 15 and list(matrix["rules"]) == [rule["id"] for rule in rules if rule["kind"] != "scope"]
    assert matrix["rules"]["P3.1.4"]["RF"] == "K"
    assert len(rehabplan.coverage()) == 121 and rehabplan.coverage("en") != rehabplan.coverage("da")
    assert rehabplan.rule_set()["validFrom"] == "2020-01-01"
    assert rehabplan.rule_set()["version"] == rehabplan.__version__
    assert rehabplan.json_schema()["title"] == "Rehabiliteringsplan"
    assert rehabplan.json_schema("en")["properties"]["moede"]["title"] == "Meeting of the rehabilitation team"


def test_a_report_says_how_to_send_it_elsewhere() -> None:
    for lang, said in (("da", "kan ikke gemmes med pickle; send report.to_dict"), ("en", "cannot be pickled; send report.to_dict")):
        report = validate({}, lang=lang)
        with pytest.raises(TypeError, match=said):
            pickle.dumps(report)
        with pytest.raises(TypeError, match={"da": "hverken sand eller falsk", "en": "neither true nor false"}[lang]):
            bool(report)
        assert pickle.loads(pickle.dumps(report.to_dict())) == report.to_dict()
