package dev.cacheward.redis.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParameterCatalogueTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/cacheward/redis/conf");
    private static final String STALE = "stale; run: mvn -q test -Dtest=ParameterCatalogueTest -Dgolden.update=true";

    @Test
    void theCatalogueIsMadeFromWhatTheServersSaid() throws IOException {
        // When
        CatalogueText made = new CatalogueText(RecordedAnswers.all());

        // Then
        check("parameters.csv", made.parameters());
        check("defaults.csv", made.defaults());
        check("asked-servers.csv", made.servers());
    }

    private static void check(String file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FOLDER.resolve(file), text);
        }
        assertThat(FOLDER.resolve(file)).as(STALE).hasContent(text);
    }
}
