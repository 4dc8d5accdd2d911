package io.github.crosstie.testkit.graph;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of Graph for what a calendar keeps under words of its own. */
final class EventWords {

    /** How an attendee has answered. */
    static final EventWords RESPONSE = new EventWords("none=Unknown organizer=Organizer tentativelyAccepted=Tentative "
            + "accepted=Accept declined=Decline notResponded=NoResponseReceived");

    /** What others see of the owner's time. */
    static final EventWords SHOW_AS = new EventWords(
            "free=Free tentative=Tentative busy=Busy oof=OOF " + "workingElsewhere=WorkingElsewhere unknown=NoData");

    /** The kinds of events. */
    static final EventWords TYPE = new EventWords(
            "singleInstance=Single occurrence=Occurrence exception=Exception seriesMaster=RecurringMaster");

    /** How private an event is. */
    static final EventWords SENSITIVITY =
            new EventWords("normal=Normal personal=Personal private=Private confidential=Confidential");

    /** How important an event is. */
    static final EventWords IMPORTANCE = new EventWords("low=Low normal=Normal high=High");

    /** The lists of attendees. */
    static final EventWords ATTENDEE =
            new EventWords("required=RequiredAttendees optional=OptionalAttendees resource=Resources");

    /** The types of bodies. */
    static final EventWords BODY = new EventWords("text=Text html=HTML");

    /** The patterns of series. */
    static final EventWords PATTERN = new EventWords("daily=DailyRecurrence weekly=WeeklyRecurrence "
            + "absoluteMonthly=AbsoluteMonthlyRecurrence relativeMonthly=RelativeMonthlyRecurrence "
            + "absoluteYearly=AbsoluteYearlyRecurrence relativeYearly=RelativeYearlyRecurrence");

    /** The ranges of series. */
    static final EventWords RANGE =
            new EventWords("endDate=EndDateRecurrence noEnd=NoEndRecurrence numbered=NumberedRecurrence");

    /** Which of the days of a month that match a series takes. */
    static final EventWords INDEX = new EventWords("first=First second=Second third=Third fourth=Fourth last=Last");

    private final Map<String, String> stored = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();

    private EventWords(String pairs) {
        for (String pair : pairs.split(" ", -1)) {
            int equals = pair.indexOf('=');
            stored.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), pair.substring(equals + 1));
            shown.put(pair.substring(equals + 1), pair.substring(0, equals));
        }
    }

    /** What is kept for a word of Graph, in any case of its letters; null if Graph has no such word. */
    @Nullable
    String stored(String word) {
        return stored.get(word.toLowerCase(Locale.ROOT));
    }

    /** Graph's word for what is kept; the first of its words if it has none. */
    String shown(String word) {
        return shown.getOrDefault(word, shown.values().iterator().next());
    }
}
