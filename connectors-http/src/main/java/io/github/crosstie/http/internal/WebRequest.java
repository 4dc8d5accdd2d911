package io.github.crosstie.http.internal;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param name what it is called in messages, with what a person needs to find it again; without secrets and personal data
 * @param verb such as GET
 * @param address where it goes
 * @param headers its headers, the credentials among them
 * @param body its text in UTF-8; null for none
 * @param isReading whether it changes nothing, so that nothing is lost with its answer
 */
public record WebRequest(
        String name,
        String verb,
        URI address,
        Map<String, String> headers,
        @Nullable String body,
        boolean isReading) {

    /**
     * Copies the headers.
     *
     * @throws IllegalArgumentException if a header's value is not printable ASCII; the message does not show it, as the
     *     client's own would
     */
    public WebRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(address, "address");
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        sorted.forEach((header, value) -> requirePrintable(name, header, value));
        headers = Collections.unmodifiableMap(sorted);
    }

    private static void requirePrintable(String name, String header, String value) {
        if (value.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new IllegalArgumentException(name + ": the header " + header
                    + " holds what no header can carry, such as the end of a line; remove it where the value"
                    + " comes from");
        }
    }

    /** Its name: address and headers may hold secrets. */
    @Override
    public String toString() {
        return name;
    }
}
