package io.github.crosstie;

import io.github.crosstie.apply.ClaimResult;
import io.github.crosstie.apply.Claimant;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.MailboxClaims;
import io.github.crosstie.apply.Parking;
import io.github.crosstie.apply.ReleaseResult;
import io.github.crosstie.apply.Releases;
import io.github.crosstie.apply.ResetCounts;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.assignment.RosterDifference;
import io.github.crosstie.assignment.Supposition;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.Retirement;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.AddressResolver;
import io.github.crosstie.conflict.ConflictDetector;
import io.github.crosstie.conflict.ConflictReport;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.MailboxTask;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.move.MoveReadiness;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.UserStatus;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the CRM of one or more organizations in step with their users' mailboxes: who syncs by what and why, what clashes,
 * what a round would do, and the round itself.
 *
 * <p>Immutable and thread-safe as far as its connectors and its store are. When a directory or a configuration changes, make
 * a new one; all state is in the store. It starts no thread, draws no id and reads no clock but those handed in.
 */
public final class Crosstie {

    /** Stands for the configuration of a user who has none, where a mailbox is opened to give it up. */
    private static final ConfigurationId NOT_ENROLLED = new ConfigurationId("none");

    private final Map<OrganizationId, Connector> crms;
    private final MailRoutes mail;
    private final StateStore store;
    private final Clock clock;
    private final IdSource ids;
    private final RoundPolicy policy;
    private final SyncListener listener;
    private final RecurrenceExpander recurrences;
    private final ConflictReport conflicts;
    private final SortedSet<OrganizationUser> held;
    private final AddressResolver addresses;

    private Crosstie(Builder builder) {
        crms = Map.copyOf(builder.crms);
        if (builder.setups.isEmpty()) {
            throw new IllegalArgumentException(
                    "Crosstie.builder(): organization is missing; call organization(...) before build()");
        }
        Connector present = Builder.require(builder.mail, "mail");
        store = Builder.require(builder.store, "store");
        mail = new MailRoutes(present, builder.successor, builder.translator, store);
        clock = Builder.require(builder.clock, "clock");
        ids = Builder.require(builder.ids, "ids");
        policy = builder.policy;
        listener = builder.listener;
        recurrences = builder.recurrences;
        addresses = builder.addresses;
        conflicts = ConflictDetector.create()
                .addresses(addresses)
                .claims(builder.claims)
                .detect(builder.setups.stream().map(OrganizationSetup::roster).toList());
        held = conflicts.heldUsers();
    }

    /**
     * Starts a new one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who of an organization syncs by what.
     *
     * @param organization the organization
     * @return its roster
     * @throws IllegalArgumentException if it was not given to the builder
     */
    public Roster roster(OrganizationId organization) {
        return conflicts.landscape().roster(organization);
    }

    /**
     * What clashes within and across the organizations.
     *
     * @return the findings with their remedies
     */
    public ConflictReport conflicts() {
        return conflicts;
    }

    /**
     * Which mailbox a user syncs with.
     *
     * @param organization the user's organization
     * @param user who
     * @return the mailbox; empty if {@link #sync} would run no round for this user, because a conflict holds them, no active
     *     configuration means them, or the CRM has no usable address
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Optional<MailboxAddress> mailbox(OrganizationId organization, UserId user) {
        return admit(organization, user) instanceof Admission.Admitted admitted
                ? Optional.of(admitted.mailbox())
                : Optional.empty();
    }

    /**
     * Why a user syncs by what (A8).
     *
     * @param organization the user's organization
     * @param user who
     * @return the explanation
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Resolution explain(OrganizationId organization, UserId user) {
        return roster(organization).resolution(user);
    }

    /**
     * Who would sync otherwise if an admin did something. Nothing is changed, here or anywhere else; calls nobody.
     *
     * @param organization the organization
     * @param supposition what the admin thinks of doing
     * @return who would begin to sync, end, or go on by another configuration
     * @throws IllegalArgumentException if there is no such organization, or the supposition names something that is not there
     */
    public RosterDifference whatIf(OrganizationId organization, Supposition supposition) {
        Roster now = roster(organization);
        OrganizationSetup then = supposition.applyTo(new OrganizationSetup(now.directory(), now.configurations()));
        return RosterDifference.between(now, now.update(then.directory(), then.configurations()));
    }

