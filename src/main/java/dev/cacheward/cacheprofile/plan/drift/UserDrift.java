package dev.cacheward.cacheprofile.plan.drift;

import dev.cacheward.cacheprofile.model.ObservedRedis;
import dev.cacheward.redis.Deviation;
import dev.cacheward.redis.UserLine;
import dev.cacheward.redis.conf.live.UserChange;
import dev.cacheward.validation.Quote;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Users of the running server that are not as its ACL file says.
 *
 * @param lines of the file, for the users to be told again
 * @param foreign the names of the users to be deleted
 * @param found what there was instead
 */
record UserDrift(List<String> lines, List<String> foreign, List<Deviation> found) {
    /** @param file the text of the ACL file that the server was given; empty if it does not count */
    static UserDrift of(String file, ObservedRedis.Answered answered) {
        List<UserChange> changes =
                file.isEmpty() ? List.of() : answered.state().users().orElseGet(List::of);
        Set<String> changed = changes.stream().map(UserChange::name).collect(Collectors.toSet());
        return new UserDrift(
                file.lines()
                        .filter(line -> changed.contains(UserLine.parse(line).name()))
                        .toList(),
                changes.stream()
                        .filter(UserChange::foreign)
                        .map(UserChange::name)
                        .toList(),
                changes.stream().map(UserDrift::deviation).toList());
    }

    private static Deviation deviation(UserChange change) {
        return new Deviation(
                Deviation.Kind.USER, change.name(), "user " + Quote.of(change.name()) + " " + change.words());
    }
}
