package dev.cacheward.cli.cluster;

import dev.cacheward.kubernetes.ApiRefusal;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connects through the API server, as {@code kubectl port-forward} does: to the loopback address of the pod. The port on this
 * machine is open for its own loopback address alone.
 */
public final class ForwardedRoute implements Route {
    private static final Set<Reason> NO_CONNECTION =
            Set.of(Reason.CONNECTION_REFUSED, Reason.CONNECTION_CLOSED, Reason.TIMEOUT, Reason.TLS_FAILED);

    private final Reading reading;
    private final RedisGateway gateway;
    private final Map<String, LocalPortForward> forwards = new HashMap<>();

    /** @param gateway stays the caller's */
    public ForwardedRoute(Reading reading, RedisGateway gateway) {
        this.reading = reading;
        this.gateway = gateway;
    }

    @Override
    public <T> Optional<Reply<T>> ask(Pod pod, RedisAddress address, Authentication login, Dialogue<T> dialogue) {
        LocalPortForward forward = forwards.computeIfAbsent(
                pod.getMetadata().getName() + ":" + address.port(), any -> open(pod, address.port()));
        RedisAddress here = new RedisAddress(
                InetAddress.getLoopbackAddress().getHostAddress(), forward.getLocalPort(), address.tls());
        Reply<T> reply = gateway.ask(here, login, dialogue);
        boolean silent = reply.failure()
                .filter(cause -> NO_CONNECTION.contains(cause.reason()))
                .isPresent();
        if (!silent || !forward.errorOccurred()) {
            return Optional.of(reply);
        }
        if (thrown(forward).anyMatch(failure -> ApiRefusal.forbidden(failure).isPresent())) {
            reading.refuse(
                    new Refusal(
                            "create pods/portforward in namespace " + reading.namespace(),
                            "what the server says; from where the pods' addresses are reachable, --connect direct needs no such right"));
            return Optional.empty();
        }
        return Optional.of(new Reply.Failed<>(explained(reply.failure().orElseThrow(), pod, address.port(), forward)));
    }

    private LocalPortForward open(Pod pod, int port) {
        return reading.client()
                .pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .portForward(port, InetAddress.getLoopbackAddress(), 0);
    }

    private static Stream<Throwable> thrown(LocalPortForward forward) {
        return Stream.concat(forward.getServerThrowables().stream(), forward.getClientThrowables().stream());
    }

    /** The kubelet says whether something listens; the words around that hold identifiers that change. */
    private static Cause explained(Cause cause, Pod pod, int port, LocalPortForward forward) {
        boolean refused = thrown(forward)
                .map(failure -> String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(words -> words.contains("connection refused"));
        return refused
                ? new Cause(
                        Reason.CONNECTION_REFUSED,
                        "Nothing listens on port " + port + " at the loopback address of pod "
                                + pod.getMetadata().getName()
                                + ". Does the server run, and is Loopback in spec.redis.managed.bind? Look into its log.")
                : cause;
    }

    @Override
    public String name() {
        return "port-forward";
    }

    @Override
    public void close() {
        forwards.values().forEach(ForwardedRoute::close);
    }

    private static void close(LocalPortForward forward) {
        try {
            forward.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
