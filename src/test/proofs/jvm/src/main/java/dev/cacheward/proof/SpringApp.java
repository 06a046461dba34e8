package dev.cacheward.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a small Spring Boot application that imports the delivered file as its own would. */
final class SpringApp {
    /** One class path holds the libraries of all applications here, and each has one of them only. */
    private static final List<String> LIBRARIES =
            List.of("org.springframework.cloud.", "com.giffing.bucket4j.", "io.github.resilience4j.");

    private SpringApp() {}

    static ConfigurableApplicationContext start(
            Class<?> application, String library, Path delivered, List<String> properties) {
        List<String> all = new ArrayList<>(properties);
        all.add("spring.config.import=file:" + delivered.toAbsolutePath());
        all.add("spring.data.redis.url=" + Store.URL);
        all.add("spring.autoconfigure.exclude=" + others(library));
        all.add("server.port=0");
        all.add("server.shutdown=immediate");
        all.add("spring.reactor.netty.shutdown-quiet-period=0s");
        all.add("logging.level.root=OFF");
        all.add("spring.main.banner-mode=off");
        all.add("spring.jmx.enabled=false");
        return new SpringApplicationBuilder(application)
                .web(properties.isEmpty() ? WebApplicationType.NONE : WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .properties(all.toArray(String[]::new))
                .run();
    }

    private static String others(String library) {
        List<String> others =
                LIBRARIES.stream().filter(other -> !other.equals(library)).toList();
        ClassLoader classPath = SpringApp.class.getClassLoader();
        return ImportCandidates.load(AutoConfiguration.class, classPath).getCandidates().stream()
                .filter(candidate -> others.stream().anyMatch(candidate::startsWith))
                .collect(Collectors.joining(","));
    }
}