    /**
     * How the sync of a user fares: kind, direction and stage, with the last success, the lag and the counts (S18). Told from what is
     * stored: calls the store alone.
     *
     * @param organization the user's organization
     * @param user who
     * @return the status; of a user who is held or has no usable address, too
     * @throws CrosstieException if the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public UserStatus status(OrganizationId organization, UserId user) {
        return status(organization, user, clock.instant());
    }

    private UserStatus status(OrganizationId organization, UserId user, Instant now) {
        return Statuses.of(organization, user, roster(organization), admit(organization, user), store, now);
    }

    /**
     * How the sync of an organization fares: every enrolled user by themselves, and added up by configuration and as a whole (S18).
     * Told from what is stored: loads the state of every enrolled user, one after the other, and calls nobody else.
     *
     * @param organization the organization
     * @return the status
     * @throws CrosstieException if the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization
     */
    public OrganizationStatus status(OrganizationId organization) {
        Instant now = clock.instant();
        return new OrganizationStatus(
                organization,
                now,
                roster(organization)
                        .enrollments()
                        .map(enrollment -> status(organization, enrollment.user(), now))
                        .toList());
    }

    /**
     * What a round would do, with nothing touched on either side or in the store (G1).
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return the plan; empty if {@link #sync} would run no round of this kind for this user
     * @throws io.github.crosstie.fault.CrosstieException if a side cannot be read, or is to be left alone until some moment: nobody
     *     is called then (F7, F8)
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Optional<SyncPlan> plan(OrganizationId organization, UserId user, ItemKind kind) {
        return admit(organization, user) instanceof Admission.Admitted admitted && admitted.flows(kind)
                ? Optional.of(dryRun(admitted, kind).plan())
                : Optional.empty();
    }

    /**
     * Carries out a plan that {@link #plan} made earlier, or that was read from a document, as far as it still holds (G1).
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @param plan the plan; if it was made for another collection, by other settings or on another mailbox, nothing is done and the
     *     report says why
     * @return what came of it, with a report of this kind alone; nothing is touched for a user who is held or not enrolled, nor
     *     while a system of either kind is to be left alone (F7, F8)
     * @throws io.github.crosstie.fault.FencedException if another worker took the user over meanwhile
     * @throws io.github.crosstie.fault.CrosstieException if a connector cannot open the user's records, or the store fails before
     *     the first write; what comes after stands in the report instead ({@link RoundReport#stopped})
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public SyncResult apply(OrganizationId organization, UserId user, ItemKind kind, SyncPlan plan) {
        Admission admission = admit(organization, user);
        if (admission instanceof Admission.Refused refused) {
            return refused.result();
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        return new SyncResult.Synced(Map.of(
                kind,
                parked(admitted, kind).orElseGet(() -> round(admitted, kind).apply(plan))));
    }

    /**
     * Runs a round for every kind of record that flows, contacts first. May be called again at any time, after any failure:
     * what was done before an exception stands, and the next call goes on from there. When a system asks to be left alone until
     * some moment, or refuses the credentials, the kinds that follow wait for a later call, and a call before that moment reaches
     * nobody (F7, F8; {@link #resume}).
     *
     * @param organization the user's organization
     * @param user who
     * @return what came of it; nothing is touched for a user who is held or not enrolled
     * @throws io.github.crosstie.fault.FencedException if another worker took the user over meanwhile
     * @throws io.github.crosstie.fault.ContractBrokenException if a connector or the store broke its contract. Whatever a caller can
     *     plan for, be it in a round or when a connector opens the user's records, stands in the report of the round instead
     *     ({@link RoundReport#stopped})
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public SyncResult sync(OrganizationId organization, UserId user) {
        return sync(organization, user, RoundLimits.NONE);
    }

    /**
     * Runs rounds within limits. Otherwise as {@link #sync(OrganizationId, UserId)}.
     *
     * @param organization the user's organization
     * @param user who
     * @param limits how much they may take
     * @return what came of it
     */
    public SyncResult sync(OrganizationId organization, UserId user, RoundLimits limits) {
        Admission admission = admit(organization, user);
        if (admission instanceof Admission.Refused refused) {
            return refused.result();
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        List<ItemKind> kinds =
                Stream.of(ItemKind.values()).filter(admitted::flows).toList();
        Map<ItemKind, RoundReport> rounds = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : kinds) {
            parking(admitted, kind).parked().ifPresent(report -> rounds.put(kind, report));
        }
        for (ItemKind kind : rounds.isEmpty() ? kinds : List.<ItemKind>of()) {
            RoundReport report = run(admitted, kind, limits);
            rounds.put(kind, report);
            if (wantsToBeLeftAlone(report)) {
                break;
            }
        }
        return new SyncResult.Synced(rounds);
    }

