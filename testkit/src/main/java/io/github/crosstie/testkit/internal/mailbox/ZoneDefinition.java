package io.github.crosstie.testkit.internal.mailbox;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and writes definitions of time zones: known ones by their ids, others by their rules. */
public final class ZoneDefinition {

    /** Definitions tell the rules of that time and later. */
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    private static final int FIRST_YEAR = 1900;

    private ZoneDefinition() {}

    /** The rules of a definition: Windows' own if the id is one of its, else those of its last group. */
    public static ZoneRules rules(Tree definition) throws Refusal {
        ZoneRules known = WindowsZones.rules(definition.attribute("Id"));
        if (known != null) {
            return known;
        }
        try {
            return custom(definition);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException invalid) {
            throw new Refusal("ErrorTimeZone", "The time zone's definition is not valid.");
        }
    }

    private static ZoneRules custom(Tree definition) throws Refusal {
        Map<String, ZoneOffset> offsets = new HashMap<>();
        for (Tree period : definition.in("t:Periods")) {
            offsets.put(period.attribute("Id"), offset(period.attribute("Bias")));
        }
        List<Tree> groups = definition.in("t:TransitionsGroups");
        if (offsets.isEmpty()) {
            throw new Refusal("ErrorTimeZone", "The time zone is not known: " + definition.attribute("Id"));
        }
        ZoneOffset first = offsets.values().iterator().next();
        if (groups.isEmpty()) {
            return ZoneRules.of(first);
        }
        return rules(groups.get(groups.size() - 1).children(), offsets);
    }

    private static ZoneRules rules(List<Tree> transitions, Map<String, ZoneOffset> offsets) throws Refusal {
        if (transitions.size() == 1) {
            return ZoneRules.of(target(transitions.get(0), offsets));
        }
        ZoneOffset one = target(transitions.get(0), offsets);
        ZoneOffset other = target(transitions.get(1), offsets);
        ZoneOffset standard = one.getTotalSeconds() < other.getTotalSeconds() ? one : other;
        List<ZoneOffsetTransitionRule> rules = new ArrayList<>();
        for (Tree transition : transitions) {
            ZoneOffset after = target(transition, offsets);
            rules.add(rule(transition, standard, after.equals(one) ? other : one, after));
        }
        // Rules that repeat count from a first year only, whose changes have to be told one by one.
        List<ZoneOffsetTransition> first = rules.stream()
                .map(rule -> rule.createTransition(FIRST_YEAR))
                .sorted()
                .toList();
        return ZoneRules.of(standard, first.get(0).getOffsetBefore(), List.of(), first, rules);
    }

    private static ZoneOffset target(Tree transition, Map<String, ZoneOffset> offsets) throws Refusal {
        ZoneOffset offset = offsets.get(transition.textOf("t:To"));
        if (offset == null) {
            throw new Refusal("ErrorTimeZone", "A transition leads to a period that is not there.");
        }
        return offset;
    }

    private static ZoneOffsetTransitionRule rule(
            Tree transition, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        Month month = Month.of(Integer.parseInt(transition.textOf("t:Month")));
        Duration time = Duration.parse(transition.textOf("t:TimeOffset"));
        LocalTime at = LocalTime.MIDNIGHT.plus(time);
        if (transition.name().equals("t:RecurringDateTransition")) {
            return ZoneOffsetTransitionRule.of(
                    month,
                    Integer.parseInt(transition.textOf("t:Day")),
                    null,
                    at,
                    false,
                    TimeDefinition.WALL,
                    standard,
                    before,
                    after);
        }
        int occurrence = Integer.parseInt(transition.textOf("t:Occurrence"));
        DayOfWeek day = DayOfWeek.valueOf(transition.textOf("t:DayOfWeek").toUpperCase(Locale.ROOT));
        return ZoneOffsetTransitionRule.of(
                month,
                occurrence < 0 ? -1 : occurrence * 7 - 6,
                day,
                at,
                false,
                TimeDefinition.WALL,
                standard,
                before,
                after);
    }

