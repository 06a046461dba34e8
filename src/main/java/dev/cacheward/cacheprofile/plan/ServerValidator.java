package dev.cacheward.cacheprofile.plan;

import dev.cacheward.api.v1alpha1.Auth;
import dev.cacheward.api.v1alpha1.BindAddress;
import dev.cacheward.api.v1alpha1.DisabledCommand;
import dev.cacheward.api.v1alpha1.EvictionPolicy;
import dev.cacheward.api.v1alpha1.Fsync;
import dev.cacheward.api.v1alpha1.ManagedRedis;
import dev.cacheward.api.v1alpha1.Persistence;
import dev.cacheward.api.v1alpha1.PersistenceMode;
import dev.cacheward.api.v1alpha1.PodOverrides;
import dev.cacheward.api.v1alpha1.Resources;
import dev.cacheward.cacheprofile.model.DataVolume;
import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodAdditions;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.AllowedCommands;
import dev.cacheward.redis.conf.ConfigParameters;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.validation.Parsed;
import dev.cacheward.validation.Problem;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rules and defaults of {@code spec.redis.managed}. */
public final class ServerValidator {
    public static final String FIELD = "spec.redis.managed";
    static final Set<BindAddress> BOUND_BY_DEFAULT = EnumSet.of(BindAddress.POD_IP, BindAddress.LOOPBACK);

    private final String defaultImage;

    ServerValidator(String defaultImage) {
        this.defaultImage = defaultImage;
    }

    /** @param server present when there are no problems */
    record Result(Optional<Server> server, List<Problem> problems) {}

    Result validate(ManagedRedis said, Observed observed) {
        Persistence persistence = Optional.ofNullable(said.persistence()).orElseGet(Persistence::empty);
        PersistenceMode mode = mode(persistence);
        Parsed<Long> memory =
                MaxMemory.parse(Optional.ofNullable(said.maxMemory()), resources(said), mode != PersistenceMode.NONE);
        List<Problem> problems = new ArrayList<>();
        if (memory instanceof Parsed.Invalid<Long> invalid) {
            problems.add(new Problem(FIELD + ".maxMemory", invalid.message()));
        }
        problems.addAll(bindProblems(bind(said)));
        problems.addAll(commandProblems(said));
        problems.addAll(VolumeRules.check(persistence, mode, observed.claim()));
        problems.addAll(ReservedPodKeys.check(pod(said)));
        return problems.isEmpty() && memory instanceof Parsed.Valid<Long> bytes
                ? new Result(
                        Optional.of(server(
                                said,
                                settings(said, persistence, bytes.value()),
                                VolumeRules.volume(persistence, observed.claim()))),
                        problems)
                : new Result(Optional.empty(), problems);
    }

    private Server server(ManagedRedis said, ServerSettings settings, DataVolume volume) {
        return new Server(
                Optional.ofNullable(said.image()).orElse(defaultImage),
                resources(said),
                settings,
                volume,
                bind(said),
                Optional.ofNullable(said.networkPolicy()),
                pod(said));
    }

    private static Set<BindAddress> bind(ManagedRedis said) {
        return orDefault(said.bind(), BindAddress.class, BOUND_BY_DEFAULT);
    }

    private static PodAdditions pod(ManagedRedis said) {
        return PodAdditions.of(Optional.ofNullable(said.podTemplate()).orElseGet(PodOverrides::empty));
    }

    /** Whether data is to outlive the pod; also of a spec that has not been checked yet. */
    public static boolean persistent(ManagedRedis said) {
        return mode(Optional.ofNullable(said.persistence()).orElseGet(Persistence::empty)) != PersistenceMode.NONE;
    }

    private static PersistenceMode mode(Persistence persistence) {
        return Optional.ofNullable(persistence.mode()).orElse(PersistenceMode.NONE);
    }

    private static ServerSettings settings(ManagedRedis said, Persistence persistence, long maxMemory) {
        return new ServerSettings(
                maxMemory,
                Optional.ofNullable(said.evictionPolicy()).orElse(EvictionPolicy.VOLATILE_LFU),
                mode(persistence),
                Optional.ofNullable(persistence.fsync()).orElse(Fsync.EVERYSEC),
                new TreeMap<>(parameters(said)),
                disabled(said),
                allowed(said));
    }

    private static List<Problem> bindProblems(Set<BindAddress> bind) {
        boolean reachable = bind.contains(BindAddress.POD_IP) || bind.contains(BindAddress.ALL);
        return reachable
                ? List.of()
                : List.of(new Problem(
                        FIELD + ".bind",
                        (bind.isEmpty() ? "an empty list" : "\"Loopback\" alone")
                                + " lets nobody connect to the pod: it must contain PodIP or All"));
    }

    private static List<Problem> commandProblems(ManagedRedis said) {
        List<Problem> problems =
                new ArrayList<>(ConfigParameters.check(FIELD + ".config", parameters(said), Optional.empty()));
        problems.addAll(AllowedCommands.check(FIELD + ".auth.allowedCommands", allowed(said), disabled(said)));
        return problems;
    }

    private static Map<String, String> parameters(ManagedRedis said) {
        return Optional.ofNullable(said.config()).orElse(Map.of());
    }

    private static Set<DisabledCommand> disabled(ManagedRedis said) {
        return orDefault(said.disabledCommands(), DisabledCommand.class, AclFile.DISABLED_BY_DEFAULT);
    }

    private static List<String> allowed(ManagedRedis said) {
        return Optional.ofNullable(said.auth()).map(Auth::allowedCommands).orElse(List.of());
    }

    private static <E extends Enum<E>> Set<E> orDefault(List<E> said, Class<E> type, Set<E> fallback) {
        Set<E> set = EnumSet.noneOf(type);
        set.addAll(said == null ? fallback : said);
        return set;
    }

    private static ResourceRequirements resources(ManagedRedis said) {
        return Optional.ofNullable(said.resources())
                .map(ServerValidator::requirements)
                .orElseGet(() -> new ResourceRequirementsBuilder()
                        .addToRequests("cpu", new Quantity("100m"))
                        .addToRequests("memory", new Quantity("256Mi"))
                        .addToLimits("memory", new Quantity("256Mi"))
                        .build());
    }

    private static ResourceRequirements requirements(Resources resources) {
        return new ResourceRequirementsBuilder()
                .withRequests(Optional.ofNullable(resources.requests()).orElse(Map.of()))
                .withLimits(Optional.ofNullable(resources.limits()).orElse(Map.of()))
                .build();
    }
}
