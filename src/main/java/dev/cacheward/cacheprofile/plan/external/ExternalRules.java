package dev.cacheward.cacheprofile.plan.external;

import dev.cacheward.api.v1alpha1.ExternalAuth;
import dev.cacheward.api.v1alpha1.ExternalRedis;
import dev.cacheward.api.v1alpha1.ExternalTls;
import dev.cacheward.api.v1alpha1.Topology;
import dev.cacheward.validation.Hosts;
import dev.cacheward.validation.Problem;
import dev.cacheward.validation.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules on {@code spec.redis.external} itself, whatever stands in the objects that it refers to. */
final class ExternalRules {
    private static final String FIELD = ExternalValidator.FIELD;

    private ExternalRules() {}

    static List<Problem> check(ExternalRedis spec) {
        List<Problem> problems = new ArrayList<>();
        if (count(spec.urlFrom(), spec.host(), spec.hostFrom()) != 1) {
            problems.add(new Problem(FIELD, "needs exactly one of urlFrom, host and hostFrom"));
        }
        if (spec.urlFrom() != null && count(besideUrl(spec)) > 0) {
            problems.add(new Problem(
                    FIELD + ".urlFrom",
                    "says port, username, password, database and tls.mode: leave these fields out"));
        }
        twice(problems, "port", spec.port(), spec.portFrom());
        twice(problems, "username", spec.username(), spec.usernameFrom());
        problems.addAll(login(spec));
        Optional.ofNullable(spec.host())
                .flatMap(Hosts::objection)
                .ifPresent(objection ->
                        problems.add(new Problem(FIELD + ".host", Quote.of(spec.host()) + " " + objection)));
        problems.addAll(CheckTimes.check(spec));
        return problems;
    }

    private static Object[] besideUrl(ExternalRedis spec) {
        return new Object[] {
            spec.port(),
            spec.portFrom(),
            spec.username(),
            spec.usernameFrom(),
            spec.passwordFrom(),
            spec.database(),
            Optional.ofNullable(spec.tls()).map(ExternalTls::mode).orElse(null)
        };
    }

    private static List<Problem> login(ExternalRedis spec) {
        List<Problem> problems = new ArrayList<>();
        boolean password = spec.passwordFrom() != null;
        if (spec.topology() == Topology.CLUSTER
                && Optional.ofNullable(spec.database()).orElse(0) != 0) {
            problems.add(
                    new Problem(FIELD + ".database", "must be 0 with topology Cluster: a cluster has one database"));
        }
        if (password && spec.auth() != null && spec.auth() != ExternalAuth.PASSWORD) {
            problems.add(new Problem(
                    FIELD + ".passwordFrom", "has no meaning with auth None or Application: leave one of them out"));
        }
        if (spec.auth() == ExternalAuth.PASSWORD && !password && spec.urlFrom() == null) {
            problems.add(new Problem(FIELD + ".auth", "is Password, so passwordFrom (or urlFrom) is needed"));
        }
        if (count(spec.username(), spec.usernameFrom()) > 0 && !password && spec.auth() != ExternalAuth.APPLICATION) {
            problems.add(new Problem(FIELD + ".username", "needs a passwordFrom, or auth Application"));
        }
        return problems;
    }

    private static void twice(List<Problem> problems, String field, Object plain, Object from) {
        if (count(plain, from) > 1) {
            problems.add(new Problem(FIELD, "names both " + field + " and " + field + "From"));
        }
    }

    private static long count(Object... given) {
        return Stream.of(given).filter(Objects::nonNull).count();
    }
}
