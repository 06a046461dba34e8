package dev.cacheward.validation;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows what addresses are, by the IANA registries of special-purpose addresses for IPv4 and IPv6.
 *
 * <p>Metadata services that are not link-local: AWS, {@code fd00:ec2::/32} (EC2 User Guide, "Access instance metadata"; EKS, "Pod
 * Identity"); Google Cloud, {@code fd20:ce::254} (Compute Engine, "About VM metadata"); Azure, 168.63.129.16 ("What is IP address
 * 168.63.129.16?"); Alibaba Cloud, 100.100.100.200 and {@code fd00:100::100:200} (ECS, "Instance metadata"); Oracle Cloud,
 * 192.0.0.192 (Compute Classic) and {@code fd00:c1::a9fe:a9fe} (OCI, "Instance metadata"); Akamai, {@code fd00:a9fe:a9fe::1}, and
 * Scaleway, {@code fd00:42::42} (cloud-init, "Datasources").
 */
final class SpecialAddresses {
    private static final int IPV4 = 32;
    private static final int IPV6 = 128;
    private static final BigInteger ALL_IPV4 = BigInteger.valueOf(0xffff_ffffL);

    private static final List<Forbidden> NEVER = List.of(
            new Forbidden("the unspecified address", blocks("0.0.0.0/8", "::/128")),
            new Forbidden("a loopback address", blocks("127.0.0.0/8", "::1/128")),
            new Forbidden("a link-local address", blocks("169.254.0.0/16", "fe80::/10")),
            new Forbidden("a multicast or broadcast address", blocks("224.0.0.0/4", "255.255.255.255/32", "ff00::/8")),
            new Forbidden(
                    "the address of a cloud's metadata service",
                    blocks(
                            "100.100.100.200/32",
                            "168.63.129.16/32",
                            "192.0.0.192/32",
                            "fd00:42::42/128",
                            "fd00:100::100:200/128",
                            "fd00:a9fe:a9fe::1/128",
                            "fd00:c1::a9fe:a9fe/128",
                            "fd00:ec2::/32",
                            "fd20:ce::254/128")));

    /** What cannot be reached from everywhere. In IPv6, nothing outside of {@link #GLOBAL} can either. */
    private static final List<AddressBlock> PRIVATE = blocks(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20");

    private static final List<AddressBlock> GLOBAL = blocks("0.0.0.0/0", "2000::/3");
    private static final AddressBlock TEREDO = block("2001::/32");
    private static final AddressBlock SIX_TO_FOUR = block("2002::/16");

    /** IPv4 in another spelling: compatible, mapped, translated (SIIT), and NAT64 with the well-known prefix. */
    private static final List<AddressBlock> SPELLINGS =
            blocks("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96");

    /** @param name with its article, for a message */
    private record Forbidden(String name, List<AddressBlock> blocks) {}

    private SpecialAddresses() {}

    /** Returns the block of one. */
    static AddressBlock of(InetAddress address) {
        byte[] bytes = address.getAddress();
        int bits = bytes.length * Byte.SIZE;
        return new AddressBlock(bits, new BigInteger(1, bytes), bits);
    }

    /** Returns what is in a block that nobody's Redis is in, with its article; empty if a Redis may be there. */
    static Optional<String> forbidden(AddressBlock block) {
        return NEVER.stream()
                .filter(group -> contain(group.blocks(), block))
                .map(Forbidden::name)
                .findFirst();
    }

    /** Whether an address can be reached from everywhere. */
    static boolean isPublic(AddressBlock address) {
        return contain(GLOBAL, address) && !contain(PRIVATE, address);
    }

    /** Whether IPv6 is but another spelling of IPv4 there. */
    static boolean isSpelling(AddressBlock block) {
        return contain(SPELLINGS, block);
    }

    /** Returns where packets to an address may end: there, and at each IPv4 address that is in it. */
    static List<AddressBlock> destinations(AddressBlock address) {
        if (isSpelling(address)) {
            return List.of(embedded(address, 0));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return List.of(address, embedded(address, IPV6 - SIX_TO_FOUR.prefix() - IPV4));
        }
        return TEREDO.contains(address)
                ? List.of(address, embedded(address, IPV6 - TEREDO.prefix() - IPV4), inverted(embedded(address, 0)))
                : List.of(address);
    }

    private static AddressBlock embedded(AddressBlock address, int behind) {
        return new AddressBlock(IPV4, address.address().shiftRight(behind).and(ALL_IPV4), IPV4);
    }

    /** Teredo writes the client's address so, lest a translator on the way replaces it. */
    private static AddressBlock inverted(AddressBlock ipv4) {
        return new AddressBlock(IPV4, ipv4.address().xor(ALL_IPV4), IPV4);
    }

    private static boolean contain(List<AddressBlock> blocks, AddressBlock other) {
        return blocks.stream().anyMatch(block -> block.contains(other));
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(SpecialAddresses::block).toList();
    }

    private static AddressBlock block(String text) {
        return AddressBlock.parse(text).orElseThrow();
    }
}
