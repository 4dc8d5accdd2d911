package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.item.OriginalStart;

/**
 * An occurrence that has something of its own, as the series names it. What it has, the occurrence itself tells.
 *
 * @param key the occurrence's id and version
 * @param start when the rule has it start, in the zone of the series
 */
public record ModifiedOccurrence(ItemKey key, OriginalStart start) {}
