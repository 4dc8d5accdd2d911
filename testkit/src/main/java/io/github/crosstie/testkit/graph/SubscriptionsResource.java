package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** Subscriptions to changes: made, read, renewed and ended. */
final class SubscriptionsResource implements Resource {

    /** For so long Outlook lets a subscription live. */
    private static final Duration LONGEST = Duration.ofMinutes(4230);

    private static final Set<String> CHANGE_TYPES = Set.of("created", "updated", "deleted");

    private final LoopbackSubscriptions subscriptions;
    private final SubscribedFolder folders;

    SubscriptionsResource(LoopbackSubscriptions subscriptions, SubscribedFolder folders) {
        this.subscriptions = subscriptions;
        this.folders = folders;
    }

    @Override
    public GraphReply answer(GraphRequest request) throws GraphRefusal, Refusal {
        if (request.depth() == 1) {
            return switch (request.method()) {
                case "GET" -> GraphReply.ok(list());
                case "POST" -> GraphReply.json(201, create(request).show());
                default -> throw GraphRefusal.notAllowed();
            };
        }
        Subscription subscription = find(request.segment(1));
        if (request.at(2, "reauthorize") && request.is("POST")) {
            return GraphReply.noContent();
        }
        return switch (request.depth() == 2 ? request.method() : "") {
            case "GET" -> GraphReply.ok(subscription.show());
            case "PATCH" -> GraphReply.ok(renew(subscription, request).show());
            case "DELETE" -> {
                subscriptions.remove(subscription.id());
                yield GraphReply.noContent();
            }
            default -> throw GraphRefusal.notAllowed();
        };
    }

    private ObjectNode list() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode value = list.putArray("value");
        subscriptions.alive().forEach(subscription -> value.add(subscription.show()));
        return list;
    }

    private Subscription find(String id) throws GraphRefusal {
        for (Subscription subscription : subscriptions.alive()) {
            if (subscription.id().equals(id)) {
                return subscription;
            }
        }
        throw new GraphRefusal(404, "ResourceNotFound", "The object was not found.");
    }

    private Subscription create(GraphRequest request) throws GraphRefusal, Refusal {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("changeType", "notificationUrl", "resource")) {
            String text = request.object().path(name).asText("");
            if (text.isEmpty()) {
                throw invalid("The required property '" + name + "' is missing.");
            }
            asked.put(name, text);
        }
        for (String name : List.of("lifecycleNotificationUrl", "clientState")) {
            if (request.object().path(name).isTextual()) {
                asked.put(name, request.object().path(name).textValue());
            }
        }
        for (String type : asked.path("changeType").asText().split(",", -1)) {
            if (!CHANGE_TYPES.contains(type.strip())) {
                throw invalid("The changeType '" + type.strip() + "' is none.");
            }
        }
        Instant expiration = expiration(request);
        SubscribedFolder.Place place = folders.find(asked.path("resource").asText(), request);
        tryEndpoints(asked);
        Subscription subscription = new Subscription(subscriptions.newId(), asked, place, expiration);
        subscriptions.put(subscription);
        return subscription;
    }

    private void tryEndpoints(ObjectNode asked) throws GraphRefusal {
        for (String name : List.of("notificationUrl", "lifecycleNotificationUrl")) {
            JsonNode url = asked.path(name);
            if (url.isMissingNode()) {
                continue;
            }
            if (!url.textValue().startsWith("https://")) {
                throw invalid("The " + name + " has to begin with https.");
            }
            if (!subscriptions.answers(url.textValue())) {
                throw new GraphRefusal(
                        400,
                        "ValidationError",
                        "Subscription validation request failed. Notification endpoint must respond with 200 OK to "
                                + "validation request.");
            }
        }
    }

    private Subscription renew(Subscription subscription, GraphRequest request) throws GraphRefusal {
        if (request.object().has("notificationUrl")) {
            String url = request.object().path("notificationUrl").asText();
            throw invalid("The notificationUrl '" + url + "' cannot be renewed here: make another subscription.");
        }
        subscription.expiration(expiration(request));
        return subscription;
    }

    private static Instant expiration(GraphRequest request) throws GraphRefusal {
        String text = request.object().path("expirationDateTime").asText("");
        Instant now = request.mailbox().clock.instant();
        try {
            Instant expiration = OffsetDateTime.parse(text).toInstant();
            if (expiration.isAfter(now) && !expiration.isAfter(now.plus(LONGEST))) {
                return expiration;
            }
        } catch (DateTimeException unreadable) {
            throw invalid("The expirationDateTime is no date with a time and an offset.");
        }
        throw invalid("Subscription expiration can only be " + LONGEST.toMinutes() + " minutes in the future.");
    }

    private static GraphRefusal invalid(String text) {
        return new GraphRefusal(400, "InvalidRequest", text);
    }
}
