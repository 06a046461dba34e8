package dev.cacheward.release.sbom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A package of a distribution.
 *
 * @param type in a package URL: deb or apk
 * @param source the package that it was built from; advisories name that one
 */
record OsPackage(String type, String name, String version, String architecture, Optional<String> source) {
    /** @param status the list of installed packages that dpkg keeps */
    static Stream<OsPackage> ofDpkg(String status) {
        return stanzas(status, ": ")
                .filter(fields -> fields.getOrDefault("Status", "installed").endsWith("installed"))
                .filter(fields -> fields.containsKey("Version"))
                .map(fields -> new OsPackage(
                        "deb",
                        fields.get("Package"),
                        fields.get("Version"),
                        fields.getOrDefault("Architecture", "all"),
                        Optional.ofNullable(fields.get("Source")).map(source -> source.replaceFirst(" .*", ""))));
    }

    /** @param installed the list of installed packages that apk keeps */
    static Stream<OsPackage> ofApk(String installed) {
        return stanzas(installed, ":")
                .map(fields -> new OsPackage(
                        "apk",
                        fields.get("P"),
                        fields.get("V"),
                        fields.getOrDefault("A", "noarch"),
                        Optional.ofNullable(fields.get("o"))));
    }

    /** As scanners look it up. */
    String packageUrl(Optional<Assignments> distribution) {
        String id =
                distribution.flatMap(release -> release.find("ID")).orElse(type.equals("deb") ? "debian" : "alpine");
        List<String> qualifiers = new ArrayList<>(List.of("arch=" + encode(architecture)));
        distribution
                .flatMap(release -> release.find("VERSION_ID"))
                .ifPresent(version -> qualifiers.add("distro=" + encode(id + "-" + version)));
        source.filter(other -> !other.equals(name)).ifPresent(other -> qualifiers.add("upstream=" + encode(other)));
        return "pkg:" + type + "/" + encode(id) + "/" + encode(name) + "@" + encode(version) + "?"
                + String.join("&", qualifiers);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%7E", "~");
    }

    private static Stream<Map<String, String>> stanzas(String text, String separator) {
        return Stream.of(text.split("\n\\s*\n"))
                .map(stanza -> fields(stanza, separator))
                .filter(fields -> !fields.isEmpty());
    }

    private static Map<String, String> fields(String stanza, String separator) {
        Map<String, String> fields = new HashMap<>();
        stanza.lines()
                .filter(line -> !line.startsWith(" ") && line.contains(separator))
                .forEach(line -> fields.put(
                        line.substring(0, line.indexOf(separator)),
                        line.substring(line.indexOf(separator) + separator.length())
                                .strip()));
        return fields;
    }
}
