package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedPropertiesTest extends GraphTest {

    private static final String EXPAND = "singleValueExtendedProperties($filter=id eq '%s')";

    @Test
    void areTheSameOverExchange() {
        create(stamped("here"));
        contacts.put(Map.of("GivenName", "Ben", "{c11ff724-aa03-4555-9952-8fa248a11c3e}/Stamp", "there"));

        assertThat(contacts.list())
                .extracting(contact -> contact.value("{c11ff724-aa03-4555-9952-8fa248a11c3e}/Stamp"))
                .containsExactly("here", "there");
        assertThat(found(STAMP, "there")).containsExactly("Ben");
    }

    @Test
    void areShownOnlyIfTheyAreExpanded() {
        String id = create(stamped("a"));
        String path = ANNA + "/contacts/" + id;

        assertThat(rest.get(path).text()).doesNotContain("ExtendedProperties");
        assertThat(rest.get(path + Rest.query("$expand", EXPAND.formatted(STAMP)))
                        .json()
                        .path("singleValueExtendedProperties")
                        .toString())
                .isEqualTo("[{\"id\":\"" + STAMP + "\",\"value\":\"a\"}]");
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$expand", EXPAND.formatted(STAMP), "$select", "id"))
                        .items()
                        .get(0)
                        .path("singleValueExtendedProperties"))
                .hasSize(1);
    }

    @Test
    void areToldInLowerCaseWithoutLeadingZeros() {
        String id = create("{\"singleValueExtendedProperties\":["
                + "{\"id\":\"String {C11FF724-AA03-4555-9952-8FA248A11C3E} Name Mixed\",\"value\":\"1\"},"
                + "{\"id\":\"Integer {C11FF724-AA03-4555-9952-8FA248A11C3E} Id 0x00AB\",\"value\":\"2\"},"
                + "{\"id\":\"String 0x3A45\",\"value\":\"Dr\"}]}");
        String filter = "id eq 'String {C11FF724-aa03-4555-9952-8FA248A11C3E} Name Mixed' or id eq "
                + "'Integer {C11FF724-AA03-4555-9952-8FA248A11C3E} Id 0xAB' or id eq 'String 0x3a45' or id eq "
                + "'Binary 0x0FFF'";

        Rest.Reply shown = rest.get(ANNA + "/contacts/" + id
                + Rest.query("$expand", "singleValueExtendedProperties($filter=" + filter + ")"));

        assertThat(shown.json().path("singleValueExtendedProperties"))
                .extracting(property -> property.path("id").asText())
                .containsExactly(
                        "String {c11ff724-aa03-4555-9952-8fa248a11c3e} Name Mixed",
                        "Integer {c11ff724-aa03-4555-9952-8fa248a11c3e} Id 0xab",
                        "String 0x3a45",
                        "Binary 0xfff");
        assertThat(shown.value("title")).isEqualTo("Dr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x3A08 BusinessPhone",
                "0x3A1B BusinessPhone2",
                "0x3A09 HomePhone",
                "0x3A2F HomePhone2",
                "0x3A1C MobilePhone",
                "0x3A2E AssistantPhone",
                "0x3A24 BusinessFax",
                "0x3A25 HomeFax",
                "0x3A23 OtherFax",
                "0x3A02 Callback",
                "0x3A1E CarPhone",
                "0x3A57 CompanyMainPhone",
                "0x3A2D Isdn",
                "0x3A1F OtherTelephone",
                "0x3A21 Pager",
                "0x3A1A PrimaryPhone",
                "0x3A1D RadioPhone",
                "0x3A2C Telex",
                "0x3A4B TtyTddPhone"
            })
    void areExchangesPhoneNumbers(String tagAndKey) {
        String tag = "String " + tagAndKey.substring(0, 6);
        String value = "PhoneNumbers/" + tagAndKey.substring(7);
        String id = create("{\"givenName\":\"Ada\"}");

        rest.patch(ANNA + "/contacts/" + id, set(tag, "555"));

        assertThat(contacts.list().get(0).value(value)).isEqualTo("555");
        assertThat(found(tag, "555")).containsExactly("Ada");

        rest.patch(ANNA + "/contacts/" + id, set(tag, ""));

        assertThat(contacts.list().get(0).value(value)).isEmpty();
        assertThat(found(tag, "555")).isEmpty();
    }

    @Test
    void areExchangesDays() {
        String id = create(set("SystemTime 0x3A41", "2001-06-09T11:59:00Z"));
        LoopbackItem before = contacts.list().get(0);

        rest.patch(ANNA + "/contacts/" + id, set("SystemTime 0x3A41", "4501-01-01T00:00:00Z"));

        assertThat(before.value("WeddingAnniversary")).isEqualTo("2001-06-09T11:59:00Z");
        assertThat(contacts.list().get(0).value("WeddingAnniversary")).isEmpty();
    }

    @Test
    void changeOnlyIfABodyNamesThem() {
        String id = create(stamped("a"));

        rest.patch(ANNA + "/contacts/" + id, set("String 0x3A24", "1"));

        assertThat(found(STAMP, "a")).containsExactly("Ada");
        assertThat(found("String 0x3A24", "1")).containsExactly("Ada");
    }

    @Test
    void areFoundByOneValueOrByAny() {
        create(stamped("a"));
        create(stamped("it''s").replace("it''s", "it's").replace("Ada", "Ben"));
        create("{\"givenName\":\"Cy\"}");

        assertThat(found(STAMP, "it''s")).containsExactly("Ben");
        assertThat(found(STAMP, "A")).containsExactly("Ada");
        assertThat(found(STAMP.replace("Stamp", "stamp"), "a")).isEmpty();
        String one = "singleValueExtendedProperties/any(ep:ep/id eq '" + STAMP + "' and ";
        assertThat(filtered(one + "contains(ep/value, 'T''S'))")).containsExactly("Ben");
        assertThat(filtered(one + "startswith(ep/value,'I'))")).containsExactly("Ben");
        assertThat(filtered("singleValueExtendedProperties/any(ep:ep/id eq '" + STAMP + "' and ep/value ne null)"))
                .containsExactly("Ada", "Ben");
        assertThat(filtered("singleValueExtendedProperties/Any(ep: ep/id eq '" + STAMP + "' and ep/value eq 'a') or "
                        + "singleValueExtendedProperties/Any(ep: ep/id eq '" + STAMP + "' and ep/value eq 'b')"))
                .containsExactly("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stamp", "Text {c11ff724-aa03-4555-9952-8fa248a11c3e} Name S", "String {c11ff724} Name S"})
    void areRefusedUnderOtherNames(String id) {
        assertThat(rest.post(ANNA + "/contacts", set(id, "1")).code()).isEqualTo("ErrorInvalidProperty");
        assertThat(contacts.list()).isEmpty();
    }

    private static String set(String id, String value) {
        return "{\"singleValueExtendedProperties\":[{\"id\":\"" + id + "\",\"value\":\"" + value + "\"}]}";
    }

    private List<String> found(String id, String value) {
        return filtered("singleValueExtendedProperties/Any(ep: ep/id eq '" + id + "' and ep/value eq '" + value + "')");
    }

    private List<String> filtered(String filter) {
        return rest.get(ANNA + "/contacts" + Rest.query("$filter", filter)).items().stream()
                .map(item -> item.path("givenName").asText())
                .toList();
    }
}
