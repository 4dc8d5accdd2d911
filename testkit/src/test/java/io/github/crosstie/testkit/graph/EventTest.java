package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.exchange.LoopbackFolder;
import java.util.Map;

/** A server with a calendar, and a plain client; JSON of tests has single quotes. */
abstract class EventTest extends GraphTest {

    static final String EVENTS = ANNA + "/events";
    static final String MARCH = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z";

    final LoopbackFolder calendar = anna.calendar();

    static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Makes an event of an hour of the day, in Berlin. */
    String event(String subject, String day) {
        return post("'subject':'" + subject + "'," + hour(day)).value("id");
    }

    /** Makes a series of four Mondays from the 16th of March on. */
    String series(String subject) {
        return post("'subject':'" + subject + "'," + CalendarTest.WEEKLY + "," + CalendarTest.HOUR)
                .value("id");
    }

    Rest.Reply post(String properties) {
        return rest.post(EVENTS, json("{" + properties + "}"));
    }

    Rest.Reply patch(String id, String properties) {
        return rest.patch(EVENTS + "/" + id, json("{" + properties + "}"));
    }

    static String hour(String day) {
        return "'start':{'dateTime':'" + day + "T09:00:00','timeZone':'W. Europe Standard Time'},"
                + "'end':{'dateTime':'" + day + "T10:00:00','timeZone':'W. Europe Standard Time'}";
    }

    /** The id of an occurrence of a series, by its number, from 0. */
    String occurrence(String series, int index) {
        return instances(series).items().get(index).path("id").asText();
    }

    Rest.Reply instances(String series) {
        return rest.get(EVENTS + "/" + series
                + "/instances?startDateTime=2026-01-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z");
    }

    /** An event that a person puts into the calendar. */
    String put(String subject, String day) {
        return calendar.put(Map.of("Subject", subject, "Start", day + "T09:00:00Z", "End", day + "T10:00:00Z"))
                .id();
    }
}
