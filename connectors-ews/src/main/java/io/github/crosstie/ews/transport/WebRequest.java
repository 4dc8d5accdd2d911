package io.github.crosstie.ews.transport;

import io.github.crosstie.connector.Owner;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as HTTP knows it.
 *
 * @param name what it is for, as messages tell it, such as {@code GetItem}
 * @param address where it goes
 * @param mailbox whose mailbox it is about
 * @param headers its headers, without those of the sign-in
 * @param body the text of a POST; null for a GET
 */
public record WebRequest(
        String name, URI address, Owner mailbox, Map<String, String> headers, @Nullable String body) {

    /** Copies the headers. */
    public WebRequest {
        headers = Map.copyOf(headers);
    }

    /** Names the request, the mailbox in short form, and the server; nothing of its contents. */
    @Override
    public String toString() {
        return name + " for " + mailbox + " at " + address.getHost();
    }
}
