package dk.rehabplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

final class CheckerTest {
    private static final String PLAN = "{\"sag\":{\"sagstype\":\"revalidering\"}}";
    private static final int LIMIT = 8 * 1024 * 1024;

    private static String coded(Runnable work) {
        return assertThrows(RehabplanException.class, work::run).code();
    }

    @Test
    void aReportHasTheAnswers() {
        try (Checker checker = new Checker(Options.NONE.phase(Phase.FORELAEGGELSE).detail(Options.Detail.ALL))) {
            Report report = checker.check(PLAN);
            assertEquals(Conclusion.DEFICIENT, report.conclusion());
            assertEquals(Phase.FORELAEGGELSE, report.phase());
            assertEquals("REV", report.variant());
            assertEquals(1, report.counts().notMet());
            assertTrue(report.results().size() > report.counts().notMet() + report.counts().notApplicable());
            RuleResult missing = result(report, "P2.1.pkt2");
            assertEquals(Outcome.NOT_MET, missing.outcome());
            assertEquals(Severity.ERROR, missing.severity());
            assertEquals(List.of("/forberedendeDel"), missing.paths());
            assertEquals(2, missing.provision().paragraf());
            assertNull(report.horizon());
            assertTrue(report.profiles().isEmpty());
        }
    }

    private static RuleResult result(Report report, String rule) {
        return report.results().stream().filter(result -> result.rule().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void everyOptionReachesTheChecker() {
        Options options = Options.NONE
                .phase(Phase.INDSTILLING)
                .asOf(LocalDate.of(2020, 6, 1))
                .lang(Lang.EN)
                .language(false)
                .only(List.of("P2.1.pkt2"), List.of("/moede"))
                .horizon(List.of("/sag", "/moede"))
                .profile("vejledning")
                .profile("proces:maksSider=50")
                .profileJson("{\"id\":\"kommune/x\",\"title\":\"x\",\"source\":\"x\",\"force\":\"local\","
                        + "\"effects\":[{\"add\":{\"rules\":[\"proces/PR2\"]}}]}");
        try (Checker checker = new Checker(options)) {
            Report report = checker.check(PLAN);
            assertEquals(Phase.INDSTILLING, report.phase());
            assertEquals("2020-06-01", report.asOf());
            assertEquals(Lang.EN, report.lang());
            assertEquals(List.of("P2.1.pkt2"), report.limitedTo().rules());
            assertEquals(List.of("/moede"), report.limitedTo().paths());
            assertNotNull(report.horizon());
            assertEquals(
                    List.of("kommune/x", "proces", "vejledning"),
                    report.profiles().stream().map(ProfileStatus::id).sorted().toList());
        }
    }

    @Test
    void optionsAreNotChanged() {
        Options one = Options.NONE.lang(Lang.EN);
        one.phase(Phase.INDSATS);
        assertArrayEquals("{\"lang\":\"en\"}".getBytes(StandardCharsets.UTF_8), one.json());
        assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8), Options.NONE.json());
    }

    @Test
    void aSuppressionHoldsForItsCase() {
        Options options = Options.NONE
                .only(List.of("P2.1.pkt2"), List.of())
                .suppressJson("[{\"case\":\"sag \\\"æ\\\"\",\"key\":\"P2.1.pkt2!/forberedendeDel\","
                        + "\"reason\":\"Ligger i det gamle system\",\"author\":\"A. Jensen\",\"date\":\"2020-03-02\"}]");
        try (Checker checker = new Checker(options)) {
            assertEquals(0, checker.check(PLAN, "sag \"æ\"").errors());
            assertEquals(1, checker.check(PLAN, "sag \"ø\"").errors());
            assertEquals(1, checker.check(PLAN).errors());
            assertEquals(checker.checkJson(PLAN, null), checker.checkJson(PLAN));
        }
    }

