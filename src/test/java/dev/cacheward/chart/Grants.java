package dev.cacheward.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one role grants, right by right.
 *
 * @param role its name in the chart that is rendered for a release "cacheward"
 */
record Grants(String role, List<Grant> all) {
    /** The permissions that the operator needs in the namespaces that it watches. */
    static final String OPERATOR = "ClusterRole/cacheward";

    private static final String LEADER = "Role/cacheward-leader";
    private static final String CLEANUP = "Role/cacheward-cleanup";
    private static final String AGENT_OF_THE_ELECTION = "cacheward-lease";
    private static final String POD_OF_THE_CLEANUP = "cacheward-cleanup";
    private static final Set<String> TO_STOP_ITSELF = Set.of("deployments", "pods");

    /** @param names of the objects that it is for; empty: all */
    record Grant(Right right, Set<String> names) {
        boolean covers(Right asked, String name) {
            return right.equals(asked) && (names.isEmpty() || names.contains(name));
        }
    }

    /** All roles that the operator has, by the chart. */
    static List<Grants> of(Rendering chart) {
        return Stream.of(OPERATOR, LEADER, CLEANUP)
                .map(role -> new Grants(
                        role,
                        Rendering.stream(chart.object(role).at("/rules"))
                                .flatMap(Grants::grants)
                                .toList()))
                .toList();
    }

    /** Those requests for which this role is there. */
    List<AuditedRequest> mine(Collection<AuditedRequest> requests) {
        return requests.stream().filter(request -> role(request).equals(role)).toList();
    }

    /** What was asked for and is not granted. */
    Stream<Right> missing(Collection<AuditedRequest> asked) {
        return asked.stream()
                .flatMap(request -> needed(request)
                        .filter(right -> all.stream().noneMatch(grant -> grant.covers(right, request.name()))))
                .distinct();
    }

    /** What is granted and was not asked for. */
    Stream<Right> unused(Collection<AuditedRequest> asked) {
        return all.stream()
                .filter(grant -> asked.stream()
                        .noneMatch(request -> needed(request).anyMatch(right -> grant.covers(right, request.name()))))
                .map(Grant::right)
                .distinct();
    }

    private static String role(AuditedRequest request) {
        if (request.agent().equals(AGENT_OF_THE_ELECTION)) {
            return LEADER;
        }
        boolean stops = request.pod().startsWith(POD_OF_THE_CLEANUP)
                && request.namespace().equals(request.home())
                && TO_STOP_ITSELF.contains(request.right().resource());
        return stops ? CLEANUP : OPERATOR;
    }

    private static Stream<Right> needed(AuditedRequest request) {
        Right asked = request.right();
        return request.made() ? Stream.of(asked, asked.to("create")) : Stream.of(asked);
    }

    private static Stream<Grant> grants(JsonNode rule) {
        Set<String> names = Set.copyOf(Rendering.texts(rule.at("/resourceNames")));
        return Right.granted(rule).map(right -> new Grant(right, names));
    }
}
