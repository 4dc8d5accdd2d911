package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.internal.exchange.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer means that carries no envelope: the page of a proxy, a refusal of the web server. Where the server may
 * have got as far as the store before it gave up, the exception carries the mark {@link AnswerLost}.
 */
public final class Statuses {

    /** How long a server that says "too many" without saying until when is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private static final String BLOCKED = "Exchange Web Services are switched off for this mailbox, its organisation or"
            + " this application; in Exchange Online this mailbox belongs on Microsoft Graph: move it to the Graph"
            + " connector; on a server of your own have an administrator allow them";

    private final Clock clock;

    /**
     * Judges answers.
     *
     * @param clock tells now
     */
    public Statuses(Clock clock) {
        this.clock = clock;
    }

    /**
     * What an answer means.
     *
     * @param answer has another status than 200, or a page in place of an envelope
     * @param where the request, with the ids that find it in the server's logs
     * @return the exception
     */
    public CrosstieException meaning(WebAnswer answer, String where) {
        int status = answer.status();
        String what = where + ": status " + status + ", ";
        return switch (status) {
            case 200 ->
                AnswerLost.mark(new UnavailableException(what
                        + "a page in place of an answer; look for a proxy or a sign-in page in front of the server"));
            case 300, 301, 302, 303, 307, 308 -> redirection(answer, what);
            case 401 ->
                new UnauthorizedException(what + "the sign-in is refused"
                        + (answer.header("WWW-Authenticate").isPresent()
                                ? ""
                                : " without saying what would be accepted")
                        + "; renew the credentials, and check that the server allows this way to sign in");
            case 403 -> new AccessBlockedException(what + BLOCKED);
            case 404, 410 ->
                new UnavailableException(
                        what + "no Exchange Web Services at this address; check it, or look it up anew");
            case 407 -> new UnavailableException(what + "the proxy asks for a sign-in; allow this server without one");
            case 429 -> throttled(what, retryAt(answer).orElseGet(() -> now().plus(PAUSE)));
            case 456 ->
                new UnauthorizedException(
                        what + "the account is blocked or must sign in anew; have an administrator look at it");
            case 503 ->
                // A gateway may say so that lost patience with a server that has saved everything by then.
                AnswerLost.mark(retryAt(answer)
                        .<CrosstieException>map(moment -> throttled(what, moment))
                        .orElseGet(
                                () -> new UnavailableException(what + "the server is not available; try again later")));
            default ->
                status >= 500 || status == 408
                        ? AnswerLost.mark(
                                new UnavailableException(what + "the server or a gateway failed; try again later"))
                        : new ContractBrokenException(what + "the server does not take the request; report it");
        };
    }

    /**
     * Whether an answer says that nothing, or nothing any more, is at this address.
     *
     * @param answer the answer
     * @return true if the address should be looked up anew
     */
    static boolean isElsewhere(WebAnswer answer) {
        int status = answer.status();
        return status == 404
                || status == 410
                || (status / 100 == 3 && !leadsToErrorPage(answer) && !leadsToSignInPage(answer));
    }

    private static CrosstieException redirection(WebAnswer answer, String what) {
        if (leadsToErrorPage(answer)) {
            return AnswerLost.mark(new UnavailableException(what + "a redirection to an error page; try again later"));
        }
        if (leadsToSignInPage(answer)) {
            return new UnauthorizedException(what + "a redirection to a sign-in page for people;"
                    + " have the server or the proxy let Exchange Web Services pass");
        }
        return AnswerLost.mark(
                new UnavailableException(what + "a redirection elsewhere; look the server's address up anew"));
    }

    private static boolean leadsToErrorPage(WebAnswer answer) {
        return location(answer).contains("errorpage") || location(answer).contains("errorfe");
    }

    private static boolean leadsToSignInPage(WebAnswer answer) {
        return location(answer).contains("/auth/logon") || location(answer).contains("/adfs/ls");
    }

    private static String location(WebAnswer answer) {
        return answer.header("Location").orElse("").toLowerCase(Locale.ROOT);
    }

    private static ThrottledException throttled(String what, Instant retryAt) {
        return new ThrottledException(what + "too many requests; send none before " + retryAt, retryAt, null);
    }

    private Optional<Instant> retryAt(WebAnswer answer) {
        return answer.header("Retry-After").flatMap(header -> RetryAfter.moment(header, now()));
    }

    private Instant now() {
        return clock.instant();
    }
}
