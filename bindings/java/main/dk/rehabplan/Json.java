package dk.rehabplan;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads an object that the native library has written, which is in order; and writes texts. It is here so that the jar needs no
 * other, in a program that has a JSON library of its own choice and version already.
 */
final class Json {
    final Map<String, Object> members;

    private Json(Map<String, Object> members) {
        this.members = members;
    }

    static Json parse(String text) {
        Reader reader = new Reader(Objects.requireNonNull(text, "json"));
        Object value = reader.value(0);
        reader.space();
        if (!(value instanceof Json json) || reader.at != text.length()) {
            throw new IllegalArgumentException("this is not an object of JSON");
        }
        return json;
    }

    String text(String key) {
        return as(String.class, members.get(key), key);
    }

    int whole(String key) {
        return needed(wholeOrNull(key), key);
    }

    Integer wholeOrNull(String key) {
        BigDecimal number = as(BigDecimal.class, members.get(key), key);
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    boolean flag(String key) {
        return needed(as(Boolean.class, members.get(key), key), key);
    }

    private static <T> T needed(T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    <T> T code(String key, Function<String, T> of) {
        String code = text(key);
        return code == null ? null : of.apply(code);
    }

    <T> T object(String key, Function<Json, T> of) {
        Json object = as(Json.class, members.get(key), key);
        return object == null ? null : of.apply(object);
    }

    <T> List<T> list(String key, Function<Json, T> of) {
        return entries(key).stream().map(entry -> of.apply(as(Json.class, entry, key))).toList();
    }

    List<String> texts(String key) {
        return entries(key).stream().map(entry -> as(String.class, entry, key)).toList();
    }

    private List<?> entries(String key) {
        List<?> list = as(List.class, members.get(key), key);
        return list == null ? List.of() : list;
    }

    private static <T> T as(Class<T> kind, Object value, String key) {
        if (value != null && !kind.isInstance(value)) {
            throw new IllegalArgumentException(key + " is of another kind than in this version");
        }
        return kind.cast(value);
    }

    /**
     * Whether a text is one object or list and nothing else, as far as its brackets tell; what is in them the library reads. What is
     * put among the options must not end what it stands in.
     */
    static boolean isOne(String text) {
        String json = text == null ? "" : text.strip();
        if (!json.startsWith("{") && !json.startsWith("[")) {
            return false;
        }
        int depth = 0;
        boolean isText = false;
        for (int at = 0; at < json.length(); at++) {
            char letter = json.charAt(at);
            if (isText) {
                if (letter == '\\') {
                    at++;
                } else if (letter == '"') {
                    isText = false;
                }
                continue;
            }
            switch (letter) {
                case '"' -> isText = true;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return at == json.length() - 1;
            }
        }
        return false;
    }

    /** A text as JSON. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '"', '\\' -> json.append('\\').append(letter);
                default -> {
                    if (letter < ' ') {
                        json.append(String.format("\\u%04x", (int) letter));
                    } else {
                        json.append(letter);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    /** A text that is no document, as UTF-8. Half a surrogate pair is nothing that anybody can have meant. */
    static byte[] text(String text, String name, String code) {
        try {
            return encoded(text);
        } catch (CharacterCodingException half) {
            throw new RehabplanException(code, "half a surrogate pair, which is no letter, stands in " + name, null, null);
        }
    }

    private static byte[] encoded(String text) throws CharacterCodingException {
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        return Arrays.copyOfRange(bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit());
    }

    /**
     * JSON as UTF-8. Half a surrogate pair, which UTF-8 does not have, becomes the escape that JSON has for it, so that the checker
     * sees what stands there.
     */
    static byte[] utf8(String json) {
        try {
            return encoded(json);
        } catch (CharacterCodingException half) {
            StringBuilder whole = new StringBuilder();
            json.codePoints().forEach(point -> {
                if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                    whole.append(String.format("\\u%04x", point));
                } else {
                    whole.appendCodePoint(point);
                }
            });
            return whole.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class Reader {
        /** Deeper than anything that the library writes. */
        private static final int DEPTH = 64;

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Object value(int depth) {
            if (depth > DEPTH) {
                throw wrong();
            }
            char first = next();
            switch (first) {
                case '{':
                    Map<String, Object> members = new LinkedHashMap<>();
                    for (boolean more = !ends('}'); more; more = separates('}')) {
                        if (next() != '"') {
                            throw wrong();
                        }
                        String key = string();
                        if (next() != ':') {
                            throw wrong();
                        }
                        members.put(key, value(depth + 1));
                    }
                    return new Json(members);
                case '[':
                    List<Object> entries = new ArrayList<>();
                    for (boolean more = !ends(']'); more; more = separates(']')) {
                        entries.add(value(depth + 1));
                    }
                    return entries;
                case '"':
                    return string();
                default:
                    return word();
            }
        }

        /** A number or a name. */
        private Object word() {
            int start = at - 1;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            switch (word) {
                case "null":
                    return null;
                case "true":
                    return true;
                case "false":
                    return false;
                default:
                    return new BigDecimal(word);
            }
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            while (true) {
                char letter = take();
                if (letter == '"') {
                    return string.toString();
                }
                string.append(letter == '\\' ? escaped() : letter);
            }
        }

        private char escaped() {
            char letter = take();
            switch (letter) {
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'u':
                    at += 4;
                    if (at > text.length()) {
                        throw wrong();
                    }
                    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
                default:
                    return letter;
            }
        }

        /** Whether an object or a list is empty. */
        private boolean ends(char end) {
            space();
            boolean ends = at < text.length() && text.charAt(at) == end;
            at += ends ? 1 : 0;
            return ends;
        }

        /** Whether there is one more. */
        private boolean separates(char end) {
            char letter = next();
            if (letter != ',' && letter != end) {
                throw wrong();
            }
            return letter == ',';
        }

        private char next() {
            space();
            return take();
        }

        private char take() {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at++);
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private static IllegalArgumentException wrong() {
            return new IllegalArgumentException("this is not JSON");
        }
    }
}
