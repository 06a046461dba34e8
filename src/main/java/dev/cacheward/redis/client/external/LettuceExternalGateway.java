package dev.cacheward.redis.client.external;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.Tls;
import dev.cacheward.redis.client.LettuceGateway;
import dev.cacheward.redis.client.Reply;
import dev.cacheward.redis.client.StepFailure;
import dev.cacheward.redis.client.StepFailure.Trouble;
import dev.cacheward.redis.client.tls.TlsTrouble;
import dev.cacheward.redis.pem.PemCertificates;
import dev.cacheward.redis.pem.PemException;
import java.time.Duration;

/** Asks with the client library of the gateway. It is safe for many threads. */
public final class LettuceExternalGateway implements ExternalGateway {
    private final LettuceGateway gateway;
    private final HostLookup lookup;

    /**
     * @param gateway stays the caller's; a call takes at most three times its time limit
     * @param lookup is closed with this
     */
    public LettuceExternalGateway(LettuceGateway gateway, HostLookup lookup) {
        this.gateway = gateway;
        this.lookup = lookup;
    }

    /** Something that is asked of one server. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Approach approach) throws StepFailure;
    }

    @Override
    public Reply<Duration> ping(ExternalEndpoint endpoint, AddressFilter filter) {
        return reply(endpoint, filter, approach -> {
            Authentication login = endpoint.connection().authentication();
            try {
                return approach.hold(login, Ping::timed);
            } catch (StepFailure e) {
                if (ErrorReplies.knowsNoPasswords(e)) {
                    return approach.hold(new Authentication.None(), Ping::timed);
                }
                throw e;
            }
        });
    }

    @Override
    public Reply<ExternalAnswer> check(ExternalEndpoint endpoint, AddressFilter filter) {
        return reply(endpoint, filter, approach -> new CheckRun(approach, endpoint).run());
    }

    @Override
    public Reply<Boolean> greet(ExternalEndpoint endpoint, AddressFilter filter) {
        return reply(endpoint, filter, approach -> {
            try {
                approach.hold(new Authentication.None(), Ping::timed);
                return false;
            } catch (StepFailure e) {
                if (e.trouble() == Trouble.ERROR && ErrorReplies.asksForLogin(e.reply())) {
                    return true;
                }
                throw e;
            }
        });
    }

    @Override
    public void close() {
        lookup.close();
    }

    private <T> Reply<T> reply(ExternalEndpoint endpoint, AddressFilter filter, Question<T> question) {
        if (endpoint.connection()
                .tls()
                .flatMap(Tls::ca)
                .filter(ca -> !isUsable(ca))
                .isPresent()) {
            return new Reply.Failed<>(ExternalTlsText.of(TlsTrouble.CA_UNREADABLE));
        }
        Duration limit = gateway.timeout().multipliedBy(5).dividedBy(2);
        try {
            return new Reply.Answered<>(question.ask(new Approach(gateway, lookup, endpoint, filter, limit)));
        } catch (StepFailure e) {
            return new Reply.Failed<>(ExternalFailureText.of(e, endpoint));
        }
    }

    /** Only here is the CA an author's own text: of servers of the operator, it may be several that it joined. */
    private static boolean isUsable(String ca) {
        try {
            return !PemCertificates.bundle(ca).isEmpty();
        } catch (PemException unusable) {
            return false;
        }
    }
}
