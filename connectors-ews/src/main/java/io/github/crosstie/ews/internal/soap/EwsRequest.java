package io.github.crosstie.ews.internal.soap;

import java.util.function.Consumer;

/**
 * What is asked of the server.
 *
 * @param operation the operation's name, such as {@code GetItem}
 * @param body writes the single element of the body; may be called again when the request is sent again
 */
public record EwsRequest(String operation, Consumer<XmlOutput> body) {}
