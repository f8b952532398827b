// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * Why a profile has no effect.
 *
 * @param code The code, the same in every language.
 * @param text The reason in words.
 */
public record ProfileReason(
        String code,
        String text) {
    static ProfileReason of(Json json) {
        return new ProfileReason(
                json.text("code"),
                json.text("text"));
    }
}
