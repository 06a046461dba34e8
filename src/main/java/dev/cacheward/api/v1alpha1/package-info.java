/**
 * The custom resources as their authors write them: records with the annotations that the CRDs in {@code crds/} are generated
 * from, and nothing else. No defaults are resolved and nothing is parsed here (absent fields are null, as Jackson leaves them);
 * each kind's own package turns a resource into values that cannot be invalid. Changing anything here changes the API:
 * regenerate the CRDs and read the difference.
 */
package dev.cacheward.api.v1alpha1;