    @Test
    void whatIsNoPlanHasACodeAndSaysNothingOfIt() {
        try (Checker checker = new Checker()) {
            assertEquals("notJson", coded(() -> checker.check("")));
            assertEquals("notAnObject", coded(() -> checker.check("[]")));
            assertEquals("notUtf8", coded(() -> checker.checkJson(new byte[] {'{', '"', (byte) 0xff}, null)));
            assertEquals("tooDeep", coded(() -> checker.check("{\"sag\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}")));
            byte[] large = new byte[LIMIT + 1];
            Arrays.fill(large, (byte) ' ');
            System.arraycopy(PLAN.getBytes(StandardCharsets.US_ASCII), 0, large, 0, PLAN.length());
            assertEquals("tooLarge", coded(() -> checker.checkJson(large, null)));
            assertTrue(checker.checkJson(Arrays.copyOf(large, LIMIT), null).length > 0);
            RehabplanException error = assertThrows(
                    RehabplanException.class, () -> checker.check("{\"navn\": \"Kirsten Jensen 010203-1234\","));
            assertFalse(error.toString().contains("Kirsten"));
        }
        assertThrows(NullPointerException.class, () -> new Checker().check(null));
    }

    @Test
    void halfASurrogatePairIsAValueThatCannotBeRead() {
        try (Checker checker = new Checker()) {
            String half = "{\"sag\":{\"sagstype\":\"revalidering\"},\"forberedendeDel\":{\"oensker\":\"\ud800\"}}";
            InputFinding finding = checker.check(half).input().get(0);
            assertEquals("/forberedendeDel/oensker", finding.path());
            assertEquals(Severity.ERROR, finding.severity());
            // A whole pair is a letter like any other.
            assertTrue(checker.check(half.replace("\ud800", "\ud83d\ude00")).input().isEmpty());
        }
    }

    @Test
    void whatIsWrongWithOptionsIsSaidWhenACheckerIsMade() {
        assertEquals("badOptions", coded(() -> new Checker(Options.NONE.only(List.of("P99"), List.of()))));
        assertEquals("badProfile", coded(() -> new Checker(Options.NONE.profile("vejledn"))));
        // Such as an empty file: not the same as no profile.
        assertEquals("badProfile", coded(() -> new Checker(Options.NONE.profileJson(" \n"))));
        assertEquals("badProfile", coded(() -> new Checker(Options.NONE.profile("proces").profileJson(null))));
        assertEquals("badOptions", coded(() -> new Checker(Options.NONE.suppressJson(""))));
        assertEquals("badOptions", coded(() -> new Checker(Options.NONE.suppressJson("{}"))));
        assertEquals("badOptions", coded(() -> new Checker(Options.NONE.suppressJson("] \ud800"))));
        // What would end the list that it stands in, and say other options.
        String more = "\"vejledning\"],\"only\":{\"rules\":[\"P2.1.pkt2\"]},\"suppress\":[";
        assertEquals("badProfile", coded(() -> new Checker(Options.NONE.profileJson(more))));
        assertEquals("badProfile", coded(() -> new Checker(Options.NONE.profileJson("{}, {}"))));
        assertEquals("badProfile", coded(() -> new Checker(Options.NONE.profileJson("{\"id\":\"}"))));
        String others = "[],\"only\":{\"rules\":[\"P2.1.pkt2\"]}";
        assertEquals("badOptions", coded(() -> new Checker(Options.NONE.suppressJson(others))));
        RehabplanException error = assertThrows(
                RehabplanException.class, () -> new Checker(Options.NONE.only(List.of("P2.1.pkt2", "P99"), List.of())));
        assertEquals("unknownRule", error.reason());
        assertEquals("/only/rules/1", error.path());
        assertTrue(error.getMessage().startsWith("only: "));
    }

