// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * A rule set: one version of the regulation.
 *
 * @param id Opaque and stable.
 * @param validFrom The first day on which it applies.
 * @param supersededFrom The first day on which a later regulation applies.
 * @param version The version of this library.
 */
public record RuleSet(
        String id,
        String validFrom,
        String supersededFrom,
        String version) {
    static RuleSet of(Json json) {
        return new RuleSet(
                json.text("id"),
                json.text("validFrom"),
                json.text("supersededFrom"),
                json.text("version"));
    }
}
