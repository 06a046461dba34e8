package dev.cacheward.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {
    private static final Owner SHOP = new Owner("cacheward.dev/v1alpha1", OwnerKind.PROFILE, "team", "shop", "uid-2");
    private static final String OURS = "app.kubernetes.io/managed-by: cacheward";
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
                "nobody's, with our labels           | Secret | labels: {" + OURS + ", component: server,"
                        + " cacheward.dev/profile: shop} | UNOWNED",
                "nobody's, as the first release made | Secret | labels: {" + OURS + ", component: server,"
                        + " app.kubernetes.io/name: redis, app.kubernetes.io/instance: shop, cacheward.dev/profile: shop}"
                        + " | UNOWNED",
                "nobody's, with labels, and going    | Secret | labels: {" + OURS + ", component: server,"
                        + " cacheward.dev/profile: shop}, deletionTimestamp: '2025-06-01T12:00:00Z' | GOING",
                "ours by labels, beside an owner     | Secret | kind: Team, name: shop, uid: uid-9}], labels: {" + OURS
                        + ", component: server, cacheward.dev/profile: shop} | UNOWNED",
                "another profile's by labels         | Secret | labels: {" + OURS + ", component: server,"
                        + " cacheward.dev/profile: other} | FOREIGN",
                "a policy's by labels                | Secret | labels: {" + OURS + ", component: delivery,"
                        + " cacheward.dev/policy: shop} | FOREIGN",
                "nobody's, without a component       | Secret | labels: {" + OURS
                        + ", cacheward.dev/profile: shop} | FOREIGN",
                "nobody's, of an unknown component   | Secret | labels: {" + OURS + ", component: master,"
                        + " cacheward.dev/profile: shop} | FOREIGN",
                "nobody's, managed by another        | Secret | labels: {app.kubernetes.io/managed-by: Helm,"
                        + " component: server, cacheward.dev/profile: shop} | FOREIGN",
                "our labels, another controller      | Secret | kind: Deployment, name: shop, uid: uid-9, controller: true}],"
                        + " labels: {" + OURS + ", component: server, cacheward.dev/profile: shop} | FOREIGN",
                "our labels, controlled by the past  | Secret | kind: CacheProfile, name: shop, uid: uid-1, controller: true}],"
                        + " labels: {" + OURS + ", component: server, cacheward.dev/profile: shop} | GOING",
                "nobody's, as if it were a claim     | Secret | labels: {cacheward.dev/retained-profile: shop} | FOREIGN",
                "a claim retained for our name       | PersistentVolumeClaim | labels: {cacheward.dev/retained-profile: shop}"
                        + " | UNOWNED",
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
                .unmarshal("apiVersion: v1\nkind: " + kind + "\nmetadata: {name: x, namespace: team"
                        + said.replace(" component:", " app.kubernetes.io/component:") + "}");

        // When
        Ownership ownership = Ownership.of(live, SHOP);

        // Then
        assertThat(ownership).as(what).isEqualTo(expected);
    }
}
