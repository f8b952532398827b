// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * A theme of a profile that was chosen.
 *
 * @param id The name by which it is chosen.
 * @param title What it is called.
 * @param inForce Whether it has effect in this case.
 * @param reason Why it has none. {@code null} where there is none.
 * @param withoutEffect Why it does nothing to the content of a plan, where that is so. {@code null} where there is none.
 */
public record ProfileThemeStatus(
        String id,
        String title,
        boolean inForce,
        ProfileReason reason,
        String withoutEffect) {
    static ProfileThemeStatus of(Json json) {
        return new ProfileThemeStatus(
                json.text("id"),
                json.text("title"),
                json.flag("inForce"),
                json.object("reason", ProfileReason::of),
                json.text("withoutEffect"));
    }
}
