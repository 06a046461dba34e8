package dev.cacheward.redis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigDialogueTest {
    private static final String ALIAS = "aSecretName";

    private final ConfigDialogue dialogue = new ConfigDialogue(ALIAS, new TreeMap<>(Map.of("save", "60 1")));

    @Test
    void theSecretNameOfConfigIsNotRepeatedToAServersError() {
        // When
        StepFailure failed =
                failed("ERR unknown command '" + ALIAS + "', with args beginning with: 'SET' 'save' '60 1'");

        // Then
        assertThat(failed.failure().reason()).isEqualTo(Reason.CONFIG_REFUSED);
        assertThat(failed.failure().message()).contains("does not know CONFIG").doesNotContain(ALIAS);
    }

    @Test
    void aRefusedParameterIsNamedWithAnExplanationThatIsKnown() {
        // When
        StepFailure failed =
                failed("ERR CONFIG SET failed (possibly related to argument 'save') - Unknown option " + ALIAS);

        // Then
        assertThat(failed.failure().message())
                .contains("put it right in config: save (it says: Unknown option)")
                .doesNotContain(ALIAS);
    }

    /** The words of 7.0.15. */
    @Test
    void aWordThatIsNoneOfThoseAllowedIsExplained() {
        // When
        StepFailure failed =
                failed("ERR CONFIG SET failed (possibly related to argument 'save') - argument(s) must be one of"
                        + " the following: everysec, always, no");

        // Then
        assertThat(failed.failure().message()).contains("save (it says: argument(s) must be one of the following)");
    }

    @Test
    void itsTextHoldsNoSecret() {
        assertThat(dialogue).hasToString("CONFIG SET [save]");
    }

    private StepFailure failed(String reply) {
        return catchThrowableOfType(
                StepFailure.class, () -> dialogue.hold((step, command, arguments) -> new Refused(reply)));
    }

    private record Refused(String reply) implements RedisSession.Answer {
        @Override
        public String text() throws StepFailure {
            throw new StepFailure(new Cause(Reason.NOT_REDIS, reply), reply);
        }

        @Override
        public long number() throws StepFailure {
            throw new StepFailure(new Cause(Reason.NOT_REDIS, reply), reply);
        }

        @Override
        public List<String> texts() throws StepFailure {
            throw new StepFailure(new Cause(Reason.NOT_REDIS, reply), reply);
        }
    }
}
