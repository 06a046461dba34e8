package dev.cacheward.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
    @Test
    void aGeneratedPasswordStandsAsItIs() {
        // Given
        Password password = new Password("Abc123");
        // When
        String url = ConnectionUrl.url(plain("shop-redis.prod.svc", 6379, password));
        // Then
        assertThat(url).isEqualTo("redis://default:Abc123@shop-redis.prod.svc:6379/0");
    }

    @Test
    void whateverIsNotPlainIsPercentEncodedAsUtf8AndASpaceIsNoPlus() {
        // Given
        Password password = new Password("a b+c/%@:ä\"");
        // When
        String url = ConnectionUrl.url(plain("h", 1, password));
        // Then
        assertThat(url).isEqualTo("redis://default:a%20b%2Bc%2F%25%40%3A%C3%A4%22@h:1/0");
    }

    @Test
    void anIpv6AddressStandsInBrackets() {
        // Given
        Password password = new Password("x");
        // When
        String url = ConnectionUrl.url(plain("fd00::1", 6379, password));
        // Then
        assertThat(url).isEqualTo("redis://default:x@[fd00::1]:6379/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b+c", "%41", "p@ss:w/ord?#[]", "\"'`$\\", "pässwörd€😀"})
    void aClientLibraryReadsThePasswordBack(String raw) {
        // Given
        String url = ConnectionUrl.url(plain("localhost", 6379, new Password(raw)));
        // When
        RedisURI read = RedisURI.create(url);
        // Then
        char[] password =
                read.getCredentialsProvider().resolveCredentials().block().getPassword();
        assertThat(new String(password)).isEqualTo(raw);
    }

    private static Connection plain(String host, int port, Password password) {
        return Connection.plain(host, port, new Login("default", password));
    }
}
