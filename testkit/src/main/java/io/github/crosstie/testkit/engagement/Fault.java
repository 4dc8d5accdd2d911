package io.github.crosstie.testkit.engagement;

import java.util.List;

/** What happens to a request in place of its answer, or to its answer. */
sealed interface Fault {

    /**
     * An error in the API's envelope.
     *
     * @param status the HTTP status
     * @param code the code
     */
    record Refused(int status, int code) implements Fault {}

    /**
     * Something else than the API's answer.
     *
     * @param status the HTTP status
     * @param contentType the type
     * @param body the body
     */
    record Foreign(int status, String contentType, String body) implements Fault {}

    /**
     * The answer with warnings of the API.
     *
     * @param warnings the values of its header
     */
    record Warned(List<String> warnings) implements Fault {}

    /** The connection breaks before any answer. */
    record Dropped() implements Fault {}

    /** The answer ends in the middle and the connection breaks. */
    record BrokenOff() implements Fault {}

    /** The answer ends in the middle, and claims to be whole. */
    record CutShort() implements Fault {}

    /** No answer ever. */
    record Silent() implements Fault {}

    /** The first half of the answer, and nothing more ever. */
    record Stalled() implements Fault {}
}
