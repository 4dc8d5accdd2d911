package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    private final AddressResolver addresses;
    private final KnownClaims claims;
    private final SortedMap<OrganizationId, Roster> rosters;
    private final SortedMap<OrganizationId, OwnConflicts> own;
    private final List<Conflict> shared;
    private final List<Conflict> claimed;
    private final List<Conflict> conflicts;

    private ConflictReport(
            AddressResolver addresses,
            KnownClaims claims,
            SortedMap<OrganizationId, Roster> rosters,
            SortedMap<OrganizationId, OwnConflicts> own,
            List<Conflict> shared) {
        this.addresses = addresses;
        this.claims = claims;
        this.rosters = rosters;
        this.own = own;
        this.shared = shared;
        claimed = claims.conflicts(new Views(rosters), own);
        conflicts = Stream.of(
                        shared.stream(), claimed.stream(), own.values().stream().flatMap(each -> each.found().stream()))
                .flatMap(each -> each)
                .sorted(ConflictOrder.WORST_FIRST)
                .toList();
    }

    static ConflictReport of(Landscape landscape, AddressResolver addresses, KnownClaims claims) {
        SortedMap<OrganizationId, Roster> rosters = new TreeMap<>();
        landscape.rosters().forEach(roster -> rosters.put(id(roster), roster));
        Views views = new Views(rosters);
        SortedMap<OrganizationId, OwnConflicts> own = new TreeMap<>();
        rosters.keySet().forEach(id -> own.put(id, OwnConflicts.of(views.view(id), addresses)));
        long[] looks = SharedLooks.among(mailboxes(own));
        return new ConflictReport(addresses, claims, rosters, own, new CloseLook(views, own).at(looks));
    }

    private static OrganizationId id(Roster roster) {
        return roster.directory().organization().id();
    }

    private static List<MailboxIndex> mailboxes(Map<OrganizationId, OwnConflicts> own) {
        return own.values().stream().map(OwnConflicts::mailboxes).toList();
    }

    /**
     * The report after a change of one organization: equal to detecting everything anew, but only that organization is
     * read, and of the others only who shares a mailbox with it.
     *
     * @param changed the organization as it is now, or a new one
     * @return the new report
     */
    public ConflictReport update(Roster changed) {
        SortedMap<OrganizationId, Roster> newRosters = new TreeMap<>(rosters);
        newRosters.put(id(changed), changed);
        Views views = new Views(newRosters);
        SortedMap<OrganizationId, OwnConflicts> newOwn = new TreeMap<>(own);
        newOwn.put(id(changed), OwnConflicts.of(views.view(id(changed)), addresses));
        return joined(views, newRosters, newOwn, id(changed));
    }

    /**
     * The report after an organization has gone.
     *
     * @param organization which; nothing changes if it is not part of the report
     * @return the new report
     */
    public ConflictReport without(OrganizationId organization) {
        SortedMap<OrganizationId, Roster> newRosters = new TreeMap<>(rosters);
        newRosters.remove(organization);
        SortedMap<OrganizationId, OwnConflicts> newOwn = new TreeMap<>(own);
        newOwn.remove(organization);
        return joined(new Views(newRosters), newRosters, newOwn, organization);
    }

    /** Keeps what was found about mailboxes that the changed organization neither claimed nor claims. */
    private ConflictReport joined(
            Views views,
            SortedMap<OrganizationId, Roster> newRosters,
            SortedMap<OrganizationId, OwnConflicts> newOwn,
            OrganizationId changed) {
        List<MailboxIndex> touched = Stream.of(own.get(changed), newOwn.get(changed))
                .flatMap(Stream::ofNullable)
                .map(OwnConflicts::mailboxes)
                .toList();
        List<Conflict> found = new ArrayList<>();
        for (Conflict conflict : shared) {
            long look = conflict.mailbox().map(MailboxIndex::look).orElseThrow();
            if (touched.stream().noneMatch(mailboxes -> mailboxes.contains(look))) {
                found.add(conflict);
            }
        }
        long[] looks = Arrays.stream(SharedLooks.among(mailboxes(newOwn)))
                .filter(look -> touched.stream().anyMatch(mailboxes -> mailboxes.contains(look)))
                .toArray();
        found.addAll(new CloseLook(views, newOwn).at(looks));
        return new ConflictReport(addresses, claims, newRosters, newOwn, List.copyOf(found));
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
                .filter(conflict -> conflict.holds(claims).stream()
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
        return heldUsers(claims);
    }

    /**
     * Whose enrollment is held.
     *
     * @param claims who holds which mailbox's claim
     * @return the users, ordered
     */
    public SortedSet<OrganizationUser> heldUsers(ClaimHolder claims) {
        SortedSet<OrganizationUser> held = new TreeSet<>();
        for (Conflict conflict :
                Stream.concat(shared.stream(), claimed.stream()).toList()) {
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
        return Landscape.ofRosters(List.copyOf(rosters.values()));
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
                && rosters.keySet().equals(that.rosters.keySet())
                && conflicts.equals(that.conflicts);
    }

    @Override
    public int hashCode() {
        return conflicts.hashCode();
    }

    @Override
    public String toString() {
        return "ConflictReport[" + rosters.keySet() + ": " + conflicts.size() + " findings]";
    }
}
