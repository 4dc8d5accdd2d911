package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.testkit.engagement.LedgerStoreContract;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The contract of ledger stores goes red for a store that")
class LedgerStoreMutantsTest {

    @TestFactory
    Stream<DynamicTest> goesRed() {
        return Stream.of(
                caught(StartsAssigned.class, "reads a unit that was never written"),
                caught(ForgetsWhoOptedIn.class, "reads every part of a ledger"),
                caught(ForgetsRemovals.class, "reads every part of a ledger"),
                caught(RoundsTimes.class, "reads every part of a ledger"),
                caught(SortsTokens.class, "keeps the number of all releases"),
                caught(CountsInThirtyTwoBits.class, "keeps the number of all releases"),
                caught(OverwritesBlindly.class, "does not replace a ledger that is not the expected one"),
                caught(SaysNoAndWrites.class, "does not replace a ledger that is not the expected one"),
                caught(ComparesStatesAlone.class, "does not replace a ledger that differs"),
                caught(TakesAnythingAtFirst.class, "does not replace the ledger of a unit that was never written"),
                caught(ComparesIdentity.class, "takes an equal ledger for the expected one"),
                caught(FoldsTheCase.class, "A14: keeps units apart"),
                caught(KeepsOneForAll.class, "A14: keeps units apart"),
                caught(ChecksThenWrites.class, "lets one of two win"),
                caught(ForgetsWhenItCloses.class, "keeps ledgers when it is opened again"),
                caught(IsNotOpenedAgain.class, "keeps ledgers when it is opened again"));
    }

    private static DynamicTest caught(Class<?> mutant, String by) {
        return dynamicTest(
                mutant.getSimpleName() + ": " + by,
                () -> assertThat(ContractRun.of(mutant).failed().keySet())
                        .as("tests that fail")
                        .anyMatch(name -> name.startsWith(by)));
    }

    @Test
    @DisplayName("… and stays green, with nothing skipped, for one that keeps every promise")
    void staysGreenForASoundOne() {
        ContractRun run = ContractRun.of(Sound.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.passed()).isGreaterThan(10);
    }

    /** A sound store, spoiled by its subclasses. */
    @ExtendWith(OnDemand.class)
    static class Sound extends LedgerStoreContract implements LedgerStore {
        final InMemoryLedgers memory = InMemoryLedgers.create();

        @Override
        protected LedgerStore open() {
            return this;
        }

        @Override
        protected @Nullable LedgerStore openAgain(LedgerStore store) {
            return store;
        }

        @Override
        public UnitLedger read(BusinessUnitId unit) {
            return memory.read(unit);
        }

        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            return memory.replace(unit, expected, next);
        }
    }

    static final class StartsAssigned extends Sound {
        @Override
        public UnitLedger read(BusinessUnitId unit) {
            UnitLedger ledger = super.read(unit);
            return ledger.state() == UnitState.NO_USER_SYNC ? UnitLedger.of(UnitState.ASSIGNED) : ledger;
        }
    }

    /** Loses a part of what it reads. */
    abstract static class Lossy extends Sound {
        private final UnaryOperator<UnitLedger> loss;

        Lossy(UnaryOperator<UnitLedger> loss) {
            this.loss = loss;
        }

        @Override
        public UnitLedger read(BusinessUnitId unit) {
            return loss.apply(super.read(unit));
        }
    }

    static final class ForgetsWhoOptedIn extends Lossy {
        ForgetsWhoOptedIn() {
            super(l -> new UnitLedger(l.state(), null, l.removals(), l.spent(), l.releases(), l.lastWriteAt()));
        }
    }

    static final class ForgetsRemovals extends Lossy {
        ForgetsRemovals() {
            super(l -> new UnitLedger(l.state(), l.optIn(), List.of(), l.spent(), l.releases(), l.lastWriteAt()));
        }
    }

    static final class RoundsTimes extends Lossy {
        RoundsTimes() {
            super(l -> new UnitLedger(
                    l.state(), l.optIn(), l.removals(), l.spent(), l.releases(), toMillis(l.lastWriteAt())));
        }

        private static @Nullable Instant toMillis(@Nullable Instant moment) {
            return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    static final class SortsTokens extends Lossy {
        SortsTokens() {
            super(l -> new UnitLedger(
                    l.state(),
                    l.optIn(),
                    l.removals(),
                    l.spent().stream()
                            .sorted(Comparator.comparing(Object::toString))
                            .toList(),
                    l.releases(),
                    l.lastWriteAt()));
        }
    }

    static final class CountsInThirtyTwoBits extends Lossy {
        CountsInThirtyTwoBits() {
            super(l -> new UnitLedger(
                    l.state(),
                    l.optIn(),
                    l.removals(),
                    l.spent(),
                    Math.min(l.releases(), Integer.MAX_VALUE),
                    l.lastWriteAt()));
        }
    }

    static final class OverwritesBlindly extends Sound {
        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            return super.replace(unit, super.read(unit), next);
        }
    }

    static final class SaysNoAndWrites extends Sound {
        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            boolean asExpected = super.replace(unit, expected, next);
            memory.put(unit, next);
            return asExpected;
        }
    }

    static final class ComparesStatesAlone extends Sound {
        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            UnitLedger there = super.read(unit);
            return there.state() == expected.state() && super.replace(unit, there, next);
        }
    }

    static final class TakesAnythingAtFirst extends Sound {
        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            UnitLedger there = super.read(unit);
            return super.replace(unit, there.state() == UnitState.NO_USER_SYNC ? there : expected, next);
        }
    }

    static final class ComparesIdentity extends Sound {
        @Override
        @SuppressWarnings("ReferenceEquality") // the fault that this one is about
        public synchronized boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            return expected == super.read(unit) && super.replace(unit, expected, next);
        }
    }

    static final class FoldsTheCase extends Sound {
        private static BusinessUnitId folded(BusinessUnitId unit) {
            return new BusinessUnitId(unit.value().toLowerCase(Locale.ROOT));
        }

        @Override
        public UnitLedger read(BusinessUnitId unit) {
            return super.read(folded(unit));
        }

        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            return super.replace(folded(unit), expected, next);
        }
    }

    static final class KeepsOneForAll extends Sound {
        private static final BusinessUnitId ONE = new BusinessUnitId("one");

        @Override
        public UnitLedger read(BusinessUnitId unit) {
            return super.read(ONE);
        }

        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            return super.replace(ONE, expected, next);
        }
    }

    /** Looks, lets somebody else look who is there at the same time, then writes. */
    static final class ChecksThenWrites extends Sound {
        private final Exchanger<Boolean> meeting = new Exchanger<>();

        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            boolean asExpected = super.read(unit).equals(expected);
            meet();
            if (asExpected) {
                memory.put(unit, next);
            }
            return asExpected;
        }

        private void meet() {
            try {
                meeting.exchange(true, 100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException nobodyElse) {
                return;
            } catch (InterruptedException stopped) {
                throw new AssertionError("interrupted while another run was waited for", stopped);
            }
        }
    }

    static final class IsNotOpenedAgain extends Sound {
        @Override
        protected @Nullable LedgerStore openAgain(LedgerStore store) {
            return null;
        }
    }

    static final class ForgetsWhenItCloses extends Sound {
        @Override
        protected @Nullable LedgerStore openAgain(LedgerStore store) {
            return InMemoryLedgers.create();
        }
    }
}
