package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Write;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.Pair;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.AttemptTag;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.StateChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws ids and attempts, and announces each write by an intent. */
final class WritePreparation {

    private final CollectionKey collection;
    private final CollectionState state;
    private final IdSource ids;
    private final boolean announcesUpdates;

    WritePreparation(CollectionKey collection, CollectionState state, IdSource ids, Measures measures) {
        this.collection = collection;
        this.state = state;
        this.ids = ids;
        this.announcesUpdates = measures.include(SafetyMeasure.UPDATE_INTENT);
    }

    /** The call and its intent; empty if the plan's precondition no longer holds in the state. */
    Optional<PreparedWrite> prepare(PlannedChange.RemoteWrite change) {
        if (change instanceof PlannedChange.Create create) {
            return prepareCreate(create);
        }
        if (change instanceof PlannedChange.Update update) {
            return linkOf(update.pair()).map(link -> prepareUpdate(update, link));
        }
        if (change instanceof PlannedChange.RemoveDuplicate removal) {
            return state.intent(removal.link()).isEmpty() ? Optional.of(prepareRemoval(removal)) : Optional.empty();
        }
        PlannedChange.Delete delete = (PlannedChange.Delete) change;
        return linkOf(delete.pair()).map(link -> prepareDelete(delete, link));
    }

    private Optional<Link> linkOf(Pair pair) {
        return state.linkOf(pair.on(Side.CRM))
                .filter(link -> pair.on(Side.MAIL).equals(link.key(Side.MAIL)))
                .filter(link -> state.intent(link.id()).isEmpty());
    }

    private Optional<PreparedWrite> prepareCreate(PlannedChange.Create create) {
        Optional<Link> half = create.link() == null ? newLink(create) : waitingLink(create, create.link());
        return half.map(link -> {
            CorrelationTag tag =
                    AttemptTag.next(collection, link, create.source().id(), create.side());
            Link attempting = link.attempting(new Attempt(tag, create.side(), create.seen(), create.content()));
            List<StateChange> intent = List.of(
                    new StateChange.PutLink(attempting),
                    new StateChange.PutIntent(new Intent.Create(link.id(), create.side(), tag)));
            Write write = new Write.Create(tag, link.idempotencyKey(), create.content());
            return new PreparedWrite(create, link.id(), intent, write);
        });
    }

    private Optional<Link> newLink(PlannedChange.Create create) {
        if (state.linkOf(create.source()).isPresent()) {
            return Optional.empty();
        }
        Half source = new Half(create.source().id(), create.sourceVersion(), create.seen());
        return Optional.of(Link.half(new LinkId(ids.next()), create.source().side(), source));
    }

    private Optional<Link> waitingLink(PlannedChange.Create create, LinkId id) {
        return state.link(id)
                .filter(link -> create.source().equals(link.key(create.source().side())))
                .filter(link -> state.intent(id).isEmpty())
                .filter(link -> Objects.equals(create.replaces(), id(link.on(create.side()))))
                .map(link -> link.on(create.side()) == null ? link : link.without(create.side()));
    }

    private static @Nullable ItemId id(@Nullable Half half) {
        return half == null ? null : half.id();
    }

    private PreparedWrite prepareUpdate(PlannedChange.Update update, Link link) {
        SortedMap<Field<?>, @Nullable Object> fields = new TreeMap<>();
        for (FieldChange change : update.changes()) {
            fields.put(change.field(), change.to());
        }
        Intent intent = new Intent.Update(link.id(), update.side(), update.changes(), update.conflicts());
        return new PreparedWrite(
                update,
                link.id(),
                announcesUpdates ? List.of(new StateChange.PutIntent(intent)) : List.of(),
                new Write.Update(
                        update.pair().on(update.side()).id(), update.expectedVersion(), fields, update.notification()));
    }

    private static PreparedWrite prepareDelete(PlannedChange.Delete delete, Link link) {
        return new PreparedWrite(
                delete,
                link.id(),
                List.of(new StateChange.PutIntent(new Intent.Delete(link.id(), delete.side(), delete.conflicts()))),
                new Write.Delete(
                        delete.pair().on(delete.side()).id(), delete.expectedVersion(), delete.notification()));
    }

    private static PreparedWrite prepareRemoval(PlannedChange.RemoveDuplicate removal) {
        Intent intent = new Intent.RemoveDuplicate(
                removal.link(), removal.side(), removal.record().id(), removal.conflicts());
        return new PreparedWrite(
                removal,
                removal.link(),
                List.of(new StateChange.PutIntent(intent)),
                new Write.Delete(removal.record().id(), removal.expectedVersion()));
    }
}
