package dev.cacheward.runtime;

import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads settings one by one. It collects the problems, and a warning for each variable that is set under an old name. */
final class SettingsReader {
    private final Map<String, String> environment;
    /** The keys are places in {@link Setting#all}: problems are told in that order, in whichever the settings are read. */
    private final SortedMap<Integer, Problem> problems = new TreeMap<>();

    private final List<String> warnings = new ArrayList<>();

    /** @param text stripped of blanks; empty means unset */
    private record Variable(String name, String text) {
        boolean isSet() {
            return !text.isEmpty();
        }
    }

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Returns the value, or the default if it is absent, empty or invalid. */
    <T> T value(Setting<T> setting) {
        old(setting).ifPresent(old -> warnings.add(warning(setting, old)));
        Variable variable = variable(setting);
        if (!variable.isSet()) {
            return setting.defaultValue();
        }
        return setting.parser().apply(variable.text()).fold(value -> value, message -> {
            problems.put(place(setting), new Problem(variable.name(), message));
            return setting.defaultValue();
        });
    }

    /** Adds a problem if a rule between settings does not hold, unless there are problems already. */
    void require(boolean holds, Setting<?> setting, String message) {
        if (!holds && problems.isEmpty()) {
            Variable variable = variable(setting);
            problems.put(place(setting), new Problem(variable.name(), Quote.of(variable.text()) + ": " + message));
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems.values());
    }

    /** Returns one line for each variable that is set under an old name. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private static int place(Setting<?> setting) {
        return Setting.all().indexOf(setting);
    }

    /** Returns the variable that counts. The one under the old name counts only if the new name is unset. */
    private Variable variable(Setting<?> setting) {
        Variable variable = variable(setting.name());
        return variable.isSet() ? variable : old(setting).orElse(variable);
    }

    private Variable variable(String name) {
        return new Variable(name, environment.getOrDefault(name, "").strip());
    }

    private Optional<Variable> old(Setting<?> setting) {
        return setting.oldName().map(this::variable).filter(Variable::isSet);
    }

    private String warning(Setting<?> setting, Variable old) {
        return old.name() + " is the old name of " + setting.name()
                + (variable(setting.name()).isSet()
                        ? ", which is set too: the old one is ignored. Remove it."
                        : ", which is the only one that a later version reads. Rename it.");
    }
}
