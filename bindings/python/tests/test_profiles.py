"""What lies beside the regulation: profiles, suppressions, and what they would change."""

from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path
from typing import Any

import matplotlib
import polars
import pytest
import rehabplan
from conftest import CORPUS, REPOSITORY, base, load, merged, plan_of

matplotlib.use("agg")

from matplotlib import pyplot  # noqa: E402

AS_OF = "2020-06-01"
CASES = [
    pytest.param(case, id=f"{path.stem}/{case['name']}")
    for path in sorted((CORPUS / "profiles").glob("*.json"))
    for case in load(path)["cases"]
]
OWN = {
    "id": "mit",
    "title": "Mit",
    "source": "Byrådet",
    "force": "local",
    "effects": [{"severity": {"rule": "P6.1.pkt1.b", "to": "error"}}],
}


def without_assessment() -> dict[str, Any]:
    plan = copy.deepcopy(base("FJ"))
    del plan["forberedendeDel"]["laege"]
    return plan


def late() -> dict[str, Any]:
    return merged(base("JAX"), {"sag": {"overgangsdato": "2020-01-05"}})  # type: ignore[no-any-return]


def suppression(**changes: str) -> dict[str, str]:
    known = {"key": "P4.1.pkt1!/forberedendeDel/laege", "reason": "Bestilt", "author": "A. Jensen"}
    return {**known, "date": "2020-03-01", **changes}


@pytest.mark.parametrize("case", CASES)
def test_the_corpus(case: dict[str, Any]) -> None:
    plan = plan_of(case)
    options = {"phase": case["phase"], "as_of": case.get("asOf"), "detail": "all", "profiles": case["profiles"]}
    report = rehabplan.validate(plan, **options)
    expected = case["expect"]
    assert report.conclusion == expected.get("conclusion", report.conclusion)
    assert report.base_conclusion == expected.get("baseConclusion", report.base_conclusion)
    law = {one.rule: one for one in report.results}
    added = {one.rule: one for one in report.profile_results}
    for found, wanted in ((law, expected.get("results", {})), (added, expected.get("profileResults", {}))):
        for rule, answer in wanted.items():
            if answer is None:
                assert rule not in found
                continue
            one = found[rule]
            assert one.outcome == answer["outcome"], rule
            assert one.severity == answer.get("severity", one.severity), rule
            assert one.base_outcome == answer.get("baseOutcome", one.base_outcome), rule
    # One of many is what one alone is.
    [checked] = rehabplan.validate_many([plan], progress=False, **options)
    assert checked.report is not None and checked.report.to_json() == report.to_json()


def test_findings_of_profiles_are_kept_apart() -> None:
    report = rehabplan.validate(late(), as_of=AS_OF, phase="forelaeggelse", profiles=["proces"], lang="en")
    assert (report.ok, report.conclusion, report.base_conclusion, report.findings) == (
        True,
        "fulfilled",
        "fulfilled",
        [],
    )
    [finding] = [one for one in report.profile_findings if one.rule == "proces/PR1"]
    assert (finding.severity, finding.blocking, finding.paragraph, finding.exemption) == ("warning", False, None, None)
    assert finding.profiles == ["proces"] and finding.key == "proces/PR1!/sag/overgangsdato,/moede/dato"
    assert finding.page == "en/profiles/proces/PR1.md" and finding.citation.startswith("The North Jutland")
    assert "proces/PR1" in repr(finding) and "Profile" in report._repr_html_()
    plain = rehabplan.validate(late(), as_of=AS_OF, phase="forelaeggelse", lang="en")
    assert plain.profile_results == [] and plain.base_conclusion is None
    assert rehabplan.validate(late(), as_of=AS_OF, phase="forelaeggelse", lang="en", profiles=[]) == plain


def test_what_a_profile_changed_is_seen() -> None:
    plan = merged(without_assessment(), {"forsoeg": {"helbredsoplysningerRaekker": "Speciallægens akter er nye."}})
    trial = "forsoeg/nordjylland-2017:2"
    report = rehabplan.validate(plan, as_of=AS_OF, profiles=[trial], detail="all")
    [answer] = [one for one in report.results if one.rule == "P4.1.pkt1"]
    assert (answer.outcome, answer.base_outcome, answer.base_severity) == ("exempt", "notMet", "error")
    assert answer.profiles == ["forsoeg/nordjylland-2017"]
    assert (report.conclusion, report.base_conclusion) == ("fulfilled", "deficient")
    assert "uden profiler: Mangelfuld" in report._repr_html_()


