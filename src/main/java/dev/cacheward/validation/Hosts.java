package dev.cacheward.validation;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks how a host is written. Whether it may be reached is another question. */
public final class Hosts {
    private static final int LONGEST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?");

    /**
     * The last label of what resolvers of the C library take for an IPv4 address: {@code 0x7f.1}, {@code 2130706433} and {@code
     * 0177.0.0.1} all mean 127.0.0.1 there, and other readers look them up as names. No top-level domain is a number.
     */
    private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private Hosts() {}

    /**
     * Returns what is wrong with a name, an IPv4 address, or an IPv6 address without brackets. It is the end of the sentence
     * "The host ...", and quotes nothing, since a broken URL may have a password in the host's place. Underscores are allowed; a
     * dot at the end is not, since TLS knows names without it only.
     */
    public static Optional<String> objection(String host) {
        if (host.isEmpty()) {
            return Optional.of("is empty; give a name or an address, such as redis.example.com");
        }
        if (host.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters, which no name is");
        }
        if (host.contains(":") || host.contains("[")) {
            return ipv6(host);
        }
        if (NUMBER.matcher(host).matches()) {
            return ipv4(host);
        }
        return host.endsWith(".")
                ? Optional.of("ends with a dot; leave it off, since no certificate for TLS has it")
                : name(host);
    }

    /** Reads a port: 1 to 65535 in digits, without leading zeros. */
    public static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf)
                .filter(port -> port <= HIGHEST_PORT);
    }

    /** Whether a valid host is an address. */
    public static boolean isAddress(String host) {
        return AddressBlock.single(host).isPresent();
    }

    private static Optional<String> ipv6(String host) {
        return isAddress(host)
                ? Optional.empty()
                : Optional.of(
                        "is no IPv6 address; allowed are groups of hexadecimal digits such as fd12::7, without a port, a"
                                + " zone or an IPv4 address in them");
    }

    private static Optional<String> ipv4(String host) {
        return isAddress(host)
                ? Optional.empty()
                : Optional.of("is a number, but no IPv4 address; allowed are four decimal numbers from 0 to 255 without"
                        + " leading zeros, such as 10.0.0.7");
    }

    private static Optional<String> name(String host) {
        boolean valid = Arrays.stream(host.split("\\.", -1))
                .allMatch(label -> LABEL.matcher(label).matches());
        return valid
                ? Optional.empty()
                : Optional.of(
                        "is no name; allowed are letters, digits, '-' and '_', in parts of 1 to 63 characters with dots"
                                + " between them and no '-' at either end; a name in another script is written as xn--...");
    }
}
