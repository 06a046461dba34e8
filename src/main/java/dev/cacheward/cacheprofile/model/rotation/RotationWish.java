package dev.cacheward.cacheprofile.model.rotation;

import dev.cacheward.api.v1alpha1.Auth;
import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.kubernetes.ResourceAnnotations;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person asks of rotations.
 *
 * @param token a text whose change asks for a new generated password
 * @param grace how long a former password is taken after the new one is published
 */
public record RotationWish(Optional<String> token, Duration grace) {
    /** Reads the annotations and the spec of a profile. For a grace period that is not valid the default counts. */
    public static RotationWish of(CacheProfile profile, Optional<Auth> auth) {
        return new RotationWish(
                ResourceAnnotations.value(profile, ResourceAnnotations.ROTATE).filter(text -> !text.isBlank()),
                GracePeriod.parse(auth.flatMap(spec -> Optional.ofNullable(spec.rotationGracePeriod())))
                        .fold(valid -> valid, refused -> GracePeriod.DEFAULT));
    }

    /** Asks for nothing. */
    public static RotationWish none() {
        return new RotationWish(Optional.empty(), GracePeriod.DEFAULT);
    }
}