    @Test
    void halfASurrogatePairIsNoLetterOfAnIdOrAnOption() {
        String half = "\ud83d";
        String suppress = "[{\"case\":\"" + half + "\",\"key\":\"P2.1.pkt2!/forberedendeDel\",\"reason\":\"Ligger i det gamle system\",\"author\":\"A. Jensen\","
                + "\"date\":\"2020-03-02\"}]";
        Map<String, Options> wrong = Map.of(
                "only", Options.NONE.only(List.of("P2.1.pkt2" + half), List.of()),
                "horizon", Options.NONE.horizon(List.of(half + "/sag")),
                "profiles", Options.NONE.profile("proces" + half),
                "suppress", Options.NONE.suppressJson(suppress));
        wrong.forEach((name, options) -> {
            RehabplanException error = assertThrows(RehabplanException.class, () -> new Checker(options));
            assertEquals("badOptions", error.code());
            assertTrue(error.getMessage().endsWith(" " + name), error.getMessage());
        });
        assertEquals("unknownRule", coded(() -> Catalogue.explain("P3.1.4" + half)));
        // What such an id would become is the id of another case.
        Options options = Options.NONE.only(List.of("P2.1.pkt2"), List.of()).suppressJson(suppress.replace(half, "?"));
        try (Checker checker = new Checker(options)) {
            assertEquals(0, checker.check(PLAN, "?").errors());
            assertEquals("badArgument", coded(() -> checker.check(PLAN, half)));
            assertEquals("badArgument", coded(() -> checker.checkJson(PLAN.getBytes(StandardCharsets.UTF_8), "4711" + half)));
            byte[] plan = PLAN.getBytes(StandardCharsets.UTF_8);
            byte[] answer = Native.check(checker.number, plan, new byte[] {(byte) 0xff});
            assertEquals("badArgument", coded(() -> Native.answer(answer)));
        }
    }

    @Test
    void theCatalogueAnswers() {
        assertTrue(Catalogue.rules().startsWith("[{\"id\":"));
        assertTrue(Catalogue.explain("p3.1.4").startsWith("{\"id\":\"P3.1.4\""));
        assertEquals("unknownRule", coded(() -> Catalogue.explain("P99")));
        assertTrue(Catalogue.coverage(Lang.DA).startsWith("[{\"unit\":\"P1.1\""));
        assertFalse(Catalogue.coverage(Lang.DA).equals(Catalogue.coverage(Lang.EN)));
        assertTrue(Catalogue.profiles().startsWith("[{\"id\":\"vejledning\""));
        assertFalse(Catalogue.jsonSchema(Lang.DA).equals(Catalogue.jsonSchema(Lang.EN)));
    }

    @Test
    void nothingIsNoPlan() {
        try (Checker checker = new Checker()) {
            assertThrows(NullPointerException.class, () -> checker.checkJson((byte[]) null, null));
            assertThrows(NullPointerException.class, () -> checker.check(null));
            assertEquals("notJson", coded(() -> checker.checkJson(new byte[0], null)));
            assertEquals("notJson", coded(() -> checker.check("")));
        }
    }

    @Test
    void whatIsNullIsNamed() {
        Map<String, Executable> calls = new TreeMap<>(Map.ofEntries(
                Map.entry("options", () -> new Checker(null)),
                Map.entry("id", () -> Catalogue.explain(null)),
                Map.entry("json", () -> Report.parse(null)),
                Map.entry("phase", () -> Options.NONE.phase(null)),
                Map.entry("today", () -> Options.NONE.asOf(null)),
                Map.entry("detail", () -> Options.NONE.detail(null)),
                Map.entry("lang", () -> Options.NONE.lang(null)),
                Map.entry("rules", () -> Options.NONE.only(null, List.of())),
                Map.entry("paths", () -> Options.NONE.only(List.of(), null)),
                Map.entry("places", () -> Options.NONE.horizon(null)),
                Map.entry("an entry of places", () -> Options.NONE.horizon(Arrays.asList("/moede", null))),
                Map.entry("name", () -> Options.NONE.profile(null))));
        try (Checker checker = new Checker()) {
            calls.put("plan", () -> checker.check(null));
            calls.forEach((name, call) -> assertEquals(name, assertThrows(NullPointerException.class, call).getMessage()));
            for (Executable call : List.<Executable>of(
                    () -> checker.checkJson((byte[]) null, null),
                    () -> checker.checkJson((String) null, null),
                    () -> checker.check(null, "4711"))) {
                assertEquals("plan", assertThrows(NullPointerException.class, call).getMessage());
            }
            for (Executable call : List.<Executable>of(() -> Catalogue.coverage(null), () -> Catalogue.jsonSchema(null))) {
                assertEquals("lang", assertThrows(NullPointerException.class, call).getMessage());
            }
        }
    }

