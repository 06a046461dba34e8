/**
 * This package holds what all commands share to speak with the person or the program that called them: the standard streams, the
 * width, colour and progress. It knows no command.
 */
package dev.cacheward.cli.terminal;
