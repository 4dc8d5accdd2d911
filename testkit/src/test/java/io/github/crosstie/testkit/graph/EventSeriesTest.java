package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Series;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSeriesTest extends CalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'daily','interval':3,'month':0,'dayOfMonth':0,'firstDayOfWeek':'sunday','index':'first'}",
                "{'type':'weekly','interval':2,'month':0,'dayOfMonth':0,'daysOfWeek':['monday','friday'],"
                        + "'firstDayOfWeek':'monday','index':'first'}",
                "{'type':'absoluteMonthly','interval':1,'month':0,'dayOfMonth':16,"
                        + "'firstDayOfWeek':'sunday','index':'first'}",
                "{'type':'relativeMonthly','interval':1,'month':0,'dayOfMonth':0,'daysOfWeek':['tuesday'],"
                        + "'firstDayOfWeek':'sunday','index':'last'}",
                "{'type':'relativeMonthly','interval':1,'month':0,'dayOfMonth':0,"
                        + "'daysOfWeek':['monday','tuesday','wednesday','thursday','friday'],"
                        + "'firstDayOfWeek':'sunday','index':'second'}",
                "{'type':'relativeMonthly','interval':1,'month':0,'dayOfMonth':0,'daysOfWeek':['sunday','saturday'],"
                        + "'firstDayOfWeek':'sunday','index':'third'}",
                "{'type':'relativeMonthly','interval':1,'month':0,'dayOfMonth':0,"
                        + "'daysOfWeek':['sunday','monday','tuesday','wednesday','thursday','friday','saturday'],"
                        + "'firstDayOfWeek':'sunday','index':'last'}",
                "{'type':'absoluteYearly','interval':1,'month':3,'dayOfMonth':16,"
                        + "'firstDayOfWeek':'sunday','index':'first'}",
                "{'type':'relativeYearly','interval':1,'month':11,'dayOfMonth':0,'daysOfWeek':['thursday'],"
                        + "'firstDayOfWeek':'sunday','index':'fourth'}"
            })
    @DisplayName("S6: every pattern comes back as it was written")
    void tellsEveryPatternAsItWasWritten(String pattern) throws Refusal {
        StoredItem series = create(
                "'recurrence':{'pattern':" + pattern + ",'range':{'type':'noEnd','startDate':'2026-03-16'}}," + HOUR);

        assertThat(show(series).path("recurrence").path("pattern")).isEqualTo(json(pattern));
        assertThat(show(series).path("type").asText()).isEqualTo("seriesMaster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'noEnd'|'type':'noEnd','startDate':'2026-03-16','endDate':'0001-01-01','numberOfOccurrences':0",
                "'type':'endDate','endDate':'2026-04-06'"
                        + "|'type':'endDate','startDate':'2026-03-16','endDate':'2026-04-06','numberOfOccurrences':0",
                "'type':'numbered','numberOfOccurrences':4"
                        + "|'type':'numbered','startDate':'2026-03-16','endDate':'0001-01-01','numberOfOccurrences':4",
            })
    void tellsEveryRangeInTheZoneOfTheSeries(String given, String told) throws Refusal {
        StoredItem series = create("'recurrence':{'pattern':{'type':'daily','interval':1},"
                + "'range':{'startDate':'2026-03-16'," + given + "}}," + HOUR);

        assertThat(show(series).path("recurrence").path("range"))
                .isEqualTo(json("{" + told + ",'recurrenceTimeZone':'W. Europe Standard Time'}"));
    }

    @Test
    void keepsWhatComesEveryFewYearsByMonths() throws Refusal {
        StoredItem series = create("'recurrence':{'pattern':{'type':'absoluteYearly','interval':2,'month':3,"
                + "'dayOfMonth':16},'range':{'type':'noEnd','startDate':'2026-03-16'}}," + HOUR);

        assertThat(Series.of(series).byIndex(2).start()).isEqualTo("2028-03-16T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pattern':{'type':'hourly','interval':1},'range':{'type':'noEnd','startDate':'2026-03-16'}",
                "'pattern':{'type':'daily'},'range':{'type':'noEnd','startDate':'2026-03-16'}",
                "'pattern':{'type':'weekly','interval':1},'range':{'type':'noEnd','startDate':'2026-03-16'}",
                "'pattern':{'type':'daily','interval':1},'range':{'type':'endDate','startDate':'2026-03-16'}",
                "'pattern':{'type':'daily','interval':1},'range':{'type':'numbered','startDate':'2026-03-16'}",
                "'pattern':{'type':'absoluteMonthly','interval':1},'range':{'type':'noEnd','startDate':'2026-03-16'}",
                "'pattern':{'type':'relativeMonthly','interval':1,'daysOfWeek':['monday'],'index':'fifth'},"
                        + "'range':{'type':'noEnd','startDate':'2026-03-16'}"
            })
    void refusesRecurrencesThatSayTooLittle(String recurrence) {
        assertThatThrownBy(() -> create("'recurrence':{" + recurrence + "}," + HOUR))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("ErrorPropertyValidationFailure"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tzone://Microsoft/Custom", "Middle-earth/Shire"})
    void refusesZonesOfSeriesThatNobodyKnows(String zone) {
        assertThatThrownBy(() -> create("'recurrence':{'pattern':{'type':'daily','interval':1},'range':{'type':'noEnd',"
                        + "'startDate':'2026-03-16','recurrenceTimeZone':'" + zone + "'}}," + HOUR))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("TimeZoneNotSupportedException"));
    }

    @Test
    void tellsAnOccurrenceByItsSeries() throws Refusal {
        StoredItem series = create("'subject':'Review'," + WEEKLY + "," + HOUR);

        ObjectNode shown = show(occurrence(series, 3));

        assertThat(shown.path("type").asText()).isEqualTo("occurrence");
        assertThat(shown.path("seriesMasterId").asText())
                .isEqualTo(show(series).path("id").asText());
        assertThat(shown.path("subject").asText()).isEqualTo("Review");
        assertThat(shown.path("start").path("dateTime").asText()).isEqualTo("2026-03-30T07:00:00.0000000");
        assertThat(shown.path("originalStart").asText()).isEqualTo("2026-03-30T07:00:00Z");
        assertThat(shown.path("recurrence").isNull()).isTrue();
    }

    @Test
    void putsTheDayOfAnOccurrenceIntoItsUid() throws Refusal {
        StoredItem series = create(WEEKLY + "," + HOUR);

        String uid = show(occurrence(series, 3)).path("iCalUId").asText();

        assertThat(uid).isNotEqualTo(series.properties.text("UID"));
        assertThat(uid.substring(32, 40)).isEqualTo("07EA031E");
        assertThat(uid.substring(40)).isEqualTo(series.properties.text("UID").substring(40));
    }

    @Test
    void tellsNothingButWhereAndWhenOfAnOccurrenceInChanges() throws Refusal {
        StoredItem series = create("'subject':'Review'," + WEEKLY + "," + HOUR);

        ObjectNode bare = answer("").bare(occurrence(series, 2));

        assertThat(bare.fieldNames())
                .toIterable()
                .containsExactly("@odata.type", "@odata.etag", "id", "seriesMasterId", "type", "start", "end");
    }

    @Test
    @DisplayName("S6: an occurrence that is written becomes an exception")
    void makesAnExceptionOfAnOccurrenceThatIsWritten() throws Refusal {
        StoredItem series = create("'subject':'Review'," + WEEKLY + "," + HOUR);

        ObjectNode shown = show(update(
                occurrence(series, 2),
                "'start':{'dateTime':'2026-03-24T09:00:00','timeZone':'Europe/Berlin'},"
                        + "'end':{'dateTime':'2026-03-24T11:00:00','timeZone':'Europe/Berlin'}"));

        assertThat(shown.path("type").asText()).isEqualTo("exception");
        assertThat(shown.path("start").path("dateTime").asText()).isEqualTo("2026-03-24T08:00:00.0000000");
        assertThat(shown.path("originalStart").asText()).isEqualTo("2026-03-23T08:00:00Z");
        assertThat(series.exceptions).hasSize(1);
    }

    @Test
    void tellsCancelledOccurrencesByTheirDays() throws Refusal {
        StoredItem series = create(WEEKLY + "," + HOUR);
        EventWrites.delete(occurrence(series, 2));

        assertThat(show(series).path("cancelledOccurrences"))
                .hasToString("[\"OID." + show(series).path("id").asText() + ".2026-03-23\"]");
    }

    @Test
    void makesASingleEventOfASeriesThatLosesItsRecurrence() throws Refusal {
        StoredItem series = create(WEEKLY + "," + HOUR);

        assertThat(show(update(found(series), "'recurrence':null")).path("type").asText())
                .isEqualTo("singleInstance");
    }

    @Test
    void callsAZoneCustomThatSomebodyHasDefined() throws Refusal {
        StoredItem series = create(WEEKLY + "," + HOUR);
        Tree period = Tree.of("t:Period")
                .with("Bias", "-PT1H")
                .with("Name", "All year")
                .with("Id", "All year");
        series.properties.put(
                Tree.of("t:StartTimeZone", Tree.of("t:Periods", period)).with("Id", "Our own"));

        ObjectNode shown = show(series);

        assertThat(shown.path("originalStartTimeZone").asText()).isEqualTo("tzone://Microsoft/Custom");
        assertThat(shown.path("recurrence")
                        .path("range")
                        .path("recurrenceTimeZone")
                        .asText())
                .isEqualTo("tzone://Microsoft/Custom");
    }
}
