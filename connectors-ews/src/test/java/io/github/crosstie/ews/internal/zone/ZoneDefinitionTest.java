package io.github.crosstie.ews.internal.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.internal.exchange.ClockChanges;
import io.github.crosstie.internal.exchange.WindowsZones;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones as items name them. */
class ZoneDefinitionTest {

    private static final String CENTRAL_EUROPE = """
            <t:Periods>
              <t:Period Bias="-PT1H" Name="Standard" Id="s"/>
              <t:Period Bias="-PT2H" Name="Daylight" Id="d"/>
            </t:Periods>
            <t:TransitionsGroups>
              <t:TransitionsGroup Id="0">
                <t:RecurringDayTransition>
                  <t:To Kind="Period">d</t:To><t:TimeOffset>PT2H</t:TimeOffset>
                  <t:Month>3</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>-1</t:Occurrence>
                </t:RecurringDayTransition>
                <t:RecurringDayTransition>
                  <t:To Kind="Period">s</t:To><t:TimeOffset>PT3H</t:TimeOffset>
                  <t:Month>10</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>-1</t:Occurrence>
                </t:RecurringDayTransition>
              </t:TransitionsGroup>
            </t:TransitionsGroups>
            <t:Transitions><t:Transition><t:To Kind="Group">0</t:To></t:Transition></t:Transitions>""";

    private static Optional<ZoneId> zone(String id, String rules) {
        String xml = "<t:StartTimeZone xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\" Id=\"" + id
                + "\">" + rules + "</t:StartTimeZone>";
        return ZoneDefinition.read(XmlInput.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .zone(WindowsZones.standard());
    }

    @Test
    @DisplayName("S5: a zone from Windows goes by its id")
    void goesByTheId() {
        assertThat(zone("Pacific Standard Time", CENTRAL_EUROPE)).contains(ZoneId.of("America/Los_Angeles"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tzone://Microsoft/Custom", "Customized Time Zone", ""})
    @DisplayName("S5: a zone of somebody's own goes by its rules")
    void goesByTheRules(String id) {
        ZoneId zone = zone(id, CENTRAL_EUROPE).orElseThrow();

        assertThat(ClockChanges.of(zone.getRules()))
                .isEqualTo(ClockChanges.of(ZoneId.of("Europe/Berlin").getRules()));
    }

    @Test
    @DisplayName("S5: the last group of rules is the one in force")
    void takesTheLastGroup() {
        String fixed = CENTRAL_EUROPE
                .replace(
                        "</t:TransitionsGroups>",
                        "<t:TransitionsGroup Id=\"1\"><t:Transition><t:To Kind=\"Period\">f</t:To></t:Transition>"
                                + "</t:TransitionsGroup></t:TransitionsGroups>")
                .replace("</t:Periods>", "<t:Period Bias=\"-PT5H30M\" Name=\"Fixed\" Id=\"f\"/></t:Periods>")
                .replace(
                        "</t:Transitions>",
                        "<t:AbsoluteDateTransition><t:To Kind=\"Group\">1</t:To><t:DateTime>2010-01-01T00:00:00</t:DateTime>"
                                + "</t:AbsoluteDateTransition></t:Transitions>");

        ZoneId zone = zone("custom", fixed).orElseThrow();

        assertThat(ClockChanges.of(zone.getRules()))
                .isEqualTo(ClockChanges.of(ZoneId.of("Asia/Calcutta").getRules()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT99H", "PT9999999999H", "soon", "-PT1H17M"})
    @DisplayName("S5: rules that make no sense, or that no zone has, give no zone")
    void givesNoZoneForStrangeRules(String bias) {
        assertThat(zone("custom", CENTRAL_EUROPE.replace("-PT2H", bias).replace("-PT1H\"", "-PT4H7M\"")))
                .isEmpty();
        assertThat(zone("custom", "")).isEmpty();
        assertThat(zone("custom", CENTRAL_EUROPE.replace(">d<", ">nowhere<"))).isEmpty();
    }
}
