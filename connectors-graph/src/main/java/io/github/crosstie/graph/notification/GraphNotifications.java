package io.github.crosstie.graph.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.crosstie.fault.InvalidInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a host does with the requests that Graph sends to it: plain functions, for any web framework.
 *
 * <pre>{@code
 * Optional<String> token = GraphNotifications.validation(request.getQueryString());
 * if (token.isPresent()) {
 *     return Response.ok(token.get(), "text/plain");      // at once: Graph waits ten seconds
 * }
 * DecodedNotices decoded = GraphNotifications.decode(request.body(), secret);
 * decoded.notices().forEach(queue::add);                  // work on them later, and answer now
 * return Response.accepted();                             // status 202
 * }</pre>
 */
public final class GraphNotifications {

    private static final String DOCUMENT = "notification";
    private static final String TOKEN = "validationToken";
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private GraphNotifications() {}

    /**
     * What to answer where Graph tries an address: the token, as {@code text/plain} and nothing else, with status 200.
     *
     * @param query the query of the request's address as it came, still encoded; null for none
     * @return the token; empty if Graph does not try the address but sends notices
     */
    public static Optional<String> validation(@Nullable String query) {
        if (query == null) {
            return Optional.empty();
        }
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith(TOKEN + "=")) {
                return decoded(parameter.substring(TOKEN.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Graph encodes properly, so this is somebody else, who gets no answer.
            return Optional.empty();
        }
    }

    /**
     * Reads what Graph sends. Entries without the secret are left out, whatever they say.
     *
     * @param body the request's body
     * @param secret what the subscriptions were made with
     * @return the notices
     * @throws IllegalArgumentException if the secret is blank
     * @throws InvalidInputException if the body is not what Graph sends; answer with status 400
     */
    public static DecodedNotices decode(String body, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException(
                    "secret of the subscriptions: it is blank, as anybody's is; pass what they were made with");
        }
        JsonNode entries = parsed(body).path("value");
        if (!entries.isArray()) {
            throw new InvalidInputException(DOCUMENT, "value", "is no array; Graph did not send this, refuse it");
        }
        List<GraphNotice> notices = new ArrayList<>();
        int refused = 0;
        for (JsonNode entry : entries) {
            if (isSigned(entry, secret)) {
                notices.add(notice(entry));
            } else {
                refused++;
            }
        }
        return new DecodedNotices(notices, refused);
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            // Its message would show what is in the body.
            throw new InvalidInputException(
                    DOCUMENT, "", "is not well-formed JSON; Graph did not send this, refuse it");
        }
    }

    /** Takes as long for any secret, so that nobody finds it out letter by letter. */
    private static boolean isSigned(JsonNode entry, String secret) {
        return entry.path("subscriptionId").isTextual()
                && MessageDigest.isEqual(
                        entry.path("clientState").asText().getBytes(StandardCharsets.UTF_8),
                        secret.getBytes(StandardCharsets.UTF_8));
    }

    private static GraphNotice notice(JsonNode entry) {
        String subscription = entry.path("subscriptionId").textValue();
        JsonNode event = entry.path("lifecycleEvent");
        if (event.isTextual()) {
            return switch (event.textValue().toLowerCase(Locale.ROOT)) {
                case "reauthorizationrequired" -> new GraphNotice.RenewalNeeded(subscription);
                case "subscriptionremoved" -> new GraphNotice.SubscriptionRemoved(subscription);
                default -> new GraphNotice.NoticesMissed(subscription);
            };
        }
        return new GraphNotice.ItemChanged(
                subscription, entry.path("resourceData").path("id").asText());
    }
}
