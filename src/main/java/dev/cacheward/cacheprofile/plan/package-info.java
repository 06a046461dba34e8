/**
 * The decisions: whether a spec is valid, which passwords hold, what has to be written, and how the server gets there without an
 * avoidable outage. How the objects look belongs to {@code render}, and what the status says to {@code report}.
 */
package dev.cacheward.cacheprofile.plan;
