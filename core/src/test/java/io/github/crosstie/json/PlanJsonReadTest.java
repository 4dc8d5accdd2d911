package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.plan.RandomPlans;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonReadTest {

    private static final String PLAN = """
            {
              "version": 1,
              "header": {
                "collection": {"organization": "00D1", "user": "0051", "kind": "contact"},
                "configuration": "default",
                "fingerprint": "0000000000000000000000000000000000000000000000000000000000000000",
                "plannedAt": "2026-03-02T08:00:00Z",
                "crm": {"scope": "s", "cursor": "c"},
                "mail": {"scope": "s"},
                "guard": {"holds": false, "deletions": 0, "links": 0, "reason": ""},
                "totals": {"matches": 0, "crmCreates": 0, "crmUpdates": 0, "crmDeletes": 0, "mailCreates": 0,
                  "mailUpdates": 0, "mailDeletes": 0, "duplicates": 0, "detached": 0, "held": 0, "conflicts": 0, "skipped": 0, "notifying": 0}
              },
              "changes": [],
              "skips": [],
              "basis": {"links": [], "records": []}
            }
            """;

    private static final String CREATE = """
            {"change": "create", "side": "mail", "source": {"crm": "003A"}, "sourceVersion": "1",
             "seen": {"surname": "Lovelace"}, "content": {"surname": "Lovelace", "birthday": "1815-12-10"},
             "notification": "none"}""";

    @Test
    void readsTheSmallestPlan() {
        assertThat(PlanJson.read("plan", PLAN).isIdle()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"changes\": [] | \"chanegs\": [] | chanegs | did you mean 'changes'",
                "\"version\": 1 | \"version\": 2 | version | cannot be read by this release",
                "\"version\": 1, | | 'version' is missing | plan of this release says 1",
                "\"reason\": \"\"} | \"reason\": \"\", \"token\": \"x\"} | header.guard.token | unknown setting",
                "\"mail\": {\"scope\": \"s\"}, | | header | 'mail' is missing",
                "\"kind\": \"contact\" | \"kind\": \"contcat\" | header.collection.kind | did you mean 'contact'",
                "\"fingerprint\": \"0 | \"fingerprint\": \"x | header.fingerprint | 64 lower-case",
                "\"plannedAt\": \"2026-03-02T08:00:00Z\" | \"plannedAt\": \"today\" | header.plannedAt | ISO 8601",
                "\"skipped\": 0 | \"skipped\": 3 | header.totals | add up to other totals",
                "\"skips\": [] | \"skips\": [], \"skips\": [] | skips | not valid JSON",
                "\"skips\": [] | \"skips\": {} | skips | expected a list",
                "\"skips\": [] | \"skips\": [{\"records\": [], \"code\": \"detached\", \"reason\": \"\"}] | skips[0].records | no record",
                "\"scope\": \"s\", | \"scope\": \" \", | header.crm.scope | blank",
                "\"links\": [], | \"links\": [{\"id\": \"l\"}], | basis.links[0] | neither half",
                "\"records\": [] | \"records\": [{\"crm\": \"a\", \"version\": \"1\", \"removal\": \"deleted\"}] | basis.records[0] | one of the two",
                "\"records\": [] | \"records\": [{\"crm\": \"a\", \"mail\": \"b\", \"version\": \"1\"}] | basis.records[0] | one side"
            })
    void refusesByPath(String part, String spoiled, String path, String reason) {
        String document = PLAN.replace(part, spoiled == null ? "" : spoiled);
        assertThat(document).as("the part is there").isNotEqualTo(PLAN);

        assertThatThrownBy(() -> PlanJson.read("plan", document))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("plan: ")
                .hasMessageContaining(path)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"change\": \"create\", | | changes[0] | 'change' is missing",
                "\"create\" | \"craete\" | changes[0].change | did you mean 'create'",
                "\"side\": \"mail\" | \"side\": \"crm\" | changes[0].source | on the other side",
                "\"sourceVersion\": \"1\", | | changes[0] | 'sourceVersion' is missing",
                "\"seen\": {\"surname\" | \"seen\": {\"surnmae\" | changes[0].seen.surnmae | did you mean 'surname'",
                "\"1815-12-10\" | \"Ada's day\" | changes[0].content.birthday | expected a date",
                "\"1815-12-10\" | 1815 | changes[0].content.birthday | expected a date",
                "\"content\": {\"surname\": \"Lovelace\" | \"content\": {\"surname\": \"\" | changes[0].content.surname | left out",
                "\"content\": { | \"content\": {\"score\": {\"type\": \"txet\", \"value\": \"1\"}, | changes[0].content.score.type | did you mean 'text'",
                "\"content\": { | \"content\": {\"score\": {\"type\": \"text\"}, | changes[0].content.score | 'value' is missing",
                "\"content\": { | \"content\": {\"categories\": [\"a\", \"a\"], | changes[0].content.categories[1] | already",
                "\"seen\": | \"link\": \"0123456789012345678901234567890123456789\", \"seen\": | changes[0].link | 36"
            })
    void refusesChangesByPath(String part, String spoiled, String path, String reason) {
        String create = CREATE.replace(part, spoiled == null ? "" : spoiled);
        assertThat(create).as("the part is there").isNotEqualTo(CREATE);

        assertThatThrownBy(() -> PlanJson.read("plan", withChange(create)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(path)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("Ada's day")
                .hasMessageNotContaining("Lovelace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"change\": \"update\", \"pair\": {\"crm\": \"a\", \"mail\": \"b\"}, \"side\": \"mail\","
                        + " \"expectedVersion\": \"1\", \"fields\": [], \"conflicts\": [],"
                        + " \"notification\": \"none\"}",
                "{\"change\": \"held\", \"deletion\": {\"change\": \"forget\", \"record\": {\"crm\": \"a\"}},"
                        + " \"reason\": \"\"}",
                "{\"change\": \"forget\", \"record\": {}}",
                "{\"change\": \"match\", \"pair\": {\"crm\": \"a\"}, \"by\": \"e-mail\"}",
                "null",
                "[]"
            })
    void refusesChangesThatCannotBe(String change) {
        assertThatThrownBy(() -> PlanJson.read("plan", withChange(change)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("changes[0]");
    }

    @Test
    @DisplayName("S5: an event's offset must be its zone's, as following one of the two would move the event")
    void refusesAnOffsetOfAnotherZone() {
        String item =
                "{\"kind\": \"event\", \"fields\": {\"time\": {\"start\": \"2026-07-01T10:00+01:00[Europe/Berlin]\","
                        + " \"end\": \"2026-07-01T11:00+02:00[Europe/Berlin]\"}}}";

        assertThatThrownBy(() -> ItemJson.read("item", item))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("fields.time.start")
                .hasMessageContaining("offset");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @DisplayName("a document that was cut short or altered anywhere is refused, or is a plan: nothing else is thrown")
    void survivesCutsAndDamage() {
        for (long seed = 0; seed < 20; seed++) {
            String json = PlanJson.write(new RandomPlans(seed).plan());
            Random random = new Random(seed);
            for (int i = 0; i < 100; i++) {
                String cut = json.substring(0, random.nextInt(json.length() - 2));
                assertThatThrownBy(() -> PlanJson.read("plan", cut))
                        .as("seed %d", seed)
                        .isInstanceOf(InvalidInputException.class);
                StringBuilder damaged = new StringBuilder(json);
                damaged.setCharAt(random.nextInt(json.length()), "{}[]\",:0a\u0000".charAt(random.nextInt(10)));
                readOrRefuse(damaged.toString(), seed);
            }
        }
    }

    private static void readOrRefuse(String json, long seed) {
        try {
            assertThat(PlanJson.write(PlanJson.read("plan", json))).isNotEmpty();
        } catch (InvalidInputException refused) {
            assertThat(refused).as("seed %d", seed).hasMessageStartingWith("plan: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[0,", "{", "\"", "9", " ", "[{},", "{\"version\": 1, \"x\": [", "\u0000"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @DisplayName("ten megabytes of anything are refused in time")
    void refusesTenMegabytes(String part) {
        String hostile = part.repeat(10_000_000 / part.length());

        assertThatThrownBy(() -> PlanJson.read("plan", hostile))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1000));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @DisplayName("ten megabytes of well-formed changes with one fault at the end are refused by its path")
    void refusesTenMegabytesOfChanges() {
        StringBuilder changes = new StringBuilder();
        int count = 0;
        while (changes.length() < 10_000_000) {
            changes.append("{\"change\": \"forget\", \"record\": {\"crm\": \"003")
                    .append(count++)
                    .append("\"}},");
        }
        String hostile = withChange(changes + "{\"change\": \"forgte\"}");
        int last = count;

        assertThatThrownBy(() -> PlanJson.read("plan", hostile))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("changes[" + last + "].change");
    }

    private static String withChange(String change) {
        return PLAN.replace("\"changes\": []", "\"changes\": [" + change + "]");
    }
}
