package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFieldsTest extends CalendarTest {

    @Test
    void tellsAnEventAsItWasWritten() throws Refusal {
        ObjectNode shown = show(create("""
                'subject':'Review','importance':'high','sensitivity':'private','showAs':'oof',
                'categories':['Blue','Red'],
                'body':{'contentType':'html','content':'<p>All of it.</p>'},
                'location':{'displayName':'Small room'},
                'isReminderOn':true,'reminderMinutesBeforeStart':30,'responseRequested':false,""" + HOUR));

        assertThat(shown.path("subject").asText()).isEqualTo("Review");
        assertThat(shown.path("importance").asText()).isEqualTo("high");
        assertThat(shown.path("sensitivity").asText()).isEqualTo("private");
        assertThat(shown.path("showAs").asText()).isEqualTo("oof");
        assertThat(shown.path("categories")).hasToString("[\"Blue\",\"Red\"]");
        assertThat(shown.path("body")).isEqualTo(json("{'contentType':'html','content':'<p>All of it.</p>'}"));
        assertThat(shown.path("bodyPreview").asText()).isEqualTo("All of it.");
        assertThat(shown.path("location").path("displayName").asText()).isEqualTo("Small room");
        assertThat(shown.path("locations").path(0).path("displayName").asText()).isEqualTo("Small room");
        assertThat(shown.path("reminderMinutesBeforeStart").asInt()).isEqualTo(30);
        assertThat(shown.path("responseRequested").asBoolean()).isFalse();
        assertThat(shown.path("type").asText()).isEqualTo("singleInstance");
        assertThat(shown.path("seriesMasterId").isNull()).isTrue();
        assertThat(shown.path("recurrence").isNull()).isTrue();
        assertThat(shown.path("cancelledOccurrences")).isEmpty();
        assertThat(shown.path("@odata.etag").asText())
                .isEqualTo("W/\"" + shown.path("changeKey").asText() + "\"");
    }

    @Test
    void keepsWhatTheCalendarKeepsUnderItsOwnNames() throws Refusal {
        StoredItem event = create("'subject':'Review','showAs':'workingElsewhere','transactionId':'t-1'," + HOUR);

        assertThat(event.properties.text("LegacyFreeBusyStatus")).isEqualTo("WorkingElsewhere");
        assertThat(event.properties.text("TransactionId")).isEqualTo("t-1");
        assertThat(show(event).path("iCalUId").asText()).isEqualTo(event.properties.text("UID"));
    }

    @Test
    void tellsTextAsHtmlUnlessTextIsPreferred() throws Refusal {
        StoredItem event = create("'body':{'contentType':'text','content':'All\\nof it.'}," + HOUR);

        assertThat(show(event).path("body").path("content").asText()).contains("<body>All<br>of it.</body>");
        ObjectNode text = answer("outlook.body-content-type=\"text\"").whole(found(event));
        assertThat(text.path("body")).isEqualTo(json("{'contentType':'text','content':'All\\r\\nof it.'}"));
    }

    @Test
    void changesOnlyWhatAPatchNames() throws Refusal {
        StoredItem event = create("'subject':'Review','location':{'displayName':'Small room'}," + HOUR);

        ObjectNode shown = show(update(found(event), "'subject':'Retrospect'"));

        assertThat(shown.path("subject").asText()).isEqualTo("Retrospect");
        assertThat(shown.path("location").path("displayName").asText()).isEqualTo("Small room");
    }

    @Test
    void clearsWhatAPatchSetsToNull() throws Refusal {
        StoredItem event = create("""
                'subject':'Review','location':{'displayName':'Small room'},'categories':['Blue'],
                'body':{'contentType':'text','content':'All of it.'},""" + HOUR);

        ObjectNode shown = show(update(found(event), "'subject':null,'location':null,'categories':[],'body':null"));

        assertThat(shown.path("subject").asText()).isEmpty();
        assertThat(shown.path("location").path("displayName").asText()).isEmpty();
        assertThat(shown.path("locations")).isEmpty();
        assertThat(shown.path("categories")).isEmpty();
        assertThat(shown.path("body").path("content").asText()).isEmpty();
    }

    @Test
    void takesAnnotationsAndWhatTheServerDecidesWithoutAWord() throws Refusal {
        ObjectNode shown = show(create(
                "'@odata.type':'#microsoft.graph.event','iCalUId':'mine','isOrganizer':false,'id':'mine'," + HOUR));

        assertThat(shown.path("iCalUId").asText()).isNotEqualTo("mine");
        assertThat(shown.path("isOrganizer").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'colour':'blue'|RequestBodyRead",
                "'subject':7|RequestBodyRead",
                "'isAllDay':'yes'|RequestBodyRead",
                "'sensitivity':'secret'|RequestBodyRead",
                "'attendees':[{'emailAddress':{'name':'Ben'}}]|ErrorInvalidRecipients",
                "'attendees':[{'type':'king','emailAddress':{'address':'ben@globex.example'}}]|ErrorInvalidRecipients",
                "'start':null|ErrorPropertyValidationFailure",
                "'start':{'dateTime':'2026-03-16T09:00:00'}|ErrorPropertyValidationFailure",
                "'start':{'dateTime':'soon','timeZone':'UTC'}|ErrorPropertyValidationFailure",
                "'start':{'dateTime':'2026-03-16','timeZone':'tzone://Microsoft/Custom'}|TimeZoneNotSupportedException",
            })
    void refusesWhatGraphRefuses(String property, String code) {
        assertThatThrownBy(() -> EventBody.read(json("{" + property + "}")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void tellsTimesInUtcWithSevenDigitsOfASecond() throws Refusal {
        ObjectNode shown = show(create(HOUR));

        assertThat(shown.path("start")).isEqualTo(json("{'dateTime':'2026-03-16T08:00:00.0000000','timeZone':'UTC'}"));
        assertThat(shown.path("originalStartTimeZone").asText()).isEqualTo("W. Europe Standard Time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tokyo Standard Time", "Asia/Tokyo"})
    void tellsTimesInTheZoneThatIsPreferredByAnyOfItsNames(String zone) throws Refusal {
        ObjectNode shown = answer("outlook.timezone=\"" + zone + "\"").whole(found(create(HOUR)));

        assertThat(shown.path("start"))
                .isEqualTo(json("{'dateTime':'2026-03-16T17:00:00.0000000','timeZone':'" + zone + "'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,W. Europe Standard Time",
        "America/New_York,Eastern Standard Time",
        "Etc/UTC,UTC",
        "Romance Standard Time,Romance Standard Time"
    })
    void keepsZonesUnderWindowsNames(String given, String kept) throws Refusal {
        StoredItem event = create("'start':{'dateTime':'2026-07-01T09:00:00','timeZone':'" + given + "'},"
                + "'end':{'dateTime':'2026-07-01T10:00:00','timeZone':'" + given + "'}");

        assertThat(show(event).path("originalStartTimeZone").asText()).isEqualTo(kept);
    }

    @Test
    void takesZonesThatWindowsDoesNotNameByTheirRules() throws Refusal {
        StoredItem event = create("'start':{'dateTime':'2026-07-01T09:00:00','timeZone':'Europe/Vienna'},"
                + "'end':{'dateTime':'2026-07-01T10:00:00','timeZone':'Europe/Vienna'}");

        assertThat(event.properties.text("Start")).isEqualTo("2026-07-01T07:00:00Z");
        assertThat(show(event).path("originalStartTimeZone").asText()).endsWith("Standard Time");
    }

    @Test
    @DisplayName("S5: days are days in all zones")
    void tellsTheDaysOfAnAllDayEventTheSameInAllZones() throws Refusal {
        StoredItem fair = create("""
                'isAllDay':true,'start':{'dateTime':'2026-03-16T00:00:00','timeZone':'Europe/Berlin'},
                'end':{'dateTime':'2026-03-18T00:00:00','timeZone':'Europe/Berlin'}""");

        assertThat(fair.properties.text("Start")).isEqualTo("2026-03-15T23:00:00Z");
        ObjectNode shown = answer("outlook.timezone=\"Tokyo Standard Time\"").whole(found(fair));
        assertThat(shown.path("start"))
                .isEqualTo(json("{'dateTime':'2026-03-16T00:00:00.0000000','timeZone':'Tokyo Standard Time'}"));
        assertThat(shown.path("end").path("dateTime").asText()).isEqualTo("2026-03-18T00:00:00.0000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'start':{'dateTime':'2026-03-16T01:00:00','timeZone':'UTC'},"
                        + "'end':{'dateTime':'2026-03-17','timeZone':'UTC'}",
                "'start':{'dateTime':'2026-03-16','timeZone':'UTC'},"
                        + "'end':{'dateTime':'2026-03-17T12:00:00','timeZone':'UTC'}",
                "'start':{'dateTime':'2026-03-16','timeZone':'UTC'},"
                        + "'end':{'dateTime':'2026-03-17','timeZone':'Asia/Tokyo'}"
            })
    void refusesAllDayEventsThatDoNotLastFromMidnightToMidnightOfOneZone(String times) {
        assertThatThrownBy(() -> create("'isAllDay':true," + times))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("ErrorPropertyValidationFailure"));
    }

    @Test
    void refusesAnEventWithoutTimes() {
        assertThatThrownBy(() -> create("'subject':'Review'")).isInstanceOf(Refusal.class);
    }
}
