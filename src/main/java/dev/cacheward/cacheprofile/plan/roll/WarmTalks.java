package dev.cacheward.cacheprofile.plan.roll;

import dev.cacheward.cacheprofile.model.Credentials;
import dev.cacheward.cacheprofile.model.roll.Member;
import dev.cacheward.cacheprofile.model.roll.WarmStep;
import dev.cacheward.redis.client.RedisAddress;
import dev.cacheward.redis.client.replication.FollowDialogue;
import dev.cacheward.redis.client.replication.HandoverCall;
import dev.cacheward.redis.client.replication.LeadDialogue;
import dev.cacheward.redis.client.replication.SecretConfig;
import dev.cacheward.redis.conf.ServerSettings;
import java.util.List;
import java.util.Optional;

/** What the servers of a warm roll are told. */
public record WarmTalks(Credentials credentials) {
    private SecretConfig config() {
        return new SecretConfig(credentials.configCommand());
    }

    /** Returns what the primary is told before another server follows it. */
    public LeadDialogue lead(WarmStep.Follow step) {
        return new LeadDialogue(
                config(), credentials.replicaLogin(), step.primary().replicationParameters(step.replica()));
    }

    /** Returns what makes a replica follow; empty while one of the two has no address. */
    public Optional<FollowDialogue> follow(WarmStep.Follow step) {
        return step.replica()
                .replicating(step.primary())
                .flatMap(own -> step.primary()
                        .replicating(step.replica())
                        .map(primary -> new FollowDialogue(
                                config(),
                                own,
                                primary,
                                credentials.replicaLogin(),
                                step.replica().replicationParameters(step.primary()))));
    }

    /** Returns the call by which both change places; empty while one of the two has no address. */
    public Optional<HandoverCall> handOver(WarmStep.HandOver step) {
        return step.from()
                .address()
                .flatMap(from -> step.to()
                        .address()
                        .flatMap(to -> step.to()
                                .replicating(step.from())
                                .map(known -> new HandoverCall(
                                        new HandoverCall.Party(from, credentials.operatorLogin()),
                                        new HandoverCall.Party(to, credentials.replicaLogin()),
                                        known))));
    }

    /**
     * Returns what the server is told that remains alone: one that encrypts may have opened the other port for one that does not.
     * Empty for a server that encrypts nothing.
     */
    public Optional<LeadDialogue> alone(Member member, ServerSettings settings) {
        return settings.tls()
                .filter(tls -> member.address().flatMap(RedisAddress::tls).isPresent())
                .map(tls -> new LeadDialogue(
                        config(),
                        credentials.replicaLogin(),
                        List.of("tls-replication", "yes", "port", String.valueOf(tls.plaintextPort()))));
    }
}