    @Test
    void aClosedCheckerSaysSo() {
        Checker checker = new Checker();
        checker.close();
        checker.close();
        assertEquals("noChecker", coded(() -> checker.check(PLAN)));
    }

    @Test
    void numbersThatStandForNothing() {
        byte[] plan = PLAN.getBytes(StandardCharsets.UTF_8);
        for (long number : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertEquals("noChecker", coded(() -> Native.answer(Native.check(number, plan, null))));
            Native.close(number);
        }
        assertThrows(RuntimeException.class, () -> Native.check(1, null, null));
        assertThrows(RuntimeException.class, () -> Native.open(null));
    }

    @Test
    void aThousandThreadsGetTheSame() throws InterruptedException {
        try (Checker checker = new Checker()) {
            String expected = checker.checkJson(PLAN, null);
            AtomicInteger wrong = new AtomicInteger();
            together(1000, () -> {
                for (int round = 0; round < 5; round++) {
                    if (!checker.checkJson(PLAN, null).equals(expected)) {
                        wrong.incrementAndGet();
                    }
                }
            }, () -> {});
            assertEquals(0, wrong.get());
        }
    }

    @Test
    void closingWhileOthersCheckLeavesEachWithAnAnswerOrWithoutAChecker() throws InterruptedException {
        for (int turn = 0; turn < 20; turn++) {
            Checker checker = new Checker();
            String expected = checker.checkJson(PLAN, null);
            AtomicInteger wrong = new AtomicInteger();
            together(16, () -> {
                for (int round = 0; round < 20; round++) {
                    try {
                        if (!checker.checkJson(PLAN, null).equals(expected)) {
                            wrong.incrementAndGet();
                        }
                    } catch (RehabplanException closed) {
                        if (!closed.code().equals("noChecker")) {
                            wrong.incrementAndGet();
                        }
                    }
                }
            }, checker::close);
            assertEquals(0, wrong.get());
        }
    }

    /** Runs the work on as many threads at once, and something besides. */
    private static void together(int count, Runnable work, Runnable besides) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger died = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            Thread thread = new Thread(null, () -> {
                try {
                    start.await();
                    work.run();
                } catch (Throwable error) {
                    died.incrementAndGet();
                }
            }, "check", 256 * 1024);
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        besides.run();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, died.get());
    }

    /** However long the collector takes: only where the memory is never given back, the limit ends it. */
    @Test
    @Timeout(600)
    void aForgottenCheckerGivesItsMemoryBack() {
        long number = forgotten();
        byte[] plan = PLAN.getBytes(StandardCharsets.UTF_8);
        while (Native.check(number, plan, null)[0] != 1) {
            System.gc();
            assertFalse(Thread.interrupted(), "the checker is still there");
        }
    }

    private static long forgotten() {
        return new Checker().number;
    }

    /** What a round leaves behind would be seen: each makes some 100 KB. */
    @Test
    void nothingIsLeftBehind() throws Exception {
        Options options = Options.NONE.profile("vejledning").profile("proces");
        round(options, 500);
        long before = resident();
        round(options, 2000);
        long grown = resident() - before;
        assertTrue(grown < 48 * 1024 * 1024, "grown by " + grown + " bytes");
    }

    private static void round(Options options, int times) {
        for (int time = 0; time < times; time++) {
            try (Checker checker = new Checker(options)) {
                checker.checkJson(PLAN, null);
                coded(() -> checker.check("["));
            }
            coded(() -> new Checker(Options.NONE.profile("x")));
        }
    }

    /** The memory of the process in bytes; Linux alone says it so. */
    private static long resident() throws Exception {
        Path file = Path.of("/proc/self/statm");
        if (!Files.exists(file)) {
            return 0;
        }
        System.gc();
        return Long.parseLong(Files.readString(file).split(" ")[1]) * 4096;
    }
}
