package io.github.crosstie.testkit.internal.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time zones that Windows has, by the names that Windows gives them. */
public final class WindowsZones {

    private static final Map<String, ZoneId> ZONES = read();

    private WindowsZones() {}

    public static Set<String> names() {
        return ZONES.keySet();
    }

    /** The rules of a zone; null if Windows has none of that name. */
    public static @Nullable ZoneRules rules(String name) {
        ZoneId zone = ZONES.get(name);
        return zone == null ? null : zone.getRules();
    }

    private static Map<String, ZoneId> read() {
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        try (InputStream in = WindowsZones.class.getResourceAsStream("windows-zones.txt")) {
            if (in == null) {
                throw new IllegalStateException("windows-zones.txt: it is missing in the jar; build the module anew");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    zones.put(line.substring(0, equals), ZoneId.of(line.substring(equals + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("windows-zones.txt: it cannot be read", e);
        }
        return zones;
    }
}
