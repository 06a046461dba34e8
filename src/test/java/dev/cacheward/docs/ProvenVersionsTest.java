package dev.cacheward.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CachePreset;
import dev.cacheward.api.v1alpha1.LimitPreset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says with which versions the presets are proven: those that the lock files of the proofs pin. */
class ProvenVersionsTest {
    private static final DocPage PAGE = DocPage.named("delivery.md");
    private static final Path PROOFS = Path.of("src/test/proofs");
    private static final Pattern BETWEEN = Pattern.compile("(?s)(<!-- proven -->\n).*?(<!-- /proven -->)");

    /** A lock file, and what stands before a version in it, up to the name of the library. */
    private enum Lock {
        PYTHON("python/requirements.txt", "(?im)^%s==([^\\s;]+)"),
        NODE("node/package.json", "\"%s\": \"([^\"]+)\""),
        GO("go/go.mod", "(?m)^\\s%s v(\\S+)"),
        RUST("rust/Cargo.toml", "(?m)^%s = \\{ version = \"=([^\"]+)"),
        JVM("jvm/pom.xml", "<%s.version>([^<]+)<");

        private final String file;
        private final String pattern;

        Lock(String file, String pattern) {
            this.file = file;
            this.pattern = pattern;
        }

        private String version(String library) {
            try {
                Matcher found = Pattern.compile(pattern.formatted(Pattern.quote(library)))
                        .matcher(Files.readString(PROOFS.resolve(file)));
                assertThat(found.find()).as(library + " in " + file).isTrue();
                return found.group(1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final Map<String, String> LIBRARIES = new TreeMap<>(Map.ofEntries(
            Map.entry("Slowapi", "PYTHON slowapi limits"),
            Map.entry("FlaskLimiter", "PYTHON Flask-Limiter limits Flask"),
            Map.entry("DjangoRatelimit", "PYTHON django-ratelimit Django"),
            Map.entry("DjangoRestFramework", "PYTHON djangorestframework Django"),
            Map.entry("FastapiLimiter", "PYTHON fastapi-limiter pyrate-limiter"),
            Map.entry("Django", "PYTHON Django"),
            Map.entry("FlaskCaching", "PYTHON Flask-Caching Flask"),
            Map.entry("PydanticSettings", "PYTHON pydantic-settings"),
            Map.entry("Cashews", "PYTHON cashews"),
            Map.entry("ExpressRateLimit", "NODE express-rate-limit rate-limit-redis express"),
            Map.entry("RateLimiterFlexible", "NODE rate-limiter-flexible"),
            Map.entry("NestThrottler", "NODE @nestjs/throttler @nestjs/core"),
            Map.entry("FastifyRateLimit", "NODE @fastify/rate-limit fastify"),
            Map.entry("CacheManager", "NODE cache-manager keyv @keyv/redis"),
            Map.entry("Limitador", "RUST limitador"),
            Map.entry("Ulule", "GO github.com/ulule/limiter/v3"),
            Map.entry("EnvoyRatelimit", "GO github.com/envoyproxy/ratelimit"),
            Map.entry("SpringCache", "JVM spring-boot"),
            Map.entry("SpringCloudGateway", "JVM spring-cloud"),
            Map.entry("Bucket4j", "JVM bucket4j-starter"),
            Map.entry("Resilience4j", "JVM resilience4j"),
            Map.entry("Quarkus", "JVM quarkus"),
            Map.entry("Micronaut", "JVM micronaut")));

    /** What comes with the system. */
    private static final Map<String, String> OTHERS = Map.of(
            "Nginx", "the nginx of Debian 12 (1.22.1)",
            "HAProxy", "the HAProxy of Debian 12 (2.6.12)");

    @Test
    void thePageHasTheVersionsOfTheLockFiles() {
        // Given
        PAGE.update(ProvenVersionsTest::fill);

        // Then
        assertThat(PAGE.text()).isEqualTo(fill(PAGE.text()));
    }

    @Test
    void everyPresetHasALine() {
        assertThat(Stream.concat(LIBRARIES.keySet().stream(), OTHERS.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(LimitPreset.values()).map(LimitPreset::value),
                                Arrays.stream(CachePreset.values()).map(CachePreset::value))
                        .toList());
    }

    private static String fill(String page) {
        TreeSet<String> rows = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        LIBRARIES.forEach(
                (preset, libraries) -> rows.add(PageTable.row(List.of("`" + preset + "`", versions(libraries)))));
        OTHERS.forEach((preset, words) -> rows.add(PageTable.row(List.of("`" + preset + "`", words))));
        String table = "| preset | proven with |\n| --- | --- |\n" + String.join("", rows);
        return BETWEEN.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
    }

    private static String versions(String libraries) {
        List<String> words = List.of(libraries.split(" "));
        Lock lock = Lock.valueOf(words.get(0));
        return words.stream()
                .skip(1)
                .map(library -> library + " " + lock.version(library))
                .collect(Collectors.joining(", "));
    }
}
