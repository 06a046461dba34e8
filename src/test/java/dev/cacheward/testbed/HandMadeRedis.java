package dev.cacheward.testbed;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;

/** A Redis as the operator would write it, in the fewest words. */
final class HandMadeRedis {
    static final String POD = "shop-redis-0";
    private static final String NAME = "shop-redis";

    private HandMadeRedis() {}

    static ConfigMap conf(String more) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("shop-redis-conf")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .endMetadata()
                .addToData("redis.conf", """
                        port 6379
                        dir /data
                        aclfile /etc/cacheward/secret/users.acl
                        include /etc/cacheward/secret/commands.conf
                        """ + more)
                .build();
    }

    static Secret server() {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("shop-redis-server")
                .withNamespace(EmbeddedApi.NAMESPACE)
                .endMetadata()
                .withStringData(Map.of(
                        "users.acl",
                        "user default on >app ~* &* +@all\nuser probe on >probe-pw -@all +ping\n",
                        "commands.conf",
                        "rename-command KEYS \"\"\n",
                        "probe-password",
                        "probe-pw"))
                .build();
    }

    static StatefulSet set(String image, String revision) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(EmbeddedApi.NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withServiceName(NAME + "-pods")
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", NAME)
                .addToAnnotations("revision", revision)
                .endMetadata()
                .withSpec(podSpec(image))
                .endTemplate()
                .endSpec()
                .build();
    }

    /** With the data on a claim instead of the pod's own folder. */
    static StatefulSet withClaim(StatefulSet set, String claim) {
        set.getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes()
                .removeIf(v -> v.getName().equals("data"));
        set.getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes()
                .add(new VolumeBuilder()
                        .withName("data")
                        .withNewPersistentVolumeClaim(claim, false)
                        .build());
        return set;
    }

    private static PodSpec podSpec(String image) {
        return new PodSpecBuilder()
                .addNewContainer()
                .withName("redis")
                .withImage(image)
                .withCommand("redis-server")
                .withArgs("/etc/cacheward/conf/redis.conf", "--bind", "$(POD_IP)", "-127.0.0.1", "-::1")
                .addNewEnv()
                .withName("POD_IP")
                .withNewValueFrom()
                .withNewFieldRef("v1", "status.podIP")
                .endValueFrom()
                .endEnv()
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .withNewReadinessProbe()
                .withNewExec()
                .withCommand("true")
                .endExec()
                .endReadinessProbe()
                .addNewVolumeMount()
                .withName("conf")
                .withMountPath("/etc/cacheward/conf")
                .endVolumeMount()
                .addNewVolumeMount()
                .withName("secret")
                .withMountPath("/etc/cacheward/secret")
                .endVolumeMount()
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/data")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("conf")
                .withNewConfigMap()
                .withName("shop-redis-conf")
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName("secret")
                .withNewSecret()
                .withSecretName("shop-redis-server")
                .withDefaultMode(0440)
                .endSecret()
                .endVolume()
                .addToVolumes(scratch("data"))
                .build();
    }

    /** A pod that runs a script once. */
    static Pod script(String name, String script) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(EmbeddedApi.NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("check")
                .withImage("redis")
                .withCommand("sh", "-c", script)
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .addNewVolumeMount()
                .withName("tmp")
                .withMountPath("/tmp")
                .endVolumeMount()
                .endContainer()
                .addToVolumes(scratch("tmp"))
                .endSpec()
                .build();
    }

    private static Volume scratch(String name) {
        return new VolumeBuilder()
                .withName(name)
                .withNewEmptyDir()
                .endEmptyDir()
                .build();
    }
}
