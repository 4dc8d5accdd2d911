package io.github.crosstie.graph.internal.wire;

import io.github.crosstie.http.internal.AnswerLost;
import java.util.List;

/**
 * One mailbox's way to Graph. It signs in, sends, keeps deadlines and pauses, asks for immutable ids with every request,
 * and turns every trouble that concerns the whole mailbox into one of the exceptions of {@code fault}. Thread-safe;
 * calls block the calling thread.
 */
public interface GraphChannel {

    /** How many calls one batch takes. */
    int LARGEST_BATCH = 20;

    /**
     * Makes one call.
     *
     * @param call what to ask
     * @return the answer: of success, or of a trouble that is with the one item alone (see {@link TroubleKind#ofItem})
     * @throws io.github.crosstie.fault.CrosstieException if there is no answer, or one of trouble with the whole
     *     mailbox; {@link AnswerLost} marks it if the call may have been carried out, {@link GraphTrouble#of} finds the
     *     trouble in it again
     */
    GraphAnswer call(GraphCall call);

    /**
     * Makes several calls in one request. They are carried out in any order, each for itself.
     *
     * @param calls what to ask, 1 to {@link #LARGEST_BATCH}; none of them follows a link
     * @return an answer for each call, in the order of the calls, of whatever status: a part may be throttled where
     *     others are done. A call that the server forgot to answer has an answer of status 504: it may be done
     * @throws io.github.crosstie.fault.CrosstieException as {@link #call} does, where the batch as a whole is in
     *     trouble
     * @throws IllegalArgumentException if there are no calls, too many, or one that follows a link
     */
    List<GraphAnswer> batch(List<GraphCall> calls);
}
