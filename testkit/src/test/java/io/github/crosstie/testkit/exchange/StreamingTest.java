package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamingTest extends ExchangeTest {

    private static final String SUBSCRIBE = """
            <m:Subscribe><m:StreamingSubscriptionRequest>
            <t:FolderIds><t:DistinguishedFolderId Id="contacts"/></t:FolderIds>
            <t:EventTypes><t:EventType>CreatedEvent</t:EventType><t:EventType>ModifiedEvent</t:EventType></t:EventTypes>
            </m:StreamingSubscriptionRequest></m:Subscribe>""";

    @Test
    void hintsAtChangesOfTheFolderInAStreamOfEnvelopes() throws Exception {
        String id = soap.message(SUBSCRIBE).textOf("m:SubscriptionId");
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        calendar.put(Map.of("Subject", "S", "Start", "2026-03-02T09:00:00Z", "End", "2026-03-02T10:00:00Z"));
        CompletableFuture<String> stream =
                CompletableFuture.supplyAsync(() -> soap.post(events(id)).body());
        awaitNotifications();
        server.endStreams();

        String all = stream.get(20, TimeUnit.SECONDS);
        assertThat(all.split("<\\?xml")).hasSize(4); // nothing, the connection, the notification, the end
        assertThat(all)
                .contains("<m:ConnectionStatus>OK<", "<t:CreatedEvent>", ada.id(), "<m:ConnectionStatus>Closed<")
                .containsOnlyOnce("<t:CreatedEvent>");
    }

    @Test
    void tellsOfAMoveOnceAndFromWhere() throws Exception {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String events = "<t:EventType>MovedEvent</t:EventType><t:EventType>DeletedEvent</t:EventType>";
        String id = soap.message(SUBSCRIBE.replaceAll(
                        "<t:EventTypes>.*</t:EventTypes>", "<t:EventTypes>" + events + "</t:EventTypes>"))
                .textOf("m:SubscriptionId");
        contacts.delete(ada.id());
        CompletableFuture<String> stream =
                CompletableFuture.supplyAsync(() -> soap.post(events(id)).body());
        awaitNotifications();
        server.endStreams();

        assertThat(stream.get(20, TimeUnit.SECONDS))
                .containsOnlyOnce("<t:MovedEvent>")
                .contains("<t:OldItemId Id=\"" + ada.id() + "\"", "<t:OldParentFolderId Id=\"" + contacts.id() + "\"")
                .contains("<t:ParentFolderId Id=\"" + anna.deletedItems().id() + "\"")
                .doesNotContain("DeletedEvent");
    }

    @Test
    void namesSubscriptionsThatAreForgotten() {
        String id = soap.message(SUBSCRIBE).textOf("m:SubscriptionId");
        server.forgetSubscriptions();

        Tree message = soap.message(events(id));

        assertThat(message.textOf("m:ResponseCode")).isEqualTo("ErrorInvalidSubscription");
        assertThat(message.in("m:ErrorSubscriptionIds")).extracting(Tree::text).isEqualTo(List.of(id));
    }

    @Test
    void forgetsASubscriptionThatIsEnded() {
        String id = soap.message(SUBSCRIBE).textOf("m:SubscriptionId");
        String end = "<m:Unsubscribe><m:SubscriptionId>" + id + "</m:SubscriptionId></m:Unsubscribe>";

        assertThat(soap.code(end)).isEqualTo("NoError");
        assertThat(soap.code(end)).isEqualTo("ErrorSubscriptionNotFound");
    }

    private void awaitNotifications() {
        while (server.requests().stream().noneMatch(request -> request.answer().contains("Notification"))) {
            Thread.onSpinWait();
        }
    }

    private static String events(String id) {
        return "<m:GetStreamingEvents><m:SubscriptionIds><t:SubscriptionId>" + id
                + "</t:SubscriptionId></m:SubscriptionIds><m:ConnectionTimeout>1</m:ConnectionTimeout>"
                + "</m:GetStreamingEvents>";
    }
}
