package io.github.crosstie;

import io.github.crosstie.apply.ClaimResult;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.ReleaseResult;
import io.github.crosstie.apply.ResetCounts;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.assignment.RosterDifference;
import io.github.crosstie.assignment.Supposition;
import io.github.crosstie.configuration.Retirement;
import io.github.crosstie.conflict.ConflictReport;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.MailboxTask;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.move.MoveReadiness;
import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.UserStatus;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.ReleaseToken;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Keeps the CRM of one or more organizations in step with their users' mailboxes: who syncs by what and why, what clashes,
 * what a round would do, and the round itself.
 *
 * <pre>{@code
 * Crosstie crosstie = Crosstie.builder().organization(new OrganizationSetup(directory, configurations), crm)
 *         .mail(mail).store(store).clock(clock).ids(() -> UUID.randomUUID().toString()).build();
 * SyncResult result = crosstie.sync(acme, anna);
 * }</pre>
 *
 * <p>Immutable and thread-safe as far as its connectors and its store are. When a directory or a configuration changes, make
 * a new one; all state is in the store. It starts no thread, draws no id and reads no clock but those handed in.
 *
 * <p>Every method that names an organization, or a user of one, throws an {@link IllegalArgumentException} if there is none such.
 * Every method that calls the store or a system throws a {@link CrosstieException} if it cannot be reached, unless it says
 * otherwise; it may be called again then.
 */
public final class Crosstie {

    private final ConflictReport conflicts;
    private final Admissions admissions;
    private final MailRoutes mail;
    private final Context context;
    private final Pauses pauses;
    private final Rounds rounds;

    Crosstie(ConflictReport conflicts, Map<OrganizationId, Connector> crms, MailRoutes mail, Context context) {
        this.conflicts = conflicts;
        this.mail = mail;
        this.context = context;
        admissions = new Admissions(conflicts);
        pauses = new Pauses(context);
        rounds = new Rounds(crms, mail, context, pauses);
    }

    /**
     * Starts a new one.
     *
     * @return a builder
     */
    public static CrosstieBuilder builder() {
        return new CrosstieBuilder();
    }

    /**
     * Who of an organization syncs by what.
     *
     * @param organization the organization
     * @return its roster
     */
    public Roster roster(OrganizationId organization) {
        return admissions.roster(organization);
    }

    /**
     * What clashes within and across the organizations (C1 to C9).
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
     */
    public Optional<MailboxAddress> mailbox(OrganizationId organization, UserId user) {
        return admissions.admitted(organization, user).map(Admission.Admitted::mailbox);
    }

    /**
     * Why a user syncs by what (A8).
     *
     * @param organization the user's organization
     * @param user who
     * @return the explanation
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
     * @throws IllegalArgumentException if the supposition names something that is not there
     */
    public RosterDifference whatIf(OrganizationId organization, Supposition supposition) {
        Roster now = roster(organization);
        OrganizationSetup then = supposition.applyTo(new OrganizationSetup(now.directory(), now.configurations()));
        return RosterDifference.between(now, now.update(then.directory(), then.configurations()));
    }

