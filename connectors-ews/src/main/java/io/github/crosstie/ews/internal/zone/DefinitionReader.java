package io.github.crosstie.ews.internal.zone;

import io.github.crosstie.ews.internal.soap.XmlInput;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of a spelled-out zone: its periods (an offset each), groups of transitions between periods, and which
 * group is in force since when. The last group is taken, as it is the one that holds from now on. Rules that make no
 * sense are no rules.
 */
final class DefinitionReader {

    private static final int WEEK = 7;
    private static final int LAST = -1;
    private static final int SINCE = 2000;

    private final Map<String, ZoneOffset> periods = new HashMap<>();
    private final Map<String, List<Yearly>> groups = new HashMap<>();
    private String lastGroup = "";

    private DefinitionReader() {}

    /** A change that comes every year, or the only state there is if it has no month. */
    private record Yearly(
            String period, int month, int day, @Nullable DayOfWeek dayOfWeek, Duration time) {}

    static @Nullable ZoneRules rules(XmlInput zone) {
        DefinitionReader reader = new DefinitionReader();
        try {
            zone.children(reader::part);
            return reader.rules();
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            // A number, a name or a time that is none: the zone has no rules that one could go by.
            return null;
        }
    }

    private void part(XmlInput part) {
        switch (part.name()) {
            case "Periods" -> part.children(this::period);
            case "TransitionsGroups" -> part.children(this::group);
            case "Transitions" ->
                part.children(each -> each.children(child -> {
                    if (child.name().equals("To")) {
                        lastGroup = child.text();
                    }
                }));
            default -> part.skip();
        }
    }

    private void period(XmlInput period) {
        String id = period.attribute("Id");
        String bias = period.attribute("Bias");
        if (id != null && bias != null) {
            // The bias is what must be added to local time for UTC.
            periods.put(
                    id,
                    ZoneOffset.ofTotalSeconds(
                            Math.toIntExact(Duration.parse(bias).negated().toSeconds())));
        }
    }

    private void group(XmlInput group) {
        String id = group.attribute("Id");
        List<Yearly> changes = new ArrayList<>();
        group.children(change -> changes.add(yearly(change)));
        groups.put(id == null ? "" : id, changes);
    }

    private static Yearly yearly(XmlInput change) {
        Map<String, String> parts = new HashMap<>();
        change.children(part -> parts.put(part.name(), part.text().trim()));
        String weekday = parts.get("DayOfWeek");
        int occurrence = Integer.parseInt(parts.getOrDefault("Occurrence", "1"));
        int day = weekday == null
                ? Integer.parseInt(parts.getOrDefault("Day", "1"))
                : occurrence == LAST ? LAST : 1 + WEEK * (occurrence - 1);
        return new Yearly(
                parts.getOrDefault("To", ""),
                Integer.parseInt(parts.getOrDefault("Month", "0")),
                day,
                weekday == null ? null : DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT)),
                Duration.parse(parts.getOrDefault("TimeOffset", "PT0S")));
    }

    private @Nullable ZoneRules rules() {
        List<Yearly> changes = groups.getOrDefault(lastGroup, List.of()).stream()
                .sorted(Comparator.comparingInt(Yearly::month))
                .toList();
        if (changes.isEmpty() || !changes.stream().allMatch(change -> periods.containsKey(change.period()))) {
            return null;
        }
        return changes.size() == 1 ? ZoneRules.of(offset(changes.get(0))) : yearly(changes);
    }

    private ZoneOffset offset(Yearly change) {
        return Objects.requireNonNull(periods.get(change.period()), "offset of a period");
    }

    private ZoneRules yearly(List<Yearly> changes) {
        // Offsets sort from east to west, and clocks are set to the east in summer.
        ZoneOffset standard = changes.stream()
                .map(this::offset)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<ZoneOffsetTransitionRule> rules = new ArrayList<>();
        ZoneOffset before = offset(changes.get(changes.size() - 1));
        for (Yearly change : changes) {
            ZoneOffset after = offset(change);
            if (!after.equals(before)) {
                rules.add(rule(change, standard, before, after));
            }
            before = after;
        }
        if (rules.isEmpty()) {
            return ZoneRules.of(standard);
        }
        // Recurring rules count from the last single transition on, so that there must be one.
        ZoneOffsetTransition first = rules.get(0).createTransition(SINCE);
        return ZoneRules.of(standard, first.getOffsetBefore(), List.of(), List.of(first), rules);
    }

    private static ZoneOffsetTransitionRule rule(
            Yearly change, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        return ZoneOffsetTransitionRule.of(
                Month.of(change.month()),
                change.day(),
                change.dayOfWeek(),
                LocalTime.ofSecondOfDay(change.time().toSeconds()),
                false,
                TimeDefinition.WALL,
                standard,
                before,
                after);
    }
}
