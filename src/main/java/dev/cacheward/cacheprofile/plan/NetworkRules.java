package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.NetworkAccess;
import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the blocks of addresses, some of which only newer API servers refuse. */
final class NetworkRules {
    private static final String FIELD = ServerValidator.FIELD + ".networkPolicy.from";
    private static final String ALLOWED =
            " is not a block of addresses: allowed are its first address without leading zeros and the length of its"
                    + " prefix, such as 192.168.0.0/24 or fd00::/8";

    private NetworkRules() {}

    static List<Problem> check(Optional<NetworkAccess> access) {
        List<Problem> problems = new ArrayList<>();
        access.map(NetworkAccess::from).orElse(List.of()).stream()
                .map(peer -> Optional.ofNullable(peer.getIpBlock()))
                .flatMap(Optional::stream)
                .forEach(block -> check(block, problems));
        return problems;
    }

    private static void check(IPBlock block, List<Problem> problems) {
        String cidr = Optional.ofNullable(block.getCidr()).orElse("");
        Optional<AddressBlock> whole = parse("ipBlock.cidr", cidr, problems);
        block.getExcept()
                .forEach(text -> parse("ipBlock.except", text, problems)
                        .filter(part ->
                                whole.filter(outer -> !isSmaller(part, outer)).isPresent())
                        .ifPresent(outside -> problems.add(new Problem(
                                FIELD + ".ipBlock.except",
                                Quote.of(text) + " is not a smaller block within " + Quote.of(cidr)
                                        + ": allowed are parts of cidr only"))));
    }

    private static boolean isSmaller(AddressBlock part, AddressBlock whole) {
        return whole.contains(part) && part.prefix() > whole.prefix();
    }

    private static Optional<AddressBlock> parse(String field, String text, List<Problem> problems) {
        Optional<AddressBlock> block = AddressBlock.parse(text).filter(AddressBlock::isExact);
        if (block.isEmpty()) {
            problems.add(new Problem(FIELD + "." + field, Quote.of(text) + ALLOWED));
        }
        return block;
    }
}
