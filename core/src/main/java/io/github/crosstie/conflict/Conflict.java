package io.github.crosstie.conflict;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that clashes. One record per kind; immutable and thread-safe.
 *
 * <p>Only users who are active take part by what they sync: an inactive user never syncs, whatever is switched on (A9), so
 * causes nothing but C4, which is about the lists themselves. A mailbox that several organizations share is one finding with
 * all of them in it, of the strongest kind (C2, then C1, then C3); several users of one organization with one mailbox are a
 * finding of their own (C7).
 */
public sealed interface Conflict {

    /** The code of what is held by a conflict, apart from C9 (S19). */
    String HOLD_CODE = "DUPLICATE_ADDRESS";

    /** The code of what is held by C9 (S19). */
    String CLAIM_HOLD_CODE = "MAILBOX_CLAIMED";

    /**
     * What clashes.
     *
     * @return the kind
     */
    ConflictKind kind();

    /**
     * Who takes part.
     *
     * @return an unmodifiable list, never empty, ordered by organization and user
     */
    List<Participant> participants();

    /**
     * What to do.
     *
     * @return the remedy; without options where nothing needs to be done
     */
    Remedy remedy();

    /**
     * How bad it is.
     *
     * @return the kind's severity
     */
    default Severity severity() {
        return kind().severity();
    }

    /**
     * The mailbox that it is about.
     *
     * @return the mailbox, or empty if the kind is not about one
     */
    default Optional<MailboxAddress> mailbox() {
        return Optional.empty();
    }

    /**
     * The finding in words: who, what, and what applies. The mailbox appears masked.
     *
     * @return one or more sentences
     */
    default String message() {
        return ConflictText.of(this);
    }

    /**
     * Whose enrollment is held (status HELD, code {@link #HOLD_CODE}) while the conflict lasts: with C1, C2 and C7 every
     * participant who syncs, apart from one that holds the mailbox's claim already; with C9 the newcomer (code {@link
     * #CLAIM_HOLD_CODE}). C4 goes on by the later assignment; warnings and infos hold nobody.
     *
     * @param claims who holds which mailbox's claim
     * @return the participants held; empty for most kinds
     */
    default List<Participant> holds(ClaimHolder claims) {
        return List.of();
    }

    /**
     * Whose enrollment is held if nobody holds the mailbox's claim.
     *
     * @return the participants held
     * @see #holds(ClaimHolder)
     */
    default List<Participant> holds() {
        return holds(ClaimHolder.NOBODY);
    }

    /**
     * C1: one mailbox in active configurations of several organizations, all of them production. Unsupported.
     *
     * @param address the mailbox
     * @param participants who syncs it or could, ordered by organization and user
     * @param remedy which configuration of which organization to leave
     */
    record ActiveInSeveralOrganizations(MailboxAddress address, List<Participant> participants, Remedy remedy)
            implements Conflict {
        /** Copies the list. */
        public ActiveInSeveralOrganizations {
            Objects.requireNonNull(address, "address");
            participants = List.copyOf(participants);
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS;
        }

        @Override
        public Optional<MailboxAddress> mailbox() {
            return Optional.of(address);
        }

        @Override
        public List<Participant> holds(ClaimHolder claims) {
            return Holds.of(this, address, claims);
        }
    }

    /**
     * C2: as C1, with at least one sandbox among those that sync. Test data could reach production and the mail server.
     *
     * @param address the mailbox
     * @param participants who syncs it or could, ordered by organization and user
     * @param remedy how to leave the sandbox first
     */
    record ActiveInSandboxToo(MailboxAddress address, List<Participant> participants, Remedy remedy)
            implements Conflict {
        /** Copies the list. */
        public ActiveInSandboxToo {
            Objects.requireNonNull(address, "address");
            participants = List.copyOf(participants);
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.ACTIVE_IN_SANDBOX_TOO;
        }

        @Override
        public Optional<MailboxAddress> mailbox() {
            return Optional.of(address);
        }

        @Override
        public List<Participant> holds(ClaimHolder claims) {
            return Holds.of(this, address, claims);
        }
    }

    /**
     * C3: one mailbox in several organizations, of which at most one syncs it today: the others claim it by inactive
     * configurations only, or by a sandbox's copy of the address. Would become C1 or C2 without an edit to the user.
     *
     * @param address the mailbox
     * @param participants who syncs it or could, ordered by organization and user
     * @param remedy where to remove the user; deactivating is not a removal
     */
    record LatentInAnotherOrganization(MailboxAddress address, List<Participant> participants, Remedy remedy)
            implements Conflict {
        /** Copies the list. */
        public LatentInAnotherOrganization {
            Objects.requireNonNull(address, "address");
            participants = List.copyOf(participants);
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.LATENT_IN_ANOTHER_ORGANIZATION;
        }

        @Override
        public Optional<MailboxAddress> mailbox() {
            return Optional.of(address);
        }
    }

    /**
     * C4: several configurations of one organization list the same user individually, or the same profile. Comes from
     * imported data; assigning moves (A2, A4). The later assignment applies.
     *
     * @param applies the later assignment
     * @param participants one for each configuration that lists the target: the one that applies first, then by id; without a
     *     user where the target is a profile
     * @param remedy which assignments to drop
     */
    record AssignedTwice(Assignment applies, List<Participant> participants, Remedy remedy) implements Conflict {
        /** Copies the list. */
        public AssignedTwice {
            Objects.requireNonNull(applies, "applies");
            participants = List.copyOf(participants);
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.ASSIGNED_TWICE;
        }
    }

