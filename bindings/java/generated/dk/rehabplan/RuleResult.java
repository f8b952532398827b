// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

import java.util.List;

/**
 * The answer to one requirement.
 *
 * @param rule The id of the requirement.
 * @param key The key of the answer, the same from run to run as long as it is about the same places.
 * @param citation The provision, such as {@code § 3, stk. 1, nr. 4}.
 * @param provision The provision, piece by piece.
 * @param page The address of the rule's page, relative to the documentation.
 * @param outcome What the requirement amounts to.
 * @param severity How serious a finding is; {@code null} for every outcome but {@code notMet}.
 * @param paths JSON Pointers to the places that the answer is about.
 * @param message What the answer says to a person.
 * @param remedy What to do about it; {@code null} where there is nothing to do.
 * @param exemption The provision that exempts; {@code null} for every outcome but {@code exempt}.
 * @param sameAs The leading requirement that the same defect breaks too. {@code null} where there is none.
 * @param dependsOn JSON Pointer to the missing fact that leaves the answer undetermined. {@code null} where there is none.
 * @param note Why the answer is what it is, where the rule's own texts do not say it. {@code null} where there is none.
 * @param baseOutcome What it was before a profile changed it. {@code null} where there is none.
 * @param baseSeverity How serious the finding was before a profile changed it. {@code null} where there is none.
 * @param changedBy The profiles that changed the answer. Empty where there is none.
 * @param suppressed Why the finding does not stand in the way, where it is suppressed. {@code null} where there is none.
 */
public record RuleResult(
        String rule,
        String key,
        String citation,
        Provision provision,
        String page,
        Outcome outcome,
        Severity severity,
        List<String> paths,
        String message,
        String remedy,
        String exemption,
        String sameAs,
        String dependsOn,
        Note note,
        Outcome baseOutcome,
        Severity baseSeverity,
        List<ProfileChange> changedBy,
        SuppressedBecause suppressed) {
    static RuleResult of(Json json) {
        return new RuleResult(
                json.text("rule"),
                json.text("key"),
                json.text("citation"),
                json.object("provision", Provision::of),
                json.text("page"),
                json.code("outcome", Outcome::of),
                json.code("severity", Severity::of),
                json.texts("paths"),
                json.text("message"),
                json.text("remedy"),
                json.text("exemption"),
                json.text("sameAs"),
                json.text("dependsOn"),
                json.object("note", Note::of),
                json.code("baseOutcome", Outcome::of),
                json.code("baseSeverity", Severity::of),
                json.list("changedBy", ProfileChange::of),
                json.object("suppressed", SuppressedBecause::of));
    }
}
