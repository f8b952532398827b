// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** What the whole plan amounts to. */
public enum Conclusion {
    /** {@code fulfilled} */
    FULFILLED("fulfilled"),
    /** {@code deficient} */
    DEFICIENT("deficient"),
    /** {@code undetermined} */
    UNDETERMINED("undetermined"),
    /** {@code outOfScope} */
    OUT_OF_SCOPE("outOfScope"),
    /** {@code outsideValidity} */
    OUTSIDE_VALIDITY("outsideValidity");

    private final String code;

    Conclusion(String code) {
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

    static Conclusion of(String code) {
        for (Conclusion one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("Conclusion has no such code");
    }
}
