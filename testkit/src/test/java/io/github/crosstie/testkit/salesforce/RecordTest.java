package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record at a time. */
class RecordTest extends SalesforceTest {

    private static final String CONTACTS = "/sobjects/Contact";

    @Test
    @DisplayName("creates a record, with stamps of the clock and of the session's user")
    void creates() throws Exception {
        clock.advance(Duration.ofMillis(1999));

        Answer answer = post(CONTACTS, "{\"FirstName\":\" Ada \",\"LastName\":\"Lovelace\",\"Email\":\"\"}");

        String id = answer.json().path("id").asText();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("{\"id\":\"" + id + "\",\"success\":true,\"errors\":[]}");
        assertThat(answer.header("Location")).isEqualTo(DATA + CONTACTS + "/" + id);
        SalesforceRecord record = organization.contacts().get(id);
        String integration = organization.integrationUser().id();
        assertThat(record.values())
                .containsEntry("Name", "Ada Lovelace")
                .containsEntry("OwnerId", integration)
                .containsEntry("CreatedById", integration)
                .containsEntry("SystemModstamp", clock.instant().minusMillis(999))
                .containsEntry("IsDeleted", false)
                .doesNotContainKey("Email");
    }

    @Test
    @DisplayName("reads a record whole or in part")
    void reads() throws Exception {
        String id = contact("Babbage");

        Answer whole = get(CONTACTS + "/" + id);
        Answer part = get(CONTACTS + "/" + id.substring(0, 15) + "?fields=LastName,email");

        assertThat(whole.json().path("Id").asText()).isEqualTo(id);
        assertThat(whole.json().path("LastName").asText()).isEqualTo("Babbage");
        assertThat(whole.json().path("FirstName").isNull()).isTrue();
        assertThat(whole.header("Last-Modified")).isEqualTo("Mon, 02 Mar 2026 08:00:00 GMT");
        assertThat(part.json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("attributes", "LastName", "Email");
        assertThat(get(CONTACTS + "/" + id + "?fields=Shoe").code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    @DisplayName("changes the fields that a request names, and the stamps")
    void updates() throws Exception {
        String id = contact("Babbage");
        organization.contacts().edit(id, "Title", "Engineer");
        clock.advance(Duration.ofHours(1));

        Answer answer = patch(CONTACTS + "/" + id, "{\"FirstName\":\"Charles\",\"Title\":null}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        SalesforceRecord record = organization.contacts().get(id);
        assertThat(record.values())
                .containsEntry("Name", "Charles Babbage")
                .doesNotContainKey("Title")
                .containsEntry("LastModifiedDate", clock.instant())
                .containsEntry(
                        "LastModifiedById", organization.integrationUser().id())
                .containsEntry("CreatedById", ada);
    }

    @Test
    @DisplayName("deletes a record once, and tells those who come later")
    void deletes() throws Exception {
        String id = contact("Babbage");

        assertThat(delete(CONTACTS + "/" + id).status()).isEqualTo(204);

        Answer again = delete(CONTACTS + "/" + id);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.code()).isEqualTo("ENTITY_IS_DELETED");
        assertThat(patch(CONTACTS + "/" + id, "{}").code()).isEqualTo("ENTITY_IS_DELETED");
        organization.contacts().purge(id);
        assertThat(get(CONTACTS + "/" + id).code()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"FirstName":"Ada"}                                     | REQUIRED_FIELD_MISSING           | LastName
        {"LastName":"  "}                                       | REQUIRED_FIELD_MISSING           | LastName
        {"LastName":"L","FirstName":"%s"}                       | STRING_TOO_LONG                  | FirstName
        {"LastName":"L","Email":"nobody"}                       | INVALID_EMAIL_ADDRESS            | Email
        {"LastName":"L","AccountId":"x"}                        | MALFORMED_ID                     | AccountId
        {"LastName":"L","AccountId":"001000000000001AAA"}       | INVALID_CROSS_REFERENCE_KEY      | AccountId
        {"LastName":"L","AccountId":"003000000000001AAA"}       | FIELD_INTEGRITY_EXCEPTION        | AccountId
        {"LastName":"L","Name":"L"}                             | INVALID_FIELD_FOR_INSERT_UPDATE  | Name
        {"LastName":"L","CreatedDate":"2026-01-01T00:00:00Z"}   | INVALID_FIELD_FOR_INSERT_UPDATE  | CreatedDate
        {"LastName":"L","Birthdate":"soon"}                     | JSON_PARSER_ERROR                |
        {"LastName":"L","DoNotCall":"perhaps"}                  | JSON_PARSER_ERROR                |
        {"LastName":"L","Shoe":"red"}                           | INVALID_FIELD                    |
        {"LastName":"L","Id":"003000000000001AAA"}              | INVALID_FIELD                    |
        {"LastName":"L"                                         | JSON_PARSER_ERROR                |
        []                                                      | JSON_PARSER_ERROR                |
        """)
    @DisplayName("refuses a record that does not fit, and names the field")
    void refusesRecords(String json, String code, String field) throws Exception {
        Answer answer = post(CONTACTS, json.replace("%s", "x".repeat(41)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(String.join(",", answer.fields())).isEqualTo(field == null ? "" : field);
        assertThat(organization.contacts().count()).isZero();
    }

    @Test
    @DisplayName("refuses an inactive owner")
    void refusesInactiveOwners() throws Exception {
        organization.users().edit(ada, "IsActive", false);

        Answer answer = post(CONTACTS, "{\"LastName\":\"L\",\"OwnerId\":\"" + ada + "\"}");

        assertThat(answer.code()).isEqualTo("INACTIVE_OWNER_OR_USER");
    }

    @Test
    @DisplayName("refuses ids, objects, methods and versions that there are not")
    void refusesWhatIsNotThere() throws Exception {
        assertThat(get(CONTACTS + "/123").code()).isEqualTo("MALFORMED_ID");
        assertThat(get(CONTACTS + "/" + ada).code()).isEqualTo("MALFORMED_ID");
        assertThat(get(CONTACTS + "/003000000000001AAA").status()).isEqualTo(404);
        assertThat(get("/sobjects/Pet/003000000000001AAA").status()).isEqualTo(404);
        assertThat(get("/shoes").status()).isEqualTo(404);
        assertThat(send(request("/services/data/v1.0/limits")).status()).isEqualTo(404);
        assertThat(patch(CONTACTS, "{}").status()).isEqualTo(405);
        assertThat(post(CONTACTS + "/" + contact("Babbage"), "{}").status()).isEqualTo(405);
        assertThat(delete("/sobjects/User/" + ada).code()).isEqualTo("INVALID_TYPE_FOR_OPERATION");
    }

    @Test
    @DisplayName("a parameter stands in for the method that a client does not know")
    void takesMethodsAsParameters() throws Exception {
        String id = contact("Babbage");

        assertThat(post(CONTACTS + "/" + id + "?_HttpMethod=PATCH", "{\"Title\":\"Sir\"}")
                        .status())
                .isEqualTo(204);
        assertThat(organization.contacts().get(id).text("Title")).isEqualTo("Sir");
    }

    @Test
    @DisplayName("a conditional edit meets an edit of somebody else, to the second")
    void editsConditionally() throws Exception {
        String id = contact("Babbage");
        String header = get(CONTACTS + "/" + id).header("Last-Modified");

        Answer first = conditional(id, header, "Sir");
        clock.advance(Duration.ofSeconds(1));
        organization.contacts().edit(id, "Title", "Lord");
        Answer second = conditional(id, header, "Sir");

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(412);
        assertThat(organization.contacts().get(id).text("Title")).isEqualTo("Lord");
        assertThat(conditional(id, "yesterday", "Sir").status()).isEqualTo(400);
    }

    private Answer conditional(String id, String header, String title) throws Exception {
        return send(request(DATA + CONTACTS + "/" + id)
                .header("If-Unmodified-Since", header)
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"Title\":\"" + title + "\"}")));
    }

    @Test
    @DisplayName("a conditional read of what nobody changed has no body; deletions know no conditions")
    void readsConditionally() throws Exception {
        String id = contact("Babbage");
        String header = get(CONTACTS + "/" + id).header("Last-Modified");

        assertThat(send(request(DATA + CONTACTS + "/" + id).header("If-Modified-Since", header))
                        .status())
                .isEqualTo(304);
        clock.advance(Duration.ofSeconds(1));
        organization.contacts().edit(id, "Title", "Lord");
        assertThat(send(request(DATA + CONTACTS + "/" + id).header("If-Modified-Since", header))
                        .status())
                .isEqualTo(200);
        assertThat(send(request(DATA + CONTACTS + "/" + id)
                                .header("If-Unmodified-Since", header)
                                .DELETE())
                        .status())
                .isEqualTo(204);
    }
}
