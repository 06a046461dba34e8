package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataVolume;
import dev.cacheward.cacheprofile.render.ClaimRenderer;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks what a spec may ask of the data volume, and decides what its claim requests. An existing volume stays as long as the
 * profile, also while it is unused.
 */
final class VolumeRules {
    private static final String FIELD = ServerValidator.FIELD + ".persistence";
    private static final Quantity DEFAULT_SIZE = new Quantity("1Gi");

    private VolumeRules() {}

    static List<Problem> check(Persistence spec, PersistenceMode mode, Optional<PersistentVolumeClaim> claim) {
        List<Problem> problems = new ArrayList<>();
        if (mode == PersistenceMode.NONE || claim.isEmpty()) {
            return problems;
        }
        shrunk(spec, claim.get()).ifPresent(problems::add);
        String liveClass = claim.get().getSpec().getStorageClassName();
        if (spec.storageClassName() != null
                && liveClass != null
                && !spec.storageClassName().equals(liveClass)) {
            problems.add(new Problem(
                    FIELD + ".storageClassName",
                    Quote.of(spec.storageClassName()) + " cannot replace the class of the existing volume: allowed is "
                            + Quote.of(liveClass)));
        }
        return problems;
    }

    /**
     * Refuses a size below what the volume has, if it is the author who lowered it. A volume that others made larger than the
     * spec is none of the author's mistakes.
     */
    private static Optional<Problem> shrunk(Persistence spec, PersistentVolumeClaim claim) {
        return Optional.ofNullable(spec.size())
                .filter(size -> ClaimState.asked(claim)
                        .filter(before -> ClaimState.bytes(size).compareTo(ClaimState.bytes(before)) < 0)
                        .isPresent())
                .flatMap(size -> ClaimState.capacity(claim)
                        .filter(has -> ClaimState.bytes(size).compareTo(ClaimState.bytes(has)) < 0)
                        .map(has -> new Problem(
                                FIELD + ".size",
                                Quote.of(size.toString())
                                        + " is less than the volume has: a volume cannot shrink; allowed is " + has
                                        + " or more")));
    }

    /**
     * Returns the volume. What others did to the request of the claim stays until the spec asks for another size.
     *
     * @param defaultClass of a volume that is not there yet, and of which the spec says none
     */
    static DataVolume volume(Persistence spec, Optional<PersistentVolumeClaim> claim, Optional<String> defaultClass) {
        Quantity asked = Optional.ofNullable(spec.size()).orElse(DEFAULT_SIZE);
        return new DataVolume(
                asked,
                claim.map(live -> request(asked, live)).orElse(asked),
                Optional.ofNullable(spec.storageClassName())
                        .or(() -> claim.map(live -> ClaimRenderer.annotation(live, ClaimRenderer.STORAGE_CLASS))
                                .orElse(defaultClass)));
    }

    /**
     * Returns what a live claim requests. A size that the spec did not ask for before is requested, down to what the volume
     * has: so a growth that failed can be taken back.
     */
    private static Quantity request(Quantity asked, PersistentVolumeClaim live) {
        Quantity requested = ClaimState.requested(live);
        return ClaimState.asked(live)
                .map(before -> ClaimState.same(before, asked)
                        ? requested
                        : ClaimState.larger(asked, ClaimState.capacity(live).orElse(asked)))
                .orElseGet(() -> ClaimState.larger(asked, requested));
    }
}
