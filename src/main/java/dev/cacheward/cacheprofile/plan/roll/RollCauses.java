package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.volume.DataSize;
import dev.cacheward.kubernetes.ResourceAnnotations;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;

/** The texts of conditions about a warm roll. */
final class RollCauses {
    static final Cause STARTING =
            progress("A second server is being started beside the running one, to take over its data.");
    static final Cause COPYING = progress("The second server is copying the data of the running one.");
    static final Cause CHANGING = progress("The second server takes over from the running one.");
    static final Cause UNREADY =
            progress("The server is to be replaced by one that takes over its data, as soon as it is ready again.");

    /** A sentence without its end. */
    static final String OTHER_DATA = "the volume has data from the time when persistence was on last, which would be"
            + " overwritten. To go on with the present data, delete the PersistentVolumeClaim; to go back to that of the"
            + " volume, replace the server without its data";

    private RollCauses() {}

    /** @param why a sentence without its end */
    static Cause refused(String why) {
        return new Cause(
                Reason.WARM_ROLL_REFUSED,
                "The server cannot be replaced by one that takes over its data: " + why
                        + ". It serves on as before. Annotation " + ResourceAnnotations.ALLOW_COLD_ROLL
                        + " with the generation of the profile as its value lets it be replaced without its data.");
    }

    /** @param persists whether the wanted server keeps its data on a volume, and the active one does not */
    static String tooLarge(long dataBytes, long maxMemory, boolean persists) {
        return "it holds " + DataSize.quantity(dataBytes) + ", and maxMemory is to be " + DataSize.quantity(maxMemory)
                + (persists ? MaxMemory.DEFAULTS : "");
    }

    private static Cause progress(String message) {
        return new Cause(Reason.ROLLING, message);
    }
}
