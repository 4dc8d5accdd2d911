package io.github.crosstie.graph;

import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;

/**
 * The requests that one write of a series takes, one after the other. Once one of them was carried out, the write is
 * begun: whatever fails then leaves the series changed in part, so that nobody may say that it was not done. For one
 * thread.
 */
final class Steps {

    private final GraphChannel channel;
    private boolean begun;

    Steps(GraphChannel channel) {
        this.channel = channel;
    }

    /** Carries out the next one. */
    GraphAnswer take(GraphCall call) throws RefusedException {
        GraphAnswer answer = RefusedException.required(channel.call(call));
        begun = true;
        return answer;
    }

    boolean areBegun() {
        return begun;
    }
}
