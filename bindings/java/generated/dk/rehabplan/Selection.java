// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

import java.util.List;

/**
 * What a check was limited to.
 *
 * @param rules Ids of requirements.
 * @param paths JSON Pointers.
 */
public record Selection(
        List<String> rules,
        List<String> paths) {
    static Selection of(Json json) {
        return new Selection(
                json.texts("rules"),
                json.texts("paths"));
    }
}
