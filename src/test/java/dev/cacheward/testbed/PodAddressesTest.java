package dev.cacheward.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PodAddressesTest {
    private static final String IP = "127.9.9.9";

    @Test
    void thisMachinesLoopbackIsNotThePods() {
        // Given
        List<String> arguments = List.of("/redis.conf", "--bind", IP, "-127.0.0.1", "-::1", "--port", "6379");

        // When
        List<String> adapted = PodAddresses.inArguments(arguments, IP);

        // Then
        assertThat(adapted).containsExactly("/redis.conf", "--bind", IP, "--port", "6379");
    }

    @Test
    void allAddressesAreThePodsOwn() {
        // Given
        List<String> arguments = List.of("--bind", "*", "-::*");

        // When
        List<String> adapted = PodAddresses.inArguments(arguments, IP);

        // Then
        assertThat(adapted).containsExactly("--bind", IP);
    }

    @Test
    void theSameHoldsForTheConfigurationFile() {
        // Given
        String conf = "port 6379\nbind 127.0.0.1 0.0.0.0\nbind-source-addr 127.0.0.1\n";

        // When
        String adapted = PodAddresses.inFile(conf, IP);

        // Then
        assertThat(adapted).isEqualTo("port 6379\nbind " + IP + "\nbind-source-addr 127.0.0.1\n");
    }
}
