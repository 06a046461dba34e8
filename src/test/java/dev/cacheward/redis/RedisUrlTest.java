package dev.cacheward.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.ExpectedParsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {
    @Test
    void allPartsAreRead() {
        assertThat(read("rediss://shop:s3cret@redis.example.com:6380/3"))
                .isEqualTo(new RedisUrl(
                        true, "redis.example.com", 6380, new Login("shop", new Password("s3cret")), Optional.of(3)));
    }

    @Test
    void whatIsNotNamedIsThePort6379NoLoginAndNoDatabase() {
        assertThat(read("redis://redis"))
                .isEqualTo(new RedisUrl(false, "redis", 6379, new Authentication.None(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "redis, false",
        "valkey, false",
        "rediss, true",
        "valkeys, true",
        "REDIS, false",
        "RedisS, true",
        "Valkeys, true",
    })
    void fourSchemesAreAllowedInAnyCaseAndThoseWithAnSUseTls(String scheme, boolean tls) {
        assertThat(read(scheme + "://redis").tls()).isEqualTo(tls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://:tok3n@redis", "redis://tok3n@redis"})
    void aPasswordMayStandWithoutAUser(String url) {
        assertThat(read(url).authentication()).isEqualTo(new Authentication.PasswordOnly(new Password("tok3n")));
    }

    @ParameterizedTest
    @CsvSource({
        "sh%3Aop:pw, sh:op, pw",
        "shop:p%3Aw, shop, p:w",
        "shop:p:w, shop, p:w",
        "shop:p%40w%2F%3F%23%25, shop, p@w/?#%",
        "shop:a+b%20c%2B, shop, a+b c+",
        "sh%C3%B6p:p%c3%a4ss%F0%9F%98%80, shöp, päss😀",
        "shöp:päss😀, shöp, päss😀",
        "shop:!$^<>-=|~`{}\\, shop, !$^<>-=|~`{}\\",
    })
    void escapesAreDecodedAfterTheUserAndThePasswordWereSplit(String login, String user, String password) {
        // Given
        String url = "redis://" + login + "@redis";
        // When
        Authentication read = read(url).authentication();
        // Then
        assertThat(read).isEqualTo(new Login(user, new Password(password)));
    }

    @ParameterizedTest
    @CsvSource({"'', ", "/, ", "/0, 0", "/15, 15", "/9999, 9999"})
    void theDatabaseIsThePath(String path, Integer database) {
        assertThat(read("redis://redis" + path).database()).isEqualTo(Optional.ofNullable(database));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "6380, 6380", "65535, 65535"})
    void thePortIsThatOfTheUrl(String text, int port) {
        assertThat(read("redis://redis:" + text).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://[fd12::7]", "redis://:pw@[fd12::7]:6380/1"})
    void anIpv6AddressStandsInBracketsAndIsReadWithoutThem(String url) {
        assertThat(read(url).host()).isEqualTo("fd12::7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void oneLineBreakAtTheEndIsLeftOff(String lineBreak) {
        assertThat(read("redis://:pw@redis:6379/1" + lineBreak)).isEqualTo(read("redis://:pw@redis:6379/1"));
    }

    @ParameterizedTest
    @CsvSource({"a b+c", "%41", "p@ss:w/ord?#[]", "\"`$\\", "pässwörd€😀"})
    void aPublishedUrlIsReadBack(String password) {
        // Given
        Login login = new Login("a:b@c", new Password(password));
        // When
        RedisUrl read = read(ConnectionUrl.url(Connection.plain("fd12::7", 6380, login)));
        // Then
        assertThat(read).isEqualTo(new RedisUrl(false, "fd12::7", 6380, login, Optional.of(0)));
    }

    @Test
    void nothingOfAPasswordIsPrinted() {
        assertThat(read("redis://shop:s3cret@redis").toString()).doesNotContain("s3cret");
    }

    private static RedisUrl read(String url) {
        return ExpectedParsed.value(RedisUrl.parse(url));
    }
}
