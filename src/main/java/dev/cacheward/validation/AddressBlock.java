package dev.cacheward.validation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A block of addresses, such as {@code 192.168.0.0/24}. It is read without asking a resolver.
 *
 * @param bits of an address: 32 or 128
 * @param address in front of the length, as a number
 * @param prefix how many bits all addresses of the block share
 */
public record AddressBlock(int bits, BigInteger address, int prefix) {
    private static final int IPV4 = 32;
    private static final int IPV6 = 128;
    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    /** The upper part of {@code ::ffff:0:0/96}, which is IPv4 in another spelling. */
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

    /** Reads a block; empty for any other text, and for leading zeros, which some readers take for octal. */
    public static Optional<AddressBlock> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int bits = parts[0].contains(":") ? IPV6 : IPV4;
        int prefix = Integer.parseInt(parts[1]);
        return (bits == IPV6 ? ipv6(parts[0]) : ipv4(parts[0]))
                .filter(address -> prefix <= bits)
                .map(address -> new AddressBlock(bits, address, prefix));
    }

    /** Reads a single address, as a block of one. */
    public static Optional<AddressBlock> single(String text) {
        return parse(text + "/" + (text.contains(":") ? IPV6 : IPV4));
    }

    /** Whether every version of the API server takes it: it names its first address, in the spelling of its own family. */
    public boolean isExact() {
        boolean first = address.signum() == 0 || address.getLowestSetBit() >= bits - prefix;
        return first && !(bits == IPV6 && address.shiftRight(IPV4).equals(MAPPED));
    }

    /** Whether all addresses of the other block are in this one. */
    public boolean contains(AddressBlock other) {
        int free = bits - prefix;
        return other.bits == bits
                && other.prefix >= prefix
                && other.address.shiftRight(free).equals(address.shiftRight(free));
    }

    private static Optional<BigInteger> ipv4(String text) {
        String octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
        return text.matches(octet + "(\\." + octet + "){3}")
                ? Optional.of(join(List.of(text.split("\\.")), DECIMAL, Byte.SIZE))
                : Optional.empty();
    }

    private static Optional<BigInteger> ipv6(String text) {
        String[] sides = text.split("::", -1);
        List<String> groups = new ArrayList<>(groups(sides[0]));
        if (sides.length == 2) {
            List<String> right = groups(sides[1]);
            groups.addAll(Collections.nCopies(Math.max(1, GROUPS - groups.size() - right.size()), "0"));
            groups.addAll(right);
        }
        boolean valid = sides.length <= 2
                && groups.size() == GROUPS
                && groups.stream().allMatch(group -> group.matches("[0-9a-fA-F]{1,4}"));
        return valid ? Optional.of(join(groups, HEX, GROUP_BITS)) : Optional.empty();
    }

    private static List<String> groups(String side) {
        return side.isEmpty() ? List.of() : List.of(side.split(":", -1));
    }

    private static BigInteger join(List<String> numbers, int radix, int width) {
        return numbers.stream()
                .map(number -> new BigInteger(number, radix))
                .reduce(BigInteger.ZERO, (left, right) -> left.shiftLeft(width).or(right));
    }
}
