/**
 * The values of an encrypted server: its certificate, where it comes from, and by what pods are asked. Like the rest of the model
 * they say what is, and decide nothing.
 */
package dev.cacheward.cacheprofile.model.tls;
