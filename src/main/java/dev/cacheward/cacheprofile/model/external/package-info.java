/**
 * This package holds the values of a profile whose Redis somebody else runs. The values of a managed one are in the package
 * above.
 */
package dev.cacheward.cacheprofile.model.external;
