package io.github.crosstie.benchmarks;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The assignments of all configurations in the order in which an expansion has to look at them, so that the first one to mean a
 * user stands. Of several that list the same user or profile only the strongest is left, as the rules ask; here all are
 * assigned at the same time.
 */
final class StrongestFirst {

    /**
     * One assignment of a configuration.
     *
     * @param ordinal the configuration's place in its set
     * @param configuration the configuration
     * @param assignment the assignment
     */
    record Claim(int ordinal, SyncConfiguration configuration, Assignment assignment) {}

    private static final Comparator<SyncConfiguration> STRENGTH = Comparator.comparing(
                    SyncConfiguration::modifiedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(SyncConfiguration::id);

    private StrongestFirst() {}

    static List<Claim> claims(ConfigurationSet set) {
        List<Claim> claims = new ArrayList<>();
        for (SyncConfiguration configuration : set.configurations()) {
            int ordinal = set.configurations().indexOf(configuration);
            configuration.assignments().forEach(each -> claims.add(new Claim(ordinal, configuration, each)));
        }
        claims.sort(Comparator.comparing((Claim claim) -> claim.assignment().kind())
                .thenComparing(Claim::configuration, STRENGTH));
        Set<String> moved = new HashSet<>();
        claims.removeIf(claim -> superseded(claim.assignment(), moved));
        return claims;
    }

    private static boolean superseded(Assignment assignment, Set<String> moved) {
        boolean single = assignment.kind() == AssignmentKind.USER || assignment.kind() == AssignmentKind.PROFILE;
        return single && !moved.add(assignment.kind() + assignment.targetId());
    }
}
