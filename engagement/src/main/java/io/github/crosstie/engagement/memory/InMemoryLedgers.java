package io.github.crosstie.engagement.memory;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import java.util.HashMap;
import java.util.Map;

/**
 * Ledgers in memory: gone with the process. Thread-safe.
 *
 * <pre>{@code
 * LedgerStore ledgers = InMemoryLedgers.create()
 *         .put(unit, UnitLedger.observedOptedIn());   // a unit whose users the product syncs already
 * }</pre>
 */
public final class InMemoryLedgers implements LedgerStore {

    private static final UnitLedger UNKNOWN = UnitLedger.of(UnitState.NO_USER_SYNC);

    private final Map<BusinessUnitId, UnitLedger> ledgers = new HashMap<>();

    private InMemoryLedgers() {}

    /**
     * A store that knows no unit.
     *
     * @return the store
     */
    public static InMemoryLedgers create() {
        return new InMemoryLedgers();
    }

    @Override
    public synchronized UnitLedger read(BusinessUnitId unit) {
        return ledgers.getOrDefault(unit, UNKNOWN);
    }

    @Override
    public synchronized boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
        if (!read(unit).equals(expected)) {
            return false;
        }
        ledgers.put(unit, next);
        return true;
    }

    /**
     * Says what is known of a unit, whatever was known before.
     *
     * @param unit which unit
     * @param ledger its ledger
     * @return this
     */
    public synchronized InMemoryLedgers put(BusinessUnitId unit, UnitLedger ledger) {
        ledgers.put(unit, ledger);
        return this;
    }
}