def test_suppressions(tmp_path: Path) -> None:
    known = [suppression(), suppression(key="P3.1.4!/forberedendeDel/oensker")]
    report = rehabplan.validate(without_assessment(), as_of=AS_OF, suppress=known)
    [finding] = report.findings
    assert finding.suppressed is not None and finding.suppressed == report.to_dict()["results"][0]["suppressed"]
    assert (finding.suppressed["reason"], finding.blocking, report.errors, report.ok) == ("Bestilt", False, 0, False)
    assert (report.suppressed, finding.provision) == (1, report.to_dict()["results"][0]["provision"])
    assert report.unused_suppressions == ["P3.1.4!/forberedendeDel/oensker"]
    assert "set bort fra: Bestilt" in report._repr_html_()
    file = tmp_path / "kendte.json"
    file.write_text(json.dumps(known), "utf-8")
    for given in (file, str(file)):
        assert rehabplan.validate(without_assessment(), as_of=AS_OF, suppress=given) == report


def test_what_the_report_has_is_an_attribute_of_it() -> None:
    """Under the name that Python gives it: what is written as `profileCounts` is `profile_counts`."""
    plans = [(without_assessment(), {"profiles": ["proces"], "detail": "all", "horizon": ["/sag", "/forberedendeDel"]}), ({}, {})]
    for plan, options in plans:
        report = rehabplan.validate(plan, as_of=AS_OF, **options)
        written: Any = report.to_dict()
        assert report.limited_to is None and report.rule_set == written["ruleSet"]
        for name in ("ruleSet", "limitedTo", "horizon", "profiles", "profileCounts", "measures", "suppressed", "leftAlone"):
            attribute = re.sub("[A-Z]", lambda capital: "_" + capital[0].lower(), name)
            assert getattr(report, attribute) == written.get(name), name
        assert (report.profiles is None) is (options == {})
        answers = [(report.results, written["results"]), (report.profile_results, written.get("profileResults", []))]
        for results, all_written in answers:
            assert [one.rule for one in results] == [one["rule"] for one in all_written]
            for result, one in list(zip(results, all_written))[:3]:
                assert (result.provision, result.force) == (one.get("provision"), one.get("force"))
                assert result.force_text == one.get("forceText")
                assert (result.changed_by, result.suppressed) == (one.get("changedBy"), one.get("suppressed"))
    assert rehabplan.validate({}, only={"rules": ["P3.1.4"]}).limited_to == {"rules": ["P3.1.4"], "paths": []}


def test_a_suppression_turns_no_other_case(tmp_path: Path) -> None:
    plans = [("a", without_assessment()), ("b", without_assessment())]
    options: dict[str, Any] = {"as_of": AS_OF, "progress": False}
    with pytest.raises(rehabplan.ProfileError, match=r"suppress: suppressions /1 \(.*names no case") as caught:
        rehabplan.validate_many(plans, suppress=[suppression(case="a"), suppression()], lang="en", **options)
    assert (caught.value.reason, caught.value.path) == ("noCase", "/1")
    known = [suppression(case="b")]
    run = rehabplan.validate_many(plans, suppress=known, **options)
    assert [(one["id"], one["suppressed"]) for one in run.findings.to_dicts()] == [("a", None), ("b", "Bestilt")]
    assert [(one["id"], one["conclusion"], one["errors"]) for one in run.plans.to_dicts()] == [
        ("a", "deficient", 1),
        ("b", "deficient", 0),
    ]
    # An id that stands beside the plan, in it, or in a column.
    lines = tmp_path / "export.ndjson"
    lines.write_text("\n".join(json.dumps({"nr": id, "plan": plan}) for id, plan in plans), "utf-8")
    run = rehabplan.validate_many(lines, id="nr", plan="plan", suppress=known, **options)
    assert [one["suppressed"] for one in run.findings.to_dicts()] == [None, "Bestilt"]
    for case, errors in (("b", 0), ("a", 1), (None, 1)):
        report = rehabplan.validate(without_assessment(), as_of=AS_OF, suppress=known, case=case)
        assert (report.conclusion, report.errors) == ("deficient", errors)
        assert report.unused_suppressions == ([known[0]["key"]] if case is None else [])


