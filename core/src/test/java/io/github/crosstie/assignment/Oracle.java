package io.github.crosstie.assignment;

import static org.assertj.core.api.Assertions.tuple;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** The rules A1 to A13 as they are written, with plain sets and recursion, whatever it costs. */
final class Oracle {

    private final OrganizationSetup setup;
    private final Membership membership;

    record Answer(
            ResolutionStatus status,
            Optional<Enrollment> enrollment,
            List<Tuple> routes,
            boolean dormant,
            boolean contested,
            boolean certain) {}

    private record Claim(SyncConfiguration configuration, Assignment assignment) {}

    Oracle(OrganizationSetup setup) {
        this.setup = setup;
        membership = new Membership(setup.directory());
    }

    Proof proof() {
        return new Proof(setup.directory(), membership);
    }

    Answer answer(User user) {
        List<Claim> claims = all().filter(claim -> membership.holds(claim.assignment(), user))
                .toList();
        List<Claim> valid = claims.stream().filter(claim -> !superseded(claim)).toList();
        Optional<Claim> would = strongest(valid);
        Optional<Claim> winner = would.filter(claim -> user.active());
        List<Tuple> routes = claims.stream()
                .sorted(toldBefore(winner))
                .map(claim -> tuple(claim.configuration().id(), claim.assignment(), verdict(claim, winner)))
                .toList();
        boolean dormant =
                valid.stream().anyMatch(claim -> !claim.configuration().active());
        return new Answer(
                status(user, winner, dormant),
                winner.map(claim -> new Enrollment(
                        user.id(),
                        claim.configuration().id(),
                        claim.assignment().kind())),
                routes,
                dormant,
                valid.stream()
                                .map(claim -> claim.configuration().id())
                                .distinct()
                                .count()
                        > 1,
                !user.active() || certain(user, valid, would));
    }

    private Stream<Claim> all() {
        return setup.configurations().configurations().stream()
                .flatMap(configuration ->
                        configuration.assignments().stream().map(assignment -> new Claim(configuration, assignment)));
    }

    private static ResolutionStatus status(User user, Optional<Claim> winner, boolean dormant) {
        if (!user.active()) {
            return ResolutionStatus.INACTIVE_USER;
        }
        if (winner.isPresent()) {
            return ResolutionStatus.SYNCING;
        }
        return dormant ? ResolutionStatus.DORMANT : ResolutionStatus.NOT_ASSIGNED;
    }

    /** A2, A4, C4: of several configurations that list a user or a profile, the one assigned last has it. */
    private boolean superseded(Claim claim) {
        AssignmentKind kind = claim.assignment().kind();
        if (kind != AssignmentKind.USER && kind != AssignmentKind.PROFILE) {
            return false;
        }
        Comparator<Claim> latestFirst = Comparator.comparing(
                        (Claim each) -> at(each.assignment().assignedAt()))
                .reversed()
                .thenComparing(Oracle::byModification);
        Claim holder = all().filter(each -> each.assignment().sameTarget(claim.assignment()))
                .min(latestFirst)
                .orElseThrow();
        return !holder.equals(claim);
    }

    private static Instant at(@Nullable Instant moment) {
        return moment == null ? Instant.MIN : moment;
    }

    private static int byModification(Claim one, Claim other) {
        int later = at(other.configuration().modifiedAt())
                .compareTo(at(one.configuration().modifiedAt()));
        return later != 0
                ? later
                : one.configuration().id().compareTo(other.configuration().id());
    }

    /** A8: the winner first, then by strength; what was moved away comes last of its kind. */
    private Comparator<Claim> toldBefore(Optional<Claim> winner) {
        return Comparator.comparing((Claim claim) -> !winner.equals(Optional.of(claim)))
                .thenComparingInt(claim -> rank(claim.assignment().kind()))
                .thenComparing(this::superseded)
                .thenComparing(Oracle::byModification)
                .thenComparing(claim -> claim.assignment().targetId());
    }

    /** A3, A5, A6: the strongest kind, then the later modification, then the smaller id, of what is active. */
    private Optional<Claim> strongest(List<Claim> valid) {
        return valid.stream()
                .filter(claim -> claim.configuration().active())
                .min(Comparator.comparingInt(
                                (Claim claim) -> rank(claim.assignment().kind()))
                        .thenComparing(Oracle::byModification)
                        .thenComparing(claim -> claim.assignment().targetId()));
    }

    private int rank(AssignmentKind kind) {
        return setup.configurations().order().kinds().indexOf(kind);
    }

    private RouteVerdict verdict(Claim claim, Optional<Claim> winner) {
        if (superseded(claim)) {
            return RouteVerdict.SUPERSEDED;
        }
        if (!claim.configuration().active()) {
            return RouteVerdict.DORMANT;
        }
        if (winner.isEmpty()) {
            return RouteVerdict.USER_INACTIVE;
        }
        Claim best = winner.get();
        if (claim.equals(best)) {
            return RouteVerdict.EFFECTIVE;
        }
        if (claim.configuration().id().equals(best.configuration().id())) {
            return RouteVerdict.SAME_CONFIGURATION;
        }
        if (claim.assignment().kind() != best.assignment().kind()) {
            return best.assignment().kind() == AssignmentKind.USER
                    ? RouteVerdict.INDIVIDUAL_WINS
                    : RouteVerdict.STRONGER_KIND_WINS;
        }
        return Objects.equals(
                        claim.configuration().modifiedAt(), best.configuration().modifiedAt())
                ? RouteVerdict.SMALLER_ID_WINS
                : RouteVerdict.LATER_MODIFICATION_WINS;
    }

    /** A12: add each claim that may exist unseen, and look whether configuration or kind would be another. */
    private boolean certain(User user, List<Claim> valid, Optional<Claim> found) {
        if (!setup.directory().complete()) {
            return found.map(claim -> claim.assignment().kind()).equals(Optional.of(AssignmentKind.USER));
        }
        return all().filter(claim -> membership.mightMean(claim.assignment(), user))
                .allMatch(possible -> {
                    List<Claim> more = new ArrayList<>(valid);
                    more.add(possible);
                    return strongest(more).map(Oracle::outcome).equals(found.map(Oracle::outcome));
                });
    }

    private static Tuple outcome(Claim claim) {
        return tuple(claim.configuration().id(), claim.assignment().kind());
    }
}
