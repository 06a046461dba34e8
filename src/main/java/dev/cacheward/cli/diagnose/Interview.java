package dev.cacheward.cli.diagnose;

import dev.cacheward.cli.diagnose.figures.FigureReader;
import dev.cacheward.cli.diagnose.figures.KeyFigures;
import dev.cacheward.cli.diagnose.report.Commands;
import dev.cacheward.cli.diagnose.report.Keys;
import dev.cacheward.cli.diagnose.report.ServerFigures;
import dev.cacheward.redis.client.InfoDialogue;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.ServerInfo;
import dev.cacheward.redis.client.inspect.Figures;
import dev.cacheward.redis.client.inspect.FiguresDialogue;
import dev.cacheward.redis.client.inspect.KeySampleDialogue;
import dev.cacheward.redis.client.inspect.SlowLogDialogue;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks one server all that a diagnosis tells. */
final class Interview {
    /** How long the rate of hits is watched. */
    private static final Duration WATCHED = Duration.ofSeconds(3);

    /** After each 50 keys, so that at most 2,500 a second are looked at. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** After these, no further question gets an answer. */
    private static final Set<Reason> END = Set.of(
            Reason.CONNECTION_REFUSED,
            Reason.CONNECTION_CLOSED,
            Reason.TIMEOUT,
            Reason.DNS_FAILURE,
            Reason.TLS_FAILED,
            Reason.AUTH_FAILED,
            Reason.MAX_CLIENTS,
            Reason.NOT_REDIS);

    private final Means means;
    private final boolean slowLog;
    private final String mode;
    private final int keys;

    /**
     * @param slowLog whether the login may ask for SLOWLOG
     * @param mode of persistence, as the spec says
     * @param keys how many to look at; 0: none
     */
    Interview(Means means, boolean slowLog, String mode, int keys) {
        this.mode = mode;
        this.means = means;
        this.slowLog = slowLog;
        this.keys = keys;
    }

    /**
     * What a server said.
     *
     * @param failure why an application could not use it; empty if the check passed, or if the caller may not connect
     * @param passed whether the check passed
     */
    record Answers(
            Optional<Cause> failure,
            boolean passed,
            Optional<ServerInfo> info,
            Optional<ServerFigures> figures,
            Optional<Commands> commands,
            Optional<Keys> keys) {
        /** Returns those of a server that was not asked. */
        static Answers none() {
            return new Answers(
                    Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Returns those of a server that said no numbers. */
        static Answers of(Optional<Cause> failure, boolean passed) {
            return new Answers(failure, passed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Answers with(Optional<Keys> sample) {
            return new Answers(failure, passed, info, figures, commands, sample);
        }
    }

    Answers hold(Asked server) {
        means.progress().accept("Checking the Redis as an application would");
        Optional<Reply<Boolean>> checked = server.check();
        Optional<Cause> failure = checked.flatMap(Reply::failure);
        if (checked.isEmpty()
                || failure.filter(cause -> END.contains(cause.reason())).isPresent()) {
            return Answers.of(failure, false);
        }
        return figures(server, failure).with(keys > 0 ? sample(server) : Optional.empty());
    }

    /**
     * Asks for the numbers alone, as for a server that an application cannot use.
     *
     * @param failure why it cannot
     */
    Answers figures(Asked server, Optional<Cause> failure) {
        Optional<ServerInfo> info = value(server.ask(new InfoDialogue()));
        Instant first = means.clock().instant();
        Optional<Figures> before = value(server.ask(new FiguresDialogue()));
        if (before.isEmpty()) {
            return Answers.of(failure, failure.isEmpty());
        }
        means.progress().accept("Watching the reads for " + WATCHED.toSeconds() + " seconds");
        means.sleep().accept(WATCHED);
        Figures after = value(server.ask(new FiguresDialogue())).orElse(before.get());
        Duration between = Duration.between(first, means.clock().instant());
        return new Answers(
                failure,
                failure.isEmpty(),
                info,
                Optional.of(FigureReader.server(before.get(), after, between, info.flatMap(ServerInfo::ping), mode)),
                Optional.of(commands(server, after)),
                Optional.empty());
    }

    private Commands commands(Asked server, Figures figures) {
        List<Commands.Average> slowest = FigureReader.slowest(figures);
        if (!slowLog) {
            return new Commands(
                    slowest,
                    List.of(),
                    "The application's login may not read SLOWLOG, and neither may the operator's. To see single calls, add"
                            + " SLOWLOG|GET to auth.allowedCommands.");
        }
        return server.ask(new SlowLogDialogue())
                .map(reply -> reply.fold(
                        entries -> new Commands(
                                slowest,
                                FigureReader.slowLog(entries),
                                entries.isEmpty() ? "SLOWLOG is empty: no single call took long." : ""),
                        cause -> new Commands(slowest, List.of(), "SLOWLOG: " + cause.message())))
                .orElseGet(() -> new Commands(slowest, List.of(), ""));
    }

    private Optional<Keys> sample(Asked server) {
        means.progress().accept("Looking at " + keys + " keys");
        return value(server.ask(new KeySampleDialogue(keys, () -> means.sleep().accept(PAUSE))))
                .map(KeyFigures::of);
    }

    private static <T> Optional<T> value(Optional<Reply<T>> reply) {
        return reply.flatMap(answer -> answer.<Optional<T>>fold(Optional::of, failed -> Optional.empty()));
    }
}
