package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphTrouble;
import io.github.crosstie.graph.internal.wire.TroubleKind;
import io.github.crosstie.graph.notification.GraphSubscription;
import io.github.crosstie.graph.notification.GraphSubscriptions;
import io.github.crosstie.graph.notification.SubscriptionRequest;
import io.github.crosstie.item.ItemKind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Subscriptions over the connector's own way to Graph. */
final class Subscriptions implements GraphSubscriptions {

    private static final String RESOURCE = "subscriptions";
    private static final int NOT_FOUND = 404;

    private final GraphChannels channels;
    private final Clock clock;

    Subscriptions(GraphChannels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public GraphSubscription create(SubscriptionRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("changeType", "created,updated,deleted");
        body.put("notificationUrl", request.notificationUrl().toString());
        body.put("lifecycleNotificationUrl", request.lifecycleUrl().toString());
        body.put("resource", "users/" + request.mailbox().value() + "/" + collection(request.kind()));
        body.put("expirationDateTime", end(request.lifetime()));
        body.put("clientState", request.secret());
        GraphAnswer answer = channels.channel(request.mailbox())
                .call(GraphCall.post("subscribe", body, RESOURCE).inService());
        if (answer.trouble().filter(Subscriptions::isAboutTheRequest).isPresent()) {
            throw new InvalidInputException(
                    "subscription",
                    "",
                    answer.where() + ": status " + answer.status() + ": Graph does not take it; see that both addresses"
                            + " are reached from outside, and answer with GraphNotifications.validation");
        }
        return subscription(request.mailbox(), request.kind(), answer);
    }

    private static boolean isAboutTheRequest(GraphTrouble trouble) {
        return trouble.kind() == TroubleKind.ITEM;
    }

    @Override
    public Optional<GraphSubscription> renew(GraphSubscription subscription) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("expirationDateTime", end(SubscriptionRequest.LONGEST_LIFETIME));
        return unlessGone(
                        subscription.mailbox(),
                        GraphCall.patch("renew subscription", body, RESOURCE, subscription.id()))
                .map(answer -> subscription(subscription.mailbox(), subscription.kind(), answer));
    }

    @Override
    public void end(Owner mailbox, String id) {
        unlessGone(mailbox, GraphCall.delete("end subscription", RESOURCE, id)).ifPresent(GraphAnswer::required);
    }

    /** Graph says of a missing subscription what it says of a missing mailbox. */
    private Optional<GraphAnswer> unlessGone(Owner mailbox, GraphCall call) {
        try {
            GraphAnswer answer = channels.channel(mailbox).call(call.inService());
            return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(answer);
        } catch (CrosstieException e) {
            if (GraphTrouble.of(e)
                    .filter(trouble -> trouble.status() == NOT_FOUND)
                    .isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String collection(ItemKind kind) {
        return switch (kind) {
            case CONTACT -> "contacts";
            case EVENT -> "events";
        };
    }

    private String end(Duration lifetime) {
        return clock.instant().plus(lifetime).toString();
    }

    private static GraphSubscription subscription(Owner mailbox, ItemKind kind, GraphAnswer answer) {
        JsonNode body = answer.required();
        String id = body.path("id").asText();
        if (id.isEmpty()) {
            throw new ContractBrokenException(answer.where() + ": a subscription without an id; report it");
        }
        return GraphSubscription.until(id, mailbox, kind, answer.receivedAt(), expiration(answer, body));
    }

    private static Instant expiration(GraphAnswer answer, JsonNode body) {
        try {
            return OffsetDateTime.parse(body.path("expirationDateTime").asText())
                    .toInstant();
        } catch (DateTimeException e) {
            throw new ContractBrokenException(
                    answer.where() + ": the end of the subscription cannot be read; report it", e);
        }
    }
}
