package dev.cacheward.redis.conf.live;

import dev.cacheward.redis.UserLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the users of a running server with those of its ACL file. */
public final class ChangedUsers {
    private ChangedUsers() {}

    /**
     * Returns the users that differ, in the order of the file; foreign ones follow.
     *
     * @param file the users of the ACL file
     * @param forms those users in the words of the server; the rules of a user that is not among them are not compared
     * @param found all users of the server
     */
    public static List<UserChange> of(List<UserLine> file, List<UserLine> forms, List<UserLine> found) {
        List<UserChange> changes = new ArrayList<>();
        for (UserLine user : file) {
            Optional<String> words = find(found, user.name())
                    .map(now -> words(user, now, find(forms, user.name())))
                    .orElse(Optional.of("was missing"));
            words.ifPresent(text -> changes.add(new UserChange(user.name(), text, false)));
        }
        found.stream()
                .filter(user -> find(file, user.name()).isEmpty())
                .forEach(user -> changes.add(new UserChange(user.name(), "was there, though no file has it", true)));
        return changes;
    }

    /** Returns the user of a name; empty if it is not there. */
    private static Optional<UserLine> find(List<UserLine> users, String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    private static Optional<String> words(UserLine wanted, UserLine found, Optional<UserLine> form) {
        List<String> words = Stream.of(
                        Stream.of(wanted.isOn() && !found.isOn() ? "was switched off" : ""),
                        Stream.of(passwords(wanted, found)),
                        form.stream().flatMap(user -> rules(user, found)))
                .flatMap(part -> part)
                .filter(text -> !text.isEmpty())
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    private static String passwords(UserLine wanted, UserLine found) {
        if (found.flags().contains(UserLine.NOPASS)) {
            return "needed no password";
        }
        boolean more = !wanted.hashes().containsAll(found.hashes());
        boolean fewer = !found.hashes().containsAll(wanted.hashes());
        if (more && fewer) {
            return "had another password";
        }
        return more ? "had a further password" : fewer ? "lacked a password" : "";
    }

    private static Stream<String> rules(UserLine form, UserLine found) {
        return Stream.of(
                differ(form.base(), found.base(), "~%") ? "had other keys" : "",
                differ(form.base(), found.base(), "&") ? "had other channels" : "",
                differ(form.base(), found.base(), "+-") ? "had other commands" : "",
                form.selectors().equals(found.selectors()) ? "" : "had other selectors",
                form.isChecked() == found.isChecked() ? "" : "had its payloads checked otherwise");
    }

    /** @param beginnings the letters that the words to be compared begin with */
    private static boolean differ(List<String> one, List<String> other, String beginnings) {
        Predicate<String> compared = word -> beginnings.indexOf(word.charAt(0)) >= 0;
        return !one.stream()
                .filter(compared)
                .toList()
                .equals(other.stream().filter(compared).toList());
    }
}
