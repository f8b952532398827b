// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** How far a case has come; each phase includes the ones before. */
public enum Phase {
    /** {@code forelaeggelse} */
    FORELAEGGELSE("forelaeggelse"),
    /** {@code indstilling} */
    INDSTILLING("indstilling"),
    /** {@code indsats} */
    INDSATS("indsats");

    private final String code;

    Phase(String code) {
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

    static Phase of(String code) {
        for (Phase one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("Phase has no such code");
    }
}
