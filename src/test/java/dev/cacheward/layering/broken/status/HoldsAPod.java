package dev.cacheward.layering.broken.status;

import io.fabric8.kubernetes.api.model.Pod;

/** Holds an object of Kubernetes. */
record HoldsAPod(Pod pod) {}
