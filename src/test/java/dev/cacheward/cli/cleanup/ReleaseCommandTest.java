package dev.cacheward.cli.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import org.junit.jupiter.api.Test;

/** The name that the cleanup had in an earlier version. */
class ReleaseCommandTest {
    @Test
    void theOldNameOfACleanupWarns() {
        assertThat(new ReleaseCommand(TestTerminal.create().terminal()).warnings())
                .containsExactly("release is the old name of the command cleanup, which is the only one that a later"
                        + " version knows. Use that.");
        assertThat(new CleanupCommand(TestTerminal.create().terminal()).warnings())
                .isEmpty();
    }
}
