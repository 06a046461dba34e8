package dev.cacheward.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.crud.AttributeSet;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.zjsonpatch.JsonPatch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The verbs. Reads and watches are the mock server's own; every write goes by {@link StoredObjects}. */
final class ApiDispatcher extends KubernetesCrudDispatcher {
    private static final Pattern PATH =
            Pattern.compile("/api(s/[^/]+)?/[^/]+(/namespaces/[^/]+)?/[^/]+(/[^/]+(/(status|scale))?)?");
    private static final Pattern DISCOVERY = Pattern.compile("/apis/[^/]+/[^/]+");
    private static final String VERSION =
            "{\"major\":\"1\",\"minor\":\"34\",\"gitVersion\":\"v1.34.0+embedded\",\"platform\":\"java\"}";
    /** So that no object has the version 1, which clients use as one that no object has. */
    private static final int VERSIONS_BEFORE_THE_FIRST = 1000;

    private final ServerSideApply applies = new ServerSideApply();
    private final StoredObjects objects = new StoredObjects(this, Clock.systemUTC(), applies);
    private final GarbageCollection garbage = new GarbageCollection(getMap(), objects);
    private final Faults faults;
    private final RequestLog log = new RequestLog();

    ApiDispatcher(List<CustomResourceDefinitionContext> kinds, Faults faults) {
        super(kinds);
        this.faults = faults;
        for (int i = 0; i < VERSIONS_BEFORE_THE_FIRST; i++) {
            requestResourceVersion();
        }
    }

    RequestLog log() {
        return log;
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        Request call = Request.of(request);
        MockResponse response = faultFor(call).orElseGet(() -> answer(request, call));
        boolean watch = response.getWebSocketListener() != null;
        log.add(call.answered(watch ? 101 : response.code()));
        if (watch) {
            response.withWebSocketUpgrade(new AsynchronousWatchClose(response.getWebSocketListener()));
        }
        if (!call.userAgent().equals(StandInKubelet.USER_AGENT)) {
            faults.warning(call).ifPresent(text -> response.setHeader("Warning", text));
        }
        return response.setHeader("Content-Type", "application/json");
    }

    private Optional<MockResponse> faultFor(Request call) {
        return call.userAgent().equals(StandInKubelet.USER_AGENT) ? Optional.empty() : faults.answer(call);
    }

    private MockResponse answer(RecordedRequest request, Request call) {
        try {
            if (!call.isWrite()) {
                return read(request.getPath(), call);
            }
            String body = Optional.ofNullable(request.getUtf8Body()).orElse("");
            MockResponse response = write(call, body);
            garbage.sweep();
            return response;
        } catch (ApiError e) {
            return e.response();
        }
    }

    private MockResponse read(String pathAndQuery, Request call) {
        if (call.path().equals("/version")) {
            return json(200, Json.object(VERSION));
        }
        if (!PATH.matcher(call.path()).matches()
                && !DISCOVERY.matcher(call.path()).matches()) {
            throw ApiError.notFound(call.path());
        }
        MockResponse response = handleGet(pathAndQuery);
        if (response.code() == 404) {
            throw ApiError.notFound(call.path());
        }
        return response;
    }

    private MockResponse write(Request call, String body) {
        if (!PATH.matcher(call.path()).matches()) {
            throw ApiError.notFound(call.path());
        }
        return switch (call.method()) {
            case "POST" -> create(call, Json.object(body));
            case "PUT" -> json(200, objects.update(call.path(), existing(call), Json.object(body)));
            case "PATCH" -> call.isApply() ? apply(call, Json.object(body)) : patch(call, Json.tree(body));
            default -> delete(call, body);
        };
    }

    private MockResponse create(Request call, ObjectNode body) {
        Optional<ObjectNode> review = AccessReviews.answer(call.path(), body);
        if (review.isPresent()) {
            return json(201, review.get());
        }
        if (!Json.text(body, "resourceVersion").isEmpty()) {
            throw ApiError.badRequest("resourceVersion should not be set on objects to be created");
        }
        return json(201, objects.create(call.path(), body, Optional.empty()));
    }

    private MockResponse patch(Request call, JsonNode patch) {
        Map.Entry<AttributeSet, String> entry = existing(call);
        ObjectNode current = Json.object(entry.getValue());
        JsonNode wanted;
        if (call.contentType().contains("merge-patch") && !call.contentType().contains("strategic")) {
            wanted = Json.mergePatch(current, patch);
        } else if (call.contentType().contains("json-patch")) {
            wanted = Json.tree(
                    JsonPatch.apply(ofClient(patch), ofClient(current)).toString());
        } else {
            throw ApiError.unsupportedMediaType(call.contentType());
        }
        return json(200, objects.update(call.path(), entry, (ObjectNode) wanted));
    }

    private static tools.jackson.databind.JsonNode ofClient(JsonNode node) {
        return JsonMapper.shared().readTree(node.toString());
    }

    private MockResponse apply(Request call, ObjectNode body) {
        String manager = call.parameter("fieldManager")
                .orElseThrow(() -> ApiError.badRequest("fieldManager is required for apply patch"));
        boolean status = call.path().endsWith("/status");
        Optional<Map.Entry<AttributeSet, String>> entry = objects.find(call.path());
        if (entry.isEmpty() && !status) {
            return createByApply(call, body, manager);
        }
        ObjectNode current = Json.object(existing(call).getValue());
        StoredObjects.checkPreconditions(current, Json.text(body, "uid"), Json.text(body, "resourceVersion"));
        ObjectNode wanted = applies.apply(current, body, manager, status);
        return json(200, objects.update(call.path(), entry.orElseThrow(), wanted));
    }

    private MockResponse createByApply(Request call, ObjectNode body, String manager) {
        if (!Json.text(body, "uid").isEmpty()) {
            throw ApiError.conflict(
                    Json.describe(body),
                    "uid mismatch: the provided object specified uid " + Json.text(body, "uid")
                            + ", and no existing object was found");
        }
        ObjectNode fresh = body.deepCopy();
        Json.metadata(fresh).remove("resourceVersion");
        int name = call.path().lastIndexOf('/');
        Json.metadata(fresh).put("name", call.path().substring(name + 1));
        return json(201, objects.create(call.path().substring(0, name), fresh, Optional.of(manager)));
    }

    private MockResponse delete(Request call, String body) {
        ObjectNode options = body.isBlank() ? Json.empty() : Json.object(body);
        AttributeSet query = getKey(call.path() + (call.query().isEmpty() ? "" : "?" + call.query()));
        List<Map.Entry<AttributeSet, String>> found = new ArrayList<>(getMap().entrySet())
                .stream()
                        .filter(e -> e.getKey().matches(query))
                        .map(e -> Map.entry(e.getKey(), e.getValue()))
                        .toList();
        if (found.isEmpty() && query.containsKey("name")) {
            throw ApiError.notFound(call.path());
        }
        found.forEach(entry -> objects.delete(entry, options));
        return json(200, Json.object("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}"));
    }

    private Map.Entry<AttributeSet, String> existing(Request call) {
        return objects.find(call.path())
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .orElseThrow(() -> ApiError.notFound(call.path()));
    }

    private static MockResponse json(int code, ObjectNode body) {
        return new MockResponse().setResponseCode(code).setBody(body.toString());
    }
}
