// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** What a requirement amounts to. */
public enum Outcome {
    /** {@code met} */
    MET("met"),
    /** {@code notMet} */
    NOT_MET("notMet"),
    /** {@code exempt} */
    EXEMPT("exempt"),
    /** {@code notApplicable} */
    NOT_APPLICABLE("notApplicable"),
    /** {@code review} */
    REVIEW("review"),
    /** {@code undetermined} */
    UNDETERMINED("undetermined");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /**
     * The code as it stands in JSON.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    static Outcome of(String code) {
        for (Outcome one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("Outcome has no such code");
    }
}
