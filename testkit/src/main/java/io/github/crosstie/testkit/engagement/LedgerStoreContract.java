package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.Removal;
import io.github.crosstie.engagement.state.RemovalKind;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LedgerStore} promises, as tests. Extend it and give it an empty store; it is opened again,
 * too, unless the test says that it {@linkplain #isDurable() is not durable}.
 *
 * <pre>{@code
 * class MyLedgersTest extends LedgerStoreContract {
 *     private final InMemoryLedgers database = InMemoryLedgers.create();
 *
 *     @Override
 *     protected LedgerStore open() {
 *         return database;
 *     }
 *
 *     @Override
 *     protected LedgerStore openAgain(LedgerStore store) {
 *         return database;                                         // a durable one: close it, and open it anew
 *     }
 * }
 * }</pre>
 */
public abstract class LedgerStoreContract {

    private static final int RACES = 50;
    private static final Instant NOW = MutableClock.START.plusNanos(1);
    private static final BusinessUnitId UNIT = new BusinessUnitId("0Uv000000000001AAA");
    private static final UnitLedger UNKNOWN = UnitLedger.of(UnitState.NO_USER_SYNC);
    private static final UnitLedger ASSIGNED = UnitLedger.of(UnitState.ASSIGNED);

    /** For subclasses. */
    protected LedgerStoreContract() {}

    /**
     * Opens an empty store. Called once a test.
     *
     * @return the store
     */
    protected abstract LedgerStore open();

    /**
     * Opens the store of {@link #open} anew, as the next process would.
     *
     * @param store the store that {@link #open} gave; close it if it has to be
     * @return another store onto the same ledgers; null, the default, only of a store that is not durable
     */
    protected @Nullable LedgerStore openAgain(LedgerStore store) {
        return null;
    }

    /**
     * Whether the store outlives its process. If it does, {@link #openAgain} has to be given.
     *
     * @return true, unless a subclass says otherwise
     */
    protected boolean isDurable() {
        return true;
    }

    private static UnitLedger full() {
        return ASSIGNED.optedIn(new OptIn("Zo\u00eb \"Z\" M\u00fcller", "\u5c71\u7530", new ReleaseToken("seen"), NOW))
                .spending(new ReleaseToken("later in the alphabet"))
                .spending(new ReleaseToken("earlier"))
                .writing(
                        List.of(
                                new Removal(RemovalKind.RECYCLING, 3, NOW),
                                new Removal(RemovalKind.DEMOTION, Integer.MAX_VALUE, NOW)),
                        NOW,
                        Duration.ofDays(1));
    }

    private static LedgerStore with(LedgerStore store, UnitLedger ledger) {
        assertThat(store.replace(UNIT, store.read(UNIT), ledger))
                .as("replaced the ledger that was read")
                .isTrue();
        return store;
    }

    @Test
    @DisplayName("reads a unit that was never written as one without User Sync")
    void readsAnUnknownUnit() {
        LedgerStore store = open();

        assertThat(store.read(UNIT)).isEqualTo(UNKNOWN);
        assertThat(store.read(UNIT)).isEqualTo(UNKNOWN);
    }

    @Test
    @DisplayName("reads every part of a ledger as it was written")
    void keepsEveryPart() {
        assertThat(with(open(), full()).read(UNIT)).isEqualTo(full());
    }

    @Test
    @DisplayName("keeps apart what is empty and what was never there")
    void keepsWhatIsNotThere() {
        LedgerStore store = with(open(), UnitLedger.observedOptedIn());

        assertThat(store.read(UNIT)).isEqualTo(UnitLedger.observedOptedIn());
        assertThat(with(store, ASSIGNED).read(UNIT)).isEqualTo(ASSIGNED);
    }

    @Test
    @DisplayName("keeps the number of all releases, however large, and the latest tokens in their order")
    void keepsTokensInOrder() {
        UnitLedger ledger = ASSIGNED;
        for (int each = 0; each < 40; each++) {
            ledger = ledger.spending(new ReleaseToken("token " + (each * 7) % 40));
        }
        UnitLedger many =
                new UnitLedger(UnitState.ASSIGNED, null, List.of(), ledger.spent(), Integer.MAX_VALUE + 1L, NOW);

        assertThat(with(open(), many).read(UNIT)).isEqualTo(many);
    }

    @Test
    @DisplayName("does not replace a ledger that is not the expected one")
    void refusesAnotherLedger() {
        LedgerStore store = with(open(), ASSIGNED);

        boolean replaced = store.replace(UNIT, UNKNOWN, full());

        assertThat(replaced).isFalse();
        assertThat(store.read(UNIT)).isEqualTo(ASSIGNED);
    }

    @Test
    @DisplayName("does not replace a ledger that differs from the expected one in one part alone")
    void comparesEveryPart() {
        LedgerStore store = with(open(), full());
        UnitLedger f = full();
        List<UnitLedger> others = List.of(
                f.spending(new ReleaseToken("one more")),
                new UnitLedger(f.state(), null, f.removals(), f.spent(), f.releases(), f.lastWriteAt()),
                new UnitLedger(f.state(), f.optIn(), List.of(), f.spent(), f.releases(), f.lastWriteAt()),
                new UnitLedger(f.state(), f.optIn(), f.removals(), List.of(), f.releases(), f.lastWriteAt()),
                new UnitLedger(f.state(), f.optIn(), f.removals(), f.spent(), f.releases() + 1, f.lastWriteAt()),
                new UnitLedger(f.state(), f.optIn(), f.removals(), f.spent(), f.releases(), NOW.plusNanos(1)));

        for (UnitLedger other : others) {
            assertThat(store.replace(UNIT, other, ASSIGNED)).as("%s", other).isFalse();
        }
        assertThat(store.read(UNIT)).isEqualTo(full());
    }

    @Test
    @DisplayName("does not replace the ledger of a unit that was never written by a guess")
    void refusesAGuess() {
        LedgerStore store = open();

        assertThat(store.replace(UNIT, ASSIGNED, full())).isFalse();
        assertThat(store.read(UNIT)).isEqualTo(UNKNOWN);
    }

    @Test
    @DisplayName("takes an equal ledger for the expected one, and replaces it by an equal one")
    void comparesByValue() {
        LedgerStore store = with(open(), full());

        assertThat(store.replace(UNIT, full(), full())).isTrue();
        assertThat(store.replace(UNIT, full(), ASSIGNED)).isTrue();
    }

    @Test
    @DisplayName("A14: keeps units apart, also those whose ids differ by case only")
    void keepsUnitsApart() {
        LedgerStore store = with(open(), full());
        BusinessUnitId lower = new BusinessUnitId("0Uv000000000001AAa");
        BusinessUnitId other = new BusinessUnitId("0Uv000000000002AAA");

        assertThat(store.read(lower)).isEqualTo(UNKNOWN);
        assertThat(store.replace(other, UNKNOWN, ASSIGNED)).isTrue();
        assertThat(store.read(UNIT)).isEqualTo(full());
        assertThat(store.read(other)).isEqualTo(ASSIGNED);
    }

    @Test
    @DisplayName("lets one of two win who replace the same ledger at once")
    void letsOneWin() throws InterruptedException {
        LedgerStore store = open();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int race = 0; race < RACES; race++) {
                CyclicBarrier start = new CyclicBarrier(2);
                UnitLedger before = store.read(UNIT);
                List<Future<Boolean>> won = new ArrayList<>();
                for (String runner : List.of("one", "other")) {
                    UnitLedger next = before.spending(new ReleaseToken(runner + " in race " + race));
                    won.add(two.submit(racing(store, start, before, next)));
                }
                assertThat(answers(won)).as("race %d", race).containsExactlyInAnyOrder(true, false);
                assertThat(store.read(UNIT).releases()).as("race %d", race).isEqualTo(race + 1L);
            }
        } finally {
            two.shutdownNow();
            two.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static Callable<Boolean> racing(
            LedgerStore store, CyclicBarrier start, UnitLedger before, UnitLedger next) {
        return () -> {
            start.await(1, TimeUnit.MINUTES);
            return store.replace(UNIT, before, next);
        };
    }

    private static List<Boolean> answers(List<Future<Boolean>> won) throws InterruptedException {
        List<Boolean> answers = new ArrayList<>();
        for (Future<Boolean> each : won) {
            try {
                answers.add(each.get());
            } catch (ExecutionException failure) {
                throw new AssertionError("replacing a ledger beside somebody else failed", failure.getCause());
            }
        }
        return answers;
    }

    @Test
    @DisplayName("keeps ledgers when it is opened again")
    void keepsLedgersWhenOpenedAgain() {
        LedgerStore store = with(open(), full());

        LedgerStore again = openedAgain(store);

        assertThat(again.read(UNIT)).isEqualTo(full());
        assertThat(again.replace(UNIT, UNKNOWN, ASSIGNED)).isFalse();
        assertThat(again.replace(UNIT, full(), ASSIGNED)).isTrue();
        assertThat(again.read(UNIT)).isEqualTo(ASSIGNED);
    }

    private LedgerStore openedAgain(LedgerStore store) {
        Assumptions.assumeTrue(isDurable(), "the store does not outlive its process");
        @Nullable LedgerStore again = openAgain(store);
        if (again == null) {
            throw new AssertionError("the store was not opened again; override openAgain, or isDurable if it does not"
                    + " outlive its process");
        }
        return again;
    }
}
