// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** How serious a finding is. */
public enum Severity {
    /** {@code error} */
    ERROR("error"),
    /** {@code warning} */
    WARNING("warning");

    private final String code;

    Severity(String code) {
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

    static Severity of(String code) {
        for (Severity one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("Severity has no such code");
    }
}
