package io.github.crosstie.examples.survive;

import io.github.crosstie.examples.survive.Moment.Doing;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the worker does, and kills it at a moment that was chosen beforehand, once. The worker is dead when the doing goes on.
 * Thread-safe.
 */
final class Trap {

    /** The request never arrived: whoever sent it is dead. */
    static final class NeverArrived extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NeverArrived() {
            super("the worker was killed before it could send this", null, false, false);
        }
    }

    /** What becomes of a commit. */
    enum Verdict {
        GO_ON,
        DIE_BEFORE,
        DIE_DURING
    }

    private @Nullable Moment moment;
    private int left;
    private Runnable kill = () -> {};

    synchronized void set(Moment next, Runnable killing) {
        moment = next;
        left = next.number();
        kill = killing;
    }

    synchronized void disarm() {
        moment = null;
    }

    /** Called by a server before it looks at a request. */
    synchronized void request(boolean isWrite) {
        @Nullable Moment due = moment;
        if (due == null || !(due.at() == Doing.REQUEST || (due.at() == Doing.WRITE && isWrite)) || --left > 0) {
            return;
        }
        moment = null;
        kill.run();
        if (!due.takesEffect()) {
            throw new NeverArrived();
        }
    }

    /** Called when the worker is about to commit, and waits. The caller carries out the verdict. */
    synchronized Verdict commit() {
        @Nullable Moment due = moment;
        if (due == null || due.at() != Doing.COMMIT || --left > 0) {
            return Verdict.GO_ON;
        }
        moment = null;
        return due.takesEffect() ? Verdict.DIE_DURING : Verdict.DIE_BEFORE;
    }
}
