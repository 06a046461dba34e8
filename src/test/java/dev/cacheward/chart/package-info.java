/** The Helm chart, rendered by the {@code helm} on PATH, and what is made of it: the plain manifests and tables of the documentation. */
package dev.cacheward.chart;
