package dev.cacheward.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.cli.terminal.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A password is written by nobody, also where a file has it at a place that is not made for one. */
class ImportSecrecyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            redis.conf  | requirepass=hunter2
            redis.conf  | requirepass:hunter2
            redis.conf  | "requirepass hunter2"
            redis.conf  | requirepass%hunter2
            redis.conf  | hunter2
            redis.conf  | redis://:hunter2@shop.example.com:6379
            redis.conf  | maxmemory redis://:hunter2@shop.example.com
            compose.yml | services: {redis: {image: redis, command: [redis-server, "--requirepass:hunter2"]}}
            compose.yml | services: {redis: {image: redis, command: [redis-server, "--hunter2@x", "y"]}}
            values.yaml | commonConfiguration: requirepass=hunter2
            .env        | CACHE_TTL_DSN=postgres://shop:hunter2@db/shop
            .env        | CACHE_TTL_DSN=postgres://shop:hunter2-0123456789012345678901234567890123456789012345678901234567@db
            .env        | RATE_LIMIT_LOGIN=redis://:hunter2@shop.example.com
            settings.py | CACHE_TTL = {"users": "redis://:hunter2@shop.example.com"}
            settings.py | RATE_LIMITS = {"storage": "redis://:hunter2@shop.example.com", "login": "5/minute"}
            settings.py | limiter = Limiter(app, default_limits=["5/minute", "redis://:hunter2@shop"])
            """)
    void aPasswordAtAnOddPlaceIsNotShown(String name, String text) throws IOException {
        // Given
        TestTerminal terminal = TestTerminal.create();
        Path file = Files.writeString(folder.resolve(name), text + "\n");

        // When
        int code = new CommandLine(new ImportCommand(terminal.terminal())).execute("--all", file.toString());

        // Then
        assertThat(code).isZero();
        assertThat(terminal.err()).contains(name + ":1:");
        assertThat(terminal.out() + terminal.err()).doesNotContain("hunter2");
    }
}
