package dev.cacheward.proof;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceVersion;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SslOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Connects to the Redis behind each folder, in which the Secret of a profile is mounted. */
public final class Connect {
    private Connect() {}

    public static void main(String[] folders) {
        System.out.println("version lettuce " + LettuceVersion.getVersion());
        for (String folder : folders) {
            String name = Path.of(folder).getFileName().toString();
            try {
                System.out.println((check(Path.of(folder)).equals("jvm") ? "ok " : "WRONG ") + name);
            } catch (IOException | RuntimeException problem) {
                Throwable cause = problem;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                System.out.println("WRONG " + name + " " + problem.getMessage() + ": " + cause);
            }
        }
    }

    private static SslOptions trust(Path folder) {
        SslOptions.Builder tls = SslOptions.builder();
        File ca = folder.resolve("ca.crt").toFile();
        File certificate = folder.resolve("tls.crt").toFile();
        if (ca.exists()) {
            tls.trustManager(ca);
        }
        if (certificate.exists()) {
            tls.keyManager(certificate, folder.resolve("tls.key").toFile(), null);
        }
        return tls.build();
    }

    private static RedisClient connect(String url, Path folder) {
        RedisClient client = RedisClient.create(url);
        client.setOptions(ClientOptions.builder().sslOptions(trust(folder)).build());
        return client;
    }

    private static RedisClusterClient connectCluster(String url, Path folder) {
        RedisClusterClient client = RedisClusterClient.create(url);
        client.setOptions(
                ClusterClientOptions.builder().sslOptions(trust(folder)).build());
        return client;
    }

    private static String check(Path folder) throws IOException {
        String url = Optional.ofNullable(System.getenv("REDIS_URL")).orElse(Files.readString(folder.resolve("url")));
        // A cluster has no databases.
        if (Files.exists(folder.resolve("database"))) {
            try (RedisClient client = connect(url, folder)) {
                return use(client.connect().sync());
            }
        }
        try (RedisClusterClient client = connectCluster(url, folder)) {
            return use(client.connect().sync());
        }
    }

    private static String use(RedisClusterCommands<String, String> redis) {
        redis.ping();
        redis.set("proof", "jvm", SetArgs.Builder.ex(60));
        return redis.get("proof");
    }
}
