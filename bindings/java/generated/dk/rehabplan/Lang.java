// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
package dk.rehabplan;

/** A language of the texts. */
public enum Lang {
    /** {@code da} */
    DA("da"),
    /** {@code en} */
    EN("en");

    private final String code;

    Lang(String code) {
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

    static Lang of(String code) {
        for (Lang one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("Lang has no such code");
    }
}
