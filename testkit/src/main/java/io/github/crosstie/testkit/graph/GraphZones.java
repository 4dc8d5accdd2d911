package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import io.github.crosstie.testkit.internal.mailbox.WindowsZones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.function.Predicate;

/** The names of time zones: Graph takes those of Windows and those of IANA, and keeps Windows'. */
final class GraphZones {

    static final String UTC = "UTC";

    /** What a zone is called that somebody has defined by rules of their own. */
    static final String CUSTOM = "tzone://Microsoft/Custom";

    /** Zones that agree from then on are the same for a calendar. */
    private static final Instant LATELY = Instant.parse("2026-01-01T00:00:00Z");

    private GraphZones() {}

    /** Windows' name of a zone that a request names. */
    static String windows(String name) throws Refusal {
        if (WindowsZones.rules(name) != null) {
            return name;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Refusal(
                    "TimeZoneNotSupportedException",
                    "A valid TimeZone value must be specified. The following TimeZone value is not supported: '" + name
                            + "'.");
        }
        ZoneRules asked = ZoneId.of(name).getRules();
        return first(asked::equals, first(rules -> alike(rules, asked), UTC));
    }

    private static String first(Predicate<ZoneRules> wanted, String otherwise) {
        for (String name : WindowsZones.names()) {
            ZoneRules rules = WindowsZones.rules(name);
            if (rules != null && wanted.test(rules)) {
                return name;
            }
        }
        return otherwise;
    }

    private static boolean alike(ZoneRules one, ZoneRules other) {
        return one.getStandardOffset(LATELY).equals(other.getStandardOffset(LATELY))
                && one.getTransitionRules().equals(other.getTransitionRules());
    }

    /** The rules of a zone that a request names. */
    static ZoneRules rules(String name) throws Refusal {
        ZoneRules rules = WindowsZones.rules(windows(name));
        return rules == null ? ZoneRules.of(ZoneOffset.UTC) : rules;
    }

    /** What Graph calls the zone of an element such as {@code StartTimeZone}. */
    static String name(Tree zone) {
        String id = zone.attribute("Id");
        return WindowsZones.rules(id) == null ? CUSTOM : id;
    }
}
