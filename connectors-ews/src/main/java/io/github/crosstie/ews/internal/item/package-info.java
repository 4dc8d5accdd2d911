/**
 * Contacts and events as Exchange writes them, and as the engine holds them: read from elements, written in the order
 * that the schema asks for, changed one property at a time. Knows no server and sends nothing. Internal.
 */
@NullMarked
package io.github.crosstie.ews.internal.item;

import org.jspecify.annotations.NullMarked;
