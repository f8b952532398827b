package dk.rehabplan;

/**
 * There is no report: the document is no plan that can be read, or the program that asks is wrong. What is wrong inside a plan is no
 * exception; it is in the report. Nothing in an exception is from the plan.
 */
public final class RehabplanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The code. */
    private final String code;
    /** The finer code, or null. */
    private final String reason;
    /** The place, or null. */
    private final String path;

    RehabplanException(String code, String message, String reason, String path) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.path = path;
    }

    /**
     * A stable code. {@code notUtf8}, {@code notJson}, {@code notAnObject}, {@code tooLarge}, {@code tooDeep}, {@code listTooLong} and
     * {@code tooManyFindings}: the document is no plan that can be read. {@code badOptions}, {@code badProfile}, {@code badArgument},
     * {@code unknownRule} and {@code noChecker} (it is closed): a mistake in the program, or in a profile. {@code failed}: a defect of the
     * checker.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * A finer code: what is wrong with a profile, a selection or a horizon.
     *
     * @return the code, or {@code null}
     */
    public String reason() {
        return reason;
    }

    /**
     * Where in the options or in the profile it is.
     *
     * @return the place, or {@code null} where it is not known
     */
    public String path() {
        return path;
    }
}
