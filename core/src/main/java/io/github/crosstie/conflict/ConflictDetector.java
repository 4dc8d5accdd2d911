package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds what clashes, in any number of organizations at once and in time near linear in their users (C1 to C10).
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * ConflictReport report = ConflictDetector.create().detect(List.of(production.roster(), sandbox.roster()));
 * report.conflicts().forEach(conflict -> System.out.println(conflict.message() + " " + conflict.remedy().text()));
 * }</pre>
 */
public final class ConflictDetector {

    final AddressResolver addresses;
    final KnownClaims claims;
    final MailboxHash hash;

    private ConflictDetector(AddressResolver addresses, KnownClaims claims, MailboxHash hash) {
        this.addresses = addresses;
        this.claims = claims;
        this.hash = hash;
    }

    /**
     * A detector that knows no aliases.
     *
     * @return a detector
     */
    public static ConflictDetector create() {
        return new ConflictDetector(AddressResolver.NONE, KnownClaims.NONE, MailboxHash.STANDARD);
    }

    /**
     * The same with somebody to ask for primary addresses (C8).
     *
     * @param addresses whom to ask
     * @return a changed copy
     */
    public ConflictDetector withAddresses(AddressResolver addresses) {
        return new ConflictDetector(Objects.requireNonNull(addresses, "addresses"), claims, hash);
    }

    /**
     * The same with the claims that the host knows of (S12): finds whose mailbox another organization holds (C9), and holds of
     * those who share a mailbox everybody but the one that holds its claim (C1, C2, C7).
     *
     * @param claims the claims by mailbox; released ones count as none
     * @return a changed copy
     */
    public ConflictDetector withClaims(Map<MailboxAddress, MailboxClaim> claims) {
        return new ConflictDetector(addresses, KnownClaims.of(claims), hash);
    }

    /** The same with another hash of mailboxes: what is found does not depend on it. */
    ConflictDetector withHash(MailboxHash hash) {
        return new ConflictDetector(addresses, claims, hash);
    }

    /**
     * Looks at organizations.
     *
     * @param rosters the organizations, in any order
     * @return what clashes
     * @throws IllegalArgumentException if an organization is given twice
     */
    public ConflictReport detect(List<Roster> rosters) {
        return ConflictReport.of(Landscape.ofRosters(rosters), this);
    }

    /**
     * Looks at a landscape.
     *
     * @param landscape the organizations
     * @return what clashes
     */
    public ConflictReport detect(Landscape landscape) {
        return ConflictReport.of(landscape, this);
    }
}
