package dev.cacheward.delivery.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.delivery.value.RateLimit.Rate;
import dev.cacheward.delivery.value.RateLimit.Unit;
import dev.cacheward.validation.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is delivered is read by the Python library {@code limits}, on which slowapi and flask-limiter stand. */
class LimitsLibraryTest {
    private static final String WS = "[ \\t\\n\\r\\f\\x0B]*";
    private static final String UNIT = "(?:second|minute|hour|day|month|year)s?";
    private static final String ONE = WS + "[0-9]+" + WS + "(?:/|per)" + WS + "(?:[0-9]+)?" + WS + UNIT + WS;

    /** The language of its {@code parse_many}, without the colon that it allows before a separator. */
    private static final Pattern ACCEPTED = Pattern.compile(ONE + "(?:[,;|]" + ONE + ")*", Pattern.CASE_INSENSITIVE);

    private static final int TRIALS = 2_000;

    @ParameterizedTest
    @ValueSource(strings = {"20/min", "10/week", "1.5/minute", "100", "10/hour;", "", "unlimited"})
    void thePatternRefusesWhatTheLibraryRefuses(String text) {
        assertThat(text).doesNotMatch(ACCEPTED);
    }

    @Test
    void everyNormalisedLimitIsRead() {
        assertThat(limits()).extracting(RateLimit::normalised).allMatch(ACCEPTED.asMatchPredicate());
    }

    @Test
    void aNormalisedLimitIsReadBackAsTheSameLimit() {
        assertThat(limits())
                .allSatisfy(
                        limit -> assertThat(RateLimit.parse(limit.normalised())).isEqualTo(new Parsed.Valid<>(limit)));
    }

    /** Limits of every shape, the same in each run. */
    private static List<RateLimit> limits() {
        Random random = new Random(20);
        return Stream.generate(() -> limit(random)).limit(TRIALS).toList();
    }

    private static RateLimit limit(Random random) {
        Map<Long, Rate> byWindow = IntStream.range(0, 1 + random.nextInt(RateLimit.MOST_RATES))
                .mapToObj(at -> rate(random))
                .collect(Collectors.toMap(Rate::seconds, Function.identity(), (one, other) -> one, TreeMap::new));
        return new RateLimit(List.copyOf(byWindow.values()));
    }

    private static Rate rate(Random random) {
        Unit[] units = Unit.values();
        return new Rate(number(random), number(random), units[random.nextInt(units.length)]);
    }

    /** One to nine digits, each length as often as the others. */
    private static long number(Random random) {
        long bound = (long) Math.pow(10, 1 + random.nextInt(9));
        return 1 + random.nextLong(bound - 1);
    }
}
