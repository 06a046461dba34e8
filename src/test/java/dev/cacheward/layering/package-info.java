/** The rules of layering; below {@code broken}, for each rule a class that breaks it. */
package dev.cacheward.layering;
