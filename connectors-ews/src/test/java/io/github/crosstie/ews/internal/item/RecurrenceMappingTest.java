package io.github.crosstie.ews.internal.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.InexpressibleException;
import io.github.crosstie.internal.exchange.RuleReader;
import io.github.crosstie.internal.exchange.RuleWriter;
import io.github.crosstie.internal.exchange.WireRecurrence;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Recurrence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of RFC 5545 and recurrences of Exchange. */
class RecurrenceMappingTest {

    private static final int COMPARED = 40;
    private static final LocalDate HORIZON = LocalDate.of(2060, 1, 1);

    private static WireRecurrence readBack(WireRecurrence recurrence) {
        XmlOutput out = new XmlOutput();
        RecurrenceElement.write(recurrence, out);
        return read(out.toString());
    }

    private static WireRecurrence read(String element) {
        String xml = element.replaceFirst(
                "<t:Recurrence>",
                "<t:Recurrence xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\">");
        return RecurrenceElement.read(XmlInput.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static EventTime on(LocalDate day) {
        return new EventTime.AllDay(day, day.plusDays(1));
    }

    private static WireRecurrence write(String rule, String firstDay) throws InexpressibleException {
        return RuleWriter.write(Recurrence.parse(rule), on(LocalDate.parse(firstDay)));
    }

    /** The days by ical4j, to which weeks begin on the day of the machine's locale unless they are told otherwise. */
    private static List<LocalDate> byAnother(String rule, LocalDate first) {
        String told = rule.contains("WKST=") ? rule : rule + ";WKST=MO";
        return new Recur<LocalDate>(told)
                .getDates(first, first, HORIZON).stream()
                        .filter(day -> !day.isAfter(HORIZON))
                        .distinct()
                        .sorted()
                        .limit(COMPARED)
                        .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("S6: every pattern with every range is read as it was written")
    void readsWhatItWrites(long seed) {
        RandomValues values = new RandomValues(seed);
        for (int each = 0; each < 200; each++) {
            WireRecurrence recurrence = WireRecurrences.random(values);

            assertThat(readBack(recurrence))
                    .as("recurrence %s of seed %s", each, seed)
                    .isEqualTo(recurrence);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("S6: the rule of a recurrence gives, by an independent library, the days that Exchange gives")
    void readsRulesThatGiveTheSameDays(long seed) {
        RandomValues values = new RandomValues(seed);
        for (int each = 0; each < 100; each++) {
            WireRecurrence recurrence = WireRecurrences.random(values);

            Recurrence rule = RuleReader.read(recurrence);

            List<LocalDate> expected = byAnother(rule.toString(), recurrence.start());
            List<LocalDate> given = recurrence
                    .days()
                    .takeWhile(day -> !day.isAfter(HORIZON))
                    .limit(COMPARED)
                    .collect(Collectors.toList());
            assertThat(given)
                    .as("%s from %s, seed %s", rule, recurrence.start(), seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("S6: the rule that is read of a recurrence can be written, gives the same days, and is read again")
    void writesTheRulesThatItReads(long seed) throws InexpressibleException {
        RandomValues values = new RandomValues(seed);
        for (int each = 0; each < 200; each++) {
            WireRecurrence recurrence = WireRecurrences.random(values);
            Recurrence rule = RuleReader.read(recurrence);

            WireRecurrence written = RuleWriter.write(rule, on(recurrence.start()));

            assertThat(RuleReader.read(written)).as("seed %s", seed).isEqualTo(rule);
            assertThat(written.days().limit(COMPARED))
                    .as("%s, seed %s", rule, seed)
                    .containsExactlyElementsOf(recurrence.days().limit(COMPARED).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;INTERVAL=3;COUNT=5 | 2026-03-02",
                "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR | 2026-03-02",
                "FREQ=WEEKLY | 2026-03-02",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU | 2026-03-02",
                "FREQ=MONTHLY | 2026-03-02",
                "FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-03-31",
                "FREQ=MONTHLY;BYDAY=1MO | 2026-03-02",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1 | 2026-03-02",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 | 2026-03-02",
                "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1 | 2026-03-29",
                "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;UNTIL=20270101 | 2026-03-27",
                "FREQ=YEARLY | 2026-03-02",
                "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31 | 2026-03-31",
                "FREQ=YEARLY;BYMONTH=3 | 2026-03-02",
                "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=7 | 2026-11-26",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 | 2026-02-28"
            })
    @DisplayName("S6: a rule that Exchange has something like gives the same days there, by an independent library")
    void writesRulesThatGiveTheSameDays(String rule, String first) throws InexpressibleException {
        WireRecurrence written = write(rule, first);

        assertThat(written.days().takeWhile(day -> !day.isAfter(HORIZON)).limit(COMPARED))
                .containsExactlyElementsOf(byAnother(rule, LocalDate.parse(first)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MONTHLY;BYMONTHDAY=31 | 2026-03-31",
                "FREQ=MONTHLY;BYMONTHDAY=1,15 | 2026-03-01",
                "FREQ=MONTHLY;BYMONTHDAY=-2 | 2026-03-30",
                "FREQ=MONTHLY;BYDAY=MO | 2026-03-02",
                "FREQ=MONTHLY;BYDAY=1MO,3MO | 2026-03-02",
                "FREQ=MONTHLY;BYDAY=5MO | 2026-03-30",
                "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1 | 2026-03-02",
                "FREQ=MONTHLY;BYMONTH=3,4 | 2026-03-02",
                "FREQ=YEARLY;INTERVAL=2 | 2026-03-02",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | 2028-02-29",
                "FREQ=YEARLY;BYDAY=10MO | 2026-03-09",
                "FREQ=YEARLY;BYMONTH=3,4;BYMONTHDAY=1 | 2026-03-01",
                "FREQ=DAILY;INTERVAL=2;BYDAY=MO | 2026-03-02",
                "FREQ=DAILY;COUNT=1000 | 2026-03-02",
                "FREQ=WEEKLY;BYDAY=TU | 2026-03-02",
                "FREQ=DAILY;UNTIL=20260301 | 2026-03-02"
            })
    @DisplayName("S6: a rule that Exchange has nothing like is refused with a reason, never taken for a similar one")
    void refusesTheOthers(String rule, String first) {
        assertThatThrownBy(() -> write(rule, first))
                .isInstanceOf(InexpressibleException.class)
                .hasMessageContaining("series")
                .hasMessageContaining("Exchange cannot hold");
    }

    @Test
    @DisplayName("S6: an end by the moment is the last day on which an occurrence starts by then")
    void endsWithTheLastDay() throws InexpressibleException {
        Recurrence rule = Recurrence.parse("FREQ=DAILY;UNTIL=20260310T080000Z");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate day = LocalDate.of(2026, 3, 2);
        EventTime at9 = new EventTime.Timed(
                day.atTime(9, 0).atZone(berlin), day.atTime(10, 0).atZone(berlin));
        EventTime at10 = new EventTime.Timed(
                day.atTime(10, 0).atZone(berlin), day.atTime(11, 0).atZone(berlin));

        assertThat(RuleWriter.write(rule, at9).range())
                .isEqualTo(new WireRecurrence.Range.EndDate(LocalDate.of(2026, 3, 10)));
        assertThat(RuleWriter.write(rule, at10).range())
                .isEqualTo(new WireRecurrence.Range.EndDate(LocalDate.of(2026, 3, 9)));
    }

    @Test
    @DisplayName("S6: kinds of days and dates with offsets are read as what they stand for")
    void readsKindsOfDays() {
        WireRecurrence read = read("<t:Recurrence><t:WeeklyRecurrence><t:Interval>1</t:Interval>"
                + "<t:DaysOfWeek>Weekday Saturday</t:DaysOfWeek></t:WeeklyRecurrence>"
                + "<t:EndDateRecurrence><t:StartDate>2026-03-02Z</t:StartDate><t:EndDate>2026-04-01+01:00</t:EndDate>"
                + "</t:EndDateRecurrence></t:Recurrence>");

        assertThat(RuleReader.read(read).toString()).isEqualTo("FREQ=WEEKLY;UNTIL=20260401;BYDAY=MO,TU,WE,TH,FR,SA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t:Recurrence></t:Recurrence>",
                "<t:Recurrence><t:DailyRecurrence><t:Interval>0</t:Interval></t:DailyRecurrence>"
                        + "<t:NoEndRecurrence><t:StartDate>2026-03-02</t:StartDate></t:NoEndRecurrence></t:Recurrence>",
                "<t:Recurrence><t:DailyRegeneration><t:Interval>1</t:Interval></t:DailyRegeneration>"
                        + "<t:NoEndRecurrence><t:StartDate>2026-03-02</t:StartDate></t:NoEndRecurrence></t:Recurrence>"
            })
    @DisplayName("S15: a recurrence that no calendar has is refused, not guessed")
    void refusesWhatNoCalendarHas(String element) {
        assertThatThrownBy(() -> read(element)).isInstanceOf(IllegalArgumentException.class);
    }
}
