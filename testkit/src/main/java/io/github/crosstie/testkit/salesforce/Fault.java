package io.github.crosstie.testkit.salesforce;

/** What happens to a request in place of its answer. */
sealed interface Fault {

    /**
     * Something else than the answer; the request has no effect.
     *
     * @param status the HTTP status
     * @param contentType the type
     * @param body the body
     */
    record Answered(int status, String contentType, String body) implements Fault {}

    /** The connection breaks; the request has no effect. */
    record LostRequest() implements Fault {}

    /** The request has its effect, and the connection breaks before any answer. */
    record LostAnswer() implements Fault {}

    /** The answer ends in the middle and the connection breaks. */
    record BrokenOff() implements Fault {}

    /** The answer ends in the middle, and claims to be whole. */
    record CutShort() implements Fault {}

    /** No answer ever, and no effect. */
    record Silent() implements Fault {}

    /** The first half of the answer, and nothing more ever. */
    record Stalled() implements Fault {}

    /** All sessions end just before the request is looked at. */
    record SessionsEnded() implements Fault {}

    /**
     * Somebody acts just before the request is looked at.
     *
     * @param action what they do
     */
    record Meanwhile(Runnable action) implements Fault {}
}
