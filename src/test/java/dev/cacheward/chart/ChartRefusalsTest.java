package dev.cacheward.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values the chart refuses, and how it names them. */
class ChartRefusalsTest {
    @BeforeEach
    void helm() {
        Helm.demand();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            image.repository=""                         | image.repository is needed: the name of the operator's image in your registry
            enabled=false                               | enabled=false does nothing by itself
            hostUsers="no"                              | hostUsers
            revisionHistoryLimit=-1                     | revisionHistoryLimit
            nameOverride="1st"                          | nameOverride
            global.imageRegistry="http://a b"           | imageRegistry
            commonLabels={"app.kubernetes.io/name":"x"} | app.kubernetes.io/name
            profileDefaults.evictionPolicy="noeviction" | 'evictionPolicy' not allowed
            profileDefaults.persistence.mode="Snapshot" | 'mode' not allowed
            metrics.podMonitor.enabled=true ; metrics.serviceMonitor.enabled=true | metrics.podMonitor and metrics.serviceMonitor are both enabled
            nosuch=1                                    | 'nosuch' not allowed
            log.level="loud"                            | level
            redis.timeoutSeconds=11                     | timeoutSeconds
            reconcileIntervalSeconds=5                  | reconcileIntervalSeconds
            watchNamespaces=["Shop"]                    | watchNamespaces
            image.digest="latest"                       | digest
            external.allowedHosts=["*"]                 | allowedHosts
            httpPort=80                                 | httpPort
            podLabels={"app.kubernetes.io/name":"x"}    | app.kubernetes.io/name
            fullnameOverride="1st"                      | fullnameOverride
            replicas=2 ; leaderElection.enabled=false   | replicas above 1 need leaderElection.enabled
            serviceAccount.create=false                 | serviceAccount.create=false needs serviceAccount.name
            extraEnv=[{"name":"CACHEWARD_LOG_LEVEL"}]   | extraEnv: CACHEWARD_LOG_LEVEL is there already
            extraEnv=[{"name":"A"},{"name":"A"}]        | extraEnv: A is there already
            jvmOptions="-Xmx1g" ; extraEnv=[{"name":"JDK_JAVA_OPTIONS"}] | extraEnv: JDK_JAVA_OPTIONS is there already
            """)
    void aWrongValueIsRefusedByItsName(String values, String word) {
        assertThat(Rendering.refusal(values.split(" ; "))).contains(word);
    }
}
