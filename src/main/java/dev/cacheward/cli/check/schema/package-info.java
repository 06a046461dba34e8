/**
 * This package says what the API server would say of a resource: by the schema in the CRD, its rules in CEL, and strict decoding. The
 * words are the API server's own. It reads the CRDs from the class path and nothing else.
 */
package dev.cacheward.cli.check.schema;
