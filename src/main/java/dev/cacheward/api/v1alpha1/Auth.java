package dev.cacheward.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * @param passwordFrom null means that the password is generated
 * @param allowedCommands null means none
 * @param rotationGracePeriod null means 10m
 */
public record Auth(
        @JsonPropertyDescription(
                "A Secret of the author's that holds the application's password. Default: a generated " + "password.")
        SecretKey passwordFrom,

        @JsonPropertyDescription("Commands given back to the application, at most 32, each once: SORT, or with a "
                + "sub-command CLIENT|LIST. Default: none.")
        @Size(max = 32)
        List<@Size(min = 1, max = 64) String> allowedCommands,

        @JsonPropertyDescription(
                "How long the former password works after a new one is published, 0s to 7d. Default: 10m.")
        @Size(min = 1, max = 32)
        String rotationGracePeriod) {}
