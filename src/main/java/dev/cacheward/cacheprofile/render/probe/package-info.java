/**
 * The probes of a server's container: what the kubelet runs in it, how often, and what answers count. What the operator itself
 * asks a server does not belong here.
 */
package dev.cacheward.cacheprofile.render.probe;
