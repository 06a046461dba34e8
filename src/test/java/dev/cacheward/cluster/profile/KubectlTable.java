package dev.cacheward.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The table that {@code kubectl get} prints, as the API server makes it. */
final class KubectlTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KubectlTable() {}

    /** The one row that a namespace has of a resource, by column. */
    static Map<String, Object> row(TestNamespace namespace, String plural) {
        JsonNode table = read("apis/cacheward.dev/v1alpha1/namespaces/" + namespace.name() + "/" + plural);
        assertThat(table.get("rows")).as("rows").hasSize(1);
        Map<String, Object> row = new TreeMap<>();
        for (int i = 0; i < table.get("columnDefinitions").size(); i++) {
            JsonNode cell = table.get("rows").get(0).get("cells").get(i);
            row.put(
                    table.get("columnDefinitions").get(i).get("name").asText(),
                    cell.isInt() ? (Object) cell.asInt() : cell.asText());
        }
        return row;
    }

    private static JsonNode read(String path) {
        KubernetesClient client = TestCluster.get().client();
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl() + path)
                .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .build();
        String body =
                client.getHttpClient().sendAsync(request, String.class).join().body();
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }
}