def test_a_key_into_a_list_names_its_entry() -> None:
    plan = merged(base("RF"), {"indsatsdel": {"tilbud": [{"aktivitetIdentifier": "x-1", "beskrivelse": "Praktik"}]}})
    for key, code in (("0", "position"), ("beskrivelse=Praktik", "unknownIdentifier")):
        with pytest.raises(rehabplan.ProfileError) as caught:
            rehabplan.validate(plan, suppress=[suppression(key=f"P5.1.3.b!/indsatsdel/tilbud/{key}/kortsigtetMaal")])
        assert caught.value.reason == code
    known = [suppression(key="P5.1.3.b!/indsatsdel/tilbud/aktivitetIdentifier=x-1/kortsigtetMaal")]
    of = {one.rule: one.suppressed and one.suppressed["reason"] for one in rehabplan.validate(plan, as_of=AS_OF, suppress=known).findings}
    assert of["P5.1.3.b"] == "Bestilt"
    plan["indsatsdel"]["tilbud"].insert(0, {"beskrivelse": "Mentor"})
    of = {one.rule: one.suppressed and one.suppressed["reason"] for one in rehabplan.validate(plan, as_of=AS_OF, suppress=known).findings}
    assert of["P5.1.3.b"] is None


def test_a_profile_of_ones_own_as_a_file_or_a_dict(tmp_path: Path) -> None:
    file = tmp_path / "MIT.JSON"
    file.write_text(json.dumps(OWN), "utf-8")
    plan = merged(base("FJ"), {"moede": {"dato": "2020-03-10", "deltagere": ["sagsbehandler"]}})
    reports = [rehabplan.validate(plan, as_of=AS_OF, profiles=[given]) for given in (OWN, file, str(file))]
    assert reports[0] == reports[1] == reports[2]
    [finding] = [one for one in reports[0].findings if one.rule == "P6.1.pkt1.b"]
    assert (finding.severity, finding.base_severity, finding.profiles) == ("error", "warning", ["mit"])
    example = REPOSITORY / "examples" / "profiles"
    report = rehabplan.validate(plan, profiles=[example / "kommune.json"], suppress=example / "kendte-fund.json")
    assert report.to_dict()["profiles"][0]["reason"]["code"] == "authorityUnknown"


def test_the_order_of_profiles_does_not_matter() -> None:
    names: list[Any] = [one["id"] for one in rehabplan.profiles() if "nordjylland" not in one["id"]]
    names += [f"forsoeg/nordjylland-2017:{theme}" for theme in ("1A", "1B", "2", "4")] + [OWN]
    dice = random.Random(5)
    for plan in (late(), without_assessment()):
        first = rehabplan.validate(plan, as_of=AS_OF, detail="all", profiles=names).to_json()
        for _ in range(5):
            dice.shuffle(names)
            assert rehabplan.validate(plan, as_of=AS_OF, detail="all", profiles=names).to_json() == first


REFUSED: list[tuple[list[Any], str, str | None, str]] = [
    (["proce"], "unknownProfile", None, 'did you mean "proces"'),
    (["forsoeg/nordjylland-2017"], "noTheme", None, "chosen one by one; it has: 1A, 1B"),
    (["forsoeg/nordjylland-2017:7"], "unknownTheme", None, 'no theme "7"'),
    (["proces:maksSider=mange"], "parameterValue", "/maksSider", "at least 0"),
    (
        [OWN, {**OWN, "id": "dit", "effects": [{"severity": {"rule": "P6.1", "to": "warning"}}]}],
        "conflict",
        None,
        "both",
    ),
    ([{**OWN, "validFrom": "2021-01-01", "validTo": "2020-01-01"}], "period", "/validTo", "before it begins"),
    (
        [{**OWN, "effects": [{"severity": {"rule": "P9999", "to": "error"}}]}],
        "unknownRule",
        None,
        "profiles[0]: mit /eff",
    ),
    ([{}], "shape", None, "profiles[0]: profile"),
    ([{"id": "x" * 2_000_000}], "tooLarge", None, "the limit is 1048576"),
]


