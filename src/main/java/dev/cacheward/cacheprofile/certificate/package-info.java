/** Reads the certificates that profiles name. Like the root of the kind it touches the world. */
package dev.cacheward.cacheprofile.certificate;
