package dev.cacheward.cli.check;

import dev.cacheward.cli.check.result.CheckResult;
import dev.cacheward.cli.check.result.Finding;
import dev.cacheward.cli.check.result.Level;
import dev.cacheward.cli.check.result.Rule;
import dev.cacheward.cli.check.schema.CustomResources;
import dev.cacheward.cli.check.schema.Nearest;
import dev.cacheward.cli.manifest.Complaint;
import dev.cacheward.cli.manifest.Manifest;
import dev.cacheward.cli.manifest.Reading;
import dev.cacheward.runtime.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks all objects that some files hold. */
public final class ManifestCheck {
    private final ResourceCheck check;
    private final Reading reading;
    private final List<CheckResult.Checked> resources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Manifest> seen = new HashMap<>();
    private int foreign;

    private ManifestCheck(ResourceCheck check, Reading reading) {
        this.check = check;
        this.reading = reading;
    }

    /**
     * Checks what was read.
     *
     * @param settings of the operator that is to look after the resources
     * @param namespace of manifests that name none
     */
    public static CheckResult check(Reading reading, Settings settings, String namespace) {
        ManifestCheck check = new ManifestCheck(new ResourceCheck(settings, namespace, ours(reading)), reading);
        reading.complaints().forEach(check::complain);
        reading.manifests().forEach(check::add);
        return check.result();
    }

    /** Returns the objects of our kinds. */
    public static List<Manifest> ours(Reading reading) {
        return reading.manifests().stream().filter(ManifestCheck::isOurs).toList();
    }

    private CheckResult result() {
        List<String> files = reading.files();
        findings.sort(Comparator.<Finding>comparingInt(
                        finding -> files.indexOf(finding.place().file()))
                .thenComparingInt(finding -> finding.place().line())
                .thenComparingInt(finding -> finding.place().column()));
        return new CheckResult(
                files, resources, foreign, findings.stream().distinct().toList());
    }

    private void complain(Complaint complaint) {
        findings.add(new Finding(
                complaint.fatal() ? Level.ERROR : Level.WARNING,
                complaint.fatal() ? Rule.SYNTAX : Rule.DUPLICATE,
                complaint.place(),
                Optional.empty(),
                new Finding.Message("", complaint.message(), Optional.empty())));
    }

    private void add(Manifest manifest) {
        if (isOurs(manifest)) {
            resources.add(new CheckResult.Checked(manifest.place("").file(), ResourceCheck.name(manifest)));
            findings.addAll(check.check(manifest));
            twice(manifest).ifPresent(findings::add);
        } else if (isMeantAsOurs(manifest)) {
            findings.add(wrongKind(manifest));
        } else {
            foreign++;
        }
    }

    private static boolean isOurs(Manifest manifest) {
        return manifest.text("apiVersion").equals(CustomResources.API_VERSION)
                && CustomResources.KINDS.contains(manifest.text("kind"));
    }

    /** Whether the group is ours, or the kind. */
    private static boolean isMeantAsOurs(Manifest manifest) {
        return manifest.text("apiVersion").startsWith(CustomResources.GROUP + "/")
                || CustomResources.KINDS.contains(manifest.text("kind"));
    }

    /** In the words of kubectl. */
    private static Finding wrongKind(Manifest manifest) {
        String kind = manifest.text("kind");
        String version = manifest.text("apiVersion");
        boolean wrongVersion = CustomResources.KINDS.contains(kind);
        String hint = wrongVersion
                ? "the apiVersion is " + CustomResources.API_VERSION
                : Nearest.hint(kind, CustomResources.KINDS);
        return new Finding(
                Level.ERROR,
                Rule.KIND,
                manifest.place(wrongVersion ? "apiVersion" : "kind"),
                Optional.empty(),
                new Finding.Message(
                        "", "no matches for kind \"" + kind + "\" in version \"" + version + "\"", Optional.of(hint)));
    }

    /** Files of one tree may be meant for several clusters. */
    private Optional<Finding> twice(Manifest manifest) {
        String name = ResourceCheck.name(manifest) + " in " + manifest.metadata("namespace") + " of "
                + manifest.place("").file();
        return Optional.ofNullable(seen.putIfAbsent(name, manifest))
                .filter(first -> !manifest.metadata("name").isEmpty())
                .map(first -> new Finding(
                        Level.WARNING,
                        Rule.DUPLICATE,
                        manifest.place("metadata.name"),
                        Optional.of(ResourceCheck.name(manifest)),
                        new Finding.Message(
                                "",
                                "defined twice, first at " + first.place("") + ": the last one that is applied wins",
                                Optional.empty())));
    }
}
