package io.github.crosstie.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Recurrence.Frequency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random series, expanded by ical4j too: two implementations that know nothing of each other. */
class RuleExpanderOracleTest {

    private static final int SEEDS = 1_000;
    private static final int YEARS = 5;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Pacific/Apia"),
            ZoneOffset.UTC);

    private final RuleExpander expander = RuleExpander.create();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    @DisplayName("S6: series take place when another implementation of RFC 5545 has them")
    void agreesWithIcal4j(long thousand) {
        for (long seed = thousand * SEEDS; seed < (thousand + 1) * SEEDS; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
            Recurrence rule = rule(random, day);
            EventTime first = first(random, day);
            ZonedDateTime from = LocalDate.of(2024, 1, 1)
                    .plusDays(random.nextInt(1_500))
                    .atTime(random.nextInt(24), 0)
                    .atZone(ZONES.get(random.nextInt(ZONES.size())));
            ZonedDateTime to = from.plusDays(random.nextInt(400));

            Expansion expansion = expander.expand(first, rule, from, to, Integer.MAX_VALUE);

            assertThat(expansion.occurrences().stream().map(time -> start(time, from)))
                    .as("seed " + seed + ": " + first + " " + rule + " from " + from + " to " + to)
                    .containsExactlyElementsOf(oracle(first, rule, from, to));
        }
    }

    private static Instant start(EventTime time, ZonedDateTime range) {
        return time instanceof EventTime.AllDay allDay
                ? allDay.firstDay().atStartOfDay(range.getZone()).toInstant()
                : ((EventTime.Timed) time).start().toInstant();
    }

    /** Days by ical4j, from rules without an end; ends, zones and the range by hand. */
    private static List<Instant> oracle(EventTime first, Recurrence rule, ZonedDateTime from, ZonedDateTime to) {
        LocalDate day = first instanceof EventTime.AllDay allDay
                ? allDay.firstDay()
                : ((EventTime.Timed) first).start().toLocalDate();
        Recurrence endless = rule.toBuilder().end(new Recurrence.End.Never()).build();
        SortedSet<LocalDate> days = new TreeSet<>(
                new Recur<LocalDate>(withWeekStart(endless)).getDates(day, day, LocalDate.of(2024 + 3 + YEARS, 1, 1)));
        days.add(day);
        List<Instant> starts = new ArrayList<>();
        int count = 0;
        for (LocalDate one : days) {
            count++;
            if (rule.end() instanceof Recurrence.End.Count most && count > most.occurrences()) {
                break;
            }
            if (rule.end() instanceof Recurrence.End.UntilDay until && one.isAfter(until.day())) {
                break;
            }
            Instant start = first instanceof EventTime.Timed timed
                    ? moment(one, timed.start(), one.equals(day))
                    : one.atStartOfDay(from.getZone()).toInstant();
            Instant compared = first instanceof EventTime.Timed
                    ? start
                    : one.atStartOfDay(ZoneOffset.UTC).toInstant();
            if (rule.end() instanceof Recurrence.End.UntilMoment until && compared.isAfter(until.moment())) {
                break;
            }
            if (!start.isBefore(from.toInstant()) && start.isBefore(to.toInstant())) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** Said in any case: where it is not said, ical4j takes the host's. */
    private static String withWeekStart(Recurrence rule) {
        String text = rule.toString();
        return text.contains("WKST=") ? text : text + ";WKST=MO";
    }

    /** A local time in a gap is read with the offset before it, one in an overlap with the earlier offset (RFC 5545). */
    private static Instant moment(LocalDate day, ZonedDateTime first, boolean isFirst) {
        if (isFirst) {
            return first.toInstant();
        }
        LocalDateTime local = day.atTime(first.toLocalTime());
        ZoneOffsetTransition transition = first.getZone().getRules().getTransition(local);
        ZoneOffset offset = transition == null
                ? first.getZone().getRules().getValidOffsets(local).get(0)
                : transition.getOffsetBefore();
        return local.toInstant(offset);
    }

    private static EventTime first(RandomGenerator random, LocalDate day) {
        if (random.nextInt(3) == 0) {
            return new EventTime.AllDay(day, day.plusDays(1 + random.nextInt(3)));
        }
        // Hours in which the clocks change are likely.
        LocalTime time = LocalTime.of(random.nextInt(4), 15 * random.nextInt(4));
        ZonedDateTime start = day.atTime(time).atZone(ZONES.get(random.nextInt(ZONES.size())));
        return new EventTime.Timed(start, start.plusMinutes(random.nextInt(3_000)));
    }

    private static Recurrence rule(RandomGenerator random, LocalDate day) {
        Recurrence rule = null;
        while (rule == null) {
            try {
                rule = anyRule(random, day);
            } catch (IllegalArgumentException e) {
                // Some parts do not go together: draw again.
                rule = null;
            }
        }
        return rule;
    }

    private static Recurrence anyRule(RandomGenerator random, LocalDate day) {
        List<Frequency> frequencies = List.of(Frequency.values());
        Frequency frequency = frequencies.get(random.nextInt(frequencies.size()));
        Recurrence.Builder rule = Recurrence.builder(frequency).interval(1 + random.nextInt(4));
        if (random.nextInt(4) == 0) {
            rule.weekStart(DayOfWeek.SUNDAY);
        }
        boolean numbered = (frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY) && random.nextBoolean();
        if (random.nextBoolean()) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                DayOfWeek weekday = DayOfWeek.of(1 + random.nextInt(7));
                int most = frequency == Frequency.MONTHLY ? 5 : 53;
                int ordinal = numbered ? (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(most)) : 0;
                rule.on(ordinal, weekday);
            }
        }
        if (frequency != Frequency.WEEKLY && random.nextInt(3) == 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                rule.onMonthDays((random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(31)));
            }
        }
        // ical4j asks for the month of a week's first candidate, not for that of the day: RFC 5545 has no such rule.
        if (frequency != Frequency.WEEKLY && random.nextInt(4) == 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                rule.inMonths(1 + random.nextInt(12));
            }
        }
        if (random.nextInt(5) == 0) {
            rule.atPositions(random.nextBoolean() ? 1 + random.nextInt(3) : -1 - random.nextInt(3));
        }
        return switch (random.nextInt(4)) {
            case 0 -> rule.build();
            case 1 -> rule.count(1 + random.nextInt(30)).build();
            case 2 -> rule.until(day.plusDays(random.nextInt(700))).build();
            default ->
                rule.until(day.plusDays(random.nextInt(700))
                                .atTime(random.nextInt(24), 0)
                                .toInstant(ZoneOffset.UTC))
                        .build();
        };
    }
}
