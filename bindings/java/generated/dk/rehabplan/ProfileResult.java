// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

import java.util.List;

/**
 * The answer of a rule that lies beside the regulation.
 *
 * @param rule The id of the rule, such as {@code proces/PR1}.
 * @param key The key of the answer, as for a requirement.
 * @param profiles The profiles that add the rule.
 * @param force What force they have; the strongest.
 * @param forceText The same in words.
 * @param citation Where the rule comes from.
 * @param page The address of the rule's page, relative to the documentation.
 * @param outcome What the rule amounts to.
 * @param severity How serious a finding is; {@code null} for every outcome but {@code notMet}.
 * @param paths JSON Pointers to the places that the answer is about.
 * @param message What the answer says to a person.
 * @param remedy What to do about it; {@code null} where there is nothing to do.
 * @param sameAs The requirement that the same defect breaks. {@code null} where there is none.
 * @param dependsOn JSON Pointer to the missing fact that leaves the answer undetermined. {@code null} where there is none.
 * @param note Why the answer is what it is, where the rule's own texts do not say it. {@code null} where there is none.
 * @param baseOutcome What it was before a profile changed it. {@code null} where there is none.
 * @param baseSeverity How serious the finding was before a profile changed it. {@code null} where there is none.
 * @param changedBy The profiles that changed the answer. Empty where there is none.
 * @param suppressed Why the finding does not stand in the way, where it is suppressed. {@code null} where there is none.
 */
public record ProfileResult(
        String rule,
        String key,
        List<String> profiles,
        ProfileForce force,
        String forceText,
        String citation,
        String page,
        Outcome outcome,
        Severity severity,
        List<String> paths,
        String message,
        String remedy,
        String sameAs,
        String dependsOn,
        Note note,
        Outcome baseOutcome,
        Severity baseSeverity,
        List<ProfileChange> changedBy,
        SuppressedBecause suppressed) {
    static ProfileResult of(Json json) {
        return new ProfileResult(
                json.text("rule"),
                json.text("key"),
                json.texts("profiles"),
                json.code("force", ProfileForce::of),
                json.text("forceText"),
                json.text("citation"),
                json.text("page"),
                json.code("outcome", Outcome::of),
                json.code("severity", Severity::of),
                json.texts("paths"),
                json.text("message"),
                json.text("remedy"),
                json.text("sameAs"),
                json.text("dependsOn"),
                json.object("note", Note::of),
                json.code("baseOutcome", Outcome::of),
                json.code("baseSeverity", Severity::of),
                json.list("changedBy", ProfileChange::of),
                json.object("suppressed", SuppressedBecause::of));
    }
}
