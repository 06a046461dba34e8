package dev.cacheward.cacheprofile.model.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.RedisAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two servers of which one may encrypt and the other not find a way to copy data that both can go. */
class MemberTest {
    private static final Member CLEAR = member("10.0.0.1", 6379, Optional.empty());
    private static final Member ENCRYPTED = member("10.0.0.2", 6380, Optional.of(Tls.trusting("CA")));
    private static final Member OTHER = member("10.0.0.3", 6380, Optional.of(Tls.trusting("CA")));

    @Test
    void serversThatBothEncryptCopyEncrypted() {
        assertThat(ENCRYPTED.replicating(OTHER)).contains(new RedisAddress("10.0.0.2", 6380));
        assertThat(ENCRYPTED.replicationParameters(OTHER)).containsExactly("tls-replication", "yes");
    }

    @Test
    void beforeOneThatDoesNotTheOtherOpensItsPortInClear() {
        assertThat(ENCRYPTED.replicating(CLEAR)).contains(new RedisAddress("10.0.0.2", 6379));
        assertThat(ENCRYPTED.replicationParameters(CLEAR)).containsExactly("tls-replication", "no", "port", "6379");
        assertThat(CLEAR.replicating(ENCRYPTED)).contains(new RedisAddress("10.0.0.1", 6379));
    }

    @Test
    void aServerThatHasNoCertificateIsToldNothingOfEncryption() {
        assertThat(CLEAR.replicationParameters(ENCRYPTED)).isEmpty();
        assertThat(CLEAR.replicationParameters(CLEAR)).isEmpty();
    }

    private static Member member(String host, int port, Optional<Tls> tls) {
        return new Member(host, Optional.empty(), Optional.of(new RedisAddress(host, port, tls)), Optional.empty());
    }
}
