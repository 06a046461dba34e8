package dev.cacheward.cacheprofile.managed;

import dev.cacheward.redis.UserLine;
import dev.cacheward.redis.client.live.UserList;
import dev.cacheward.redis.client.live.UserQuestion;
import dev.cacheward.redis.conf.live.ChangedUsers;
import dev.cacheward.redis.conf.live.UserChange;
import dev.cacheward.validation.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers how servers print the users of their files, so that a server whose users are as they were right at the last look is
 * asked for nothing but them. What is remembered here may be lost: then it is found out again.
 */
final class KnownUsers {
    /** What was not needed for so long belongs to a profile that is gone. */
    private static final Duration LIFE = Duration.ofHours(1);

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * The users of a server.
     *
     * @param file fingerprint of the ACL file
     * @param forms the users of the file, as the server prints their rules
     * @param right all users, as they were when none differed
     */
    private record Known(String runId, String file, List<UserLine> forms, List<UserLine> right, Instant at) {}

    /** What a server has said of its users. */
    record Seen(String runId, UserList list, Instant at) {}

    /** @param aclFile the text of the ACL file; empty if the users are not to be asked for */
    UserQuestion question(String profileUid, String aclFile, boolean tries) {
        if (aclFile.isEmpty()) {
            return UserQuestion.none();
        }
        Optional<Known> last = last(profileUid, aclFile);
        return new UserQuestion(
                users(aclFile),
                last.map(Known::runId).orElse(""),
                last.map(Known::right).orElse(List.of()),
                tries);
    }

    /** Returns the users that differ from those of the file, and remembers how they look if none does. */
    List<UserChange> changes(String profileUid, String aclFile, Seen seen) {
        if (seen.list().refused()) {
            return List.of(UserChange.operatorMayDoLess());
        }
        List<UserLine> forms = forms(profileUid, aclFile, seen);
        List<UserChange> changes =
                ChangedUsers.of(users(aclFile), forms, seen.list().lines());
        if (changes.isEmpty() && !forms.isEmpty()) {
            known.values().removeIf(old -> old.at().isBefore(seen.at().minus(LIFE)));
            known.put(
                    profileUid,
                    new Known(
                            seen.runId(),
                            Fingerprint.of(aclFile),
                            forms,
                            seen.list().lines(),
                            seen.at()));
        }
        return changes;
    }

    private List<UserLine> forms(String profileUid, String aclFile, Seen seen) {
        return seen.list().forms().isEmpty()
                ? last(profileUid, aclFile)
                        .filter(last -> last.runId().equals(seen.runId()))
                        .map(Known::forms)
                        .orElse(List.of())
                : seen.list().forms();
    }

    private Optional<Known> last(String profileUid, String aclFile) {
        return Optional.ofNullable(known.get(profileUid))
                .filter(last -> last.file().equals(Fingerprint.of(aclFile)));
    }

    private static List<UserLine> users(String aclFile) {
        return aclFile.lines().map(UserLine::parse).toList();
    }
}
