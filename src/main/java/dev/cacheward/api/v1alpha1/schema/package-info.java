/**
 * What annotations cannot say about the CRDs: rules on map values, bounds for every string, list and map, list types. Used when
 * the CRDs are generated, never at run time.
 */
package dev.cacheward.api.v1alpha1.schema;
