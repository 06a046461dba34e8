package dev.cacheward.api.v1alpha1.schema;

/** Adds the rules for a quantity as in a pod: the generated schema only says that it is a number or text. */
final class Quantities {
    /**
     * True for a quantity above 0. An exponent has at most two digits: with a huge one the operator would compute a number of
     * that many digits, and practically never finish.
     */
    static final String POSITIVE = "!(type(self) == string && self.matches('[eE][-+]?[0-9]{3}')) &&"
            + " isQuantity(string(self)) && quantity(string(self)).isGreaterThan(quantity('0'))";

    private static final long CHARACTERS = 32;

    private Quantities() {}

    static void complete(SchemaAt quantity) {
        quantity.schema().setMaxLength(CHARACTERS);
        quantity.valueRule(POSITIVE, "a quantity above 0 (such as 100m, 256Mi or 1Gi)");
    }
}