    /** What keeps one kind from running keeps the others too: they share the systems, and the time. */
    private static boolean wantsToBeLeftAlone(RoundReport report) {
        return report.stopped()
                .filter(stop -> stop.code() == OutcomeCode.THROTTLED
                        || stop.code() == OutcomeCode.AUTH_EXPIRED
                        || stop.code() == OutcomeCode.ACCESS_BLOCKED
                        || stop.code() == OutcomeCode.CANCELLED
                        || stop.code() == OutcomeCode.OUT_OF_TIME)
                .isPresent();
    }

    private RoundReport run(Admission.Admitted admitted, ItemKind kind, RoundLimits limits) {
        SyncRound round;
        try {
            round = round(admitted, kind);
        } catch (CrosstieException e) {
            return parking(admitted, kind).park(e);
        }
        return round.run(limits);
    }

    /**
     * Lets a user's rounds begin again who was left alone, because the credentials are renewed or access is switched on again
     * (F8). The next {@link #sync} goes on where the last one ended; nothing is listed anew.
     *
     * @param organization the user's organization
     * @param user who
     * @return true if the next rounds may begin; false if another worker is at one of them: try again
     * @throws CrosstieException if the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public boolean resume(OrganizationId organization, UserId user) {
        explain(organization, user);
        boolean resumed = true;
        for (ItemKind kind : ItemKind.values()) {
            CollectionKey collection = new CollectionKey(organization, user, kind);
            if (store.pause(collection).isPresent()) {
                resumed &= parking(collection).resume();
            }
        }
        return resumed;
    }

    /**
     * Which deletions wait for a person, and why (S11, S13). Calls the store alone.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return what is held, with the token that releases it; empty if nothing is
     * @throws CrosstieException if the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Optional<HeldDeletions> held(OrganizationId organization, UserId user, ItemKind kind) {
        return releases(organization, user, kind).held();
    }

    /**
     * Releases held deletions (S13): the next {@link #sync} makes exactly those that are still the same then, each after a fresh
     * look at both records, and no others. The same token may be given again, to no further effect, until the round that spends
     * it. Calls the store alone.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @param token the token that was given for them; good for one round
     * @return whether it was taken, or why not
     * @throws CrosstieException if the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public ReleaseResult release(OrganizationId organization, UserId user, ItemKind kind, ReleaseToken token) {
        return releases(organization, user, kind).release(token);
    }

    private Releases releases(OrganizationId organization, UserId user, ItemKind kind) {
        explain(organization, user);
        return Releases.of(new CollectionKey(organization, user, kind), store, clock, ids);
    }

    /** Why nobody may be called for one kind: its own pause or another's, as they share the systems. */
    private Optional<RoundReport> parked(Admission.Admitted admitted, ItemKind kind) {
        return affecting(admitted, kind)
                .flatMap(one -> parking(admitted, one).parked().stream())
                .findFirst();
    }

