package io.github.crosstie.graph.internal.wire;

import io.github.crosstie.connector.Owner;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as HTTP knows it.
 *
 * @param name what it is for, as messages tell it
 * @param mailbox whose mailbox it is about
 * @param verb what it does
 * @param address where it goes
 * @param headers its headers, without those of the sign-in
 * @param body JSON, or null for none
 */
public record GraphRequest(
        String name,
        Owner mailbox,
        Verb verb,
        URI address,
        Map<String, String> headers,
        @Nullable String body) {

    /** The header by which a request can be found in the server's logs. */
    static final String ID = "client-request-id";

    /** Copies the headers. */
    public GraphRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * Whether it changes nothing, so that it may be sent again.
     *
     * @return true for reading
     */
    public boolean isReading() {
        return verb == Verb.GET;
    }

    /** Names the request, the mailbox in short form, the server and the request's id; nothing of its contents. */
    @Override
    public String toString() {
        String id = headers.get(ID);
        return name + " for " + mailbox + " at " + address.getHost() + (id == null ? "" : " (" + ID + " " + id + ")");
    }
}
