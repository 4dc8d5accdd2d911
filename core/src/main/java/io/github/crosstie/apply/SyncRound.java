package io.github.crosstie.apply;

import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlanInput;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.RecordKey;
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
    private final Measures measures = Measures.current();

    private SyncRound(
            CollectionKey collection,
            Environment environment,
            SyncConfiguration configuration,
            Sides sides,
            StateStore store,
            Clock clock,
            IdSource ids,
            OwnAddresses own) {
        this.collection = collection;
        this.configuration = configuration;
        this.settings = configuration.records(collection.kind());
        this.sides = sides;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        claimant = new Claimant(collection.organization(), environment, collection.user(), configuration.id());
        List<FieldRule> rules =
                FieldRule.of(settings, sides.crm().capabilities(), sides.mail().capabilities());
        merge = ThreeWayMerge.of(rules, sides.crm()::project, sides.mail()::project);
        planner = Planner.of(collection, configuration, merge, own, sides.silent());
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
                Objects.requireNonNull(own, "own"));
    }

    /**
     * A dry run: what {@link #run} would do in its first pass. Reads both sides, takes no lease, and writes nothing, neither to a
     * side nor to the store.
     *
     * @return the plan
     * @throws CrosstieException whatever an endpoint throws, or the store when it is asked for the state
     */
    public SyncPlan plan() {
        Passage passage = new Passage(Ledger.overlay(store.load(collection)));
        return passage.prepare() ? passage.next() : passage.nothing();
    }

    /**
     * What a change of settings will do, before it takes effect (S14): what enters and what leaves by it, and the plan of the next
     * round. Reads both sides, and writes nothing, neither to a side nor to the store.
     *
     * @return the preview; of nothing if this kind of record does not flow at all
     * @throws CrosstieException whatever an endpoint throws, or the store when it is asked for the state
     */
    public SettingsPreview previewSettings() {
        Passage passage = new Passage(Ledger.overlay(store.load(collection)));
        ScopeSettings stored = passage.ledger.state().settings();
        return planner.previewSettings(stored, passage.prepare() ? passage.input() : passage.noInput());
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
        return leased(Passage::reset);
    }

    /**
     * Runs the round.
     *
     * @return what it did, and why it ended early if it did: throttled, unavailable, refused, leased elsewhere. Once the
     *     store has given the lease and the state, there is a report, even if the lease cannot be given back afterwards
     * @throws io.github.crosstie.fault.UnavailableException if the store does not answer when it is asked for the lease or the
     *     state: no side was called, and nothing was written. Run again later
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over; it goes on from here
     * @throws io.github.crosstie.fault.ContractBrokenException if an endpoint or the store broke its contract, or
     *     the stored state cannot be understood
     */
    public RoundReport run() {
        return leased(Passage::round);
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
     * @throws io.github.crosstie.fault.UnavailableException if the store does not answer when it is asked for the lease or the
     *     state: no side was called, and nothing was written. Apply again later
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over
     * @throws io.github.crosstie.fault.ContractBrokenException if an endpoint or the store broke its contract, or the stored state
     *     cannot be understood
     */
    public RoundReport apply(SyncPlan plan) {
        Objects.requireNonNull(plan, "plan");
        return leased(passage -> passage.carryOut(plan));
    }

    private RoundReport leased(Consumer<Passage> work) {
        Optional<Fence> fence = store.acquire(collection, ids.next(), clock.instant(), LEASE);
        if (fence.isEmpty()) {
            RoundLog log = new RoundLog();
            log.add(new Outcome.Stopped(
                    OutcomeCode.LEASED_ELSEWHERE, "another worker is at " + collection + "; come back later", null));
            return log.report(Ledger.overlay(CollectionState.empty()));
        }
        RoundReport report;
        try {
            report = runLeased(fence.get(), work);
        } catch (RuntimeException | Error failure) {
            releaseAfter(failure, fence.get());
            throw failure;
        }
        return released(report, fence.get());
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

    private RoundReport runLeased(Fence fence, Consumer<Passage> work) {
        Passage passage = new Passage(Ledger.leased(store.load(collection), store, fence, clock, LEASE, measures));
        try {
            work.accept(passage);
        } catch (ThrottledException e) {
            passage.log.add(new Outcome.Stopped(OutcomeCode.THROTTLED, message(e), e.retryAt()));
        } catch (UnavailableException e) {
            passage.stop(OutcomeCode.UNAVAILABLE, e);
        } catch (UnauthorizedException e) {
            passage.stop(OutcomeCode.AUTH_EXPIRED, e);
        } catch (AccessBlockedException e) {
            passage.stop(OutcomeCode.ACCESS_BLOCKED, e);
        } catch (MailboxUnavailableException | CursorExpiredException e) {
            passage.stop(OutcomeCode.RESYNC_REQUIRED, e);
        }
        return passage.log.report(passage.ledger);
    }

    /** Other exceptions are named alone: nobody vouches for their texts (G6). */
    private static String cause(RuntimeException e) {
        return e instanceof CrosstieException fault
                ? message(fault)
                : e.getClass().getName();
    }

    private static String message(CrosstieException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    /** One way through the round, on a ledger of its own. */
    private final class Passage {

        private final Ledger ledger;
        private final RoundLog log = new RoundLog();
        private final ClaimCheck claim;
        private final Relink relink;
        private final SettingsChange settingsChange;
        private final CarriedRecords carried = new CarriedRecords();
        private final Journaling journaling = new Journaling(clock);
        private final Instant began = clock.instant();

        Passage(Ledger ledger) {
            this.ledger = ledger;
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
            Ingest ingest = new Ingest(ledger, carried, measures);
            for (Side side : Side.values()) {
                ingest.ingest(side, sides.on(side));
            }
            return true;
        }

        /** What comes before anything else is read or written. */
        private void begin() {
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
            Optional<String> objection =
                    new HeaderCheck(collection, configuration, sides).objection(stored.header());
            if (objection.isPresent()) {
                log.add(new Outcome.Stopped(OutcomeCode.PLAN_OUTDATED, objection.get(), null));
            } else if (settings.direction() != SyncDirection.OFF) {
                begin();
                FreshLook look = FreshLook.at(stored, ledger.state(), sides);
                new LateArrivals(ledger, merge, journaling, measures).recognise(look.readings());
                SyncPlan plan = new StoredPlan(stored, look, ledger.state(), planner, sides, log)
                        .holding(ZonedDateTime.now(clock));
                log.pass(plan);
                Optional<Outcome.Stopped> refusal = plan.writesNothing() ? Optional.empty() : claim.refusal();
                refusal.ifPresentOrElse(log::add, () -> applier().apply(plan));
            }
        }

        void work() {
            for (int pass = 0; pass < MAX_PASSES; pass++) {
                SyncPlan plan = next();
                log.pass(plan);
                Optional<Outcome.Stopped> refusal = plan.writesNothing() ? Optional.empty() : claim.refusal();
                if (refusal.isPresent()) {
                    log.add(refusal.get());
                    return;
                }
                applier().apply(plan);
                carried.clear();
                if (plan.isIdle()) {
                    relink.end();
                    settingsChange.end(clock.instant());
                    if (log.allWasLookedAt()) {
                        new Settlement(ledger).settle(began);
                    }
                    return;
                }
            }
        }

        SyncPlan next() {
            return planner.plan(input());
        }

        PlanInput input() {
            ZonedDateTime now = ZonedDateTime.now(clock);
            SortedMap<RecordKey, ReadOutcome> readings =
                    Survey.take(ledger.state(), now.toInstant(), log.setAside(), planner, sides, carried);
            new LateArrivals(ledger, merge, journaling, measures).recognise(readings);
            return new PlanInput(ledger.state(), readings, log.setAside(), log.deletions(), now);
        }

        SyncPlan nothing() {
            return planner.plan(noInput());
        }

        PlanInput noInput() {
            return new PlanInput(ledger.state(), new TreeMap<>(), log.setAside(), 0, ZonedDateTime.now(clock));
        }

        private Applier applier() {
            CollectionState state = ledger.state();
            Adoption adoption = new Adoption(merge);
            return new Applier(
                    ledger,
                    sides,
                    new StateSteps(collection, state, adoption, ids),
                    new WritePreparation(collection, state, ids, measures),
                    new WriteRecording(state, adoption, journaling, measures),
                    log,
                    new Conditions(measures));
        }

        void stop(OutcomeCode code, CrosstieException e) {
            log.add(new Outcome.Stopped(code, message(e), null));
        }
    }
}