@pytest.mark.parametrize(("profiles", "code", "path", "words"), REFUSED, ids=[one[1] for one in REFUSED])
def test_what_cannot_be_used_is_refused(profiles: list[Any], code: str, path: str | None, words: str) -> None:
    for call in (
        lambda: rehabplan.validate({}, profiles=profiles, lang="en"),
        lambda: rehabplan.validate_many([], profiles=profiles, lang="en"),
        lambda: rehabplan.validate_frame(polars.DataFrame({"plan": []}), profiles=profiles, lang="en"),
        lambda: rehabplan.compare([], profiles, lang="en"),
    ):
        with pytest.raises(rehabplan.ProfileError) as caught:
            call()
        assert caught.value.reason == code and words in str(caught.value)
        assert path is None or caught.value.path == path
    assert isinstance(caught.value, ValueError)


def test_a_hostile_profile_file_is_an_error_and_no_more(tmp_path: Path) -> None:
    hostile = {
        "deep": b'{"id":' + b"[" * 100_000,
        "broken": b'{"id": "mit", "title": ',
        "half a character": json.dumps(OWN).encode()[:-1] + b', "\xff": 1}',
        "nul": b'{"id": "mit\x00", "title": "\x00"}',
        "list": b"[]",
        "huge": b" " * 5_000_000,
        "everything": json.dumps({**OWN, "effects": [{"exempt": {"rules": ["*"], "basis": "Alt"}}]}).encode(),
        "twice": json.dumps(OWN).encode()[:-1] + b', "id": "dit"}',
    }
    dice = random.Random(7)
    good = json.dumps(OWN).encode()
    for number in range(300):
        noise = bytearray(good)
        for _ in range(1 + number % 3):
            noise[dice.randrange(len(noise))] = dice.randrange(256 if number % 2 else 128)
        hostile[f"noise {number}"] = bytes(noise)
    plan = without_assessment()
    plain = {one.rule: one.outcome for one in rehabplan.validate(plan, as_of=AS_OF, detail="all").results}
    accepted = 0
    for name, text in hostile.items():
        file = tmp_path / f"{name}.json"
        file.write_bytes(text)
        try:
            report = rehabplan.validate(plan, as_of=AS_OF, detail="all", profiles=[file])
        except ValueError as error:
            assert str(file) in str(error), name
            assert isinstance(error, rehabplan.ProfileError)
        else:
            # Damage that leaves a profile: it changes how grave one rule is, and exempts from nothing.
            accepted += 1
            assert {one.rule: one.outcome for one in report.results} == plain, name
    assert 0 < accepted < len(hostile) / 2
    with pytest.raises(FileNotFoundError):
        rehabplan.validate({}, profiles=[tmp_path / "ikke.json"])


def test_a_file_in_another_encoding_says_which(tmp_path: Path) -> None:
    text = json.dumps([suppression(reason="Aftalt på mødet", author="Søs")], ensure_ascii=False)
    for encoding, reason, words in (("latin-1", "windows1252", "gem den som UTF-8"), ("utf-16", "utf16", "UTF-16")):
        file = tmp_path / encoding
        file.write_text(text, encoding)
        with pytest.raises(rehabplan.ProfileError, match=words) as caught:
            rehabplan.validate({}, suppress=file)
        assert caught.value.reason == reason and str(caught.value).startswith(str(file))
    empty = tmp_path / "tom.json"
    empty.touch()
    with pytest.raises(rehabplan.ProfileError, match="listen er tom") as caught:
        rehabplan.validate({}, suppress=empty)
    assert caught.value.reason == "emptyFile"


