package dev.cacheward.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.ExpectedParsed;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlRefusedTest {
    private static final String ALLOWED =
            "redis://, rediss://, valkey:// or valkeys:// (those with an s at the end use TLS)";

    @ParameterizedTest
    @ValueSource(strings = {"redis-sentinel", "redis-socket", "unix", "redis+ssl", "http", "HTTPS", "postgres", "tcp"})
    void anotherSchemeIsRefusedByItsName(String scheme) {
        assertThat(message(scheme + "://:pw@redis"))
                .isEqualTo(
                        "the URL has the scheme " + scheme.toLowerCase(Locale.ROOT) + "://; it begins with " + ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret://redis",
                "redis.example.com:6379",
                "redis:redis",
                "redis:/redis",
                "//redis",
                "re_dis://redis"
            })
    void aSchemeThatNobodyKnowsIsNotNamedForItMayBeAPassword(String text) {
        assertThat(message(text)).isEqualTo("the URL has no scheme that is read; it begins with " + ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the URL is empty",
                "'\"redis://redis\"'|the URL stands in quotes; take them off",
                "redis-cli -u redis://redis|the URL has a blank, a line break or a control character; give the URL alone",
                "' redis://redis'|the URL has a blank",
                "'redis://redis '|the URL has a blank",
                "redis://:p w@redis|percent-encode a blank of a password as %20",
                "redis://h1:1,h2:2|the URL names several hosts; name one",
                "redis://:pw@h1:1,h2:2/0|the URL names several hosts; name one",
                "redis://redis?timeout=1s|the URL has a query (from '?' on), which is not read; take it off",
                "redis://redis/0?database=3|the database is the path, as in /1",
                "rediss://redis/?verifyPeer=NONE|options of TLS are the fields of tls",
                "redis://redis#1|the URL has a fragment (from '#' on)",
                "redis://redis/0#1|the URL has a fragment (from '#' on)",
                "redis://|the host in the URL is empty",
                "redis:///0|the host in the URL is empty",
                "redis://:pw@|the host in the URL is empty",
                "redis://:pw@:6379|the host in the URL is empty",
                "redis://127.1|the host in the URL is a number, but no IPv4 address",
                "redis://re_dis.|the host in the URL ends with a dot",
                "redis://re%64is|the host in the URL is no name",
                "redis://[redis]|the host in the URL stands in brackets and is no IPv6 address",
                "redis://[fe80::1%25eth0]|the host in the URL is no IPv6 address",
                "redis://[::ffff:127.0.0.1]|the host in the URL is no IPv6 address",
                "redis://fd12::7|an IPv6 address stands in brackets, as in redis://[fd12::7]:6379",
                "redis://[fd12::7|an IPv6 address stands in brackets",
                "redis://redis:6379:6380|the URL does not end in HOST:PORT",
                "redis://redis:|the port in the URL is no number from 1 to 65535",
                "redis://redis:0|the port in the URL is no number",
                "redis://redis:65536|the port in the URL is no number",
                "redis://redis:+1|the port in the URL is no number",
                "redis://redis:06379|the port in the URL is no number",
                "redis://redis:99999999999|the port in the URL is no number",
                "redis://redis/10000|the path of the URL is no database",
                "redis://redis/-1|the path of the URL is no database",
                "redis://redis/00|the path of the URL is no database",
                "redis://redis/0/|the path of the URL is no database",
                "redis://redis/cache|the path of the URL is no database",
            })
    void whatIsWrongIsSaidWithWhatIsAllowed(String url, String words) {
        assertThat(message(url)).contains(words);
    }

    @Test
    void aTextOfAnyLengthIsRefusedAtOnce() {
        assertThat(message("redis://:" + ", ".repeat(500_000) + "@redis")).contains("longer than 4096 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.redis.cache.windows.net:6380,password=k3y=,ssl=True,abortConnect=False",
                "shop:6380, user=app, password=k3y",
                "rediss://shop.redis.cache.windows.net:6380,password=k3y=,ssl=True",
            })
    void aConnectionStringOfDotNetIsRefusedWithTheFieldsToUse(String text) {
        assertThat(message(text))
                .isEqualTo(
                        "the value is a connection string of StackExchange.Redis (.NET), not a URL; use the fields host or"
                                + " hostFrom, port, passwordFrom and tls in place of urlFrom");
    }

    private static String message(String url) {
        return ExpectedParsed.message(RedisUrl.parse(url));
    }
}
