package dev.cacheward.cacheprofile.external;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.plan.external.ExternalLook;
import dev.cacheward.cacheprofile.plan.external.ExternalPlanner;
import dev.cacheward.cacheprofile.plan.external.HostFilter;
import dev.cacheward.cacheprofile.plan.external.HostTarget;
import dev.cacheward.cacheprofile.plan.external.Publication;
import dev.cacheward.cacheprofile.plan.external.ValidatedExternal;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.redis.client.external.AddressFilter;
import dev.cacheward.redis.client.external.ExternalEndpoint;
import dev.cacheward.validation.AddressBlock;
import dev.cacheward.validation.AllowedHosts;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.Set;

/** Looks at the Redis of somebody else: at the one that the spec names, and at the one that applications have, if it is another. */
final class ExternalObserver {
    private final OwnServices services;
    private final AllowedHosts allowed;
    private final ExternalChecks checks;

    ExternalObserver(KubernetesClient client, AllowedHosts allowed, ExternalChecks checks) {
        this.services = new OwnServices(client);
        this.allowed = allowed;
        this.checks = checks;
    }

    ExternalLook look(CacheProfile profile, ValidatedExternal validated, Observed observed) {
        if (!(validated instanceof ValidatedExternal.Valid valid)) {
            return ExternalLook.none();
        }
        if (allowed.off()) {
            return ExternalLook.refused(HostFilter.off());
        }
        Publication publication = ExternalPlanner.publication(valid, observed);
        String token = token(profile, publication, observed);
        Optional<ExternalState> wanted = state(valid.profile(), valid.server(), token);
        boolean other = publication == Publication.OTHER
                && wanted.filter(ExternalState::passed).isEmpty()
                && !valid.server().usesTokens();
        Optional<ExternalState> published = observed.server()
                .binding()
                .filter(live -> other)
                .flatMap(live -> PublishedSecret.connection(
                        live, valid.server().connection().tls()))
                .flatMap(connection -> state(valid.profile(), valid.server().with(connection), token));
        return new ExternalLook(wanted, published);
    }

    /** What applications have changes only to what was asked since: an older answer does not count for it. */
    private static String token(CacheProfile profile, Publication publication, Observed observed) {
        String edit = profile.getMetadata().getGeneration() + " " + ResourceAnnotations.token(profile);
        return publication == Publication.OTHER || publication == Publication.MANAGED
                ? edit + " "
                        + observed.server()
                                .binding()
                                .map(live -> live.getMetadata().getUid() + "@"
                                        + live.getMetadata().getResourceVersion())
                                .orElse("")
                : edit;
    }

    private Optional<ExternalState> state(ProfileBasics profile, ExternalServer server, String token) {
        HostTarget target = HostTarget.of(server.connection().host(), profile);
        Set<AddressBlock> own = target.service()
                .filter(name -> allowed.namespace())
                .map(name -> services.addresses(profile.owner().namespace(), name, server.cluster()))
                .orElse(Set.of());
        AddressFilter filter = new HostFilter(allowed, server.connection().host(), own);
        ExternalEndpoint endpoint = new ExternalEndpoint(
                target.reached(server.connection()),
                server.cluster(),
                server.check().keyPrefix());
        return checks.state(new ExternalChecks.Question(
                profile.owner(), token, server, target.service().isPresent(), endpoint, filter));
    }
}
