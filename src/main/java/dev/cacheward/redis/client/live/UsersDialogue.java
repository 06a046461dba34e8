package dev.cacheward.redis.client.live;

import dev.cacheward.redis.UserLine;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Asks for the users of a server. It prints rules in words of its own, which differ between versions. So if the users are not the
 * ones that are known to be right, trial users get the rules of the file, are listed among the others, and are deleted again at
 * once. They are switched off and have no password, so nobody can be one of them. A trial user that an ended operator left
 * behind is not told, and is deleted.
 *
 * @param runId of the server that is asked
 */
record UsersDialogue(UserQuestion question, String runId) implements Dialogue<UserList> {
    private static final String ACL = "ACL";
    private static final String TRIAL = "cacheward.trial.";

    @Override
    public UserList hold(RedisSession session) throws StepFailure {
        List<UserLine> found = list(session);
        return question.isAnsweredBy(runId, found)
                ? new UserList(false, without(found), List.of())
                : new UserList(false, without(found), forms(session));
    }

    private List<UserLine> forms(RedisSession session) throws StepFailure {
        List<RedisSession.Answer> made = new ArrayList<>();
        question.file().forEach(user -> made.add(session.sendAs("ACL SETUSER", ACL, trial(user))));
        RedisSession.Answer listed = session.sendAs("ACL LIST", ACL, "LIST");
        RedisSession.Answer deleted = session.sendAs("ACL DELUSER", ACL, deletion());
        for (RedisSession.Answer answer : made) {
            answer.text();
        }
        List<UserLine> lines = lines(listed);
        deleted.number();
        return question.file().stream()
                .flatMap(user -> lines.stream()
                        .filter(line -> line.name().equals(TRIAL + user.name()))
                        .map(line -> line.named(user.name())))
                .toList();
    }

    private static String[] trial(UserLine user) {
        return Stream.concat(Stream.of("SETUSER", TRIAL + user.name(), "reset"), user.rules().stream())
                .toArray(String[]::new);
    }

    private String[] deletion() {
        return Stream.concat(Stream.of("DELUSER"), question.file().stream().map(user -> TRIAL + user.name()))
                .toArray(String[]::new);
    }

    private static List<UserLine> list(RedisSession session) throws StepFailure {
        return lines(session.sendAs("ACL LIST", ACL, "LIST"));
    }

    private static List<UserLine> lines(RedisSession.Answer answer) throws StepFailure {
        return answer.texts().stream().map(UserLine::parse).toList();
    }

    private static List<UserLine> without(List<UserLine> users) {
        Predicate<UserLine> trial = user -> user.name().startsWith(TRIAL);
        return users.stream().filter(trial.negate()).toList();
    }

    /** Leaves out the hashes. */
    @Override
    public String toString() {
        return "ACL LIST";
    }
}
