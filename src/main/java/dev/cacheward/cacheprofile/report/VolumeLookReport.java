package dev.cacheward.cacheprofile.report;

import dev.cacheward.cacheprofile.model.PodState;
import dev.cacheward.cacheprofile.model.volume.ClaimState;
import dev.cacheward.cacheprofile.model.volume.DataFormat;
import dev.cacheward.cacheprofile.model.volume.VolumeLook;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words why a server was not started on its volume. */
final class VolumeLookReport {
    private static final String NOT_STARTED = " No server was started on it, and nothing was changed.";

    private VolumeLookReport() {}

    /** Returns why not; empty if it was started, or if nothing has been found out yet. */
    static Optional<Cause> of(Pod pod) {
        return VolumeLook.end(pod)
                .filter(end -> !Integer.valueOf(0).equals(end.getExitCode()))
                .map(end -> VolumeLook.of(pod).map(look -> refusal(pod, look)).orElseGet(() -> blind(end)));
    }

    private static Cause refusal(Pod pod, VolumeLook look) {
        return switch (look.found()) {
            case VolumeLook.BOTH -> both(pod);
            case VolumeLook.FOREIGN -> foreign(pod, look);
            default ->
                look.otherForm()
                        .filter(found -> look.writable())
                        .map(VolumeLookReport::other)
                        .orElseGet(() -> notWritable(pod, look));
        };
    }

    private static Cause both(Pod pod) {
        return new Cause(
                Reason.DATA_FORM_UNKNOWN,
                "The volume of " + claim(pod) + " has both a snapshot (dump.rdb) and an append-only file"
                        + " (appendonlydir), and nothing says which of them is the data." + NOT_STARTED
                        + " Set annotation " + ClaimState.DATA_FORM + " of the claim to \"Snapshot\" or"
                        + " \"AppendOnly\", whichever is the data, and delete pod " + name(pod)
                        + ", which holds nothing. The other one is overwritten in time.");
    }

    private static Cause foreign(Pod pod, VolumeLook look) {
        return new Cause(
                Reason.DATA_FORM_UNKNOWN,
                "The volume of " + claim(pod) + " holds files that are not of Redis (" + names(look)
                        + "), and neither dump.rdb nor appendonlydir." + NOT_STARTED
                        + " Put the data of a Redis into its top folder. Or, to start an empty Redis beside these"
                        + " files, set annotation " + ClaimState.DATA_FORM + " of the claim to the persistence mode,"
                        + " and delete pod " + name(pod) + ", which holds nothing.");
    }

    private static Cause other(DataFormat found) {
        return new Cause(
                Reason.PROVISIONING,
                "The data on the volume is in the form " + found.word() + ": a server that reads it is started first.");
    }

    private static Cause notWritable(Pod pod, VolumeLook look) {
        return new Cause(
                Reason.VOLUME_NOT_WRITABLE,
                "The server cannot write to the volume of " + claim(pod)
                        + ", so it would keep nothing. Its top folder has "
                        + Quote.printable(look.owner()) + "." + NOT_STARTED
                        + " Give that user the right to write there, use a storage class whose driver follows fsGroup,"
                        + " or bind a volume that is not read-only.");
    }

    private static Cause blind(ContainerStateTerminated end) {
        String log = Optional.ofNullable(end.getMessage()).orElse("");
        return new Cause(
                Reason.CRASH_LOOPING,
                "The container that looks at the volume before the server starts ended with exit code "
                        + end.getExitCode() + (log.isBlank() ? "" : "; its last words: " + ServerLog.complaint(log))
                        + ".");
    }

    private static String names(VolumeLook look) {
        return look.foreign().stream().map(Quote::of).collect(Collectors.joining(", "));
    }

    private static String name(Pod pod) {
        return pod.getMetadata().getName();
    }

    private static String claim(Pod pod) {
        return PodState.claimName(pod)
                .map(name -> "PersistentVolumeClaim " + Quote.whole(name))
                .orElse("the pod");
    }
}
