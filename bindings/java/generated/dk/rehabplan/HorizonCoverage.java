// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * How many of the requirements can be checked on the source.
 *
 * @param checkable The requirements whose places the source all holds.
 * @param partlyCheckable The requirements whose places the source holds only some of.
 * @param notCheckable The requirements whose places all lie outside.
 */
public record HorizonCoverage(
        int checkable,
        int partlyCheckable,
        int notCheckable) {
    static HorizonCoverage of(Json json) {
        return new HorizonCoverage(
                json.whole("checkable"),
                json.whole("partlyCheckable"),
                json.whole("notCheckable"));
    }
}
