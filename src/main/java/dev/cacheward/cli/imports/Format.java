package dev.cacheward.cli.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file can be. */
enum Format {
    CONF("redis.conf"),
    COMPOSE("docker-compose"),
    ENV("env"),
    HELM("helm-values"),
    PYTHON("python");

    private static final Pattern SERVICES = Pattern.compile("(?m)^(services:|\\s+image:)");
    private static final Pattern MAPPING = Pattern.compile("(?m)^[\"']?[A-Za-z][\\w. -]*[\"']?:(\\s|$)");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\s*(export\\s+)?[A-Za-z_][A-Za-z0-9_]*=");
    private static final Pattern PARAMETER =
            Pattern.compile("(?mi)^\\s*(maxmemory|appendonly|requirepass|bind|save|port|dir)\\s");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }

    /** Finds out what a file is, by its name first. */
    static Optional<Format> of(String file, String text) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".py")) {
            return Optional.of(PYTHON);
        }
        if (name.matches("\\.env.*|.*\\.env(\\..*)?|env\\..*")) {
            return Optional.of(ENV);
        }
        if (name.endsWith(".conf")) {
            return Optional.of(CONF);
        }
        return name.matches(".*\\.ya?ml") ? Optional.of(yaml(name, text)) : content(text);
    }

    private static Format yaml(String name, String text) {
        boolean compose =
                name.matches("(docker-)?compose.*") || SERVICES.matcher(text).find() && text.contains("services:");
        return compose ? COMPOSE : HELM;
    }

    private static Optional<Format> content(String text) {
        if (VARIABLE.matcher(text).find()) {
            return Optional.of(ENV);
        }
        if (PARAMETER.matcher(text).find()) {
            return Optional.of(CONF);
        }
        return MAPPING.matcher(text).find() ? Optional.of(yaml("", text)) : Optional.empty();
    }
}
