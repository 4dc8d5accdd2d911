package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What clashes, worst first, in an order that depends on the organizations alone. Immutable and thread-safe. When an
 * organization changes, {@link #update} gives the new report and reads no other.
 */
public final class ConflictReport {

    private final ConflictDetector detector;
    private final SortedMap<OrganizationId, OwnConflicts> own;
    private final List<Conflict> shared;
    private final List<Conflict> conflicts;

    private ConflictReport(
            ConflictDetector detector, SortedMap<OrganizationId, OwnConflicts> own, List<Conflict> shared) {
        this.detector = detector;
        this.own = own;
        this.shared = shared;
        conflicts = Stream.concat(shared.stream(), own.values().stream().flatMap(each -> each.found().stream()))
                .sorted(ConflictOrder.WORST_FIRST)
                .toList();
    }

    static ConflictReport of(Landscape landscape, ConflictDetector detector) {
        SortedMap<OrganizationId, OwnConflicts> own = new TreeMap<>();
        Views views = new Views(own);
        for (Roster roster : landscape.rosters()) {
            Renewal first = Renewal.of(null, roster, detector);
            own.put(id(roster), first.now());
            views.add(first.view());
        }
        return new ConflictReport(detector, own, new SharedConflicts(views, own, detector.hash).all());
    }

    private static OrganizationId id(Roster roster) {
        return roster.directory().organization().id();
    }

    /**
     * The report after a change of one organization: equal to detecting everything anew, but only that organization is
     * read, and of the others only who shares a mailbox with it.
     *
     * @param changed the organization as it is now, or a new one
     * @return the new report
     * @see #update(List)
     */
    public ConflictReport update(Roster changed) {
        return update(List.of(changed));
    }

    /**
     * The report after a change of some organizations: equal to detecting everything anew. Of an organization that
     * {@linkplain io.github.crosstie.directory.Directory#continues continues} what it was, only the users who changed are read;
     * findings about the others are made anew only if configurations, profiles, roles or the nesting of groups changed.
     *
     * @param changed the organizations as they are now, or new ones, in any order
     * @return the new report
     * @throws IllegalArgumentException if an organization is given twice
     */
    public ConflictReport update(List<Roster> changed) {
        SortedMap<OrganizationId, OwnConflicts> newOwn = new TreeMap<>(own);
        Views views = new Views(newOwn);
        List<Renewal> renewals = new ArrayList<>();
        for (Roster roster : Landscape.ofRosters(changed).rosters()) {
            Renewal renewal = Renewal.of(own.get(id(roster)), roster, detector);
            renewals.add(renewal);
            newOwn.put(id(roster), renewal.now());
            views.add(renewal.view());
        }
        List<MailboxIndex> touched =
                renewals.stream().flatMap(each -> each.touched().stream()).toList();
        List<Conflict> newShared = new SharedConflicts(views, newOwn, detector.hash)
                .update(shared, touched, conflict -> renewals.stream().anyMatch(each -> each.concerns(conflict)));
        return new ConflictReport(detector, newOwn, newShared);
    }

    /**
     * The report after an organization has gone.
     *
     * @param organization which; nothing changes if it is not part of the report
     * @return the new report
     */
    public ConflictReport without(OrganizationId organization) {
        SortedMap<OrganizationId, OwnConflicts> newOwn = new TreeMap<>(own);
        @Nullable OwnConflicts gone = newOwn.remove(organization);
        List<MailboxIndex> touched = gone == null ? List.of() : List.of(gone.mailboxes());
        List<Conflict> newShared = new SharedConflicts(new Views(newOwn), newOwn, detector.hash)
                .update(shared, touched, conflict -> false);
        return new ConflictReport(detector, newOwn, newShared);
    }

    /**
     * All findings.
     *
     * @return an unmodifiable list: errors first, then warnings, then infos, each by kind, mailbox, organization and user
     */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /**
     * The findings of one kind.
     *
     * @param kind which
     * @return the findings, in order
     */
    public List<Conflict> conflicts(ConflictKind kind) {
        return conflicts.stream().filter(conflict -> conflict.kind() == kind).toList();
    }

    /**
     * The findings that a user takes part in.
     *
     * @param user who
     * @return the findings, in order
     */
    public List<Conflict> conflicts(OrganizationUser user) {
        return conflicts.stream()
                .filter(conflict -> conflict.participants().stream()
                        .anyMatch(each -> Holds.user(each).filter(user::equals).isPresent()))
                .toList();
    }

    /**
     * The findings that hold a user's enrollment, by the claims that the detection was given.
     *
     * @param user who
     * @return the findings, in order; empty if the user may sync
     */
    public List<Conflict> holding(OrganizationUser user) {
        return conflicts.stream()
                .filter(conflict -> conflict.holds(detector.claims).stream()
                        .anyMatch(each -> Holds.user(each).filter(user::equals).isPresent()))
                .toList();
    }

    /**
     * Whose enrollment is held (status HELD, code {@link Conflict#HOLD_CODE} or {@link Conflict#CLAIM_HOLD_CODE}) by the claims
     * that the detection was given; if it was given none, as if nobody held one.
     *
     * @return the users, ordered
     */
    public SortedSet<OrganizationUser> heldUsers() {
        return heldUsers(detector.claims);
    }

    /**
     * Whose enrollment is held.
     *
     * @param claims who holds which mailbox's claim
     * @return the users, ordered
     */
    public SortedSet<OrganizationUser> heldUsers(ClaimHolder claims) {
        SortedSet<OrganizationUser> held = new TreeSet<>();
        for (Conflict conflict : conflicts) {
            for (Participant participant : conflict.holds(claims)) {
                @Nullable UserId user = participant.user();
                if (user != null) {
                    held.add(new OrganizationUser(participant.organization().id(), user));
                }
            }
        }
        return Collections.unmodifiableSortedSet(held);
    }

    /**
     * The organizations that were looked at, to try remedies on.
     *
     * @return the landscape
     */
    public Landscape landscape() {
        return Landscape.ofRosters(
                own.values().stream().map(OwnConflicts::roster).toList());
    }

    /**
     * Whether nothing clashes.
     *
     * @return true if there is no finding, of whatever severity
     */
    public boolean isEmpty() {
        return conflicts.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConflictReport that
                && own.keySet().equals(that.own.keySet())
                && conflicts.equals(that.conflicts);
    }

    @Override
    public int hashCode() {
        return conflicts.hashCode();
    }

    @Override
    public String toString() {
        return "ConflictReport[" + own.keySet() + ": " + conflicts.size() + " findings]";
    }
}
