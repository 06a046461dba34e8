package dev.cacheward.cluster.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cluster.rig.EncryptedProfile;
import dev.cacheward.cluster.rig.LiveRedis;
import dev.cacheward.cluster.rig.TestCluster;
import dev.cacheward.cluster.rig.TestNamespace;
import dev.cacheward.redis.client.replication.CountingWriters;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Conditions;
import dev.cacheward.testbed.certificates.CertificateAuthority;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * No operator does more than one thing: its process ends right after it, which is right before the next. The job is finished all
 * the same, and no acknowledged write is lost. The tag keeps it out of the process in which another operator watches all namespaces.
 */
@Tag("install")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAtEachStepIT {
    private static final Logger LOG = LoggerFactory.getLogger(KilledAtEachStepIT.class);
    private static final int WRITERS = 20;
    private static final Duration LONGEST_JOB = Duration.ofMinutes(8);

    private final KubernetesClient client = TestCluster.client("cacheward-tests");

    @BeforeAll
    void open() {
        TestCluster.installCrds(client);
    }

    @AfterAll
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(Job.class)
    void aJobIsFinishedByOperatorsOfWhichEachDoesOneThing(Job job, @TempDir Path folder) {
        // Given
        String name = job.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        try (TestNamespace namespace = new TestNamespace(name, client);
                EndingOperators operators = new EndingOperators(namespace.name(), folder)) {
            new EncryptedProfile(namespace, "shop").putCertificate(CertificateAuthority.root("ca"));
            namespace.apply(job.before());
            namespace.awaitReady("shop");
            operators.end();
            LiveRedis redis = new LiveRedis(namespace, "shop");
            try (CountingWriters writers =
                    new CountingWriters(WRITERS, redis::application, () -> namespace.service("shop"))) {
                TestNamespace.patiently().until(() -> writers.allWrite() && writers.writes() > 100L * WRITERS);
                // When
                namespace.apply(job.after());
                finish(job, namespace, operators);
                long served = writers.writes();
                TestNamespace.patiently().until(() -> writers.writes() > served + 100L * WRITERS);
                writers.stop();
                // Then
                assertThat(writers.lost(key -> String.valueOf(redis.asApplication("GET", key))))
                        .as(operators.lives() + "\n" + operators.log())
                        .isEmpty();
                assertThat(operators.lives()).as("operators that did something").hasSizeGreaterThan(2);
                LOG.info("{}: {}, silence {}", job, operators.lives(), writers.longestSilence());
            }
        }
    }

    private static void finish(Job job, TestNamespace namespace, EndingOperators operators) {
        try {
            TestNamespace.patiently().atMost(LONGEST_JOB).until(() -> {
                operators.goOn();
                return isFinished(job, namespace);
            });
        } catch (ConditionTimeoutException unfinished) {
            throw new AssertionError(job + " has not come further than " + operators.lives(), unfinished);
        }
    }

    private static boolean isFinished(Job job, TestNamespace namespace) {
        CacheProfile shop = namespace.profile("shop");
        return Conditions.find(shop.getStatus().conditions(), ConditionType.READY)
                        .filter(ready -> ready.status().equals("True"))
                        .filter(ready -> ready.observedGeneration()
                                .equals(shop.getMetadata().getGeneration()))
                        .isPresent()
                && job.isDone(namespace);
    }
}
