package io.github.crosstie.testkit.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How likely which fault is at which call, before and after its effect. Immutable. */
final class Climate {

    private static final int CERTAIN = 1000;

    /** In the order in which tapes number them, from 1 on. */
    private static final List<FaultKind> KINDS = List.of(FaultKind.values());

    private final Map<Call, int[]> before;
    private final Map<Call, int[]> after;

    private Climate(Map<Call, int[]> before, Map<Call, int[]> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * A climate.
     *
     * @param kinds what may happen
     * @param factor how often, as a multiple of a light one
     */
    static Climate of(Set<FaultKind> kinds, int factor) {
        return new Climate(table(kinds, factor, false), table(kinds, factor, true));
    }

    private static Map<Call, int[]> table(Set<FaultKind> kinds, int factor, boolean after) {
        Map<Call, int[]> table = new EnumMap<>(Call.class);
        for (Call call : Call.values()) {
            int[] cumulated = new int[KINDS.size() + 1];
            int sum = 0;
            for (FaultKind kind : KINDS) {
                sum += kinds.contains(kind) ? factor * perMille(kind, call, after) : 0;
                cumulated[number(kind)] = sum;
            }
            int nothing = Math.max(1, CERTAIN - sum);
            for (int i = 0; i < cumulated.length; i++) {
                cumulated[i] += nothing;
            }
            table.put(call, cumulated);
        }
        return table;
    }

    /** Weights for nothing and, in their order, for each kind of fault. */
    int[] weights(Call call, boolean afterEffect) {
        return Objects.requireNonNull((afterEffect ? after : before).get(call));
    }

    /** What a tape calls a kind; 0 stands for none. */
    static int number(FaultKind kind) {
        return KINDS.indexOf(kind) + 1;
    }

    static FaultKind kind(int number) {
        return KINDS.get(number - 1);
    }

    /** Whether a kind can strike at a call. */
    static boolean strikes(FaultKind kind, Call call, boolean after) {
        return perMille(kind, call, after) > 0;
    }

    private static int perMille(FaultKind kind, Call call, boolean after) {
        return switch (kind) {
            case CRASH -> 4;
            case USER_EDIT -> 6;
            case ZOMBIE -> 4;
            case CLOCK_STEP -> 1;
            case STORE_FAILURE -> call.ofStore() ? 4 : 0;
            case THROTTLED, UNAVAILABLE -> !after && !call.ofStore() && call != Call.WRITE ? 4 : 0;
            case CURSOR_EXPIRED -> !after && call == Call.CHANGES ? 20 : 0;
            case REPLAYED -> after && call == Call.CHANGES ? 14 : 0;
            case REORDERED -> after && call == Call.CHANGES ? 80 : 0;
            case FEED_LAG -> after && call == Call.CHANGES ? 20 : 0;
            case TRUNCATED_LISTING -> after && call == Call.CHANGES ? 25 : 0;
            case LYING_LISTING -> after && call == Call.CHANGES ? 80 : 0;
            case LOST_ANSWER -> call == Call.WRITE ? after ? 50 : 10 : 0;
            case LATE_REQUEST -> !after && call == Call.WRITE ? 30 : 0;
            case SEARCH_LAG -> after && call == Call.WRITE ? 90 : 0;
            case UNREADABLE -> !after && call == Call.READ ? 24 : 0;
            case REJECTED -> !after && call == Call.WRITE ? 20 : 0;
            case LOSSY_SIDE, IDEMPOTENT_CREATE, STORE_ROLLED_BACK, STORE_LOST -> 0;
        };
    }
}