    /** A round that may call the systems and touches nothing; nothing is opened while they are to be left alone. */
    private SyncRound dryRun(Admission.Admitted admitted, ItemKind kind) {
        affecting(admitted, kind).forEach(one -> parking(admitted, one).requireAllowed());
        return round(admitted, kind);
    }

    private static Stream<ItemKind> affecting(Admission.Admitted admitted, ItemKind kind) {
        return Stream.concat(
                Stream.of(kind), Stream.of(ItemKind.values()).filter(other -> other != kind && admitted.flows(other)));
    }

    private Parking parking(Admission.Admitted admitted, ItemKind kind) {
        return parking(new CollectionKey(admitted.organization(), admitted.user(), kind));
    }

    private Parking parking(CollectionKey collection) {
        return Parking.of(collection, store, clock, ids, policy.retries(), listener);
    }

    /**
     * Who holds the mailbox of a user (S12), whether or not a conflict holds the user.
     *
     * @param organization the user's organization
     * @param user who
     * @return the claim that the mailbox carries, a released one included; empty if it carries none, the mail system keeps
     *     none, or the CRM has no usable address
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox cannot be read
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Optional<MailboxClaim> claim(OrganizationId organization, UserId user) {
        return address(roster(organization), user) instanceof AddressReading.Usable usable
                ? claims(organization, user, usable.address()).read()
                : Optional.empty();
    }

    /**
     * Takes a user's mailbox over from whoever holds it (S12): the other organization's next round that writes stops. Goes on
     * after a crash or a lost answer when it is called again with the same epoch.
     *
     * @param organization the user's organization
     * @param user who
     * @param expectedEpoch the epoch of the claim that is replaced, as {@link #claim} or a refused round told it
     * @return done, or why not; a sandbox never takes over from production
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox or the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public ClaimResult takeOver(OrganizationId organization, UserId user, long expectedEpoch) {
        Roster roster = roster(organization);
        if (roster.enrollment(user).isEmpty()) {
            return new ClaimResult.Refused(
                    "user " + user + " is not enrolled, so would not sync the mailbox; assign a configuration first",
                    null);
        }
        return address(roster, user) instanceof AddressReading.Usable usable
                ? claims(organization, user, usable.address()).takeOver(expectedEpoch)
                : new ClaimResult.Refused(noMailbox(roster, user), null);
    }

    /**
     * Gives a user's mailbox up (S12), when the user leaves: whoever syncs it next claims it without being asked. The user need
     * not be enrolled any more.
     *
     * @param organization the user's organization
     * @param user who
     * @return done, also if the mailbox was free; refused if somebody else holds it
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox or the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public ClaimResult releaseClaim(OrganizationId organization, UserId user) {
        Roster roster = roster(organization);
        return address(roster, user) instanceof AddressReading.Usable usable
                ? claims(organization, user, usable.address()).release()
                : new ClaimResult.Refused(noMailbox(roster, user), null);
    }

    private MailboxClaims claims(OrganizationId organization, UserId user, MailboxAddress mailbox) {
        Roster roster = roster(organization);
        SyncConfiguration configuration = roster.enrollment(user)
                .map(enrollment -> configuration(roster, enrollment))
                .orElseGet(() -> SyncConfiguration.builder(NOT_ENROLLED).build());
        return MailboxClaims.of(
                new Claimant(organization, environment(organization), user, configuration.id()),
                mail.of(organization, user).open(new Owner(mailbox.text()), ItemKind.CONTACT, configuration),
                store,
                clock,
                ids);
    }

    private Environment environment(OrganizationId organization) {
        return roster(organization).directory().organization().environment();
    }

    /**
     * What a change of settings will do, before it takes effect (S14): what enters and what leaves by it. Nothing is touched.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return the preview; empty if {@link #sync} would run no round of this kind for this user
     * @throws io.github.crosstie.fault.CrosstieException as from {@link #plan}
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Optional<SettingsPreview> previewSettings(OrganizationId organization, UserId user, ItemKind kind) {
        return admit(organization, user) instanceof Admission.Admitted admitted && admitted.flows(kind)
                ? Optional.of(dryRun(admitted, kind).previewSettings())
                : Optional.empty();
    }

    /**
     * What {@link #reset} would concern (S20). Nothing is touched.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return how much; empty if {@link #sync} would run no round for this user
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Optional<ResetCounts> previewReset(OrganizationId organization, UserId user, ItemKind kind) {
        return admit(organization, user) instanceof Admission.Admitted admitted
                ? Optional.of(round(admitted, kind).previewReset())
                : Optional.empty();
    }

    /**
     * Resets a user (S20): what is linked ends and stays as hints, detached records take part again, and the next {@link #sync}
     * lists both sides whole and links anew. No record is touched. May be called again after any failure.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return what it concerned, or why it did not happen, such as a system that is to be left alone (F7, F8); empty if {@link #sync} would run no round for this user
     * @throws io.github.crosstie.fault.CrosstieException as from {@link #sync}
     * @throws IllegalArgumentException if there is no such organization or user
     */
    public Optional<RoundReport> reset(OrganizationId organization, UserId user, ItemKind kind) {
        return admit(organization, user) instanceof Admission.Admitted admitted
                ? Optional.of(parked(admitted, kind)
                        .orElseGet(() -> round(admitted, kind).reset()))
                : Optional.empty();
    }

