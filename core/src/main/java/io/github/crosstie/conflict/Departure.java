package io.github.crosstie.conflict;

import io.github.crosstie.conflict.RemedyStep.DropAssignment;
import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a user leaves lists: by closing doors, which concerns nobody else, and, only where that cannot be done, by dropping
 * assignments.
 *
 * @param closing the steps that concern this user alone, cheapest first
 * @param drops the assignments that must go
 */
record Departure(List<RemedyStep> closing, List<DropAssignment> drops) {

    private static final Comparator<RemedyStep> CHEAPEST_FIRST =
            Comparator.comparingInt((RemedyStep step) -> cost(step)).thenComparing(RemedyStep::text);

    /** Ends some ways, while at least one of those to keep, if there are any, stays. */
    static Departure of(OrganizationId organization, List<Way> lose, List<Way> keep) {
        Set<RemedyStep> closed = new HashSet<>();
        lose.forEach(way -> closed.addAll(way.doors()));
        boolean keeps = keep.isEmpty() || keep.stream().anyMatch(way -> way.standsWithout(closed));
        Set<RemedyStep> open = new HashSet<>();
        if (!keeps) {
            keep.forEach(way -> open.addAll(way.doors()));
        }
        Set<RemedyStep> closing = new LinkedHashSet<>();
        Set<DropAssignment> drops = new LinkedHashSet<>();
        for (Way way : lose) {
            if (way.closable() && way.doors().stream().noneMatch(open::contains)) {
                closing.addAll(way.doors());
            } else {
                drops.add(new DropAssignment(organization, way.list(), way.assignment()));
            }
        }
        return new Departure(closing.stream().sorted(CHEAPEST_FIRST).toList(), List.copyOf(drops));
    }

    /** All steps in order. */
    List<RemedyStep> steps() {
        List<RemedyStep> steps = new ArrayList<>(closing);
        steps.addAll(drops);
        return steps;
    }

    /** How much it asks of the user: profile and role say what they may do and see, so count for many memberships. */
    int cost() {
        return steps().stream().mapToInt(Departure::cost).sum();
    }

    private static int cost(RemedyStep step) {
        if (step instanceof RemedyStep.RemoveIndividualAssignment) {
            return 1;
        }
        if (step instanceof RemedyStep.RemoveGroupMembership) {
            return 2;
        }
        if (step instanceof RemedyStep.ChangeRole) {
            return 100;
        }
        return step instanceof RemedyStep.ChangeProfile ? 1_000 : 10_000;
    }
}
