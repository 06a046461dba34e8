package dev.cacheward.api.v1alpha1.schema;

/** What a quantity is, as in a pod: the generated schema knows only that it is a number or text. */
final class Quantities {
    /**
     * True for a quantity above 0. Two digits are enough for an exponent: with nine, the operator would reckon with a number of as
     * many digits as that says, for longer than anybody waits.
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