    /**
     * What a round would do, with nothing touched on either side or in the store (G1).
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return the plan; empty if {@link #sync} would run no round of this kind for this user
     * @throws CrosstieException also if a system is to be left alone until some moment: nobody is called then (F7, F8)
     */
    public Optional<SyncPlan> plan(OrganizationId organization, UserId user, ItemKind kind) {
        return admissions.admitted(organization, user, kind).map(admitted -> rounds.plan(admitted, kind));
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
     * @throws CrosstieException if a connector cannot open the user's records, or the store fails before the first write; what
     *     comes after stands in the report instead ({@link RoundReport#stopped})
     */
    public SyncResult apply(OrganizationId organization, UserId user, ItemKind kind, SyncPlan plan) {
        return admissions
                .admit(organization, user)
                .result(admitted -> new SyncResult.Synced(Map.of(kind, rounds.apply(admitted, kind, plan))));
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
        return admissions.admit(organization, user).result(admitted -> rounds.sync(admitted, limits));
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
        List<MailboxTask> tasks = admissions
                .enrolled()
                .map(who -> new MailboxTask(who, limits -> sync(who.organization(), who.user(), limits)))
                .toList();
        return Dispatch.start(tasks, executor, settings, schedule, context.clock());
    }

    /**
     * Lets a user's rounds begin again who was left alone, because the credentials are renewed or access is switched on again
     * (F8). The next {@link #sync} goes on where the last one ended; nothing is listed anew. Calls the store alone.
     *
     * @param organization the user's organization
     * @param user who
     * @return true if the next rounds may begin; false if another worker is at one of them: try again
     */
    public boolean resume(OrganizationId organization, UserId user) {
        admissions.requireUser(organization, user);
        return pauses.end(organization, user);
    }

    /**
     * How the sync of a user fares: kind, direction and stage, with the last success, the lag and the counts (S18). Told from what is
     * stored: calls the store alone.
     *
     * @param organization the user's organization
     * @param user who
     * @return the status; of a user who is held or has no usable address, too
     */
    public UserStatus status(OrganizationId organization, UserId user) {
        return new Statuses(admissions, context).of(organization, user);
    }

    /**
     * How the sync of an organization fares: every enrolled user by themselves, and added up by configuration and as a whole (S18).
     * Told from what is stored: loads the state of every enrolled user, one after the other, and calls nobody else.
     *
     * @param organization the organization
     * @return the status
     */
    public OrganizationStatus status(OrganizationId organization) {
        return new Statuses(admissions, context).of(organization);
    }

    /**
     * The values that the sync of a user overwrote (S3), so that people can bring back what should not have lost. Each line tells
     * when, which two records, and the field with the value that lost, the one that was kept, and the one before both where bases hold
     * values ({@link io.github.crosstie.diff.FieldConflict}). These are personal data: no line shows a value by {@code toString}. Lines
     * outlast links and {@link #reset}; they go by {@link io.github.crosstie.apply.RoundPolicy#journalRetention}. Calls the store
     * alone.
     *
     * @param organization the user's organization
     * @param user who; need not be enrolled any more
     * @param kind contacts or events
     * @return the lines, oldest first
     */
    public List<JournalEntry> journal(OrganizationId organization, UserId user, ItemKind kind) {
        admissions.requireUser(organization, user);
        return context.store().journal(new CollectionKey(organization, user, kind));
    }

    /**
     * Which deletions wait for a person, and why (S11, S13). Calls the store alone.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return what is held, with the token that releases it; empty if nothing is
     */
    public Optional<HeldDeletions> heldDeletions(OrganizationId organization, UserId user, ItemKind kind) {
        admissions.requireUser(organization, user);
        return context.releases(new CollectionKey(organization, user, kind)).held();
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
     */
    public ReleaseResult releaseDeletions(OrganizationId organization, UserId user, ItemKind kind, ReleaseToken token) {
        admissions.requireUser(organization, user);
        return context.releases(new CollectionKey(organization, user, kind)).release(token);
    }

    /**
     * What a change of settings will do, before it takes effect (S14): what enters and what leaves by it. Nothing is touched.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return the preview; empty if {@link #sync} would run no round of this kind for this user
     * @throws CrosstieException as from {@link #plan}
     */
    public Optional<SettingsPreview> previewSettings(OrganizationId organization, UserId user, ItemKind kind) {
        return admissions.admitted(organization, user, kind).map(admitted -> rounds.previewSettings(admitted, kind));
    }

    /**
     * What {@link #reset} would concern (S20). Nothing is touched.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return how much; empty if {@link #sync} would run no round for this user
     */
    public Optional<ResetCounts> previewReset(OrganizationId organization, UserId user, ItemKind kind) {
        return admissions.admitted(organization, user).map(admitted -> rounds.previewReset(admitted, kind));
    }

    /**
     * Resets a user (S20): what is linked ends and stays as hints, detached records take part again, and the next {@link #sync}
     * lists both sides whole and links anew. No record is touched. May be called again after any failure.
     *
     * @param organization the user's organization
     * @param user who
     * @param kind contacts or events
     * @return what it concerned, or why it did not happen, such as a system that is to be left alone (F7, F8); empty if
     *     {@link #sync} would run no round for this user
     * @throws CrosstieException as from {@link #sync}
     */
    public Optional<RoundReport> reset(OrganizationId organization, UserId user, ItemKind kind) {
        return admissions.admitted(organization, user).map(admitted -> rounds.reset(admitted, kind));
    }

    /**
     * Who holds the mailbox of a user (S12), whether or not a conflict holds the user.
     *
     * @param organization the user's organization
     * @param user who
     * @return the claim that the mailbox carries, a released one included; empty if it carries none, the mail system keeps
     *     none, or the CRM has no usable address
     */
    public Optional<MailboxClaim> claim(OrganizationId organization, UserId user) {
        return claims().read(organization, user);
    }

    /**
     * Takes a user's mailbox over from whoever holds it (S12): the other organization's next round that writes stops. Goes on
     * after a crash or a lost answer when it is called again with the same epoch.
     *
     * @param organization the user's organization
     * @param user who
     * @param expectedEpoch the epoch of the claim that is replaced, as {@link #claim} or a refused round told it
     * @return done, or why not; a sandbox never takes over from production
     */
    public ClaimResult takeOver(OrganizationId organization, UserId user, long expectedEpoch) {
        return claims().takeOver(organization, user, expectedEpoch);
    }

    /**
     * Gives a user's mailbox up (S12), when the user leaves: whoever syncs it next claims it without being asked. The user need
     * not be enrolled any more.
     *
     * @param organization the user's organization
     * @param user who
     * @return done, also if the mailbox was free; refused if somebody else holds it
     */
    public ClaimResult releaseClaim(OrganizationId organization, UserId user) {
        return claims().release(organization, user);
    }

    private Claims claims() {
        return new Claims(admissions, mail, context);
    }

    /**
     * The move of a user's mailbox to the way of access that {@link CrosstieBuilder#successor} named (S22). Nothing is touched
     * before {@link MailboxMove#commit}; from then on the user's rounds go by the new way, everybody else's as before.
     *
     * @param organization the user's organization
     * @param user who
     * @return the move; empty if {@link #sync} would run no round for this user
     * @throws IllegalArgumentException if no successor was named
     */
    public Optional<MailboxMove> move(OrganizationId organization, UserId user) {
        mail.requireSuccessor();
        return admissions.admitted(organization, user).map(rounds::move);
    }

    /**
     * Which mailboxes of an organization must move, by when, and what keeps each (S22). Told from what is stored: calls the store
     * alone.
     *
     * @param organization the organization
     * @param retirements what switches the present way off in the mailboxes' cloud (S24); empty if nothing does
     * @return the report, with a row for each enrolled user
     */
    public MoveReadiness moveReadiness(OrganizationId organization, List<Retirement> retirements) {
        return MoveReadiness.of(
                LocalDate.now(context.clock()),
                retirements,
                new MoveRows(admissions, context.store()).of(organization).toList());
    }
}
