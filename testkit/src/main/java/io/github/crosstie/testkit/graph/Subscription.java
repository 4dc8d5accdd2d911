package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox.StoreEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Somebody who wants to be told of changes in folders. Guarded by the organization's lock. */
final class Subscription {

    private static final String TENANT = "40000000-0000-4000-8000-000000000001";

    private static final Map<String, String> CHANGES =
            Map.of("CreatedEvent", "created", "ModifiedEvent", "updated", "DeletedEvent", "deleted");

    private final String id;
    private final ObjectNode asked;
    private final Set<String> changeTypes;
    private final SubscribedFolder.Place place;
    private Instant expiration;
    private long told;

    /**
     * A subscription that is told of what happens from now on.
     *
     * @param id its id
     * @param asked what was asked for
     * @param place where changes are looked for
     * @param expiration when it ends
     */
    Subscription(String id, ObjectNode asked, SubscribedFolder.Place place, Instant expiration) {
        this.id = id;
        this.asked = asked;
        this.changeTypes = Set.of(asked.path("changeType").asText().strip().split("\\s*,\\s*", -1));
        this.place = place;
        this.expiration = expiration;
        told = place.mailbox().sequence();
    }

    String id() {
        return id;
    }

    StoredMailbox mailbox() {
        return place.mailbox();
    }

    Instant expiration() {
        return expiration;
    }

    void expiration(Instant renewed) {
        expiration = renewed;
    }

    String notificationUrl() {
        return asked.path("notificationUrl").asText();
    }

    String lifecycleUrl() {
        return asked.path("lifecycleNotificationUrl").asText();
    }

    void toldUntil(long sequence) {
        told = sequence;
    }

    boolean wants(StoreEvent event) {
        return event.sequence() > told && changeTypes.contains(changeType(event));
    }

    /** What comes into the folder or leaves it is created or deleted there. */
    private String changeType(StoreEvent event) {
        if (event.element().equals("MovedEvent")) {
            return place.has(event.folder()) ? "created" : place.has(event.oldFolder()) ? "deleted" : "";
        }
        return place.has(event.folder()) ? CHANGES.getOrDefault(event.element(), "") : "";
    }

    /** What an answer says of it: the secret of the client is not told again. */
    ObjectNode show() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", id);
        shown.setAll(asked.deepCopy());
        shown.put("expirationDateTime", expiration.toString());
        shown.putNull("clientState");
        shown.put("latestSupportedTlsVersion", "v1_2");
        return shown;
    }

    ObjectNode change(StoreEvent event) {
        String kind = place.events() ? "Event" : "Contact";
        String item = place.immutableIds() ? mailbox().immutableId(event.key()) : ItemIds.rest(event.item());
        String resource = "Users/" + encoded(mailbox().address) + "/" + kind + "s/" + item;
        ObjectNode change = head();
        change.put("changeType", changeType(event));
        change.put("resource", resource);
        ObjectNode data = change.putObject("resourceData");
        data.put("@odata.type", "#Microsoft.Graph." + kind);
        data.put("@odata.id", resource);
        data.put("@odata.etag", ETags.of(event.changeKey()));
        data.put("id", item);
        return change;
    }

    ObjectNode lifecycle(String event) {
        return head().put("lifecycleEvent", event)
                .put("resource", asked.path("resource").asText());
    }

    private ObjectNode head() {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("subscriptionId", id);
        head.put("subscriptionExpirationDateTime", expiration.toString());
        head.put("tenantId", TENANT);
        head.put(
                "clientState",
                asked.path("clientState").isTextual()
                        ? asked.path("clientState").asText()
                        : null);
        return head;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
