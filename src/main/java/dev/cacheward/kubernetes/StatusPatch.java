package dev.cacheward.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The write of a status. It is a fresh object with identity and status only, as server-side apply wants it, and it carries the
 * uid, so that a resource which was deleted and made again meanwhile does not get its predecessor's status.
 */
public final class StatusPatch {
    private StatusPatch() {}

    /** What is to be sent; empty when the resource says all that already. */
    public static <S, R extends CustomResource<?, S>> Optional<R> of(R resource, S status, Supplier<R> fresh) {
        if (Objects.equals(resource.getStatus(), status)) {
            return Optional.empty();
        }
        R patch = fresh.get();
        patch.setMetadata(new ObjectMetaBuilder()
                .withName(resource.getMetadata().getName())
                .withNamespace(resource.getMetadata().getNamespace())
                .withUid(resource.getMetadata().getUid())
                .build());
        patch.setStatus(status);
        return Optional.of(patch);
    }
}
