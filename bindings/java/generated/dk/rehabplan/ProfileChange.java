// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * What a profile did to an answer.
 *
 * @param profile The id of the profile.
 * @param theme The theme, where it is a theme's doing. {@code null} where there is none.
 * @param force What force the profile's source has.
 * @param effect What it did.
 * @param basis The ground that the profile gives. {@code null} where there is none.
 */
public record ProfileChange(
        String profile,
        String theme,
        ProfileForce force,
        ProfileEffect effect,
        String basis) {
    static ProfileChange of(Json json) {
        return new ProfileChange(
                json.text("profile"),
                json.text("theme"),
                json.code("force", ProfileForce::of),
                json.code("effect", ProfileEffect::of),
                json.text("basis"));
    }
}
