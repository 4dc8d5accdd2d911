package io.github.crosstie.graph.internal.wire;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;

/**
 * What an answer means that Graph itself did not write: the page of a gateway or a proxy, a bare status. It is never
 * about an item: a 404 of a proxy must not delete a contact.
 */
final class ForeignAnswer {

    private ForeignAnswer() {}

    static CrosstieException meaning(GraphAnswer answer) {
        int status = answer.status();
        String what = answer.where() + ": status " + status + ", ";
        GraphTrouble trouble = GraphTrouble.in(answer);
        if (trouble.retryAt() != null) {
            ThrottledException throttled = new ThrottledException(
                    what + "too many requests; send none before " + trouble.retryAt(), trouble.retryAt(), null);
            return trouble.mayHaveHappened() ? AnswerLost.mark(throttled) : throttled;
        }
        return switch (status) {
            case 401 -> new UnauthorizedException(what + "the token is refused; renew it");
            case 403 ->
                new AccessBlockedException(what + "a refusal that does not come from Graph; have the proxy or the"
                        + " firewall let Graph pass");
            case 407 -> new UnavailableException(what + "the proxy asks for a sign-in; allow this server without one");
            case 413, 414, 431 ->
                new ContractBrokenException(what + "the request is larger than the way to Graph allows; report it");
            default -> AnswerLost.mark(new UnavailableException(what + reason(status)));
        };
    }

    private static String reason(int status) {
        if (status / 100 == 2) {
            return "a page in place of an answer; look for a proxy or a sign-in page in front of the server";
        }
        if (status / 100 == 3) {
            return "a redirection, which is not followed; check the service's address and the proxy";
        }
        return status >= 500 || status == 408
                ? "the server or a gateway failed; try again later"
                : "an answer that does not come from Graph; check the service's address and the proxy";
    }
}
