package dev.cacheward.delivery.value;

/** What one resource delivers, before it has a form. */
public sealed interface Settings permits TtlSettings, LimitSettings {}
