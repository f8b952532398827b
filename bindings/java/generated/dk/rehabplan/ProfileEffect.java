// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** What a profile does to an answer. */
public enum ProfileEffect {
    /** {@code exempt} */
    EXEMPT("exempt"),
    /** {@code accept} */
    ACCEPT("accept"),
    /** {@code severity} */
    SEVERITY("severity"),
    /** {@code leaveAlone} */
    LEAVE_ALONE("leaveAlone");

    private final String code;

    ProfileEffect(String code) {
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

    static ProfileEffect of(String code) {
        for (ProfileEffect one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("ProfileEffect has no such code");
    }
}
