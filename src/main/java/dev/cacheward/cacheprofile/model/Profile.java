package dev.cacheward.cacheprofile.model;

import dev.cacheward.api.v1alpha1.DeletionPolicy;
import dev.cacheward.delivery.PresetReport;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.delivery.value.Ttl;
import dev.cacheward.kubernetes.Owner;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.conf.RedisConf;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A valid CacheProfile with a managed Redis, all defaults resolved. From here on nothing can be invalid. */
public record Profile(ProfileBasics basics, Server server, DeletionPolicy deletionPolicy) {
    public Profile withServer(Server other) {
        return new Profile(basics, other, deletionPolicy);
    }

    public Owner owner() {
        return basics.owner();
    }

    public SortedMap<String, Ttl> ttls() {
        return basics.ttls();
    }

    public List<TargetKeys> deliveries() {
        return basics.deliveries();
    }

    public PresetReport presets() {
        return basics.presets();
    }

    public ChildNames names() {
        return basics.names();
    }

    /** Returns what the server does when its memory is full, by Redis' own name. */
    public String evictionPolicy() {
        return server.settings().evictionPolicy().redisName();
    }

    /** Returns the host that applications connect to. */
    public String host() {
        return basics.domain().host(names().redis(), owner().namespace());
    }

    /**
     * Returns how applications reach the server with this password.
     *
     * @param trusted the CAs by which they know it, in PEM; empty for a server that encrypts nothing
     */
    public Connection connection(Password password, Optional<String> trusted) {
        return new Connection(
                host(),
                trusted.isPresent() ? RedisConf.TLS_PORT : RedisConf.PORT,
                new Login(AclUser.APPLICATION, password),
                Optional.of(0),
                trusted.map(Tls::trusting));
    }
}
