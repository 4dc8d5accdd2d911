package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox.StoreEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * Who wants to be told of changes. The server posts nothing by itself: a test takes what would have been posted, and
 * hands it on. Thread-safe.
 */
public final class LoopbackSubscriptions {

    /** What says that a subscription needs a fresh sign-in. */
    public static final String REAUTHORIZATION_REQUIRED = "reauthorizationRequired";

    /** What says that a subscription is no longer there. */
    public static final String SUBSCRIPTION_REMOVED = "subscriptionRemoved";

    /** What says that notifications were lost. */
    public static final String MISSED = "missed";

    private final Organization organization;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private BinaryOperator<String> endpoint = (url, token) -> token;
    private int number;

    LoopbackSubscriptions(Organization organization) {
        this.organization = organization;
    }

    /**
     * Says what the subscribers' own endpoints answer when Graph tries them, which it does before it makes a
     * subscription; at first they answer as they should.
     *
     * @param answer gets the address, validation token included, and the token; gives the body of the answer
     */
    public void endpoint(BinaryOperator<String> answer) {
        Objects.requireNonNull(answer, "answer");
        organization.alone(() -> endpoint = answer);
    }

    /**
     * The ids of the subscriptions that have not expired.
     *
     * @return in the order in which they were made
     */
    public List<String> ids() {
        return organization.alone(() -> alive().stream().map(Subscription::id).toList());
    }

    /**
     * What would have been posted about changes since this was asked last.
     *
     * @return one notification for each address to which there is something to say
     */
    public List<LoopbackNotification> take() {
        return organization.alone(() -> {
            Map<String, ArrayNode> values = new LinkedHashMap<>();
            for (Subscription subscription : alive()) {
                List<StoreEvent> events = subscription.mailbox().events;
                for (StoreEvent event : List.copyOf(events)) {
                    if (subscription.wants(event)) {
                        values.computeIfAbsent(subscription.notificationUrl(), none -> array())
                                .add(subscription.change(event));
                    }
                }
                subscription.toldUntil(subscription.mailbox().sequence());
            }
            return notifications(values);
        });
    }

    /**
     * What would be posted about the subscriptions themselves. Those that are said to be removed are.
     *
     * @param event {@link #REAUTHORIZATION_REQUIRED}, {@link #SUBSCRIPTION_REMOVED} or {@link #MISSED}
     * @return one notification for each address of subscriptions that have one for their life
     */
    public List<LoopbackNotification> lifecycle(String event) {
        Objects.requireNonNull(event, "event");
        return organization.alone(() -> {
            Map<String, ArrayNode> values = new LinkedHashMap<>();
            for (Subscription subscription : alive()) {
                if (!subscription.lifecycleUrl().isEmpty()) {
                    values.computeIfAbsent(subscription.lifecycleUrl(), none -> array())
                            .add(subscription.lifecycle(event));
                }
                if (event.equals(SUBSCRIPTION_REMOVED)) {
                    subscriptions.remove(subscription.id());
                }
            }
            return notifications(values);
        });
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static List<LoopbackNotification> notifications(Map<String, ArrayNode> values) {
        List<LoopbackNotification> notifications = new ArrayList<>();
        values.forEach((url, value) -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("value", value);
            notifications.add(new LoopbackNotification(url, body.toString()));
        });
        return notifications;
    }

    /** Those that have not expired; called under the lock. */
    List<Subscription> alive() {
        subscriptions.values().removeIf(each -> !each.expiration().isAfter(organization.clock.instant()));
        return List.copyOf(subscriptions.values());
    }

    /** Whether an endpoint answers with the token that it is sent; called under the lock. */
    boolean answers(String url) {
        String token = "Validation: Testing client application reachability for subscription Request-Id: " + ++number;
        String query = (url.contains("?") ? "&" : "?") + "validationToken=" + Subscription.encoded(token);
        return token.equals(endpoint.apply(url + query, token));
    }

    /** An id that no other subscription has; called under the lock. */
    String newId() {
        return String.format(Locale.ROOT, "30000000-0000-4000-8000-%012d", ++number);
    }

    void put(Subscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    void remove(String id) {
        subscriptions.remove(id);
    }
}
