package dk.rehabplan;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Checks plans against the regulation, as {@link Options} say. One checker serves any number of plans, on any number of threads.
 *
 * <p>It holds memory outside of Java until it is closed; one that is forgotten gives it back when it is collected. It may be closed while
 * others check: each of them gets its report, or is told that the checker is closed.
 */
public final class Checker implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    /** What the native library knows it by. */
    final long number;
    private final Cleaner.Cleanable handle;

    /** A check of everything that the regulation demands. */
    public Checker() {
        this(Options.NONE);
    }

    /**
     * A check as options say.
     *
     * @param options the options
     * @throws RehabplanException {@code badOptions} or {@code badProfile}
     */
    public Checker(Options options) {
        long number = Long.parseLong(new String(Native.answer(Native.open(Objects.requireNonNull(options, "options").json())), StandardCharsets.US_ASCII));
        this.number = number;
        this.handle = CLEANER.register(this, () -> Native.close(number));
    }

    /**
     * Checks a plan.
     *
     * @param plan the plan in JSON
     * @return the report
     * @throws RehabplanException when the document is no plan that can be read, or the checker is closed
     */
    public Report check(String plan) {
        return Report.parse(checkJson(plan, null));
    }

    /**
     * Checks the plan of a case.
     *
     * @param plan the plan in JSON
     * @param caseId your own id of the case, which suppressions name, or {@code null}
     * @return the report
     * @throws RehabplanException when the document is no plan that can be read, the checker is closed, or half a surrogate pair stands in
     *     the id ({@code badArgument})
     */
    public Report check(String plan, String caseId) {
        return Report.parse(checkJson(plan, caseId));
    }

    /**
     * Checks a plan, and gives the report as one line of JSON: the same as from every other language.
     *
     * @param plan the plan in JSON
     * @return the report
     * @throws RehabplanException when the document is no plan that can be read, or the checker is closed
     */
    public String checkJson(String plan) {
        return checkJson(plan, null);
    }

    /**
     * Checks the plan of a case, and gives the report as one line of JSON: the same as from every other language.
     *
     * @param plan the plan in JSON
     * @param caseId your own id of the case, which suppressions name, or {@code null}
     * @return the report
     * @throws RehabplanException when the document is no plan that can be read, the checker is closed, or half a surrogate pair stands in
     *     the id ({@code badArgument})
     */
    public String checkJson(String plan, String caseId) {
        return new String(checkJson(Json.utf8(Objects.requireNonNull(plan, "plan")), caseId), StandardCharsets.UTF_8);
    }

    /**
     * The same for a plan in UTF-8, at most 8 MiB of it.
     *
     * @param plan the plan in JSON
     * @param caseId your own id of the case, which suppressions name, or {@code null}
     * @return the report, in UTF-8
     * @throws RehabplanException when the document is no plan that can be read, the checker is closed, or half a surrogate pair stands in
     *     the id ({@code badArgument})
     */
    public byte[] checkJson(byte[] plan, String caseId) {
        Objects.requireNonNull(plan, "plan");
        byte[] id = caseId == null ? null : Json.text(caseId, "caseId", "badArgument");
        try {
            return Native.answer(Native.check(number, plan, id));
        } finally {
            // Not collected, and so not closed, before the check is over.
            Reference.reachabilityFence(this);
        }
    }

    /** Gives its memory back. A second time does nothing. */
    @Override
    public void close() {
        handle.clean();
    }
}
