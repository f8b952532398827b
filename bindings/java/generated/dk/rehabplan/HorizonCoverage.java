// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * How many of the requirements can be checked on the source.
 *
 * @param checkable The requirements that look at some place that the source holds.
 * @param notCheckable The requirements whose places all lie outside.
 */
public record HorizonCoverage(
        int checkable,
        int notCheckable) {
    static HorizonCoverage of(Json json) {
        return new HorizonCoverage(
                json.whole("checkable"),
                json.whole("notCheckable"));
    }
}
