package io.github.crosstie.move;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found again.
 *
 * @param to its id by the new way
 * @param rung by what it was found
 * @param record what it holds there; null if it cannot be read, or was not
 */
record Sighting(ItemId to, Rung rung, @Nullable RemoteItem record) {}
