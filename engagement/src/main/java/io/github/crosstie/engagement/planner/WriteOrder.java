package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.ValueChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts wishes into an order in which no write collides with what is still there. Where they go round in a circle, one
 * address is parked; where that does not help or is not wanted, the whole circle is left alone (U25). Not thread-safe.
 */
final class WriteOrder {

    /**
     * A wish whose turn it is.
     *
     * @param wish the wish
     * @param parking whether its user is only given a parked address for now
     * @param parkedBefore whether its user was given one earlier
     */
    record Turn(Wish wish, boolean parking, boolean parkedBefore) {}

    private static final Comparator<Claimant> TURN = Comparator.comparing(
                    (Claimant each) -> !makesAdministrator(each.wish))
            .thenComparing(each -> each.precedence);

    private final UnitIndex index;
    private final UserSyncSettings settings;

    WriteOrder(UnitIndex index, UserSyncSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    private static boolean makesAdministrator(Wish wish) {
        String administrator = EngagementRole.ADMINISTRATOR.name();
        if (wish.isCreation()) {
            return administrator.equals(wish.values().value(UserField.ROLE));
        }
        @Nullable ValueChange role = wish.difference().changes().get(UserField.ROLE);
        return role != null && administrator.equals(role.after());
    }

    /** The turns of all who get what they want. */
    List<Turn> order(Claims claims) {
        while (true) {
            claims.settle();
            List<Turn> turns = new ArrayList<>();
            Set<Claimant> circle = tryToOrder(claims.all(), turns);
            if (circle.isEmpty()) {
                return turns;
            }
            circle.forEach(each -> each.lose(LeftCode.SWAP));
        }
    }

    /** Fills the turns; a circle that cannot be broken if there is one, else nothing. */
    private Set<Claimant> tryToOrder(List<Claimant> all, List<Turn> turns) {
        Map<Claimant, List<Claimant>> followers = new HashMap<>();
        Map<Claimant, Integer> waiting = new HashMap<>();
        PriorityQueue<Claimant> ready = new PriorityQueue<>(TURN);
        for (Claimant each : all) {
            if (!each.isIn()) {
                continue;
            }
            each.waitsFor()
                    .keySet()
                    .forEach(before -> followers
                            .computeIfAbsent(before, none -> new ArrayList<>(1))
                            .add(each));
            if (each.waitsFor().isEmpty()) {
                ready.add(each);
            } else {
                waiting.put(each, each.waitsFor().size());
            }
        }
        Set<Claimant> parked = new HashSet<>();
        while (true) {
            while (!ready.isEmpty()) {
                Claimant next = ready.remove();
                turns.add(new Turn(next.wish, false, parked.contains(next)));
                followers.getOrDefault(next, List.of()).stream()
                        .filter(follower -> !(parked.contains(next) && parkingHelps(follower, next)))
                        .forEach(follower -> release(follower, waiting, ready));
            }
            if (waiting.isEmpty()) {
                return Set.of();
            }
            Set<Claimant> circle = circle(waiting.keySet(), parked);
            @Nullable Claimant parking = parking(circle);
            if (parking == null) {
                return circle;
            }
            parked.add(parking);
            turns.add(new Turn(parking.wish, true, false));
            followers.getOrDefault(parking, List.of()).stream()
                    .filter(follower -> parkingHelps(follower, parking))
                    .forEach(follower -> release(follower, waiting, ready));
        }
    }

    private static boolean parkingHelps(Claimant follower, Claimant parked) {
        return Boolean.TRUE.equals(follower.waitsFor().get(parked));
    }

    private static void release(Claimant follower, Map<Claimant, Integer> waiting, PriorityQueue<Claimant> ready) {
        int left = waiting.merge(follower, -1, Integer::sum);
        if (left == 0) {
            waiting.remove(follower);
            ready.add(follower);
        }
    }

    /**
     * Going from each to one of those it waits for must come round again, as everybody left waits for somebody left.
     */
    private static Set<Claimant> circle(Set<Claimant> waiting, Set<Claimant> parked) {
        Claimant start = waiting.stream()
                .min(Comparator.comparing(each -> each.precedence))
                .orElseThrow();
        Set<Claimant> way = new LinkedHashSet<>();
        Claimant at = start;
        while (way.add(at)) {
            Claimant here = at;
            at = here.waitsFor().keySet().stream()
                    .filter(waiting::contains)
                    .filter(before -> !(parked.contains(before) && parkingHelps(here, before)))
                    .min(Comparator.comparing(each -> each.precedence))
                    .orElseThrow();
        }
        Set<Claimant> circle = new LinkedHashSet<>();
        boolean inside = false;
        for (Claimant each : way) {
            inside |= each == at;
            if (inside) {
                circle.add(each);
            }
        }
        return circle;
    }

    /** Whoever of a circle can be parked so that somebody else in it can go on; of several the first in precedence. */
    private @Nullable Claimant parking(Set<Claimant> circle) {
        if (settings.swaps() == SwapPolicy.HOLD) {
            return null;
        }
        return circle.stream()
                .filter(each -> each.wish.kind() == UserWriteKind.UPDATE && isParkable(each.wish))
                .filter(each -> circle.stream().anyMatch(follower -> parkingHelps(follower, each)))
                .min(Comparator.comparing(each -> each.precedence))
                .orElse(null);
    }

    private boolean isParkable(Wish wish) {
        return wish.target() != null
                && index.byEmail.first(UniqueKey.of(
                                settings.parkedAddress(wish.target().id())))
                        == KeyIndex.NONE;
    }
}
