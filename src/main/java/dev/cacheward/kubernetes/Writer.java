package dev.cacheward.kubernetes;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.Telemetry;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;

/**
 * Writes the children; nothing else does. A new object is created by a server-side apply that cannot touch an existing one. An
 * existing object is written only if it is ours and has drifted. Such an apply carries the uid that was verified, so that the
 * API server refuses it if the object was recreated meanwhile.
 */
public final class Writer {
    /**
     * The field manager of all our own objects. It must never change, since fields that an earlier name owns would stay for
     * ever.
     */
    public static final String FIELD_MANAGER = "cacheward";

    /**
     * No object ever has this version (it is the store's before its first write). An apply that carries it creates a missing
     * object and conflicts with a present one. A plain POST would do so too, but its fields would belong to an "Update"
     * of ours beside every later "Apply", and a key that we apply no longer would stay.
     */
    private static final String CREATE_ONLY = "1";

    /**
     * Applies by force, so that a manual edit, which takes over the field, is reverted; the uid restricts this to our own
     * objects.
     */
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(FIELD_MANAGER)
            .withForce(true)
            .build();

    /** Patches what server-side apply cannot, for example lists with elements of other owners, or a counter. */
    public static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(FIELD_MANAGER)
            .build();

    private final KubernetesClient client;
    private final Children children;
    private final Telemetry telemetry;

    /** @param children the caches to read from; every write is put into them */
    public Writer(KubernetesClient client, Children children, Telemetry telemetry) {
        this.client = client;
        this.children = children;
        this.telemetry = telemetry;
    }

    /**
     * Makes the cluster hold one desired object.
     *
     * @param desired stamped by {@link Drift#stamp}
     * @param contested whether an object that is not owned by us had the name at the last reconciliation; then the live object
     *     is read first, since a refused write is a write too
     */
    public WriteResult apply(HasMetadata desired, Owner owner, boolean contested) {
        Optional<? extends HasMetadata> known = cached(desired);
        if (known.isEmpty() && contested) {
            known = live(desired);
        }
        try {
            return known.isPresent() ? update(desired, known.get(), owner) : create(desired, owner);
        } catch (KubernetesClientException refused) {
            return refused(desired, refused);
        }
    }

    /** Deletes an object of ours, unless it has changed since it was read. Returns why the API server refuses that. */
    public Optional<Cause> delete(HasMetadata seen) {
        telemetry.removed(seen);
        try {
            client.resource(seen)
                    .lockResourceVersion(seen.getMetadata().getResourceVersion())
                    .delete();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return refused.getCode() == StatusCode.CONFLICT
                    ? Optional.empty()
                    : Optional.of(refusedDelete(seen, refused));
        }
    }

    private static Cause refusedDelete(HasMetadata seen, KubernetesClientException exception) {
        String message = ApiRefusal.ofLasting(exception).message();
        String object = seen.getKind() + " " + Quote.whole(seen.getMetadata().getName());
        return new Cause(Reason.WRITE_REFUSED, "The API server refuses to delete " + object + ": " + message);
    }

    private WriteResult create(HasMetadata desired, Owner owner) {
        try {
            HasMetadata created = write(desired, "", CREATE_ONLY);
            children.wrote(created, Optional.empty());
            telemetry.applied(desired, true);
            return new WriteResult.Holds(created);
        } catch (KubernetesClientException exists) {
            Optional<HasMetadata> live = exists.getCode() == StatusCode.CONFLICT ? live(desired) : Optional.empty();
            if (live.isEmpty()) {
                throw exists;
            }
            return update(desired, live.get(), owner);
        }
    }

    private WriteResult update(HasMetadata desired, HasMetadata live, Owner owner) {
        String kind = desired.getKind();
        String name = desired.getMetadata().getName();
        Ownership ownership = Ownership.of(live, owner);
        if (ownership == Ownership.FOREIGN) {
            return new WriteResult.Taken(kind, name, owner.name());
        }
        if (ownership == Ownership.GOING) {
            return new WriteResult.Going(kind, name);
        }
        if (!Drift.exists(desired, live)) {
            telemetry.applied(desired, false);
            return new WriteResult.Holds(live);
        }
        HasMetadata written = rewrite(desired, live.getMetadata().getUid());
        children.wrote(written, Optional.of(live));
        telemetry.applied(desired, true);
        return new WriteResult.Holds(written);
    }

    /**
     * Applies the object, and writes its lists as a whole if that was not enough. Server-side apply keeps a foreign element of
     * a list beside ours, or refuses the object if that is invalid, as with a second port of the same name. Lists of pods are
     * never replaced, since Kubernetes itself adds elements to them.
     */
    private HasMetadata rewrite(HasMetadata desired, String uid) {
        try {
            HasMetadata written = write(desired, uid, "");
            boolean cured = desired instanceof Pod || !Drift.exists(desired, written);
            return cured ? written : writeLists(desired, uid);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != StatusCode.INVALID) {
                throw refused;
            }
            return writeLists(desired, uid);
        }
    }

    private HasMetadata writeLists(HasMetadata desired, String uid) {
        HasMetadata body = client.getKubernetesSerialization().clone(desired);
        body.getMetadata().setUid(uid);
        return client.resource(body)
                .patch(MERGE, client.getKubernetesSerialization().asJson(body));
    }

    private HasMetadata write(HasMetadata desired, String uid, String resourceVersion) {
        HasMetadata body = client.getKubernetesSerialization().clone(desired);
        body.getMetadata().setUid(uid.isEmpty() ? null : uid);
        body.getMetadata().setResourceVersion(resourceVersion.isEmpty() ? null : resourceVersion);
        return client.resource(body).patch(APPLY, body);
    }

    private Optional<? extends HasMetadata> cached(HasMetadata desired) {
        return children.find(
                desired.getClass(),
                desired.getMetadata().getNamespace(),
                desired.getMetadata().getName());
    }

    private Optional<HasMetadata> live(HasMetadata desired) {
        return Optional.ofNullable(client.resource(desired).get());
    }

    /** Returns a value if only a person can remove the cause, and throws otherwise, so that the write is retried. */
    private static WriteResult refused(HasMetadata desired, KubernetesClientException exception) {
        String message = ApiRefusal.ofLasting(exception).message();
        return new WriteResult.Refused(desired.getKind(), desired.getMetadata().getName(), message);
    }
}
