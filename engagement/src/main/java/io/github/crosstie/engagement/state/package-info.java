/**
 * What is known of a business unit between two runs (SPI): how far it came on the way to User Sync, who agreed to
 * that, what was taken away of late, and which releases were used. Begin with {@link
 * io.github.crosstie.engagement.state.LedgerStore}, which a host implements over its own database.
 *
 * <p>A {@link io.github.crosstie.engagement.state.UnitLedger} is a value; the host keeps it behind {@link
 * io.github.crosstie.engagement.state.LedgerStore}. It holds no user and no personal data, but the names of the two
 * admins who agreed to opt in.
 */
@NullMarked
package io.github.crosstie.engagement.state;

import org.jspecify.annotations.NullMarked;
