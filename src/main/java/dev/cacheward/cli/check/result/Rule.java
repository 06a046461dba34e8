package dev.cacheward.cli.check.result;

/** Who says what is wrong. */
public enum Rule {
    /** The file cannot be read as YAML. */
    SYNTAX("syntax", "The file is YAML or JSON."),
    /** A field is written twice. */
    DUPLICATE("duplicate-field", "No field is written twice, no resource is defined twice."),
    /** The kind or version does not exist. */
    KIND("kind", "The kind is one of this version's."),
    /** Strict decoding by the API server. */
    UNKNOWN_FIELD("unknown-field", "Every field exists."),
    /** The schema in the CRD. */
    SCHEMA("schema", "Every value is of the type and within the bounds that the schema of the CRD says."),
    /** The CEL rules in the CRD. */
    VALIDATION("validation-rule", "Every rule of the CRD holds."),
    /** The operator at its first look. */
    OPERATOR("operator", "The operator accepts the spec: otherwise Ready is False with reason InvalidSpec."),
    /** A warning of the operator. */
    ADVICE("advice", "The operator has nothing to warn of.");

    private final String id;
    private final String about;

    Rule(String id, String about) {
        this.id = id;
        this.about = about;
    }

    /** Returns its name in reports, which never changes. */
    public String id() {
        return id;
    }

    /** Returns what holds where nothing is found. */
    public String about() {
        return about;
    }
}
