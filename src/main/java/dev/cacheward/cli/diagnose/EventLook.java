package dev.cacheward.cli.diagnose;

import dev.cacheward.cacheprofile.model.ObservedServer;
import dev.cacheward.cli.cluster.Reading;
import dev.cacheward.cli.diagnose.report.DiagnosisReport.EventView;
import dev.cacheward.validation.Quote;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Events of a profile and of its server. */
final class EventLook {
    private static final int MOST = 6;
    private static final long MINUTES = 60;

    /** In characters. */
    private static final int LONGEST = 140;

    private EventLook() {}

    /** Returns all that Kubernetes still has, the newest first. */
    static List<Event> read(Reading reading, HasMetadata profile, ObservedServer server) {
        Set<String> uids = Stream.of(
                        Stream.of(profile),
                        server.statefulSet().stream(),
                        server.claim().stream(),
                        server.pods().stream(),
                        server.preflight().stream())
                .flatMap(each -> each)
                .map(object -> object.getMetadata().getUid())
                .collect(Collectors.toSet());
        return reading.list(Event.class, Map.of(), "the Events").stream()
                .filter(event -> event.getInvolvedObject() != null
                        && uids.contains(event.getInvolvedObject().getUid()))
                .sorted(Comparator.comparing(EventLook::time).reversed())
                .toList();
    }

    /** Returns those that a person wants to see: the warnings of the last hour, and what was told of the profile itself. */
    static List<EventView> shown(List<Event> events, Instant now) {
        String since = now.minus(MINUTES, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return events.stream()
                .filter(event -> time(event).compareTo(since) >= 0)
                .filter(event -> "Warning".equals(event.getType())
                        || "CacheProfile".equals(event.getInvolvedObject().getKind()))
                .limit(MOST)
                .map(EventLook::view)
                .toList();
    }

    private static EventView view(Event event) {
        return new EventView(
                event.getType(),
                event.getReason(),
                event.getInvolvedObject().getKind() + "/"
                        + event.getInvolvedObject().getName(),
                Quote.shortened(Optional.ofNullable(event.getMessage()).orElse(""), LONGEST),
                time(event));
    }

    /** Events of the newer kind have a time with microseconds alone. */
    private static String time(Event event) {
        return Stream.of(
                        event.getLastTimestamp(),
                        Optional.ofNullable(event.getEventTime())
                                .map(time -> time.getTime())
                                .orElse(null),
                        event.getFirstTimestamp())
                .filter(time -> time != null && !time.isEmpty())
                .findFirst()
                .map(time -> Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("");
    }
}
