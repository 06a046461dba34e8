package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedHostsParseTest {
    @Test
    void entriesOfAllKindsStandBetweenCommas() {
        assertThat(ExpectedParsed.value(
                        AllowedHosts.parse("public, namespace ,Redis,*.example.com,10.0.0.7,fd12::/16")))
                .isEqualTo(new AllowedHosts(
                        true,
                        true,
                        Set.of("redis", "*.example.com"),
                        List.of(
                                AddressBlock.single("10.0.0.7").orElseThrow(),
                                AddressBlock.parse("fd12::/16").orElseThrow())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public,,namespace|\"\" in it is no host",
                "*|\"*\" in it is no host",
                "*.|\"*.\" in it is no host",
                "a.*.example|\"a.*.example\" in it is no host",
                "redis:6379|\"redis:6379\" in it is no host",
                "redis://redis|\"redis://redis\" in it is no block of addresses",
                "127.1|\"127.1\" in it is no host",
                "*.10.0.0.7|\"*.10.0.0.7\" in it is no host",
                "10.20.0.0/33|\"10.20.0.0/33\" in it is no block of addresses",
                "10.20.0.1/16|\"10.20.0.1/16\" in it does not begin with the first address of its block",
                "public,none|\"none\" in it stands beside others",
                "127.0.0.1|\"127.0.0.1\" in it is a loopback address, which is never allowed",
                "169.254.0.0/16|\"169.254.0.0/16\" in it is a link-local address, which is never allowed",
                "64:ff9b::/96|\"64:ff9b::/96\" in it is IPv4 in another spelling; write it as IPv4",
            })
    void anEntryThatAllowsNothingIsRefusedWithWhatIsAllowed(String text, String objection) {
        assertThat(ExpectedParsed.message(AllowedHosts.parse(text)))
                .isEqualTo(Quote.of(text) + ": " + objection
                        + "; allowed are public, namespace, names such as redis.example.com or"
                        + " *.example.com, addresses, and blocks such as 10.20.0.0/16; or none alone");
    }
}
