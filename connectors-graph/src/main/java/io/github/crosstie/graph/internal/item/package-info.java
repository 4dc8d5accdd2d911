/**
 * Contacts and events as Graph writes them, and as the engine holds them: read from JSON, written as bodies, changed by
 * the fields that changed. Knows no server and sends nothing. Internal.
 */
@NullMarked
package io.github.crosstie.graph.internal.item;

import org.jspecify.annotations.NullMarked;
