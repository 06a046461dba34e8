/**
 * This package decides about profiles whose Redis somebody else runs: whether the spec is valid, when the server is asked, which
 * connection is published, and when a managed server has to go. It is pure; asking and writing belong to {@code
 * cacheprofile.external}.
 */
package dev.cacheward.cacheprofile.plan.external;
