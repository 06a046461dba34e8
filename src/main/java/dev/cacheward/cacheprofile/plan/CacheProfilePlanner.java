package dev.cacheward.cacheprofile.plan;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.Profile;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.ValidatedProfile;
import dev.cacheward.cacheprofile.render.BindingRenderer;
import dev.cacheward.cacheprofile.render.NetworkRenderer;
import dev.cacheward.cacheprofile.render.PodRenderer;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.delivery.TargetKeys;
import dev.cacheward.redis.Password;
import dev.cacheward.runtime.RunAs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what is to be written for a valid profile. */
public final class CacheProfilePlanner {
    private final PodRenderer pods;
    private final NetworkRenderer network;

    public CacheProfilePlanner(RunAs runAs, Optional<String> operatorNamespace) {
        this.pods = new PodRenderer(runAs);
        this.network = new NetworkRenderer(operatorNamespace);
    }

    /**
     * Empty for a profile that is not valid: nothing is written for it but its status.
     *
     * @param credentials empty while they cannot be known: the server is left as it is then
     */
    public Optional<ProfilePlan> plan(
            ValidatedProfile validated, Observed observed, Optional<Credentials> credentials) {
        return validated instanceof ValidatedProfile.Valid valid
                ? Optional.of(plan(valid.profile(), observed, credentials))
                : Optional.empty();
    }

    private ProfilePlan plan(Profile wanted, Observed observed, Optional<Credentials> credentials) {
        Profile profile = wanted.withServer(RolloutPlanner.serverFor(wanted.server(), observed));
        List<TargetKeys> deliveries = ProfilePlan.deliveries(profile);
        Optional<ProfilePlan.ServerPlan> server = credentials.map(known -> server(profile, observed, known));
        List<HasMetadata> supporting = new ArrayList<>();
        server.map(step -> passwordToPublish(step, observed)).ifPresent(password -> {
            supporting.add(BindingRenderer.binding(profile, password));
            supporting.add(BindingRenderer.environment(profile, password));
        });
        supporting.addAll(network(profile));
        return new ProfilePlan(
                profile,
                deliveries,
                supporting,
                server,
                ProfilePlan.leftovers(deliveries, supporting, server, observed));
    }

    /**
     * A server that stays as it is keeps the password that it was given, and so do the applications. Where that is in neither of their
     * Secrets any more, they get the one that comes into force with the next server; until then the check says that it does not work.
     */
    private static Password passwordToPublish(ProfilePlan.ServerPlan server, Observed observed) {
        return Optional.of(observed.server())
                .filter(running -> !(server.step() instanceof RolloutStep.Apply))
                .flatMap(CredentialsResolver::inForce)
                .orElse(server.credentials().application());
    }

    private ProfilePlan.ServerPlan server(Profile profile, Observed observed, Credentials credentials) {
        ServerObjects objects = ServerObjects.render(
                profile, credentials, pods, observed.server().claim());
        return new ProfilePlan.ServerPlan(
                profile.owner().uid(),
                profile.server(),
                credentials,
                objects,
                RolloutPlanner.next(objects, profile.server(), observed));
    }

    private List<HasMetadata> network(Profile profile) {
        List<HasMetadata> objects = new ArrayList<>(List.of(
                NetworkRenderer.account(profile), NetworkRenderer.service(profile), NetworkRenderer.headless(profile)));
        profile.server().network().ifPresent(access -> objects.add(network.policy(profile, access)));
        return objects;
    }
}
