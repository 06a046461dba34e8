package dev.cacheward.restart;

import dev.cacheward.api.v1alpha1.RestartTarget;
import dev.cacheward.delivery.RestartPlan;
import dev.cacheward.drift.Tries;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.status.Warnings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the pods of the workloads that a resource names when its delivered keys have changed. Its memory may be lost, since
 * the workloads themselves show what is due.
 */
public final class Restarts {
    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);

    /** Changes that come within this time of the first one become one restart. */
    private static final Duration GATHERING = Duration.ofSeconds(5);

    /**
     * A write without an answer takes long, and a reconciliation must not last for minutes: the next one writes what is left.
     */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** This removes changes whose resource was deleted, paused or became invalid. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Map<String, Instant> dueSince = new ConcurrentHashMap<>();
    private final Workloads workloads;
    private final Refusals refusals;
    private final Absences absences;
    private final ContestedMarks contested;
    private final Clock clock;

    /**
     * @param clock for the times at which something became due, or was refused
     * @param tries the writes so far
     */
    public Restarts(KubernetesClient client, Clock clock, Tries tries) {
        this.workloads = new Workloads(client);
        this.refusals = new Refusals(clock);
        this.absences = new Absences(clock);
        this.contested = new ContestedMarks(tries);
        this.clock = clock;
    }

    /**
     * Checks each workload, also when another one fails, and marks those that are due once no more changes are waited for.
     *
     * @param looked when the reconciliation began
     */
    public RestartResult apply(HasMetadata resource, RestartPlan plan, Instant looked) {
        Owner owner = Owner.of(resource);
        Refusals.Asker asker = Refusals.Asker.of(resource);
        Mark mark = Mark.of(owner, plan);
        absences.note(owner.uid(), plan, looked);
        Optional<Absence> absence = absences.toJudge(owner.uid()).filter(away -> plan.complete());
        Map<RestartTarget, Marking> found = new LinkedHashMap<>();
        plan.workloads().forEach(target -> found.put(target, inspect(asker, target, mark, absence)));
        Optional<Duration> gathering = gathering(owner, found);
        if (gathering.isEmpty()) {
            write(owner, asker, mark, found);
        }
        absence.filter(away -> isJudged(found)).ifPresent(away -> absences.judged(owner.uid(), away));
        Warnings warnings = new Warnings(found.entrySet().stream()
                .flatMap(entry -> warning(asker, entry.getKey(), entry.getValue()))
                .toList());
        return new RestartResult(warnings, again(gathering.or(() -> absences.waiting(owner.uid())), found));
    }

    /** Drops what is remembered of a resource that is deleted or paused. */
    public void forget(HasMetadata resource) {
        absences.forget(resource.getMetadata().getUid());
    }

    /** While the delivery is not complete there is no workload in the plan, and nothing can be judged. */
    private static boolean isJudged(Map<RestartTarget, Marking> found) {
        return !found.isEmpty() && found.values().stream().allMatch(Marking::liftsRefusal);
    }

    private Marking inspect(Refusals.Asker asker, RestartTarget target, Mark mark, Optional<Absence> absence) {
        return refusals.fresh(asker, target)
                .orElseGet(() -> noted(
                        asker,
                        target,
                        contested.inspected(asker.ownerUid(), target, mark, workloads.inspect(target, mark, absence))));
    }

    /** A mark that could not be written stays due: the next reconciliation does not wait for more changes again. */
    private void write(Owner owner, Refusals.Asker asker, Mark mark, Map<RestartTarget, Marking> found) {
        Instant last = clock.instant().plus(LONGEST);
        found.replaceAll((target, marking) -> marking instanceof Marking.Due due
                ? noted(asker, target, write(owner, target, mark, due, last))
                : marking);
        if (found.values().stream().noneMatch(Marking.Missed.class::isInstance)) {
            dueSince.remove(owner.uid());
        }
    }

    private Marking write(Owner owner, RestartTarget target, Mark mark, Marking.Due due, Instant last) {
        if (clock.instant().isAfter(last)) {
            return new Marking.Missed();
        }
        Marking written = contested.written(owner.uid(), target, mark, due, () -> workloads.write(target, mark, due));
        if (written instanceof Marking.Done) {
            LOG.info(
                    "{} {}/{} restarts {} {}",
                    owner.kind().wire(),
                    owner.namespace(),
                    owner.name(),
                    target.kind().wire(),
                    target.name());
        }
        return written;
    }

    private Marking noted(Refusals.Asker asker, RestartTarget target, Marking marking) {
        if (marking instanceof Marking.Refused refused) {
            refusals.add(asker, target, refused);
        } else if (marking.liftsRefusal()) {
            refusals.lift(asker, target);
        }
        return marking;
    }

    /** Returns how long due marks still wait for more changes; empty if they wait no longer or none is due. */
    private Optional<Duration> gathering(Owner owner, Map<RestartTarget, Marking> found) {
        Instant now = clock.instant();
        dueSince.values().removeIf(since -> since.isBefore(now.minus(FORGOTTEN)));
        if (found.values().stream().noneMatch(Marking.Due.class::isInstance)) {
            return Optional.empty();
        }
        Instant until = dueSince.computeIfAbsent(owner.uid(), uid -> now).plus(GATHERING);
        return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    private static Optional<Duration> again(Optional<Duration> gathering, Map<RestartTarget, Marking> found) {
        return gathering.or(() -> found.values().stream()
                .flatMap(marking -> marking.again().stream())
                .min(Comparator.naturalOrder()));
    }

    private Stream<String> warning(Refusals.Asker asker, RestartTarget target, Marking marking) {
        return marking.warning().or(() -> refusals.warning(asker, target)).stream();
    }
}