    /**
     * The move of a user's mailbox to the way of access that {@link Builder#successor} named (S22). Nothing is touched before
     * {@link MailboxMove#commit}; from then on the user's rounds go by the new way, everybody else's as before.
     *
     * @param organization the user's organization
     * @param user who
     * @return the move; empty if {@link #sync} would run no round for this user
     * @throws IllegalArgumentException if there is no such organization or user, or no successor was named
     */
    public Optional<MailboxMove> move(OrganizationId organization, UserId user) {
        mail.requireSuccessor();
        return admit(organization, user) instanceof Admission.Admitted admitted
                ? Optional.of(mail.move(MailboxMove.builder(organization, user, admitted.configuration()), admitted)
                        .crm(crm(admitted))
                        .store(store, clock, ids)
                        .rounds(round -> completed(admitted, round))
                        .build())
                : Optional.empty();
    }

    /**
     * Which mailboxes of an organization must move, by when, and what keeps each (S22). Told from what is stored: calls the store
     * alone.
     *
     * @param organization the organization
     * @param retirements what switches the present way off in the mailboxes' cloud (S24); empty if nothing does
     * @return the report, with a row for each enrolled user
     * @throws CrosstieException if the store cannot be reached
     * @throws IllegalArgumentException if there is no such organization
     */
    public MoveReadiness moveReadiness(OrganizationId organization, List<Retirement> retirements) {
        return MoveReadiness.of(
                LocalDate.now(clock),
                retirements,
                roster(organization)
                        .enrollments()
                        .map(enrollment -> MoveRows.of(
                                new OrganizationUser(organization, enrollment.user()),
                                admit(organization, enrollment.user()),
                                store))
                        .toList());
    }

    /**
     * Syncs everybody who is enrolled in any organization, on the host's executor. Returns when as many mailboxes as the
     * settings allow are handed to it; a conflict that holds a user is told as that user's result.
     *
     * @param executor whose threads do the work; a bounded pool, or virtual threads
     * @param settings how much it may take
     * @param schedule what to leave alone, from the report of the last time; {@link Schedule#EMPTY} the first time
     * @return the handle: to cancel it, and to get the report
     */
    public Dispatch syncAll(Executor executor, DispatchSettings settings, Schedule schedule) {
        List<MailboxTask> tasks = conflicts.landscape().rosters().stream()
                .flatMap(roster -> roster.enrollments()
                        .map(enrollment ->
                                task(roster.directory().organization().id(), enrollment.user())))
                .toList();
        return Dispatch.start(tasks, executor, settings, schedule, clock);
    }

