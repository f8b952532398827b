// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

import java.util.List;

/**
 * Something that is wrong with the document itself.
 *
 * @param path JSON Pointer to the place; to the first of several.
 * @param code What is wrong.
 * @param severity {@code error} when the value is lost to the rules, {@code warning} when it is only worth a look.
 * @param message What is wrong, in words.
 * @param remedy What to do about it.
 * @param nearest The name that was most likely meant. {@code null} where there is none.
 * @param paths Every place, where the finding is about several at once. Empty where there is none.
 */
public record InputFinding(
        String path,
        String code,
        Severity severity,
        String message,
        String remedy,
        String nearest,
        List<String> paths) {
    static InputFinding of(Json json) {
        return new InputFinding(
                json.text("path"),
                json.text("code"),
                json.code("severity", Severity::of),
                json.text("message"),
                json.text("remedy"),
                json.text("nearest"),
                json.texts("paths"));
    }
}
