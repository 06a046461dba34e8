package dev.cacheward.runtime;

import java.util.stream.Collectors;

/** Renders the settings as a table for a terminal. */
final class SettingsHelp {
    private static final String INTRODUCTION = """
            Cacheward runs Redis for applications and delivers their TTLs and rate limits.

            Usage: java -jar cacheward.jar                        looks after profiles and policies
                   java -jar cacheward.jar cleanup [DEPLOYMENT]   cleans up: takes merged keys out of other people's
                                                                  ConfigMaps and finalizers off, and stops the operator
                                                                  before, if its deployment is named
                   java -jar cacheward.jar --help                 shows this

            It works on the cluster of the current kubeconfig context, or on the one that it runs in.
            All settings are environment variables:

            """;

    private static final String RULES = """

            An empty variable counts as unset. A wrong value stops the operator at once, with all errors listed.
            Other variables that begin with CACHEWARD_ are ignored: Kubernetes itself sets some, such as
            CACHEWARD_SERVICE_HOST for a Service named cacheward.
            """;

    private SettingsHelp() {}

    static String text() {
        return INTRODUCTION
                + row("VARIABLE", "DEFAULT", "MEANING")
                + Setting.all().stream()
                        .map(setting -> row(setting.name(), defaultOf(setting), setting.about()))
                        .collect(Collectors.joining())
                + RULES;
    }

    private static String defaultOf(Setting<?> setting) {
        return setting.defaultText().isEmpty() ? "(unset)" : setting.defaultText();
    }

    private static String row(String name, String defaultText, String about) {
        return String.format("  %-36s  %-29s  %s%n", name, defaultText, about);
    }
}
