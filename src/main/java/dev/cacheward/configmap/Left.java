package dev.cacheward.configmap;

/**
 * A ConfigMap in which keys are left.
 *
 * @param why it could not be changed, as the end of a sentence
 */
public record Left(String configMap, String why) {
    static Left untried(String configMap) {
        return new Left(configMap, "it could not be changed in time");
    }
}
