/**
 * Account Engagement in memory, with everything that the real one does and its interface does not let a program do:
 * the reference target, and the fake of test authors. Begin with {@link
 * io.github.crosstie.engagement.memory.InMemoryEngagement}; people's hands are at {@link
 * io.github.crosstie.engagement.memory.InMemoryUnit}, what goes wrong at {@link
 * io.github.crosstie.engagement.memory.EngagementFaults}. It keeps the promises of the SPI, as the test kit's contract
 * proves.
 *
 * <pre>{@code
 * InMemoryEngagement engagement = InMemoryEngagement.create(clock);
 * InMemoryUnit campaigns = engagement.unit(new BusinessUnitId("campaigns"));
 * campaigns.add(UserValues.of(Map.of(EMAIL_ADDRESS, "old@acme.example", ROLE, "Administrator")));
 * campaigns.staleReads(Duration.ofSeconds(60));                       // listings lag, as they may
 * campaigns.faults().loseAnswers(1);                                  // written, but nobody hears of it
 * campaigns.faults().failNext(EngagementCode.DAILY_LIMIT);            // come back tomorrow
 *
 * UserSync sync = UserSync.builder(directory, units).target(engagement).ledgers(ledgers).clock(clock).build();
 * UserSyncPlan plan = sync.plan();                                    // names the unit that did not answer
 * }</pre>
 */
@NullMarked
package io.github.crosstie.engagement.memory;

import org.jspecify.annotations.NullMarked;
