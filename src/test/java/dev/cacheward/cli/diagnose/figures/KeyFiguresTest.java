package dev.cacheward.cli.diagnose.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.diagnose.report.Keys;
import dev.cacheward.redis.client.inspect.KeySample;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyFiguresTest {
    @Test
    void keysAreGroupedByWhatStandsBeforeTheLastColon() {
        // Given
        KeySample sample = new KeySample(
                List.of(key("user:1:cart", 10, true), key("user:1:name", 20, false), key("plain", 5, false)), true, 0);

        // When
        Keys keys = KeyFigures.of(sample);

        // Then
        assertThat(keys.withoutTtl()).isEqualTo(2);
        assertThat(keys.prefixes())
                .containsExactly(new Keys.Prefix("user:1:*", 2, 1, 30), new Keys.Prefix("(no colon)", 1, 1, 5));
    }

    @Test
    void theTenBiggestComeFirstAndTheBiggestOfAllIsTheFirst() {
        // Given
        KeySample sample = new KeySample(
                IntStream.range(0, 30).mapToObj(i -> key("k" + i, i, false)).toList(), false, 0);

        // When
        Keys keys = KeyFigures.of(sample);

        // Then
        assertThat(keys.biggest()).hasSize(10).first().isEqualTo(new Keys.Big("k29", 29, Optional.empty()));
    }

    @Test
    void noKeyReachesTheTerminalAsItIs() {
        // Given
        KeySample sample = new KeySample(
                Stream.of("\u001b[31mred:\u0007x", "long:" + "y".repeat(300))
                        .map(name -> key(name, 1, false))
                        .toList(),
                true,
                0);

        // When
        String shown = KeyFigures.of(sample).toString();

        // Then
        assertThat(shown).doesNotContain("\u001b", "\u0007", "y".repeat(100)).contains("\\u001b[31mred:");
    }

    private static KeySample.Key key(String name, long bytes, boolean expires) {
        return new KeySample.Key(name, Optional.of(bytes), expires ? Optional.of(5000L) : Optional.empty());
    }
}
