package io.github.crosstie.testkit.exchange;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a request. */
sealed interface FaultPlan {

    /** How long it asks to be left alone; empty if it does not. */
    default Optional<Duration> backOff() {
        return Optional.empty();
    }

    /**
     * The server answers with a SOAP fault, before it does anything.
     *
     * @param code the response code
     * @param text the text
     * @param values what {@code MessageXml} holds
     */
    record SoapFault(String code, String text, Map<String, String> values) implements FaultPlan {

        @Override
        public Optional<Duration> backOff() {
            return told(values.get("BackOffMilliseconds"), ChronoUnit.MILLIS);
        }
    }

    /**
     * A part of the request is refused in its response message, before anything is done for it.
     *
     * @param part which part, from 0; -1 for all
     * @param code the response code
     * @param text the text
     * @param values what {@code MessageXml} holds
     */
    record PartRefused(int part, String code, String text, Map<String, String> values) implements FaultPlan {

        @Override
        public Optional<Duration> backOff() {
            return told(values.get("BackOffMilliseconds"), ChronoUnit.MILLIS);
        }
    }

    /**
     * Somebody else answers: a proxy, a sign-in page, the web server.
     *
     * @param status the HTTP status
     * @param contentType the type of the body
     * @param body the body
     * @param headers more headers
     */
    record Foreign(int status, String contentType, String body, Map<String, String> headers) implements FaultPlan {

        @Override
        public Optional<Duration> backOff() {
            return told(headers.get("Retry-After"), ChronoUnit.SECONDS);
        }
    }

    /**
     * Somebody acts just before the request is worked on; nothing else happens to it.
     *
     * @param deed what is done
     */
    record Meanwhile(Runnable deed) implements FaultPlan {}

    /** The connection breaks before the request is looked at. */
    record RequestLost() implements FaultPlan {}

    /** What was asked for is done, and the connection breaks before any answer. */
    record AnswerLost() implements FaultPlan {}

    /**
     * What was asked for is done, and somebody in between answers that it is not.
     *
     * @param instead what comes in place of the answer
     */
    record AnswerReplaced(Foreign instead) implements FaultPlan {}

    /** What was asked for is done, and the answer breaks off in the middle. */
    record BrokenOff() implements FaultPlan {}

    /** What was asked for is done; half of the answer comes, and then nothing until the server is closed. */
    record Stalled() implements FaultPlan {}

    /** What was asked for is done; the answer comes byte by byte, one each ten milliseconds. */
    record Dripping() implements FaultPlan {}

    /** Texts of the answer hold a character that XML 1.0 forbids. */
    record ForbiddenCharacters() implements FaultPlan {}

    /** The answer holds elements that no client has heard of. */
    record UnknownElements() implements FaultPlan {}

    private static Optional<Duration> told(@Nullable String amount, ChronoUnit unit) {
        return Optional.ofNullable(amount).map(Long::parseLong).map(number -> Duration.of(number, unit));
    }
}
