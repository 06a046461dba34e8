package dev.cacheward.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.Delivered;
import dev.cacheward.api.v1alpha1.DeliveryMode;
import dev.cacheward.delivery.ItemKeys;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.validation.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RespellingTest {
    private static final Map<String, String> OLD = Map.of("CACHE_TTL_PAGE", "60", "CACHE_TTL_SECRETS", "0");
    private static final Map<String, String> NEW = Map.of("CACHE_TTL_PAGE", "60", "CACHE_TTL_SECRETS", "disabled");

    @Test
    void whatTheStatusPromisedIsNoSuspect() {
        assertThat(Respelling.suspect(target(OLD), List.of(before(OLD)))).isEmpty();
        assertThat(Respelling.suspect(target(NEW), List.of(before(OLD)))).isPresent();
        assertThat(Respelling.suspect(target(NEW), List.of())).isEmpty();
    }

    @Test
    void anotherSpellingIsToldWithBothValues() {
        assertThat(Respelling.sentence(target(NEW), before(OLD), OLD))
                .contains("This version of the operator writes the same spec otherwise into ConfigMap \"shop-cache\":"
                        + " CACHE_TTL_SECRETS is \"disabled\" instead of \"0\". See whether the application reads it.");
    }

    @Test
    void keysOfOthersInTheMapDoNotMatter() {
        // Given
        Map<String, String> live = new TreeMap<>(OLD);
        live.put("THEIRS", "1");

        // Then
        assertThat(Respelling.sentence(target(NEW), before(OLD), live)).isPresent();
    }

    @Test
    void whatSomebodyElseHasChangedIsNotToldAsOurs() {
        assertThat(Respelling.sentence(
                        target(NEW), before(OLD), Map.of("CACHE_TTL_PAGE", "61", "CACHE_TTL_SECRETS", "0")))
                .isEmpty();
    }

    @Test
    void aNewKeyIsToldAsNew() {
        assertThat(Respelling.sentence(
                        target(NEW), before(Map.of("CACHE_TTL_PAGE", "60")), Map.of("CACHE_TTL_PAGE", "60")))
                .get()
                .asString()
                .contains("CACHE_TTL_SECRETS is \"disabled\", which is new.");
    }

    private static TargetKeys target(Map<String, String> keys) {
        return new TargetKeys("shop-cache", DeliveryMode.OWN, List.of(new ItemKeys("Env", new TreeMap<>(keys))));
    }

    /** As a version says it that names no keys. */
    private static Delivered before(Map<String, String> keys) {
        return new Delivered("shop-cache", DeliveryMode.OWN, keys.size(), Fingerprint.of(new TreeMap<>(keys)), null);
    }
}
