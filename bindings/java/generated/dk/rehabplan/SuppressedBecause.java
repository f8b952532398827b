// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * Why a finding is suppressed.
 *
 * @param reason The reason.
 * @param author Who decided so.
 * @param date When.
 */
public record SuppressedBecause(
        String reason,
        String author,
        String date) {
    static SuppressedBecause of(Json json) {
        return new SuppressedBecause(
                json.text("reason"),
                json.text("author"),
                json.text("date"));
    }
}
