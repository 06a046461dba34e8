package dev.cacheward.redis.conf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the files of a server into one folder, with the paths of a pod replaced by that folder's. */
public final class RenderedFiles {
    private RenderedFiles() {}

    /** @return the path of redis.conf; the data are to be in {@code data} beside it */
    public static Path write(Path folder, ServerSettings settings, UserHashes hashes, String configAlias)
            throws IOException {
        Files.writeString(folder.resolve("users.acl"), AclFile.render(settings, hashes));
        Files.writeString(folder.resolve("commands.conf"), CommandsConf.render(settings, configAlias));
        String conf = RedisConf.render(settings)
                .replace(RedisConf.SECRET_DIR, folder.toString())
                .replace("dir " + RedisConf.DATA_DIR + "\n", "dir " + folder.resolve("data") + "\n");
        return Files.writeString(folder.resolve("redis.conf"), conf);
    }
}