    /**
     * C5: a configuration lists the user individually, others reach the user by profile, group or role. The individual one
     * applies, if its configuration is active (A3, A7). No remedy: this may well be meant.
     *
     * @param participant the user, with all routes
     */
    record IndividualBesideIndirect(Participant participant) implements Conflict {
        /** Checks that nothing is null. */
        public IndividualBesideIndirect {
            Objects.requireNonNull(participant, "participant");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.INDIVIDUAL_BESIDE_INDIRECT;
        }

        @Override
        public List<Participant> participants() {
            return List.of(participant);
        }

        @Override
        public Remedy remedy() {
            return Remedy.NONE;
        }
    }

    /**
     * C6: profile, groups or roles lead the user to different configurations. The order of strength decides (A5). Reported
     * beside C5 too, as it is what remains once the individual assignment goes.
     *
     * @param participant the user, with all routes
     * @param stays the configuration of the strongest indirect route
     * @param remedy how to remove the routes to the others
     */
    record IndirectRoutesDisagree(Participant participant, ConfigurationId stays, Remedy remedy) implements Conflict {
        /** Checks that nothing is null. */
        public IndirectRoutesDisagree {
            Objects.requireNonNull(participant, "participant");
            Objects.requireNonNull(stays, "stays");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.INDIRECT_ROUTES_DISAGREE;
        }

        @Override
        public List<Participant> participants() {
            return List.of(participant);
        }
    }

    /**
     * C7: several users of one organization sync with one mailbox.
     *
     * @param address the mailbox
     * @param participants the users, ordered by id
     * @param remedy whom to take out
     */
    record MailboxSharedByUsers(MailboxAddress address, List<Participant> participants, Remedy remedy)
            implements Conflict {
        /** Copies the list. */
        public MailboxSharedByUsers {
            Objects.requireNonNull(address, "address");
            participants = List.copyOf(participants);
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.MAILBOX_SHARED_BY_USERS;
        }

        @Override
        public Optional<MailboxAddress> mailbox() {
            return Optional.of(address);
        }

        @Override
        public List<Participant> holds(ClaimHolder claims) {
            return Holds.of(this, address, claims);
        }
    }

    /**
     * C8: the address of a user who syncs is missing, is not an address, or is an alias: the mail server answers with the
     * primary address, and attendees get lost.
     *
     * @param participant the user
     * @param fault what is wrong with the address
     * @param reason the same in words, as a clause; does not repeat the address
     * @param primary the primary address of the mailbox, or null if it is not known
     * @param remedy the address to enter, or who must find it out
     */
    record UnusableAddress(
            Participant participant,
            AddressFault fault,
            String reason,
            @Nullable MailboxAddress primary,
            Remedy remedy) implements Conflict {
        /** Checks that nothing but the primary address is null. */
        public UnusableAddress {
            Objects.requireNonNull(participant, "participant");
            Objects.requireNonNull(fault, "fault");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.UNUSABLE_ADDRESS;
        }

        @Override
        public Optional<MailboxAddress> mailbox() {
            return Optional.ofNullable(primary);
        }

        @Override
        public List<Participant> participants() {
            return List.of(participant);
        }
    }

    /**
     * C9: the mailbox of a user who syncs carries a claim of another organization, which goes on; the newcomer is held.
     *
     * @param address the mailbox
     * @param claim who holds it, since when, and the epoch to name in order to take it over
     * @param participant the newcomer
     * @param remedy how to take over, or how to leave
     */
    record ClaimedByAnotherOrganization(
            MailboxAddress address, MailboxClaim claim, Participant participant, Remedy remedy) implements Conflict {
        /** Requires all parts. */
        public ClaimedByAnotherOrganization {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(claim, "claim");
            Objects.requireNonNull(participant, "participant");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.CLAIMED_BY_ANOTHER_ORGANIZATION;
        }

        @Override
        public List<Participant> participants() {
            return List.of(participant);
        }

        @Override
        public Optional<MailboxAddress> mailbox() {
            return Optional.of(address);
        }

        @Override
        public List<Participant> holds(ClaimHolder claims) {
            return List.of(participant);
        }
    }

    /**
     * C10: one user in several business units.
     *
     * @param participant the user; no configuration is concerned
     * @param roles what the user is in each of them, side by side, ordered by unit
     */
    record InSeveralBusinessUnits(Participant participant, List<UnitRole> roles) implements Conflict {
        /** Copies the list. */
        public InSeveralBusinessUnits {
            Objects.requireNonNull(participant, "participant");
            roles = List.copyOf(roles);
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.IN_SEVERAL_BUSINESS_UNITS;
        }

        @Override
        public List<Participant> participants() {
            return List.of(participant);
        }

        @Override
        public Remedy remedy() {
            return Remedy.NONE;
        }
    }

    /**
     * C10: one user in both the Marketing and the Sales set of a business unit (U4).
     *
     * @param participant the user; no configuration is concerned
     * @param role what the user is there, with the ways into both sets
     * @param remedy which set to leave
     */
    record InBothSets(Participant participant, UnitRole role, Remedy remedy) implements Conflict {
        /** Checks that nothing is null. */
        public InBothSets {
            Objects.requireNonNull(participant, "participant");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public ConflictKind kind() {
            return ConflictKind.IN_BOTH_SETS;
        }

        @Override
        public List<Participant> participants() {
            return List.of(participant);
        }
    }
}
