/**
 * Time zones as Exchange names them, and as {@code java.time} does. Exchange names a zone by its Windows id, and now
 * and then spells its rules out; an event of the engine names an IANA zone. Internal.
 */
@NullMarked
package io.github.crosstie.ews.internal.zone;

import org.jspecify.annotations.NullMarked;
