package dev.cacheward.configmap;

/**
 * A ConfigMap that still holds keys.
 *
 * @param why it could not be changed, as the end of a sentence
 */
public record RemainingKeys(String configMap, String why) {
    static RemainingKeys untried(String configMap) {
        return new RemainingKeys(configMap, "it could not be changed in time");
    }
}
