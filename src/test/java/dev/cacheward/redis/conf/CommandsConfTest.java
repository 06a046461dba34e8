package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandsConfTest {
    @ParameterizedTest
    @EnumSource(DisabledCommand.class)
    void theFileItselfTellsWhetherConfigHasAnotherName(DisabledCommand disabled) {
        // Given
        String text =
                CommandsConf.render(SampleServerSettings.disabling(PersistenceMode.NONE, Set.of(disabled)), "ALIAS");

        // Then
        assertThat(CommandsConf.renamesConfig(text)).isEqualTo(disabled == DisabledCommand.CONFIG);
    }
}
