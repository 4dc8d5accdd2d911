package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import java.util.List;
import java.util.Objects;

/**
 * Finds what clashes, in any number of organizations at once and in time near linear in their users (C1 to C8, C10).
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * ConflictReport report = ConflictDetector.create().detect(List.of(production.roster(), sandbox.roster()));
 * report.conflicts().forEach(conflict -> System.out.println(conflict.message() + " " + conflict.remedy().text()));
 * }</pre>
 */
public final class ConflictDetector {

    private final AddressResolver addresses;

    private ConflictDetector(AddressResolver addresses) {
        this.addresses = addresses;
    }

    /**
     * A detector that knows no aliases.
     *
     * @return a detector
     */
    public static ConflictDetector create() {
        return new ConflictDetector(AddressResolver.NONE);
    }

    /**
     * The same with somebody to ask for primary addresses (C8).
     *
     * @param addresses whom to ask
     * @return a changed copy
     */
    public ConflictDetector addresses(AddressResolver addresses) {
        return new ConflictDetector(Objects.requireNonNull(addresses, "addresses"));
    }

    /**
     * Looks at organizations.
     *
     * @param rosters the organizations, in any order
     * @return what clashes
     * @throws IllegalArgumentException if an organization is given twice
     */
    public ConflictReport detect(List<Roster> rosters) {
        return ConflictReport.of(Landscape.ofRosters(rosters), addresses);
    }

    /**
     * Looks at a landscape.
     *
     * @param landscape the organizations
     * @return what clashes
     */
    public ConflictReport detect(Landscape landscape) {
        return ConflictReport.of(landscape, addresses);
    }
}
