package io.github.crosstie.testkit.simulator;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.StateStore;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the real engine through random histories on one thread: people act on both sides, workers run rounds, are killed, held up
 * and overtaken, answers get lost, listings lie; then the faults stop, and an oracle that knows what people did judges what is
 * left. A seed is a history, and so is a {@link Tape}.
 *
 * <p>A worker that is held up past its lease is made by running complete rounds of other workers in the middle of one of its
 * calls: no thread is needed, and its late request lands where it did before, each time.
 *
 * <p>People type into fields that both sides declare in their capabilities, and into no others. Where a side keeps no marks (tags),
 * nobody can know what became of a creation whose answer was lost: {@link FaultKind#CRASH}, {@link FaultKind#LOST_ANSWER},
 * {@link FaultKind#LATE_REQUEST} and {@link FaultKind#ZOMBIE} do not happen there.
 *
 * <pre>{@code
 * Simulation simulation = Simulation.create();               // builder() takes sides and a store of yours
 * History history = simulation.run(42);
 * if (!history.violations().isEmpty()) {
 *     throw new AssertionError(simulation.shrink(history).describe());
 * }
 * }</pre>
 *
 * <p>Immutable; thread-safe if the sources of sides and stores are.
 */
public final class Simulation {

    private static final int MOST_TRIES = 4_000;

    private final ItemKind kind;
    private final SideSource crm;
    private final SideSource mail;
    private final Supplier<? extends StateStore> stores;
    private final Set<FaultKind> kinds;
    private final boolean inMemory;
    private final Climate light;
    private final Climate heavy;

    private Simulation(Builder builder) {
        kind = builder.kind;
        crm = builder.crm == null ? InMemorySide.on(Side.CRM, kind) : builder.crm;
        mail = builder.mail == null ? InMemorySide.on(Side.MAIL, kind) : builder.mail;
        stores = builder.stores;
        inMemory = builder.inMemory;
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(builder.kinds));
        light = Climate.of(kinds, 1);
        heavy = Climate.of(kinds, 3);
    }

    /**
     * A simulation with sides and store in memory and all usual faults.
     *
     * @return the simulation
     */
    public static Simulation create() {
        return builder().build();
    }

    /**
     * Starts a simulation.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Runs a history again with sides and store in memory, whatever kinds of fault it has.
     *
     * @param tape the tape as text, as {@link History#reproduction} prints it
     * @return the history, with its trace
     * @throws IllegalArgumentException if the text is no tape
     */
    public static History replay(String tape) {
        return builder().faults(EnumSet.allOf(FaultKind.class)).build().replay(Tape.parse(tape));
    }

    /**
     * Runs the history of a seed.
     *
     * @param seed any number
     * @return the history, with its trace
     * @throws IllegalArgumentException if the sides share no fields that name a contact (an e-mail address, or a given name and a
     *     surname), or no other text that people can edit
     */
    public History run(long seed) {
        return run(Choices.seeded(seed), null, true);
    }

    /**
     * Runs the history of a tape.
     *
     * @param tape its choices
     * @return the history, with its trace
     */
    public History replay(Tape tape) {
        return run(Choices.replaying(tape), null, true);
    }

    /** The same without a trace, which makes it fast. */
    History quick(long seed) {
        return run(Choices.seeded(seed), null, false);
    }

    History quick(Tape tape) {
        return run(Choices.replaying(tape), null, false);
    }

    /** A short history with one fault at one place. */
    History quick(long seed, Script script) {
        return run(Choices.seeded(seed), script, false);
    }

    private History run(Choices choices, @Nullable Script script, boolean traced) {
        Setting setting = Setting.choose(choices, kind, kinds);
        World world = new World(kind, choices, crm, mail, stores::get, setting, script, traced);
        if (setting.isLossy()) {
            world.count(FaultKind.LOSSY_SIDE);
        }
        if (!setting.idempotent().isEmpty()) {
            world.count(FaultKind.IDEMPOTENT_CREATE);
        }
        Scenario scenario = new Scenario(world, kinds);
        int course = script == null ? choices.below(16) : choices.settled(0);
        int roundsToConverge = switch (course) {
            case 0 -> scenario.liveShort(light);
            case 1 -> scenario.liveCalmly();
            case 2, 3, 4, 5 -> scenario.live(heavy);
            default -> scenario.live(light);
        };
        return world.history(roundsToConverge, inMemory);
    }

    /**
     * Cuts a failing history down to a short one that violates the same invariant: choices are left out and lowered as long as
     * it still fails.
     *
     * @param failing a history of this simulation with a violation
     * @return the shortest one found, with its trace
     * @throws IllegalArgumentException if the history has no violation
     */
    public History shrink(History failing) {
        if (failing.violations().isEmpty()) {
            throw new IllegalArgumentException("history without violation; there is nothing to shrink");
        }
        Invariant invariant = failing.violations().get(0).invariant();
        Shrinker shrinker = new Shrinker(
                this::quick,
                history -> history.violations().stream().anyMatch(one -> one.invariant() == invariant),
                MOST_TRIES);
        return replay(shrinker.shrink(failing.tape()));
    }

    /** Collects what a simulation is made of. Not thread-safe. */
    public static final class Builder {

        private ItemKind kind = ItemKind.CONTACT;
        private @Nullable SideSource crm;
        private @Nullable SideSource mail;
        private Supplier<? extends StateStore> stores = InMemoryStateStore::create;
        private boolean inMemory = true;
        private final EnumSet<FaultKind> kinds = EnumSet.copyOf(FaultKind.USUAL);

        private Builder() {}

        /**
         * Sets what is synced. People of events create single ones and weekly series, at a time and of whole days, change and
         * cancel occurrences and bring them back. Sides have to be sides of the same kind.
         *
         * @param kind contacts by default
         * @return this
         */
        public Builder kind(ItemKind kind) {
            this.kind = Objects.requireNonNull(kind, "kind");
            inMemory &= kind == ItemKind.CONTACT;
            return this;
        }

        /**
         * Sets the CRM side.
         *
         * @param crm makes a CRM for each history; in memory by default
         * @return this
         */
        public Builder crm(SideSource crm) {
            this.crm = Objects.requireNonNull(crm, "crm");
            inMemory = false;
            return this;
        }

        /**
         * Sets the mail side.
         *
         * @param mail makes a mailbox for each history; in memory by default
         * @return this
         */
        public Builder mail(SideSource mail) {
            this.mail = Objects.requireNonNull(mail, "mail");
            inMemory = false;
            return this;
        }

        /**
         * Sets the store.
         *
         * @param stores makes an empty store for each history, and another one each time that one is lost or rolled back; in
         *     memory by default
         * @return this
         */
        public Builder store(Supplier<? extends StateStore> stores) {
            this.stores = Objects.requireNonNull(stores, "stores");
            inMemory = false;
            return this;
        }

        /**
         * Sets what can go wrong.
         *
         * @param kinds the kinds of fault, {@link FaultKind#USUAL} by default; may be empty
         * @return this
         */
        public Builder faults(Set<FaultKind> kinds) {
            this.kinds.clear();
            this.kinds.addAll(kinds);
            return this;
        }

        /**
         * Leaves some kinds of fault out.
         *
         * @param without what cannot go wrong
         * @return this
         */
        public Builder without(FaultKind... without) {
            Set.of(without).forEach(kinds::remove);
            return this;
        }

        /**
         * Makes the simulation.
         *
         * @return the simulation
         */
        public Simulation build() {
            return new Simulation(this);
        }
    }
}
