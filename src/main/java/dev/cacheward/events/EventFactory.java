package dev.cacheward.events;

import dev.cacheward.api.v1alpha1.Condition;
import dev.cacheward.status.Changes;
import dev.cacheward.validation.Fingerprint;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Makes the Event for a change of a condition. */
final class EventFactory {
    private static final String CONTROLLER = "cacheward.dev/operator";

    /** The API server's limit for a note, in bytes. */
    private static final int LONGEST_NOTE = 1024;

    /** The API server's limit for a reporter; the name of a pod may be longer. */
    private static final int LONGEST_REPORTER = 128;

    private static final int LONGEST_NAME = 253;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final String reporter;
    private final Clock clock;

    EventFactory(String reporter, Clock clock) {
        this.reporter = cut(reporter, LONGEST_REPORTER);
        this.clock = clock;
    }

    /**
     * Returns the name of the Event. The same cause of the same resource always gives the same name, so that two replicas do
     * not tell it twice.
     */
    static String name(HasMetadata resource, Condition change) {
        String cause = String.join(
                "\n",
                resource.getMetadata().getUid(),
                change.type(),
                change.status(),
                change.reason(),
                change.message());
        String suffix = "." + Fingerprint.of(cause);
        String name = resource.getMetadata().getName();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    Event event(HasMetadata resource, Condition change, String name) {
        return new EventBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(resource.getMetadata().getNamespace())
                .endMetadata()
                .withEventTime(new MicroTime(MICROS.format(now())))
                .withReportingController(CONTROLLER)
                .withReportingInstance(reporter)
                .withAction("Reconcile")
                .withType(Changes.isTrouble(change) ? "Warning" : "Normal")
                .withReason(change.reason())
                .withNote(cut(Quote.printable(change.message()), LONGEST_NOTE))
                .withNewRegarding()
                .withApiVersion(resource.getApiVersion())
                .withKind(resource.getKind())
                .withNamespace(resource.getMetadata().getNamespace())
                .withName(resource.getMetadata().getName())
                .withUid(resource.getMetadata().getUid())
                .endRegarding()
                .build();
    }

    /** Returns a merge patch with the new count: nothing else of an Event may be changed. */
    String series(int count) {
        return "{\"series\":{\"count\":" + count + ",\"lastObservedTime\":\"" + MICROS.format(now()) + "\"}}";
    }

    Instant now() {
        return clock.instant();
    }

    private static String cut(String text, int longest) {
        if (bytes(text) <= longest) {
            return text;
        }
        int room = longest - bytes(Quote.ELLIPSIS);
        StringBuilder kept = new StringBuilder();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            String next = Character.toString(text.codePointAt(at));
            room -= bytes(next);
            if (room < 0) {
                break;
            }
            kept.append(next);
        }
        return kept + Quote.ELLIPSIS;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
