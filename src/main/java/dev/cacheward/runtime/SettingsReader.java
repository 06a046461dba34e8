package dev.cacheward.runtime;

import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads settings one after the other and remembers what was wrong with them. */
final class SettingsReader {
    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The value, or the default where it is absent, empty or wrong. */
    <T> T value(Setting<T> setting) {
        String text = environment.getOrDefault(setting.name(), "").strip();
        if (text.isEmpty()) {
            return setting.defaultValue();
        }
        return setting.parser().apply(text).fold(value -> value, message -> {
            problems.add(new Problem(setting.name(), message));
            return setting.defaultValue();
        });
    }

    /** Remembers what is wrong with a value beside the others, unless something is wrong with them already. */
    void require(boolean holds, Setting<?> setting, String message) {
        if (!holds && problems.isEmpty()) {
            String text = environment.getOrDefault(setting.name(), "").strip();
            problems.add(new Problem(setting.name(), Quote.of(text) + ": " + message));
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
