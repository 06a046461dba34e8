package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cacheward.release.ProjectVersion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each value does. */
class ChartValuesTest {
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    /** Values, joined by " ; "; the object; the place in it; what is there, or absent. */
    private static final String EFFECTS = """
            replicas=2                            | Deployment/cacheward | /spec/replicas | 2
            watchNamespaces=["a","b"]             | Deployment/cacheward | env CACHEWARD_NAMESPACES | "a,b"
            image.repository="mirror/cw"          | Deployment/cacheward | CONTAINER/image | "mirror/cw:VERSION"
            image.tag="2"                         | Deployment/cacheward | CONTAINER/image | "registry.example.com/cacheward:2"
            image.digest="DIGEST"                 | Deployment/cacheward | CONTAINER/image | "registry.example.com/cacheward@DIGEST"
            global.imageRegistry="mirror:5000/p/" | Deployment/cacheward | CONTAINER/image | "mirror:5000/p/cacheward:VERSION"
            global.imageRegistry="mirror:5000/p" ; image.repository="mirror:5000/p/cw" | Deployment/cacheward | CONTAINER/image | "mirror:5000/p/cw:VERSION"
            global.imageRegistry="mirror:5000" ; image.repository="localhost/cw" | Deployment/cacheward | CONTAINER/image | "mirror:5000/cw:VERSION"
            global.imageRegistry="mirror:5000" ; image.repository="team/cw" | Deployment/cacheward | CONTAINER/image | "mirror:5000/team/cw:VERSION"
            global.imageRegistry="mirror:5000"    | Deployment/cacheward | env CACHEWARD_REDIS_IMAGE | "mirror:5000/library/redis:8.0.6"
            global.imageRegistry="mirror:5000"    | Pod/cacheward-test   | /spec/containers/0/image | "mirror:5000/library/redis:8.0.6"
            global.imagePullSecrets=["a",{"name":"s"}] ; imagePullSecrets=[{"name":"s"},{"name":"b"}] | Deployment/cacheward | POD/imagePullSecrets | [{"name":"a"},{"name":"s"},{"name":"b"}]
            global.imagePullSecrets=["a"]         | CacheProfile/cacheward-test | /spec/redis/managed/podTemplate/imagePullSecrets/0/name | "a"
            enabled=true                          | Deployment/cacheward | /spec/replicas | 1
            image.pullPolicy="Always"             | Deployment/cacheward | CONTAINER/imagePullPolicy | "Always"
            imagePullSecrets=[{"name":"s"}]       | Deployment/cacheward | POD/imagePullSecrets/0/name | "s"
            imagePullSecrets=[{"name":"s"}]       | Pod/cacheward-test   | /spec/imagePullSecrets/0/name | "s"
            imagePullSecrets=[{"name":"s"}]       | CacheProfile/cacheward-test | /spec/redis/managed/podTemplate/imagePullSecrets/0/name | "s"
            profileDefaults.image="mirror/redis:8" | Deployment/cacheward | env CACHEWARD_REDIS_IMAGE | "mirror/redis:8"
            profileDefaults.resources.limits.memory="1Gi" | Deployment/cacheward | env CACHEWARD_PROFILE_DEFAULTS | "{\\"resources\\":{\\"limits\\":{\\"memory\\":\\"1Gi\\"}}}"
            profileDefaults.persistence.storageClassName="fast" | Deployment/cacheward | env CACHEWARD_PROFILE_DEFAULTS | "{\\"persistence\\":{\\"storageClassName\\":\\"fast\\"}}"
            profileDefaults.networkPolicy.from=[] | Deployment/cacheward | env CACHEWARD_PROFILE_DEFAULTS | "{\\"networkPolicy\\":{\\"from\\":[]}}"
            profileDefaults.networkPolicy.from=[] | CacheProfile/cacheward-test | /spec/redis/managed/networkPolicy/from/0/podSelector/matchLabels/app.kubernetes.io~1name | "cacheward-test"
            profileDefaults.image="mirror/redis:8" | Pod/cacheward-test   | /spec/containers/0/image | "mirror/redis:8"
            redis.runAs=1000700000                | Deployment/cacheward | env CACHEWARD_REDIS_RUN_AS | "1000700000"
            redis.runAs=1000700000                | Pod/cacheward-test   | /spec/securityContext/runAsUser | 1000700000
            clusterDomain="k8s.example.com"       | Deployment/cacheward | env CACHEWARD_CLUSTER_DOMAIN | "k8s.example.com"
            platformUid=true                      | Deployment/cacheward | POD/securityContext/runAsUser | absent
            platformUid=true                      | Deployment/cacheward | env CACHEWARD_REDIS_RUN_AS | "platform"
            platformUid=true                      | Pod/cacheward-test   | /spec/securityContext/runAsUser | absent
            redis.timeoutSeconds=5                | Deployment/cacheward | env CACHEWARD_REDIS_TIMEOUT_SECONDS | "5"
            podTemplate.allowedPrefixes=["team","example.com/"] | Deployment/cacheward | env CACHEWARD_POD_KEY_PREFIXES | "team,example.com/"
            bounds.ttl.min="10s"                  | Deployment/cacheward | env CACHEWARD_TTL_MIN | "10s"
            bounds.ttl.max="1d"                   | Deployment/cacheward | env CACHEWARD_TTL_MAX | "1d"
            bounds.rates.maxPerMinute=1000        | Deployment/cacheward | env CACHEWARD_RATES_MAX_PER_MINUTE | "1000"
            external.allowedHosts=["public","10.20.0.0/16","fd12::/16","*.example.com"] | Deployment/cacheward | env CACHEWARD_EXTERNAL_ALLOWED_HOSTS | "public,10.20.0.0/16,fd12::/16,*.example.com"
            external.allowedHosts=[]              | Deployment/cacheward | env CACHEWARD_EXTERNAL_ALLOWED_HOSTS | "none"
            reconcileIntervalSeconds=30           | Deployment/cacheward | env CACHEWARD_RECONCILE_INTERVAL_SECONDS | "30"
            log.level="debug"                     | Deployment/cacheward | env CACHEWARD_LOG_LEVEL | "debug"
            log.format="json"                     | Deployment/cacheward | env CACHEWARD_LOG_FORMAT | "json"
            leaderElection.enabled=false          | Deployment/cacheward | env CACHEWARD_LEADER_ELECTION | "false"
            leaderElection.enabled=false          | Deployment/cacheward | /spec/strategy/type | "Recreate"
            leaderElection.enabled=false          | Role/cacheward-leader | /kind | absent
            httpPort=9090                         | Deployment/cacheward | env CACHEWARD_HTTP_PORT | "9090"
            httpPort=9090                         | Deployment/cacheward | CONTAINER/ports/0/containerPort | 9090
            probes=false                          | Deployment/cacheward | CONTAINER/livenessProbe | absent
            resources.limits.memory="1Gi"         | Deployment/cacheward | CONTAINER/resources/limits/memory | "1Gi"
            jvmOptions="-Xmx1g"                   | Deployment/cacheward | env JDK_JAVA_OPTIONS | "-Xmx1g"
            extraEnv=[{"name":"A","value":"b"}]   | Deployment/cacheward | env A | "b"
            extraEnv=[{"name":"JDK_JAVA_OPTIONS","value":"-Xmx1g"}] | Deployment/cacheward | env JDK_JAVA_OPTIONS | "-Xmx1g"
            serviceAccount.create=false ; serviceAccount.name="robot" | ServiceAccount/robot | /kind | absent
            serviceAccount.create=false ; serviceAccount.name="robot" | Deployment/cacheward | POD/serviceAccountName | "robot"
            serviceAccount.create=false ; rbac.create=false | Deployment/cacheward | POD/serviceAccountName | "default"
            serviceAccount.name="robot"           | ClusterRoleBinding/cacheward | /subjects/0/name | "robot"
            serviceAccount.annotations={"a":"b"}  | ServiceAccount/cacheward | /metadata/annotations/a | "b"
            rbac.create=false                     | ClusterRole/cacheward | /kind | absent
            rbac.userRoles=false                  | ClusterRole/cacheward-edit | /kind | absent
            rbac.restart=false                    | ClusterRole/cacheward | /rules/9/resources | ["events"]
            rbac.deleteVolumeClaims=true          | ClusterRole/cacheward | /rules/4/verbs/5 | "delete"
            crds.install=false                    | CustomResourceDefinition/cacheprofiles.cacheward.dev | /kind | absent
            cleanupOnUninstall=false              | Job/cacheward-cleanup | /kind | absent
            cleanupOnUninstall=true               | Job/cacheward-cleanup | /spec/template/spec/containers/0/args | ["cleanup","cacheward"]
            rbac.create=false                     | Role/cacheward-cleanup | /kind | absent
            metrics.serviceMonitor.enabled=true   | ServiceMonitor/cacheward | /spec/endpoints/0/path | "/metrics"
            metrics.serviceMonitor.enabled=true ; metrics.serviceMonitor.interval="1m" | ServiceMonitor/cacheward | /spec/endpoints/0/interval | "1m"
            metrics.serviceMonitor.enabled=true ; metrics.serviceMonitor.labels={"a":"b"} | ServiceMonitor/cacheward | /metadata/labels/a | "b"
            metrics.serviceMonitor.enabled=true   | ServiceMonitor/cacheward | /spec/endpoints/0/honorLabels | true
            metrics.serviceMonitor.enabled=true   | ServiceMonitor/cacheward | /spec/endpoints/0/scrapeTimeout | absent
            metrics.serviceMonitor.enabled=true ; metrics.serviceMonitor.scrapeTimeout="5s" | ServiceMonitor/cacheward | /spec/endpoints/0/scrapeTimeout | "5s"
            metrics.serviceMonitor.enabled=true ; metrics.namespace="mon" | ServiceMonitor/cacheward | /metadata/namespace | "mon"
            metrics.serviceMonitor.enabled=true ; metrics.namespace="mon" | ServiceMonitor/cacheward | /spec/namespaceSelector/matchNames | ["cacheward"]
            metrics.podMonitor.enabled=true       | PodMonitor/cacheward | /spec/podMetricsEndpoints/0/path | "/metrics"
            metrics.podMonitor.enabled=true       | PodMonitor/cacheward | /spec/podMetricsEndpoints/0/honorLabels | true
            metrics.podMonitor.enabled=true       | PodMonitor/cacheward | /spec/selector/matchLabels/app.kubernetes.io~1name | "cacheward"
            metrics.podMonitor.enabled=true ; metrics.podMonitor.interval="1m" | PodMonitor/cacheward | /spec/podMetricsEndpoints/0/interval | "1m"
            metrics.podMonitor.enabled=true ; metrics.podMonitor.scrapeTimeout="5s" | PodMonitor/cacheward | /spec/podMetricsEndpoints/0/scrapeTimeout | "5s"
            metrics.podMonitor.enabled=true ; metrics.podMonitor.labels={"a":"b"} | PodMonitor/cacheward | /metadata/labels/a | "b"
            metrics.podMonitor.enabled=true ; metrics.namespace="mon" | PodMonitor/cacheward | /metadata/namespace | "mon"
            metrics.checkApi=false                | Deployment/cacheward | /spec/replicas | 1
            metrics.prometheusRule.enabled=true ; metrics.namespace="mon" | PrometheusRule/cacheward | /metadata/namespace | "mon"
            metrics.prometheusRule.enabled=true ; metrics.prometheusRule.labels={"a":"b"} | PrometheusRule/cacheward | /metadata/labels/a | "b"
            metrics.prometheusRule.enabled=true   | PrometheusRule/cacheward | /spec/groups/0/rules/0/annotations/runbook_url | absent
            metrics.prometheusRule.enabled=true ; metrics.prometheusRule.runbookUrl="https://git.example.com/r/{alert}.md" | PrometheusRule/cacheward | /spec/groups/0/rules/1/annotations/runbook_url | "https://git.example.com/r/CachewardNotOneLeader.md"
            metrics.dashboard.enabled=true        | ConfigMap/cacheward-dashboard | /metadata/labels/grafana_dashboard | "1"
            metrics.dashboard.enabled=true ; metrics.dashboard.labels={"a":"b"} | ConfigMap/cacheward-dashboard | /metadata/labels/a | "b"
            networkPolicy.enabled=true            | NetworkPolicy/cacheward-cleanup | /spec/podSelector/matchLabels/app.kubernetes.io~1name | "cacheward-release"
            networkPolicy.enabled=true            | NetworkPolicy/cacheward-cleanup | /spec/egress/0/ports/2/port | 5353
            networkPolicy.enabled=true            | NetworkPolicy/cacheward-cleanup | /spec/egress/1/ports/1/port | 6443
            networkPolicy.enabled=true            | NetworkPolicy/cacheward | /spec/egress/0/ports/3/port | 5353
            networkPolicy.enabled=true ; cleanupOnUninstall=false | NetworkPolicy/cacheward-cleanup | /kind | absent
            networkPolicy.enabled=true            | NetworkPolicy/cacheward | /spec/ingress/0/ports/0/port | 8080
            networkPolicy.enabled=true ; networkPolicy.from=[{"podSelector":{}}] | NetworkPolicy/cacheward | /spec/ingress/0/from/0/podSelector | {}
            networkPolicy.enabled=true ; networkPolicy.apiServerPorts=[8443] | NetworkPolicy/cacheward | /spec/egress/1/ports/0/port | 8443
            podDisruptionBudget.enabled=true      | PodDisruptionBudget/cacheward | /spec/maxUnavailable | 1
            podDisruptionBudget.enabled=true ; podDisruptionBudget.maxUnavailable="50%" | PodDisruptionBudget/cacheward | /spec/maxUnavailable | "50%"
            priorityClassName="high"              | Deployment/cacheward | POD/priorityClassName | "high"
            nodeSelector={"disk":"ssd"}           | Deployment/cacheward | POD/nodeSelector/disk | "ssd"
            tolerations=[{"operator":"Exists"}]   | Deployment/cacheward | POD/tolerations/0/operator | "Exists"
            affinity={"nodeAffinity":{}}          | Deployment/cacheward | POD/affinity/nodeAffinity | {}
            topologySpreadConstraints=[{"maxSkew":1}] | Deployment/cacheward | POD/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1instance | "cacheward"
            topologySpreadConstraints=[{"labelSelector":{"matchLabels":{"a":"b"}}}] | Deployment/cacheward | POD/topologySpreadConstraints/0/labelSelector | {"matchLabels":{"a":"b"}}
            dnsConfig={"searches":["a.example.com"]} | Deployment/cacheward | POD/dnsConfig/searches/0 | "a.example.com"
            dnsConfig={"searches":["a.example.com"]} | Job/cacheward-cleanup | POD/dnsConfig/searches/0 | "a.example.com"
            hostUsers=true                        | Deployment/cacheward | POD/hostUsers | absent
            hostUsers=false                       | Deployment/cacheward | POD/hostUsers | false
            revisionHistoryLimit=0                | Deployment/cacheward | /spec/revisionHistoryLimit | 0
            commonLabels={"team":"a"}             | Service/cacheward-metrics | /metadata/labels/team | "a"
            commonAnnotations={"note":"a"}        | ClusterRole/cacheward | /metadata/annotations/note | "a"
            podLabels={"team":"a"}                | Deployment/cacheward | /spec/template/metadata/labels/team | "a"
            podAnnotations={"note":"a"}           | Deployment/cacheward | /spec/template/metadata/annotations/note | "a"
            nameOverride="keeper"                 | Deployment/cacheward-keeper | POD/serviceAccountName | "cacheward-keeper"
            nameOverride="keeper"                 | Deployment/cacheward-keeper | /metadata/labels/app.kubernetes.io~1name | "cacheward"
            nameOverride="ward"                   | Deployment/cacheward | POD/serviceAccountName | "cacheward"
            extraObjects=[{"kind":"ConfigMap","metadata":{"name":"{{ .Release.Name }}-x"}}] | ConfigMap/cacheward-x | /kind | "ConfigMap"
            extraObjects=["kind: Secret\\nmetadata: {name: {{ include \\"cacheward.name\\" . }}-y}"] | Secret/cacheward-y | /kind | "Secret"
            fullnameOverride="redis-keeper"       | Deployment/redis-keeper | POD/serviceAccountName | "redis-keeper"
            fullnameOverride="redis-keeper"       | Deployment/redis-keeper | env CACHEWARD_LEASE | "redis-keeper"
            fullnameOverride="redis-keeper"       | Role/redis-keeper-leader | /rules/1/resourceNames | ["redis-keeper"]
            """;

    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = EFFECTS)
    void aValueHasItsEffect(String values, String object, String place, String expected) throws IOException {
        // When
        JsonNode rendered = Rendering.of(digest(values).split(" ; ")).object(object);

        // Then
        JsonNode found = at(rendered, place);
        if (expected.equals("absent")) {
            assertThat(found.isMissingNode()).as(found.toString()).isTrue();
        } else {
            assertThat(found).isEqualTo(new ObjectMapper().readTree(digest(expected)));
        }
    }

    @Test
    void everyValueIsTried() {
        assertThat(ValuesFile.read().paths())
                .allSatisfy(path -> assertThat(
                                Stream.of(EFFECTS.split("\\||\n| ; ")).map(String::strip))
                        .anyMatch(value -> value.startsWith(path + "=") || value.startsWith(path + ".")));
    }

    private static String digest(String text) {
        return text.replace("DIGEST", "sha256:" + "0".repeat(64)).replace("VERSION", ProjectVersion.read());
    }

    private static JsonNode at(JsonNode object, String place) {
        if (!place.startsWith("env ")) {
            return object.at(place.replace("CONTAINER", CONTAINER).replace("POD", POD));
        }
        List<JsonNode> variables = Rendering.stream(object.at(CONTAINER + "/env"))
                .filter(variable -> variable.at("/name").asText().equals(place.substring("env ".length())))
                .toList();
        assertThat(variables).as(place).hasSize(1);
        return variables.get(0).at("/value");
    }
}
