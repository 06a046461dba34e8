package dev.cacheward.cacheprofile.model;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;

/**
 * The data volume that a profile asks for; without meaning where nothing persists.
 *
 * @param size never less than the live claim's
 * @param storageClass empty means the cluster's default class
 */
public record DataVolume(Quantity size, Optional<String> storageClass) {}
