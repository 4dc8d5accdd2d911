package io.github.crosstie.memory;

import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** What happens to single writes. Thread-safe; hooks run outside of every lock. */
final class WriteFaults {

    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger lostReplies = new AtomicInteger();
    private volatile Consumer<Write> hook = write -> {};
    private volatile Function<Write, Optional<WriteOutcome>> answer = write -> Optional.empty();
    private volatile boolean idempotent;

    void beforeWrite(Consumer<Write> hook) {
        this.hook = hook;
    }

    void answer(Function<Write, Optional<WriteOutcome>> answer) {
        this.answer = answer;
    }

    void loseReply() {
        lostReplies.incrementAndGet();
    }

    void makeIdempotent() {
        idempotent = true;
    }

    boolean idempotent() {
        return idempotent;
    }

    int writes() {
        return writes.get();
    }

    void clear() {
        hook = write -> {};
        answer = write -> Optional.empty();
        lostReplies.set(0);
    }

    Optional<WriteOutcome> before(Write write) {
        hook.accept(write);
        return answer.apply(write);
    }

    /**
     * What the engine hears of a write that was made or not; an answer that repeats an earlier one is no new effect.
     */
    WriteOutcome after(WriteOutcome outcome, boolean effective) {
        if (effective && outcome instanceof WriteOutcome.Written) {
            writes.incrementAndGet();
        }
        boolean lost = lostReplies.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        return lost ? new WriteOutcome.Unknown("the connection was closed before the answer") : outcome;
    }
}
