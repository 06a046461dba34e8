package dev.cacheward.cacheprofile.plan.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.Observed;
import dev.cacheward.cacheprofile.model.ObservedBuilder;
import dev.cacheward.cacheprofile.model.RolloutStep;
import dev.cacheward.cacheprofile.model.UserSecret;
import dev.cacheward.cacheprofile.plan.CacheProfilePlanner;
import dev.cacheward.cacheprofile.plan.CredentialsResolver;
import dev.cacheward.cacheprofile.plan.ProfilePlan;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.cacheprofile.render.PublishedSecret;
import dev.cacheward.cacheprofile.render.ServerObjects;
import dev.cacheward.redis.AclUser;
import dev.cacheward.redis.ConnectionCut;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.conf.AclFile;
import dev.cacheward.runtime.RunAs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A cluster with one server, in which an operator can end after every single effect. At any time what is published has to work, and
 * the operator has to be able to log in.
 */
final class RotationWorld {
    /** An operator that does not end. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final CacheProfilePlanner PLANNER = new CacheProfilePlanner(new RunAs.Uid(999), Optional.empty());

    private static final class OperatorEnded extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final CredentialsResolver resolver = new CredentialsResolver(SampleProfiles.counting());
    final List<ConnectionCut> cuts = new ArrayList<>();
    CacheProfile profile = SampleProfiles.minimal();
    UserSecret userSecret = new UserSecret.NotAsked();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int effects = NEVER;
    final FoundServer found;

    RotationWorld() {
        ProfilePlan first =
                SampleProfiles.plan(profile, ObservedBuilder.nothing().observed(), SampleProfiles.credentials());
        found = new FoundServer(first.server().orElseThrow().objects());
        first.supporting().forEach(this::publish);
    }

    void ask(String token) {
        profile = SampleProfiles.copy(profile);
        profile.getMetadata().setAnnotations(new TreeMap<>(Map.of("cacheward.dev/rotate", token)));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void loseConnection() {
        found.binding = Optional.empty();
    }

    /** Lets an operator work that ends after so many effects; the next one goes on until nothing changes any more. */
    void settle(int first) {
        run(first);
        settle();
    }

    /** Lets an operator work that ends after so many effects. */
    void run(int first) {
        try {
            effects = first;
            settle();
        } catch (OperatorEnded e) {
            assertThat(effects).isNegative();
        } finally {
            effects = NEVER;
        }
    }

    int settle() {
        int done = 0;
        boolean comesAgain = true;
        for (String before = ""; !before.equals(found.state()); done++) {
            assertThat(done).as("reconciliations until it is quiet").isLessThan(12);
            before = found.state();
            boolean began = comesAgain;
            comesAgain = reconcile().unfinished();
            assertThat(began || before.equals(found.state()))
                    .as("nothing is left to a reconciliation that nobody starts")
                    .isTrue();
        }
        assertThat(comesAgain).as("a reconciliation that has nothing to do").isFalse();
        return done;
    }

    /** What the server takes for a user. */
    SortedSet<String> taken(String user) {
        return AclFile.hashes(found.users, user);
    }

    String published() {
        assertThat(FoundServer.text(found.binding.orElseThrow(), "password"))
                .isEqualTo(PublishedSecret.environmentPassword(found.environment.orElseThrow())
                        .orElseThrow());
        return FoundServer.text(found.binding.orElseThrow(), "password");
    }

    Secret serverSecret() {
        return found.written.secret();
    }

    List<String> warnings() {
        return progress(found.observed(now)).warnings().texts();
    }

    private RotationProgress progress(Observed observed) {
        return CredentialsResolver.progress(profile, observed, userSecret, credentials(observed));
    }

    private RotationProgress reconcile() {
        Observed observed = found.observed(now);
        assertThat(taken(AclUser.OPERATOR))
                .contains(observed.credentials().orElseThrow().operator().sha256());
        Optional<Credentials> credentials = credentials(observed);
        ProfilePlan plan = PLANNER.plan(SampleProfiles.validate(profile, observed), observed, credentials)
                .orElseThrow();
        plan.supporting().forEach(this::publish);
        ProfilePlan.ServerPlan server = plan.server().orElseThrow();
        if (server.step() instanceof RolloutStep.Live live) {
            effect(() -> tell(live));
            effect(() -> found.marks = server.objects().marks());
        } else {
            assertThat(server.step()).isInstanceOf(RolloutStep.Apply.class);
        }
        write(server.objects());
        return CredentialsResolver.progress(profile, observed, userSecret, credentials);
    }

    private Optional<Credentials> credentials(Observed observed) {
        return resolver.resolve(profile, observed, userSecret);
    }

    private void tell(RolloutStep.Live live) {
        for (String line : live.change().users()) {
            String user = line.split(" ")[1];
            found.users = found.users.replace(AclFile.line(found.users, user).orElseThrow(), line);
        }
        found.parameters.putAll(live.change().parameters());
        live.change().cut().ifPresent(cuts::add);
    }

    private void write(ServerObjects wanted) {
        effect(() -> found.written = new ServerObjects(
                wanted.claim(), wanted.conf(), wanted.secret(), found.written.statefulSet(), wanted.preflight()));
        effect(() -> found.written = wanted);
    }

    private void publish(HasMetadata object) {
        if (object instanceof Secret secret) {
            boolean env = secret.getMetadata().getName().endsWith("-env");
            effect(() -> {
                found.environment = env ? Optional.of(secret) : found.environment;
                found.binding = env ? found.binding : Optional.of(secret);
            });
            String password = env
                    ? PublishedSecret.environmentPassword(secret).orElseThrow()
                    : FoundServer.text(secret, "password");
            assertThat(taken(AclUser.APPLICATION))
                    .as("what the server takes when a password is published")
                    .contains(new Password(password).sha256());
        }
    }

    private void effect(Runnable change) {
        if (effects-- == 0) {
            throw new OperatorEnded();
        }
        change.run();
    }
}
