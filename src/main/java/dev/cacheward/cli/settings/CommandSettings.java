package dev.cacheward.cli.settings;

import dev.cacheward.cli.terminal.Terminal;
import dev.cacheward.runtime.Settings;
import dev.cacheward.runtime.SettingsResult;
import dev.cacheward.runtime.log.Logging;
import dev.cacheward.validation.Problem;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of a command that logs as the operator does.
 *
 * @param complaints where wrong settings are told, one line each
 */
public record CommandSettings(SettingsResult result, PrintStream complaints) {
    /** Reads the environment of a command. */
    public static CommandSettings read(Terminal terminal) {
        return of(terminal.environment(), terminal.err());
    }

    /** Reads an environment. */
    public static CommandSettings of(Map<String, String> environment, PrintStream complaints) {
        return new CommandSettings(Settings.parse(environment), complaints);
    }

    /**
     * Sets up the log as the settings say, and logs all warnings as its first lines.
     *
     * @param warnings come after those of the settings
     * @return the settings; empty if they are wrong, which is told then
     */
    public Optional<Settings> apply(List<String> warnings) {
        if (result instanceof SettingsResult.Valid valid) {
            Settings settings = valid.settings();
            Logging.apply(settings.log().level(), settings.log().format());
            Logger log = LoggerFactory.getLogger(CommandSettings.class);
            valid.warnings().forEach(log::warn);
            warnings.forEach(log::warn);
            return Optional.of(settings);
        }
        problems().stream().map(Problem::toString).forEach(complaints::println);
        return Optional.empty();
    }

    /** Returns the settings of a command that logs nothing; empty if they are wrong, which is told then. */
    public Optional<Settings> quietly() {
        problems().stream().map(Problem::toString).forEach(complaints::println);
        return result instanceof SettingsResult.Valid valid ? Optional.of(valid.settings()) : Optional.empty();
    }

    private List<Problem> problems() {
        return result instanceof SettingsResult.Invalid invalid ? invalid.problems() : List.of();
    }
}
