package dk.rehabplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The records hold what a report says: all of it, and nothing else. */
final class ReportTest {
    private static List<Path> files(String folder) throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("rehabplan.root")).resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void theRecordsHoldEveryGoldenReport() throws Exception {
        List<Path> reports = files("tests/plans/reports");
        assertFalse(reports.isEmpty());
        for (Path file : reports) {
            holds(Files.readString(file), file.toString());
        }
    }

    @Test
    void theRecordsHoldReportsWithProfilesAHorizonAndASelection() throws Exception {
        Options beside = Options.NONE.detail(Options.Detail.ALL).lang(Lang.EN)
                .profile("vejledning").profile("proces").profile("forslag/2018-laege-valgfri")
                .profile("forsoeg/nordjylland-2017:1A,1C,2");
        Options options = Options.NONE.horizon(List.of("/sag", "/moede")).only(List.of("P2.1.pkt2"), List.of("/moede"));
        try (Checker one = new Checker(beside); Checker other = new Checker(options)) {
            for (Path file : files("tests/plans")) {
                holds(one.checkJson(Files.readString(file), null), file.toString());
                holds(other.checkJson(Files.readString(file), null), file.toString());
            }
        }
    }

    @Test
    void whatIsNoReportIsRefused() {
        for (String text : List.of("", "[]", "{", "{}", "{\"lang\":1}", "{\"lang\":\"da\"} {}", "{\"a\"}", "{\"a\":\"\\u00", "x")) {
            assertThrows(IllegalArgumentException.class, () -> Report.parse(text), text);
        }
        assertThrows(IllegalArgumentException.class, () -> Report.parse("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void textsAreReadAndWrittenWhole() {
        String text = "\"\\\b\f\n\r\t\u0001/æ\ud83d\ude00";
        assertEquals(text, Json.parse("{\"a\":" + Json.quoted(text) + "}").text("a"));
        String escaped = "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u00e6\"}";
        assertEquals("\"\\/\b\f\n\r\t\u0001æ", Json.parse(escaped).text("a"));
    }

    private static void holds(String json, String name) throws Exception {
        assertEquals(present(Json.parse(json)), read(Report.parse(json)), name);
    }

    /** What is there: a member that is null, and a list that is empty, is as none. */
    private static Object present(Object value) {
        if (value instanceof Json object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members.forEach((key, member) -> put(members, key, present(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReportTest::present).toList();
        }
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }

    private static void put(Map<String, Object> members, String key, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            members.put(key, value);
        }
    }

    private static Object read(Object value) throws Exception {
        if (value instanceof Record) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                put(members, component.getName(), read(component.getAccessor().invoke(value)));
            }
            return members;
        }
        if (value instanceof List<?> list) {
            List<Object> entries = new ArrayList<>();
            for (Object entry : list) {
                entries.add(read(entry));
            }
            return entries;
        }
        if (value instanceof Enum<?>) {
            return value.getClass().getMethod("code").invoke(value);
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }
}
