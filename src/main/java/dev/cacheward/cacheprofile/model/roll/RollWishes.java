package dev.cacheward.cacheprofile.model.roll;

import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.validation.Fingerprint;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/**
 * What a person asks of a roll, by annotations of the profile.
 *
 * @param cold whether the server may be replaced without its data
 * @param move a text whose change asks for a roll
 * @param again a text whose change asks for another attempt
 */
public record RollWishes(boolean cold, Optional<String> move, String again) {
    /** Reads the annotations of a profile. */
    public static RollWishes of(HasMetadata profile) {
        return new RollWishes(
                ResourceAnnotations.value(profile, ResourceAnnotations.ALLOW_COLD_ROLL)
                        .filter(String.valueOf(profile.getMetadata().getGeneration())::equals)
                        .isPresent(),
                ResourceAnnotations.value(profile, ResourceAnnotations.MOVE).filter(text -> !text.isBlank()),
                ResourceAnnotations.token(profile));
    }

    /** Returns those of somebody who asks for nothing. */
    public static RollWishes none() {
        return new RollWishes(false, Optional.empty(), "");
    }

    /** Names what a roll to this revision leads to. Another attempt has another goal. */
    public String goal(String revision) {
        return again.isEmpty() ? revision : revision + "." + Fingerprint.of(again);
    }
}
