// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * An explanation with a stable code.
 *
 * @param code The code, the same in every language and every version.
 * @param text The explanation.
 */
public record Note(
        String code,
        String text) {
    static Note of(Json json) {
        return new Note(
                json.text("code"),
                json.text("text"));
    }
}
