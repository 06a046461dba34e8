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
import dev.cacheward.api.v1alpha1.ServerTls;
import dev.cacheward.cacheprofile.model.MaxMemory;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.PodAdditions;
import dev.cacheward.cacheprofile.model.Server;
import dev.cacheward.cacheprofile.model.rotation.GracePeriod;
import dev.cacheward.cacheprofile.model.volume.DataVolume;
import dev.cacheward.cacheprofile.plan.tls.TlsRules;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.redis.conf.AllowedCommands;
import dev.cacheward.redis.conf.ConfigParameters;
import dev.cacheward.redis.conf.EvictionPolicies;
import dev.cacheward.redis.conf.Rendering;
import dev.cacheward.redis.conf.ServerSettings;
import dev.cacheward.runtime.Settings;
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

/** Applies the rules and defaults of {@code spec.redis.managed}. */
public final class ServerValidator {
    public static final String FIELD = "spec.redis.managed";
    static final Set<BindAddress> BOUND_BY_DEFAULT = EnumSet.of(BindAddress.POD_IP, BindAddress.LOOPBACK);

    private final Settings.Redis operator;

    ServerValidator(Settings.Redis operator) {
        this.operator = operator;
    }

    /** @param server present if and only if there are no problems */
    record Result(Optional<Server> server, List<Problem> problems) {}

    /** @param written by the author; what it leaves out, the operator says */
    Result validate(ManagedRedis written, Observed observed) {
        ManagedRedis spec = operator.defaults().complete(written, operator.image());
        Persistence persistence = Optional.ofNullable(spec.persistence()).orElseGet(Persistence::empty);
        PersistenceMode mode = mode(persistence);
        Parsed<Long> memory =
                MaxMemory.parse(Optional.ofNullable(spec.maxMemory()), resources(spec), mode != PersistenceMode.NONE);
        List<Problem> problems = new ArrayList<>();
        if (memory instanceof Parsed.Invalid<Long> invalid) {
            problems.add(new Problem(FIELD + ".maxMemory", invalid.message()));
        }
        problems.addAll(bindProblems(bind(spec)));
        problems.addAll(commandProblems(spec, observed.versionOf(spec.image())));
        problems.addAll(VolumeRules.check(persistence, mode, observed.server().claim()));
        problems.addAll(TlsRules.check(FIELD + ".tls", tls(spec)));
        problems.addAll(NetworkRules.check(Optional.ofNullable(spec.networkPolicy())));
        problems.addAll(ReservedPodKeys.check(pod(spec), operator.podKeyPrefixes()));
        return problems.isEmpty() && memory instanceof Parsed.Valid<Long> bytes
                ? new Result(
                        Optional.of(server(
                                spec, settings(spec, persistence, bytes.value()), volume(persistence, observed))),
                        problems)
                : new Result(Optional.empty(), problems);
    }

    private DataVolume volume(Persistence spec, Observed observed) {
        return VolumeRules.volume(
                spec, observed.server().claim(), operator.defaults().storageClassName());
    }

    private static Server server(ManagedRedis spec, ServerSettings settings, DataVolume volume) {
        return new Server(
                spec.image(),
                resources(spec),
                settings,
                volume,
                bind(spec),
                Optional.ofNullable(spec.networkPolicy()),
                pod(spec),
                TlsRules.issuer(tls(spec)));
    }

    private static Optional<ServerTls> tls(ManagedRedis spec) {
        return Optional.ofNullable(spec.tls());
    }

    private static Set<BindAddress> bind(ManagedRedis spec) {
        return orDefault(spec.bind(), BindAddress.class, BOUND_BY_DEFAULT);
    }

    private static PodAdditions pod(ManagedRedis spec) {
        return PodAdditions.of(Optional.ofNullable(spec.podTemplate()).orElseGet(PodOverrides::empty));
    }

    /** Whether data must outlive the pod. The spec may be invalid otherwise. */
    public static boolean persistent(ManagedRedis spec) {
        return mode(Optional.ofNullable(spec.persistence()).orElseGet(Persistence::empty)) != PersistenceMode.NONE;
    }

    private static PersistenceMode mode(Persistence persistence) {
        return Optional.ofNullable(persistence.mode()).orElse(PersistenceMode.NONE);
    }

    private static ServerSettings settings(ManagedRedis spec, Persistence persistence, long maxMemory) {
        return new ServerSettings(
                maxMemory,
                MaxMemory.clients(maxMemory, resources(spec)),
                eviction(spec),
                mode(persistence),
                Optional.ofNullable(persistence.fsync()).orElse(Fsync.EVERYSEC),
                new TreeMap<>(parameters(spec)),
                disabled(spec),
                allowed(spec),
                TlsRules.settings(tls(spec)),
                Rendering.CURRENT);
    }

    private static EvictionPolicy eviction(ManagedRedis spec) {
        return Optional.ofNullable(spec.evictionPolicy()).orElse(EvictionPolicy.VOLATILE_LFU);
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

    private static List<Problem> commandProblems(ManagedRedis spec, Optional<ServerVersion> server) {
        List<Problem> problems = new ArrayList<>(ConfigParameters.check(FIELD + ".config", parameters(spec), server));
        EvictionPolicies.check(FIELD + ".evictionPolicy", eviction(spec), server)
                .ifPresent(problems::add);
        GracePeriod.parse(auth(spec).map(Auth::rotationGracePeriod))
                .fold(
                        valid -> Optional.<Problem>empty(),
                        message -> Optional.of(new Problem(FIELD + ".auth.rotationGracePeriod", message)))
                .ifPresent(problems::add);
        problems.addAll(AllowedCommands.check(FIELD + ".auth.allowedCommands", allowed(spec), disabled(spec)));
        return problems;
    }

    private static Map<String, String> parameters(ManagedRedis spec) {
        return Optional.ofNullable(spec.config()).orElse(Map.of());
    }

    private static Set<DisabledCommand> disabled(ManagedRedis spec) {
        return orDefault(spec.disabledCommands(), DisabledCommand.class, AclFile.DISABLED_BY_DEFAULT);
    }

    private static List<String> allowed(ManagedRedis spec) {
        return auth(spec).map(Auth::allowedCommands).orElse(List.of());
    }

    static Optional<Auth> auth(ManagedRedis spec) {
        return Optional.ofNullable(spec.auth());
    }

    private static <E extends Enum<E>> Set<E> orDefault(List<E> spec, Class<E> type, Set<E> fallback) {
        Set<E> set = EnumSet.noneOf(type);
        set.addAll(spec == null ? fallback : spec);
        return set;
    }

    private static ResourceRequirements resources(ManagedRedis spec) {
        return Optional.ofNullable(spec.resources())
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
