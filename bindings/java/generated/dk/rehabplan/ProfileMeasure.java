// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * A number that a profile measures.
 *
 * @param rule The rule that measures it.
 * @param code The code of the measure.
 * @param title What it is called.
 * @param unit The unit.
 * @param value The number; {@code null} when it cannot be measured in the plan.
 * @param national That of the whole country by the source, where it has one. {@code null} where there is none.
 */
public record ProfileMeasure(
        String rule,
        String code,
        String title,
        String unit,
        Integer value,
        Integer national) {
    static ProfileMeasure of(Json json) {
        return new ProfileMeasure(
                json.text("rule"),
                json.text("code"),
                json.text("title"),
                json.text("unit"),
                json.wholeOrNull("value"),
                json.wholeOrNull("national"));
    }
}
