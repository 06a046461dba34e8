package dev.cacheward.api.v1alpha1.schema;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Adds the rules for blocks of addresses. Since 1.36 the API server refuses set bits behind the prefix and leading zeros in a
 * NetworkPolicy; before, it took them with a warning that nobody sees. CEL's own functions for addresses came with 1.31, so the
 * rules do without. What they cannot tell of IPv6, the operator does.
 */
final class AddressRules {
    /** Longer than every block, also than one that is refused. */
    private static final long LONGEST = 64;

    private static final int ADDRESS_BITS = 32;

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String IPV4 = "self.matches('^" + OCTET + "([.]" + OCTET + "){3}/(3[0-2]|[12]?[0-9])$')";
    private static final String IPV6 =
            "self.matches('^[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$')";

    /** The address as a number, of which as many bits from the right as the prefix leaves have to be zero. */
    private static final String FIRST_OF_ITS_BLOCK =
            "(" + number() + ") % [" + sizes() + "][int(self.split('/')[1])] == 0";

    private static final String BLOCK =
            "a block of addresses: allowed are its first address without leading zeros and the length of its prefix, such as"
                    + " 192.168.0.0/24 or fd00::/8";

    private AddressRules() {}

    static void complete(JSONSchemaProps root) {
        SchemaAt block =
                SchemaAt.path(root, "spec", "redis", "managed", "networkPolicy", "from", SchemaAt.ITEMS, "ipBlock");
        block(SchemaAt.path(block.schema(), "cidr"));
        block(SchemaAt.path(block.schema(), "except", SchemaAt.ITEMS));
    }

    private static void block(SchemaAt text) {
        text.schema().setMaxLength(LONGEST);
        text.valueRule(IPV6 + " || (" + IPV4 + " && " + FIRST_OF_ITS_BLOCK + ")", BLOCK);
    }

    private static String number() {
        return IntStream.range(0, 4)
                .mapToObj(octet ->
                        "int(self.split('/')[0].split('.')[" + octet + "]) * " + (1 << (Byte.SIZE * (3 - octet))))
                .collect(Collectors.joining(" + "));
    }

    /** The sizes of the blocks by the length of their prefix. */
    private static String sizes() {
        return LongStream.rangeClosed(0, ADDRESS_BITS)
                .map(prefix -> 1L << (ADDRESS_BITS - prefix))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
