package dev.cacheward.redis;

import dev.cacheward.validation.Hosts;
import dev.cacheward.validation.Parsed;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URL of a Redis says, and nothing more: no part of it sets a time limit, another server or what a certificate has to be.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets; see {@link Hosts}
 * @param port 6379 where the URL names none, with TLS too
 * @param database empty if the URL names none
 */
public record RedisUrl(boolean tls, String host, int port, Authentication authentication, Optional<Integer> database) {
    private static final int DEFAULT_PORT = 6379;

    /** Enough for the longest user name, password and host, with every character of them escaped. */
    private static final int LONGEST = 4096;

    private static final Set<String> PLAIN = Set.of("redis", "valkey");
    private static final Set<String> ENCRYPTED = Set.of("rediss", "valkeys");
    private static final String ALLOWED =
            "redis://, rediss://, valkey:// or valkeys:// (those with an s at the end use TLS)";

    /** Schemes that may be named in a message: of another word, nobody knows that it is no piece of a password. */
    private static final Pattern NAMEABLE =
            Pattern.compile("((redis|valkey)s?[-+])?(sentinel|cluster|socket|unix|ssl|tls)"
                    + "|tcp|https?|file|srv|memcached?|postgres(ql)?|mysql|mongodb|amqps?");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile(
            "(?:(?<login>[^@/?#]*)@)?(?<host>\\[[^\\]@/?#]*\\]|[^\\[\\]:@/?#]*)(?::(?<port>[^:@/?#]*))?(?:/(?<path>.*))?");
    private static final Pattern STACK_EXCHANGE = Pattern.compile(
            "(?i).*,\\s*(password|user|ssl|abortConnect|allowAdmin|connectTimeout)\\s*=.*", Pattern.DOTALL);

    /**
     * Reads a URL. No message holds any of it but its scheme, for in a broken one anything may be a piece of the password.
     *
     * <p>{@code redis://token@host} is a password without a user, as lettuce reads it and Fly.io prints it; other libraries take
     * it for a user. One line break at the end is left off: {@code echo} puts it there, it can be no part of a URL, and
     * applications read the URL that is made anew from the parts. A password alone that ends so is refused: the application
     * that reads it from the same place would send another one.
     */
    public static Parsed<RedisUrl> parse(String text) {
        String url = text.replaceFirst("\\r?\\n\\z", "");
        Matcher scheme = SCHEME.matcher(url);
        boolean found = scheme.matches();
        Optional<String> objection = size(url)
                .or(() -> found ? Optional.empty() : noUrl(url))
                .or(() -> characters(url))
                .or(() -> scheme(found ? Optional.of(scheme.group(1)) : Optional.empty()))
                .or(() -> login(scheme.group(2)))
                .or(() -> rest(scheme.group(2)));
        return objection
                .<Parsed<RedisUrl>>map(Parsed.Invalid::new)
                .orElseGet(() -> parts(ENCRYPTED.contains(lower(scheme.group(1))), scheme.group(2)));
    }

    private static Optional<String> size(String url) {
        if (url.isBlank()) {
            return Optional.of("the URL is empty; write it as rediss://USER:PASSWORD@HOST:PORT");
        }
        return url.length() <= LONGEST
                ? Optional.empty()
                : Optional.of(
                        "the URL is longer than " + LONGEST + " characters; no user name, password and host need them");
    }

    /** Recognises what people have in a URL's place. */
    private static Optional<String> noUrl(String text) {
        if (text.startsWith("\"") || text.startsWith("'")) {
            return Optional.of("the URL stands in quotes; take them off, since they are part of the value");
        }
        return STACK_EXCHANGE.matcher(text).matches() ? stackExchange() : Optional.empty();
    }

    private static Optional<String> stackExchange() {
        return Optional.of(
                "the value is a connection string of StackExchange.Redis (.NET), not a URL; use the fields host or"
                        + " hostFrom, port, passwordFrom and tls in place of urlFrom");
    }

