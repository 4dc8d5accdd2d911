package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.SentMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest extends EventTest {

    private static final String BEN = "'attendees':[{'emailAddress':{'address':'ben@globex.example'}}],";

    @Test
    void makesAnEventThatExchangeShowsToo() {
        Rest.Reply made = post("'subject':'Review'," + hour("2026-03-02"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.value("@odata.context")).endsWith("/events/$entity");
        assertThat(calendar.list()).singleElement().satisfies(item -> {
            assertThat(item.value("Subject")).isEqualTo("Review");
            assertThat(item.value("Start")).isEqualTo("2026-03-02T08:00:00Z");
            assertThat(item.value("StartTimeZone")).isEqualTo("W. Europe Standard Time");
            assertThat(item.value("UID")).isEqualTo(made.value("iCalUId"));
            assertThat("W/\"" + item.changeKey() + "\"").isEqualTo(made.value("@odata.etag"));
        });
    }

    @Test
    void showsAnEventThatAPersonHasMade() {
        String id = put("Review", "2026-03-02");

        Rest.Reply shown = rest.get(EVENTS + "/" + ItemIds.rest(id));

        assertThat(shown.value("subject")).isEqualTo("Review");
        assertThat(shown.json().path("start").path("dateTime").asText()).isEqualTo("2026-03-02T09:00:00.0000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/calendar/events", "/me/events"})
    void findsItsEventsByEveryPath(String path) {
        String id = event("Review", "2026-03-02");
        String below = path.startsWith("/me") ? path : ANNA + path;

        assertThat(rest.get(below).items())
                .extracting(item -> item.path("id").asText())
                .containsExactly(id);
        assertThat(rest.get(below + "/" + id).value("subject")).isEqualTo("Review");
    }

    @Test
    void keepsEventsOfAnotherCalendarApart() {
        String other = rest.post(ANNA + "/calendars", json("{'name':'Trips'}")).value("id");
        rest.post(ANNA + "/calendars/" + other + "/events", json("{'subject':'Rome'," + hour("2026-03-02") + "}"));

        assertThat(rest.get(ANNA + "/calendars/" + other + "/events").items()).hasSize(1);
        assertThat(rest.get(EVENTS).items()).isEmpty();
        assertThat(rest.get(ANNA + "/calendars").items())
                .extracting(item -> item.path("name").asText())
                .containsExactly("Calendar", "Trips");
        assertThat(rest.get(ANNA + "/calendars/nowhere/events").status()).isEqualTo(404);
    }

    @Test
    void tellsWhereTheCalendarIs() {
        Rest.Reply shown = rest.get(ANNA + "/calendar"
                + Rest.query(
                        "$select", "id", "$expand", "singleValueExtendedProperties($filter=id eq 'Binary 0x0FFF')"));

        assertThat(shown.value("id")).isEqualTo(ItemIds.rest(calendar.id()));
        assertThat(shown.json().has("name")).isFalse();
        assertThat(shown.json().path("singleValueExtendedProperties")).hasSize(1);
    }

    @Test
    void refusesAWriteForAnotherVersion() {
        Rest.Reply made = post("'subject':'Review'," + hour("2026-03-02"));
        calendar.edit(ItemIds.exchange(made.value("id")), "Location", "Small room");
        Map<String, String> old = Map.of("If-Match", made.value("@odata.etag"));

        Rest.Reply patched = rest.send("PATCH", EVENTS + "/" + made.value("id"), json("{'subject':'Mine'}"), old);
        Rest.Reply deleted = rest.send("DELETE", EVENTS + "/" + made.value("id"), "", old);

        assertThat(List.of(patched.status(), deleted.status())).containsExactly(412, 412);
        assertThat(patched.code()).isEqualTo("ErrorIrresolvableConflict");
        assertThat(calendar.list())
                .singleElement()
                .extracting(item -> item.value("Subject"))
                .isEqualTo("Review");
    }

    @Test
    void writesForTheVersionThatIsThere() {
        Rest.Reply made = post("'subject':'Review'," + hour("2026-03-02"));
        Map<String, String> current = Map.of("If-Match", made.value("@odata.etag"));

        Rest.Reply patched = rest.send("PATCH", EVENTS + "/" + made.value("id"), json("{'subject':'Mine'}"), current);

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.value("subject")).isEqualTo("Mine");
        assertThat(patched.value("@odata.etag")).isNotEqualTo(made.value("@odata.etag"));
    }

    @Test
    @DisplayName("S11: what is deleted lies in the deleted items")
    void movesWhatIsDeletedToTheDeletedItems() {
        String id = rest.send("POST", EVENTS, json("{'subject':'Review'," + hour("2026-03-02") + "}"), Rest.IMMUTABLE)
                .value("id");

        assertThat(rest.delete(EVENTS + "/" + id).status()).isEqualTo(204);

        assertThat(anna.deletedItems().list()).hasSize(1);
        assertThat(rest.get(EVENTS + "/" + id).status()).isEqualTo(200);
        assertThat(rest.delete(EVENTS + "/" + id).status()).isEqualTo(204);
        assertThat(rest.delete(EVENTS + "/" + id).code()).isEqualTo("ErrorCannotDeleteObject");
        assertThat(anna.deletedItems().list()).isEmpty();
    }

    @Test
    @DisplayName("S7: no write of an organizer is silent")
    void keepsTheMailThatWouldHaveBeenSent() {
        String id = post(BEN + "'subject':'Review'," + hour("2026-03-02")).value("id");
        patch(id, "'isReminderOn':false");
        rest.delete(EVENTS + "/" + id);

        assertThat(anna.sent())
                .extracting(SentMessage::kind)
                .containsExactly(SentMessage.Kind.REQUEST, SentMessage.Kind.UPDATE, SentMessage.Kind.CANCELLATION);
    }

    @Test
    void deletesForGood() {
        String id = post(BEN + "'subject':'Review'," + hour("2026-03-02")).value("id");

        assertThat(rest.post(EVENTS + "/" + id + "/permanentDelete", "").status())
                .isEqualTo(204);

        assertThat(rest.get(EVENTS + "/" + id).status()).isEqualTo(404);
        assertThat(anna.deletedItems().list()).isEmpty();
        assertThat(anna.sent())
                .extracting(SentMessage::kind)
                .containsExactly(SentMessage.Kind.REQUEST, SentMessage.Kind.CANCELLATION);
    }

    @Test
    void cancelsAMeetingOfItsOwn() {
        String id = post(BEN + "'subject':'Review'," + hour("2026-03-02")).value("id");
        String theirs = calendar.put(Map.of(
                        "Subject", "Theirs",
                        "Organizer", "boss@acme.example",
                        "Start", "2026-03-03T09:00:00Z",
                        "End", "2026-03-03T10:00:00Z"))
                .id();

        assertThat(rest.post(EVENTS + "/" + id + "/cancel", "{}").status()).isEqualTo(202);
        assertThat(rest.post(EVENTS + "/" + ItemIds.rest(theirs) + "/cancel", "{}")
                        .status())
                .isEqualTo(400);

        assertThat(anna.sent())
                .extracting(SentMessage::kind)
                .containsExactly(SentMessage.Kind.REQUEST, SentMessage.Kind.CANCELLATION);
        assertThat(calendar.list()).extracting(item -> item.value("Subject")).containsExactly("Theirs");
    }

    @Test
    void makesNoSecondEventForTheSameAttempt() {
        String first = post("'subject':'Review','transactionId':'t-1'," + hour("2026-03-02"))
                .value("id");

        Rest.Reply again = post("'subject':'Review','transactionId':'t-1'," + hour("2026-03-02"));
        Rest.Reply other = post("'subject':'Other','transactionId':'t-1'," + hour("2026-03-02"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.value("id")).isEqualTo(first);
        assertThat(again.value("transactionId")).isEqualTo("t-1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("ErrorDuplicateTransactionId");
        assertThat(calendar.list()).hasSize(1);
        assertThat(patch(first, "'transactionId':'t-2'").status()).isEqualTo(400);
    }

    @Test
    void findsAnEventByItsStamp() {
        event("Other", "2026-03-02");
        String id = post("'singleValueExtendedProperties':[{'id':'" + STAMP + "','value':'pair/1'}],'subject':'Review',"
                        + hour("2026-03-02"))
                .value("id");
        String filter = "singleValueExtendedProperties/Any(ep: ep/id eq '" + STAMP + "' and ep/value eq 'pair/1')";
        String expand = "singleValueExtendedProperties($filter=id eq '" + STAMP + "')";

        Rest.Reply found = rest.get(EVENTS + Rest.query("$filter", filter, "$expand", expand, "$select", "subject"));

        assertThat(found.items()).singleElement().satisfies(item -> {
            assertThat(item.path("id").asText()).isEqualTo(id);
            assertThat(item.path("singleValueExtendedProperties")
                            .path(0)
                            .path("value")
                            .asText())
                    .isEqualTo("pair/1");
            assertThat(item.has("start")).isFalse();
        });
        assertThat(rest.get(EVENTS + "/" + id).json().has("singleValueExtendedProperties"))
                .isFalse();
    }

    @Test
    void listsInPagesThatLeadFromOneToTheNext() {
        for (int day = 10; day < 22; day++) {
            event("Day " + day, "2026-03-" + day);
        }

        Rest.Reply first = rest.get(EVENTS + Rest.query("$orderby", "start/dateTime desc", "$select", "subject"));
        Rest.Reply second = rest.get(first.nextLink());

        assertThat(first.items()).hasSize(10);
        assertThat(first.items().get(0).path("subject").asText()).isEqualTo("Day 21");
        assertThat(second.items())
                .extracting(item -> item.path("subject").asText())
                .containsExactly("Day 11", "Day 10");
        assertThat(second.nextLink()).isEmpty();
    }

    @Test
    void listsASeriesAsOneEvent() {
        String id = series("Review");

        assertThat(rest.get(EVENTS).items()).singleElement().satisfies(item -> {
            assertThat(item.path("id").asText()).isEqualTo(id);
            assertThat(item.path("type").asText()).isEqualTo("seriesMaster");
        });
    }

    @Test
    @DisplayName("S6: occurrences of a series, kept, changed and cancelled")
    void tellsTheInstancesOfASeries() {
        String series = series("Review");
        patch(occurrence(series, 1), "'subject':'Retrospect'");
        rest.delete(EVENTS + "/" + occurrence(series, 2));

        Rest.Reply instances = instances(series);

        assertThat(instances.items())
                .extracting(item -> item.path("type").asText())
                .containsExactly("occurrence", "exception", "occurrence");
        assertThat(instances.items())
                .extracting(item -> item.path("originalStart").asText())
                .containsExactly("2026-03-16T08:00:00Z", "2026-03-23T08:00:00Z", "2026-04-06T07:00:00Z");
        assertThat(calendar.list())
                .singleElement()
                .extracting(item -> item.value("DeletedOccurrences"))
                .asString()
                .contains("2026-03-30T07:00:00Z");
    }

    @Test
    void needsAWindowAndASeriesForInstances() {
        String series = series("Review");
        String single = event("Single", "2026-03-02");

        assertThat(rest.get(EVENTS + "/" + series + "/instances").code()).isEqualTo("ErrorInvalidParameter");
        assertThat(rest.get(EVENTS + "/" + series + "/instances?startDateTime=&endDateTime=")
                        .code())
                .isEqualTo("ErrorInvalidParameter");
        assertThat(instances(single).status()).isEqualTo(400);
    }

    @Test
    void tellsWhatWasCancelledOnlyIfItIsSelected() {
        String series = series("Review");
        rest.delete(EVENTS + "/" + occurrence(series, 2));

        assertThat(rest.get(EVENTS + "/" + series).json().has("cancelledOccurrences"))
                .isFalse();
        assertThat(rest.get(EVENTS + "/" + series + "?$select=cancelledOccurrences")
                        .json()
                        .path("cancelledOccurrences"))
                .hasToString("[\"OID." + series + ".2026-03-30\"]");
    }

    @Test
    void expandsTheExceptionsOfASeries() {
        String series = series("Review");
        patch(occurrence(series, 1), "'location':{'displayName':'Large room'}");

        Rest.Reply master = rest.get(EVENTS + "/" + series
                + Rest.query(
                        "$select",
                        "subject,location,originalStart,exceptionOccurrences",
                        "$expand",
                        "exceptionOccurrences,singleValueExtendedProperties($filter=id eq '" + STAMP + "')"));

        assertThat(master.json().path("exceptionOccurrences")).singleElement().satisfies(exception -> {
            assertThat(exception.path("location").path("displayName").asText()).isEqualTo("Large room");
            assertThat(exception.path("originalStart").asText()).isEqualTo("2026-03-23T08:00:00Z");
            assertThat(exception.has("start")).isFalse();
        });
        assertThat(rest.get(EVENTS + "/" + series).json().has("exceptionOccurrences"))
                .isFalse();
    }

    @Test
    void tellsWhenAnOccurrenceWasToBeOnlyIfThatIsSelected() {
        String occurrence = occurrence(series("Review"), 1);

        assertThat(rest.get(EVENTS + "/" + occurrence).json().has("originalStart"))
                .isFalse();
        assertThat(rest.get(EVENTS + "/" + occurrence + "?$select=originalStart")
                        .value("originalStart"))
                .isEqualTo("2026-03-23T08:00:00Z");
    }

    @Test
    void tellsTimesInTheZoneThatARequestPrefers() {
        String id = event("Review", "2026-03-02");

        Rest.Reply shown = rest.get(EVENTS + "/" + id, Map.of("Prefer", "outlook.timezone=\"Tokyo Standard Time\""));
        Rest.Reply refused = rest.get(EVENTS + "/" + id, Map.of("Prefer", "outlook.timezone=\"Nowhere\""));

        assertThat(shown.json().path("start").path("dateTime").asText()).isEqualTo("2026-03-02T17:00:00.0000000");
        assertThat(refused.code()).isEqualTo("TimeZoneNotSupportedException");
    }

    @Test
    void refusesAnHourForAnEventThatLastsWholeDays() {
        String id = post("'isAllDay':true,'start':{'dateTime':'2026-03-02','timeZone':'UTC'},"
                        + "'end':{'dateTime':'2026-03-03','timeZone':'UTC'}")
                .value("id");

        assertThat(patch(id, "'end':{'dateTime':'2026-03-03T12:00:00','timeZone':'UTC'}")
                        .code())
                .isEqualTo("ErrorPropertyValidationFailure");
        assertThat(patch(id, "'isAllDay':false,'end':{'dateTime':'2026-03-03T12:00:00','timeZone':'UTC'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("S4: whoever writes a body over the link of an online meeting takes it off the network")
    void losesAnOnlineMeetingWhoseLinkIsWrittenOver() {
        String id = ItemIds.rest(calendar.put(Map.of(
                        "Subject", "Review",
                        "Body/HTML", "<p>Join: https://meet.example/1</p>",
                        "IsOnlineMeeting", "true",
                        "NetShowUrl", "https://meet.example/1",
                        "Start", "2026-03-02T09:00:00Z",
                        "End", "2026-03-02T10:00:00Z"))
                .id());

        Rest.Reply kept = patch(id, "'subject':'Retrospect'");
        Rest.Reply lost = patch(id, "'body':{'contentType':'text','content':'All of it.'}");

        assertThat(kept.json().path("onlineMeeting").path("joinUrl").asText()).isEqualTo("https://meet.example/1");
        assertThat(lost.json().path("isOnlineMeeting").asBoolean()).isFalse();
        assertThat(lost.json().path("onlineMeeting").isNull()).isTrue();
    }

    @Test
    void changesOneOccurrenceByItsImmutableId() {
        String series = series("Review");
        String occurrence = rest.get(
                        EVENTS + "/" + series + "/instances?startDateTime=2026-03-20&endDateTime=2026-03-25",
                        Rest.IMMUTABLE)
                .items()
                .get(0)
                .path("id")
                .asText();

        assertThat(patch(occurrence, "'subject':'Retrospect'").value("type")).isEqualTo("exception");
        assertThat(calendar.occurrences(Instant.parse("2026-03-20T00:00:00Z"), Instant.parse("2026-03-25T00:00:00Z")))
                .singleElement()
                .extracting(item -> item.value("Subject"))
                .isEqualTo("Retrospect");
    }

    @Test
    void findsAnEventByItsUid() {
        event("Other", "2026-03-02");
        Rest.Reply made = post("'subject':'Review'," + hour("2026-03-02"));

        assertThat(rest.get(EVENTS + Rest.query("$filter", "iCalUId eq '" + made.value("iCalUId") + "'"))
                        .items())
                .singleElement()
                .extracting(item -> item.path("id").asText())
                .isEqualTo(made.value("id"));
    }

    @Test
    void tellsWhatItCannotDo() {
        String id = event("Review", "2026-03-02");

        assertThat(rest.post(EVENTS + "/" + id, "{}").status()).isEqualTo(405);
        assertThat(rest.get(EVENTS + "/" + id + "/attachments").status()).isEqualTo(400);
        assertThat(rest.get(EVENTS + "/nonsense").code()).isEqualTo("ErrorInvalidIdMalformed");
        assertThat(rest.get(EVENTS + "?$select=colour").status()).isEqualTo(400);
        assertThat(post("'colour':'blue'").code()).isEqualTo("RequestBodyRead");
        String contact = create("{\"givenName\":\"Ada\"}");
        assertThat(rest.get(EVENTS + "/" + contact).status()).isEqualTo(404);
    }

    @Test
    void writesThroughAnImmutableIdAfterAMove() {
        String id = rest.send("POST", EVENTS, json("{'subject':'Review'," + hour("2026-03-02") + "}"), Rest.IMMUTABLE)
                .value("id");
        LoopbackItem item = calendar.list().get(0);
        LoopbackItem moved = calendar.move(item.id(), anna.addFolder("Trips", calendar));

        assertThat(patch(id, "'subject':'Moved'").status()).isEqualTo(200);
        assertThat(anna.folder("Trips").item(moved.id()).value("Subject")).isEqualTo("Moved");
    }
}
