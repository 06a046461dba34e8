package dev.cacheward.cluster.rig;

import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.RawRedis;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A profile whose server encrypts, with the Secret of its certificate, and an application that knows what was published. */
public final class EncryptedProfile {
    private final TestNamespace namespace;
    private final String name;

    public EncryptedProfile(TestNamespace namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    /** The profile itself; who asks for it has the operator run in this process. */
    public EditedProfile profile() {
        return new EditedProfile(namespace, name);
    }

    /** The name that the certificate must have. */
    public String host() {
        return name + "-redis." + namespace.name() + ".svc.cluster.local";
    }

    /** Puts a new certificate into the author's Secret. */
    public Issued putCertificate(CertificateAuthority authority) {
        Issued issued = authority.issue(Subject.server(host()));
        put(issued.chain(), issued.key(), authority.pem());
        return issued;
    }

    public void put(String chain, String key, String ca) {
        namespace.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: %s-certs}
                type: kubernetes.io/tls
                data: {tls.crt: %s, tls.key: %s, ca.crt: %s}
                """.formatted(name, base64(chain), base64(key), base64(ca)));
    }

    /** The part of a spec that names the Secret. */
    public String tls(String more) {
        return "tls: {secretName: " + name + "-certs" + more + "}";
    }

    /** Has the operator look at once, and not within a minute. */
    public void look() {
        profile().annotate("cacheward.dev/reconcile", String.valueOf(System.nanoTime()));
    }

    /** The Service as the published connection says, but for the name of the host, which resolves in pods only. */
    public RedisAddress published() {
        return published(Optional.empty());
    }

    public RedisAddress published(Optional<Tls.ClientCertificate> client) {
        String ip = namespace
                .resource(Service.class, name + "-redis")
                .get()
                .getSpec()
                .getClusterIP();
        int port = Integer.parseInt(namespace.secret(name + "-redis", "port"));
        return namespace.secret(name + "-redis", "uri").startsWith("rediss://")
                ? new RedisAddress(
                        ip,
                        port,
                        Optional.of(new Tls(
                                Optional.of(namespace.secret(name + "-redis", "ca.crt")),
                                Tls.Verification.FULL,
                                Optional.of(namespace.secret(name + "-redis", "host")),
                                client)))
                : new RedisAddress(ip, port);
    }

    public Login application() {
        return new Login(
                namespace.secret(name + "-redis", "username"),
                new Password(namespace.secret(name + "-redis", "password")));
    }

    public Object ask(String... words) {
        return ask(published(), words);
    }

    public Object ask(RedisAddress address, String... words) {
        try (RawRedis redis = new RawRedis(address, application())) {
            return redis.ask(words);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }

    @Override
    public String toString() {
        return Arrays.asList(namespace.name(), name).toString();
    }
}
