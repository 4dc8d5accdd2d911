package io.github.crosstie.salesforce;

import static io.github.crosstie.salesforce.ImportedSetting.Verdict.NO_COUNTERPART;
import static io.github.crosstie.salesforce.ImportedSetting.Verdict.WITH_DIFFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.configuration.AmbiguousMatchPolicy;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightningSyncImportTest {

    private static final Directory DIRECTORY = Directory.builder(
                    new Organization(new OrganizationId("org1"), "EMEA", Environment.PRODUCTION))
            .put(new Profile(new ProfileId("p1"), "Sales User"))
            .put(User.builder(new UserId("u1"), "anna@example.com", new ProfileId("p1"))
                    .build())
            .put(User.builder(new UserId("u2"), "twin@example.com", new ProfileId("p1"))
                    .build())
            .put(User.builder(new UserId("u3"), "twin@example.com", new ProfileId("p1"))
                    .build())
            .build();

    private static final String COMPLETE = """
            {
              "organization": "EMEA",
              "configurations": [{
                "name": "EMEA Sales",
                "active": true,
                "lastModified": "2026-03-01T10:00:00.000+0000",
                "users": ["anna@example.com", "bob@example.com", "twin@example.com", "u1"],
                "profiles": ["Sales User", "Nobody"],
                "contacts": {
                  "Sync Direction": "Sync both ways",
                  "conflictBehavior": "Exchange always wins",
                  "matchingBehavior": "Last updated",
                  "deleteBehavior": "Don't delete",
                  "filters": {
                    "recordOwnership": "All Contacts",
                    "syncContactsUsersFollowInChatter": true,
                    "criteria": [{"field": "Contact.Department", "operator": "equals", "value": "Sales, Marketing"}]
                  },
                  "fieldMappings": [{"salesforceField": "Title", "exchangeField": "Department"},
                      {"salesforceField": "Department", "exchangeField": "JobTitle"},
                      {"salesforceField": "Fax", "exchangeField": "BusinessFax"},
                      {"salesforceField": "Birthdate", "exchangeField": "Notes"}]
                },
                "events": {
                  "syncDirection": "Salesforce to Exchange",
                  "specifyWhichExchangeEventsSyncToSalesforce": "All events",
                  "automaticallyRelateEventsToSalesforceRecords": true,
                  "recurringEvents": true,
                  "privateEvents": "Time only",
                  "colour": "red"
                },
                "notifyOfChanges": false
              }]
            }""";

    @Test
    @DisplayName("S24: users, profiles, directions, filters and mappings become ours")
    void takesOverWhatHasACounterpart() {
        SyncConfiguration configuration = only(read(COMPLETE));

        assertThat(configuration.id()).isEqualTo(new ConfigurationId("EMEA Sales"));
        assertThat(configuration.active()).isTrue();
        assertThat(configuration.modifiedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(configuration.assignments())
                .containsExactly(
                        new Assignment.OfUser(new UserId("u1"), null),
                        new Assignment.OfProfile(new ProfileId("p1"), null));
        assertThat(configuration.contacts().records().direction()).isEqualTo(SyncDirection.BOTH);
        assertThat(configuration.contacts().records().conflicts()).isEqualTo(ConflictPolicy.MAIL_WINS);
        assertThat(configuration.contacts().records().ambiguousMatches())
                .isEqualTo(AmbiguousMatchPolicy.MOST_RECENTLY_UPDATED);
        assertThat(configuration.contacts().records().deletions(Side.CRM)).isEqualTo(DeletePolicy.DETACH);
        assertThat(configuration.contacts().records().deletions(Side.MAIL)).isEqualTo(DeletePolicy.DETACH);
        assertThat(configuration.contacts().records().filters())
                .containsExactly(new Filter(
                        Side.CRM, ContactFields.DEPARTMENT, Filter.Operator.IN, Set.of("Sales", "Marketing")));
        assertThat(configuration.events().records().direction()).isEqualTo(SyncDirection.CRM_TO_MAIL);
        assertThat(configuration.events().privateEvents()).isEqualTo(PrivateEventPolicy.TIME_ONLY);
    }

    @Test
    @DisplayName("S24: mappings of the page replace the standard ones of both fields, the others stay")
    void laysMappingsOverTheStandardOnes() {
        List<FieldMapping> mappings = only(read(COMPLETE)).contacts().records().fields();

        assertThat(mappings)
                .hasSize(ContactFields.STANDARD.size())
                .contains(
                        new FieldMapping(ContactFields.JOB_TITLE, ContactFields.DEPARTMENT, SyncDirection.BOTH),
                        new FieldMapping(ContactFields.DEPARTMENT, ContactFields.JOB_TITLE, SyncDirection.BOTH),
                        FieldMapping.same(ContactFields.BIRTHDAY),
                        FieldMapping.same(ContactFields.NOTES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users[1] | NO_COUNTERPART | the directory has no user with this id or username",
                "users[2] | NO_COUNTERPART | u2",
                "users[3] | WITH_DIFFERENCE | listed twice",
                "profiles[1] | NO_COUNTERPART | the directory has no profile with this id or name",
                "contacts.conflictBehavior | WITH_DIFFERENCE | field by field",
                "contacts.matchingBehavior | TAKEN_OVER | ''",
                "contacts.filters.recordOwnership | WITH_DIFFERENCE | only records that the user owns",
                "contacts.filters.syncContactsUsersFollowInChatter | NO_COUNTERPART | share or assign",
                "contacts.filters.criteria[0] | WITH_DIFFERENCE | case included",
                "contacts.fieldMappings[2] | NO_COUNTERPART | the Salesforce field Fax is no standard field",
                "contacts.fieldMappings[3] | NO_COUNTERPART | different types, DATE and TEXT",
                "events.automaticallyRelateEventsToSalesforceRecords | NO_COUNTERPART | not related",
                "events.recurringEvents | NO_COUNTERPART | do not flow in this version",
                "events.colour | NO_COUNTERPART | unknown to the import",
                "notifyOfChanges | NO_COUNTERPART | unknown to the import"
            })
    @DisplayName("S24: each setting is reported with what became of it and what to do")
    void reportsEachSetting(String path, ImportedSetting.Verdict verdict, String note) {
        assertThat(read(COMPLETE).settings())
                .filteredOn(setting -> setting.path().equals("configurations[0]." + path))
                .singleElement()
                .satisfies(setting -> {
                    assertThat(setting.verdict()).isEqualTo(verdict);
                    assertThat(setting.note()).contains(note);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don't sync | OFF",
                "Don’t Sync | OFF",
                "Exchange to Salesforce | MAIL_TO_CRM",
                "Salesforce to Exchange | CRM_TO_MAIL",
                "Sync both ways | BOTH"
            })
    @DisplayName("S1, S24: directions are read in the words of the page")
    void readsDirections(String words, SyncDirection expected) {
        LightningSyncReport report = events("\"syncDirection\": \"" + words + "\"");

        assertThat(only(report).events().records().direction()).isEqualTo(expected);
        assertThat(report.settings(NO_COUNTERPART)).isEmpty();
    }

    @Test
    @DisplayName("S24: a direction that is not understood stays off")
    void leavesAnUnknownDirectionOff() {
        LightningSyncReport report = events("\"syncDirection\": \"Google to Salesforce\"");

        assertThat(only(report).events().records().direction()).isEqualTo(SyncDirection.OFF);
        assertThat(report.settings(NO_COUNTERPART))
                .extracting(ImportedSetting::value)
                .containsExactly("Google to Salesforce");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\": \"Account.Industry\", \"operator\": \"equals\", \"value\": \"Bank\"}",
                "{\"field\": \"Department\", \"operator\": \"less than\", \"value\": \"Z\"}",
                "{\"field\": \"Department\", \"operator\": \"equals\", \"value\": \" , \"}",
                "{\"field\": \"Birthdate\", \"operator\": \"equals\", \"value\": \"2000-01-01\"}",
                "{}",
                "7"
            })
    @DisplayName("S24: a filter without counterpart leaves the direction off, so that no more flows than before")
    void leavesTheDirectionOffWithoutTheFilter(String criterion) {
        LightningSyncReport report = read("{\"configurations\": [{\"name\": \"a\", \"active\": true, \"contacts\":"
                + " {\"syncDirection\": \"Sync both ways\", \"filters\": {\"criteria\": [" + criterion + "]}}}]}");

        assertThat(only(report).contacts().records().direction()).isEqualTo(SyncDirection.OFF);
        assertThat(report.settings(NO_COUNTERPART)).hasSize(1);
        assertThat(report.settings(WITH_DIFFERENCE))
                .singleElement()
                .extracting(ImportedSetting::note)
                .asString()
                .startsWith("left off, because a filter has no counterpart");
    }

    @Test
    @DisplayName("S24: where users pick the events, none flow to the CRM")
    void narrowsTheDirectionWhereUsersPickEvents() {
        LightningSyncReport report = events(
                "\"syncDirection\": \"Sync both ways\", \"specifyWhichExchangeEventsSyncToSalesforce\": \"Events users select\"");

        assertThat(only(report).events().records().direction()).isEqualTo(SyncDirection.CRM_TO_MAIL);
        assertThat(report.settings(WITH_DIFFERENCE))
                .extracting(ImportedSetting::path)
                .containsExactly("configurations[0].events.syncDirection");
    }

    @Test
    @DisplayName("A6, S24: a configuration that does not say it is active becomes inactive")
    void importsAsInactiveUnlessSaid() {
        LightningSyncReport report = read("{\"configurations\": [{\"name\": \"a\"}]}");

        assertThat(only(report).active()).isFalse();
        assertThat(report.settings(WITH_DIFFERENCE))
                .extracting(ImportedSetting::path)
                .containsExactly("configurations[0].active");
    }

    @Test
    @DisplayName("S24: a mapping that takes a field's partner away is reported with the field that is left alone")
    void reportsAFieldThatIsLeftAlone() {
        LightningSyncReport report = read("{\"configurations\": [{\"name\": \"a\", \"active\": true, \"contacts\":"
                + " {\"fieldMappings\": [{\"salesforceField\": \"Title\", \"exchangeField\": \"Department\"}]}}]}");

        assertThat(report.settings(WITH_DIFFERENCE))
                .singleElement()
                .extracting(ImportedSetting::note)
                .asString()
                .startsWith("the field department of the CRM no longer flows");
    }

    @Test
    void tellsConfigurationsOfOneNameApart() {
        LightningSyncReport report = read(
                "{\"configurations\": [{\"name\": \"a\", \"active\": true}, {\"name\": \"a\", \"active\": true}]}");

        assertThat(report.configurations().configurations())
                .extracting(each -> each.id().value())
                .containsExactly("a", "a (2)");
        assertThat(report.settings(WITH_DIFFERENCE))
                .extracting(ImportedSetting::path)
                .containsExactly("configurations[1].name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | write a JSON object",
                "{ | not valid JSON",
                "{} {} | something follows",
                "{} | 'configurations' is missing",
                "{\"configurations\": {}} | write a list of objects",
                "{\"configurations\": [1]} | configurations[0]: write an object",
                "{\"configurations\": [{}]} | configurations[0]: 'name' is missing",
                "{\"configurations\": [{\"name\": 1}]} | configurations[0]: 'name' is missing",
                "{\"configurations\": [], \"configurations\": []} | Duplicate field",
                "{\"organization\": \"APAC\", \"configurations\": []} | organization: the document is of another organization"
            })
    void refusesADocumentOfAnotherForm(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("setup.json: ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> read("[".repeat(1_000_000))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void keepsNamesOfPeopleOutOfItsText() {
        LightningSyncReport report = read(COMPLETE);

        assertThat(report.toString()).doesNotContain("example.com").contains("taken over");
        assertThat(report.settings().toString()).doesNotContain("example.com");
    }

    @Test
    @DisplayName("S24: nothing of a document is silently dropped, whatever stands in it")
    void reportsEveryValueOfAnyDocument() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        for (long seed = 0; seed < 2_000; seed++) {
            String json = seed == 0 ? COMPLETE : randomDocument(seed);

            List<String> reported =
                    read(json).settings().stream().map(ImportedSetting::path).toList();

            List<String> leaves = new ArrayList<>();
            leaves("", mapper.readTree(json), leaves);
            assertThat(leaves)
                    .as("seed %d: %s", seed, json)
                    .allMatch(leaf -> reported.stream()
                            .anyMatch(path ->
                                    leaf.equals(path) || leaf.startsWith(path + ".") || leaf.startsWith(path + "[")));
        }
    }

    private static void leaves(String path, JsonNode node, List<String> found) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                leaves(path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), found);
            }
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                leaves(path + "[" + at + "]", node.get(at), found);
            }
        } else if (!node.isNull()) {
            found.add(path);
        }
    }

    private static final String[] KEYS = {
        "active",
        "lastModified",
        "users",
        "profiles",
        "contacts",
        "events",
        "syncDirection",
        "conflictBehavior",
        "matchingBehavior",
        "deleteBehavior",
        "filters",
        "criteria",
        "recordOwnership",
        "fieldMappings",
        "field",
        "operator",
        "value",
        "salesforceField",
        "exchangeField",
        "recurringEvents",
        "privateEvents",
        "other",
        "specifyWhichExchangeEventsSyncToSalesforce",
        "syncContactsUsersFollowInChatter",
        "id"
    };

    private static final String[] VALUES = {
        "\"anna@example.com\"",
        "true",
        "false",
        "null",
        "3",
        "\"Sync both ways\"",
        "\"equals\"",
        "\"Department\"",
        "\"Title\"",
        "\"JobTitle\"",
        "\"\"",
        "\"2026-03-01T10:00:00Z\"",
        "\"Sales User\"",
        "\"Events users select\""
    };

    private static String randomDocument(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String body = randomObject(random, 3);
        return "{\"configurations\": [{\"name\": \"a\"" + (body.length() > 2 ? ", " + body.substring(1) : "}") + "]}";
    }

    private static String randomObject(RandomGenerator random, int depth) {
        StringBuilder json = new StringBuilder("{");
        for (String key : KEYS) {
            if (random.nextInt(3) == 0) {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(key)
                        .append("\":")
                        .append(randomValue(random, depth));
            }
        }
        return json.append('}').toString();
    }

    private static String randomValue(RandomGenerator random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1 || kind == 2) {
            return randomObject(random, depth - 1);
        }
        if (kind == 3) {
            return "[" + randomValue(random, depth - 1) + "," + randomValue(random, depth - 1) + "]";
        }
        return VALUES[random.nextInt(VALUES.length)];
    }

    private static LightningSyncReport events(String settings) {
        return read("{\"configurations\": [{\"name\": \"a\", \"active\": true, \"events\": {" + settings + "}}]}");
    }

    private static LightningSyncReport read(String json) {
        return LightningSyncImport.read("setup.json", json, DIRECTORY);
    }

    private static SyncConfiguration only(LightningSyncReport report) {
        assertThat(report.configurations().configurations()).hasSize(1);
        return report.configurations().configurations().get(0);
    }
}
