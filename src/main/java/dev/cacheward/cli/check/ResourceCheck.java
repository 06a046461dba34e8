package dev.cacheward.cli.check;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cli.check.result.Finding;
import dev.cacheward.cli.check.result.Level;
import dev.cacheward.cli.check.result.Rule;
import dev.cacheward.cli.check.schema.CelExpressions;
import dev.cacheward.cli.check.schema.CustomResources;
import dev.cacheward.cli.check.schema.SchemaCheck;
import dev.cacheward.cli.check.schema.SchemaProblem;
import dev.cacheward.cli.manifest.Manifest;
import dev.cacheward.cli.offline.OfflineResources;
import dev.cacheward.runtime.Settings;
import dev.cacheward.validation.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks one resource: first as the API server does, then as the operator does. */
final class ResourceCheck {
    private final CelExpressions expressions = new CelExpressions();
    private final Map<String, Map<?, ?>> schemas = new HashMap<>();
    private final OfflineResources resources;
    private final OperatorRules operator;
    private final List<Manifest> all;
    private final String namespace;

    /** @param all the resources that are checked together */
    ResourceCheck(Settings settings, String namespace, List<Manifest> all) {
        this.resources = new OfflineResources(namespace);
        this.operator = new OperatorRules(settings);
        this.all = all;
        this.namespace = namespace;
    }

    /** Returns what a resource is called in a report. */
    static String name(Manifest manifest) {
        return (manifest.text("kind") + " " + manifest.metadata("name")).strip();
    }

    List<Finding> check(Manifest manifest) {
        Map<?, ?> schema = schemas.computeIfAbsent(
                manifest.text("kind"), kind -> CustomResources.schema(kind).orElseThrow());
        List<SchemaProblem> refused = SchemaCheck.check(schema, manifest.content(), expressions);
        List<Finding> findings = new ArrayList<>();
        refused.forEach(problem -> findings.add(finding(manifest, problem)));
        if (refused.stream().noneMatch(ResourceCheck::isUnreadable)) {
            verdict(manifest).ifPresent(verdict -> {
                verdict.problems().stream()
                        .filter(problem -> refused.stream().noneMatch(said -> isAbout(said, problem)))
                        .forEach(problem -> findings.add(finding(manifest, Level.ERROR, Rule.OPERATOR, problem)));
                verdict.warnings()
                        .forEach(problem -> findings.add(finding(manifest, Level.WARNING, Rule.ADVICE, problem)));
            });
        }
        return findings;
    }

    /** The operator reads no resource of a wrong form, and computes with no quantity that the API server refuses. */
    private static boolean isUnreadable(SchemaProblem problem) {
        return problem.source() == SchemaProblem.Source.SCHEMA
                || problem.field().startsWith("spec.redis.managed.resources")
                || problem.field().startsWith("spec.redis.managed.persistence.size");
    }

    private Optional<OperatorRules.Verdict> verdict(Manifest manifest) {
        return manifest.text("kind").equals("CacheProfile")
                ? resources.profile(manifest).map(profile -> operator.profile(profile, refersToSecrets(manifest)))
                : resources
                        .policy(manifest)
                        .map(policy -> operator.policy(
                                policy,
                                profile(manifest, policy.getSpec().profileRef().name())));
    }

    private Optional<CacheProfile> profile(Manifest policy, String name) {
        return all.stream()
                .filter(manifest -> manifest.text("kind").equals("CacheProfile"))
                .filter(manifest -> manifest.metadata("name").equals(name))
                .filter(manifest -> namespace(manifest).equals(namespace(policy)))
                .min(Comparator.comparingInt(manifest -> distance(manifest, policy)))
                .flatMap(resources::profile);
    }

    /** A tree of files may hold the same names for several clusters: what is in the same file or folder belongs together. */
    private static int distance(Manifest one, Manifest other) {
        String file = one.place("").file();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        return file.equals(other.place("").file()) ? 0 : other.place("").file().startsWith(folder) ? 1 : 2;
    }

    private String namespace(Manifest manifest) {
        return Optional.of(manifest.metadata("namespace"))
                .filter(name -> !name.isEmpty())
                .orElse(namespace);
    }

    private static boolean refersToSecrets(Manifest manifest) {
        return manifest.content().get("spec") instanceof Map<?, ?> spec
                && spec.get("redis") instanceof Map<?, ?> redis
                && redis.get("external") instanceof Map<?, ?> external
                && Stream.concat(
                                external.keySet().stream(),
                                external.get("tls") instanceof Map<?, ?> tls ? tls.keySet().stream() : Stream.of())
                        .anyMatch(field -> field.toString().endsWith("From"));
    }

    /** The API server has the first word on a field, on those in it, and, where it names a map or a list, on its entries; and where its message names the field. */
    private static boolean isAbout(SchemaProblem said, Problem problem) {
        String field = said.field().replaceAll("\\[([^\\]]*[a-z][^\\]]*)\\]", ".$1");
        String around = problem.field().replaceFirst("(\\.[^.\\[]*|\\[[0-9]+\\])$", "");
        return field.startsWith(problem.field())
                || field.equals(around) && !field.equals("spec")
                || said.message().contains(problem.field() + " is ");
    }

    private static Finding finding(Manifest manifest, SchemaProblem problem) {
        Rule rule = switch (problem.source()) {
            case UNKNOWN_FIELD -> Rule.UNKNOWN_FIELD;
            case SCHEMA -> Rule.SCHEMA;
            case RULE -> Rule.VALIDATION;
        };
        String field = problem.source() == SchemaProblem.Source.UNKNOWN_FIELD ? "" : problem.field();
        return new Finding(
                Level.ERROR,
                rule,
                manifest.place(problem.field()),
                Optional.of(name(manifest)),
                new Finding.Message(
                        field, problem.message(), Hints.of(manifest, problem).or(problem::hint)));
    }

    private static Finding finding(Manifest manifest, Level level, Rule rule, Problem problem) {
        return new Finding(
                level,
                rule,
                manifest.place(problem.field().isEmpty() ? "metadata.name" : problem.field()),
                Optional.of(name(manifest)),
                new Finding.Message(problem.field(), problem.message(), Optional.empty()));
    }
}