    private static Optional<String> characters(String url) {
        return url.codePoints()
                        .noneMatch(
                                c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c))
                ? Optional.empty()
                : Optional.of(
                        "the URL has a blank, a line break or a control character; give the URL alone, and percent-encode"
                                + " a blank of a password as %20");
    }

    private static Optional<String> scheme(Optional<String> written) {
        String scheme = lower(written.orElse(""));
        if (PLAIN.contains(scheme) || ENCRYPTED.contains(scheme)) {
            return Optional.empty();
        }
        String named =
                NAMEABLE.matcher(scheme).matches() ? "has the scheme " + scheme + "://" : "has no scheme that is read";
        return Optional.of("the URL " + named + "; it begins with " + ALLOWED);
    }

    /** Looks for an unescaped character, at which every reader would end the login somewhere else. */
    private static Optional<String> login(String rest) {
        int at = rest.indexOf('@');
        return at == rest.lastIndexOf('@') && at <= authority(rest).length()
                ? Optional.empty()
                : Optional.of("the user name or the password in the URL has one of the characters @ / ? # as it is;"
                        + " percent-encode them there: @ is %40, / is %2F, ? is %3F, # is %23");
    }

    private static Optional<String> rest(String rest) {
        String hosts = authority(rest).substring(rest.indexOf('@') + 1);
        if (STACK_EXCHANGE.matcher(hosts).matches()) {
            return stackExchange();
        }
        if (hosts.contains(",")) {
            return Optional.of(
                    "the URL names several hosts; name one: the client of a cluster finds the others through it");
        }
        if (rest.contains("?")) {
            return Optional.of(
                    "the URL has a query (from '?' on), which is not read; take it off: options of TLS are the fields"
                            + " of tls, the database is the path, as in /1, and time limits are set in the application");
        }
        return rest.contains("#")
                ? Optional.of(
                        "the URL has a fragment (from '#' on), which means nothing here; take it off, and write a '#' of a"
                                + " password as %23")
                : Optional.empty();
    }

    private static String authority(String rest) {
        return rest.split("[/?#]", 2)[0];
    }

    private static Parsed<RedisUrl> parts(boolean tls, String rest) {
        Matcher parts = PARTS.matcher(rest);
        if (!parts.matches()) {
            return new Parsed.Invalid<>(
                    "the URL does not end in HOST:PORT or HOST:PORT/DATABASE; an IPv6 address stands in"
                            + " brackets, as in redis://[fd12::7]:6379");
        }
        Optional<String> port = Optional.ofNullable(parts.group("port"));
        Optional<String> path = Optional.ofNullable(parts.group("path")).filter(number -> !number.isEmpty());
        Optional<String> objection = host(parts.group("host"))
                .or(() -> port.flatMap(RedisUrl::port))
                .or(() -> path.flatMap(RedisUrl::database));
        return objection
                .<Parsed<RedisUrl>>map(Parsed.Invalid::new)
                .orElseGet(() -> authentication(Optional.ofNullable(parts.group("login")))
                        .fold(
                                login -> new Parsed.Valid<>(new RedisUrl(
                                        tls,
                                        bare(parts.group("host")),
                                        port.flatMap(Hosts::port).orElse(DEFAULT_PORT),
                                        login,
                                        path.map(Integer::parseInt))),
                                Parsed.Invalid::new));
    }

    private static Parsed<Authentication> authentication(Optional<String> login) {
        return login.map(UserInfo::parse).orElseGet(() -> new Parsed.Valid<>(new Authentication.None()));
    }

    private static Optional<String> host(String host) {
        boolean brackets = host.startsWith("[");
        Optional<String> objection = brackets && !bare(host).contains(":")
                ? Optional.of("stands in brackets and is no IPv6 address; only such an address does")
                : Hosts.objection(bare(host));
        return objection.map(words -> "the host in the URL " + words);
    }

    private static Optional<String> port(String port) {
        return Hosts.port(port).isPresent()
                ? Optional.empty()
                : Optional.of("the port in the URL is no number from 1 to 65535; without a ':' it is " + DEFAULT_PORT
                        + ", and what is a password needs an '@' after it");
    }

    private static Optional<String> database(String path) {
        return path.matches("0|[1-9][0-9]{0,3}")
                ? Optional.empty()
                : Optional.of(
                        "the path of the URL is no database; allowed are / and a number from 0 to 9999 after it, as in /1");
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String lower(String scheme) {
        return scheme.toLowerCase(Locale.ROOT);
    }
}
