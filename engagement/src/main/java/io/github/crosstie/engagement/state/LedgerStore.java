package io.github.crosstie.engagement.state;

import io.github.crosstie.configuration.BusinessUnitId;

/**
 * Keeps the ledgers of business units (SPI). Thread-safe; what {@link #replace} has answered must outlive the process.
 *
 * <p>A durable one keeps a row for each unit with the document that
 * {@link io.github.crosstie.engagement.json.UnitLedgerJson} writes, and replaces it by one conditional statement, such
 * as {@code UPDATE ledger SET document = :next WHERE unit = :unit AND document = :expected}: equal ledgers have equal
 * documents. The test kit's {@code LedgerStoreContract} holds it to these promises.
 */
public interface LedgerStore {

    /**
     * The ledger of a unit.
     *
     * @param unit which unit
     * @return its ledger; that of {@link UnitState#NO_USER_SYNC} for a unit that was never written
     * @throws io.github.crosstie.fault.UnavailableException if the store does not answer
     */
    UnitLedger read(BusinessUnitId unit);

    /**
     * Replaces a ledger if it is still the expected one: check and write are one step for everybody.
     *
     * @param unit which unit
     * @param expected the ledger as it was read
     * @param next the new one
     * @return false if another one stands there by now; nothing was written then
     * @throws io.github.crosstie.fault.UnavailableException if the store does not answer: it may or may not have been
     *     written
     */
    boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next);
}
