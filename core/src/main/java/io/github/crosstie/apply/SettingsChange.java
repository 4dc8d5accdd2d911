package io.github.crosstie.apply;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Notices that settings which decide what takes part are not those of the last round (S14, F20). Everything is looked at again then,
 * both sides are listed whole, and each link is judged once: whether the change, not an edit or the passing of time, put it out of
 * scope. Newly mapped fields meet as at first contact. Nothing is written or deleted for the change alone.
 *
 * <p>A crash before the new settings are stored is a beginning anew.
 */
final class SettingsChange {

    private static final int COMMIT_SIZE = 500;

    private final Ledger ledger;
    private final RoundLog log;

    SettingsChange(Ledger ledger, RoundLog log) {
        this.ledger = ledger;
        this.log = log;
    }

    /** Compares the settings with those of the last round. */
    void notice(ScopeSettings now) {
        CollectionState state = ledger.state();
        ScopeSettings known = state.settings();
        if (now.equals(known)) {
            return;
        }
        if (known == null) {
            ledger.commit(List.of(new StateChange.ChangeSettings(now)));
            return;
        }
        // What was judged long ago is no measure for this change; what is not judged yet still is.
        ledger.commit(List.of(new StateChange.ChangeSettings(known)));
        List<FieldMapping> newlyMapped = now.newlyMapped(known);
        List<List<StateChange>> steps = new ArrayList<>();
        for (Link link : List.copyOf(state.links())) {
            steps.add(toBeJudged(link, newlyMapped));
        }
        for (Observation observation : List.copyOf(state.observations())) {
            if (observation.waiting() != null) {
                steps.add(List.of(new StateChange.Observe(observation.awake())));
            }
        }
        for (List<List<StateChange>> batch : Batches.of(steps, COMMIT_SIZE)) {
            ledger.commit(batch.stream().flatMap(List::stream).toList());
        }
        ledger.commit(List.of(
                new StateChange.ChangeSettings(now),
                new StateChange.BeginScan(Side.CRM),
                new StateChange.BeginScan(Side.MAIL)));
        log.add(new Outcome.SettingsChanged(now.differences(known)));
    }

    private List<StateChange> toBeJudged(Link link, List<FieldMapping> newlyMapped) {
        List<StateChange> changes = new ArrayList<>();
        Link met = link;
        for (Side side : Side.values()) {
            Half half = met.on(side);
            if (half != null && !newlyMapped.isEmpty()) {
                Item.Builder base = half.base().toBuilder();
                newlyMapped.forEach(mapping -> base.put(mapping.on(side), null));
                met = met.with(side, half.withBase(base.build()));
            }
        }
        if (!met.equals(link)) {
            changes.add(new StateChange.PutLink(met));
        }
        changes.add(new StateChange.AwaitJudgement(link.id()));
        changes.addAll(Adoption.awaken(ledger.state(), link));
        return changes;
    }

    /** The end of a round that left nothing to do: what is settled, or waits, was judged. */
    void end(Instant now) {
        CollectionState state = ledger.state();
        if (state.unjudged().isEmpty()) {
            return;
        }
        Set<LinkId> open = new HashSet<>();
        state.awake(now).forEach(seen -> state.linkOf(seen.key()).ifPresent(link -> open.add(link.id())));
        List<StateChange> judged = state.unjudged().stream()
                .filter(link -> !open.contains(link))
                .<StateChange>map(StateChange.Judge::new)
                .toList();
        for (List<StateChange> batch : Batches.of(judged, COMMIT_SIZE)) {
            ledger.commit(batch);
        }
    }
}
