package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.ExternalCheck;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.Scripts;
import dev.cacheward.cacheprofile.model.external.CheckRule;
import dev.cacheward.validation.Durations;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often a spec lets a Redis be checked; a text that is no time within its bounds is left out. */
record CheckTimes(String keyPrefix, Optional<Duration> every, Optional<Duration> fullEvery, boolean scripts) {
    private static final String FIELD = ExternalValidator.FIELD + ".check.";
    private static final String PREFIX = "cacheward:check:";
    private static final String EVERY = "5m";
    private static final String FULL_EVERY = "1h";
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(1);
    private static final Duration MOST_FULL = Duration.ofHours(24);

    static CheckTimes of(ExternalRedis spec) {
        Optional<ExternalCheck> check = Optional.ofNullable(spec.check());
        return new CheckTimes(
                check.map(ExternalCheck::keyPrefix).orElse(PREFIX),
                within(check.map(ExternalCheck::every).orElse(EVERY), MOST),
                within(check.map(ExternalCheck::fullEvery).orElse(FULL_EVERY), MOST_FULL),
                check.map(ExternalCheck::scripts)
                        .filter(scripts -> scripts == Scripts.REQUIRED)
                        .isPresent());
    }

    private static Optional<Duration> within(String text, Duration most) {
        return Durations.parse(text).filter(time -> time.compareTo(LEAST) >= 0 && time.compareTo(most) <= 0);
    }

    /** Returns what is wrong with the times of a spec. */
    static List<Problem> check(ExternalRedis spec) {
        CheckTimes times = of(spec);
        List<Problem> problems = new ArrayList<>();
        Optional<ExternalCheck> check = Optional.ofNullable(spec.check());
        if (times.every().isEmpty()) {
            problems.add(problem("every", check.map(ExternalCheck::every).orElse(""), "1m to 1h (such as 5m)"));
        }
        if (times.fullEvery().isEmpty()) {
            problems.add(
                    problem("fullEvery", check.map(ExternalCheck::fullEvery).orElse(""), "1m to 24h (such as 1h)"));
        }
        if (problems.isEmpty()
                && times.every().get().compareTo(times.fullEvery().get()) > 0) {
            problems.add(
                    new Problem(FIELD + "every", "is longer than fullEvery (default 1h): make it equal or shorter"));
        }
        return problems;
    }

    private static Problem problem(String field, String text, String allowed) {
        return new Problem(FIELD + field, Quote.of(text) + " is not a time between two checks: allowed is " + allowed);
    }

    /** Returns the rule of a spec without problems. */
    CheckRule rule() {
        return new CheckRule(keyPrefix, every.orElseThrow(), fullEvery.orElseThrow(), scripts);
    }
}
