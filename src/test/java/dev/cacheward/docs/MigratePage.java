package dev.cacheward.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page that brings the data of a Redis along, and what can be run of it. */
public final class MigratePage {
    private static final DocPage PAGE = DocPage.named("migrate.md");
    private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    private MigratePage() {}

    /** The profile of the page. */
    public static String profile() {
        return fences(YAML, PAGE.text()).get(0);
    }

    /** What a reader types under this heading, in order. */
    public static String commands(String heading) {
        String section =
                PAGE.text().split("(?m)^## " + Pattern.quote(heading) + "$")[1].split("(?m)^## ")[0];
        return String.join("", fences(SHELL, section));
    }

    private static List<String> fences(Pattern fence, String text) {
        return fence.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
