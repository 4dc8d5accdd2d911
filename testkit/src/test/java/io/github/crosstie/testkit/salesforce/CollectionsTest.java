package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Up to 200 records at a time. */
class CollectionsTest extends SalesforceTest {

    private static final String COLLECTIONS = "/composite/sobjects";

    private static String record(String fields) {
        return "{\"attributes\":{\"type\":\"Contact\"}," + fields + "}";
    }

    private static String records(boolean allOrNone, String... records) {
        return "{\"allOrNone\":" + allOrNone + ",\"records\":[" + String.join(",", records) + "]}";
    }

    @Test
    @DisplayName("S15: one bad record does not stop the others")
    void createsOneByOne() throws Exception {
        Answer answer =
                post(COLLECTIONS, records(false, record("\"LastName\":\"One\""), record("\"FirstName\":\"Two\"")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/0/success").asBoolean()).isTrue();
        assertThat(answer.json().path(1).toString())
                .isEqualTo("{\"success\":false,\"errors\":[{\"statusCode\":\"REQUIRED_FIELD_MISSING\",\"message\":"
                        + "\"Required fields are missing: [LastName]\",\"fields\":[\"LastName\"]}]}");
        assertThat(organization.contacts().all()).hasSize(1);
    }

    @Test
    @DisplayName("all or none: one bad record takes the others back")
    void createsAllOrNone() throws Exception {
        String there = contact("There");

        Answer answer =
                post(COLLECTIONS, records(true, record("\"LastName\":\"One\""), record("\"FirstName\":\"Two\"")));
        Answer edits = patch(
                COLLECTIONS,
                records(
                        true,
                        record("\"id\":\"" + there + "\",\"LastName\":\"Changed\""),
                        record("\"id\":\"" + there + "\",\"LastName\":\"\"")));
        Answer deletions = delete(COLLECTIONS + "?allOrNone=true&ids=" + there + ",003000000000001AAA");

        assertThat(answer.json().at("/0/errors/0/statusCode").asText()).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(edits.json().at("/1/errors/0/statusCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(deletions.json().at("/0/success").asBoolean()).isFalse();
        assertThat(organization.contacts().all()).singleElement().satisfies(contact -> {
            assertThat(contact.id()).isEqualTo(there);
            assertThat(contact.text("LastName")).isEqualTo("There");
        });
        assertThat(get("/sobjects/Contact/deleted?start=2026-03-02T07:00:00Z&end=2026-03-02T09:00:00Z")
                        .json()
                        .path("deletedRecords"))
                .isEmpty();
    }

    @Test
    @DisplayName("edits records of several objects, each with an outcome")
    void edits() throws Exception {
        String one = contact("One");
        String two = contact("Two");
        organization.contacts().delete(two);

        Answer answer = patch(
                COLLECTIONS,
                records(
                        false,
                        record("\"id\":\"" + one + "\",\"Title\":\"Sir\""),
                        record("\"Id\":\"" + two + "\",\"Title\":\"Sir\""),
                        record("\"id\":\"003000000000001AAA\",\"Title\":\"Sir\""),
                        record("\"id\":\"nonsense\",\"Title\":\"Sir\""),
                        record("\"Title\":\"Sir\""),
                        "{\"attributes\":{\"type\":\"User\"},\"id\":\"" + ada + "\",\"Title\":\"Countess\"}"));

        assertThat(answer.json().at("/0/success").asBoolean()).isTrue();
        assertThat(answer.json().at("/1/errors/0/statusCode").asText()).isEqualTo("ENTITY_IS_DELETED");
        assertThat(answer.json().at("/2/errors/0/statusCode").asText()).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(answer.json().at("/3/errors/0/statusCode").asText()).isEqualTo("MALFORMED_ID");
        assertThat(answer.json().at("/4/errors/0/statusCode").asText()).isEqualTo("MISSING_ARGUMENT");
        assertThat(organization.users().get(ada).text("Title")).isEqualTo("Countess");
    }

    @Test
    @DisplayName("deletes records, each with an outcome")
    void deletes() throws Exception {
        String one = contact("One");
        String two = contact("Two");
        organization.contacts().delete(two);

        Answer answer = delete(COLLECTIONS + "?allOrNone=false&ids=" + one + "," + two);

        assertThat(answer.json().at("/0/id").asText()).isEqualTo(one);
        assertThat(answer.json().at("/1/errors/0/statusCode").asText()).isEqualTo("ENTITY_IS_DELETED");
        assertThat(organization.contacts().all()).isEmpty();
    }

    @Test
    @DisplayName("takes 200 records, and not one more")
    void takesTwoHundred() throws Exception {
        String many = IntStream.range(0, 200)
                .mapToObj(number -> record("\"LastName\":\"" + number + "\""))
                .collect(Collectors.joining(","));

        Answer fits = post(COLLECTIONS, records(false, many));
        Answer tooMany = post(COLLECTIONS, records(false, many, record("\"LastName\":\"200\"")));

        assertThat(fits.json()).hasSize(200);
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.code()).isEqualTo("EXCEEDED_ID_LIMIT");
        assertThat(organization.contacts().count()).isEqualTo(200);
    }

    @Test
    @DisplayName("a record that cannot be read spoils the whole request, and nothing is written")
    void refusesUnreadableRecords() throws Exception {
        Answer answer = post(
                COLLECTIONS,
                records(false, record("\"LastName\":\"One\""), record("\"LastName\":\"Two\",\"Birthdate\":\"soon\"")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("JSON_PARSER_ERROR");
        assertThat(organization.contacts().count()).isZero();
        assertThat(post(COLLECTIONS, "{\"records\":[1]}").code()).isEqualTo("JSON_PARSER_ERROR");
        assertThat(post(COLLECTIONS, "{\"records\":[{\"LastName\":\"L\"}]}")
                        .json()
                        .at("/0/errors/0/statusCode")
                        .asText())
                .isEqualTo("INVALID_TYPE");
    }

    @Test
    @DisplayName("reads records by their ids, with null where there is none")
    void retrieves() throws Exception {
        String one = contact("One");
        String gone = contact("Gone");
        organization.contacts().delete(gone);

        Answer asked = get(COLLECTIONS + "/Contact?fields=LastName&ids=" + gone + "," + one);
        Answer posted =
                post(COLLECTIONS + "/Contact", "{\"ids\":[\"" + one + "\",\"x\"],\"fields\":[\"Id\",\"LastName\"]}");

        assertThat(asked.json().path(0).isNull()).isTrue();
        assertThat(asked.json().at("/1/LastName").asText()).isEqualTo("One");
        assertThat(posted.json().at("/0/Id").asText()).isEqualTo(one);
        assertThat(posted.json().path(1).isNull()).isTrue();
        assertThat(delete(COLLECTIONS + "/Contact").status()).isEqualTo(405);
    }
}
