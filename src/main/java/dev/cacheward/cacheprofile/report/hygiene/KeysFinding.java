package dev.cacheward.cacheprofile.report.hygiene;

import dev.cacheward.cacheprofile.model.hygiene.KeyspaceRule;
import dev.cacheward.cacheprofile.model.hygiene.KeyspaceState;
import dev.cacheward.status.ConditionStatus;
import dev.cacheward.status.ConditionType;
import dev.cacheward.status.Finding;
import dev.cacheward.status.Reason;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says whether the sampled keys expire as the profile says. The message names prefixes, and no key and no number of keys. */
public final class KeysFinding {
    private static final String FINE = "The sampled keys of every keyspace expire within the TTL that it names.";
    private static final String ADVICE =
            " Have the application give each key its time when it writes it (SET with EX), and"
                    + " look for commands that take the time away, such as a SET without EX. Annotation cacheward.dev/purge removes"
                    + " the keys that are there.";

    private KeysFinding() {}

    /** @param states at least one */
    public static Finding of(List<KeyspaceState> states) {
        List<KeyspaceState> troubled =
                states.stream().filter(state -> state.trouble().isPresent()).toList();
        if (troubled.isEmpty()) {
            return Finding.holds(ConditionType.KEYS_EXPIRE, Reason.KEYS_EXPIRE, FINE);
        }
        boolean never =
                troubled.stream().anyMatch(state -> state.trouble().equals(Optional.of(Reason.KEYS_NEVER_EXPIRE)));
        return new Finding(
                ConditionType.KEYS_EXPIRE,
                ConditionStatus.FALSE,
                never ? Reason.KEYS_NEVER_EXPIRE : Reason.TTLS_TOO_LONG,
                troubled.stream().map(KeysFinding::sentence).collect(Collectors.joining(" ")) + ADVICE);
    }

    private static String sentence(KeyspaceState state) {
        KeyspaceRule rule = state.rule();
        boolean never = state.trouble().equals(Optional.of(Reason.KEYS_NEVER_EXPIRE));
        return "Some keys that begin with " + Quote.whole(rule.prefix())
                + rule.ttl()
                        .told(
                                seconds -> (never ? " never expire" : " live too long") + ": " + ttl(rule) + " allows "
                                        + seconds + " seconds.",
                                ".",
                                " are there, although " + ttl(rule) + " is Disabled.");
    }

    private static String ttl(KeyspaceRule rule) {
        return "spec.ttls." + rule.ttlName();
    }
}
