package dev.cacheward.cli.cluster;

import dev.cacheward.redis.client.RedisGateway;
import java.util.Map;

/** Chooses the way to the Redis in a pod. */
public final class Routes {
    /** Kubernetes sets it in every pod. */
    private static final String IN_A_POD = "KUBERNETES_SERVICE_HOST";

    private Routes() {}

    /**
     * Opens the way that the options name.
     *
     * @param environment of this process
     * @param gateway stays the caller's
     */
    public static Route open(
            ClusterOptions options, Map<String, String> environment, Reading reading, RedisGateway gateway) {
        boolean inPod = options.kubeconfig().isEmpty() && environment.containsKey(IN_A_POD);
        boolean direct = options.connect() == ClusterOptions.Connect.direct
                || options.connect() == ClusterOptions.Connect.auto && inPod;
        return direct ? new DirectRoute(gateway) : new ForwardedRoute(reading, gateway);
    }
}
