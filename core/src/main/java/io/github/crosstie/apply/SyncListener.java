package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.plan.SyncPlan;
import java.time.Duration;

/**
 * Is told what rounds do while they do it, for metrics, traces and progress bars. A host sets one for all rounds ({@code
 * CrosstieBuilder#listener}), or several {@linkplain #of together}. It hears of every round that syncs, carries out a stored plan or
 * resets, whoever calls for it: a call, a dispatch or a cluster. Dry runs are told to nobody. A report keeps a part of a very large
 * round; a listener is told all of it. Every method does nothing by default.
 *
 * <ul>
 *   <li><b>Order.</b> A round begins, goes through its phases, and ends or fails, once. Each phase that begins ends before the next
 *       one, also when an exception ends the round. A round that may not begin, because another worker is at it or a system is to be left
 *       alone, has no phase. Nothing is told when a process dies.
 *   <li><b>Threads.</b> Called from the round's thread, between calls to the two sides; the MDC names the round ({@link
 *       io.github.crosstie.log.LogKeys}). Rounds of several collections run at the same time: a listener is thread-safe.
 *   <li><b>Exceptions.</b> What a listener throws is logged by its class and harms neither the round nor other listeners; the listener
 *       hears nothing more of that round. An {@link Error} ends the round as a crash of the process would: all that is done is kept or
 *       found again by the next round.
 *   <li><b>Cost.</b> The round waits, with its lease held: return soon, and hand over what takes long. It may not call for the same
 *       records.
 *   <li><b>Personal data.</b> Plans and outcomes hold the records themselves. Codes, kinds, numbers and a {@link RoundIdentity} hold none.
 * </ul>
 */
@Incubating
public interface SyncListener {

    /** Listens to nothing. */
    SyncListener NONE = new SyncListener() {};

    /**
     * Several as one. Each is told in this order, whatever befalls those before it.
     *
     * @param listeners who is told
     * @return a listener that tells all of them
     */
    static SyncListener of(SyncListener... listeners) {
        return CombinedListener.of(listeners);
    }

    /**
     * A round begins: it asks for its lease next.
     *
     * @param round which
     */
    default void roundBegan(RoundIdentity round) {}

    /**
     * A phase begins.
     *
     * @param round of which round
     * @param phase which
     */
    default void phaseBegan(RoundIdentity round, RoundPhase phase) {}

    /**
     * A phase is through, or ends with its round.
     *
     * @param round of which round
     * @param phase which
     * @param took how long, by the host's clock; zero or more
     */
    default void phaseEnded(RoundIdentity round, RoundPhase phase, Duration took) {}

    /**
     * A plan is about to be carried out: one for a pass, or for a slice of a large one.
     *
     * @param round in which round
     * @param plan the plan
     */
    default void planned(RoundIdentity round, SyncPlan plan) {}

    /**
     * Something came of a change or a record, or the round ended early. A record that is left alone in several passes is told of
     * in each.
     *
     * @param round in which round
     * @param outcome what came of it
     */
    default void outcome(RoundIdentity round, Outcome outcome) {}

    /**
     * A part is done: a page of changes is taken in, or a slice of a pass worked through.
     *
     * @param round of which round
     * @param progress how far it has come
     */
    default void progress(RoundIdentity round, RoundProgress progress) {}

    /**
     * A round is through, early or not; its lease is given back.
     *
     * @param round which
     * @param report what its caller gets
     * @param took how long, by the host's clock; zero or more
     */
    default void roundEnded(RoundIdentity round, RoundReport report, Duration took) {}

    /**
     * A round ended by what nobody can plan for. What was done before stands.
     *
     * @param round which
     * @param failure what its caller gets to catch
     * @param took how long, by the host's clock; zero or more
     */
    default void roundFailed(RoundIdentity round, Throwable failure, Duration took) {}
}
