package io.github.crosstie.testkit.simulator;

import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One worker's way to the store, with fault points all along. */
final class StormyStore implements StateStore {

    private final StateStore store;
    private final World world;
    private final Worker worker;

    StormyStore(StateStore store, World world, Worker worker) {
        this.store = store;
        this.world = world;
        this.worker = worker;
    }

    @Override
    public Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration) {
        pass(Call.ACQUIRE, false);
        Optional<Fence> fence = store.acquire(collection, owner, now, duration);
        fence.ifPresent(taken -> world.ledger().acquired(taken));
        pass(Call.ACQUIRE, true);
        return fence;
    }

    @Override
    public void renew(Fence fence, Instant now, Duration duration) {
        pass(Call.RENEW, false);
        store.renew(fence, now, duration);
        pass(Call.RENEW, true);
    }

    @Override
    public void release(Fence fence) {
        pass(Call.RELEASE, false);
        store.release(fence);
        pass(Call.RELEASE, true);
    }

    @Override
    public void release(Fence fence, List<StateChange> last) {
        pass(Call.RELEASE, false);
        store.release(fence, last);
        world.ledger().released(fence, last);
        List<StateChange> content = last.stream()
                .filter(change -> !(change instanceof StateChange.EndRound))
                .toList();
        if (!content.isEmpty()) {
            countContent(content);
            world.trace().add("worker ", worker.number(), " commits ", content, " with the end of its lease");
        }
        pass(Call.RELEASE, true);
    }

    @Override
    public CollectionState load(CollectionKey collection) {
        pass(Call.LOAD, false);
        CollectionState state = store.load(collection);
        pass(Call.LOAD, true);
        return state;
    }

    @Override
    public void commit(Fence fence, List<StateChange> changes) {
        pass(Call.COMMIT, false);
        store.commit(fence, changes);
        countContent(changes);
        world.ledger().committed(fence, changes);
        world.trace().add("worker ", worker.number(), " commits ", changes);
        pass(Call.COMMIT, true);
    }

    @Override
    public List<JournalEntry> journal(CollectionKey collection) {
        return store.journal(collection);
    }

    @Override
    public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        return store.journalLinesBefore(collection, moment);
    }

    private void countContent(List<StateChange> changes) {
        if (changes.stream().anyMatch(StormyStore::isContent)) {
            worker.effort().contentCommits++;
        }
    }

    /** Whether a change says more than how far a side was listened to. */
    private static boolean isContent(StateChange change) {
        return !(change instanceof StateChange.SetCursor || change instanceof StateChange.ForgetEcho);
    }

    private void pass(Call call, boolean after) {
        if (worker.passes(call, after) == FaultKind.STORE_FAILURE) {
            worker.count(FaultKind.STORE_FAILURE, call, after);
            throw new UnavailableException("the store does not answer");
        }
    }
}
