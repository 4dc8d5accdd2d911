package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.EngagementCode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What becomes of a request. Each method ends the sentence; nothing happens until one is called. */
public final class FaultChoice {

    private final Consumer<Fault> faults;

    FaultChoice(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /**
     * The request is refused with a code.
     *
     * @param code the code; the status is the one that goes with it
     */
    public void refuse(EngagementCode code) {
        refuse(ApiRefusal.status(code), code.number());
    }

    /**
     * The request is refused with a code of any number.
     *
     * @param status the HTTP status, 200 to 599
     * @param code the code's number
     */
    public void refuse(int status, int code) {
        faults.accept(new Fault.Refused(status, code));
    }

    /**
     * Somebody else answers: a proxy, a sign-in page, a gateway.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType such as {@code text/html}
     * @param body the body, of any size
     */
    public void answer(int status, String contentType, String body) {
        faults.accept(new Fault.Foreign(
                status, Objects.requireNonNull(contentType, "contentType"), Objects.requireNonNull(body, "body")));
    }

    /** A gateway answers: status 502 and a page of HTML. */
    public void badGateway() {
        answer(502, "text/html", "<html><head><title>502 Bad Gateway</title></head><body></body></html>");
    }

    /**
     * The answer is as always, but for warnings of the API in its headers.
     *
     * @param warnings the warnings, each a header of its own; {@code 203} says that a listing ends before its end
     */
    public void warn(String... warnings) {
        faults.accept(new Fault.Warned(List.of(warnings)));
    }

    /** The connection breaks before any answer. */
    public void loseAnswer() {
        faults.accept(new Fault.Dropped());
    }

    /** The answer breaks off in the middle, and the connection with it. */
    public void breakOff() {
        faults.accept(new Fault.BrokenOff());
    }

    /** The answer ends in the middle, and its length says that it is whole. */
    public void cutShort() {
        faults.accept(new Fault.CutShort());
    }

    /** There is no answer until the server is closed. */
    public void hang() {
        faults.accept(new Fault.Silent());
    }

    /** Status, headers and the first half of the body come, and nothing more until the server is closed. */
    public void stall() {
        faults.accept(new Fault.Stalled());
    }
}
