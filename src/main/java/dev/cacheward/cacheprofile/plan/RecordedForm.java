package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataFormat;
import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is known of the format of the data on a volume. What a pod found there comes before what the claim records, and what
 * the spec asks for is no knowledge at all.
 */
final class RecordedForm {
    private RecordedForm() {}

    /** Returns the mode that reads the data; empty if that is unknown. */
    static Optional<PersistenceMode> readable(Observed observed) {
        return otherForm(observed)
                .or(() -> observed.server().claim().flatMap(ClaimState::form))
                .flatMap(DataFormat::readable);
    }

    /**
     * Returns what the claim is to record. For a server that persists this is its own format as soon as its pod has found
     * nothing else on the volume, or serves on it.
     */
    static Optional<DataFormat> of(Server server, Observed observed) {
        Optional<DataFormat> recorded = observed.server().claim().flatMap(ClaimState::form);
        boolean known = recorded.isPresent() || otherForm(observed).isPresent() || seen(observed);
        return server.persistent()
                ? Optional.<DataFormat>of(new DataFormat.Known(server.settings().persistence()))
                        .filter(own -> known)
                : recorded;
    }

    /** Returns the format that kept a server from being started. */
    private static Optional<DataFormat> otherForm(Observed observed) {
        return looks(observed).flatMap(look -> look.otherForm().stream()).findFirst();
    }

    private static boolean seen(Observed observed) {
        return observed.server().keepsData() || looks(observed).anyMatch(VolumeLook::accepted);
    }

    private static Stream<VolumeLook> looks(Observed observed) {
        return observed.server().pods().stream()
                .filter((Pod pod) -> !pod.isMarkedForDeletion())
                .flatMap(pod -> VolumeLook.of(pod).stream());
    }
}
