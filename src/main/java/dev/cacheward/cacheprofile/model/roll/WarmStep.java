package dev.cacheward.cacheprofile.model.roll;

import dev.cacheward.status.Cause;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** The next step by which a server gives way to another that has its data. Each may be taken twice. */
public sealed interface WarmStep {
    /** Returns what the status says meanwhile, or from now on; empty if the server is as it is wanted. */
    default Optional<Cause> cause() {
        return Optional.empty();
    }

    /** Whether another server serves once the step is taken. */
    default boolean changesPlaces() {
        return this instanceof HandOver || this instanceof Promote;
    }

    /** No pod has to give way. */
    record Keep() implements WarmStep {}

    /** The pod gives way without handing its data over: there is none, or it is on a volume, or it may go. */
    record Cold() implements WarmStep {}

    /**
     * Nothing is changed.
     *
     * @param why the server cannot give way to another
     */
    record Refuse(Cause why) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }

    /** The second pod is asked for. */
    record Surge(Cause progress) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(progress);
        }
    }

    /** The next step has to wait. */
    record Await(Cause progress) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(progress);
        }
    }

    /** The second pod is made again: it is of another template. */
    record Discard(Pod pod, Cause progress) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(progress);
        }
    }

    /** The second server is told to copy the data of the first, and to stay at it. */
    record Follow(Member replica, Member primary, Cause progress) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(progress);
        }
    }

    /**
     * The Service leads to the replica, and the servers change places.
     *
     * @param from the primary
     * @param to the replica
     */
    record HandOver(Member from, Member to, Cause progress) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(progress);
        }
    }

    /** A replica takes writes itself, since its primary is gone: it has all that is left. */
    record Promote(Member to, Cause progress) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(progress);
        }
    }

    /** The second pod is all that remains. */
    record Settle(Member to) implements WarmStep {}

    /**
     * The first pod remains, and the second goes.
     *
     * @param back the first
     * @param why a sentence without its end
     */
    record GiveUp(Member back, String why, Cause refusal) implements WarmStep {
        @Override
        public Optional<Cause> cause() {
            return Optional.of(refusal);
        }
    }
}
