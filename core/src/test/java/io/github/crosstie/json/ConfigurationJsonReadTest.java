package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.ItemKind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationJsonReadTest {

    @Test
    void fillsInTheDefaultsForWhateverIsAbsent() {
        ConfigurationSet set = read("""
                {"organization": "org", "configurations": [{"id": "a"}, {"id": "b", "contacts": {}, "events": {}}],
                 "businessUnits": [{"id": "emea"}]}""");

        assertThat(set)
                .isEqualTo(ConfigurationSet.of(
                                new OrganizationId("org"),
                                SyncConfiguration.builder(new ConfigurationId("a"))
                                        .build(),
                                SyncConfiguration.builder(new ConfigurationId("b"))
                                        .build())
                        .with(BusinessUnit.of(new BusinessUnitId("emea"))));
    }

    @Test
    void fillsInTheDefaultsOfAnObjectThatSaysLittle() {
        SyncConfiguration configuration = configuration("""
                "events": {"window": {"daysBack": 7}}, "deletionGuard": {"maximum": 3}, "quarantine": {"firstDelay": "PT1M"}""");

        assertThat(configuration.events().window().daysBack()).isEqualTo(7);
        assertThat(configuration.events().window().daysAhead()).isEqualTo(365);
        assertThat(configuration.deletionGuard().maximum()).isEqualTo(3);
        assertThat(configuration.deletionGuard().share()).isEqualTo(0.1);
        assertThat(configuration.quarantine().maximumDelay()).hasHours(24);
    }

    @Test
    @DisplayName("A10: portal roles are left out unless the assignment says otherwise")
    void takesInternalRolesOnlyByDefault() {
        assertThat(configuration("\"assignments\": [{\"roleAndSubordinates\": \"r1\"}]")
                        .assignments())
                .containsExactly(new Assignment.OfRoleAndSubordinates(new RoleId("r1"), true, null));
    }

    @Test
    @DisplayName("S1: a mapping is a field, or says what differs between the sides")
    void readsFieldMappings() {
        Field<?> custom = new Field<>(ItemKind.CONTACT, "score", FieldType.TEXT);

        assertThat(configuration("""
                "contacts": {"fields": ["surname", {"crm": "notes", "direction": "mailToCrm"},
                    {"crm": {"name": "score"}, "mail": "jobTitle"}]}""").contacts().records().fields())
                .containsExactly(
                        FieldMapping.same(ContactFields.SURNAME),
                        new FieldMapping(ContactFields.NOTES, ContactFields.NOTES, SyncDirection.MAIL_TO_CRM),
                        new FieldMapping(custom, ContactFields.JOB_TITLE, SyncDirection.BOTH));
    }

    @Test
    void namesTheFurtherFieldsOfAContactAsItNamesTheStandardOnes() {
        assertThat(configuration("\"contacts\": {\"fields\": [\"surname\", \"emailAddress2\", \"anniversary\"]}")
                        .contacts()
                        .records()
                        .fields())
                .extracting(FieldMapping::mail)
                .containsExactly(ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS_2, ContactFields.ANNIVERSARY);
    }

    @Test
    void readsPastTheMarkThatSomeEditorsPutFirst() {
        assertThat(read("\uFEFF{\"organization\": \"org\"}").organization()).isEqualTo(new OrganizationId("org"));
    }

    static final String IN_CONFIGURATION = "{\"organization\": \"org\", \"configurations\": [{\"id\": \"a\", %s}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"contact\": {} | configurations[0].contact | unknown setting 'contact'; did you mean 'contacts'?",
                "\"contacts\": {\"Direction\": \"both\"} | configurations[0].contacts.Direction | did you mean 'direction'?",
                "\"events\": {\"folder\": \"x\"} | configurations[0].events.folder | unknown setting 'folder'",
                "\"contacts\": {\"direction\": \"crmToMial\"} | configurations[0].contacts.direction"
                        + " | 'crmToMial'; did you mean 'crmToMail'?; use one of off, crmToMail, mailToCrm, both",
                "\"contacts\": {\"direction\": 3} | configurations[0].contacts.direction | expected a text, found 3",
                "\"contacts\": [] | configurations[0].contacts | expected an object, found a list",
                "\"contacts\": null | configurations[0].contacts | found null; leave the setting out for its default",
                "\"contacts\": {\"cap\": 0} | configurations[0].contacts | use at least 1",
                "\"contacts\": {\"cap\": 1.5} | configurations[0].contacts.cap | expected a whole number below 2^31, found 1.5",
                "\"contacts\": {\"cap\": 3000000000} | configurations[0].contacts.cap | expected a whole number below 2^31",
                "\"contacts\": {\"cap\": \"9\"} | configurations[0].contacts.cap | found the text '9'",
                "\"contacts\": {\"folder\": \" \"} | configurations[0].contacts | the name is blank",
                "\"contacts\": {\"fields\": [\"surname\", \"surname\"]} | configurations[0].contacts | is mapped twice",
                "\"contacts\": {\"fields\": [\"surnam\"]} | configurations[0].contacts.fields[0] | did you mean 'surname'?",
                "\"contacts\": {\"fields\": [\"subject\"]} | configurations[0].contacts.fields[0] | unknown field 'subject'",
                "\"contacts\": {\"fields\": [{\"crm\": \"notes\", \"mail\": \"birthday\"}]} | configurations[0].contacts.fields[0]"
                        + " | map fields of one kind and type",
                "\"contacts\": {\"fields\": [{\"crm\": {\"name\": \"Own\"}}]} | configurations[0].contacts.fields[0].crm"
                        + " | use a lower camel case identifier",
                "\"contacts\": {\"filters\": [{\"side\": \"crm\", \"field\": \"notes\", \"operator\": \"in\"}]}"
                        + " | configurations[0].contacts.filters[0] | needs at least one value",
                "\"contacts\": {\"filters\": [{\"field\": \"notes\", \"operator\": \"in\"}]}"
                        + " | configurations[0].contacts.filters[0] | 'side' is missing",
                "\"active\": \"yes\" | configurations[0].active | expected true or false, found the text 'yes'",
                "\"modifiedAt\": \"yesterday\" | configurations[0].modifiedAt | 'yesterday' cannot be read",
                "\"quarantine\": {\"firstDelay\": \"10m\"} | configurations[0].quarantine.firstDelay | an ISO 8601 duration",
                "\"quarantine\": {\"firstDelay\": \"P2D\"} | configurations[0].quarantine | a maximum that is not shorter",
                "\"deletionGuard\": {\"share\": 2} | configurations[0].deletionGuard | use more than 0 and at most 1",
                "\"deletionGuard\": {\"share\": 1e-999} | configurations[0].deletionGuard | use more than 0 and at most 1",
                "\"assignments\": [{}] | configurations[0].assignments[0] | has one target, this one says none",
                "\"assignments\": [{\"user\": \"u\", \"role\": \"r\"}] | configurations[0].assignments[0] | says user and role",
                "\"assignments\": [{\"user\": \"\"}] | configurations[0].assignments[0].user | the text is blank",
                "\"assignments\": [{\"role\": \"r\", \"internalOnly\": true}] | configurations[0].assignments[0].internalOnly"
                        + " | only roleAndSubordinates knows internalOnly",
                "\"assignments\": [{\"user\": \"u\"}, {\"user\": \"u\"}] | configurations[0].assignments[1]"
                        + " | the user u is assigned already",
            })
    void refusesASettingWithItsPath(String setting, String path, String reason) {
        refuses(IN_CONFIGURATION.replace("%s", setting), path, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | `` | 'organization' is missing",
                "[] | `` | expected an object, found a list",
                "{\"organization\": \"\"} | organization | the text is blank",
                "{\"organization\": \"o\", \"configurations\": [{\"id\": \"a\"}, {\"id\": \"a\"}]} | configurations[1].id"
                        + " | the id 'a' is taken",
                "{\"organization\": \"o\", \"businessUnits\": [{\"id\": \"a\"}, {\"id\": \"a\"}]} | businessUnits[1].id"
                        + " | the id 'a' is taken",
                "{\"organization\": \"o\", \"configurations\": [{}]} | configurations[0] | 'id' is missing",
                "{\"organization\": \"o\", \"assignmentOrder\": [\"user\"]} | assignmentOrder | name each of",
                "{\"organization\": \"o\", \"assignmentOrder\": [\"users\"]} | assignmentOrder[0] | did you mean 'user'?",
                "{\"organization\": \"o\", \"businessUnits\": [{\"id\": \"a\", \"salesUsers\": [{\"profile\": \"p\"}]}]}"
                        + " | businessUnits[0] | profile p cannot be in a set",
                "{\"organization\": \"o\", \"businessUnits\": [{\"id\": \"a\", \"mapping\": {\"p\": \"\"}}]}"
                        + " | businessUnits[0].mapping.p | the text is blank",
                "{\"organization\": \"o\", \"organization\": \"o\"} | organization | Duplicate field 'organization'",
                "{\"organization\": \"o\", \"configurations\": [{\"id\": \"a\", \"id\": \"b\"}]} | configurations[0].id"
                        + " | Duplicate field 'id'",
            })
    void refusesADocumentWithThePath(String json, String path, String reason) {
        refuses(json, path, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"organization\": \"o\"",
                "nonsense",
                "{'organization': 'o'}",
                "{\"organization\": NaN}"
            })
    void refusesWhatIsNotJson(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("conf.json: ");
    }

    @Test
    void refusesWhateverFollowsTheEnd() {
        refuses("{\"organization\": \"o\"} {}", "", "something follows the end of the document at line 1, column 24");
        refuses("{\"organization\": \"o\"} }", "", "not valid JSON at line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    @Timeout(120)
    void refusesDeepNestingWithoutRunningOutOfStack(String opening) {
        assertThatThrownBy(() -> read(opening.repeat(2_000_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    @Timeout(120)
    void readsTenMegabytes() {
        StringBuilder json = new StringBuilder("{\"organization\": \"org\", \"configurations\": [");
        for (int at = 0; json.length() < 10_000_000; at++) {
            json.append(at == 0 ? "" : ",")
                    .append("{\"id\": \"c")
                    .append(at)
                    .append("\", \"assignments\": [{\"user\": \"u")
                    .append(at)
                    .append("\"}]}");
        }

        assertThat(read(json.append("]}").toString()).configurations()).hasSizeGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"%s\": 1}",
                "{\"organization\": {\"%s\": 1}}",
                "{\"organization\": \"o\", \"configurations\": \"%s\"}"
            })
    @Timeout(120)
    void saysLittleAboutALongText(String json) {
        assertThatThrownBy(() -> read(json.replace("%s", "x".repeat(49_000))))
                .isInstanceOf(InvalidInputException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .hasSizeLessThan(500);
    }

    private static SyncConfiguration configuration(String settings) {
        return List.copyOf(read(IN_CONFIGURATION.replace("%s", settings)).configurations())
                .get(0);
    }

    private static ConfigurationSet read(String json) {
        return ConfigurationJson.read("conf.json", json);
    }

    private static void refuses(String json, String path, String reason) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(InvalidInputException.class, fault -> {
            assertThat(fault.source()).isEqualTo("conf.json");
            assertThat(fault.location()).isEqualTo(path);
            assertThat(fault).hasMessageContaining(reason);
        });
    }
}
