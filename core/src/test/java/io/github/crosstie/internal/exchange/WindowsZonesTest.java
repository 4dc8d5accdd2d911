package io.github.crosstie.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows zones and IANA zones. */
class WindowsZonesTest {

    private static final WindowsZones ZONES = WindowsZones.standard();

    @Test
    @DisplayName("S5: the table is what Unicode CLDR says; when it drifts, run CldrZones with the file's path")
    void isWhatCldrSays() throws IOException {
        try (InputStream table = Objects.requireNonNull(WindowsZones.class.getResourceAsStream("windows-zones.txt"))) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();

            assertThat(lines).isEqualTo(CldrZones.lines()).hasSizeGreaterThan(130);
        }
    }

    @Test
    @DisplayName("S5: every Windows zone has a zone in this JDK and comes back from it")
    void knowsEveryWindowsZone() {
        for (String line : CldrZones.lines()) {
            String windowsId = line.substring(0, line.indexOf(';'));

            ZoneId zone = ZONES.zone(windowsId).orElseThrow();

            assertThat(ZONES.windowsId(zone)).as("Windows zone of %s", zone).contains(windowsId);
            assertThat(ZONES.asRead(zone)).isEqualTo(zone);
        }
    }

    @Test
    @DisplayName("S5: every zone of this JDK is read back as a zone that is read back as itself")
    void readsEveryZoneBack() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId read = ZONES.asRead(ZoneId.of(id));

            assertThat(ZONES.asRead(read)).as("read back from %s", id).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Vienna, W. Europe Standard Time, Europe/Berlin",
        "Asia/Kolkata, India Standard Time, Asia/Calcutta",
        "Europe/Kyiv, FLE Standard Time, Europe/Kiev",
        "US/Pacific, Pacific Standard Time, America/Los_Angeles",
        "Z, UTC, Etc/UTC",
        "UTC, UTC, Etc/UTC",
        "+00:00, UTC, Etc/UTC"
    })
    @DisplayName("S5: names a zone by the Windows zone that it belongs to")
    void namesAZone(String zone, String windowsId, String read) {
        assertThat(ZONES.windowsId(ZoneId.of(zone))).contains(windowsId);
        assertThat(ZONES.asRead(ZoneId.of(zone))).isEqualTo(ZoneId.of(read));
    }

    @Test
    @DisplayName("S5: takes a Windows zone with the same rules for a zone without a name in the table")
    void takesAZoneWithTheSameRules() {
        ZoneId halfPastFive = ZONES.asRead(ZoneOffset.ofHoursMinutes(5, 30));
        ZoneId centralEurope = ZONES.asRead(ZoneId.of("CET"));

        assertThat(ClockChanges.of(halfPastFive.getRules()))
                .isEqualTo(ClockChanges.of(ZoneId.of("Asia/Calcutta").getRules()));
        assertThat(ClockChanges.of(centralEurope.getRules()))
                .isEqualTo(ClockChanges.of(ZoneId.of("Europe/Berlin").getRules()));
    }

    @Test
    @DisplayName("S5: a zone that no Windows zone is like is read back as UTC")
    void readsAZoneWithoutLikenessAsUtc() {
        assertThat(ZONES.windowsId(ZoneOffset.ofHoursMinutes(1, 15))).isEmpty();
        assertThat(ZONES.asRead(ZoneOffset.ofHoursMinutes(1, 15))).isEqualTo(ZoneId.of("Etc/UTC"));
    }

    @Test
    @DisplayName("S5: a zone that the JDK lacks gives way to the next of its line")
    void givesWayToTheNextOfItsLine() {
        WindowsZones zones = WindowsZones.of(
                List.of("Magallanes Standard Time;America/Coyhaique;America/Punta_Arenas", "UTC;Etc/UTC"),
                Set.of("America/Punta_Arenas", "Etc/UTC"));

        assertThat(zones.zone("Magallanes Standard Time")).contains(ZoneId.of("America/Punta_Arenas"));
    }

    @Test
    void takesAnyCaseAndIanaNamesToo() {
        assertThat(ZONES.zone("w. europe standard time")).contains(ZoneId.of("Europe/Berlin"));
        assertThat(ZONES.zone("Europe/Lisbon")).contains(ZoneId.of("Europe/Lisbon"));
        assertThat(ZONES.zone("tzone://Microsoft/Custom")).isEmpty();
    }
}
