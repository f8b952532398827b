// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/**
 * A place in the regulation.
 *
 * @param paragraf § (paragraf).
 * @param stk Stykke; {@code null} in a paragraph that has only one.
 * @param nr Number in a list. {@code null} where there is none.
 * @param pkt Sentence (punktum). {@code null} where there is none.
 * @param led A part of a sentence that the regulation does not number itself. {@code null} where there is none.
 */
public record Provision(
        int paragraf,
        Integer stk,
        Integer nr,
        Integer pkt,
        String led) {
    static Provision of(Json json) {
        return new Provision(
                json.whole("paragraf"),
                json.wholeOrNull("stk"),
                json.wholeOrNull("nr"),
                json.wholeOrNull("pkt"),
                json.text("led"));
    }
}
