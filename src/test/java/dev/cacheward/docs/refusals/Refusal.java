package dev.cacheward.docs.refusals;

import dev.cacheward.docs.DocPage;
import dev.cacheward.docs.PageTable;
import java.util.List;

/**
 * A row of the table of wrong inputs in reference.md.
 *
 * @param field such as {@code spec.ttls.q}
 * @param written the value as YAML
 * @param who API server, check or operator
 * @param answer a part of the message, or of the hint
 */
record Refusal(String field, String written, String who, String answer) {
    static final String API_SERVER = "API server";
    static final String CHECK = "check";
    static final String OPERATOR = "operator";

    static List<Refusal> all() {
        return PageTable.rows(DocPage.named("reference.md"), "refusals").stream()
                .map(row -> new Refusal(plain(row.get(0)), plain(row.get(1)), row.get(2), row.get(3)))
                .toList();
    }

    private static String plain(String code) {
        return code.replace("`", "");
    }

    /** A whole resource in which only this is wrong. */
    String resource() {
        return field.startsWith("spec.limits.")
                ? manifest("RateLimitPolicy", "  profileRef: {name: shop}\n  limits: {" + entry() + "}\n")
                : manifest(
                        "CacheProfile",
                        field.startsWith("spec.ttls.")
                                ? "  ttls: {" + entry() + "}\n"
                                : "  ttls: {users: 5m}\n  redis: {managed: {config: {" + entry() + "}}}\n");
    }

    private String entry() {
        String name = field.substring(field.lastIndexOf('.') + 1);
        boolean plain = written.matches("-?[0-9]+|yes|off|\".*\"");
        return name + ": " + (plain ? written : '"' + written + '"');
    }

    private static String manifest(String kind, String spec) {
        return "apiVersion: cacheward.dev/v1alpha1\nkind: " + kind + "\nmetadata: {name: shop}\nspec:\n" + spec;
    }

    @Override
    public String toString() {
        return field + ": " + written + " (" + who + ")";
    }
}
