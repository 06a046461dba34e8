package dev.cacheward.redis.client.external;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Connection;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.Dialogue;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.RedisSession;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.redis.client.StepFailure.Trouble;
import dev.cacheward.status.Cause;
import dev.cacheward.status.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The way to one server, for one call: each dialogue looks its host up anew, and all together have one time limit. */
final class Approach {
    /** At these, another address of the host may be better. */
    private static final Set<Trouble> NOT_THERE = Set.of(Trouble.REFUSED, Trouble.UNREACHABLE, Trouble.TIMEOUT);

    private final LettuceGateway gateway;
    private final HostLookup lookup;
    private final ExternalEndpoint endpoint;
    private final AddressFilter filter;
    private final long deadline;

    /** @param limit for everything together */
    Approach(
            LettuceGateway gateway,
            HostLookup lookup,
            ExternalEndpoint endpoint,
            AddressFilter filter,
            Duration limit) {
        this.gateway = gateway;
        this.lookup = lookup;
        this.endpoint = endpoint;
        this.filter = filter;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** Connects to the server itself. */
    <T> T hold(Authentication login, Dialogue<T> dialogue) throws StepFailure {
        Connection connection = endpoint.connection();
        return hold(connection.host(), connection.port(), login, selecting(dialogue));
    }

    /** Connects to another node of its cluster. */
    <T> T hold(Redirection node, Authentication login, Dialogue<T> dialogue) throws StepFailure {
        return hold(node.host().orElse(endpoint.connection().host()), node.port(), login, dialogue);
    }

    private <T> T hold(String host, int port, Authentication login, Dialogue<T> dialogue) throws StepFailure {
        List<InetAddress> addresses = addresses(host);
        for (int i = 0; ; i++) {
            boolean last = i == addresses.size() - 1;
            Attempt<T> attempt = new Attempt<>(dialogue);
            RedisAddress address = new RedisAddress(addresses.get(i).getHostAddress(), port, tls(host));
            try {
                return gateway.converse(address, login, attempt, last ? limit() : limit().dividedBy(2));
            } catch (StepFailure e) {
                if (last || attempt.begun || !NOT_THERE.contains(e.trouble())) {
                    throw e;
                }
            }
        }
    }

    /** Knows whether the dialogue has begun: then the address was right. */
    private static final class Attempt<T> implements Dialogue<T> {
        private final Dialogue<T> dialogue;
        private boolean begun;

        Attempt(Dialogue<T> dialogue) {
            this.dialogue = dialogue;
        }

        @Override
        public T hold(RedisSession session) throws StepFailure {
            begun = true;
            return dialogue.hold(session);
        }
    }

    /** A cluster has one database, and refuses the command. */
    private <T> Dialogue<T> selecting(Dialogue<T> dialogue) {
        Optional<Integer> database =
                endpoint.connection().database().filter(number -> number > 0 && !endpoint.cluster());
        return session -> {
            if (database.isPresent()) {
                session.send("SELECT", String.valueOf(database.get())).text();
            }
            return dialogue.hold(session);
        };
    }

    /** The certificate must have the name that was asked for, whatever address it led to. */
    private Optional<Tls> tls(String host) {
        return endpoint.connection().tls().map(tls -> tls.serverName().isPresent() ? tls : tls.named(certified(host)));
    }

    /** A cluster tells its nodes by their addresses, and their certificates have the name of the whole. */
    private String certified(String host) {
        boolean address = host.matches("[0-9.]+|.*:.*");
        String name = address ? endpoint.connection().host() : host;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private List<InetAddress> addresses(String host) throws StepFailure {
        List<InetAddress> allowed = new ArrayList<>();
        Optional<String> objection = Optional.empty();
        for (InetAddress address : lookUp(host)) {
            Optional<String> against = filter.objection(address);
            if (against.isEmpty()) {
                allowed.add(address);
            }
            objection = objection.or(() -> against);
        }
        if (allowed.isEmpty()) {
            throw new StepFailure(
                    objection
                            .map(words -> new Cause(Reason.HOST_NOT_ALLOWED, named(host) + " " + words + "."))
                            .orElseGet(() -> ExternalFailureText.noAddress(host)),
                    "");
        }
        return allowed;
    }

    /** Which node a cluster names is another one at each check, and no message changes by itself. */
    private String named(String host) {
        return host.equals(endpoint.connection().host())
                ? "The host \"" + host + "\""
                : "A node that the cluster names";
    }

    private List<InetAddress> lookUp(String host) throws StepFailure {
        try {
            return lookup.addresses(host, limit().dividedBy(2));
        } catch (UnknownHostException e) {
            throw new StepFailure(ExternalFailureText.noAddress(host), "");
        } catch (TimeoutException e) {
            throw new StepFailure(ExternalFailureText.noDns(host), "");
        }
    }

    /** What is left for connection and login, and again for the commands. */
    private Duration limit() {
        Duration left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1_000_000))
                .dividedBy(2);
        return left.compareTo(gateway.timeout()) < 0 ? left : gateway.timeout();
    }
}
