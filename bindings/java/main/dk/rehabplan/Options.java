package dk.rehabplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How plans are checked. Each method gives other options and leaves these as they are. What cannot be, such as a rule that does not
 * exist, is said when a {@link Checker} is made.
 */
public final class Options {
    /** What is checked when nothing is said: everything that the regulation demands, in the phase that the plan speaks for. */
    public static final Options NONE = new Options(Map.of());

    /** Members as JSON. */
    private final Map<String, String> members;

    private Options(Map<String, String> members) {
        this.members = members;
    }

    /**
     * Checks for a phase; without one, for the phase that the parts of the plan speak for.
     *
     * @param phase the phase
     * @return these options with it
     */
    public Options phase(Phase phase) {
        return with("phase", Json.quoted(given(phase, "phase").code()));
    }

    /**
     * The day that counts as today. No clock is read: without it, what depends on today cannot be determined.
     *
     * @param today the day
     * @return these options with it
     */
    public Options asOf(LocalDate today) {
        return with("asOf", Json.quoted(given(today, "today").toString()));
    }

    /** Which answers a report keeps. The counts are the same. */
    public enum Detail {
        /** What is not met, and what could not be determined. */
        FINDINGS("findings"),
        /** The answer to every requirement. */
        ALL("all");

        private final String code;

        Detail(String code) {
            this.code = code;
        }
    }

    /**
     * Which answers the report keeps; findings and what could not be determined without it.
     *
     * @param detail which
     * @return these options with it
     */
    public Options detail(Detail detail) {
        return with("detail", Json.quoted(given(detail, "detail").code));
    }

    /**
     * The language of the texts; Danish without it.
     *
     * @param lang the language
     * @return these options with it
     */
    public Options lang(Lang lang) {
        return with("lang", Json.quoted(given(lang, "lang").code()));
    }

    /**
     * Whether texts are searched for recommendations (§ 3, stk. 3), as they are without it. If not, the requirement is for a person
     * to judge.
     *
     * @param isSearched whether they are
     * @return these options with it
     */
    public Options language(boolean isSearched) {
        return with("language", String.valueOf(isSearched));
    }

    /**
     * Limits the check, for a draft; the report then says so, and nothing of the rest.
     *
     * @param rules ids of rules, such as {@code P3.1.4}
     * @param paths JSON Pointers to places of the plan
     * @return these options with it
     */
    public Options only(List<String> rules, List<String> paths) {
        return with("only", "{\"rules\":" + texts(rules, "rules") + ",\"paths\":" + texts(paths, "paths") + "}");
    }

    /**
     * What the source of the plans has room for, where that is not everything.
     *
     * @param places JSON Pointers
     * @return these options with it
     */
    public Options horizon(List<String> places) {
        return with("horizon", texts(places, "places"));
    }

    /**
     * Heeds one more profile that comes with the product.
     *
     * @param name its name, and what is chosen in it, such as {@code proces:maksSider=50}
     * @return these options with it
     */
    public Options profile(String name) {
        return more("profiles", Json.quoted(given(name, "name")));
    }

    /**
     * Heeds one more profile, of one's own.
     *
     * @param json the profile
     * @return these options with it
     */
    public Options profileJson(String json) {
        // Of nothing, nothing would be left in the list, and no profile be missed; of more than one, other options might be said.
        return more("profiles", Json.isOne(json) ? json : "null");
    }

    /**
     * Takes findings out of what stands in the way, with a reason.
     *
     * @param json a list of suppressions, each with case, key, reason, author and date
     * @return these options with it
     */
    public Options suppressJson(String json) {
        return with("suppress", Json.isOne(json) ? json : "{}");
    }

    private static <T> T given(T value, String name) {
        return Objects.requireNonNull(value, name);
    }

    private static String texts(List<String> texts, String name) {
        return given(texts, name).stream()
                .map(text -> Json.quoted(given(text, "an entry of " + name)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Options more(String name, String entry) {
        String before = members.getOrDefault(name, "[]");
        String comma = before.equals("[]") ? "" : ",";
        return with(name, before.substring(0, before.length() - 1) + comma + entry + "]");
    }

    private Options with(String name, String json) {
        Map<String, String> members = new TreeMap<>(this.members);
        members.put(name, json);
        return new Options(members);
    }

    /** The options as the native library reads them. */
    byte[] json() {
        members.forEach((name, json) -> Json.text(json, name, "badOptions"));
        return Json.utf8(members.entrySet().stream()
                .map(member -> Json.quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }
}
