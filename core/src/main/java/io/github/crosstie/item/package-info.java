/**
 * What is kept in step: contacts and calendar events as items of typed fields. Begin with {@link
 * io.github.crosstie.item.Item}, and with {@link io.github.crosstie.item.ContactFields} and {@link
 * io.github.crosstie.item.EventFields} for what it can hold.
 *
 * <p>Both sides speak these fields; a connector maps them to its wire. All types are immutable and compared by
 * content, and none shows a value of a record in {@code toString}, as values are personal data.
 */
@NullMarked
package io.github.crosstie.item;

import org.jspecify.annotations.NullMarked;
