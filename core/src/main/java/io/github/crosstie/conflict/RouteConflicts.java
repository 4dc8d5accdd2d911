package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.assignment.Route;
import io.github.crosstie.assignment.RouteVerdict;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds users whose routes lead to different configurations (C5, C6), dormant routes included (A6): switching a
 * configuration on would decide anew. Leftovers of moved assignments claim nobody and are C4's business.
 */
final class RouteConflicts {

    private final OrganizationView view;

    private RouteConflicts(OrganizationView view) {
        this.view = view;
    }

    static List<Conflict> of(BitSet slots, OrganizationView view) {
        RouteConflicts search = new RouteConflicts(view);
        List<Conflict> found = new ArrayList<>();
        Roster roster = view.roster;
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            if (roster.contested(slot) && roster.directory().users().active(slot)) {
                search.look(slot, found);
            }
        }
        return found;
    }

    private void look(int slot, List<Conflict> found) {
        Resolution resolution = view.resolution(slot);
        List<Route> claims = resolution.routes().stream()
                .filter(route -> route.verdict() != RouteVerdict.SUPERSEDED)
                .toList();
        List<Route> indirect =
                claims.stream().filter(route -> !individual(route)).toList();
        boolean beside = claims.stream()
                .filter(RouteConflicts::individual)
                .anyMatch(own -> indirect.stream().anyMatch(each -> leadElsewhere(own, each)));
        Participant participant =
                view.participant(slot, view.roster.syncs(slot) ? Standing.SYNCING : Standing.DORMANT, resolution);
        if (beside) {
            found.add(new Conflict.IndividualBesideIndirect(participant));
        }
        if (indirect.stream().anyMatch(each -> leadElsewhere(indirect.get(0), each))) {
            ConfigurationId stays = strongest(indirect).configuration();
            found.add(
                    new Conflict.IndirectRoutesDisagree(participant, stays, remedy(slot, resolution, indirect, stays)));
        }
    }

    private static boolean individual(Route route) {
        return route.assignment().kind() == AssignmentKind.USER;
    }

    private static boolean leadElsewhere(Route one, Route other) {
        return !one.configuration().equals(other.configuration());
    }

    /** Routes come by strength; one that is in force beats one that sleeps. */
    private Route strongest(List<Route> indirect) {
        return indirect.stream().filter(this::active).findFirst().orElse(indirect.get(0));
    }

    private boolean active(Route route) {
        return view.roster
                .configurations()
                .find(route.configuration())
                .filter(SyncConfiguration::active)
                .isPresent();
    }

    private Remedy remedy(int slot, Resolution resolution, List<Route> indirect, ConfigurationId stays) {
        List<Way> lose = new ArrayList<>();
        List<Way> keep = new ArrayList<>();
        List<Way> ways = view.ways.intoConfigurations(resolution);
        for (int at = 0; at < ways.size(); at++) {
            Route route = resolution.routes().get(at);
            if (indirect.contains(route)) {
                (route.configuration().equals(stays) ? keep : lose).add(ways.get(at));
            }
        }
        RemedyOption option = view.option(
                slot, Departure.of(view.id(), lose, keep), steps -> RemedyText.sentence(RemedyText.steps(steps)));
        return RemedyText.remedy(
                List.of(option), "That leaves the routes to configuration " + stays + ", the strongest of them (A5).");
    }
}
