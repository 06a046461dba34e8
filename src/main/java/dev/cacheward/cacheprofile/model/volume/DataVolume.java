package dev.cacheward.cacheprofile.model.volume;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;

/**
 * The data volume that a profile asks for. It has no meaning if nothing persists.
 *
 * @param asked the size in the spec, or the default. The claim keeps it, so that the next reconciliation can tell an edit of
 *     the spec from an edit of the claim
 * @param size what the claim requests, which others may have changed
 * @param storageClass empty means the cluster's default class
 */
public record DataVolume(Quantity asked, Quantity size, Optional<String> storageClass) {}
