package dev.cacheward.cacheprofile.report.external;

import dev.cacheward.api.v1alpha1.CacheProfileStatus;
import dev.cacheward.api.v1alpha1.RedisStatus;
import dev.cacheward.cacheprofile.model.external.ExternalServer;
import dev.cacheward.cacheprofile.model.external.ExternalState;
import dev.cacheward.cacheprofile.report.RedisReport;
import dev.cacheward.redis.ServerVersion;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.external.Capability;
import dev.cacheward.redis.client.external.ExternalAnswer;
import dev.cacheward.status.PreviousStatus;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in the status what is known of a Redis that somebody else runs. */
public final class ExternalReport {
    private static final int LONGEST_POLICY = 32;
    private static final String CHECKED = "Login, PING, SET, GET and DEL work as an application would send them.";
    private static final String GREETED =
            "The server can be reached and asks for a login. What works after it is not known:"
                    + " only the application has tokens for it.";

    private ExternalReport() {}

    /**
     * Returns the report on the server that the spec names.
     *
     * @param published whether applications have its connection
     */
    public static RedisReport of(
            ExternalServer server,
            Optional<ExternalState> state,
            boolean published,
            PreviousStatus<CacheProfileStatus> before) {
        Optional<RedisStatus> last = before.status().map(CacheProfileStatus::redis);
        Optional<ExternalAnswer> answer = state.flatMap(ExternalState::answer);
        String endpoint = server.connection().endpoint();
        boolean same = last.map(RedisStatus::endpoint).filter(endpoint::equals).isPresent();
        Optional<RedisStatus> known = last.filter(status -> same && answer.isEmpty());
        RedisStatus now = new RedisStatus(
                endpoint,
                version(answer).or(() -> known.map(RedisStatus::version)).orElse(null),
                policy(server, answer)
                        .or(() -> known.map(RedisStatus::evictionPolicy))
                        .orElse(null),
                answer.map(ExternalReport::capabilities)
                        .or(() -> known.map(RedisStatus::capabilities))
                        .orElse(null),
                null);
        return new RedisReport(published ? Optional.of(now) : last, server.usesTokens() ? GREETED : CHECKED);
    }

    /** Returns the report on a profile of which it is not known where its Redis is. */
    public static RedisReport kept(PreviousStatus<CacheProfileStatus> before) {
        return new RedisReport(before.status().map(CacheProfileStatus::redis), CHECKED);
    }

    private static Optional<String> version(Optional<ExternalAnswer> answer) {
        return answer.flatMap(ExternalAnswer::info).map(ServerInfo::version).map(ServerVersion::toString);
    }

    /** The server knows best; its owner is believed where it says nothing. */
    private static Optional<String> policy(ExternalServer server, Optional<ExternalAnswer> answer) {
        return answer.flatMap(ExternalAnswer::evictionPolicy)
                .map(policy -> Quote.beginning(Quote.printable(policy), LONGEST_POLICY))
                .or(() -> server.evictionPolicy().map(policy -> policy.redisName()));
    }

    private static List<String> capabilities(ExternalAnswer answer) {
        return Stream.of(Capability.values())
                .filter(answer.capabilities()::contains)
                .map(Capability::name)
                .toList();
    }
}