    private static ZoneOffset offset(String bias) {
        return ZoneOffset.ofTotalSeconds(Math.toIntExact(-duration(bias).toSeconds()));
    }

    private static Duration duration(String text) {
        return text.startsWith("-") ? Duration.parse(text.substring(1)).negated() : Duration.parse(text);
    }

    /** The whole definition of one of Windows' zones. */
    public static Tree full(String name, ZoneRules rules) {
        ZoneOffset standard = rules.getStandardOffset(LATER);
        List<ZoneOffsetTransitionRule> changes = rules.getTransitionRules();
        List<Tree> periods = new ArrayList<>(List.of(period("Standard", standard)));
        List<Tree> transitions = new ArrayList<>();
        if (changes.size() != 2) {
            transitions.add(Tree.of("t:Transition", to("Period", "Standard")));
        } else {
            ZoneOffset summer = changes.get(0).getOffsetAfter().equals(standard)
                    ? changes.get(1).getOffsetAfter()
                    : changes.get(0).getOffsetAfter();
            periods.add(period("Daylight", summer));
            for (ZoneOffsetTransitionRule change : changes) {
                transitions.add(transition(change, change.getOffsetAfter().equals(standard) ? "Standard" : "Daylight"));
            }
        }
        return Tree.of(
                        "t:TimeZoneDefinition",
                        Tree.of("t:Periods", periods),
                        Tree.of(
                                "t:TransitionsGroups",
                                Tree.of("t:TransitionsGroup", transitions).with("Id", "0")),
                        Tree.of("t:Transitions", Tree.of("t:Transition", to("Group", "0"))))
                .with("Id", name)
                .with("Name", label(name, standard));
    }

    /** A definition that says no more than the name. */
    public static Tree brief(String element, String name) {
        ZoneRules rules = WindowsZones.rules(name);
        Tree brief = Tree.of("t:" + element).with("Id", name);
        return rules == null ? brief : brief.with("Name", label(name, rules.getStandardOffset(LATER)));
    }

    private static String label(String name, ZoneOffset standard) {
        return "(UTC" + (standard.getTotalSeconds() == 0 ? "" : standard.getId()) + ") " + name;
    }

    private static Tree period(String id, ZoneOffset offset) {
        Duration bias = Duration.ofSeconds(-offset.getTotalSeconds());
        String text = bias.isNegative() ? "-" + bias.negated() : bias.toString();
        return Tree.of("t:Period").with("Bias", text).with("Name", id).with("Id", id);
    }

    private static Tree transition(ZoneOffsetTransitionRule change, String period) {
        int day = change.getDayOfMonthIndicator();
        Duration wall = Duration.ofSeconds(change.getLocalTime().toSecondOfDay());
        if (change.isMidnightEndOfDay()) {
            wall = Duration.ofDays(1);
        }
        wall = switch (change.getTimeDefinition()) {
            case UTC -> wall.plusSeconds(change.getOffsetBefore().getTotalSeconds());
            case STANDARD ->
                wall.plusSeconds(change.getOffsetBefore().getTotalSeconds()
                        - change.getStandardOffset().getTotalSeconds());
            case WALL -> wall;
        };
        DayOfWeek weekday = change.getDayOfWeek() == null ? DayOfWeek.SUNDAY : change.getDayOfWeek();
        if (wall.isNegative()) {
            // Windows' rules have no time before midnight: the evening before is meant.
            wall = wall.plusDays(1);
            weekday = weekday.minus(1);
        }
        String name = weekday.toString();
        return Tree.of(
                "t:RecurringDayTransition",
                to("Period", period),
                Tree.of("t:TimeOffset", wall.toString()),
                Tree.of("t:Month", Integer.toString(change.getMonth().getValue())),
                Tree.of("t:DayOfWeek", name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)),
                Tree.of("t:Occurrence", Integer.toString(day < 0 || day > 21 ? -1 : (day + 6) / 7)));
    }

    private static Tree to(String kind, String target) {
        return Tree.of("t:To", target).with("Kind", kind);
    }
}
