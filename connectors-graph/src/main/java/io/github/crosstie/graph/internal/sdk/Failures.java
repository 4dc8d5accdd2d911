package io.github.crosstie.graph.internal.sdk;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.GraphRequest;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.BrokenConnectionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** What it means when the host's client throws: it wraps everything in bare runtime exceptions. */
final class Failures {

    private final GraphRequest request;
    private final GraphPolicy policy;

    Failures(GraphRequest request, GraphPolicy policy) {
        this.request = request;
        this.policy = policy;
    }

    /**
     * What something means that the client threw.
     *
     * @param thrown what it threw
     * @param sent whether the request may have reached the server by then
     */
    CrosstieException meaning(Exception thrown, boolean sent) {
        if (thrown instanceof CrosstieException ours) {
            return sent ? lost(ours) : ours;
        }
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof IOException trouble) {
                return ofTheNetwork(trouble);
            }
        }
        if (sent) {
            return lost(new UnavailableException(
                    request + ": the host's Graph client failed after it had sent the request; look at the cause",
                    thrown));
        }
        return new UnauthorizedException(
                request + ": the host's Graph client could not send the request, as where it finds no token; look at"
                        + " the cause, and renew what it signs in with",
                thrown);
    }

    private CrosstieException ofTheNetwork(IOException trouble) {
        if (trouble instanceof ConnectException || trouble instanceof UnknownHostException) {
            return new UnavailableException(
                    request + ": no connection; check the address, the proxy and the network", trouble);
        }
        if (trouble instanceof InterruptedIOException) {
            return lost(new UnavailableException(
                    request + ": no complete answer within " + policy.deadline() + " or the time of the host's client"
                            + "; try again later, or allow more time",
                    trouble));
        }
        return lost(new UnavailableException(
                request + ": the connection broke before the answer was complete; try again later",
                new BrokenConnectionException(trouble)));
    }

    CrosstieException tooLarge() {
        return lost(new ContractBrokenException(request + ": the answer is larger than " + policy.largestAnswer()
                + " bytes; ask for less at a time, or allow larger answers"));
    }

    /** Nothing is lost where nothing was to be changed. */
    private CrosstieException lost(CrosstieException exception) {
        return request.isReading() ? exception : AnswerLost.mark(exception);
    }
}
