package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The connection in the two Secrets that applications read.
 *
 * @param binding the Secret of a Provisioned Service
 * @param environment the Secret for {@code envFrom}
 * @param returned whether a Secret is missing or was edited, so that a pod that started meanwhile may have read something else
 * @param revision changes with the connection; empty as long as the connection is that of a release without revisions
 */
public record PublishedConnection(Secret binding, Secret environment, boolean returned, String revision) {
    /**
     * Compares the Secrets to publish with those that are published. The host is not compared: it follows from the names of the
     * profile, so only another release of the operator writes it in another way, and the old way still leads there.
     *
     * @param uid of the profile
     * @param rotating whether the server takes another password beside the published one
     */
    public static PublishedConnection of(
            Secret binding, Secret environment, Observed observed, String uid, boolean rotating) {
        List<Secret> same = same(binding, environment, observed);
        boolean renamed = observed.server()
                .environment()
                .filter(live -> PublishedSecret.isNamedOtherwise(live, environment))
                .isPresent();
        String revision = renamed || same.isEmpty()
                ? next(observed, uid)
                : annotation(same, Labels.CONNECTION).orElse("");
        Optional<String> since = annotation(same, Labels.PUBLISHED)
                .or(() -> Optional.of(observed.at().toString()).filter(now -> rotating));
        BindingRenderer.revised(binding, revision, since);
        BindingRenderer.revised(environment, revision, since);
        boolean returned = isAway(observed.server().binding(), binding)
                || isAway(observed.server().environment(), environment);
        return new PublishedConnection(binding, environment, returned, revision);
    }

    /** Returns the published Secrets that lead to the same server with the same login. */
    private static List<Secret> same(Secret binding, Secret environment, Observed observed) {
        return Stream.of(
                        observed.server().binding().filter(live -> PublishedSecret.isSameConnection(live, binding)),
                        observed.server()
                                .environment()
                                .filter(live -> PublishedSecret.isSameConnection(live, environment)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isAway(Optional<Secret> live, Secret desired) {
        return live.filter(found -> PublishedSecret.isUntouched(found, desired)).isEmpty();
    }

    /** Returns the revision; empty if pods cannot be told by it. */
    public Optional<String> known() {
        return Optional.of(revision).filter(text -> !text.isEmpty());
    }

    /**
     * Returns a revision that there never was. It is the same until the Secrets are written: a write that is refused again and
     * again is always the same write.
     */
    private static String next(Observed observed, String uid) {
        List<String> versions = Stream.of(
                        observed.server().binding(),
                        observed.server().environment(),
                        observed.server().secret())
                .flatMap(Optional::stream)
                .map(secret -> secret.getMetadata().getUid() + "@"
                        + secret.getMetadata().getResourceVersion())
                .toList();
        return Fingerprint.of(uid, versions.isEmpty() ? observed.at().toString() : versions.toString());
    }

    private static Optional<String> annotation(List<Secret> secrets, String name) {
        return secrets.stream()
                .map(live -> live.getMetadata().getAnnotations())
                .filter(Objects::nonNull)
                .map(annotations -> annotations.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
