/**
 * Tests on the real cluster that KUBECONFIG names ({@code *IT}, profile {@code cluster}) and what they share. The operator runs in
 * the test's own process, from the same entrance as in production; each test class has a namespace of its own that enforces Pod
 * Security "restricted".
 */
package dev.cacheward.cluster;
