package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.cacheprofile.model.ProfileBasics;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Warnings;
import dev.cacheward.validation.Problem;
import java.util.List;
import java.util.Optional;

/** The result of validation of a profile whose Redis somebody else runs. */
public sealed interface ValidatedExternal {
    /** Returns what is delivered; empty if the spec is invalid. */
    default Optional<ProfileBasics> basics() {
        return Optional.empty();
    }

    /**
     * The spec obeys every rule, and all that it refers to is there.
     *
     * @param deletionPolicy of the volume of a server that the operator ran
     * @param warnings messages about what works, but not as well as it should
     */
    record Valid(ProfileBasics profile, ExternalServer server, DeletionPolicy deletionPolicy, Warnings warnings)
            implements ValidatedExternal {
        @Override
        public Optional<ProfileBasics> basics() {
            return Optional.of(profile);
        }
    }

    /** The spec obeys every rule, but it is not known where the Redis is. What does not depend on that goes on. */
    record Unresolved(ProfileBasics profile, Cause cause) implements ValidatedExternal {
        @Override
        public Optional<ProfileBasics> basics() {
            return Optional.of(profile);
        }
    }

    /** @param problems at least one */
    record Invalid(List<Problem> problems) implements ValidatedExternal {}
}
