/** The values that files hold, before anybody knows what they mean. */
package dev.cacheward.cli.imports.value;
