/** What GitOps tools make of a resource: the shipped health checks, and kstatus where a tool has no other. */
package dev.cacheward.gitops;
