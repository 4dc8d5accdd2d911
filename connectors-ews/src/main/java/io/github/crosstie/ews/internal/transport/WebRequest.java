package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.connector.Owner;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request as HTTP knows it.
 *
 * @param name what it is for, as messages tell it, such as {@code GetItem}
 * @param address where it goes
 * @param mailbox whose mailbox it is about
 * @param headers its headers, without those of the sign-in
 * @param body the text of a POST; null for a GET
 * @param repeatable whether it changes nothing, so that it may be sent again when the connection breaks
 */
public record WebRequest(
        String name,
        URI address,
        Owner mailbox,
        Map<String, String> headers,
        @Nullable String body,
        boolean repeatable) {

    /** The header by which a request can be found in the server's logs. */
    public static final String ID = "client-request-id";

    private static final String SERVERS_ID = "request-id";
    private static final Pattern WELL_FORMED_ID = Pattern.compile("[\\w.-]{1,80}");

    /** Copies the headers. */
    public WebRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * Names the request together with its answer, for messages.
     *
     * @param answer the answer
     * @return the name, with both ids if there are two
     */
    public String with(WebAnswer answer) {
        return named(answer.header(SERVERS_ID)
                .filter(id -> WELL_FORMED_ID.matcher(id).matches())
                .map(id -> SERVERS_ID + " " + id));
    }

    /** Names the request, the mailbox in short form, the server and the request's id; nothing of its contents. */
    @Override
    public String toString() {
        return named(Optional.empty());
    }

    private String named(Optional<String> servers) {
        Optional<String> ours = Optional.ofNullable(headers.get(ID)).map(id -> ID + " " + id);
        String ids = ours.map(id -> id + servers.map(other -> ", " + other).orElse(""))
                .or(() -> servers)
                .map(all -> " (" + all + ")")
                .orElse("");
        return name + " for " + mailbox + " at " + address.getHost() + ids;
    }
}
