package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.DataVolume;
import dev.cacheward.cacheprofile.render.ClaimRenderer;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks what a spec may ask of the data volume. An existing volume stays as long as the profile, also while it is unused. */
final class VolumeRules {
    private static final String FIELD = ServerValidator.FIELD + ".persistence";
    private static final Quantity DEFAULT_SIZE = new Quantity("1Gi");

    private VolumeRules() {}

    static List<Problem> check(Persistence spec, PersistenceMode mode, Optional<PersistentVolumeClaim> claim) {
        List<Problem> problems = new ArrayList<>();
        if (mode == PersistenceMode.NONE || claim.isEmpty()) {
            return problems;
        }
        Quantity live = ClaimRenderer.size(claim.get());
        if (spec.size() != null && bytes(spec.size()) < bytes(live)) {
            problems.add(new Problem(
                    FIELD + ".size",
                    Quote.of(spec.size().toString())
                            + " is less than the volume has: a volume cannot shrink; allowed is " + live + " or more"));
        }
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

    /** Returns the volume. Without a size in the spec, an existing volume that is larger than the default keeps its size. */
    static DataVolume volume(Persistence spec, Optional<PersistentVolumeClaim> claim) {
        Quantity least = claim.map(ClaimRenderer::size)
                .filter(live -> bytes(live) > bytes(DEFAULT_SIZE))
                .orElse(DEFAULT_SIZE);
        return new DataVolume(
                Optional.ofNullable(spec.size()).orElse(least),
                Optional.ofNullable(spec.storageClassName())
                        .or(() -> claim.flatMap(live -> ClaimRenderer.annotation(live, ClaimRenderer.STORAGE_CLASS))));
    }

    private static long bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).longValue();
    }
}
