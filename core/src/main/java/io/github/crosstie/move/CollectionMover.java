package io.github.crosstie.move;

import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.List;

/** Plans the move of one kind of record: looks everything up, puts it down, and proves that it does no harm. */
final class CollectionMover {

    private final MoveParts parts;
    private final ItemKind kind;
    private final CollectionKey collection;

    CollectionMover(MoveParts parts, ItemKind kind) {
        this.parts = parts;
        this.kind = kind;
        collection = parts.collection(kind);
    }

    /** What the move comes to, and the changes of the stored state that make it. */
    record Prepared(CollectionMove move, List<StateChange> changes) {}

    /** Looks everything up; a large mailbox takes long, and what keeps a lease is called now and then. */
    Prepared prepare(MoveReview review, Runnable goingOn) {
        CollectionState state = parts.store().load(collection);
        List<MoveBlocker> blockers = new ArrayList<>(Readiness.blockers(state, parts.isBack()));
        Readiness.pause(state, parts.clock().instant()).ifPresent(blockers::add);
        if (!blockers.isEmpty()) {
            return new Prepared(CollectionMove.blocked(collection, blockers), List.of());
        }
        try {
            return look(state, review, goingOn);
        } catch (ContractBrokenException | FencedException broken) {
            throw broken;
        } catch (CrosstieException unreachable) {
            return new Prepared(
                    CollectionMove.blocked(
                            collection,
                            List.of(new MoveBlocker(
                                    MoveBlocker.Kind.UNREACHABLE, String.valueOf(unreachable.getMessage())))),
                    List.of());
        }
    }

    private Prepared look(CollectionState state, MoveReview review, Runnable goingOn) {
        Endpoint crm = parts.openCrm(kind);
        Endpoint to = parts.openTo(kind);
        RecordSettings settings = parts.configuration().records(kind);
        ThreeWayMerge merge = ThreeWayMerge.of(
                FieldRule.of(settings, crm.capabilities(), to.capabilities()), crm::project, to::project);
        Planner planner = Planner.of(collection, parts.configuration(), merge);
        Identities identities = new Identities(parts, kind, to);
        Ladder.Findings findings = new Ladder(collection, planner, identities).climb(state, to, goingOn);
        Rebasing rebasing = new Rebasing(merge, to, identities.valuesBefore(Rebasing.untold(merge, findings), goingOn));
        Accounts accounts = new Accounts(state, findings, review, rebasing, parts.isBack())
                .draw(to, parts.clock().instant());
        CollectionMove move = new CollectionMove(
                collection, accounts.records(), accounts.lostMarks(), accounts.blockers(), MoveProof.NONE);
        return new Prepared(
                move.isCommittable() ? proven(state, move, accounts.changes(), crm, to) : move, accounts.changes());
    }

    private CollectionMove proven(
            CollectionState before, CollectionMove move, List<StateChange> changes, Endpoint crm, Endpoint to) {
        CollectionState moved = before.copy();
        moved.apply(changes);
        SyncPlan next = parts.rounds()
                .apply(SyncRound.builder(collection, parts.configuration()))
                .build(crm, to, new MovedStore(parts.store(), collection, moved), parts.clock(), parts.ids())
                .plan();
        MoveProof proof = Proving.of(before, move.records(), next);
        List<MoveBlocker> blockers = new ArrayList<>();
        if (!proof.holds()) {
            blockers.add(new MoveBlocker(
                    MoveBlocker.Kind.UNPROVEN,
                    "the next round by the other way would create " + proof.created() + " records once more, delete "
                            + proof.deleted() + " and end " + proof.unlinked()
                            + " links; let a round run by the present way, and plan again"));
        }
        return move.with(blockers, proof);
    }
}
