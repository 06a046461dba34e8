package dev.cacheward.cli.imports.env;

import dev.cacheward.cli.imports.draft.ConnectionDraft.Address;
import dev.cacheward.cli.imports.draft.ConnectionDraft.Url;
import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Login;
import dev.cacheward.redis.RedisUrl;
import dev.cacheward.validation.Parsed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the URL of a Redis without keeping its password. A query is left off; the operator reads no URL with one. */
final class UrlReading {
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(redis|valkey)s?([+-][a-z]+)?://.*|(async\\+)rediss?://.*", Pattern.DOTALL);
    private static final Pattern NO_LOGIN = Pattern.compile("^([^/]+://)([^:@/]*:)?@");
    private static final Pattern UNVERIFIED = Pattern.compile("(?i).*[?&]ssl_cert_reqs=(cert_)?none(&.*)?");

    private UrlReading() {}

    static boolean isRedis(String text) {
        return SCHEME.matcher(text.strip()).matches();
    }

    /** @return a message without any of the URL but its scheme, if it cannot be read */
    static Parsed<Url> of(String text) {
        String whole = text.strip().replaceFirst("^async\\+", "");
        String plain = whole.replaceFirst("[?].*$", "");
        // A variable that is not set leaves the password's place empty.
        Matcher noLogin = NO_LOGIN.matcher(plain);
        boolean noPassword = noLogin.find();
        String parsed = noPassword ? noLogin.replaceFirst("$1") : plain;
        boolean exact = parsed.equals(whole);
        return RedisUrl.parse(parsed)
                .fold(
                        url -> new Parsed.Valid<>(url(
                                url,
                                noPassword,
                                exact,
                                UNVERIFIED.matcher(whole).matches())),
                        message -> new Parsed.Invalid<>(message));
    }

    private static Url url(RedisUrl url, boolean noPassword, boolean exact, boolean unverified) {
        Authentication login = url.authentication();
        return new Url(
                new Address(url.tls(), url.host(), url.port(), url.database().orElse(0)),
                login instanceof Login known ? known.username() : "",
                noPassword || !(login instanceof Authentication.None),
                exact,
                unverified);
    }
}
