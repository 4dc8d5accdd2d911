package io.github.crosstie.graph.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventType;
import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.graph.users.item.calendarview.delta.DeltaGetResponse;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignChangesTest {

    private static final String WEEKLY = """
            <t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Monday</t:DaysOfWeek></t:WeeklyRecurrence>
            <t:NumberedRecurrence><t:StartDate>2026-03-16</t:StartDate>
            <t:NumberOfOccurrences>4</t:NumberOfOccurrences></t:NumberedRecurrence>""";

    private final MutableClock clock = MutableClock.create();
    private final LoopbackGraph graph = LoopbackGraph.start(clock);
    private final LoopbackFolder calendar = graph.mailbox("anna@acme.example").calendar();
    private final UserItemRequestBuilder anna = ForeignClient.anna(graph);
    private String single = "";
    private String series = "";

    @BeforeEach
    void fill() {
        single = calendar.put(Map.of("Subject", "Single", "Start", "2026-03-03T09:00:00", "End", "2026-03-03T10:00:00"))
                .id();
        series = calendar.put(Map.of(
                        "Subject", "Review",
                        "Start", "2026-03-16T09:00:00",
                        "End", "2026-03-16T10:00:00",
                        "StartTimeZone", "W. Europe Standard Time",
                        "Recurrence", WEEKLY))
                .id();
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void followsACalendarFromPageToPageAndFromRoundToRound() {
        Round first = follow(start());

        assertThat(first.pages()).isEqualTo(2);
        assertThat(first.events())
                .extracting(Event::getType)
                .containsExactly(
                        EventType.SingleInstance,
                        EventType.SeriesMaster,
                        EventType.Occurrence,
                        EventType.Occurrence,
                        EventType.Occurrence);
        assertThat(first.events().get(2).getSubject()).isNull();
        assertThat(first.events().get(2).getSeriesMasterId())
                .isEqualTo(first.events().get(1).getId());

        calendar.edit(series, "Location", "Large room");
        calendar.delete(single);
        calendar.put(Map.of("Subject", "Summer", "Start", "2026-07-03T09:00:00", "End", "2026-07-03T10:00:00"));
        Round second = follow(page(first.deltaLink()));

        assertThat(second.events().get(0).getLocation().getDisplayName()).isEqualTo("Large room");
        assertThat(second.events().stream()
                        .filter(event -> event.getAdditionalData().containsKey("@removed"))
                        .count())
                .as("one that was deleted, and one that is not in the window")
                .isEqualTo(2);
        assertThat(follow(page(second.deltaLink())).events()).isEmpty();
    }

    @Test
    void isToldThatItSetNoWindow() {
        assertThatExceptionOfType(ODataError.class)
                .isThrownBy(() -> anna.calendarView().delta().get())
                .satisfies(error -> {
                    assertThat(error.getResponseStatusCode()).isEqualTo(400);
                    assertThat(error.getError().getCode()).isEqualTo("ErrorInvalidParameter");
                });
    }

    @Test
    void isToldThatItsTokenHasExpired() {
        String link = follow(start()).deltaLink();
        graph.expireDeltaTokens();

        assertThatExceptionOfType(ODataError.class).isThrownBy(() -> page(link)).satisfies(error -> {
            assertThat(error.getResponseStatusCode()).isEqualTo(410);
            assertThat(error.getError().getCode()).isEqualTo("SyncStateNotFound");
        });
    }

    @Test
    void unrollsAView() {
        List<Event> view = anna.calendarView()
                .get(request -> {
                    request.queryParameters.startDateTime = "2026-03-01T00:00:00Z";
                    request.queryParameters.endDateTime = "2026-04-01T00:00:00Z";
                    request.queryParameters.orderby = new String[] {"start/dateTime"};
                })
                .getValue();

        assertThat(view).extracting(Event::getSubject).containsExactly("Single", "Review", "Review", "Review");
    }

    @Test
    void subscribesAndRenews() {
        GraphServiceClient client = ForeignClient.of(graph);
        Subscription wish = new Subscription();
        wish.setChangeType("created,updated,deleted");
        wish.setNotificationUrl("https://host.example/notifications");
        wish.setResource("users/anna@acme.example/events");
        wish.setClientState("secret");
        wish.setExpirationDateTime(in(Duration.ofHours(1)));

        Subscription made = client.subscriptions().post(wish);
        Subscription later = new Subscription();
        later.setExpirationDateTime(in(Duration.ofHours(2)));
        Subscription renewed =
                client.subscriptions().bySubscriptionId(made.getId()).patch(later);
        calendar.delete(single);

        assertThat(renewed.getExpirationDateTime()).isEqualTo(in(Duration.ofHours(2)));
        assertThat(graph.subscriptions().take())
                .singleElement()
                .extracting(notification -> notification.body())
                .asString()
                .contains(made.getId(), "\"changeType\":\"deleted\"", "\"clientState\":\"secret\"");
        client.subscriptions().bySubscriptionId(made.getId()).delete();
        assertThat(graph.subscriptions().ids()).isEmpty();
    }

    private OffsetDateTime in(Duration duration) {
        return clock.instant().plus(duration).atOffset(ZoneOffset.UTC);
    }

    private DeltaGetResponse start() {
        return anna.calendarView().delta().get(request -> {
            request.queryParameters.startDateTime = "2026-03-01T00:00:00Z";
            request.queryParameters.endDateTime = "2026-04-01T00:00:00Z";
            request.headers.add("Prefer", "odata.maxpagesize=1");
        });
    }

    private DeltaGetResponse page(String link) {
        return anna.calendarView().delta().withUrl(link).get();
    }

    private Round follow(DeltaGetResponse first) {
        List<Event> events = new ArrayList<>();
        DeltaGetResponse page = first;
        int pages = 1;
        events.addAll(page.getValue());
        while (page.getOdataNextLink() != null) {
            page = page(page.getOdataNextLink());
            events.addAll(page.getValue());
            pages++;
        }
        return new Round(events, pages, page.getOdataDeltaLink());
    }

    /**
     * What a round told.
     *
     * @param events all entries
     * @param pages how many pages it had
     * @param deltaLink where the next round begins
     */
    private record Round(List<Event> events, int pages, String deltaLink) {}
}
