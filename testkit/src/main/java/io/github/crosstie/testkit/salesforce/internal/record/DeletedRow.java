package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.Instant;

/**
 * A line of the log of deletions.
 *
 * @param id what was deleted
 * @param at when
 */
public record DeletedRow(String id, Instant at) {}
