package io.github.crosstie.internal.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which IANA zone stands for a Windows zone, and which Windows zone an IANA zone belongs to, as Unicode CLDR has it.
 * Several IANA zones share a Windows zone, so that Vienna comes back as Berlin: {@link #asRead} tells beforehand.
 * Immutable, thread-safe.
 */
public final class WindowsZones {

    private static final String TABLE = "windows-zones.txt";
    private static final String UTC = "UTC";

    private final Map<String, ZoneId> byWindowsId;
    private final Map<String, String> byZone;

    private WindowsZones(Map<String, ZoneId> byWindowsId, Map<String, String> byZone) {
        this.byWindowsId = byWindowsId;
        this.byZone = byZone;
    }

    /**
     * The table for the zones of this JDK.
     *
     * @return the one table
     */
    public static WindowsZones standard() {
        return Standard.TABLE;
    }

    /**
     * Reads a table.
     *
     * @param lines for each Windows zone a line: its id, the zone that stands for it, and the others that belong to it,
     *     those of the same territory first; separated by semicolons
     * @param known the zones that can be used: where the one that stands for a Windows zone is not among them, the next
     *     one of the line that is takes its place
     * @return the table
     */
    static WindowsZones of(List<String> lines, Set<String> known) {
        Map<String, ZoneId> byWindowsId = new LinkedHashMap<>();
        Map<String, String> byZone = new HashMap<>();
        for (String line : lines) {
            List<String> names = List.of(line.split(";"));
            String windowsId = names.get(0);
            List<String> zones = names.subList(1, names.size());
            zones.forEach(zone -> byZone.putIfAbsent(zone, windowsId));
            zones.stream()
                    .filter(known::contains)
                    .findFirst()
                    .ifPresent(zone -> byWindowsId.put(folded(windowsId), ZoneId.of(zone)));
        }
        return new WindowsZones(Collections.unmodifiableMap(byWindowsId), Collections.unmodifiableMap(byZone));
    }

    /**
     * The IANA zone of a Windows zone.
     *
     * @param windowsId the Windows zone's id, in any case; the id of an IANA zone is taken as it is
     * @return the zone; empty if neither CLDR nor the JDK knows it
     */
    public Optional<ZoneId> zone(String windowsId) {
        ZoneId zone = byWindowsId.get(folded(windowsId));
        if (zone != null) {
            return Optional.of(zone);
        }
        return ZoneId.getAvailableZoneIds().contains(windowsId) ? Optional.of(ZoneId.of(windowsId)) : Optional.empty();
    }

    /**
     * The Windows zone of an IANA zone or an offset. Where CLDR names none, one with the same rules from now on will
     * do.
     *
     * @param zone the zone
     * @return the Windows zone's id; empty if there is none with these rules
     */
    public Optional<String> windowsId(ZoneId zone) {
        String named = byZone.get(zone.getId());
        if (named != null) {
            return Optional.of(named);
        }
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return Optional.of(UTC);
        }
        return sameRules(zone.getRules()).map(this::named);
    }

    /**
     * The zone that an event in a zone is read back with.
     *
     * @param zone the zone that is written
     * @return the zone that stands for the same Windows zone; UTC if there is no Windows zone for it
     */
    public ZoneId asRead(ZoneId zone) {
        return windowsId(zone).flatMap(this::zone).orElse(zoneOfUtc());
    }

    /**
     * The first zone that keeps the same time from now on.
     *
     * @param rules the rules of a zone without a name in the table
     * @return the zone that stands for a Windows zone, or nothing
     */
    public Optional<ZoneId> sameRules(ZoneRules rules) {
        ClockChanges changes = ClockChanges.of(rules);
        return byWindowsId.values().stream()
                .filter(candidate -> ClockChanges.of(candidate.getRules()).equals(changes))
                .findFirst();
    }

    /**
     * The zone that stands for UTC.
     *
     * @return the zone that events written in UTC are read back with
     */
    public ZoneId zoneOfUtc() {
        return Objects.requireNonNull(byWindowsId.get(folded(UTC)), UTC);
    }

    private String named(ZoneId zone) {
        return Objects.requireNonNull(byZone.get(zone.getId()), "Windows zone");
    }

    private static String folded(String windowsId) {
        return windowsId.toLowerCase(Locale.ROOT);
    }

    /** Read once, when first needed. */
    private static final class Standard {

        private static final WindowsZones TABLE = of(lines(), ZoneId.getAvailableZoneIds());

        private Standard() {}

        private static List<String> lines() {
            InputStream table = Objects.requireNonNull(
                    WindowsZones.class.getResourceAsStream(WindowsZones.TABLE), WindowsZones.TABLE);
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
                return reader.lines().filter(line -> !line.startsWith("#")).toList();
            } catch (IOException e) {
                throw new UncheckedIOException("table of Windows zones cannot be read; is the jar damaged?", e);
            }
        }
    }
}
