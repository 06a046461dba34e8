package dev.cacheward.runtime;

import java.util.stream.Collectors;

/** Renders the settings as a list for a terminal. */
final class SettingsHelp {
    private static final String INDENT = " ".repeat(4);
    private static final String RULES =
            "An empty variable counts as unset. A wrong value stops the operator at once, with all"
                    + " errors listed. Other variables that begin with CACHEWARD_ are ignored: Kubernetes itself sets some, such as"
                    + " CACHEWARD_SERVICE_HOST for a Service named cacheward.";

    private SettingsHelp() {}

    static String text(int width) {
        return Setting.all().stream().map(setting -> entry(setting, width)).collect(Collectors.joining())
                + wrapped(RULES, "", width);
    }

    private static String entry(Setting<?> setting, int width) {
        String name = setting.defaultText().isEmpty()
                ? setting.name()
                : setting.name() + " (default: " + setting.defaultText() + ")";
        return name + "\n" + wrapped(setting.about(), INDENT, width) + "\n";
    }

    /** Breaks lines at blanks; a word that is longer than a line has one of its own. */
    private static String wrapped(String text, String indent, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            boolean fits = column > 0 && column + 1 + word.length() <= width;
            lines.append(fits ? " " : column == 0 ? indent : "\n" + indent).append(word);
            column = (fits ? column + 1 : indent.length()) + word.length();
        }
        return lines.append('\n').toString();
    }
}
