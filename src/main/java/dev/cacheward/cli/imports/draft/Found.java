package dev.cacheward.cli.imports.draft;

import dev.cacheward.cli.imports.report.Item;

/** A value, and the setting that said it. */
public record Found<T>(Item item, T value) {}
