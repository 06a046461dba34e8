package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/**
 * A Redis that somebody else runs. Exactly one of {@code urlFrom}, {@code host} and {@code hostFrom} is set; every other
 * component may be null.
 */
public record ExternalRedis(
        @JsonPropertyDescription(
                "A Secret's key that holds the whole URL: redis, rediss, valkey or valkeys. It stands in "
                        + "place of host, port, username, passwordFrom, database and tls.mode.")
        SecretKey urlFrom,

        @JsonPropertyDescription("Name or address of the server.") @Size(min = 1, max = 253)
        String host,

        @JsonPropertyDescription("Where the name or address of the server is read.")
        ValueSource hostFrom,

        @JsonPropertyDescription("Default: 6379.") @Min(1) @Max(65535)
        Integer port,

        @JsonPropertyDescription("Where the port is read.") ValueSource portFrom,

        @JsonPropertyDescription("The user to log in as. Default: none, the password stands alone.")
        @Size(min = 1, max = 253)
        String username,

        @JsonPropertyDescription("Where the user is read.") ValueSource usernameFrom,

        @JsonPropertyDescription("A Secret's key that holds the password. An empty text there counts as no password.")
        SecretKey passwordFrom,

        @JsonPropertyDescription("Number of the database; 0 in a cluster. Default: 0.") @Min(0) @Max(9999)
        Integer database,

        @JsonPropertyDescription(
                "How applications log in: Password, None (the server asks for nothing), or Application "
                        + "(with IAM or Entra tokens that the application fetches; no password is read or published). Default: "
                        + "Password if there is one, else None.")
        ExternalAuth auth,

        @JsonPropertyDescription("Standalone (one address takes every command), or Cluster (applications follow "
                + "redirections). Default: Standalone.")
        Topology topology,

        @JsonPropertyDescription("Encryption of the connection. Default: as urlFrom says, else none.")
        ExternalTls tls,

        @JsonPropertyDescription("What the server does when its memory is full, where it does not say so itself.")
        EvictionPolicy evictionPolicy,

        @JsonPropertyDescription("How the operator checks the server.")
        ExternalCheck check) {}
