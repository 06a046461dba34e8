/** Decides about the certificate of a server: whether it can be used, and what pods are given. */
package dev.cacheward.cacheprofile.plan.tls;
