package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.LateWrite;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds out what became of writes whose outcome an earlier round did not learn. A creation is asked for by its tags before it
 * may be repeated (G4), and even then may still arrive; an update or deletion is remembered, so that what it did, or does later,
 * is not taken for a person's doing; what it was to bring about is decided anew.
 */
final class Recovery {

    private final Ledger ledger;
    private final Sides sides;
    private final Adoption adoption;
    private final RoundLog log;
    private final Journaling journaling;
    private final Window window;
    private final Measures measures;

    Recovery(
            Ledger ledger,
            Sides sides,
            ThreeWayMerge merge,
            RoundLog log,
            Journaling journaling,
            Window window,
            Measures measures) {
        this.ledger = ledger;
        this.sides = sides;
        this.measures = measures;
        this.adoption = new Adoption(merge);
        this.log = log;
        this.journaling = journaling;
        this.window = window;
    }

    void recover() {
        if (!measures.include(SafetyMeasure.INTENT_RECOVERY)) {
            return;
        }
        for (Intent intent : List.copyOf(ledger.state().intents())) {
            if (!(intent instanceof Intent.Create)) {
                ledger.commit(recovered(intent));
            }
        }
        for (Side side : Side.values()) {
            recoverCreations(side);
        }
    }

    private List<StateChange> recovered(Intent intent) {
        List<StateChange> changes = new ArrayList<>(List.of(new StateChange.RemoveIntent(intent.link())));
        Optional<Link> link = ledger.state().link(intent.link());
        if (intent instanceof Intent.RemoveDuplicate removal) {
            changes.addAll(recoveredRemoval(removal, link));
        } else {
            link.ifPresent(existing -> {
                changes.add(new StateChange.PutLink(existing.expecting(new LateWrite(intent, window.end()))));
                changes.addAll(Adoption.awaken(ledger.state(), existing));
            });
        }
        return changes;
    }

    /** A duplicate that is gone took edits with it; one that is still there is looked at again. */
    private List<StateChange> recoveredRemoval(Intent.RemoveDuplicate removal, Optional<Link> link) {
        RecordKey duplicate = new RecordKey(removal.side(), removal.duplicate());
        List<StateChange> changes = new ArrayList<>(List.of(Adoption.awaken(ledger.state(), duplicate)));
        boolean isGone = !removal.conflicts().isEmpty()
                && Survey.read(sides.on(removal.side()), removal.side(), List.of(removal.duplicate()))
                                .get(0)
                        instanceof ReadOutcome.Absent;
        if (isGone && link.isPresent()) {
            changes.addAll(journaling.lines(link.get(), removal.conflicts()));
        }
        return changes;
    }

    private void recoverCreations(Side side) {
        Map<CorrelationTag, Link> attempts = new TreeMap<>();
        for (Link link : ledger.state().halfLinks()) {
            if (link.missing().filter(side::equals).isPresent()) {
                link.attempts().forEach(attempt -> attempts.put(attempt.tag(), link));
            }
        }
        if (attempts.isEmpty()) {
            return;
        }
        List<Tagged> found = find(sides.on(side), attempts);
        attempts.values().stream().distinct().forEach(link -> recoverCreation(side, link, found));
    }

    private List<Tagged> find(Endpoint endpoint, Map<CorrelationTag, Link> attempts) {
        List<Tagged> found = new ArrayList<>();
        if (endpoint.capabilities().correlation() && measures.include(SafetyMeasure.CORRELATION_TAG)) {
            for (List<CorrelationTag> batch :
                    Batches.of(attempts.keySet(), endpoint.capabilities().readBatch())) {
                found.addAll(endpoint.find(batch));
            }
        }
        found.sort(Comparator.comparing(Tagged::tag).thenComparing(Tagged::id));
        return found;
    }

    private void recoverCreation(Side side, Link link, List<Tagged> found) {
        Optional<Tagged> created = found.stream()
                .filter(tagged -> link.attempt(tagged.tag()).isPresent())
                .filter(tagged ->
                        ledger.state().linkOf(new RecordKey(side, tagged.id())).isEmpty())
                .findFirst();
        if (created.isPresent()) {
            RecordKey key = new RecordKey(side, created.get().id());
            CorrelationTag tag = created.get().tag();
            ledger.commit(adoption.foundAgain(ledger.state(), doubted(link), key, tag));
            log.applied(new PlannedChange.Adopt(link.id(), key, tag));
            return;
        }
        if (ledger.state().intent(link.id()).isEmpty() && link.uncertainty().isAmbiguous()) {
            // Looked for before, and not found this time either: what wakes its source creates it again.
            return;
        }
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.RemoveIntent(link.id()));
        changes.addAll(Adoption.awaken(ledger.state(), link));
        if (sides.on(side).capabilities().correlation()) {
            changes.add(new StateChange.PutLink(doubted(link)));
        } else {
            // Nobody can ask for the tag: if the record exists, first contact matches it with its source (S2).
            changes.add(new StateChange.RemoveLink(link.id()));
        }
        ledger.commit(changes);
    }

    /** The request of an attempt without answer may be under way still. */
    private Link doubted(Link link) {
        return ledger.state().intent(link.id()).isPresent() ? link.ambiguous(window.end()) : link;
    }
}
