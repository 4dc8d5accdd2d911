package io.github.crosstie.testkit.engagement;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.json.UnitLedgerJson;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** The store in memory keeps the promises of the SPI, and so does one that keeps nothing but documents. */
class LedgerStoreContractTest {

    @Nested
    class InMemory extends LedgerStoreContract {
        @Override
        protected LedgerStore open() {
            return InMemoryLedgers.create();
        }

        @Override
        protected boolean isDurable() {
            return false;
        }
    }

    @Nested
    class AsDocuments extends LedgerStoreContract {
        private final Map<String, String> table = new ConcurrentHashMap<>();

        @Override
        protected LedgerStore open() {
            return new Documents(table);
        }

        @Override
        protected LedgerStore openAgain(LedgerStore store) {
            return new Documents(table);
        }
    }

    /** As over a database: a document for each unit, and one conditional statement to replace it. */
    private record Documents(Map<String, String> table) implements LedgerStore {

        private static final UnitLedger UNKNOWN = UnitLedger.of(UnitState.NO_USER_SYNC);

        @Override
        public UnitLedger read(BusinessUnitId unit) {
            @Nullable String document = table.get(unit.value());
            return document == null ? UNKNOWN : UnitLedgerJson.read("ledger of " + unit, document);
        }

        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            String document = UnitLedgerJson.write(next);
            if (expected.equals(UNKNOWN) && table.putIfAbsent(unit.value(), document) == null) {
                return true;
            }
            return table.replace(unit.value(), UnitLedgerJson.write(expected), document);
        }
    }
}
