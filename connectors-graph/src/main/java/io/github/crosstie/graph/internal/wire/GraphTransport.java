package io.github.crosstie.graph.internal.wire;

import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.BrokenConnectionException;

/**
 * Carries requests to Graph, signed in, within the deadline of its policy. Follows no redirection, repeats nothing, and
 * judges no status. Thread-safe; blocks the calling thread. Two of them: over the JDK's client and over the host's Graph
 * client.
 */
public interface GraphTransport {

    /**
     * Where all requests go.
     *
     * @return always the same
     */
    ServiceRoot root();

    /**
     * What holds for every request.
     *
     * @return always the same
     */
    GraphPolicy policy();

    /**
     * Sends a request.
     *
     * @param request what to send; its address lies on the server of {@link #root}
     * @return the answer, whatever its status
     * @throws io.github.crosstie.fault.CrosstieException if there is no answer; {@link AnswerLost} marks it if a request
     *     that changes something may have been carried out, and a {@link BrokenConnectionException} is its cause if the
     *     connection broke
     */
    GraphResponse exchange(GraphRequest request);
}
