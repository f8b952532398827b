// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

import java.util.List;

/**
 * A profile that was chosen.
 *
 * @param id The name by which it is chosen.
 * @param title What it is called.
 * @param source Where it comes from.
 * @param force What force that has.
 * @param forceText The same in words.
 * @param inForce Whether it has effect in this case.
 * @param reason Why it has none. {@code null} where there is none.
 * @param themes Its themes that were chosen.
 */
public record ProfileStatus(
        String id,
        String title,
        String source,
        ProfileForce force,
        String forceText,
        boolean inForce,
        ProfileReason reason,
        List<ProfileThemeStatus> themes) {
    static ProfileStatus of(Json json) {
        return new ProfileStatus(
                json.text("id"),
                json.text("title"),
                json.text("source"),
                json.code("force", ProfileForce::of),
                json.text("forceText"),
                json.flag("inForce"),
                json.object("reason", ProfileReason::of),
                json.list("themes", ProfileThemeStatus::of));
    }
}
