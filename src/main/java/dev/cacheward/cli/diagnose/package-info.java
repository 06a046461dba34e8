/**
 * This package holds the command {@code diagnose}: it looks at one profile with the rights of its caller, whether an operator runs
 * or not. What it finds goes into {@code report}, and {@code page} prints that for a person. How a pod, a volume or an answer is
 * judged belongs to the kind and to {@code dev.cacheward.redis.client}, as for the operator.
 */
package dev.cacheward.cli.diagnose;
