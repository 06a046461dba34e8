package dev.cacheward.cacheprofile.model;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;

/**
 * The data volume that a profile asks for. It has no meaning if nothing persists.
 *
 * @param size at least the size of the live claim
 * @param storageClass empty means the cluster's default class
 */
public record DataVolume(Quantity size, Optional<String> storageClass) {}
