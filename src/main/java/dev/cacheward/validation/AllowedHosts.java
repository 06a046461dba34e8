package dev.cacheward.validation;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which hosts an author may have the operator connect to. The operator may reach more than the author's pods do: without a
 * rule, an author could reach through it what no pod of the author's reaches.
 *
 * @param anyPublic whether every address is allowed that can be reached from everywhere
 * @param namespace whether the Services of the profile's own namespace are allowed, whatever their addresses are
 * @param names in lower case; one that begins with {@code *.} stands for all names below it
 * @param blocks of addresses
 */
public record AllowedHosts(boolean anyPublic, boolean namespace, Set<String> names, List<AddressBlock> blocks) {
    private static final String PUBLIC = "public";
    private static final String NAMESPACE = "namespace";
    private static final String NONE = "none";
    private static final String BELOW = "*.";
    private static final String VALUE = "chart value external.allowedHosts";

    /** Keeps copies. */
    public AllowedHosts {
        names = Set.copyOf(names);
        blocks = List.copyOf(blocks);
    }

    /** Reads entries that are separated by commas: public, namespace, names, patterns, addresses, blocks; or none alone. */
    public static Parsed<AllowedHosts> parse(String text) {
        List<String> entries = Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .toList();
        if (entries.equals(List.of(NONE))) {
            return new Parsed.Valid<>(new AllowedHosts(false, false, Set.of(), List.of()));
        }
        return entries.stream()
                .flatMap(entry -> objection(entry).map(why -> Quote.of(entry) + " in it " + why).stream())
                .findFirst()
                .<Parsed<AllowedHosts>>map(why -> new Parsed.Invalid<>(Quote.of(text) + ": " + why
                        + "; allowed are public, namespace, names such as redis.example.com or *.example.com, addresses, and"
                        + " blocks such as 10.20.0.0/16; or none alone"))
                .orElseGet(() -> new Parsed.Valid<>(of(entries)));
    }

    private static AllowedHosts of(List<String> entries) {
        Set<String> names = new TreeSet<>(entries);
        names.removeAll(Set.of(PUBLIC, NAMESPACE));
        names.removeIf(entry -> block(entry).isPresent());
        List<AddressBlock> blocks =
                entries.stream().flatMap(entry -> block(entry).stream()).toList();
        return new AllowedHosts(entries.contains(PUBLIC), entries.contains(NAMESPACE), names, blocks);
    }

    private static Optional<String> objection(String entry) {
        Optional<AddressBlock> block = block(entry);
        if (block.isPresent()) {
            return objection(block.get());
        }
        if (entry.contains("/")) {
            return Optional.of("is no block of addresses");
        }
        if (entry.equals(NONE)) {
            return Optional.of("stands beside others");
        }
        String name = entry.startsWith(BELOW) ? entry.substring(BELOW.length()) : entry;
        return Hosts.isAddress(name) || Hosts.objection(name).isPresent()
                ? Optional.of("is no host")
                : Optional.empty();
    }

    private static Optional<String> objection(AddressBlock block) {
        if (!block.isExact()) {
            return Optional.of("does not begin with the first address of its block");
        }
        return SpecialAddresses.isSpelling(block)
                ? Optional.of("is IPv4 in another spelling; write it as IPv4")
                : SpecialAddresses.forbidden(block).map(name -> "is " + name + ", which is never allowed");
    }

    private static Optional<AddressBlock> block(String entry) {
        return AddressBlock.parse(entry).or(() -> AddressBlock.single(entry));
    }

    /** Whether no host at all is allowed. */
    public boolean off() {
        return !anyPublic && !namespace && names.isEmpty() && blocks.isEmpty();
    }

    /**
     * Returns why not to connect to an address of a host, as the end of the sentence "The host ..."; empty if nothing is against
     * it. Each address is asked about when it is connected to, for a name may change its addresses between two questions.
     */
    public Optional<String> objection(String host, InetAddress address) {
        if (off()) {
            return Optional.of("may not be reached: the administrator allows no external Redis (" + VALUE + ")");
        }
        List<AddressBlock> destinations = SpecialAddresses.destinations(SpecialAddresses.of(address));
        return never(address)
                .or(() -> isNamed(host.toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : destinations.stream()
                                .filter(destination -> !isAllowed(destination))
                                .findFirst()
                                .map(destination -> question(host, SpecialAddresses.isPublic(destination))));
    }

    /**
     * Returns why nobody reaches an address through the operator, as the end of the sentence "The host ..."; empty for all other
     * addresses. It holds for Services of the profile's own namespace too.
     */
    public static Optional<String> never(InetAddress address) {
        AddressBlock block = SpecialAddresses.of(address);
        return Stream.concat(Stream.of(block), SpecialAddresses.destinations(block).stream())
                .flatMap(destination -> SpecialAddresses.forbidden(destination).stream())
                .findFirst()
                .map(name -> "has " + name + ", which is never allowed");
    }

    private boolean isNamed(String host) {
        return names.stream()
                .anyMatch(name -> name.startsWith(BELOW) ? host.endsWith(name.substring(1)) : host.equals(name));
    }

    private boolean isAllowed(AddressBlock address) {
        return anyPublic && SpecialAddresses.isPublic(address)
                || blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static String question(String host, boolean isPublic) {
        return "has a " + (isPublic ? "public" : "private")
                + " address, and is not among the hosts that the administrator allows;" + " ask for it: " + VALUE
                + ", with " + Quote.whole(host) + " in the list";
    }
}
