package io.github.crosstie.apply;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One round of one collection: lease, recover, ingest both sides, then plan and apply until nothing is left to do. Sequences,
 * and only sequences.
 *
 * <p>{@link #run} may be called again at any time, after any failure: it goes on where the last round ended. Used by one
 * thread at a time; rounds of different collections run beside each other.
 */
public final class SyncRound {

    /** How long a round's lease lasts unless it is renewed, which it is with every progress. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    /** How long a write whose answer was never learned may still arrive: for that long it is remembered. */
    public static final Duration LATE_WRITE_WINDOW = Duration.ofHours(24);

    /** How often a round plans: once, and again for what was overtaken by people's edits. */
    public static final int MAX_PASSES = 4;

    private final RoundParts parts;
    private final Parking parking;
    private final SyncListener listener;

    private SyncRound(Builder builder, Sides sides, StateStore store, Clock clock, IdSource ids) {
        parts = RoundParts.of(builder, sides, store, clock, ids);
        listener = builder.listener;
        parking = Parking.of(parts.collection(), store, clock, ids, builder.policy.retries(), listener);
    }

    /**
     * A round of a production organization's user, with everything else by default. Asks both endpoints for their side, kind and
     * capabilities, once, and calls nobody else; what they can do then holds for every run of this object.
     *
     * @param collection whose records of which kind
     * @param configuration how to sync
     * @param crm the user's records in the CRM
     * @param mail the user's records in the mailbox
     * @param store where the state is kept
     * @param clock the time; its zone counts the days of the window (S23)
     * @param ids where new ids come from
     * @return the round
     * @throws IllegalArgumentException if an endpoint is of another side or kind
     */
    public static SyncRound of(
            CollectionKey collection,
            SyncConfiguration configuration,
            Endpoint crm,
            Endpoint mail,
            StateStore store,
            Clock clock,
            IdSource ids) {
        return builder(collection, configuration).build(crm, mail, store, clock, ids);
    }

    /**
     * Starts a round.
     *
     * @param collection whose records of which kind
     * @param configuration how to sync
     * @return a builder with every default
     */
    public static Builder builder(CollectionKey collection, SyncConfiguration configuration) {
        return new Builder(collection, configuration);
    }

    /** Collects what a round may know beyond its endpoints and its store. Not thread-safe. */
    public static final class Builder {

        final CollectionKey collection;
        final SyncConfiguration configuration;
        Environment environment = Environment.PRODUCTION;
        OwnAddresses own = OwnAddresses.NONE;
        RecurrenceExpander recurrences = RecurrenceExpander.cautious();
        RoundPolicy policy = RoundPolicy.DEFAULT;
        SyncListener listener = SyncListener.NONE;

        private Builder(CollectionKey collection, SyncConfiguration configuration) {
            this.collection = Objects.requireNonNull(collection, "collection");
            this.configuration = Objects.requireNonNull(configuration, "configuration");
        }

        /**
         * Sets as what the mailbox is claimed (S12).
         *
         * @param environment whether the organization is production or a sandbox; production unless set
         * @return this
         */
        public Builder environment(Environment environment) {
            this.environment = Objects.requireNonNull(environment, "environment");
            return this;
        }

        /**
         * Sets by which addresses the user's meetings are told from those of others (S8).
         *
         * @param own the user's addresses; unless set, a meeting that names an organizer counts as somebody else's
         * @return this
         */
        public Builder own(OwnAddresses own) {
            this.own = Objects.requireNonNull(own, "own");
            return this;
        }

        /**
         * Sets who tells when recurring series take place (S6, S23).
         *
         * @param recurrences whom to ask; unless set, a series counts as taking place until it has certainly ended
         * @return this
         */
        public Builder recurrences(RecurrenceExpander recurrences) {
            this.recurrences = Objects.requireNonNull(recurrences, "recurrences");
            return this;
        }

        /**
         * Sets what holds for all rounds of the host.
         *
         * @param policy the policy; {@link RoundPolicy#DEFAULT} unless set
         * @return this
         */
        public Builder policy(RoundPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets who is told what the round does.
         *
         * @param listener who is told; nobody unless set
         * @return this
         */
        public Builder listener(SyncListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Makes the round, as {@link SyncRound#of} does.
         *
         * @param crm the user's records in the CRM
         * @param mail the user's records in the mailbox
         * @param store where the state is kept
         * @param clock the time; its zone counts the days of the window (S23)
         * @param ids where new ids come from
         * @return the round
         * @throws IllegalArgumentException if an endpoint is of another side or kind
         */
        public SyncRound build(Endpoint crm, Endpoint mail, StateStore store, Clock clock, IdSource ids) {
            if (crm.side() != Side.CRM || mail.side() != Side.MAIL) {
                throw new IllegalArgumentException("round of " + collection + " was given an endpoint of the "
                        + crm.side() + " side as crm and one of the " + mail.side()
                        + " side as mail; hand over the CRM's endpoint first, then the mailbox's");
            }
            if (crm.kind() != collection.kind() || mail.kind() != collection.kind()) {
                throw new IllegalArgumentException("round of " + collection + " was given endpoints of " + crm.kind()
                        + " and " + mail.kind() + "; open both for " + collection.kind());
            }
            return new SyncRound(
                    this,
                    new Sides(crm, mail),
                    Objects.requireNonNull(store, "store"),
                    Objects.requireNonNull(clock, "clock"),
                    Objects.requireNonNull(ids, "ids"));
        }
    }

    /**
     * A dry run: what {@link #run} would do in its first pass. Reads both sides, takes no lease, and writes nothing, neither to a
     * side nor to the store. While no round may call (F7, F8), it calls nobody either.
     *
     * @return the plan
     * @throws CrosstieException whatever an endpoint throws, or the store when it is asked for the state; what ended the last round
     *     again, if its moment has not come
     */
    public SyncPlan plan() {
        Passage passage = new Passage(parts, Ledger.overlay(allowed()), Watch.nobody(parts));
        return passage.prepare() ? passage.whole() : passage.nothing();
    }

    private CollectionState allowed() {
        CollectionState state = parts.store().load(parts.collection());
        parking.requireAllowed(state);
        return state;
    }

    /**
     * What a change of settings will do, before it takes effect (S14): what enters and what leaves by it, and the plan of the next
     * round. Reads both sides, and writes nothing, neither to a side nor to the store.
     *
     * @return the preview; of nothing if this kind of record does not flow at all
     * @throws CrosstieException whatever an endpoint throws, or the store when it is asked for the state
     */
    public SettingsPreview previewSettings() {
        Passage passage = new Passage(parts, Ledger.overlay(allowed()), Watch.nobody(parts));
        ScopeSettings stored = passage.ledger().state().settings();
        return parts.planner().previewSettings(stored, passage.prepare() ? passage.wholeInput() : passage.noInput());
    }

    /**
     * What {@link #reset} would concern. Reads the stored state alone.
     *
     * @return how much
     * @throws io.github.crosstie.fault.UnavailableException if the store does not answer
     */
    public ResetCounts previewReset() {
        return Reset.preview(parts.store().load(parts.collection()));
    }

    /**
     * Forgets what is linked, and keeps it as hints (S20): the next round lists both sides whole, links again what is there, and
     * matches the rest as at first contact; detached records take part again. Finds out about open writes first. No record is
     * touched, on either side. May be called again after any failure.
     *
     * @return how much it concerned, as {@link Outcome.WasReset}, or why it did not happen, as {@link #run} tells it
     * @throws io.github.crosstie.fault.UnavailableException if the store does not answer when it is asked for the lease or the state
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over
     */
    public RoundReport reset() {
        return leased(RoundLimits.NONE, Passage::reset);
    }

    /**
     * Runs the round. One that starts before the moment that a system told, or while refused credentials are not mended, calls
     * nobody and says so (F7, F8).
     *
     * @return what it did, and why it ended early if it did: throttled, unavailable, refused, leased elsewhere, or a store that
     *     does not answer, in which case no side was called and nothing was written. What a caller can plan for is in the report,
     *     with the moment from which another round makes sense ({@link RoundReport#retryAt})
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over; it goes on from here. A round that had
     *     nothing to store but how it ended does not ask
     * @throws io.github.crosstie.fault.ContractBrokenException if an endpoint or the store broke its contract, or
     *     the stored state cannot be understood
     */
    public RoundReport run() {
        return run(RoundLimits.NONE);
    }

    /**
     * Carries out a plan that was made earlier, by {@link #plan} or read from a document, as far as it still holds (G1). Nothing is
     * planned anew. Every record of the plan is read again first; a change is made if its links, its records' versions and, for what is
     * matched or created, the absence of other candidates are as they were. Whatever does not hold any more is told as
     * {@link Outcome.NoLongerHolds}, and left to the next round. Deletions go through the guard again, by the numbers of now (S13).
     *
     * <p>Cursors stay where they are, so the next round sees all that changed. May be called again at any time, after any failure: what
     * was done before is recognised, and not done twice.
     *
     * @param plan the plan, made for this collection, by these settings, on these two sides; otherwise nothing is done and the report
     *     says why ({@link OutcomeCode#PLAN_OUTDATED})
     * @return what it did, and why it ended early if it did, as {@link #run} tells it; its one pass is the part of the plan that still
     *     held
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over
     * @throws io.github.crosstie.fault.ContractBrokenException if an endpoint or the store broke its contract, or the stored state
     *     cannot be understood
     */
    public RoundReport apply(SyncPlan plan) {
        Objects.requireNonNull(plan, "plan");
        return leased(RoundLimits.NONE, passage -> passage.carryOut(plan));
    }

    /**
     * Runs the round within limits. Otherwise as {@link #run()}.
     *
     * @param limits how much it may take
     * @return what it did; with {@link OutcomeCode#CANCELLED} or {@link OutcomeCode#OUT_OF_TIME} if a limit ended it
     */
    public RoundReport run(RoundLimits limits) {
        return leased(Objects.requireNonNull(limits, "limits"), Passage::round);
    }

    private RoundReport leased(RoundLimits limits, Consumer<Passage> work) {
        String id = parts.ids().next();
        Audience audience = Audience.of(new RoundIdentity(id, parts.collection()), listener, parts.clock());
        return audience.during(() -> leased(id, new Watch(limits, audience), work));
    }

    private RoundReport leased(String holder, Watch watch, Consumer<Passage> work) {
        Optional<Fence> fence;
        try {
            fence = parts.store()
                    .acquire(parts.collection(), holder, parts.clock().instant(), LEASE);
        } catch (CrosstieException e) {
            return watch.audience().told(parking.storeTrouble(e));
        }
        if (fence.isEmpty()) {
            return watch.audience()
                    .told(RoundReport.of(new Outcome.Stopped(
                            OutcomeCode.LEASED_ELSEWHERE,
                            "another worker is at " + parts.collection() + "; come back later",
                            null)));
        }
        LeaseEnd end = new LeaseEnd(parts, fence.get(), watch.audience());
        RoundReport report;
        try {
            report = runLeased(fence.get(), watch, work, end);
        } catch (RuntimeException | Error failure) {
            end.after(failure);
            throw failure;
        }
        return end.after(report);
    }

    /**
     * The deletions that wait for a person, as the last round left them (S11, S13). Calls the store alone.
     *
     * @return what is held, with its token; empty if nothing is
     * @throws CrosstieException if the store cannot be reached
     */
    public Optional<HeldDeletions> held() {
        return Releases.of(parts.collection(), parts.store(), parts.clock(), parts.ids())
                .held();
    }

    /**
     * Releases held deletions: the next {@link #run} makes them, as far as they are the same then, once. Calls the store alone.
     *
     * @param token the token that was given for them
     * @return what came of it
     * @throws CrosstieException if the store cannot be reached
     */
    public ReleaseResult release(ReleaseToken token) {
        return Releases.of(parts.collection(), parts.store(), parts.clock(), parts.ids())
                .release(token);
    }

    /**
     * Ends a pause of the collection, because what was refused is mended: the next {@link #run} may call (F8).
     *
     * @return true if it may; false if another worker is at the collection
     * @throws CrosstieException if the store cannot be reached
     */
    public boolean resume() {
        return parking.resume();
    }

    private RoundReport runLeased(Fence fence, Watch watch, Consumer<Passage> work, LeaseEnd end) {
        CollectionState state;
        try {
            state = parts.store().load(parts.collection());
        } catch (CrosstieException e) {
            return watch.audience().told(parking.storeTrouble(e));
        }
        Optional<Outcome.Stopped> forbidden = parking.forbidden(state);
        if (forbidden.isPresent()) {
            return watch.audience().told(RoundReport.of(forbidden.get()));
        }
        Passage passage = new Passage(
                parts, Ledger.leased(state, parts.store(), fence, parts.clock(), LEASE, parts.measures()), watch);
        end.of(passage);
        try {
            work.accept(passage);
            passage.tellOfCap();
            Parking.passed(passage.ledger());
        } catch (Checkpoint.Halt halt) {
            passage.log().add(halt.outcome());
        } catch (CrosstieException e) {
            OutcomeCode code = Stops.code(e).orElseThrow(() -> e);
            passage.log().add(parking.park(passage.ledger(), code, e));
        }
        return passage.report();
    }
}
