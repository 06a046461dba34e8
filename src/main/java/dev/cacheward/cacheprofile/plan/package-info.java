/**
 * This package makes the decisions: whether a spec is valid, which credentials are in force, what has to be written, and how a
 * rollout avoids outages. The content of the objects belongs to {@code render}, and that of the status to {@code report}.
 */
package dev.cacheward.cacheprofile.plan;
