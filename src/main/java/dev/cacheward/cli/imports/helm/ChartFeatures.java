package dev.cacheward.cli.imports.helm;

import dev.cacheward.cli.imports.report.Entry;
import dev.cacheward.cli.imports.report.Item;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.cli.imports.report.Outcome;
import dev.cacheward.cli.imports.yaml.YamlNode;
import java.util.Map;

/** Tells of whole features of a chart that a profile has not, or has otherwise. */
final class ChartFeatures {
    private static final String ALONE = "a profile has one server, without replicas, Sentinel or Cluster";
    private static final String VOLUME = "the volume goes with the profile, or stays by deletionPolicy Retain";

    /** By the last word of the path. */
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("tls", "a certificate is named in spec.redis.managed.tls.secretName or .issuerRef"),
            Map.entry("metrics", "the operator has metrics of every Redis itself"),
            Map.entry("exporter", "the operator has metrics of every Redis itself"),
            Map.entry("prometheusRule", "the operator has metrics of every Redis itself"),
            Map.entry("networkPolicy", "spec.redis.managed.networkPolicy.from says who may connect"),
            Map.entry("acl", "the operator writes the users"),
            Map.entry("backup", "the operator makes no backups"),
            Map.entry("restore", "the operator restores no backups"),
            Map.entry("persistentVolumeClaimRetentionPolicy", VOLUME),
            Map.entry("pdb", "one server has no budget to keep"),
            Map.entry("podDisruptionBudget", "one server has no budget to keep"),
            Map.entry("sentinel", ALONE),
            Map.entry("haproxy", ALONE),
            Map.entry("cluster", ALONE),
            Map.entry("replica", ALONE),
            Map.entry("slave", ALONE),
            Map.entry("externalMaster", ALONE));

    private ChartFeatures() {}

    static boolean told(Item item, YamlNode value, Ledger ledger) {
        String word = item.name().substring(item.name().lastIndexOf('.') + 1);
        boolean off = value instanceof YamlNode.Mapping mapping
                && mapping.get("enabled")
                        .map(YamlNode::tree)
                        .filter(Boolean.FALSE::equals)
                        .isPresent();
        String why = WHY.getOrDefault(word, "no field of a profile says it");
        ledger.block(new Entry(
                item, off ? Outcome.OURS : Outcome.LEFT, off ? "it is switched off" : why, "", value.leaves()));
        return true;
    }
}
