package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import io.github.crosstie.testkit.internal.mailbox.ZoneDefinition;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherOperationsTest extends ExchangeTest {

    @Test
    void resolvesNobodyOneAndSeveral() {
        server.mailbox("anton@acme.example");
        anna.alias("a.almond@acme.example").owner("Anna Almond");

        assertThat(soap.code(resolve("nobody"))).isEqualTo("ErrorNameResolutionNoResults");
        assertThat(soap.code(resolve("an"))).isEqualTo("ErrorNameResolutionMultipleResults");
        Tree one = soap.message(resolve("smtp:a.almond@acme.example"));
        assertThat(one.in("m:ResolutionSet").get(0).children().get(0).textOf("t:EmailAddress"))
                .isEqualTo("anna@acme.example");
    }

    @Test
    void convertsIdsThereAndBack() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        Tree hex = soap.message(convert("EwsId", ada.id(), "HexEntryId")).child("m:AlternateId");
        assertThat(hex).isNotNull();

        Tree back = soap.message(convert("HexEntryId", hex.attribute("Id"), "EwsId"))
                .child("m:AlternateId");

        assertThat(back).isNotNull();
        assertThat(back.attribute("Id")).isEqualTo(ada.id());
        assertThat(soap.code(convert("EwsId", "nonsense", "HexEntryId"))).isEqualTo("ErrorInvalidIdMalformed");
    }

    @Test
    void tellsTheZonesOfWindows() {
        Tree all = soap.message("<m:GetServerTimeZones ReturnFullTimeZoneData=\"false\"/>");
        Tree some = soap.message("<m:GetServerTimeZones ReturnFullTimeZoneData=\"true\"><m:Ids>"
                + "<t:Id>W. Europe Standard Time</t:Id><t:Id>Nowhere</t:Id></m:Ids></m:GetServerTimeZones>");

        assertThat(all.in("m:TimeZoneDefinitions")).hasSizeGreaterThan(100);
        assertThat(some.in("m:TimeZoneDefinitions"))
                .singleElement()
                .satisfies(zone -> assertThat(zone.in("t:Periods")).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W. Europe Standard Time", "Eastern Standard Time", "AUS Eastern Standard Time", "UTC"})
    void tellsRulesThatMeanTheZone(String name) throws Refusal {
        Tree zone = soap.message("<m:GetServerTimeZones ReturnFullTimeZoneData=\"true\"><m:Ids><t:Id>" + name
                        + "</t:Id></m:Ids></m:GetServerTimeZones>")
                .in("m:TimeZoneDefinitions")
                .get(0);

        ZoneRules told = ZoneDefinition.rules(zone.with("Id", "as told"));

        ZoneRules meant = ZoneDefinition.rules(Tree.of("t:TimeZoneDefinition").with("Id", name));
        for (int day = 0; day < 400; day++) {
            Instant noon = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(day * 86_400L);
            assertThat(told.getOffset(noon)).as("%s at %s", name, noon).isEqualTo(meant.getOffset(noon));
        }
    }

    @Test
    void keepsConfigurationsThatNobodySees() {
        String name = "<t:UserConfigurationName Name=\"Crosstie\"><t:DistinguishedFolderId Id=\"contacts\"/>"
                + "</t:UserConfigurationName>";
        String write = "<m:%1$sUserConfiguration><m:UserConfiguration>" + name
                + "<t:XmlData>%2$s</t:XmlData></m:UserConfiguration></m:%1$sUserConfiguration>";
        String get = "<m:GetUserConfiguration>" + name.replace("t:UserConfigurationName", "m:UserConfigurationName")
                + "<m:UserConfigurationProperties>All</m:UserConfigurationProperties></m:GetUserConfiguration>";

        assertThat(soap.code(get)).isEqualTo("ErrorItemNotFound");
        assertThat(soap.code(write.formatted("Create", "AAAA"))).isEqualTo("NoError");
        assertThat(soap.code(write.formatted("Create", "BBBB"))).isEqualTo("ErrorItemSave");
        assertThat(soap.code(write.formatted("Update", "CCCC"))).isEqualTo("NoError");
        Tree read = soap.message(get).child("m:UserConfiguration");
        assertThat(read).isNotNull();
        assertThat(read.textOf("t:XmlData")).isEqualTo("CCCC");
        assertThat(contacts.list()).isEmpty();
        assertThat(contacts.hidden()).hasSize(1);
        assertThat(soap.code("<m:DeleteUserConfiguration>"
                        + name.replace("t:UserConfigurationName", "m:UserConfigurationName")
                        + "</m:DeleteUserConfiguration>"))
                .isEqualTo("NoError");
        assertThat(contacts.hidden()).isEmpty();
    }

    @Test
    void refusesOperationsThatItDoesNotKnow() {
        assertThat(soap.code("<m:GetRoomLists/>")).isEqualTo("ErrorInvalidRequest");
    }

    private static String resolve(String entry) {
        return "<m:ResolveNames ReturnFullContactData=\"true\"><m:UnresolvedEntry>" + entry
                + "</m:UnresolvedEntry></m:ResolveNames>";
    }

    private static String convert(String from, String id, String to) {
        return "<m:ConvertId DestinationFormat=\"" + to + "\"><m:SourceIds><t:AlternateId Format=\"" + from + "\" Id=\""
                + id + "\" Mailbox=\"anna@acme.example\"/></m:SourceIds></m:ConvertId>";
    }
}
