// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** What force the source of a profile has. */
public enum ProfileForce {
    /** {@code guidance} */
    GUIDANCE("guidance"),
    /** {@code otherLaw} */
    OTHER_LAW("otherLaw"),
    /** {@code trial} */
    TRIAL("trial"),
    /** {@code proposal} */
    PROPOSAL("proposal"),
    /** {@code local} */
    LOCAL("local");

    private final String code;

    ProfileForce(String code) {
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

    static ProfileForce of(String code) {
        for (ProfileForce one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("ProfileForce has no such code");
    }
}