    private MailboxTask task(OrganizationId organization, UserId user) {
        return new MailboxTask(new OrganizationUser(organization, user), limits -> sync(organization, user, limits));
    }

    private Admission admit(OrganizationId organization, UserId user) {
        Roster roster = roster(organization);
        Optional<Enrollment> enrollment = roster.enrollment(user);
        if (enrollment.isEmpty()) {
            return new Admission.Refused(new SyncResult.NotEnrolled(roster.resolution(user)));
        }
        OrganizationUser who = new OrganizationUser(organization, user);
        if (held.contains(who)) {
            return new Admission.Refused(new SyncResult.Held(conflicts.holding(who)));
        }
        if (address(roster, user) instanceof AddressReading.Usable usable) {
            return new Admission.Admitted(
                    organization, user, usable.address(), configuration(roster, enrollment.get()));
        }
        return new Admission.Refused(new SyncResult.NoMailbox(noMailbox(roster, user)));
    }

    private static AddressReading address(Roster roster, UserId user) {
        roster.resolution(user);
        return MailboxAddress.read(roster.directory()
                .users()
                .find(user)
                .flatMap(User::emailAddress)
                .orElse(""));
    }

    private static String noMailbox(Roster roster, UserId user) {
        String reason =
                address(roster, user) instanceof AddressReading.Unusable unusable ? unusable.reason() : "unusable";
        return "the e-mail address of user " + user + " in the CRM cannot be used: " + reason
                + "; enter the primary address of their mailbox";
    }

    private static SyncConfiguration configuration(Roster roster, Enrollment enrollment) {
        return roster.configurations().find(enrollment.configuration()).orElseThrow();
    }

    private SyncRound round(Admission.Admitted admitted, ItemKind kind) {
        CollectionKey collection = new CollectionKey(admitted.organization(), admitted.user(), kind);
        return completed(admitted, SyncRound.builder(collection, admitted.configuration()))
                .build(
                        crm(admitted).open(new Owner(admitted.user().value()), kind, admitted.configuration()),
                        mail.of(collection).open(new Owner(admitted.mailbox().text()), kind, admitted.configuration()),
                        store,
                        clock,
                        ids);
    }

    private Connector crm(Admission.Admitted admitted) {
        return Objects.requireNonNull(crms.get(admitted.organization()), "crm");
    }

    private SyncRound.Builder completed(Admission.Admitted admitted, SyncRound.Builder round) {
        return round.environment(environment(admitted.organization()))
                .own(OwnAddresses.of(admitted.mailbox(), addresses))
                .recurrences(recurrences)
                .policy(policy)
                .listener(listener);
    }

    /** Collects the parts; {@link #build} checks that none is missing. Not thread-safe. */
    public static final class Builder {

        private final List<OrganizationSetup> setups = new ArrayList<>();
        private final Map<OrganizationId, Connector> crms = new LinkedHashMap<>();
        private AddressResolver addresses = AddressResolver.NONE;
        private RecurrenceExpander recurrences = RecurrenceExpander.cautious();
        private Map<MailboxAddress, MailboxClaim> claims = Map.of();
        private @Nullable Connector mail;
        private @Nullable Connector successor;
        private IdTranslator translator = IdTranslator.NONE;
        private @Nullable StateStore store;
        private @Nullable Clock clock;
        private @Nullable IdSource ids;
        private RoundPolicy policy = RoundPolicy.DEFAULT;
        private SyncListener listener = SyncListener.NONE;

        private Builder() {}

        /**
         * Adds an organization.
         *
         * @param setup who is there and what its admins have written
         * @param crm its records; opened with user ids
         * @return this
         * @throws IllegalArgumentException if the connector is one of the mail side or the organization was added before
         */
        public Builder organization(OrganizationSetup setup, Connector crm) {
            requireSide(crm, Side.CRM);
            if (crms.putIfAbsent(setup.id(), crm) != null) {
                throw new IllegalArgumentException(
                        "organization " + setup.id() + " was added before; add each organization once");
            }
            setups.add(setup);
            return this;
        }

