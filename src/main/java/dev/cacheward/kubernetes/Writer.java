package dev.cacheward.kubernetes;

import dev.cacheward.drift.Contention;
import dev.cacheward.drift.Difference;
import dev.cacheward.drift.Drift;
import dev.cacheward.drift.Subject;
import dev.cacheward.drift.Tries;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the children; nothing else does. A new object is created by a server-side apply that cannot touch an existing one. An
 * existing object is written only if it is ours and has drifted, and as often as {@link Tries} allows. Such an apply carries the
 * uid that was verified, so that the API server refuses it if the object was recreated meanwhile.
 */
public final class Writer {
    /** The field manager of all our own objects. It must never change: fields that an earlier name owns would stay for ever. */
    public static final String FIELD_MANAGER = "cacheward";

    /** Patches what server-side apply cannot, for example lists with elements of other owners, or a counter. */
    public static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(FIELD_MANAGER)
            .build();

    /** Begins the content of an object that is to be gone. */
    private static final String NOTHING = "without ";

    private final WriteRequests requests;
    private final ContestedWrites contested;
    private final Adoption adoption;
    private final Children children;
    private final Telemetry telemetry;
    private final Tries tries;

    /**
     * @param children the caches to read from; every write is put into them
     * @param tries the writes so far
     */
    public Writer(KubernetesClient client, Children children, Telemetry telemetry, Tries tries) {
        this.requests = new WriteRequests(client);
        this.contested = new ContestedWrites(requests, tries);
        this.children = children;
        this.telemetry = telemetry;
        this.adoption = new Adoption(requests);
        this.tries = tries;
    }

    /**
     * Makes the cluster hold one desired object. Returns why it does not; an object that others change is no such cause, as long
     * as it is there.
     *
     * @param desired stamped by {@link Drift#stamp}
     * @param contested whether an object that is not owned by us had the name at the last reconciliation; then the live object
     *     is read first, since a refused write is a write too. So is one that was written just now: it may have lost the label
     *     that the caches select
     */
    public Optional<Cause> apply(HasMetadata desired, Owner owner, boolean contested) {
        return apply(DesiredObject.of(desired, owner), owner, contested);
    }

    Optional<Cause> apply(DesiredObject wanted, Owner owner, boolean contested) {
        Optional<? extends HasMetadata> known = cached(wanted.object());
        if (known.isEmpty() && (contested || tries.knows(wanted.subject(), wanted.content()))) {
            known = requests.read(wanted.object());
        }
        try {
            return known.isPresent() ? update(wanted, known.get(), owner) : create(wanted, owner);
        } catch (KubernetesClientException refused) {
            return Optional.of(refused(wanted.subject(), "", refused));
        }
    }

    /**
     * Deletes an object of ours, unless it has changed since it was read. Returns why the API server refuses that.
     *
     * @param owner on whose behalf
     */
    public Optional<Cause> delete(HasMetadata seen, Owner owner) {
        // A pod comes again under its name, as another one.
        String content = NOTHING + (seen instanceof Pod ? seen.getMetadata().getUid() : "");
        return attempt(Subject.of(owner.uid(), seen), content, Difference.unwanted(), "to delete ", () -> {
            telemetry.removed(seen);
            requests.delete(seen);
        });
    }

    /** Annotates a pod of ours, on behalf of an owner, and nothing else of it. Returns why the API server refuses that. */
    public Optional<Cause> annotate(HasMetadata pod, Map<String, String> annotations, Owner owner) {
        Runnable write = () -> children.wrote(requests.annotate(pod, annotations), Optional.of(pod));
        return attempt(Subject.of(owner.uid(), pod), Drift.content(annotations), Difference.missing(), "", write);
    }

    private Optional<Cause> attempt(Subject subject, String content, Difference found, String what, Runnable write) {
        if (!tries.allows(subject, content)) {
            return tries.heldBack(subject, List.of(found));
        }
        tries.writing(subject, content);
        try {
            write.run();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return refused.getCode() == StatusCode.CONFLICT
                    ? Optional.empty()
                    : Optional.of(refused(subject, what, refused));
        }
    }

    private Optional<Cause> create(DesiredObject wanted, Owner owner) {
        List<Difference> missing = List.of(Difference.missing());
        if (!tries.allows(wanted.subject(), wanted.content())) {
            return tries.heldBack(wanted.subject(), missing)
                    .or(() -> tries.contention(wanted.subject()).map(Contention::cause));
        }
        tries.writing(wanted.subject(), wanted.content());
        try {
            HasMetadata created = requests.create(wanted.object());
            children.wrote(created, Optional.empty());
            return written(wanted, created);
        } catch (KubernetesClientException exists) {
            Optional<HasMetadata> live =
                    exists.getCode() == StatusCode.CONFLICT ? requests.read(wanted.object()) : Optional.empty();
            if (live.isEmpty()) {
                throw exists;
            }
            tries.failed(wanted.subject());
            return update(wanted, live.get(), owner);
        }
    }

    private Optional<Cause> update(DesiredObject wanted, HasMetadata live, Owner owner) {
        Ownership ownership = Ownership.of(live, owner);
        if (ownership == Ownership.FOREIGN) {
            return Optional.of(wanted.taken(live, owner));
        }
        if (ownership == Ownership.GOING) {
            return Optional.of(wanted.going());
        }
        List<Difference> drift = Drift.between(wanted.object(), live);
        if (drift.isEmpty()) {
            tries.holds(wanted.subject());
            telemetry.applied(wanted.object(), false);
            return Optional.empty();
        }
        boolean unowned = ownership == Ownership.UNOWNED;
        if (!unowned && contested.settled(wanted, drift) || !tries.allows(wanted.subject(), wanted.content(), drift)) {
            return tries.heldBack(wanted.subject(), drift);
        }
        HasMetadata base = requests.withoutRollingUpdates(live);
        HasMetadata now = unowned
                ? adopt(wanted, base)
                : contested.rewrite(wanted, base.getMetadata().getUid());
        children.wrote(now, Optional.of(live));
        return written(wanted, now);
    }

    private HasMetadata adopt(DesiredObject wanted, HasMetadata live) {
        tries.writing(wanted.subject(), wanted.content());
        return adoption.take(wanted.object(), live);
    }

    private Optional<Cause> written(DesiredObject wanted, HasMetadata live) {
        telemetry.applied(wanted.object(), contested.stays(wanted, live));
        return Optional.empty();
    }

    private Optional<? extends HasMetadata> cached(HasMetadata desired) {
        return children.find(
                desired.getClass(),
                desired.getMetadata().getNamespace(),
                desired.getMetadata().getName());
    }

    /**
     * Returns a value if only a person can remove the cause, and throws otherwise, so that the write is retried.
     *
     * @param what is refused, as a part of a sentence
     */
    private Cause refused(Subject subject, String what, KubernetesClientException exception) {
        ApiRefusal refusal = ApiRefusal.of(exception);
        if (!refusal.lasting()) {
            tries.failed(subject);
            throw exception;
        }
        Cause cause = new Cause(
                Reason.WRITE_REFUSED, "The API server refuses " + what + subject.words() + ": " + refusal.message());
        tries.refused(subject, cause);
        return cause;
    }
}
