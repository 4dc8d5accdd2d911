package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks once more for the records of earlier attempts, just before another attempt is made: what has turned up meanwhile is looked
 * at instead of being created again (G4).
 */
final class Resurfacing {

    private final Ledger ledger;

    Resurfacing(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Those of some changes that must not be made, because what they would create is there. */
    Set<PlannedChange> overtaken(
            Side side, Endpoint endpoint, Collection<? extends PlannedChange.RemoteWrite> changes) {
        Map<CorrelationTag, PlannedChange> attempts = new HashMap<>();
        for (PlannedChange.RemoteWrite change : changes) {
            // What turns up of the life before a deletion is a duplicate: it neither replaces what was deleted nor
            // stops that.
            if (change instanceof PlannedChange.Create create && create.link() != null && create.replaces() == null) {
                ledger.state()
                        .link(create.link())
                        .ifPresent(link -> tags(link).forEach(tag -> attempts.put(tag, create)));
            }
        }
        Set<PlannedChange> overtaken = new HashSet<>();
        if (endpoint.capabilities().correlation()) {
            for (List<CorrelationTag> batch :
                    Batches.of(attempts.keySet(), endpoint.capabilities().readBatch())) {
                overtaken.addAll(found(side, endpoint.find(batch), attempts));
            }
        }
        return overtaken;
    }

    private static List<CorrelationTag> tags(Link link) {
        return link.attempts().stream().map(Attempt::tag).toList();
    }

    private Set<PlannedChange> found(Side side, List<Tagged> found, Map<CorrelationTag, PlannedChange> attempts) {
        Set<PlannedChange> overtaken = new HashSet<>();
        List<StateChange> changes = new ArrayList<>();
        for (Tagged tagged : found) {
            RecordKey key = new RecordKey(side, tagged.id());
            PlannedChange change = attempts.get(tagged.tag());
            if (change != null && ledger.state().linkOf(key).isEmpty()) {
                overtaken.add(change);
                changes.add(Adoption.awaken(ledger.state(), key));
            }
        }
        ledger.commit(changes);
        return overtaken;
    }
}
