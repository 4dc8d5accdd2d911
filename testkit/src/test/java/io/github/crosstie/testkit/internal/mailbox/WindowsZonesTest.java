package io.github.crosstie.testkit.internal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table, compared with the data that it is made of. */
class WindowsZonesTest {

    @Test
    void knowsTheZonesThatWindowsHas() {
        Set<String> expected = Arrays.stream(TimeZone.getAvailableIDs())
                .map(TimeZone::getWindowsID)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());

        assertThat(WindowsZones.names()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void meansTheZonesOfTheWorld() {
        assertThat(WindowsZones.names())
                .allSatisfy(name -> assertThat(WindowsZones.rules(name))
                        .isEqualTo(ZoneId.of(TimeZone.getIDForWindowsID(name, "001"))
                                .getRules()));
    }

    @Test
    void doesNotKnowOthers() {
        assertThat(WindowsZones.rules("Nowhere")).isNull();
    }
}
