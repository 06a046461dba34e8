/**
 * This package holds the command that prepares the removal of the operator. It may stop the operator and change what the
 * operator left in foreign ConfigMaps. What is removed there, and how, belongs to {@code dev.cacheward.configmap}.
 */
package dev.cacheward.cli.cleanup;
