package io.github.crosstie.internal.exchange;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.UResourceBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of Windows zones as icu4j has it from Unicode CLDR. Run it to write the table anew. */
final class CldrZones {

    private static final String WORLD = "001";

    private CldrZones() {}

    /** Writes the table into the file that is named. */
    public static void main(String[] arguments) throws IOException {
        List<String> table = new ArrayList<>(List.of(
                "# Windows zone; the IANA zone that stands for it; other IANA zones that belong to it.",
                "# Made of Unicode CLDR (windowsZones). Copyright Unicode, Inc. Unicode License V3, see NOTICE."));
        table.addAll(lines());
        Files.write(Path.of(arguments[0]), table, StandardCharsets.US_ASCII);
    }

    static List<String> lines() {
        UResourceBundle zones = UResourceBundle.getBundleInstance(
                        "com/ibm/icu/impl/data/icudata", "windowsZones", CldrZones.class.getClassLoader())
                .get("mapTimezones");
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < zones.getSize(); at++) {
            UResourceBundle windows = zones.get(at);
            lines.add(line(windows.getKey(), windows));
        }
        return lines;
    }

    private static String line(String windowsId, UResourceBundle windows) {
        Set<String> zones = new LinkedHashSet<>();
        zones.add(windows.getString(WORLD));
        for (int at = 0; at < windows.getSize(); at++) {
            List<String> territory = Arrays.asList(windows.getString(at).split(" "));
            if (territory.contains(windows.getString(WORLD))) {
                zones.addAll(territory);
            }
        }
        for (int at = 0; at < windows.getSize(); at++) {
            zones.addAll(Arrays.asList(windows.getString(at).split(" ")));
        }
        // The table has each zone by one of its names; the JDK may know it by another.
        Set<String> names = new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.ANY, null, null));
        names.removeIf(
                name -> (name.length() == 3 && !name.equals("GMT")) || !windowsId.equals(TimeZone.getWindowsID(name)));
        zones.addAll(names);
        return windowsId + ";" + String.join(";", zones);
    }
}
