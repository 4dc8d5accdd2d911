/**
 * Plans, ledgers and legacy settings as JSON documents. Begin with {@link
 * io.github.crosstie.engagement.json.UserSyncPlanJson} to keep or show a plan, and with {@link
 * io.github.crosstie.engagement.json.UnitLedgerJson} to store ledgers. Equal values give equal texts, byte for byte,
 * and a document that is not understood is refused as a whole.
 */
@NullMarked
package io.github.crosstie.engagement.json;

import org.jspecify.annotations.NullMarked;
