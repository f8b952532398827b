package dk.rehabplan;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;

/** What there is to know of the regulation itself, in JSON: the same as from the command line. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * Every rule, with its provision, its texts and where it applies.
     *
     * @return a list
     */
    public static String rules() {
        return text(() -> Native.rules(new byte[0]));
    }

    /**
     * Everything there is to say about one rule.
     *
     * @param id the id, such as {@code P3.1.4} or {@code proces/PR1}; capitals do not matter
     * @return an object
     * @throws RehabplanException {@code unknownRule}
     */
    public static String explain(String id) {
        // Half a surrogate pair is in no id, and neither is what JSON writes for it.
        byte[] bytes = Json.utf8(Objects.requireNonNull(id, "id"));
        return text(() -> Native.explain(bytes));
    }

    /**
     * What becomes of every legal unit of the regulation.
     *
     * @param lang the language of the reasons
     * @return a list
     */
    public static String coverage(Lang lang) {
        return text(() -> Native.coverage(in(lang)));
    }

    /**
     * What lies beside the regulation: every profile that comes with the library.
     *
     * @return a list
     */
    public static String profiles() {
        return text(Native::profiles);
    }

    /**
     * The JSON Schema (2020-12) of a plan.
     *
     * @param lang the language of titles and descriptions
     * @return an object
     */
    public static String jsonSchema(Lang lang) {
        return text(() -> Native.schema(in(lang)));
    }

    private static byte[] in(Lang lang) {
        return Json.utf8("{\"lang\":" + Json.quoted(Objects.requireNonNull(lang, "lang").code()) + "}");
    }

    private static String text(Supplier<byte[]> answer) {
        return new String(Native.answer(answer.get()), StandardCharsets.UTF_8);
    }
}
