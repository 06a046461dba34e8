package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.SourceKind;
import dev.cacheward.cacheprofile.model.ChildNames;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what the profile itself makes as the Redis of somebody else. A server that was adopted so would be deleted a while
 * later, and a connection that is read from where it is published could never change.
 */
final class OwnObjects {
    private OwnObjects() {}

    /** Returns a problem for each reference to a Secret that the profile publishes or keeps. */
    static List<Problem> named(ExternalRedis spec, ProfileBasics profile) {
        ChildNames names = profile.names();
        Set<String> own = Set.of(names.redis(), names.envSecret(), names.serverSecret(), names.certificate());
        return Reference.all(spec).stream()
                .filter(reference -> reference.kind() == SourceKind.SECRET && own.contains(reference.name()))
                .map(reference -> new Problem(
                        ExternalValidator.FIELD + "." + reference.field(),
                        reference.object() + " is made by this profile: name the one of the Redis's owner"))
                .toList();
    }

    /** Returns the problem with a host that is a Service of the profile's own server. */
    static Optional<Problem> problem(String host, ProfileBasics profile) {
        Set<String> own = Set.of(profile.names().redis(), profile.names().headlessService());
        return HostTarget.of(host, profile)
                .service()
                .filter(own::contains)
                .map(service -> new Problem(
                        ExternalValidator.FIELD,
                        "names the Service " + Quote.whole(service)
                                + " of the Redis that the operator runs for this profile: use spec.redis.managed"));
    }
}
