package dev.cacheward.cli.diagnose;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.ExternalCheck;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.Topology;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.external.ExternalEndpoint;
import dev.cacheward.redis.client.external.ExternalGateway;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** A Redis that somebody else runs, asked from this machine with the connection that applications read. */
record ForeignServer(RedisGateway gateway, ExternalGateway foreign, ExternalEndpoint endpoint) implements Asked {
    private static final String KEYS = "cacheward:check:";

    /** Returns the server; empty if the Secret holds no connection. */
    static Optional<ForeignServer> of(Means means, CacheProfile profile, Secret binding) {
        ExternalRedis spec = profile.getSpec().redis().external();
        String prefix =
                Optional.ofNullable(spec.check()).map(ExternalCheck::keyPrefix).orElse(KEYS);
        return PublishedSecret.connection(binding, Optional.empty())
                .map(connection -> new ForeignServer(
                        means.gateway(),
                        means.foreign(),
                        new ExternalEndpoint(connection, spec.topology() == Topology.CLUSTER, prefix)));
    }

    @Override
    public Optional<Reply<Boolean>> check() {
        return Optional.of(foreign.check(endpoint, address -> Optional.empty())
                .fold(answer -> new Reply.Answered<>(true), Reply.Failed::new));
    }

    @Override
    public <T> Optional<Reply<T>> ask(Dialogue<T> dialogue) {
        Connection connection = endpoint.connection();
        return Optional.of(gateway.ask(
                new RedisAddress(connection.host(), connection.port(), connection.tls()),
                connection.authentication(),
                dialogue));
    }

    @Override
    public String route() {
        return "its own address, from this machine";
    }
}
