// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

import java.util.List;

/**
 * What a plan amounts to under the regulation. It holds nothing that stands in the plan.
 *
 * @param ruleSet The rules that the plan was held against.
 * @param lang The language of the texts.
 * @param variant The case variant; {@code null} when the case is out of scope.
 * @param phase The phase that the plan was checked for.
 * @param asOf The day that the check counts as today. {@code null} where there is none.
 * @param conclusion What the whole plan amounts to.
 * @param complete Whether every check ran to its end. A report that is not complete never concludes {@code fulfilled}.
 * @param limitedTo What the check was limited to, if it was; the report then says nothing of the rest. {@code null} where there is none.
 * @param horizon What can be checked on the source. With a horizon only. {@code null} where there is none.
 * @param counts How many requirements had each outcome.
 * @param errors How many findings are errors.
 * @param warnings How many findings are warnings.
 * @param results The answers, in the order of the law.
 * @param input What is wrong with the document itself, in the order of the model; unknown keys come last.
 * @param notes What there is to say about the report as a whole.
 * @param baseConclusion What the plan amounts to under the regulation alone. With profiles only, like all that follows. {@code null} where there is none.
 * @param profiles The profiles that were chosen. Empty where there is none.
 * @param profileCounts How many of the profiles' rules had each outcome. {@code null} where there is none.
 * @param profileResults The answers of the profiles' rules. They never make a plan deficient. Empty where there is none.
 * @param measures What the profiles measure. Empty where there is none.
 * @param suppressed How many findings are suppressed. {@code null} where there is none.
 * @param leftAlone How many sentences the language check would have pointed to, but has left alone under the profiles. {@code null} where there is none.
 * @param unusedSuppressions The keys of suppressions that match no finding. Empty where there is none.
 */
public record Report(
        RuleSet ruleSet,
        Lang lang,
        String variant,
        Phase phase,
        String asOf,
        Conclusion conclusion,
        boolean complete,
        Selection limitedTo,
        HorizonCoverage horizon,
        Counts counts,
        int errors,
        int warnings,
        List<RuleResult> results,
        List<InputFinding> input,
        List<Note> notes,
        Conclusion baseConclusion,
        List<ProfileStatus> profiles,
        Counts profileCounts,
        List<ProfileResult> profileResults,
        List<ProfileMeasure> measures,
        Integer suppressed,
        Integer leftAlone,
        List<String> unusedSuppressions) {
    /**
     * Reads a report.
     *
     * @param json the JSON of a report of this version
     * @return the report
     * @throws IllegalArgumentException when it is none
     */
    public static Report parse(String json) {
        return of(Json.parse(json));
    }

    static Report of(Json json) {
        return new Report(
                json.object("ruleSet", RuleSet::of),
                json.code("lang", Lang::of),
                json.text("variant"),
                json.code("phase", Phase::of),
                json.text("asOf"),
                json.code("conclusion", Conclusion::of),
                json.flag("complete"),
                json.object("limitedTo", Selection::of),
                json.object("horizon", HorizonCoverage::of),
                json.object("counts", Counts::of),
                json.whole("errors"),
                json.whole("warnings"),
                json.list("results", RuleResult::of),
                json.list("input", InputFinding::of),
                json.list("notes", Note::of),
                json.code("baseConclusion", Conclusion::of),
                json.list("profiles", ProfileStatus::of),
                json.object("profileCounts", Counts::of),
                json.list("profileResults", ProfileResult::of),
                json.list("measures", ProfileMeasure::of),
                json.wholeOrNull("suppressed"),
                json.wholeOrNull("leftAlone"),
                json.texts("unusedSuppressions"));
    }
}
