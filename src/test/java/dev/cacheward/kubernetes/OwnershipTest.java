package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {
    private static final Owner SHOP = new Owner("cacheward.dev/v1alpha1", OwnerKind.PROFILE, "team", "shop", "uid-2");
    private static final String OWNER = "ownerReferences: [{apiVersion: cacheward.dev/v1alpha1, ";

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "controlled by us                    | Secret | kind: CacheProfile, name: shop, uid: uid-2, controller: true}] | OURS",
                "controlled by us, and going         | Secret | kind: CacheProfile, name: shop, uid: uid-2, controller: true}],"
                        + " deletionTimestamp: '2025-06-01T12:00:00Z' | GOING",
                "controlled by our predecessor       | Secret | kind: CacheProfile, name: shop, uid: uid-1, controller: true}] | GOING",
                "controlled by a namesake            | Secret | kind: RateLimitPolicy, name: shop, uid: uid-1, controller: true}]"
                        + " | FOREIGN",
                "controlled by another profile       | Secret | kind: CacheProfile, name: other, uid: uid-1, controller: true}]"
                        + " | FOREIGN",
                "only named by us as an owner        | Secret | kind: CacheProfile, name: shop, uid: uid-2}] | FOREIGN",
                "nobody's                            | Secret | | FOREIGN",
                "nobody's, with all of our labels    | Secret | labels: {cacheward.dev/profile: shop,"
                        + " cacheward.dev/retained-profile: shop} | FOREIGN",
                "a claim retained for our name       | PersistentVolumeClaim | labels: {cacheward.dev/retained-profile: shop} | OURS",
                "a retained claim that is going      | PersistentVolumeClaim | labels: {cacheward.dev/retained-profile: shop},"
                        + " deletionTimestamp: '2025-06-01T12:00:00Z' | GOING",
                "a claim retained for another name   | PersistentVolumeClaim | labels: {cacheward.dev/retained-profile: other}"
                        + " | FOREIGN",
                "a retained claim with a controller  | PersistentVolumeClaim | kind: CacheProfile, name: other, uid: uid-1,"
                        + " controller: true}], labels: {cacheward.dev/retained-profile: shop} | FOREIGN"
            })
    void anObjectIs(String what, String kind, String metadata, Ownership expected) {
        // Given
        String said = metadata == null ? "" : metadata.startsWith("kind") ? ", " + OWNER + metadata : ", " + metadata;
        HasMetadata live = new KubernetesSerialization()
                .unmarshal("apiVersion: v1\nkind: " + kind + "\nmetadata: {name: x, namespace: team" + said + "}");

        // When
        Ownership ownership = Ownership.of(live, SHOP);

        // Then
        assertThat(ownership).as(what).isEqualTo(expected);
    }
}
