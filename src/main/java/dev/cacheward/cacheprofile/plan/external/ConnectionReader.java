package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.ExternalAuth;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.ExternalTls;
import dev.cacheward.api.v1alpha1.SourceKind;
import dev.cacheward.api.v1alpha1.TlsMode;
import dev.cacheward.api.v1alpha1.Topology;
import dev.cacheward.api.v1alpha1.Verification;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.RedisUrl;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.UserPassword;
import dev.cacheward.validation.Hosts;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Quote;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a connection from a spec that obeys the rules, and from what its references hold. A message begins with the field. */
final class ConnectionReader {
    static final String CHAIN = "tls.clientCertificateFrom.certificateKey";
    static final String KEY = "tls.clientCertificateFrom.privateKeyKey";

    private static final int PORT = 6379;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}]{1,253}");

    private final ExternalRedis spec;
    private final References references;

    ConnectionReader(ExternalRedis spec, References references) {
        this.spec = spec;
        this.references = references;
    }

    /** @return a message without anything that could be secret, if something cannot be read */
    Parsed<Connection> read() {
        return spec.urlFrom() == null
                ? ofFields()
                : at("urlFrom", RedisUrl.parse(text("urlFrom"))).fold(this::ofUrl, Parsed.Invalid::new);
    }

    private Parsed<Connection> ofUrl(RedisUrl url) {
        boolean password = !(url.authentication() instanceof Authentication.None);
        if (password && spec.auth() != null && spec.auth() != ExternalAuth.PASSWORD) {
            return invalid("urlFrom", "the URL has a password, which has no meaning with auth None or Application");
        }
        if (!password && spec.auth() == ExternalAuth.PASSWORD) {
            return invalid("urlFrom", "the URL has no password, and auth is Password");
        }
        int database = url.database().orElse(0);
        if (isCluster() && database != 0) {
            return invalid("urlFrom", "the URL names a database, and a cluster has one only: leave it out, or write 0");
        }
        Authentication authentication = spec.auth() == ExternalAuth.APPLICATION
                ? new Authentication.Tokens(Optional.empty())
                : url.authentication();
        return new Parsed.Valid<>(connection(
                url.host(), url.port(), authentication, database, url.tls() ? Optional.of(tls()) : Optional.empty()));
    }

    private Parsed<Connection> ofFields() {
        Optional<Tls> tls = Optional.ofNullable(spec.tls())
                .filter(given -> given.mode() != TlsMode.DISABLED)
                .map(given -> tls());
        return host().fold(
                        host -> port().fold(
                                        port -> authentication()
                                                .<Parsed<Connection>>fold(
                                                        login -> new Parsed.Valid<>(connection(
                                                                host,
                                                                port,
                                                                login,
                                                                Optional.ofNullable(spec.database())
                                                                        .orElse(0),
                                                                tls)),
                                                        Parsed.Invalid::new),
                                        Parsed.Invalid::new),
                        Parsed.Invalid::new);
    }

    private Connection connection(
            String host, int port, Authentication authentication, int database, Optional<Tls> tls) {
        return new Connection(host, port, authentication, isCluster() ? Optional.empty() : Optional.of(database), tls);
    }

    private boolean isCluster() {
        return spec.topology() == Topology.CLUSTER;
    }

    private Parsed<String> host() {
        if (spec.host() != null) {
            return new Parsed.Valid<>(spec.host());
        }
        String host = text("hostFrom").strip();
        return Hosts.objection(host)
                .or(() -> swapped(host))
                .<Parsed<String>>map(objection -> invalid("hostFrom", "the host " + objection))
                .orElseGet(() -> new Parsed.Valid<>(host));
    }

    private Parsed<Integer> port() {
        Optional<String> text = references.text("portFrom").map(String::strip);
        if (text.isEmpty()) {
            return new Parsed.Valid<>(Optional.ofNullable(spec.port()).orElse(PORT));
        }
        return Hosts.port(text.get())
                .<Parsed<Integer>>map(Parsed.Valid::new)
                .orElseGet(() -> invalid("portFrom", told(text.get()) + " is not a port: allowed is 1 to 65535"));
    }

    /** A key of a Secret that was mistaken for another may hold a password, which no message repeats. */
    private String told(String text) {
        return spec.portFrom().kind() == SourceKind.CONFIG_MAP ? Quote.of(text) : "the text there";
    }

    private Optional<String> swapped(String host) {
        Optional<String> password = references.text("passwordFrom").map(String::strip);
        if (password.filter(host::equals).isPresent()) {
            return Optional.of("is the same as the password; name the key that holds the host");
        }
        boolean looksLikeHost = password.filter(
                        text -> text.contains(".") && Hosts.objection(text).isEmpty())
                .isPresent();
        return looksLikeHost && !host.contains(".") && !host.contains(":")
                ? Optional.of(
                        "looks like a password, and the password like a host: do hostFrom and passwordFrom name each"
                                + " other's key?")
                : Optional.empty();
    }

    private Parsed<Authentication> authentication() {
        Optional<String> user = Optional.ofNullable(spec.username())
                .or(() -> references.text("usernameFrom").map(String::strip))
                .filter(name -> !name.isEmpty());
        if (user.filter(name -> !NAME.matcher(name).matches()).isPresent()) {
            return invalid(
                    "usernameFrom",
                    "the user's name is longer than 253 characters, or has blanks or control characters");
        }
        if (spec.auth() == ExternalAuth.APPLICATION) {
            return new Parsed.Valid<>(new Authentication.Tokens(user));
        }
        Optional<String> password = references.text("passwordFrom").filter(text -> !text.isEmpty());
        if (password.isEmpty()) {
            return spec.auth() == ExternalAuth.PASSWORD
                    ? invalid("passwordFrom", "the password is empty, and auth is Password")
                    : new Parsed.Valid<>(new Authentication.None());
        }
        if (password.get().startsWith(BYTE_ORDER_MARK)) {
            return invalid("passwordFrom", "the password begins with a byte order mark, which an editor has put there");
        }
        return at("passwordFrom", UserPassword.parse(password.get()))
                .fold(known -> new Parsed.Valid<>(login(user, known)), Parsed.Invalid::new);
    }

    private static Authentication login(Optional<String> user, Password password) {
        return user.<Authentication>map(name -> new Login(name, password))
                .orElseGet(() -> new Authentication.PasswordOnly(password));
    }

    private Tls tls() {
        Optional<ExternalTls> given = Optional.ofNullable(spec.tls());
        return new Tls(
                references.text("tls.caFrom"),
                given.map(ExternalTls::verify)
                        .map(ConnectionReader::verification)
                        .orElse(Tls.Verification.FULL),
                given.map(ExternalTls::serverName),
                references
                        .text(CHAIN)
                        .flatMap(chain ->
                                references.text(KEY).map(key -> new Tls.ClientCertificate(chain, new Password(key)))));
    }

    private static Tls.Verification verification(Verification verify) {
        return Tls.Verification.valueOf(verify.name());
    }

    private String text(String field) {
        return references.text(field).orElse("");
    }

    private static <T> Parsed<T> at(String field, Parsed<T> parsed) {
        return parsed.fold(Parsed.Valid::new, message -> invalid(field, message));
    }

    private static <T> Parsed<T> invalid(String field, String message) {
        return new Parsed.Invalid<>(
                ExternalValidator.FIELD + "." + field + ": " + message + ". What was published before stays as it is.");
    }
}
