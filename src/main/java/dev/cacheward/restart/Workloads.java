package dev.cacheward.restart;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.kubernetes.Labels;
import dev.cacheward.kubernetes.StatusCode;
import dev.cacheward.kubernetes.fields.ManagedFields;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads foreign workloads, and sets one annotation on their pod templates. Each is read by its own GET: a list or watch would
 * need the permission to see them all.
 */
final class Workloads {
    private final KubernetesClient client;
    private final StartedPods pods;

    Workloads(KubernetesClient client) {
        this.client = client;
        this.pods = new StartedPods(client);
    }

    /** Reads a workload by one request. */
    Marking inspect(RestartTarget target, Mark mark) {
        return inspect(target, mark, Optional.empty());
    }

    /**
     * Reads a workload, and its pods if values were away for a time.
     *
     * @param absence a pod that started in this time is due, whatever its mark says
     */
    Marking inspect(RestartTarget target, Mark mark, Optional<Absence> absence) {
        try {
            return Optional.ofNullable(resource(target, mark).get())
                    .map(live -> marking(live, target, mark, absence))
                    .orElseGet(() -> new Marking.Barred(
                            text(target) + " of spec.restart does not exist; it is looked for once a minute."));
        } catch (KubernetesClientException exception) {
            return refused(target, exception);
        }
    }

    /**
     * Writes the mark by one request. It cannot create a workload, nor mark one that was recreated since it was read. It forces
     * the write only if the template has no annotation, and then only onto the version that was read: many charts render {@code
     * annotations: {}}, which makes them the owner of the empty map, and an apply without force would conflict with that for
     * ever.
     *
     * @return due again if admission takes the mark away
     */
    Marking write(RestartTarget target, Mark mark, Marking.Due seen) {
        PatchContext apply = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(mark.manager())
                .withForce(seen.bareAt().isPresent())
                .build();
        try {
            return marking(
                    resource(target, mark).patch(apply, body(target, mark, seen)), target, mark, Optional.empty());
        } catch (KubernetesClientException exception) {
            return isUnanswered(exception)
                    ? refused(target, "fails at it", ApiRefusal.of(exception).message(), Refusals.SHORT_PATIENCE)
                    : refused(target, exception);
        }
    }

    private Marking marking(
            GenericKubernetesResource live, RestartTarget target, Mark mark, Optional<Absence> absence) {
        MarkValue found = MarkValue.parse(Objects.toString(live.get(mark.path().toArray()), ""));
        boolean covers = found.covers(mark.wanted());
        if (covers
                && absence.filter(away -> pods.anyStartedIn(live, mark, found, away))
                        .isEmpty()) {
            return new Marking.Done();
        }
        MarkValue next = covers ? found.restarted(mark.wanted()) : found.changed(mark.wanted());
        if (isRedis(live)) {
            return new Marking.Barred(
                    text(target)
                            + " of spec.restart is a Redis that this operator runs; it is not restarted, since that may empty it.");
        }
        return ManagedFields.of(live)
                .other(mark.manager(), mark.path())
                .<Marking>map(owner -> new Marking.Barred(
                        text(target) + " of spec.restart is not restarted: annotation " + Quote.whole(mark.annotation())
                                + " of its pod template is set by " + Quote.whole(owner) + "; remove it there."))
                .orElseGet(() -> new Marking.Due(live.getMetadata().getUid(), next, bareAt(live)));
    }

    private static Optional<String> bareAt(GenericKubernetesResource live) {
        Object annotations = live.get(Mark.ANNOTATIONS.toArray());
        boolean bare = annotations == null || Map.of().equals(annotations);
        return bare ? Optional.of(live.getMetadata().getResourceVersion()) : Optional.empty();
    }

    private static boolean isRedis(GenericKubernetesResource live) {
        return Optional.ofNullable(live.getMetadata().getLabels())
                .map(labels -> labels.get(Labels.MANAGED_BY))
                .filter(Labels.OPERATOR::equals)
                .isPresent();
    }

    /**
     * A read without an answer means that the API server is down: then the whole reconciliation is retried. A write without an
     * answer may only have waited for a webhook, and its caller handles that.
     */
    private static Marking refused(RestartTarget target, KubernetesClientException exception) {
        if (isUnanswered(exception)) {
            throw exception;
        }
        ApiRefusal refusal = ApiRefusal.of(exception);
        int code = refusal.code();
        if (code == StatusCode.TOO_MANY_REQUESTS
                || code == StatusCode.CONFLICT && refusal.owners().isEmpty()) {
            return new Marking.Missed();
        }
        return code >= StatusCode.INTERNAL_ERROR
                ? refused(target, "fails at it", refusal.message(), Refusals.SHORT_PATIENCE)
                : refused(target, "refuses it", refusal.message(), Refusals.PATIENCE);
    }

    private static Marking refused(RestartTarget target, String how, String message, Duration patience) {
        return new Marking.Refused(
                text(target) + " of spec.restart is not restarted: the API server " + how + ": " + message
                        + (message.endsWith(".") ? "" : "."),
                patience);
    }

    private static boolean isUnanswered(KubernetesClientException exception) {
        return exception.getCode() < StatusCode.BAD_REQUEST;
    }

    private static GenericKubernetesResource body(RestartTarget target, Mark mark, Marking.Due seen) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("apps/v1")
                .withKind(target.kind().wire())
                .withMetadata(new ObjectMetaBuilder()
                        .withName(target.name())
                        .withNamespace(mark.namespace())
                        .withUid(seen.uid())
                        .withResourceVersion(seen.bareAt().orElse(null))
                        .build())
                .addToAdditionalProperties(
                        "spec",
                        Map.of(
                                "template",
                                Map.of(
                                        "metadata",
                                        Map.of(
                                                "annotations",
                                                Map.of(
                                                        mark.annotation(),
                                                        seen.value().text())))))
                .build();
    }

    private Resource<GenericKubernetesResource> resource(RestartTarget target, Mark mark) {
        return client.genericKubernetesResources(type(target))
                .inNamespace(mark.namespace())
                .withName(target.name());
    }

    static ResourceDefinitionContext type(RestartTarget target) {
        return new ResourceDefinitionContext.Builder()
                .withGroup("apps")
                .withVersion("v1")
                .withKind(target.kind().wire())
                .withPlural(target.kind().wire().toLowerCase(Locale.ROOT) + "s")
                .withNamespaced(true)
                .build();
    }

    private static String text(RestartTarget target) {
        return target.kind().wire() + " " + Quote.whole(target.name());
    }
}
