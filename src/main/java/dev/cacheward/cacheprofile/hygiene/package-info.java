/**
 * Looks at the keys of servers, and deletes those that somebody asks to be deleted, on threads of its own. A reconciliation only hands
 * over what is to be done, and takes up what came of it. What is remembered here may be lost: then it is begun again.
 */
package dev.cacheward.cacheprofile.hygiene;
