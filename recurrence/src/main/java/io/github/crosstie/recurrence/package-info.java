/**
 * Tells when recurring series take place: {@link io.github.crosstie.item.RecurrenceExpander} by lib-recur.
 *
 * <p>Stands beside the flow: a host hands the expander to {@code Crosstie.builder().recurrences(...)}, and the core asks it.
 */
@Incubating
@NullMarked
package io.github.crosstie.recurrence;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
