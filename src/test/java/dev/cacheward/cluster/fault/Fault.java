package dev.cacheward.cluster.fault;

import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Reason;
import java.util.List;

/**
 * One thing that goes wrong.
 *
 * @param name of the profile too
 * @param healthy {@code spec.redis} while nothing is wrong, in flow style; empty if the fault is there from the start
 * @param course what brings it about and ends it
 * @param told what must be told meanwhile
 * @param restarts whether the fault itself ends the server
 */
record Fault(String name, String healthy, Course course, Told told, boolean restarts) {
    /** What somebody, or something, does to a profile or its server. */
    @FunctionalInterface
    interface Step {
        Step NOTHING = scene -> {};

        void in(FaultScene scene) throws Exception;
    }

    /**
     * The steps of a fault.
     *
     * @param prepare makes the profile, and what it needs, while nothing is wrong
     * @param passes whether it passes without anybody's doing; on a busy machine the operator may then miss it
     */
    record Course(Step prepare, Step cause, Step end, boolean passes) {}

    /** A condition with words of its message: what is wrong, and what to do. */
    record Told(ConditionType type, String status, Reason reason, List<String> words) {}

    /** A fault of a server that the operator runs. */
    static Fault of(String name, String managed) {
        String redis = "managed: {" + managed + "}";
        return on(name, redis, scene -> scene.apply(redis));
    }

    /** A fault that is there from the start. */
    static Fault fromTheStart(String name) {
        return on(name, "", Step.NOTHING);
    }

    static Fault on(String name, String redis, Step prepare) {
        return new Fault(name, redis, new Course(prepare, Step.NOTHING, Step.NOTHING, false), null, false);
    }

    Fault causedBy(Step cause) {
        return with(new Course(course.prepare(), cause, course.end(), course.passes()));
    }

    Fault endedBy(Step end) {
        return with(new Course(course.prepare(), course.cause(), end, course.passes()));
    }

    /** Whoever reads the condition Ready learns it. */
    Fault told(Reason reason, String... words) {
        return new Fault(
                name,
                healthy,
                course,
                new Told(ConditionType.READY, reason == Reason.READY ? "True" : "False", reason, List.of(words)),
                restarts);
    }

    Fault passing() {
        return with(new Course(course.prepare(), course.cause(), course.end(), true));
    }

    Fault restarting() {
        return new Fault(name, healthy, course, told, true);
    }

    private Fault with(Course changed) {
        return new Fault(name, healthy, changed, told, restarts);
    }

    @Override
    public String toString() {
        return name;
    }
}
