// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** What the whole plan amounts to. {@code fulfilled}: nothing that the regulation demands is missing, nothing was left undetermined, and at least one requirement was seen to be met (in a case that § 1, stk. 2, exempts, nothing is required before the last phase; a note says so). {@code deficient}: at least one requirement of error severity is not met. {@code undetermined}: nothing is known to be missing, but something could not be determined, or nothing was there to be checked. {@code outOfScope}: the case does not fall under the regulation (§ 1). {@code outsideValidity}: the case is older than the regulation (§ 17). */
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
