package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
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

    @Test
    void ofAMapItTellsKeysFromValues() {
        assertThat(Fingerprint.of(new TreeMap<>(Map.of("a", "bc"))))
                .isNotEqualTo(Fingerprint.of(new TreeMap<>(Map.of("ab", "c"))));
    }

    @Test
    void aMapHasTheFingerprintOfItsKeysAndValuesInOrder() {
        assertThat(Fingerprint.of(new TreeMap<>(Map.of("b", "2", "a", "1"))))
                .isEqualTo(Fingerprint.of("a", "1", "b", "2"));
    }

    @Test
    void theWholeSumIsThatOfTheTextAlone() {
        assertThat(Fingerprint.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