def test_what_is_of_another_type_is_refused() -> None:
    for profiles in ("proces", OWN, Path("x.json")):
        with pytest.raises(TypeError, match="er en liste af profiler"):
            rehabplan.validate({}, profiles=profiles)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"profiles\[1\] er .* ikke int"):
        rehabplan.validate({}, profiles=["proces", 7])  # type: ignore[list-item]
    with pytest.raises(TypeError, match=r"argumentet profiles\[0\] må kun bestå af"):
        rehabplan.validate({}, profiles=[{"id": object()}])
    for suppress in (7, {"key": "x"}):
        with pytest.raises(TypeError, match="argumentet suppress er"):
            rehabplan.validate({}, suppress=suppress)  # type: ignore[arg-type]
    with pytest.raises(rehabplan.ProfileError, match="suppress: fund, der ses bort fra, /0/reason") as caught:
        rehabplan.validate({}, suppress=[suppression(reason=" ")])
    assert caught.value.reason == "noReason"
    with pytest.raises(rehabplan.OptionError, match="intet at sammenligne"):
        rehabplan.compare([], [])
    with pytest.raises(TypeError, match=r"compare\(\) har intet argument detail"):
        rehabplan.compare([], ["proces"], detail="all")  # type: ignore[call-arg]  # What is refused at run time is an error of types too.
    with pytest.raises(TypeError, match="er en liste af profiler"):
        rehabplan.compare([], "proces")  # type: ignore[arg-type]


def test_a_check_can_be_limited_to_an_added_rule() -> None:
    report = rehabplan.validate(late(), as_of=AS_OF, profiles=["proces"], only={"rules": ["proces/PR1"]})
    assert [one.rule for one in report.profile_findings] == ["proces/PR1"] and report.results == []
    with pytest.raises(ValueError, match="which is not chosen"):
        rehabplan.validate({}, only={"rules": ["proces/PR1"]}, lang="en")
    rehabplan.validate({}, profiles=["proces:maksSider=50"], only={"paths": ["/sag/sideantal"]})


def test_what_there_is_to_choose() -> None:
    profiles = rehabplan.profiles()
    assert len(profiles) == 16 and profiles[1]["id"] == "proces"
    assert [rule["id"] for rule in profiles[1]["rules"]] == [f"proces/PR{number}" for number in range(1, 13)]
    rules = rehabplan.rules()
    assert rehabplan.rules(["proces"]) == rules + profiles[1]["rules"]
    assert rehabplan.explain("PROCES/pr1") == profiles[1]["rules"][0]
    assert profiles[1]["rules"][0].keys() == rules[0].keys()
    assert rehabplan.profile_schema()["$id"] == "urn:rehabplan:profile:1"
    assert rehabplan.suppression_schema()["$id"] == "urn:rehabplan:suppressions:1"
    with pytest.raises(rehabplan.ProfileError):
        rehabplan.rules(["proce"])


def test_the_tables_hold_what_profiles_found() -> None:
    plans = [("sen", late()), ("uden", without_assessment()), ("ulæselig", "{")]
    chosen = ["proces", "forsoeg/nordjylland-2017:1A,1C,validFrom=2017-07-01"]
    run = rehabplan.validate_many(plans, as_of=AS_OF, phase="forelaeggelse", profiles=chosen, progress=False)
    findings = polars.DataFrame(run.findings)
    [row] = findings.filter(rule="proces/PR1", outcome="notMet").to_dicts()
    assert (row["id"], row["profile"], row["paragraph"], row["severity"]) == ("sen", "proces", None, "warning")
    late_row, without_row, unreadable = run.plans.to_dicts()
    assert (late_row["conclusion"], late_row["base_conclusion"], late_row["warnings"]) == ("fulfilled", "fulfilled", 0)
    assert late_row["profile_findings"] == findings.filter(id="sen", outcome="notMet").height > 0
    assert without_row["without_effect"] == "forsoeg/nordjylland-2017:1C=noLongerInForce"
    assert unreadable["conclusion"] == "unreadable" and unreadable["base_conclusion"] is None
    plain = rehabplan.validate_many(plans, as_of=AS_OF, phase="forelaeggelse", progress=False)
    assert plain.plans.columns == run.plans.columns and plain.findings.columns == run.findings.columns
    assert {row["base_conclusion"] for row in plain.plans.to_dicts()} == {None}


CHOSEN = ["forslag/2018-laege-valgfri", "proces"]


@pytest.fixture(scope="module")
def export(generate: Any) -> list[tuple[str, str]]:
    lines = generate.lines(1500, seed=4, bare=True)
    rows = [(facts.sagsnummer, line) for line, facts in lines if facts.readable][:1400]
    assert len(rows) == 1400
    return [*rows, ("ulæselig", "{")]


