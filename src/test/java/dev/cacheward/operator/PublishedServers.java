package dev.cacheward.operator;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.Tls.ClientCertificate;
import dev.cacheward.redis.client.LongTimeout;
import dev.cacheward.redis.client.external.ForeignRedis;
import dev.cacheward.testbed.Ports;
import dev.cacheward.testbed.RedisEndpoint;
import dev.cacheward.testbed.Resp;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import dev.cacheward.testbed.certificates.CertificateAuthority.Subject;
import dev.cacheward.testbed.certificates.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Real servers of each kind that a profile may name, and the connection to each of them that is published. */
final class PublishedServers implements AutoCloseable {
    static final String COLON_IN_USER = "colon-in-user";

    private static final String LOCAL = "127.0.0.1";

    /** Each character of them that has a meaning in a URL, and some that are not of ASCII. */
    private static final Login DIFFICULT = new Login("sh/o?p@%é", new Password("p@ss:w/o?r#d%20 +&\"'\\$€😀"));

    private static final Login COLON = new Login("team:shop", new Password("pw"));
    private static final Login DEFAULT = new Login("default", new Password("tok3n"));
    private static final String[] USERS = Stream.of(
                    List.of("--requirepass", DEFAULT.password().value()), user(DIFFICULT), user(COLON))
            .flatMap(List::stream)
            .toArray(String[]::new);

    private final Deque<ForeignRedis> servers = new ArrayDeque<>();
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final CertificateAuthority authority = CertificateAuthority.root("cacheward");

    /** Starts them all. */
    static PublishedServers start() {
        PublishedServers servers = new PublishedServers();
        try {
            servers.startPlain();
            servers.startEncrypted();
            servers.startDemanding();
            servers.startClusters();
            return servers;
        } catch (RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    /** Returns them by what is special about each. */
    Map<String, Connection> connections() {
        return connections;
    }

    private void startPlain() {
        int open = started(ForeignRedis.start());
        plain("no-password", LOCAL, open, new Authentication.None(), 0);
        plain("no-password-database-3", LOCAL, open, new Authentication.None(), 3);
        int closed = started(ForeignRedis.start(USERS));
        plain("user-and-password", LOCAL, closed, DEFAULT, 0);
        plain("password-alone", LOCAL, closed, new Authentication.PasswordOnly(DEFAULT.password()), 0);
        plain("encoded", LOCAL, closed, DIFFICULT, 0);
        plain(COLON_IN_USER, LOCAL, closed, COLON, 0);
        plain("database-3", LOCAL, closed, DEFAULT, 3);
        plain("ipv6", "::1", started(ForeignRedis.start(with("--bind", "::1"))), DEFAULT, 0);
    }

    private void startEncrypted() {
        Issued server = authority.intermediate("between").issue(Subject.server(LOCAL, "localhost", "::1"));
        int port = started(ForeignRedis.encrypted(server, authority.pem(), USERS));
        Tls own = Tls.trusting(authority.pem());
        encrypted("tls", LOCAL, port, DEFAULT, own);
        encrypted("tls-password-alone", LOCAL, port, new Authentication.PasswordOnly(DEFAULT.password()), own);
        encrypted("tls-encoded", LOCAL, port, DIFFICULT, own);
        String others = CertificateAuthority.root("one").pem()
                + CertificateAuthority.root("two").pem();
        encrypted("tls-name-and-third-ca", "localhost", port, DEFAULT, Tls.trusting(others + authority.pem()));
        int six = started(ForeignRedis.encrypted(server, authority.pem(), with("--bind", "::1")));
        encrypted("tls-ipv6", "::1", six, DEFAULT, own);
    }

    private void startDemanding() {
        Issued server = authority.issue(Subject.server(LOCAL));
        int port = started(ForeignRedis.encrypted(server, authority.pem(), with("--tls-auth-clients", "yes")));
        Issued curve = authority.intermediate("clients").issue(Subject.named("shop"));
        Issued rsa = authority.issue(Subject.named("shop"), "RSA");
        encrypted("client-certificate", LOCAL, port, DEFAULT, showing(curve.chain(), curve.key()));
        encrypted("client-certificate-rsa", LOCAL, port, DEFAULT, showing(rsa.chain(), rsa.key()));
        encrypted("client-certificate-sec1-key", LOCAL, port, DEFAULT, showing(curve.chain(), curve.olderKey()));
        encrypted("client-certificate-pkcs1-key", LOCAL, port, DEFAULT, showing(rsa.chain(), rsa.olderKey()));
    }

    private Tls showing(String chain, String key) {
        return new Tls(
                Optional.of(authority.pem()),
                Tls.Verification.FULL,
                Optional.empty(),
                Optional.of(new ClientCertificate(chain, new Password(key))));
    }

    private void startClusters() {
        int plain = started(ForeignRedis.start(clustered()));
        serveAllSlots(plain);
        connections.put("cluster", cluster(plain, Optional.empty()));
        int beside = Ports.free();
        Issued server = authority.issue(Subject.server(LOCAL));
        int encrypted = started(ForeignRedis.encrypted(
                server, authority.pem(), clustered("--port", String.valueOf(beside), "--tls-cluster", "yes")));
        serveAllSlots(beside);
        connections.put("tls-cluster", cluster(encrypted, Optional.of(Tls.trusting(authority.pem()))));
    }

    private static Connection cluster(int port, Optional<Tls> tls) {
        return new Connection(LOCAL, port, DIFFICULT, Optional.empty(), tls);
    }

    private static String[] clustered(String... more) {
        String[] arguments = {
            "--cluster-enabled", "yes", "--cluster-announce-ip", LOCAL, "--cluster-port", String.valueOf(Ports.free())
        };
        return Stream.of(with(arguments), more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** Other words than those of a client under test. */
    private static void serveAllSlots(int port) {
        try (Resp redis = Resp.connect(new RedisEndpoint(LOCAL, port), LongTimeout.LONG)) {
            redis.call("AUTH", DEFAULT.password().value());
            redis.call("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
            Awaitility.await()
                    .atMost(LongTimeout.LONG)
                    .until(() -> redis.call("CLUSTER", "INFO").contains("cluster_state:ok"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> user(Login login) {
        return List.of("--user", login.username(), "on", "#" + login.password().sha256(), "~*", "&*", "+@all");
    }

    private static String[] with(String... more) {
        return Stream.of(more, USERS).flatMap(Stream::of).toArray(String[]::new);
    }

    private int started(ForeignRedis server) {
        servers.push(server);
        return server.port();
    }

    private void plain(String name, String host, int port, Authentication login, int database) {
        connections.put(name, new Connection(host, port, login, Optional.of(database), Optional.empty()));
    }

    private void encrypted(String name, String host, int port, Authentication login, Tls tls) {
        connections.put(name, new Connection(host, port, login, Optional.of(0), Optional.of(tls)));
    }

    @Override
    public void close() {
        servers.forEach(ForeignRedis::close);
    }
}
