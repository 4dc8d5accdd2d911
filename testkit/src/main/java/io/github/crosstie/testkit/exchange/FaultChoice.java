package io.github.crosstie.testkit.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What becomes of a request, or of several. Each method ends the sentence; a server that is closed while a sentence has no end
 * says so.
 */
public final class FaultChoice {

    static final String BUSY = "The server cannot service this request right now. Try again later.";
    private static final String AS_TOLD = "As the test says.";

    private final Consumer<FaultPlan> plan;

    FaultChoice(Consumer<FaultPlan> plan) {
        this.plan = plan;
    }

    /**
     * The server is busy and says so in a SOAP fault, HTTP status 500.
     *
     * @param backOff how long to wait, told to the millisecond
     */
    public void throttle(Duration backOff) {
        plan.accept(new FaultPlan.SoapFault("ErrorServerBusy", BUSY, backOff(backOff)));
    }

    /**
     * The server is busy and says so in the response messages, HTTP status 200.
     *
     * @param backOff how long to wait, told to the millisecond
     */
    public void throttleInMessage(Duration backOff) {
        plan.accept(new FaultPlan.PartRefused(-1, "ErrorServerBusy", BUSY, backOff(backOff)));
    }

    /**
     * The server has an internal error whose inner code says that it is busy, HTTP status 200.
     *
     * @param backOff how long to wait, told to the millisecond
     */
    public void throttleInside(Duration backOff) {
        plan.accept(new FaultPlan.PartRefused(
                -1,
                "ErrorInternalServerError",
                "An internal server error occurred. The operation failed.",
                Map.of(
                        "InnerErrorMessageText",
                        BUSY,
                        "InnerErrorResponseCode",
                        "ErrorServerBusy",
                        "BackOffMilliseconds",
                        Long.toString(backOff.toMillis()))));
    }

    /** The web server is busy: HTTP status 503 and a page of HTML. */
    public void serviceUnavailable() {
        answer(503, "text/html", page("503 Service Unavailable"));
    }

    /**
     * The web server is busy and says how long: HTTP status 503.
     *
     * @param retryAfter how long, told in seconds
     */
    public void serviceUnavailable(Duration retryAfter) {
        plan.accept(new FaultPlan.Foreign(
                503,
                "text/html",
                page("503 Service Unavailable"),
                Map.of("Retry-After", Long.toString(retryAfter.toSeconds()))));
    }

    /**
     * The whole request is refused with a SOAP fault, before anything is done.
     *
     * @param code a response code of the schema, or one that it does not know
     */
    public void fault(String code) {
        plan.accept(new FaultPlan.SoapFault(Objects.requireNonNull(code, "code"), AS_TOLD, Map.of()));
    }

    /**
     * All parts of the request are refused in their response messages, before anything is done.
     *
     * @param code a response code of the schema, or one that it does not know
     */
    public void refuse(String code) {
        refusePart(-1, code);
    }

    /**
     * One part of the request is refused in its response message; the others are worked on.
     *
     * @param part which item, folder or id of the request, from 0
     * @param code a response code of the schema, or one that it does not know
     */
    public void refusePart(int part, String code) {
        plan.accept(new FaultPlan.PartRefused(part, Objects.requireNonNull(code, "code"), AS_TOLD, Map.of()));
    }

    /**
     * All parts of the request fail with an internal error that holds another code.
     *
     * @param code the inner response code
     */
    public void refuseInside(String code) {
        plan.accept(new FaultPlan.PartRefused(
                -1,
                "ErrorInternalServerError",
                "An internal server error occurred. The operation failed.",
                Map.of(
                        "InnerErrorMessageText",
                        AS_TOLD,
                        "InnerErrorResponseCode",
                        Objects.requireNonNull(code, "code"))));
    }

    /**
     * Somebody else answers: a proxy, a sign-in page, a gateway.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType such as {@code text/html}
     * @param body the body, of any size
     */
    public void answer(int status, String contentType, String body) {
        plan.accept(new FaultPlan.Foreign(status, contentType, body, Map.of()));
    }

    /** A gateway answers: HTTP status 502 and a page of HTML. */
    public void badGateway() {
        answer(502, "text/html", page("502 Bad Gateway"));
    }

    /** The web server sends the client to its error page: HTTP status 302. */
    public void errorPage() {
        plan.accept(new FaultPlan.Foreign(
                302, "text/html", page("Object moved"), Map.of("Location", "/EWS/genericerrorpage.htm")));
    }

    /** The credentials are refused, without a word about which would be good: HTTP status 401. */
    public void unauthorized() {
        answer(401, "text/plain", "");
    }

    /** The mailbox's service does not offer EWS any more: HTTP status 403. */
    public void blocked() {
        answer(403, "text/plain", "EWS blocked");
    }

    /**
     * Somebody acts just before the request is worked on, and it is answered as it would be then.
     *
     * @param deed what is done, such as an edit in the mailbox
     */
    public void meanwhile(Runnable deed) {
        plan.accept(new FaultPlan.Meanwhile(Objects.requireNonNull(deed, "deed")));
    }

    /** The connection breaks before the request is looked at. */
    public void loseRequest() {
        plan.accept(new FaultPlan.RequestLost());
    }

    /** What was asked for is done, and the connection breaks before any answer. */
    public void loseAnswer() {
        plan.accept(new FaultPlan.AnswerLost());
    }

    /**
     * What was asked for is done, and a gateway that did not wait for the answer sends a page of HTML instead.
     *
     * @param status the HTTP status, such as 502 or 503
     */
    public void loseAnswerToGateway(int status) {
        plan.accept(new FaultPlan.AnswerReplaced(
                new FaultPlan.Foreign(status, "text/html", page(status + " from the gateway"), Map.of())));
    }

    /** What was asked for is done; the answer breaks off in the middle, and the connection with it. */
    public void breakOff() {
        plan.accept(new FaultPlan.BrokenOff());
    }

    /** What was asked for is done; half of the answer comes, and nothing more until the server is closed. */
    public void stall() {
        plan.accept(new FaultPlan.Stalled());
    }

    /** What was asked for is done; the answer comes byte by byte, for ten milliseconds each. */
    public void drip() {
        plan.accept(new FaultPlan.Dripping());
    }

    /** Texts in the answer hold a character that XML 1.0 forbids, as a reference. */
    public void forbiddenCharacters() {
        plan.accept(new FaultPlan.ForbiddenCharacters());
    }

    /** The answer holds elements that no client has heard of, as answers of newer servers do. */
    public void unknownElements() {
        plan.accept(new FaultPlan.UnknownElements());
    }

    static Map<String, String> backOff(Duration backOff) {
        return Map.of("BackOffMilliseconds", Long.toString(backOff.toMillis()));
    }

    private static String page(String title) {
        return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><br></body></html>";
    }
}
