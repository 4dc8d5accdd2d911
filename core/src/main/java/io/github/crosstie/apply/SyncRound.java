package io.github.crosstie.apply;

import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlanInput;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.plan.SeriesSupport;
import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private final CollectionKey collection;
    private final SyncConfiguration configuration;
    private final RecordSettings settings;
    private final Sides sides;
    private final StateStore store;
    private final Clock clock;
    private final IdSource ids;
    private final Claimant claimant;
    private final ThreeWayMerge merge;
    private final Planner planner;
    private final Parking parking;
    private final OrganizationVerdict organization;
    private final OwnAddresses own;
    private final RecurrenceExpander recurrences;
    private final Measures measures = Measures.current();

    private SyncRound(
            CollectionKey collection,
            Environment environment,
            SyncConfiguration configuration,
            Sides sides,
            StateStore store,
            Clock clock,
            IdSource ids,
            OwnAddresses own,
            RecurrenceExpander recurrences,
            RoundPolicy policy) {
        this.collection = collection;
        this.configuration = configuration;
        this.own = own;
        this.recurrences = recurrences;
        organization = new OrganizationVerdict(policy.organizationGuard(), collection.organization(), store);
        parking = Parking.of(collection, store, clock, ids, policy.retries());
        this.settings = configuration.records(collection.kind());
        this.sides = sides;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        claimant = new Claimant(collection.organization(), environment, collection.user(), configuration.id());
        List<FieldRule> rules =
                FieldRule.of(settings, sides.crm().capabilities(), sides.mail().capabilities());
        merge = ThreeWayMerge.of(rules, sides.crm()::project, sides.mail()::project, recurrences);
        SeriesSupport series = new SeriesSupport(recurrences, sides.crm()::cannotExpress, sides.mail()::cannotExpress);
        planner = Planner.of(collection, configuration, merge, own, sides.silent(), series);
    }

    /**
     * A round for a user of a production organization, whose addresses are not known: a meeting that names an organizer counts as
     * somebody else's (S8).
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
        return of(collection, Environment.PRODUCTION, configuration, crm, mail, store, clock, ids);
    }

    /**
     * A round for a user whose addresses are not known: a meeting that names an organizer counts as somebody else's (S8).
     *
     * @param collection whose records of which kind
     * @param environment whether the organization is production or a sandbox: the mailbox is claimed as that (S12)
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
            Environment environment,
            SyncConfiguration configuration,
            Endpoint crm,
            Endpoint mail,
            StateStore store,
            Clock clock,
            IdSource ids) {
        return of(collection, environment, configuration, crm, mail, store, clock, ids, OwnAddresses.NONE);
    }

    /**
     * A round. Asks both endpoints for their side, kind and capabilities, once, and calls nobody else; what they can do then
     * holds for every run of this object.
     *
     * @param collection whose records of which kind
     * @param environment whether the organization is production or a sandbox: the mailbox is claimed as that (S12)
     * @param configuration how to sync
     * @param crm the user's records in the CRM
     * @param mail the user's records in the mailbox
     * @param store where the state is kept
     * @param clock the time; its zone counts the days of the window (S23)
     * @param ids where new ids come from
     * @param own the user's addresses, by which their meetings are told from those of others (S8)
     * @return the round
     * @throws IllegalArgumentException if an endpoint is of another side or kind
     */
    public static SyncRound of(
            CollectionKey collection,
            Environment environment,
            SyncConfiguration configuration,
            Endpoint crm,
            Endpoint mail,
            StateStore store,
            Clock clock,
            IdSource ids,
            OwnAddresses own) {
        RecurrenceExpander cautious = RecurrenceExpander.cautious();
        return of(collection, environment, configuration, crm, mail, store, clock, ids, own, cautious);
    }

    /**
     * A round that knows when series take place: which are in the window (S23), which lie in the future (S11), and what a changed
     * rule leaves without an occurrence (S6). Otherwise as the one without.
     *
     * @param collection whose records of which kind
     * @param environment whether the organization is production or a sandbox: the mailbox is claimed as that (S12)
     * @param configuration how to sync
     * @param crm the user's records in the CRM
     * @param mail the user's records in the mailbox
     * @param store where the state is kept
     * @param clock the time; its zone counts the days of the window (S23)
     * @param ids where new ids come from
     * @param own the user's addresses, by which their meetings are told from those of others (S8)
     * @param recurrences who tells when series take place
     * @return the round
     * @throws IllegalArgumentException if an endpoint is of another side or kind
     */
    public static SyncRound of(
            CollectionKey collection,
            Environment environment,
            SyncConfiguration configuration,
            Endpoint crm,
            Endpoint mail,
            StateStore store,
            Clock clock,
            IdSource ids,
            OwnAddresses own,
            RecurrenceExpander recurrences) {
        if (crm.side() != Side.CRM || mail.side() != Side.MAIL) {
            throw new IllegalArgumentException("round of " + collection + " was given an endpoint of the " + crm.side()
                    + " side as crm and one of the " + mail.side()
                    + " side as mail; hand over the CRM's endpoint first, then the mailbox's");
        }
        if (crm.kind() != collection.kind() || mail.kind() != collection.kind()) {
            throw new IllegalArgumentException("round of " + collection + " was given endpoints of " + crm.kind()
                    + " and " + mail.kind() + "; open both for " + collection.kind());
        }
        return new SyncRound(
                collection,
                Objects.requireNonNull(environment, "environment"),
                Objects.requireNonNull(configuration, "configuration"),
                new Sides(crm, mail),
                Objects.requireNonNull(store, "store"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(ids, "ids"),
                Objects.requireNonNull(own, "own"),
                Objects.requireNonNull(recurrences, "recurrences"),
                RoundPolicy.DEFAULT);
    }

    /**
     * The same round by another policy.
     *
     * @param policy what holds for all rounds of the host
     * @return a round of the same collection and endpoints
     */
    public SyncRound with(RoundPolicy policy) {
        return new SyncRound(
                collection,
                claimant.environment(),
                configuration,
                sides,
                store,
                clock,
                ids,
                own,
                recurrences,
                Objects.requireNonNull(policy, "policy"));
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
        Passage passage = new Passage(Ledger.overlay(allowed()));
        return passage.prepare() ? passage.whole() : passage.nothing();
    }

    private CollectionState allowed() {
        CollectionState state = store.load(collection);
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
        Passage passage = new Passage(Ledger.overlay(allowed()));
        ScopeSettings stored = passage.ledger.state().settings();
        return planner.previewSettings(stored, passage.prepare() ? passage.wholeInput() : passage.noInput());
    }

    /**
     * What {@link #reset} would concern. Reads the stored state alone.
     *
     * @return how much
     * @throws io.github.crosstie.fault.UnavailableException if the store does not answer
     */
    public ResetCounts previewReset() {
        return Reset.preview(store.load(collection));
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
        return leased(Watch.NOBODY, Passage::reset);
    }

    /**
     * Runs the round. One that starts before the moment that a system told, or while refused credentials are not mended, calls
     * nobody and says so (F7, F8).
     *
     * @return what it did, and why it ended early if it did: throttled, unavailable, refused, leased elsewhere, or a store that
     *     does not answer, in which case no side was called and nothing was written. What a caller can plan for is in the report,
     *     with the moment from which another round makes sense ({@link RoundReport#retryAt})
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over; it goes on from here
     * @throws io.github.crosstie.fault.ContractBrokenException if an endpoint or the store broke its contract, or
     *     the stored state cannot be understood
     */
    public RoundReport run() {
        return run(RoundLimits.NONE, RoundListener.NONE);
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
        return leased(Watch.NOBODY, passage -> passage.carryOut(plan));
    }

    /**
     * Runs the round within limits, and tells what it does meanwhile. Otherwise as {@link #run()}.
     *
     * @param limits how much it may take
     * @param listener who is told
     * @return what it did; with {@link OutcomeCode#CANCELLED} or {@link OutcomeCode#OUT_OF_TIME} if a limit ended it
     */
    public RoundReport run(RoundLimits limits, RoundListener listener) {
        return leased(new Watch(limits, listener), Passage::round);
    }

    private RoundReport leased(Watch watch, Consumer<Passage> work) {
        Optional<Fence> fence;
        try {
            fence = store.acquire(collection, ids.next(), clock.instant(), LEASE);
        } catch (CrosstieException e) {
            return parking.storeTrouble(e);
        }
        if (fence.isEmpty()) {
            return RoundReport.of(new Outcome.Stopped(
                    OutcomeCode.LEASED_ELSEWHERE, "another worker is at " + collection + "; come back later", null));
        }
        RoundReport report;
        try {
            report = runLeased(fence.get(), watch, work);
        } catch (RuntimeException | Error failure) {
            releaseAfter(failure, fence.get());
            throw failure;
        }
        return released(report, fence.get());
    }

    /**
     * The deletions that wait for a person, as the last round left them (S11, S13). Calls the store alone.
     *
     * @return what is held, with its token; empty if nothing is
     * @throws CrosstieException if the store cannot be reached
     */
    public Optional<HeldDeletions> held() {
        return Releases.of(collection, store, clock, ids).held();
    }

    /**
     * Releases held deletions: the next {@link #run} makes them, as far as they are the same then, once. Calls the store alone.
     *
     * @param token the token that was given for them
     * @return what came of it
     * @throws CrosstieException if the store cannot be reached
     */
    public ReleaseResult release(ReleaseToken token) {
        return Releases.of(collection, store, clock, ids).release(token);
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

    /** What was done is told in any case: a lease that was not given back runs out by itself. */
    private RoundReport released(RoundReport report, Fence fence) {
        try {
            store.release(fence);
            return report;
        } catch (RuntimeException e) {
            return report.with(new Outcome.Unreleased("the store did not take back the lease of " + collection + " ("
                    + cause(e) + "); another worker can start when it has run out, " + LEASE.toMinutes()
                    + " minutes at most"));
        }
    }

    private void releaseAfter(Throwable failure, Fence fence) {
        try {
            store.release(fence);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private RoundReport runLeased(Fence fence, Watch watch, Consumer<Passage> work) {
        CollectionState state;
        try {
            state = store.load(collection);
        } catch (CrosstieException e) {
            return parking.storeTrouble(e);
        }
        Optional<Outcome.Stopped> forbidden = parking.forbidden(state);
        if (forbidden.isPresent()) {
            return RoundReport.of(forbidden.get());
        }
        Passage passage = new Passage(Ledger.leased(state, store, fence, clock, LEASE, measures), watch);
        try {
            work.accept(passage);
            passage.tellOfCap();
            Parking.passed(passage.ledger);
        } catch (Checkpoint.Halt halt) {
            passage.log.add(halt.outcome());
            passage.ledger.flush();
        } catch (CrosstieException e) {
            OutcomeCode code = Stops.code(e).orElseThrow(() -> e);
            passage.log.add(parking.park(passage.ledger, code, e));
        }
        return passage.log.report(passage.ledger, clock.instant());
    }

    /** Other exceptions are named alone: nobody vouches for their texts (G6). */
    private static String cause(RuntimeException e) {
        return e instanceof CrosstieException fault
                ? Stops.message(fault)
                : e.getClass().getName();
    }

    /** One way through the round, on a ledger of its own. */
    private final class Passage {

        private final Ledger ledger;
        private final Watch watch;
        private final Checkpoint checkpoint;
        private final RoundLog log;
        private final ClaimCheck claim;
        private final Relink relink;
        private final SettingsChange settingsChange;
        private final MatchIndex index = new MatchIndex();
        private final CarriedRecords carried = new CarriedRecords(planner, index);
        private final Journaling journaling = new Journaling(clock);
        private final Instant began = clock.instant();

        private final Holds holds;

        Passage(Ledger ledger) {
            this(ledger, Watch.NOBODY);
        }

        Passage(Ledger ledger, Watch watch) {
            this.ledger = ledger;
            this.watch = watch;
            checkpoint = new Checkpoint(watch.limits(), clock);
            log = new RoundLog(watch.listener());
            holds = new Holds(collection, ledger, ids, clock, log);
            relink = new Relink(ledger, sides, journaling, log);
            settingsChange = new SettingsChange(ledger, log);
            claim = new ClaimCheck(ledger, sides.mail(), claimant, clock);
        }

        /** Recovers and ingests; false if this kind of record does not flow at all. */
        boolean prepare() {
            if (settings.direction() == SyncDirection.OFF) {
                return false;
            }
            begin();
            Ingest ingest = new Ingest(ledger, carried, checkpoint, measures);
            for (Side side : Side.values()) {
                watch.changesOf(side);
                ingest.ingest(side, sides.on(side));
            }
            return true;
        }

        /** What comes before anything else is read or written. */
        private void begin() {
            watch.listener().phase(RoundListener.Phase.RECOVERY);
            checkpoint.pass();
            relink.look();
            Window window = new Window(clock, LATE_WRITE_WINDOW);
            new Recovery(ledger, sides, merge, log, journaling, window, measures).recover();
            relink.begin();
            settingsChange.notice(ScopeSettings.of(configuration, collection.kind()));
        }

        void reset() {
            ResetCounts counts = Reset.preview(ledger.state());
            begin();
            new Reset(ledger).reset();
            log.add(new Outcome.WasReset(counts));
        }

        void round() {
            if (prepare()) {
                work();
                ledger.flush();
            }
        }

        /** Carries out what holds of a plan that was made earlier. */
        void carryOut(SyncPlan stored) {
            Optional<String> objection = new HeaderCheck(collection, configuration, sides).objection(stored.header());
            if (objection.isPresent()) {
                log.add(new Outcome.Stopped(OutcomeCode.PLAN_OUTDATED, objection.get(), null));
            } else if (settings.direction() != SyncDirection.OFF) {
                begin();
                FreshLook look = FreshLook.at(stored, ledger.state(), sides);
                new LateArrivals(ledger, merge, journaling, measures).recognise(look.readings());
                ZonedDateTime now = ZonedDateTime.now(clock);
                SyncPlan plan = new StoredPlan(stored, look, ledger.state(), planner, sides, log)
                        .holding(now, deletionsMade(now.toInstant()));
                log.planned(plan);
                Optional<Outcome.Stopped> refusal = plan.writesNothing() ? Optional.empty() : claim.refusal();
                refusal.ifPresentOrElse(log::add, () -> applier(plan).apply(plan));
            }
        }

        private void tellOfCap() {
            int waiting = planner.waitingAtCap(ledger.state());
            if (waiting > 0) {
                log.add(new Outcome.Capped(settings.cap(), waiting));
            }
        }

        void work() {
            watch.listener().phase(RoundListener.Phase.WORK);
            for (int pass = 0; pass < MAX_PASSES; pass++) {
                if (isIdlePass()) {
                    relink.end();
                    settingsChange.end(clock.instant());
                    if (log.allWasLookedAt()) {
                        new Settlement(ledger).settle(began);
                    }
                    return;
                }
            }
        }

        /** All that is dirty, slice by slice; true if there was nothing to do. */
        private boolean isIdlePass() {
            log.beginPass();
            Slices slices = slices(watch.limits().slice());
            boolean idle = true;
            int done = 0;
            for (Optional<Slice> slice = slices.next(); slice.isPresent(); slice = slices.next()) {
                idle &= isIdle(slice.get());
                done += slice.get().records().size();
                watch.listener().progress(done, slices.total());
            }
            carried.clear();
            return idle;
        }

        private boolean isIdle(Slice slice) {
            SortedMap<RecordKey, ReadOutcome> readings = survey(slice);
            List<StateChange> postponed =
                    slice.decidesDeletions() ? List.of() : PossibleDeletions.postpone(ledger.state(), readings);
            ledger.commit(postponed);
            SyncPlan plan = holds.note(plan(readings), readings.keySet());
            log.planned(plan);
            requireClaim(plan);
            applier(plan).apply(plan);
            if (slice.decidesDeletions()) {
                holds.settle(plan);
            }
            carried.drop(readings.keySet());
            return plan.isIdle() && postponed.isEmpty();
        }

        private void requireClaim(SyncPlan plan) {
            Optional<Outcome.Stopped> refusal = plan.writesNothing() ? Optional.empty() : claim.refusal();
            if (refusal.isPresent()) {
                throw new Checkpoint.Halt(refusal.get());
            }
        }

        private Slices slices(int size) {
            return new Slices(ledger.state(), clock.instant(), size, planner, sides, carried, index, checkpoint);
        }

        private SortedMap<RecordKey, ReadOutcome> survey(Slice slice) {
            return Survey.take(
                    ledger.state(), slice, clock.instant(), log.setAside(), planner, sides, carried, checkpoint);
        }

        private SyncPlan plan(SortedMap<RecordKey, ReadOutcome> readings) {
            return planned(input(readings));
        }

        private PlanInput input(SortedMap<RecordKey, ReadOutcome> readings) {
            ZonedDateTime now = ZonedDateTime.now(clock);
            new LateArrivals(ledger, merge, journaling, measures).recognise(readings);
            return new PlanInput(ledger.state(), readings, log.setAside(), deletionsMade(now.toInstant()), now);
        }

        private SyncPlan planned(PlanInput input) {
            SyncPlan plan = planner.plan(input);
            return organization
                    .of(plan, ledger.state(), input.now().toInstant())
                    .map(cause -> planner.plan(input.holdingDeletions(cause)))
                    .orElse(plan);
        }

        /** Those of the guard's window, and those of this round even if it takes longer than that (S13). */
        private int deletionsMade(Instant now) {
            Instant window = now.minus(configuration.deletionGuard().window());
            return ledger.state().deletionsSince(window.isBefore(began) ? window : began);
        }

        /** One plan for everything, however much it is. */
        SyncPlan whole() {
            return planned(wholeInput());
        }

        PlanInput wholeInput() {
            return input(survey(slices(Integer.MAX_VALUE - 1).next().orElseThrow()));
        }

        SyncPlan nothing() {
            return planner.plan(noInput());
        }

        PlanInput noInput() {
            return new PlanInput(ledger.state(), new TreeMap<>(), log.setAside(), 0, ZonedDateTime.now(clock));
        }

        private Applier applier(SyncPlan plan) {
            CollectionState state = ledger.state();
            Adoption adoption = new Adoption(merge);
            return new Applier(
                    ledger,
                    sides,
                    new StateSteps(collection, state, adoption, ids),
                    new WritePreparation(collection, state, ids, measures),
                    new WriteRecording(
                            state,
                            adoption,
                            journaling,
                            side -> sides.on(side).capabilities().conditionalWrites(),
                            measures),
                    log,
                    new Precautions(state, configuration.deletionGuard(), clock),
                    new Quarantining(state, configuration.quarantine(), planner, clock, plan),
                    new Conditions(measures),
                    checkpoint);
        }
    }
}
