/** What an image consists of, read from its layers, as CycloneDX. */
package dev.cacheward.release.sbom;
