package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void itIsTheBeginningOfASha256SoThatItNeverChangesBetweenVersions() {
        assertThat(Fingerprint.of("a")).isEqualTo("ffe9aaeaa2a2d504");
    }

    @Test
    void whatStandsOnWhichSideOfABorderCounts() {
        assertThat(Fingerprint.of("ab", "c"))
                .isNotEqualTo(Fingerprint.of("a", "bc"))
                .isNotEqualTo(Fingerprint.of("abc"));
    }
}
