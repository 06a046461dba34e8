/** This package says which field manager wrote what of an object, and keeps that out of the caches. It makes no request. */
package dev.cacheward.kubernetes.fields;
