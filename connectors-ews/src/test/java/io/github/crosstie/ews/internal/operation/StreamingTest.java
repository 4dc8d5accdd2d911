package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.fault.ThrottledException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamingTest {

    private static final String STATUS = "<t:StatusEvent/>";

    private final ScriptedChannel channel = new ScriptedChannel();
    private final GetStreamingEvents operation = new GetStreamingEvents(channel, ScriptedChannel.CLOCK);
    private final List<ChangeHint> hints = new ArrayList<>();

    @Test
    void eventsOfSeveralEnvelopesBecomeHintsUntilTheServerCloses() {
        channel.answer(events(status("OK"), notification(STATUS))
                + "||"
                + events("", notification(event("CreatedEvent", "<t:ItemId Id=\"i\"/><t:ParentFolderId Id=\"f\"/>")))
                + "||"
                + events(
                        "",
                        notification(event(
                                "MovedEvent",
                                "<t:ItemId Id=\"i\"/><t:ParentFolderId Id=\"g\"/><t:OldItemId Id=\"j\"/>"
                                        + "<t:OldParentFolderId Id=\"f\"/>")))
                + "||"
                + events(status("Closed"), "")
                + "||"
                + events(
                        "",
                        notification(event("DeletedEvent", "<t:ItemId Id=\"i\"/><t:ParentFolderId Id=\"late\"/>"))));

        assertThat(operation.listen(List.of("s1", "s2"), 30, hints::add)).isEmpty();
        assertThat(hints)
                .containsExactlyInAnyOrder(
                        new ChangeHint("s1", "f"), new ChangeHint("s1", "g"), new ChangeHint("s1", "f"));
        assertThat(channel.onlyRequest())
                .contains("<t:SubscriptionId>s1</t:SubscriptionId><t:SubscriptionId>s2</t:SubscriptionId>")
                .contains("<m:ConnectionTimeout>30</m:ConnectionTimeout>");
    }

    @Test
    void deadSubscriptionsAreTold() {
        channel.answer(answerOf(
                "GetStreamingEvents",
                failed(
                        "GetStreamingEvents",
                        "ErrorInvalidSubscription",
                        "<m:ErrorSubscriptionIds><t:SubscriptionId>s2</t:SubscriptionId></m:ErrorSubscriptionIds>")));

        assertThat(operation.listen(List.of("s1", "s2"), 1, hints::add)).containsExactly("s2");
    }

    @Test
    void otherErrorsEndTheListening() {
        channel.answer(
                answerOf("GetStreamingEvents", failed("GetStreamingEvents", "ErrorExceededConnectionCount", "")));

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> operation.listen(List.of("s1"), 1, hints::add));
    }

    @Test
    void onlyWhatTheServerAllowsIsListenedTo() {
        assertThatIllegalArgumentException().isThrownBy(() -> operation.listen(List.of(), 1, hints::add));
        assertThatIllegalArgumentException().isThrownBy(() -> operation.listen(List.of("s"), 31, hints::add));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operation.listen(Collections.nCopies(201, "s"), 1, hints::add));
    }

    @Test
    void aSubscriptionIsMade() {
        channel.answer(answerOf("Subscribe", done("Subscribe", "<m:SubscriptionId>s1</m:SubscriptionId>")));

        String id = new Subscribe(channel, ScriptedChannel.CLOCK)
                .subscribe(List.of(FolderReference.distinguished("contacts"), FolderKey.of("f")));

        assertThat(id).isEqualTo("s1");
        assertThat(channel.onlyRequest()).contains("<t:EventType>MovedEvent</t:EventType>");
    }

    private static String events(String status, String notifications) {
        String payload =
                (notifications.isEmpty() ? "" : "<m:Notifications>" + notifications + "</m:Notifications>") + status;
        return answerOf("GetStreamingEvents", done("GetStreamingEvents", payload));
    }

    private static String status(String status) {
        return "<m:ConnectionStatus>" + status + "</m:ConnectionStatus>";
    }

    private static String notification(String events) {
        return "<t:Notification><t:SubscriptionId>s1</t:SubscriptionId>" + events + "</t:Notification>";
    }

    private static String event(String kind, String parts) {
        return "<t:" + kind + "><t:TimeStamp>2026-03-02T08:00:00Z</t:TimeStamp>" + parts + "</t:" + kind + ">";
    }
}