def test_a_comparison_says_what_a_run_without_and_one_with_them_say(export: Any) -> None:
    """Nothing of the comparison itself is used to find what it must say."""
    comparison = rehabplan.compare(export, CHOSEN, as_of=AS_OF, progress=False)
    assert (comparison.plans, comparison.unreadable) == (1400, 1)
    sides = []
    for profiles in ([], CHOSEN):
        run = rehabplan.validate_many(export, as_of=AS_OF, profiles=profiles, progress=False)
        plans = {row["id"]: row["conclusion"] for row in run.plans.to_dicts() if row["conclusion"] != "unreadable"}
        found = {
            (row["id"], row["rule"], row["variant"])
            for row in run.findings.to_dicts()
            # A finding of a profile that repeats one of the regulation was there before.
            if row["outcome"] == "notMet" and not (row["paragraph"] is None and row["same_as"])
        }
        sides.append((plans, found))
    (before, found_before), (after, found_after) = sides
    changed = [(id, before[id], after[id]) for id, _ in export if id in before and before[id] != after[id]]
    assert [tuple(row.values()) for row in comparison.changed.to_dicts()] == changed and len(changed) > 10
    counted = {row["conclusion"]: (row["before"], row["after"]) for row in comparison.conclusions.to_dicts()}
    for conclusion, counts in counted.items():
        assert counts == tuple(list(side.values()).count(conclusion) for side in (before, after))
    wanted: dict[tuple[str, str], list[int]] = {}
    for place, gone in ((2, found_before - found_after), (3, found_after - found_before)):
        for _, rule, variant in gone:
            wanted.setdefault((rule, variant), [0, 0, 0, 0])[place] += 1
    for place, found in enumerate((found_before, found_after)):
        for _, rule, variant in found:
            if (rule, variant) in wanted:
                wanted[rule, variant][place] += 1
    told = {(row["rule"], row["variant"]): list(row.values())[2:] for row in comparison.rules.to_dicts()}
    assert told == wanted and {rule for rule, _ in told} >= {"P4.1.pkt1", "forslag/2018-laege-valgfri.a"}


def test_measures_beside_the_national_figures() -> None:
    def waited(*dates: tuple[str, str]) -> list[dict[str, Any]]:
        patch = [{"forberedendeDel": {"underskriftsdato": signed}, "moede": {"dato": met}} for signed, met in dates]
        return [merged(base("RF"), one) for one in patch]

    plans = waited(("2020-01-01", "2020-01-11"), ("2020-01-01", "2020-01-31"), ("2020-01-01", "2020-03-31"))
    plans += [merged(base("RF"), {"forberedendeDel": {"underskriftsdato": None}})]
    comparison = rehabplan.compare(plans, ["proces"], as_of=AS_OF, progress=False, lang="en")
    measures = {row["code"]: row for row in comparison.measures.to_dicts()}
    days = measures["daysToMeeting"]
    # 10, 30 and 90 days; the fourth plan does not say.
    assert (days["value"], days["plans"], days["national"], days["unit"]) == (30.0, 3, 81, "days")
    national = {row["code"]: row["national"] for row in measures.values() if row["national"]}
    assert national == {
        "daysToMeeting": 81,
        "daysToMeasure": 92,
        "recommended.virksomhedsrettet": 80,
        "planned.virksomhedsrettet": 33,
        "recommended.mentor": 73,
        "planned.mentor": 31,
        "recommended.social": 50,
        "planned.social": 21,
    }
    assert comparison.notes == []
    even = rehabplan.compare(plans[:2], ["proces"], as_of=AS_OF, progress=False).measures.to_dicts()
    assert next(row["value"] for row in even if row["code"] == "daysToMeeting") == 20.0


