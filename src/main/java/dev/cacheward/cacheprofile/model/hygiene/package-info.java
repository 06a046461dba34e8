/** The values of key hygiene: how long keys should live, and how long a sample of them does. They say what is, and decide nothing. */
package dev.cacheward.cacheprofile.model.hygiene;
