/**
 * The things that are kept in step: contacts and calendar events as immutable items of typed fields.
 *
 * <p>Both sides speak these fields; a connector maps them to its wire. The next packages decide who syncs which of them.
 */
@NullMarked
package io.github.crosstie.item;

import org.jspecify.annotations.NullMarked;