        /**
         * Sets where the mailboxes are.
         *
         * @param mail the mail system; opened with normalized mailbox addresses
         * @return this
         * @throws IllegalArgumentException if the connector is one of the CRM side
         */
        public Builder mail(Connector mail) {
            requireSide(mail, Side.MAIL);
            this.mail = mail;
            return this;
        }

        /**
         * Sets by which way mailboxes are synced once they have moved (S22), such as Microsoft Graph after Exchange Web Services. Each
         * goes on as before until its own {@link Crosstie#move} is committed.
         *
         * @param successor the mail system by the new way; opened with normalized mailbox addresses
         * @param translator who translates ids; {@link IdTranslator#NONE} if none survive
         * @return this
         * @throws IllegalArgumentException if the connector is one of the CRM side
         */
        public Builder successor(Connector successor, IdTranslator translator) {
            requireSide(successor, Side.MAIL);
            this.successor = successor;
            this.translator = Objects.requireNonNull(translator, "translator");
            return this;
        }

        /**
         * Sets where the state is kept.
         *
         * @param store the store
         * @return this
         */
        public Builder store(StateStore store) {
            this.store = Objects.requireNonNull(store, "store");
            return this;
        }

        /**
         * Sets the time.
         *
         * @param clock the clock; its zone counts the days of the event window (S23)
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets where new ids come from.
         *
         * @param ids the source, such as {@code () -> UUID.randomUUID().toString()}
         * @return this
         */
        public Builder ids(IdSource ids) {
            this.ids = Objects.requireNonNull(ids, "ids");
            return this;
        }

        /**
         * Sets whom to ask for primary addresses, so that aliases are found (C8). Nobody unless set.
         *
         * @param addresses whom to ask
         * @return this
         */
        public Builder addresses(AddressResolver addresses) {
            this.addresses = Objects.requireNonNull(addresses, "addresses");
            return this;
        }

        /**
         * Sets what holds for all rounds: how long to leave alone what does not work, and when an organization's deletions are
         * held. {@link RoundPolicy#DEFAULT} unless set.
         *
         * @param policy the policy
         * @return this
         */
        public Builder policy(RoundPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets who is told what the rounds do, whoever calls for them. Nobody unless set; several by {@link SyncListener#of}.
         *
         * @param listener who is told, from the threads of the rounds
         * @return this
         */
        public Builder listener(SyncListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sets who tells when recurring series take place (S6, S11, S23), such as the {@code RuleExpander} of the module
         * {@code crosstie-recurrence}. Unless set, a series counts as taking place as long as it has not certainly ended.
         *
         * @param recurrences whom to ask
         * @return this
         */
        public Builder recurrences(RecurrenceExpander recurrences) {
            this.recurrences = Objects.requireNonNull(recurrences, "recurrences");
            return this;
        }

        /**
         * Sets which claims the host knows of (S12): whose mailbox another organization holds is reported and held (C9), and of
         * those who share a mailbox the one that holds its claim goes on (C1, C2, C7). What is not known here is found out by
         * the round that writes.
         *
         * @param claims the claims by mailbox, such as {@link Crosstie#claim} read them
         * @return this
         */
        public Builder claims(Map<MailboxAddress, MailboxClaim> claims) {
            this.claims = Map.copyOf(claims);
            return this;
        }

        private static void requireSide(Connector connector, Side side) {
            if (connector.side() != side) {
                throw new IllegalArgumentException("a connector of the " + connector.side()
                        + " side was given where one of the " + side + " side is needed; exchange the two");
            }
        }

        private static <T> T require(@Nullable T part, String name) {
            if (part == null) {
                throw new IllegalArgumentException(
                        "Crosstie.builder(): " + name + " is missing; call " + name + "(...) before build()");
            }
            return part;
        }

        /**
         * Resolves all organizations and looks for conflicts.
         *
         * @return a new one
         * @throws IllegalArgumentException if mail, store, clock or ids were not set, or no organization was added
         */
        public Crosstie build() {
            return new Crosstie(this);
        }
    }
}
