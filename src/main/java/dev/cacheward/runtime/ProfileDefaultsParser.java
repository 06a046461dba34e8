package dev.cacheward.runtime;

import dev.cacheward.api.v1alpha1.NetworkAccess;
import dev.cacheward.api.v1alpha1.Resources;
import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the defaults of profiles, in the words of {@code spec.redis.managed}; a word too much or too little is refused. */
final class ProfileDefaultsParser {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String ALLOWED = "allowed are resources (requests, limits), persistence.storageClassName and"
            + " networkPolicy.from, as JSON or YAML";
    private static final String MEMORY = "memory";

    private ProfileDefaultsParser() {}

    /** The text, field by field; a component is null where the text does not have it. */
    private record Fields(Resources resources, Volume persistence, NetworkAccess networkPolicy) {}

    private record Volume(String storageClassName) {}

    static Parsed<ProfileDefaults> parse(String text) {
        try {
            Fields fields = YAML.readValue(text, Fields.class);
            return objections(fields)
                    .findFirst()
                    .<Parsed<ProfileDefaults>>map(why -> invalid(text, why))
                    .orElseGet(() -> new Parsed.Valid<>(defaults(fields)));
        } catch (UnrecognizedPropertyException unknown) {
            return invalid(text, Quote.of(path(unknown)) + " in it has no default; " + ALLOWED);
        } catch (DatabindException misfit) {
            String where = path(misfit);
            return invalid(
                    text, (where.isEmpty() ? "it" : Quote.of(where) + " in it") + " is of another type; " + ALLOWED);
        } catch (JacksonException unreadable) {
            return invalid(text, "neither JSON nor YAML; " + ALLOWED);
        }
    }

    private static ProfileDefaults defaults(Fields fields) {
        return new ProfileDefaults(
                Optional.ofNullable(fields.resources()),
                storageClass(fields),
                Optional.ofNullable(fields.networkPolicy()));
    }

    private static Optional<String> storageClass(Fields fields) {
        return Optional.ofNullable(fields.persistence()).map(Volume::storageClassName);
    }

    private static Stream<String> objections(Fields fields) {
        return Stream.of(
                        Optional.ofNullable(fields.resources()).stream().flatMap(ProfileDefaultsParser::ofResources),
                        storageClass(fields)
                                .filter(name -> !SettingParsers.isObjectName(name))
                                .map(name -> "persistence.storageClassName " + Quote.of(name)
                                        + " is not the name of a storage class")
                                .stream(),
                        Optional.ofNullable(fields.networkPolicy()).map(NetworkAccess::from).stream()
                                .flatMap(List::stream)
                                .flatMap(ProfileDefaultsParser::ofPeer))
                .flatMap(each -> each);
    }

    private static Stream<String> ofResources(Resources resources) {
        Map<String, Quantity> requests =
                Optional.ofNullable(resources.requests()).orElse(Map.of());
        Map<String, Quantity> limits = Optional.ofNullable(resources.limits()).orElse(Map.of());
        List<String> wrong = Stream.concat(wrong("requests", requests), wrong("limits", limits))
                .toList();
        if (!wrong.isEmpty()) {
            return wrong.stream();
        }
        Stream<String> above = requests.entrySet().stream()
                .filter(request -> limits.containsKey(request.getKey()))
                .filter(request -> bytes(request.getValue()).compareTo(bytes(limits.get(request.getKey()))) > 0)
                .map(request -> "resources.requests." + request.getKey() + " "
                        + Quote.of(request.getValue().toString()) + " is above the limit of the same name");
        return limits.containsKey(MEMORY)
                ? above
                : Stream.of("resources.limits.memory is missing, of which maxMemory (default 75%) is a share");
    }

    private static Stream<String> wrong(String part, Map<String, Quantity> quantities) {
        return quantities.entrySet().stream()
                .filter(entry -> !isPositive(entry.getValue()))
                .map(entry ->
                        "resources." + part + "." + entry.getKey() + " " + Quote.of(String.valueOf(entry.getValue()))
                                + " is no quantity above 0, such as 100m or 256Mi");
    }

    /** A misspelt selector would be none, and let everybody in. */
    private static Stream<String> ofPeer(NetworkPolicyPeer peer) {
        boolean known = peer.getAdditionalProperties().isEmpty()
                && Stream.of(
                                Optional.ofNullable(peer.getPodSelector()),
                                Optional.ofNullable(peer.getNamespaceSelector()))
                        .flatMap(Optional::stream)
                        .map(LabelSelector::getAdditionalProperties)
                        .allMatch(Map::isEmpty);
        boolean names =
                peer.getPodSelector() != null || peer.getNamespaceSelector() != null || peer.getIpBlock() != null;
        return known && names
                ? Optional.ofNullable(peer.getIpBlock()).stream().flatMap(ProfileDefaultsParser::ofBlock)
                : Stream.of(
                        "a peer of networkPolicy.from has none of podSelector, namespaceSelector and ipBlock, or a field that"
                                + " no NetworkPolicy has");
    }

    private static Stream<String> ofBlock(IPBlock block) {
        return Stream.concat(Stream.of(String.valueOf(block.getCidr())), block.getExcept().stream())
                .filter(text ->
                        AddressBlock.parse(text).filter(AddressBlock::isExact).isEmpty())
                .map(text -> "networkPolicy.from.ipBlock " + Quote.of(text)
                        + " is not a block of addresses such as 192.168.0.0/24");
    }

    private static boolean isPositive(Quantity quantity) {
        try {
            return quantity != null && bytes(quantity).signum() > 0;
        } catch (IllegalArgumentException notAQuantity) {
            return false;
        }
    }

    private static BigDecimal bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }

    private static String path(DatabindException problem) {
        return problem.getPath().stream()
                .map(step -> Optional.ofNullable(step.getPropertyName()).orElse("[" + step.getIndex() + "]"))
                .collect(Collectors.joining("."));
    }

    private static Parsed<ProfileDefaults> invalid(String text, String why) {
        return new Parsed.Invalid<>(Quote.of(text) + ": " + why);
    }
}
