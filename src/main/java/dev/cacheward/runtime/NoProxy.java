package dev.cacheward.runtime;

import dev.cacheward.validation.AddressBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts that are reached without a proxy, in every form that curl and Go take: {@code *} for all, a name or {@code .name}
 * or {@code *.name} for the name and all below it, an address, a block of addresses. A port does not matter.
 *
 * @param entries in lower case
 */
record NoProxy(List<String> entries) {
    /** Reads the variable, whose entries are separated by commas or blanks. */
    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean covers(String host) {
        String name = withoutFinalDot(withoutBrackets(host.toLowerCase(Locale.ROOT)));
        return entries.stream().anyMatch(entry -> covers(entry, name));
    }

    /** Returns the entries that no reader takes for a host. */
    List<String> unreadable() {
        return entries.stream()
                .filter(entry -> !entry.equals("*")
                        && block(entry).isEmpty()
                        && !domain(entry).matches("[a-z0-9_]([-a-z0-9_.]*[a-z0-9_])?"))
                .toList();
    }

    private static boolean covers(String entry, String host) {
        Optional<AddressBlock> address = AddressBlock.single(host);
        Optional<AddressBlock> block = block(entry);
        if (address.isPresent() && block.isPresent()) {
            return block.get().contains(address.get());
        }
        String domain = domain(entry);
        return entry.equals("*") || host.equals(domain) || host.endsWith("." + domain) && !domain.isEmpty();
    }

    private static Optional<AddressBlock> block(String entry) {
        return AddressBlock.parse(entry).or(() -> AddressBlock.single(withoutBrackets(withoutPort(entry))));
    }

    /** Returns the name without what marks it as a domain. */
    private static String domain(String entry) {
        return withoutFinalDot(withoutPort(entry).replaceFirst("^\\*?\\.", ""));
    }

    private static String withoutPort(String entry) {
        return entry.replaceFirst("^(\\[[^]]*]|[^:]*):[0-9]+$", "$1");
    }

    private static String withoutBrackets(String host) {
        return host.replaceFirst("^\\[(.*)]$", "$1");
    }

    private static String withoutFinalDot(String name) {
        return name.replaceFirst("\\.$", "");
    }
}
