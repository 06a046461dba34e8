package dev.cacheward.cli.render;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.ExternalTls;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.external.ExternalDecision;
import dev.cacheward.cacheprofile.plan.external.ExternalLook;
import dev.cacheward.cacheprofile.plan.external.ExternalPlan;
import dev.cacheward.cacheprofile.plan.external.ValidatedExternal;
import dev.cacheward.cli.offline.OfflineOperator;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a profile whose Redis somebody else runs. */
record ExternalObjects(OfflineOperator operator) {
    private static final String PASSWORD = "passwordFrom";

    Rendered of(CacheProfile profile) {
        Observed observed = OfflineOperator.nothing(profile);
        ValidatedExternal validated = operator.external(profile, references(profile));
        ExternalPlan plan = ExternalDecision.of(validated, ExternalLook.none(), observed, List.of())
                .plan()
                .orElseThrow();
        List<Rendered.Item> objects = new ArrayList<>(
                DeliveredMaps.of(plan.profile().owner(), plan.profile().deliveries()));
        plan.connection()
                .ifPresent(connection -> Stream.of(connection.binding(), connection.environment())
                        .map(Rendered.Item::of)
                        .forEach(objects::add));
        List<String> notes = plan.connection().isPresent()
                ? List.of()
                : List.of("CacheProfile " + Quote.whole(profile.getMetadata().getName())
                        + ": where its Redis is stands in objects of the cluster, so the two Secrets with the connection are left"
                        + " out.");
        return new Rendered(objects, notes);
    }

    /** A password may be any text; what else stands in Secrets cannot be made up. */
    private static References references(CacheProfile profile) {
        ExternalRedis spec = profile.getSpec().redis().external();
        Optional<ExternalTls> tls = Optional.ofNullable(spec.tls());
        boolean unknown = Stream.of(
                        spec.urlFrom(),
                        spec.hostFrom(),
                        spec.portFrom(),
                        spec.usernameFrom(),
                        tls.map(ExternalTls::caFrom).orElse(null),
                        tls.map(ExternalTls::clientCertificateFrom).orElse(null))
                .anyMatch(Objects::nonNull);
        return new References(
                spec.passwordFrom() == null ? Map.of() : Map.of(PASSWORD, "placeholder"),
                unknown
                        ? Optional.of(new Cause(Reason.INVALID_REFERENCE, "not read without a cluster"))
                        : Optional.empty());
    }
}
