package dev.cacheward.cacheprofile.report;

import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.VolumeFacts;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimCondition;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words what is worth knowing about the size of a volume that works: that it is another one than the spec says, and that a
 * growth has not come to its end.
 */
public final class VolumeSizeReport {
    /** A growth that takes no longer is nothing to speak of. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int LONGEST = 300;

    /** What a storage driver writes anew at each attempt: identifiers, times and long numbers. */
    private static final String TICKING =
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-][\\d:]+)?|\\b[0-9a-f]{16,}\\b";

    private VolumeSizeReport() {}

    public static Warnings warnings(
            Persistence spec, PersistentVolumeClaim claim, String pod, VolumeFacts facts, Instant now) {
        return new Warnings(Stream.of(growth(claim, pod, facts, now), otherSize(spec, claim))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> otherSize(Persistence spec, PersistentVolumeClaim claim) {
        Quantity requested = ClaimState.requested(claim);
        return Optional.ofNullable(spec.size())
                .filter(size -> !ClaimState.same(size, requested))
                .map(size -> "persistence.size is " + size + ", but " + name(claim) + " was changed to request "
                        + requested + ", which stays. Set persistence.size to " + requested + " to say the same.");
    }

    private static Optional<String> growth(PersistentVolumeClaim claim, String pod, VolumeFacts facts, Instant now) {
        return ClaimState.capacity(claim)
                .filter(has -> ClaimState.grows(claim) && isLate(claim, facts, now))
                .map(has -> "The volume of " + name(claim) + " has " + has + " and not yet the "
                        + ClaimState.requested(claim) + " that are asked for: " + progress(claim, pod, has));
    }

    private static boolean isLate(PersistentVolumeClaim claim, VolumeFacts facts, Instant now) {
        return Stream.concat(
                        Stream.of("Resizing", "FileSystemResizePending", "ControllerResizeError", "NodeResizeError")
                                .flatMap(type -> ClaimState.condition(claim, type).stream())
                                .map(PersistentVolumeClaimCondition::getLastTransitionTime)
                                .filter(time -> time != null)
                                .map(Instant::parse),
                        facts.growingSince().stream())
                .anyMatch(since -> Duration.between(since, now).compareTo(PATIENCE) >= 0);
    }

    private static String progress(PersistentVolumeClaim claim, String pod, Quantity has) {
        Optional<PersistentVolumeClaimCondition> error = ClaimState.condition(claim, "ControllerResizeError")
                .or(() -> ClaimState.condition(claim, "NodeResizeError"));
        String resize = ClaimState.resizeStatus(claim).orElse("");
        if (error.isPresent() || resize.endsWith("Infeasible") || resize.endsWith("Failed")) {
            return "the storage driver could not grow it" + words(error)
                    + ". Ask for a size in persistence.size that it" + " can give, not below " + has
                    + ", or wait if the cause passes.";
        }
        if (ClaimState.condition(claim, "FileSystemResizePending").isPresent()) {
            return "its file system grows when it is mounted again. Delete pod " + pod + " for that: Redis is then away"
                    + " until the new pod has loaded the data.";
        }
        boolean begun = ClaimState.condition(claim, "Resizing").isPresent() || !resize.isEmpty();
        return begun
                ? "the storage driver is at it. kubectl describe pvc "
                        + claim.getMetadata().getName() + " says how far it is."
                : "nothing has begun to grow it. Check that the storage driver of its class runs, or take persistence.size"
                        + " back to " + has + ".";
    }

    private static String words(Optional<PersistentVolumeClaimCondition> error) {
        return error.map(PersistentVolumeClaimCondition::getMessage)
                .filter(message -> !message.isBlank())
                .map(message ->
                        " and says " + Quote.whole(Quote.shortened(message.replaceAll(TICKING, "..."), LONGEST)))
                .orElse("");
    }

    private static String name(PersistentVolumeClaim claim) {
        return "PersistentVolumeClaim " + Quote.whole(claim.getMetadata().getName());
    }
}
