/**
 * When does a recurring series take place? {@link io.github.crosstie.recurrence.RuleExpander} answers, by lib-recur,
 * what {@link io.github.crosstie.item.RecurrenceExpander} of the core asks.
 *
 * <pre>{@code
 * Crosstie crosstie = Crosstie.builder().recurrences(RuleExpander.create())
 *         .organization(new OrganizationSetup(directory, configurations), crm)
 *         .mail(mail).store(store).clock(clock).ids(() -> UUID.randomUUID().toString()).build();
 * }</pre>
 *
 * <p>Stands beside the flow: without it, the core counts a series as taking place until it has certainly ended. Every
 * answer comes in bounded time, for rules that never end too.
 */
@Incubating
@NullMarked
package io.github.crosstie.recurrence;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
