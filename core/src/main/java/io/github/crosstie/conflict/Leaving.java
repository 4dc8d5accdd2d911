package io.github.crosstie.conflict;

import io.github.crosstie.conflict.RemedyStep.DropAssignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some users of one organization who would leave together: all that claim a mailbox, or one of them. In a conflict about a
 * mailbox all parties but one leave.
 *
 * @param sharers the users, of one organization
 */
record Leaving(List<Sharer> sharers) {

    OrganizationView view() {
        return sharers.get(0).view;
    }

    boolean syncing() {
        return sharers.stream().anyMatch(Sharer::syncing);
    }

    boolean production() {
        return !view().sandbox();
    }

    boolean harmless() {
        return sharers.stream().allMatch(Sharer::leavesHarmlessly);
    }

    int cost() {
        return sharers.stream().mapToInt(sharer -> sharer.departure().cost()).sum();
    }

    Instant claimedAt() {
        return sharers.stream().map(Sharer::claimedAt).min(Instant::compareTo).orElse(Instant.MIN);
    }

    OrganizationUser first() {
        return sharers.get(0).user();
    }

    List<RemedyStep> steps() {
        Set<RemedyStep> steps = new LinkedHashSet<>();
        sharers.forEach(sharer -> steps.addAll(sharer.departure().steps()));
        return List.copyOf(steps);
    }

    List<AffectedUser> affected() {
        Set<DropAssignment> drops = new LinkedHashSet<>();
        sharers.forEach(sharer -> drops.addAll(sharer.departure().drops()));
        return view().effects.of(drops, sharers.stream().map(Sharer::user).toList());
    }

    /** Which configuration of which organization is left, and how. */
    String text() {
        Collection<String> configurations = sharers.stream()
                .flatMap(sharer -> sharer.resolution().routes().stream())
                .map(route -> route.configuration().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return "leave " + (configurations.size() == 1 ? "configuration " : "configurations ")
                + String.join(", ", configurations) + " of " + view().organization() + ": "
                + RemedyText.steps(steps());
    }

    /** The option that all of these leave, in this order. */
    static RemedyOption option(List<Leaving> all, String text) {
        List<RemedyStep> steps = new ArrayList<>();
        List<AffectedUser> affected = new ArrayList<>();
        all.forEach(leaving -> steps.addAll(leaving.steps()));
        List<List<AffectedUser>> parts = all.stream()
                .map(Leaving::affected)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() == 1) {
            return new RemedyOption(text, steps, parts.get(0));
        }
        parts.forEach(affected::addAll);
        return new RemedyOption(text, steps, affected);
    }
}
