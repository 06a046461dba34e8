package dev.cacheward.cli.imports.server;

import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.cli.imports.draft.Found;
import dev.cacheward.cli.imports.draft.Password;
import dev.cacheward.cli.imports.draft.ServerDraft;
import dev.cacheward.cli.imports.report.Ledger;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.AclFile;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes {@code spec.redis.managed} of what the files say of their server. */
public final class ManagedRedisTree {
    static final String FIELD = "spec.redis.managed";

    private final ServerDraft server;
    private final String profile;
    private final Ledger ledger;

    /** @param profile its name, which the names of new Secrets begin with */
    public ManagedRedisTree(ServerDraft server, String profile, Ledger ledger) {
        this.server = server;
        this.profile = profile;
        this.ledger = ledger;
    }

    /** Returns the fields that are not the defaults, and tells what became of each setting. */
    public Map<String, Object> make() {
        Map<String, Object> managed = new LinkedHashMap<>();
        Optional<ServerVersion> version = image(managed);
        Parameters parameters = new ParameterRules(server, ledger, version).read();
        PersistenceRules persistence = new PersistenceRules(server, parameters, ledger);
        PersistenceMode mode = persistence.mode();
        new ResourceRules(server, parameters.maxMemory, mode != PersistenceMode.NONE, ledger).put(managed);
        eviction(parameters).ifPresent(policy -> managed.put("evictionPolicy", policy.redisName()));
        put(managed, "persistence", persistence.tree(mode));
        server.password.found().ifPresent(found -> managed.put("auth", auth(found)));
        disabled(managed, parameters.disabled);
        put(managed, "config", new LinkedHashMap<>(parameters.config));
        put(managed, "podTemplate", pod());
        return managed;
    }

    private Optional<ServerVersion> image(Map<String, Object> managed) {
        Optional<Found<String>> image = server.image.found();
        if (image.isEmpty()) {
            return Optional.empty();
        }
        Images.Verdict verdict = Images.verdict(image.get().value());
        if (verdict.refusal().isPresent()) {
            ledger.left(image.get().item(), verdict.refusal().get(), "");
            return Optional.empty();
        }
        managed.put("image", image.get().value());
        ledger.taken(image.get().item(), FIELD + ".image");
        return verdict.version();
    }

    /** A server with a limit and no policy refuses writes when it is full. */
    private Optional<EvictionPolicy> eviction(Parameters parameters) {
        if (parameters.eviction.isEmpty() && parameters.maxMemory.isPresent()) {
            ledger.note(
                    "No maxmemory-policy is set, which means noeviction: a full server refuses writes. For a cache, leave"
                            + " evictionPolicy out; the operator's default is volatile-lfu.");
            return Optional.of(EvictionPolicy.NO_EVICTION);
        }
        return parameters.eviction.filter(policy -> policy != EvictionPolicy.VOLATILE_LFU);
    }

    private Map<String, Object> auth(Found<Password> found) {
        Password password = found.value();
        Map<String, Object> from = new LinkedHashMap<>();
        boolean inFile = password.secret().isEmpty();
        from.put("name", inFile ? profile + "-redis-password" : password.secret());
        from.put("key", inFile ? "password" : password.key());
        ledger.taken(found.item(), FIELD + ".auth.passwordFrom");
        if (inFile) {
            ledger.note("The password is in no resource. Put it into a Secret: "
                    + hint(profile + "-redis-password", "password"));
        }
        return Map.of("passwordFrom", from);
    }

    /** Returns the command that puts a text that is typed into a Secret, without an argument that holds it. */
    public static String hint(String secret, String key) {
        return "kubectl create secret generic " + secret + " --from-file=" + key
                + "=/dev/stdin (then type it, and press Ctrl-D twice)";
    }

    /** What is disabled by default stays so. */
    private void disabled(Map<String, Object> managed, Set<DisabledCommand> given) {
        Set<DisabledCommand> all = EnumSet.copyOf(AclFile.DISABLED_BY_DEFAULT);
        if (all.addAll(given)) {
            managed.put(
                    "disabledCommands", all.stream().map(DisabledCommand::name).toList());
        }
    }

    private Map<String, Object> pod() {
        Map<String, Object> pod = new LinkedHashMap<>();
        server.podTemplate().forEach((field, found) -> {
            pod.put(field, found.value());
            ledger.taken(found.item(), FIELD + ".podTemplate." + field);
        });
        return pod;
    }

    private static void put(Map<String, Object> managed, String field, Map<String, Object> tree) {
        if (!tree.isEmpty()) {
            managed.put(field, tree);
        }
    }
}
