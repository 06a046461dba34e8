package dev.cacheward.redis.client.external;

import dev.cacheward.redis.Authentication;
import dev.cacheward.redis.client.StepFailure;
import java.util.Optional;

/** One check of one server, over as many connections as it takes. */
final class CheckRun {
    private final Approach approach;
    private final ExternalEndpoint endpoint;
    private ExternalCheck check;
    private Authentication login;
    private Optional<Redirection> node = Optional.empty();
    private boolean again;

    CheckRun(Approach approach, ExternalEndpoint endpoint) {
        this.approach = approach;
        this.endpoint = endpoint;
        this.check = new ExternalCheck(endpoint);
        this.login = endpoint.connection().authentication();
    }

    /** @throws StepFailure if the server fails the check */
    ExternalAnswer run() throws StepFailure {
        while (true) {
            try {
                ExternalAnswer answer = held();
                return new ExternalAnswer(answer.capabilities(), isOpen(), answer.info(), answer.evictionPolicy());
            } catch (StepFailure e) {
                if (!mayGoOn(e)) {
                    throw e;
                }
            }
        }
    }

    private ExternalAnswer held() throws StepFailure {
        return node.isPresent() ? approach.hold(node.get(), login, check) : approach.hold(login, check);
    }

    /** Each way to go on is taken once, and a check that goes on has one command less to ask. */
    private boolean mayGoOn(StepFailure failure) {
        if (check.leavesOut(failure)) {
            return true;
        }
        if (ErrorReplies.knowsNoPasswords(failure) && !(login instanceof Authentication.None)) {
            login = new Authentication.None();
            return true;
        }
        // With the same keys, since the other node has these.
        Optional<Redirection> moved =
                node.isEmpty() && endpoint.cluster() ? Redirection.read(failure.reply()) : Optional.empty();
        if (moved.isPresent()) {
            node = moved;
            return true;
        }
        if (!again && ErrorReplies.mayPass(failure.reply())) {
            again = true;
            node = Optional.empty();
            check = new ExternalCheck(endpoint);
            return true;
        }
        return false;
    }

    /** Some servers take any password, since they have none: so they are asked without one. */
    private boolean isOpen() {
        if (endpoint.connection().authentication() instanceof Authentication.None) {
            return false;
        }
        if (login instanceof Authentication.None) {
            return true;
        }
        try {
            approach.hold(new Authentication.None(), Ping::timed);
            return true;
        } catch (StepFailure asksForLogin) {
            return false;
        }
    }
}
