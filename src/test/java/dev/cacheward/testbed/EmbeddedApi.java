package dev.cacheward.testbed;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.api.v1alpha1.RateLimitPolicy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A Kubernetes API server in this process, on a free port of the loopback interface.
 *
 * <p>It models what Cacheward relies on: watches, resource versions, generations, the status subresource, server-side
 * apply (a configuration that a manager no longer applies goes; a no-op apply changes nothing and tells nobody; a given
 * uid or resource version must be the object's, and a uid creates nothing), finalizers, garbage collection by owner
 * reference, preconditions of deletions, and pods that end gracefully once they have a node.
 *
 * <p>It does not model field ownership (but for the keys of ConfigMaps in {@code managedFields}; every apply is forced), schema
 * validation, defaults, pruning and CEL rules, admission, authorisation (everything is allowed), immutable fields,
 * strategic merge patches, dry runs, orphaning deletions, namespaces that must exist, paging, and label selectors with
 * {@code in} and {@code notin}. The {@code *IT} on a real cluster are for those.
 */
public final class EmbeddedApi implements AutoCloseable {
    /** The namespace of clients that name none. */
    public static final String NAMESPACE = "default";

    /** No fault of a test: a machine that stands still for so long is broken. */
    private static final int PATIENCE_MILLIS = 60_000;

    /** What it learns about types is of use to all clients; to learn it anew costs each more than most tests. */
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    /** Held, or the level would be forgotten with the logger: the server tells every request. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final Faults faults = new Faults();
    private final ApiDispatcher dispatcher = new ApiDispatcher(kinds(), faults);
    private final MockWebServer webServer = new MockWebServer();
    private final KubernetesMockServer server;
    private final Map<String, KubernetesClient> clients = new ConcurrentHashMap<>();

    private EmbeddedApi() {
        server = new KubernetesMockServer(new Context(), webServer, Map.of(), forgetful(), false) {
            @Override
            public void onStart() {
                // the dispatcher answers /version itself
            }
        };
    }

    /** The web server keeps every request with its body until somebody takes it: nobody else does. */
    private Dispatcher forgetful() {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    webServer.takeRequest(0, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return dispatcher.dispatch(request);
            }
        };
    }

    /** Starts a server without objects that knows Cacheward's kinds. */
    public static EmbeddedApi start() {
        SERVER_LOG.setLevel(Level.WARNING);
        EmbeddedApi api = new EmbeddedApi();
        api.server.init(InetAddress.getLoopbackAddress(), 0);
        return api;
    }

    private static List<CustomResourceDefinitionContext> kinds() {
        return List.of(
                kind(CacheProfile.class),
                kind(RateLimitPolicy.class),
                kind(StatefulSet.class),
                kind(Pod.class),
                kind(PersistentVolumeClaim.class));
    }

    private static CustomResourceDefinitionContext kind(Class<? extends HasMetadata> type) {
        String group = HasMetadata.getGroup(type);
        return new CustomResourceDefinitionContext.Builder()
                .withGroup(group.isEmpty() ? null : group)
                .withVersion(HasMetadata.getVersion(type))
                .withKind(HasMetadata.getKind(type))
                .withPlural(HasMetadata.getPlural(type))
                .withScope("Namespaced")
                .withStatusSubresource(true)
                .build();
    }

    /** The client for everybody; closed with the server. */
    public KubernetesClient client() {
        return client("cacheward-test");
    }

    /** One client for each user agent, so that {@link #requests} can tell them apart; closed with the server. */
    public KubernetesClient client(String userAgent) {
        return clients.computeIfAbsent(
                userAgent,
                agent -> new KubernetesClientBuilder()
                        .withConfig(config(agent))
                        .withKubernetesSerialization(SERIALIZATION)
                        .build());
    }

    /** For a client of one's own. It does not retry, so that an injected fault is seen as often as it was planned. */
    public Config config(String userAgent) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(server.url("/"))
                .withNamespace(NAMESPACE)
                .withHttp2Disable(true)
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(PATIENCE_MILLIS)
                .withUserAgent(userAgent)
                .build();
    }

    /** What was asked so far, oldest first, without the stand-in kubelet's requests. */
    public List<Request> requests() {
        return dispatcher.log().find(r -> !r.userAgent().equals(StandInKubelet.USER_AGENT));
    }

    /** Those of {@link #requests} that asked for a change. */
    public List<Request> writes() {
        return requests().stream().filter(Request::isWrite).toList();
    }

    /** The writes of one user agent, oldest first. */
    public Stream<Request> writesBy(String userAgent) {
        return dispatcher.log().find(r -> r.isWrite() && r.userAgent().equals(userAgent)).stream();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        dispatcher.log().clear();
    }

    /**
     * Answers the next requests with an error instead of acting on them.
     *
     * @param which sees a request whose status is still 0
     * @param message of the {@code Status} that is answered
     */
    public void failNext(int times, Predicate<Request> which, int code, String reason, String message) {
        faults.plan(times, which, code, ApiError.body(code, reason, message));
    }

    /** The same with a whole answer, such as one with causes. */
    public void failNext(int times, Predicate<Request> which, Status answer) {
        faults.plan(times, which, answer.getCode(), Serialization.asJson(answer));
    }

    /** Acts on requests, and warns in each answer, as a real server does. */
    public void warn(Predicate<Request> which, String text) {
        faults.warn(which, "299 - \"" + text.replace("\"", "\\\"") + "\"");
    }

    /** Gives the next requests no answer, and does not act on them. */
    public void ignoreNext(int times, Predicate<Request> which) {
        faults.ignore(times, which);
    }

    /** Forgets the faults that did not happen yet. */
    public void clearFaults() {
        faults.clear();
    }

    @Override
    public void close() {
        clients.values().forEach(KubernetesClient::close);
        server.destroy();
    }
}
