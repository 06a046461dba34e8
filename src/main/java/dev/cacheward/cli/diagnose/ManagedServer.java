package dev.cacheward.cli.diagnose;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.cli.cluster.Route;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.CheckDialogue;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.Reply;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** The server in a pod of a profile. */
record ManagedServer(Route way, Pod pod, RedisAddress address, Authentication login) implements Asked {
    /** Returns the server with the login that applications read; empty without a published connection, or without an address. */
    static Optional<ManagedServer> asApplication(Route way, ObservedServer server, Pod pod) {
        return server.binding()
                .flatMap(binding -> PublishedSecret.connection(binding, Optional.empty()))
                .flatMap(published -> server.addressOf(pod)
                        .map(address -> new ManagedServer(
                                way, pod, known(address, server, published), published.authentication())));
    }

    /** Returns the same server with another login. */
    ManagedServer as(Authentication other) {
        return new ManagedServer(way, pod, address, other);
    }

    /** Trusts what applications trust, if the caller may not read what the operator trusts. */
    private static RedisAddress known(RedisAddress address, ObservedServer server, Connection published) {
        boolean asOperator = address.tls().isEmpty() || server.tls().kept().isPresent();
        Optional<Tls> tls = asOperator
                ? address.tls()
                : published.tls().or(address::tls).map(trusted -> trusted.named(published.host()));
        return new RedisAddress(address.host(), address.port(), tls);
    }

    @Override
    public Optional<Reply<Boolean>> check() {
        return ask(new CheckDialogue());
    }

    @Override
    public <T> Optional<Reply<T>> ask(Dialogue<T> dialogue) {
        return way.ask(pod, address, login, dialogue);
    }

    @Override
    public String route() {
        return way.name() + " to pod " + pod.getMetadata().getName();
    }
}
