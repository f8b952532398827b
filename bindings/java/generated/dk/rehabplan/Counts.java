// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * How many requirements had each outcome. A finding that repeats another is not counted.
 *
 * @param met Met.
 * @param notMet Not met, errors and warnings together.
 * @param exempt Exempt.
 * @param notApplicable Not relevant in this case or phase.
 * @param review For a person to judge.
 * @param undetermined Could not be determined, for another reason than the horizon.
 * @param notInSource Could not be determined because what decides has no place in the source. With a horizon only. {@code null} where there is none.
 */
public record Counts(
        int met,
        int notMet,
        int exempt,
        int notApplicable,
        int review,
        int undetermined,
        Integer notInSource) {
    static Counts of(Json json) {
        return new Counts(
                json.whole("met"),
                json.whole("notMet"),
                json.whole("exempt"),
                json.whole("notApplicable"),
                json.whole("review"),
                json.whole("undetermined"),
                json.wholeOrNull("notInSource"));
    }
}
