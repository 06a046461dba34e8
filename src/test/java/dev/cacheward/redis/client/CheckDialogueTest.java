package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The check asks no more of a server than an application does: a cluster's node or a proxy takes it as well. */
class CheckDialogueTest {
    private static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");

    /** Notes what is sent, and answers as a Redis does. */
    private static final class RecordingSession implements RedisSession {
        private final List<List<String>> sent = new ArrayList<>();

        @Override
        public Answer sendAs(String step, String command, String... arguments) {
            List<String> words = new ArrayList<>(List.of(command));
            words.addAll(List.of(arguments));
            sent.add(words);
            return new Answer() {
                @Override
                public String text() {
                    return switch (command) {
                        case "PING" -> "PONG";
                        case "GET" -> arguments[0];
                        default -> "OK";
                    };
                }

                @Override
                public long number() {
                    return 1;
                }

                @Override
                public List<String> texts() {
                    return List.of();
                }
            };
        }
    }

    @Test
    void allKeysAreInOneSlotAndEachDeletionNamesOne() throws StepFailure {
        // Given
        RecordingSession session = new RecordingSession();

        // When
        new CheckDialogue().hold(session);

        // Then
        Set<String> slots = session.sent.stream()
                .flatMap(words -> words.stream().filter(word -> word.startsWith("cacheward:check:")))
                .flatMap(key -> SLOT.matcher(key).results().map(MatchResult::group))
                .collect(Collectors.toSet());
        assertThat(slots).hasSize(1);
        assertThat(session.sent)
                .filteredOn(words -> words.get(0).equals("DEL"))
                .hasSize(2)
                .allSatisfy(words -> assertThat(words).hasSize(2));
    }

    @Test
    void noTwoChecksHaveAKeyInCommon() throws StepFailure {
        // Given
        RecordingSession first = new RecordingSession();
        RecordingSession second = new RecordingSession();

        // When
        new CheckDialogue().hold(first);
        new CheckDialogue().hold(second);

        // Then
        assertThat(first.sent.get(1)).isNotEqualTo(second.sent.get(1));
    }
}
