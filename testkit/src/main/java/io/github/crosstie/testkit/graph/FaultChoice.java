package io.github.crosstie.testkit.graph;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What becomes of a request, or of several. Each method ends the sentence; nothing happens until one is called. */
public final class FaultChoice {

    private static final String THROTTLED = "Application is over its MailboxConcurrency limit.";
    private static final String AS_TOLD = "As the test says.";

    private final String operation;
    private final Consumer<FaultPlan> plan;

    FaultChoice(String operation, Consumer<FaultPlan> plan) {
        this.operation = operation;
        this.plan = plan;
    }

    /**
     * Too many requests: status 429, which says how long to wait.
     *
     * @param retryAfter how long, told in seconds
     */
    public void throttle(Duration retryAfter) {
        refuse(429, "ApplicationThrottled", THROTTLED, retryAfter(retryAfter));
    }

    /** Too many requests: status 429, which does not say how long to wait. */
    public void throttle() {
        refuse(429, "ApplicationThrottled", THROTTLED, Map.of());
    }

    /** The service is busy: status 503, which does not say how long to wait. */
    public void serviceUnavailable() {
        refuse(503, "ServiceUnavailable", "The service is temporarily unavailable.", Map.of());
    }

    /**
     * The service is busy: status 503, which says how long to wait.
     *
     * @param retryAfter how long, told in seconds
     */
    public void serviceUnavailable(Duration retryAfter) {
        refuse(503, "ServiceUnavailable", "The service is temporarily unavailable.", retryAfter(retryAfter));
    }

    /**
     * The request is refused before anything is done.
     *
     * @param status the HTTP status, 400 to 599
     * @param code the error code, such as {@code ErrorAccessDenied}
     */
    public void refuse(int status, String code) {
        refuse(status, Objects.requireNonNull(code, "code"), AS_TOLD, Map.of());
    }

    /** The token is refused although it was good: status 401. */
    public void unauthorized() {
        refuse(
                401,
                "InvalidAuthenticationToken",
                "Lifetime validation failed, the token is expired.",
                Map.of("WWW-Authenticate", "Bearer realm=\"loopback\""));
    }

    /** What a token of a delta remembers is gone: status 410. */
    public void expire() {
        plan.accept(new FaultPlan.Refused(DeltaToken.expired("")));
    }

    /**
     * Somebody else answers: a proxy, a sign-in page, a gateway.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType such as {@code text/html}
     * @param body the body, of any size
     */
    public void answer(int status, String contentType, String body) {
        plan.accept(new FaultPlan.Foreign(GraphReply.foreign(status, contentType, body, Map.of())));
    }

    /** A gateway answers: status 502 and a page of HTML. */
    public void badGateway() {
        answer(502, "text/html", page("502 Bad Gateway"));
    }

    /**
     * Somebody acts just before the request is worked on, and it is answered as it would be then.
     *
     * @param deed what is done, such as an edit in the mailbox
     */
    public void meanwhile(Runnable deed) {
        plan.accept(new FaultPlan.Meanwhile(Objects.requireNonNull(deed, "deed")));
    }

    /**
     * The connection breaks before the request is looked at. Whatever happens to the connection of a part of a batch
     * happens to the whole batch, whose earlier parts are done.
     */
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
     * @param status the HTTP status, such as 502 or 504
     */
    public void loseAnswerToGateway(int status) {
        plan.accept(new FaultPlan.AnswerReplaced(
                GraphReply.foreign(status, "text/html", page(status + " from the gateway"), Map.of())));
    }

    /** What was asked for is done; the answer breaks off in the middle, and the connection with it. */
    public void breakOff() {
        plan.accept(new FaultPlan.Delivered(Delivery.BROKEN_OFF));
    }

    /** What was asked for is done; half of the answer comes, and nothing more until the server is closed. */
    public void stall() {
        plan.accept(new FaultPlan.Delivered(Delivery.STALLED));
    }

    /** What was asked for is done; the answer comes byte by byte, for ten milliseconds each. */
    public void drip() {
        plan.accept(new FaultPlan.Delivered(Delivery.DRIPPING));
    }

    /** The page has no items and leads on; the page that was asked for comes next. */
    public void emptyPage() {
        change(AnswerChange::empty);
    }

    /** What has happened since the last round is not seen yet: nothing is told, and that round's link comes again. */
    public void lateChanges() {
        change(AnswerChange::late);
    }

    /** The page tells all its items twice. */
    public void repeatPage() {
        change(AnswerChange::repeat);
    }

    /** The page begins with the removal of something that nobody has heard of. */
    public void removeUnknown() {
        change(AnswerChange::removeUnknown);
    }

    /** The links of the page lead to another host, to which no token may go. */
    public void strayLinks() {
        strayLinks(URI.create("http://graph.invalid"));
    }

    /**
     * The links of the page lead to another server, which can tell whether anybody came.
     *
     * @param elsewhere its scheme, host and port
     */
    public void strayLinks(URI elsewhere) {
        change(AnswerChange.strayLinks(elsewhere.resolve("/").toString()));
    }

    /**
     * A list finds nothing, as a search does right after an item was made. A page of a delta stays as it is: one that found nothing and
     * led on would step over changes for good, which Graph does not do.
     *
     * @throws IllegalArgumentException if the operation is a delta
     */
    public void findNothing() {
        if (operation.equals("delta") || operation.endsWith("/delta") || operation.endsWith(" delta")) {
            throw new IllegalArgumentException("findNothing of '" + operation + "': changes would be stepped over for"
                    + " good; use lateChanges() for changes that are told later, emptyPage() for a page without any");
        }
        change(AnswerChange::findNothing);
    }

    /** The answer has properties that no client has heard of. */
    public void unknownProperties() {
        change(AnswerChange::addUnknown);
    }

    /**
     * A list lacks one of its entries, as that of translated ids may.
     *
     * @param index which one, from 0
     */
    public void leaveOut(int index) {
        change(AnswerChange.without(index));
    }

    private void change(AnswerChange change) {
        plan.accept(new FaultPlan.Changed(change));
    }

    private void refuse(int status, String code, String text, Map<String, String> headers) {
        plan.accept(new FaultPlan.Refused(new GraphRefusal(status, code, text, headers)));
    }

    private static Map<String, String> retryAfter(Duration duration) {
        return Map.of("Retry-After", Long.toString(duration.toSeconds()));
    }

    private static String page(String title) {
        return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><br></body></html>";
    }
}
