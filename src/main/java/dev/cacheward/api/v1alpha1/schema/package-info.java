/**
 * This package adds what annotations cannot say about the CRDs: rules on map values, list types, and bounds for every string,
 * list and map. It is used when the CRDs are generated, never at run time.
 */
package dev.cacheward.api.v1alpha1.schema;
