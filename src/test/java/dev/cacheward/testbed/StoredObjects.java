package dev.cacheward.testbed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.crud.KubernetesCrudPersistence;
import io.fabric8.mockwebserver.crud.Attribute;
import io.fabric8.mockwebserver.crud.AttributeSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rules of every write, whatever its verb: identity, versions, generations, status apart, graceful ends. */
final class StoredObjects {
    private static final String NEW_STATUS_GROUP = "cacheward.dev/";
    private static final long DEFAULT_GRACE_SECONDS = 30;

    private final KubernetesCrudPersistence persistence;
    private final Clock clock;
    private final ServerSideApply applies;

    StoredObjects(KubernetesCrudPersistence persistence, Clock clock, ServerSideApply applies) {
        this.persistence = persistence;
        this.clock = clock;
        this.applies = applies;
    }

    Optional<Map.Entry<AttributeSet, String>> find(String path) {
        return Optional.ofNullable(persistence.findResource(persistence.getKey(path)));
    }

    /**
     * Creates an object.
     *
     * @param collection the path of the collection, with the namespace if there is one
     * @param manager who applied it; empty when it was made by other means
     */
    ObjectNode create(String collection, ObjectNode body, Optional<String> manager) {
        AttributeSet place = persistence.getKey(collection);
        ObjectNode created = body.deepCopy();
        ObjectNode metadata = Json.metadata(created);
        if (Json.text(created, "name").isEmpty()) {
            metadata.put("name", Json.text(created, "generateName") + suffix());
        }
        AttributeSet key = place.add(new Attribute("name", Json.text(created, "name")));
        if (persistence.findResource(key) != null) {
            throw ApiError.alreadyExists(Json.describe(created));
        }
        Optional.ofNullable(place.getAttribute("namespace"))
                .ifPresent(a -> metadata.put(
                        "namespace", a.getValues().iterator().next().toString()));
        metadata.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", now());
        metadata.put("resourceVersion", String.valueOf(persistence.requestResourceVersion()));
        metadata.without(List.of("deletionTimestamp", "deletionGracePeriodSeconds", "managedFields"));
        startSpecAndStatus(collection, created, metadata);
        manager.ifPresent(name -> applies.apply(created, body, name, false));
        setOwners(created);
        return put(collection, null, key, plainSecret(created));
    }

    private void setOwners(ObjectNode object) {
        if (object.path("kind").asText().equals("ConfigMap")) {
            Json.metadata(object).set("managedFields", applies.owners(object));
        }
    }

    private void startSpecAndStatus(String collection, ObjectNode created, ObjectNode metadata) {
        if (created.has("spec")) {
            metadata.put("generation", 1);
        }
        if (persistence.isStatusSubresourceEnabledForResource(collection)) {
            created.remove("status");
            if (created.path("apiVersion").asText().startsWith(NEW_STATUS_GROUP)) {
                created.putObject("status").put("observedGeneration", -1);
            }
        }
    }

    /** @return what is stored then; equal to the current object if nothing changed, and then nobody is told */
    ObjectNode update(String path, Map.Entry<AttributeSet, String> entry, ObjectNode wanted) {
        ObjectNode current = Json.object(entry.getValue());
        checkPreconditions(current, Json.text(wanted, "uid"), Json.text(wanted, "resourceVersion"));
        boolean statusPath = path.endsWith("/status");
        ObjectNode next = statusPath ? current.deepCopy() : wanted.deepCopy();
        if (statusPath || persistence.isStatusSubresourceEnabledForResource(path)) {
            next.set("status", (statusPath ? wanted : current).get("status"));
        }
        keepServerOwned(current, next);
        setOwners(next);
        next = Json.normalised(plainSecret(next));
        if (next.equals(Json.normalised(current))) {
            return current;
        }
        ObjectNode metadata = Json.metadata(next);
        if (current.has("spec") && !current.path("spec").equals(next.path("spec"))) {
            metadata.put("generation", metadata.path("generation").asLong(0) + 1);
        }
        metadata.put("resourceVersion", String.valueOf(persistence.requestResourceVersion()));
        if (metadata.has("deletionTimestamp") && !metadata.has("finalizers") && !isRunningPod(next)) {
            remove(entry, current);
            return next;
        }
        return put(path, entry.getKey(), persistence.getKey(path), next);
    }

    /** Ends the object, or marks it where a finalizer or a running pod must end first. */
    void delete(Map.Entry<AttributeSet, String> entry, ObjectNode options) {
        ObjectNode current = Json.object(entry.getValue());
        var preconditions = options.path("preconditions");
        checkPreconditions(
                current,
                preconditions.path("uid").asText(""),
                preconditions.path("resourceVersion").asText(""));
        long grace = options.path("gracePeriodSeconds").asLong(graceOf(current));
        boolean graceful = isRunningPod(current) && grace > 0;
        if (!graceful && !current.path("metadata").has("finalizers")) {
            remove(entry, current);
        } else if (!current.path("metadata").has("deletionTimestamp")) {
            ObjectNode metadata = Json.metadata(current);
            metadata.put("deletionTimestamp", now()).put("deletionGracePeriodSeconds", graceful ? grace : 0);
            metadata.put("resourceVersion", String.valueOf(persistence.requestResourceVersion()));
            put("", entry.getKey(), entry.getKey(), current);
        }
    }

    private ObjectNode put(String path, AttributeSet old, AttributeSet key, ObjectNode object) {
        ObjectNode stored = Json.normalised(object);
        persistence.processEvent(path, key, old, Json.resource(stored), stored.toString());
        return stored;
    }

    private void remove(Map.Entry<AttributeSet, String> entry, ObjectNode current) {
        persistence.processEvent("", entry.getKey(), entry.getKey(), null, null);
        applies.forget(Json.text(current, "uid"));
    }

    static void checkPreconditions(ObjectNode current, String uid, String resourceVersion) {
        if (!uid.isEmpty() && !uid.equals(Json.text(current, "uid"))) {
            throw ApiError.conflict(
                    Json.describe(current),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: "
                            + Json.text(current, "uid"));
        }
        if (!resourceVersion.isEmpty() && !resourceVersion.equals(Json.text(current, "resourceVersion"))) {
            throw ApiError.conflict(
                    Json.describe(current),
                    "the object has been modified; please apply your changes to the latest version and try again");
        }
    }

    private static void keepServerOwned(ObjectNode current, ObjectNode next) {
        ObjectNode metadata = Json.metadata(next);
        for (String field : ServerSideApply.SERVER_OWNED) {
            metadata.remove(field);
            if (current.path("metadata").has(field)) {
                metadata.set(field, current.path("metadata").get(field));
            }
        }
    }

    private static ObjectNode plainSecret(ObjectNode object) {
        if (object.path("kind").asText().equals("Secret") && object.remove("stringData") instanceof ObjectNode plain) {
            ObjectNode data = object.withObject("/data");
            plain.properties()
                    .forEach(e -> data.put(
                            e.getKey(),
                            Base64.getEncoder()
                                    .encodeToString(e.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
        return object;
    }

    private static boolean isRunningPod(ObjectNode object) {
        return object.path("kind").asText().equals("Pod") && object.path("spec").has("nodeName");
    }

    private static long graceOf(ObjectNode object) {
        return object.path("spec").path("terminationGracePeriodSeconds").asLong(DEFAULT_GRACE_SECONDS);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 5);
    }
}
