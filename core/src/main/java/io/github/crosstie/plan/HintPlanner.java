package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans records that were linked once, by the hint of it, before anybody matches them by their values (S14, S20). Two records that
 * are both there and in scope are linked again; nothing else is made of a hint but leaving records alone.
 */
final class HintPlanner {

    private static final String BY = "an earlier link";

    private final Scope scope;

    HintPlanner(Scope scope) {
        this.scope = scope;
    }

    /** The other records of the hints of unlinked records: they must be read too. */
    static SortedSet<RecordKey> counterparts(CollectionState state, Iterable<RecordKey> records) {
        SortedSet<RecordKey> counterparts = new TreeSet<>();
        for (RecordKey key : records) {
            Optional<Hint> hint = state.linkOf(key).isPresent() ? Optional.empty() : state.hintOf(key);
            RecordKey other = hint.isEmpty() ? null : hint.get().key(key.side().other());
            if (other != null && state.linkOf(other).isEmpty()) {
                counterparts.add(other);
            }
        }
        return counterparts;
    }

    /** Plans what hints tell of; returns all other records. */
    List<RecordKey> plan(PlanInput input, List<RecordKey> unlinked, Draft draft) {
        List<RecordKey> others = new ArrayList<>();
        SortedSet<RecordKey> planned = new TreeSet<>();
        for (RecordKey key : unlinked) {
            if (planned.contains(key)) {
                continue;
            }
            Hint hint = input.state().hintOf(key).filter(Hint::isWhole).orElse(null);
            if (hint == null) {
                others.add(key);
                continue;
            }
            List<RecordKey> pair =
                    List.of(Objects.requireNonNull(hint.key(Side.CRM)), Objects.requireNonNull(hint.key(Side.MAIL)));
            if (plans(input, hint, pair, draft)) {
                planned.addAll(pair);
            } else {
                others.add(key);
            }
        }
        others.removeAll(planned);
        return others;
    }

    /** Whether the hint decides what becomes of its records. */
    private boolean plans(PlanInput input, Hint hint, List<RecordKey> pair, Draft draft) {
        if (pair.stream()
                .anyMatch(key ->
                        input.state().linkOf(key).isPresent() || input.state().isDetached(key))) {
            return false;
        }
        if (pair.stream()
                .anyMatch(key ->
                        input.setAside().contains(key) || !input.readings().containsKey(key))) {
            return true;
        }
        RemoteItem crm = found(input, pair.get(0));
        RemoteItem mail = found(input, pair.get(1));
        if (crm != null && mail != null) {
            planBoth(input, pair, List.of(crm, mail), draft);
            return true;
        }
        Optional<ReadOutcome.Unreadable> unreadable = pair.stream()
                .map(key -> input.readings().get(key))
                .filter(ReadOutcome.Unreadable.class::isInstance)
                .map(ReadOutcome.Unreadable.class::cast)
                .findFirst();
        if (unreadable.isPresent()) {
            draft.skip(pair, OutcomeCode.UNREADABLE, unreadable.get().message(), null);
            return true;
        }
        if (pair.stream().anyMatch(key -> isOutOfView(input, key))) {
            String reason =
                    "its former counterpart is out of view, but not proven to be deleted; nothing new is made of it";
            draft.skip(pair, OutcomeCode.GONE_FROM_VIEW, reason, Waiting.until(null));
            return true;
        }
        return hint.reason() == Hint.Reason.LEFT && planLeft(pair, crm, mail, draft);
    }

    /** What left the scope does not come back as something new because its counterpart was deleted: it stays by itself. */
    private static boolean planLeft(
            List<RecordKey> pair, @Nullable RemoteItem crm, @Nullable RemoteItem mail, Draft draft) {
        draft.add(new PlannedChange.Forget(crm == null ? pair.get(0) : pair.get(1)));
        if (crm != null || mail != null) {
            String reason = "its former counterpart was deleted after both had left the scope";
            draft.skip(
                    List.of(crm == null ? pair.get(1) : pair.get(0)),
                    OutcomeCode.DETACHED,
                    reason,
                    Waiting.until(null));
        }
        return true;
    }

    private void planBoth(PlanInput input, List<RecordKey> pair, List<RemoteItem> records, Draft draft) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            scope.exclusion(pair.get(i).side(), records.get(i).item()).ifPresent(reasons::add);
        }
        boolean isInWindow =
                scope.inWindow(records.stream().map(RemoteItem::item).toList(), input.now());
        if (reasons.isEmpty() && isInWindow) {
            draft.add(new PlannedChange.Match(
                    new Pair(pair.get(0).id(), pair.get(1).id()), BY));
            return;
        }
        Instant enters = records.stream()
                .flatMap(record -> Stream.ofNullable(
                        scope.entersWindow(record.item(), input.now()).orElse(null)))
                .min(Instant::compareTo)
                .orElse(null);
        String reason = reasons.isEmpty() ? "outside the window of time" : reasons.get(0);
        draft.skip(pair, OutcomeCode.FILTERED_OUT, reason, Waiting.until(enters));
    }

    private static @Nullable RemoteItem found(PlanInput input, RecordKey key) {
        return input.readings().get(key) instanceof ReadOutcome.Found found ? found.record() : null;
    }

    /** Absent, but not proven to be deleted: neither by the read nor by what the change stream told (S10). */
    private static boolean isOutOfView(PlanInput input, RecordKey key) {
        return input.readings().get(key) instanceof ReadOutcome.Absent absent
                && (absent.removal() == Removal.GONE_FROM_VIEW
                        || (absent.removal() == Removal.UNKNOWN && !input.toldDeleted(key)));
    }
}
