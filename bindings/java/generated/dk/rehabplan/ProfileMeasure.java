// Written by `cargo xtask gen` from the types of the report. Change them, and not this file.
package dk.rehabplan;

/**
 * A number that a profile measures.
 *
 * @param rule The id of the rule that measures.
 * @param code What is measured.
 * @param title The same in words.
 * @param unit The unit.
 * @param value The measure of this plan; {@code null} where the plan does not say enough for it.
 * @param national The national figure, where the source has one. {@code null} where there is none.
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
