package dev.cacheward.playground;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.testbed.RedisEndpoint;
import dev.cacheward.testbed.Resp;
import dev.cacheward.testbed.StandInKubelet;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what an application does with the published Secret: connects and says PING. */
final class Greeting {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final KubernetesClient client;
    private final StandInKubelet kubelet;
    private final Screen screen;
    private final Map<String, String> greeted = new HashMap<>();

    Greeting(KubernetesClient client, StandInKubelet kubelet, Screen screen) {
        this.client = client;
        this.kubelet = kubelet;
        this.screen = screen;
    }

    /** Greets each Redis once, and again when its address or its password has changed. */
    void greet(CacheProfile profile) {
        String pod = profile.getMetadata().getName() + "-redis-0";
        Optional<RedisEndpoint> endpoint =
                kubelet.endpoint(profile.getMetadata().getNamespace(), pod);
        Optional<Secret> binding = Optional.ofNullable(profile.getStatus().binding())
                .map(b -> client.secrets().withName(b.name()).get());
        if (endpoint.isPresent() && binding.isPresent()) {
            greet(endpoint.get(), binding.get());
        }
    }

    private void greet(RedisEndpoint endpoint, Secret binding) {
        String username = value(binding, "username");
        String password = value(binding, "password");
        String url = "redis://" + encoded(username) + ":" + encoded(password) + "@" + endpoint.host() + ":"
                + endpoint.port() + "/"
                + Optional.of(value(binding, "database"))
                        .filter(d -> !d.isEmpty())
                        .orElse("0");
        String name = binding.getMetadata().getName();
        if (url.equals(greeted.get(name))) {
            return;
        }
        try (Resp redis = Resp.connect(endpoint, TIMEOUT)) {
            redis.call("AUTH", username, password);
            String answer = redis.call("PING");
            screen.event("ping", "as the application, with Secret " + name + ": PING -> " + answer);
            screen.details(List.of(
                    "connect: redis-cli -u " + url,
                    "(a throw-away password of this run; in a cluster the host is " + value(binding, "host") + ")"));
            greeted.put(name, url);
        } catch (IOException e) {
            screen.event("ping", "no answer from " + endpoint.host() + ": " + e.getMessage());
        }
    }

    private static String value(Secret secret, String key) {
        return Optional.ofNullable(secret.getData().get(key))
                .map(data -> new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
