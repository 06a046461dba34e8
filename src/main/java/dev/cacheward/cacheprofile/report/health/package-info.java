/**
 * This package decides how healthy a server is, by what it has said of itself over half an hour. Nothing here is a part of Ready. It is
 * pure: who remembers the readings, and asks, is elsewhere. Whether a server can be used at all is the check's matter.
 */
package dev.cacheward.cacheprofile.report.health;
