package io.github.crosstie.ews.item;

import io.github.crosstie.ews.operation.ItemKey;
import java.time.Instant;

/**
 * An occurrence that has something of its own, as the series names it. What it has, the occurrence itself tells.
 *
 * @param key the occurrence's id and version
 * @param originalStart when the rule has it start
 */
public record ModifiedOccurrence(ItemKey key, Instant originalStart) {}
