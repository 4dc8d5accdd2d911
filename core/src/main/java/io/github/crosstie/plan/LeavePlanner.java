package io.github.crosstie.plan;

import io.github.crosstie.configuration.LeavePolicy;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.AttemptTag;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans linked records that a change of settings put out of scope (S14): unlinks them, deletes the copy, or keeps the link asleep.
 * What an edit or the passing of time puts out of scope is no such thing and stays linked (S10).
 */
final class LeavePlanner {

    private final CollectionKey collection;
    private final SyncConfiguration configuration;
    private final Scope scope;
    private final StandardFields fields;
    private final Organizers organizers;
    private final ThreeWayMerge merge;
    private final Invitations invitations;

    LeavePlanner(
            CollectionKey collection,
            SyncConfiguration configuration,
            Scope scope,
            StandardFields fields,
            Organizers organizers,
            ThreeWayMerge merge,
            Invitations invitations) {
        this.collection = collection;
        this.configuration = configuration;
        this.scope = scope;
        this.fields = fields;
        this.organizers = organizers;
        this.merge = merge;
        this.invitations = invitations;
    }

    /** Plans a link that leaves; false if it does not, or keeps its link. */
    boolean plans(PlanInput input, Link link, Draft draft) {
        Optional<String> reason = whyItLeaves(input, link);
        LeavePolicy policy = configuration.records(collection.kind()).leaving();
        if (reason.isEmpty() || policy == LeavePolicy.KEEP) {
            return false;
        }
        LinkReading reading = LinkReading.of(input, link);
        @Nullable Side copy = policy == LeavePolicy.DELETE ? silentCopy(link, reading) : null;
        draft.add(
                copy == null
                        ? new PlannedChange.Leave(link.id(), reading.pair(), reason.get())
                        : new PlannedChange.Delete(
                                link.id(),
                                reading.pair(),
                                copy,
                                reading.foundOn(copy).version(),
                                List.of(),
                                Notification.NONE,
                                merge.seen(copy, reading.foundOn(copy).item())));
        return true;
    }

    /** The copy to delete, unless its server would tell people of that (S7): then it stays. */
    private @Nullable Side silentCopy(Link link, LinkReading reading) {
        @Nullable Side copy = untouchedCopy(link, reading);
        return copy != null
                        && invitations.tellsAnyway(copy, reading.foundOn(copy).item())
                ? null
                : copy;
    }

    /** Why a link leaves by the change of settings; empty if it does not, was judged before, or was not read whole. */
    private Optional<String> whyItLeaves(PlanInput input, Link link) {
        ScopeSettings former = input.state().formerSettings();
        if (former == null || link.missing().isPresent() || !input.state().isUnjudged(link.id())) {
            return Optional.empty();
        }
        LinkReading reading = LinkReading.of(input, link);
        if (reading.found().size() < 2) {
            return Optional.empty();
        }
        Scope before = former(former);
        return whyOut(scope, input, link, reading)
                .filter(reason -> whyOut(before, input, link, reading).isEmpty());
    }

    private Scope former(ScopeSettings former) {
        return scope.by(former.in(configuration));
    }

    private Optional<String> whyOut(Scope scope, PlanInput input, Link link, LinkReading reading) {
        List<String> reasons = new ArrayList<>();
        reading.found()
                .forEach((side, record) -> scope.exclusion(side, record.item()).ifPresent(reasons::add));
        if (!scope.inWindow(reading.views(link, merge), input.now())) {
            reasons.add("outside the window of time");
        }
        return reasons.stream().findFirst().map(reason -> reason + ", since the settings changed");
    }

    /**
     * The side of the record that was made from the other one, by its mark; null if there is none, if somebody edited it, or if
     * other people take part: a change of settings is no reason to call a meeting off (S7, S8).
     */
    private @Nullable Side untouchedCopy(Link link, LinkReading reading) {
        if (organizers.isForeign(link, reading) || isWithOthers(reading)) {
            return null;
        }
        for (Side side : Side.values()) {
            CorrelationTag tag = reading.foundOn(side).tag();
            boolean isCopy = tag != null
                    && AttemptTag.parse(tag)
                            .filter(parsed -> parsed.isOf(collection))
                            .isPresent();
            if (isCopy) {
                boolean isEdited = !merge.edited(
                                side,
                                link.bases().on(side),
                                reading.foundOn(side).item())
                        .isEmpty();
                return isEdited || !link.uncertainty().isNone() ? null : side;
            }
        }
        return null;
    }

    private boolean isWithOthers(LinkReading reading) {
        return collection.kind() == ItemKind.EVENT
                && reading.found().entrySet().stream()
                        .anyMatch(entry -> !fields.attendees(
                                        entry.getKey(), entry.getValue().item())
                                .isEmpty());
    }

    /** What the change of settings lets in and puts out, of what was read. */
    SettingsPreview preview(@Nullable ScopeSettings stored, PlanInput input, SyncPlan plan) {
        ScopeSettings now = ScopeSettings.of(configuration, collection.kind());
        boolean isDue = !now.equals(stored) || !input.state().unjudged().isEmpty();
        ScopeSettings former = isDue ? input.state().formerSettings() : null;
        List<RecordKey> entering = new ArrayList<>();
        List<Pair> leaving = new ArrayList<>();
        if (former != null) {
            Scope before = former(former);
            input.readings().forEach((key, reading) -> {
                if (reading instanceof ReadOutcome.Found found
                        && input.state().linkOf(key).isEmpty()
                        && isIn(scope, key, found.record().item(), input)
                        && !isIn(before, key, found.record().item(), input)) {
                    entering.add(key);
                }
            });
            input.state().unjudged().stream()
                    .flatMap(id -> input.state().link(id).stream())
                    .filter(link -> whyItLeaves(input, link).isPresent())
                    .forEach(link -> leaving.add(LinkReading.of(input, link).pair()));
        }
        return new SettingsPreview(
                former == null ? now : former,
                now,
                entering,
                leaving,
                configuration.records(collection.kind()).leaving(),
                plan);
    }

    private static boolean isIn(Scope scope, RecordKey key, Item item, PlanInput input) {
        return scope.exclusion(key.side(), item).isEmpty() && scope.inWindow(List.of(item), input.now());
    }
}
