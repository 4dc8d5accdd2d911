package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.User;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains one user: every route with its witness path and why it lost (A8). Looks only at what holds the user. */
final class Explanation {

    private final Directory directory;
    private final ClaimTable table;
    private final UserResolution bulk;
    private final AssignmentOrder order;
    private final User user;
    private final int slot;
    private final int answer;
    private final Witness witness;

    /** A route before its verdict is known. */
    private record Candidate(int ordinal, Assignment assignment, List<Step> steps, boolean superseded) {}

    Explanation(
            Directory directory,
            ClaimTable table,
            UserResolution bulk,
            AssignmentOrder order,
            Nesting nesting,
            int slot) {
        this.directory = directory;
        this.table = table;
        this.bulk = bulk;
        this.order = order;
        this.slot = slot;
        answer = bulk.answer(slot);
        user = directory.users().at(slot);
        witness = new Witness(directory, nesting, slot);
    }

    Resolution explain() {
        List<Candidate> candidates = candidates();
        int best = winner(candidates);
        @Nullable Candidate winner = best < 0 ? null : candidates.remove(best);
        List<Route> routes = new ArrayList<>(candidates.size() + 1);
        if (winner != null) {
            routes.add(route(winner, RouteVerdict.EFFECTIVE));
        }
        for (Candidate candidate : candidates) {
            routes.add(route(candidate, verdict(candidate, winner)));
        }
        return new Resolution(
                user.id(), status(routes), routes, warnings(winner, candidates), !Answer.uncertain(answer));
    }

    /**
     * What means the user, strongest first. Leftovers of moved users and profiles claim nobody, but they are worth telling
     * (C4): they come last of their kind.
     */
    private List<Candidate> candidates() {
        AssignmentIndex index = table.index();
        BitSet places = witness.places(index);
        List<Candidate> candidates = new ArrayList<>(places.cardinality());
        boolean leftovers = false;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            AssignmentIndex.Entry entry = index.at(place);
            @Nullable List<Step> steps = witness.steps(entry.assignment(), entry.target());
            if (steps != null) {
                boolean superseded = superseded(entry.ordinal(), entry.assignment());
                leftovers |= superseded;
                candidates.add(new Candidate(entry.ordinal(), entry.assignment(), steps, superseded));
            }
        }
        if (leftovers) {
            candidates.sort(Comparator.comparingInt(
                            (Candidate each) -> order.rank(each.assignment().kind()))
                    .thenComparing(Candidate::superseded));
        }
        return candidates;
    }

    private boolean superseded(int ordinal, Assignment assignment) {
        if (assignment instanceof Assignment.OfUser) {
            return table.individuals.ofUser(slot) != ordinal;
        }
        return assignment instanceof Assignment.OfProfile
                && table.individuals.ofProfile(directory.users().profile(slot)) != ordinal;
    }

    /** Which candidate applies, or -1 if none does. */
    private int winner(List<Candidate> strongestFirst) {
        for (int at = 0; user.active() && at < strongestFirst.size(); at++) {
            Candidate candidate = strongestFirst.get(at);
            if (!candidate.superseded() && table.ranks.active(candidate.ordinal())) {
                return at;
            }
        }
        return -1;
    }

    private Route route(Candidate candidate, RouteVerdict verdict) {
        return new Route(
                table.ranks.at(candidate.ordinal()).id(),
                candidate.assignment(),
                new WitnessPath(candidate.steps(), user.id()),
                verdict);
    }

    /** Why a candidate lost, to the winner if there is one. */
    private RouteVerdict verdict(Candidate candidate, @Nullable Candidate winner) {
        if (candidate.superseded()) {
            return RouteVerdict.SUPERSEDED;
        }
        if (!table.ranks.active(candidate.ordinal())) {
            return RouteVerdict.DORMANT;
        }
        if (winner == null) {
            return RouteVerdict.USER_INACTIVE;
        }
        if (candidate.ordinal() == winner.ordinal()) {
            return RouteVerdict.SAME_CONFIGURATION;
        }
        if (candidate.assignment().kind() != winner.assignment().kind()) {
            return winner.assignment().kind() == AssignmentKind.USER
                    ? RouteVerdict.INDIVIDUAL_WINS
                    : RouteVerdict.STRONGER_KIND_WINS;
        }
        SyncConfiguration loser = table.ranks.at(candidate.ordinal());
        SyncConfiguration best = table.ranks.at(winner.ordinal());
        return Objects.equals(loser.modifiedAt(), best.modifiedAt())
                ? RouteVerdict.SMALLER_ID_WINS
                : RouteVerdict.LATER_MODIFICATION_WINS;
    }

    private ResolutionStatus status(List<Route> routes) {
        if (!user.active()) {
            return ResolutionStatus.INACTIVE_USER;
        }
        if (routes.isEmpty()) {
            return ResolutionStatus.NOT_ASSIGNED;
        }
        if (routes.get(0).verdict() == RouteVerdict.EFFECTIVE) {
            return ResolutionStatus.SYNCING;
        }
        return routes.stream().anyMatch(route -> route.verdict() == RouteVerdict.DORMANT)
                ? ResolutionStatus.DORMANT
                : ResolutionStatus.NOT_ASSIGNED;
    }

    private List<ResolutionWarning> warnings(@Nullable Candidate winner, List<Candidate> candidates) {
        List<ResolutionWarning> warnings = new ArrayList<>();
        if (winner != null && winner.assignment().kind() != AssignmentKind.USER) {
            ConfigurationId effective = table.ranks.at(winner.ordinal()).id();
            candidates.stream()
                    .filter(each -> each.assignment().kind() == AssignmentKind.USER && !each.superseded())
                    .map(each -> table.ranks.at(each.ordinal()).id())
                    .forEach(dormant -> warnings.add(new ResolutionWarning.DormantIndividualClaim(dormant, effective)));
        }
        if (Answer.uncertain(answer)) {
            addUncertainty(warnings);
        }
        return warnings;
    }

    private void addUncertainty(List<ResolutionWarning> warnings) {
        if (!directory.complete()) {
            warnings.add(new ResolutionWarning.IncompleteDirectory());
        }
        int role = directory.users().role(slot);
        boolean lineageKnown = role < 0 || directory.roles().lineageKnown(role);
        boolean lineageMatters = false;
        for (int ordinal = 0; ordinal < table.ranks.count(); ordinal++) {
            SyncConfiguration configuration = table.ranks.at(ordinal);
            for (Assignment assignment : configuration.assignments()) {
                if (!couldApply(ordinal, assignment)) {
                    continue;
                }
                if (table.unknown.unknownGroup(assignment)) {
                    GroupId group = ((Assignment.OfGroup) assignment).group();
                    warnings.add(new ResolutionWarning.UnknownGroup(configuration.id(), group));
                }
                lineageMatters |= !lineageKnown && table.unknown.mayReachDown(assignment);
            }
        }
        if (lineageMatters) {
            warnings.add(new ResolutionWarning.UnknownLineage(directory.roles().id(role)));
        }
    }

    /** Whether the user would sync by an assignment if it meant them. */
    private boolean couldApply(int ordinal, Assignment assignment) {
        return table.ranks.active(ordinal)
                && bulk.beats(ordinal, assignment.kind(), Answer.claimed(answer), Answer.kind(answer));
    }
}
