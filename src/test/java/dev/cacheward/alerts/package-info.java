/** The alerts of the chart, evaluated by Prometheus' own {@code promtool}: when each fires and when it does not. */
package dev.cacheward.alerts;
