package dev.cacheward.gitops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import party.iroiro.luajava.Lua;
import party.iroiro.luajava.lua51.Lua51;

/**
 * The shipped script as Argo CD runs it: Lua 5.1, the resource as global {@code obj}, and no library but base and table, so that
 * a script that needs more fails here, too.
 */
final class ArgoHealth {
    private static final Path SCRIPT = Path.of("examples/gitops/argocd/health.lua");

    private final String script;

    private ArgoHealth(String script) {
        this.script = script;
    }

    static ArgoHealth shipped() {
        try {
            return new ArgoHealth(Files.readString(SCRIPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Argo CD shows. */
    record Health(String status, String message) {}

    Health of(Map<String, Object> resource) {
        try (Lua lua = new Lua51()) {
            lua.openLibrary("");
            lua.openLibrary("table");
            lua.push(resource, Lua.Conversion.FULL);
            lua.setGlobal("obj");
            lua.run(script);
            Map<?, ?> health = lua.toMap(-1);
            return new Health((String) health.get("status"), (String) health.get("message"));
        }
    }
}
