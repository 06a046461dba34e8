package dev.cacheward.cacheprofile.plan.rotation;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.rotation.PastHash;
import dev.cacheward.cacheprofile.model.rotation.Prepared;
import dev.cacheward.cacheprofile.model.rotation.Rotation;
import dev.cacheward.cacheprofile.model.rotation.RotationWish;
import dev.cacheward.redis.Password;
import dev.cacheward.redis.PasswordGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides the passwords of a server. A new one of the application is first kept, then taken by the server beside the former, then
 * published, and the former ends after the grace period. The operator's own goes another way: the server takes the new one at
 * once, and the operator uses it at the end, when a container that is started again cannot read a file without it any more.
 */
public record NextCredentials(PasswordGenerator generator, KnownPasswords known, RotationWish wish, Instant now) {
    /**
     * Returns the credentials.
     *
     * @param users the password in the author's own Secret; empty if it is generated
     */
    public Credentials of(Optional<Password> users) {
        Optional<Password> running = known.inForce().filter(password -> !isFirst());
        boolean changes = running.isPresent()
                && users.map(this::isNew).orElseGet(() -> pending().isEmpty() && isAsked());
        if (!changes) {
            return with(users.or(this::pending).orElseGet(this::kept), Optional.empty());
        }
        Prepared ready = known.rotation().prepared();
        boolean complete = (users.isPresent() || ready.application().isPresent())
                && (known.rotation().changesOthers() || ready.operator().isPresent());
        return complete
                ? with(users.or(ready::application).orElseThrow(), Optional.of(ready))
                : prepared(running.get(), users.isEmpty());
    }

    /** Returns the credentials as they are, with new ones that are kept beside them. */
    private Credentials prepared(Password running, boolean generated) {
        Prepared ready = known.rotation().prepared();
        boolean others = !known.rotation().changesOthers();
        Credentials same = with(running, Optional.empty());
        return same.rotating(same.rotation()
                .withToken(known.rotation().token())
                .preparing(new Prepared(
                        next(generated, ready.application()),
                        next(others, ready.operator()),
                        next(others, ready.probe()))));
    }

    private Optional<Password> next(boolean wanted, Optional<Password> ready) {
        return wanted ? ready.or(() -> Optional.of(generator.next())) : Optional.empty();
    }

    /** @param begun what a rotation that begins now has prepared */
    private Credentials with(Password application, Optional<Prepared> begun) {
        PastPasswords past = PastPasswords.of(known, application, wish.grace(), now);
        OwnPasswords own = OwnPasswords.of(known, begun, generator, isOver(application, past));
        List<PastHash> all = new ArrayList<>(past.kept());
        all.addAll(own.past());
        Optional<Password> unpublished =
                Optional.of(application).filter(next -> (known.elsewhere() || !isFirst()) && known.isUnpublished(next));
        return new Credentials(
                application,
                own.operator(),
                own.probe(),
                known.configCommand().orElseGet(() -> generator.next().value()),
                new Rotation(token(), unpublished, own.nextOperator(), Prepared.nothing(), all, past.cut()));
    }

    /** Returns the wish that is heard; one that comes before the last one is published has to wait. */
    private Optional<String> token() {
        Optional<String> heard = known.rotation().token();
        return pending().isPresent() ? heard : wish.token().or(() -> heard);
    }

    /** Whether the server was never told of users. */
    private boolean isFirst() {
        return known.told().isEmpty();
    }

    private boolean isNew(Password application) {
        return !known.told().contains(application.sha256());
    }

    /** Whether there is a new wish for a generated password, a prepared one, or nothing in the Secret that leads to one. */
    private boolean isAsked() {
        boolean heard =
                wish.token().isEmpty() || wish.token().equals(known.rotation().token());
        return !heard
                || known.isDeleted()
                || known.rotation().prepared().application().isPresent();
    }

    /** Returns the generated password that is about to be published. */
    private Optional<Password> pending() {
        return known.rotation().nextApplication().filter(known::isUnpublished);
    }

    /**
     * Returns the generated password. That of an edited binding is restored, as long as it is known what the server was given. A
     * password that is lost gives way to a new one.
     */
    private Password kept() {
        return Stream.of(known.inForce(), known.binding())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(generator::next);
    }

    /** Whether the application's former passwords have ended, and no file without the new ones can be read any more. */
    private boolean isOver(Password application, PastPasswords past) {
        return past.kept().isEmpty()
                && known.publish(application)
                && known.since()
                        .filter(then -> !then.plus(OwnPasswords.FILES).isAfter(now))
                        .isPresent();
    }
}
