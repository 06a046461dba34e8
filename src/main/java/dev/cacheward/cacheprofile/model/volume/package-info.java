/**
 * This package holds what is known about a data volume: what its claim asks for and has, the format of its data, and the way to
 * another format. It knows nothing of the rest of the model.
 */
package dev.cacheward.cacheprofile.model.volume;
