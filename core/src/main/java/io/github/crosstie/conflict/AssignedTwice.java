package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Route;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds users and profiles that several configurations of one organization list (C4). Inactive configurations count (A6). */
final class AssignedTwice {

    /** As the resolution ranks them (A1): later assignment, later modification, smaller configuration id; unknown is early. */
    private static final Comparator<Listing> LATEST_FIRST = Comparator.comparing(
                    (Listing listing) -> listing.assignment().assignedAt(), latestFirst())
            .thenComparing(listing -> listing.configuration().modifiedAt(), latestFirst())
            .thenComparing(listing -> listing.configuration().id());

    private final OrganizationView view;

    private record Listing(SyncConfiguration configuration, Assignment assignment) {}

    private AssignedTwice(OrganizationView view) {
        this.view = view;
    }

    private static Comparator<@Nullable Instant> latestFirst() {
        return Comparator.nullsLast(Comparator.<Instant>reverseOrder());
    }

    static List<Conflict> in(OrganizationView view) {
        Map<String, List<Listing>> users = new TreeMap<>();
        Map<String, List<Listing>> profiles = new TreeMap<>();
        for (SyncConfiguration configuration : view.roster.configurations().configurations()) {
            for (Assignment assignment : configuration.assignments()) {
                if (assignment.kind() == AssignmentKind.USER || assignment.kind() == AssignmentKind.PROFILE) {
                    (assignment.kind() == AssignmentKind.USER ? users : profiles)
                            .computeIfAbsent(assignment.targetId(), none -> new ArrayList<>(1))
                            .add(new Listing(configuration, assignment));
                }
            }
        }
        AssignedTwice search = new AssignedTwice(view);
        List<Conflict> found = new ArrayList<>();
        users.values().stream().filter(each -> each.size() > 1).forEach(each -> found.add(search.conflict(each)));
        profiles.values().stream().filter(each -> each.size() > 1).forEach(each -> found.add(search.conflict(each)));
        return found;
    }

    private Conflict conflict(List<Listing> listings) {
        List<Listing> latestFirst = listings.stream().sorted(LATEST_FIRST).toList();
        Listing applies = latestFirst.get(0);
        List<Participant> participants = new ArrayList<>();
        participants.add(participant(applies));
        listings.stream().filter(each -> !each.equals(applies)).forEach(each -> participants.add(participant(each)));
        List<RemedyStep> steps = listings.stream()
                .filter(each -> !each.equals(applies))
                .map(this::drop)
                .toList();
        RemedyOption option = new RemedyOption(RemedyText.sentence(RemedyText.steps(steps)), steps, List.of());
        return new Conflict.AssignedTwice(
                applies.assignment(),
                participants,
                RemedyText.remedy(
                        List.of(option),
                        "The assignment in configuration "
                                + applies.configuration().id() + " is the later one and applies already."));
    }

    /** Dropping a leftover harms nobody: it claims nobody (A2, A4). */
    private RemedyStep drop(Listing listing) {
        AssignmentList list =
                new AssignmentList.OfConfiguration(listing.configuration().id());
        return listing.assignment() instanceof Assignment.OfUser of
                ? new RemedyStep.RemoveIndividualAssignment(view.id(), list, of.user())
                : new RemedyStep.DropAssignment(view.id(), list, listing.assignment());
    }

    private Participant participant(Listing listing) {
        ConfigurationId id = listing.configuration().id();
        @Nullable UserId user = listing.assignment() instanceof Assignment.OfUser of ? of.user() : null;
        int slot = user == null ? -1 : view.roster.directory().users().slot(user);
        List<Route> routes = slot < 0
                ? List.of()
                : view.resolution(slot).routes().stream()
                        .filter(route -> route.configuration().equals(id))
                        .toList();
        return new Participant(
                view.organization(),
                user,
                id,
                listing.configuration().active(),
                slot < 0 ? Standing.NOT_SYNCING : standing(slot, id),
                routes);
    }

    private Standing standing(int slot, ConfigurationId id) {
        return view.roster
                        .configuration(slot)
                        .filter(own -> own.id().equals(id))
                        .isPresent()
                ? Standing.SYNCING
                : Standing.NOT_SYNCING;
    }
}
