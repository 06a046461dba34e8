package dev.cacheward.cacheprofile.model.volume;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimCondition;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reads a claim: what it requests is a wish, and what its status says is a fact. */
public final class ClaimState {
    /** Holds the size that the spec asked for when the claim was last written for it. */
    public static final String ASKED_SIZE = "cacheward.dev/size";

    /** Holds the format of the data on the volume, since a server that reads the other format starts empty. */
    public static final String DATA_FORM = "cacheward.dev/persistence";

    private static final String STORAGE = "storage";

    private ClaimState() {}

    public static Quantity requested(PersistentVolumeClaim claim) {
        return claim.getSpec().getResources().getRequests().get(STORAGE);
    }

    /** Returns what the volume really has; empty as long as the claim has none. */
    public static Optional<Quantity> capacity(PersistentVolumeClaim claim) {
        return status(claim).map(PersistentVolumeClaimStatus::getCapacity).map(capacity -> capacity.get(STORAGE));
    }

    /** Returns the recorded format of the data; empty if there is no record. */
    public static Optional<DataFormat> form(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(DATA_FORM))
                .map(DataFormat::of);
    }

    /** Returns the size that the spec asked for last; empty if the claim does not say. */
    public static Optional<Quantity> asked(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(ASKED_SIZE))
                .flatMap(ClaimState::quantity);
    }

    /** Whether the volume has less than the claim requests. */
    public static boolean grows(PersistentVolumeClaim claim) {
        return capacity(claim)
                .filter(has -> bytes(has).compareTo(bytes(requested(claim))) < 0)
                .isPresent();
    }

    /** Returns a condition that holds. */
    public static Optional<PersistentVolumeClaimCondition> condition(PersistentVolumeClaim claim, String type) {
        return status(claim).map(PersistentVolumeClaimStatus::getConditions).stream()
                .flatMap(Collection::stream)
                .filter(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()))
                .findFirst();
    }

    /** Returns how far the storage driver has got with a growth, in Kubernetes' own word. */
    public static Optional<String> resizeStatus(PersistentVolumeClaim claim) {
        return status(claim).map(PersistentVolumeClaimStatus::getAllocatedResourceStatuses).map(Map::entrySet).stream()
                .flatMap(Collection::stream)
                .filter(entry -> entry.getKey().equals(STORAGE))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public static boolean same(Quantity one, Quantity other) {
        return bytes(one).compareTo(bytes(other)) == 0;
    }

    public static Quantity larger(Quantity one, Quantity other) {
        return bytes(one).compareTo(bytes(other)) >= 0 ? one : other;
    }

    public static BigDecimal bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }

    private static Optional<PersistentVolumeClaimStatus> status(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.getStatus());
    }

    private static Optional<Quantity> quantity(String text) {
        try {
            Quantity quantity = new Quantity(text);
            bytes(quantity);
            return Optional.of(quantity);
        } catch (IllegalArgumentException notAQuantity) {
            return Optional.empty();
        }
    }
}