def test_a_comparison_is_the_same_wherever_it_comes_from(export: Any, tmp_path: Path) -> None:
    options: dict[str, Any] = dict(as_of=AS_OF, progress=False)
    comparison = rehabplan.compare(export, CHOSEN, threads=1, **options)
    held = rehabplan.compare(export, CHOSEN, horizon=["/sag"], language=False, **options).conclusions.to_dicts()
    # With room for the facts of the case alone nothing is missing; after measures under § 13 d nothing is asked for yet (§ 1, stk. 2).
    assert {row["conclusion"] for row in held} == {"undetermined", "fulfilled"}
    assert rehabplan.compare(iter(export), list(reversed(CHOSEN)), threads=4, **options) == comparison
    frame = polars.DataFrame(export, schema=["sag", "plan"], orient="row")
    assert rehabplan.compare(frame, CHOSEN, id="sag", **options) == comparison
    run = rehabplan.validate_many(export, profiles=CHOSEN, **options)
    assert run.comparison == comparison and len(run.plans) == 1401
    wrapped = tmp_path / "udtræk.ndjson"
    lines = (f'{{"nr": "{id}", "indhold": {plan}}}' if plan != "{" else "{" for id, plan in export)
    wrapped.write_text("\n".join(lines), "utf-8")
    told = rehabplan.compare(wrapped, CHOSEN, id="nr", plan="indhold", **options)
    assert told == comparison
    tables = comparison.to_dict()
    assert tables["rules"] == [
        {"fallAway" if name == "fall_away" else name: value for name, value in row.items()}
        for row in comparison.rules.to_dicts()
    ]
    for name in ("conclusions", "changed", "measures"):
        assert tables[name] == getattr(comparison, name).to_dicts()
    assert (tables["plans"], tables["unreadable"]) == (1400, 1)
    assert comparison.to_dict("en")["measures"][0]["title"] != tables["measures"][0]["title"]
    assert rehabplan.compare([plan for _, plan in export], CHOSEN, **options).changed.to_dicts()[0]["plan"].isdigit()
    assert repr(comparison).startswith("<rehabplan.Comparison: 1400 plans, ")
    with pytest.raises(ValueError, match="fik ingen profiler"):
        _ = rehabplan.validate_many([], **options).comparison
    streamed = rehabplan.validate_many(export, profiles=CHOSEN, **options)
    next(streamed)
    with pytest.raises(RuntimeError, match="ikke nået til sin ende"):
        _ = streamed.comparison


def test_the_plot_shows_the_difference(export: Any, tmp_path: Path) -> None:
    comparison = rehabplan.compare(export, CHOSEN, as_of=AS_OF, progress=False)
    axes = comparison.plot()
    rows = [label.get_text() for label in axes.get_yticklabels()]
    columns = [label.get_text().split("\n")[-1] for label in axes.get_xticklabels()]
    assert any(row.startswith("P4.1.pkt1  ") for row in rows) and any(row.startswith("proces/PR8*  ") for row in rows)
    net = {(row["rule"], row["variant"]): row["appear"] - row["fall_away"] for row in comparison.rules.to_dicts()}
    grid = axes.images[0].get_array()
    shown = 0
    for y, row in enumerate(rows):
        for x, variant in enumerate(columns):
            known = net.get((row.split("  ")[0].rstrip("*"), variant))
            assert grid.mask[y, x] if known is None else grid[y, x] == known
            shown += known is not None
    assert shown == len(net) == len(axes.texts)
    texts = {text.get_text() for text in axes.texts}
    assert any(text.startswith("−") for text in texts) and any(text.startswith("+") for text in texts)
    [note] = comparison.notes
    assert note.code == "proposal" and axes.get_xlabel().startswith(note.text)
    assert "1.400 planer. Mangelfulde: " in axes.get_xlabel() and "Kunne ikke læses: 1." in axes.get_xlabel()
    axes.figure.savefig(tmp_path / "plot.png")
    assert (tmp_path / "plot.png").stat().st_size > 10_000
    pyplot.close(axes.figure)


def test_the_plot_of_nothing_and_of_much() -> None:
    figure, axes = pyplot.subplots()
    nothing = rehabplan.compare([], ["vejledning"], lang="en", progress=False)
    assert nothing.plot(axes) is axes and [text.get_text() for text in axes.texts] == [
        "The profiles change no findings"
    ]
    pyplot.close(figure)
    everything = {**OWN, "effects": [{"exempt": {"rules": [f"P{number}" for number in range(2, 17)], "basis": "Alt"}}]}
    plan = {"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"dato": "2020-03-02"}}
    much = rehabplan.compare([plan], [everything], phase="forelaeggelse", progress=False)
    fallen = len(much.rules)
    axes = much.plot()
    if fallen > 25:
        assert len(axes.get_yticklabels()) == 25 and f"ikke er vist: {fallen - 25}." in axes.get_xlabel()
    assert fallen > 15
    pyplot.close(axes.figure)
