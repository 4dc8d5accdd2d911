package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.rest.ApiResponse;
import java.util.Objects;
import java.util.function.Consumer;

/** What becomes of a request, or of several. Each method ends the sentence; nothing happens until one is called. Thread-safe. */
public final class FaultChoice {

    private final Consumer<Fault> faults;

    FaultChoice(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /**
     * It is refused with a code of the API, and has no effect.
     *
     * @param code such as {@code SERVER_UNAVAILABLE}; the status is the one that goes with it
     * @param message what the answer says
     */
    public void refuse(String code, String message) {
        ApiResponse answer = ApiResponse.of(new Refusal(code, message));
        answer(answer.status(), answer.contentType(), answer.body());
    }

    /**
     * It is refused with a code of the API and a status, and has no effect.
     *
     * @param status the HTTP status, 200 to 599
     * @param code such as {@code UNKNOWN_EXCEPTION}
     * @param message what the answer says
     */
    public void refuse(int status, String code, String message) {
        ApiResponse answer = ApiResponse.of(new Refusal(code, message));
        answer(status, answer.contentType(), answer.body());
    }

    /**
     * It is answered by somebody else, a proxy or a gateway, and has no effect.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType such as {@code text/html}
     * @param body the body; of any size
     */
    public void answer(int status, String contentType, String body) {
        faults.accept(new Fault.Answered(
                status, Objects.requireNonNull(contentType, "contentType"), Objects.requireNonNull(body, "body")));
    }

    /** A gateway answers: status 502 and a page of HTML; it has no effect. */
    public void badGateway() {
        answer(502, "text/html", "<html><head><title>502 Bad Gateway</title></head><body></body></html>");
    }

    /** It is answered by status 503 and a page of HTML, and has no effect. */
    public void serviceUnavailable() {
        answer(
                503,
                "text/html",
                "<html><head><title>Maintenance</title></head><body>We are down for now</body></html>");
    }

    /** The connection breaks, and it has no effect. A client may repeat a read on a fresh connection by itself. */
    public void loseRequest() {
        faults.accept(new Fault.LostRequest());
    }

    /** It has its effect, and the connection breaks before any answer. */
    public void loseAnswer() {
        faults.accept(new Fault.LostAnswer());
    }

    /** It has its effect, the answer ends in the middle, and the connection breaks. */
    public void breakOff() {
        faults.accept(new Fault.BrokenOff());
    }

    /** It has its effect, the answer ends in the middle, and its length says that it is whole. */
    public void cutShort() {
        faults.accept(new Fault.CutShort());
    }

    /** It gets no answer until the server is closed, and has no effect. */
    public void hang() {
        faults.accept(new Fault.Silent());
    }

    /** It has its effect, and the answer stops in the middle until the server is closed. */
    public void stall() {
        faults.accept(new Fault.Stalled());
    }

    /** All sessions have ended when it comes. */
    public void endSessions() {
        faults.accept(new Fault.SessionsEnded());
    }

    /**
     * Somebody acts just before it is looked at.
     *
     * @param deed what they do, on the server's thread
     */
    public void meanwhile(Runnable deed) {
        faults.accept(new Fault.Meanwhile(Objects.requireNonNull(deed, "deed")));
    }
}
