package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators demand, what permissions forbid, and what somebody else is holding. */
class RulesTest extends SalesforceTest {

    private Answer create(String fields) throws Exception {
        return post("/sobjects/Contact", "{" + fields + "}");
    }

    @Test
    @DisplayName("a validation rule refuses, and names its field")
    void validates() throws Exception {
        organization
                .rules("Contact")
                .validate(contact -> "none".equals(contact.text("Phone")), "A phone is a number", "Phone")
                .require("Email");

        Answer refused = create("\"LastName\":\"L\",\"Email\":\"l@acme.example\",\"Phone\":\"none\"");
        Answer missing = create("\"LastName\":\"L\"");

        assertThat(refused.text())
                .isEqualTo("[{\"message\":\"A phone is a number\",\"errorCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\","
                        + "\"fields\":[\"Phone\"]}]");
        assertThat(missing.code()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(missing.fields()).containsExactly("Email");
        organization.rules("Contact").clearAll();
        assertThat(create("\"LastName\":\"L\"").status()).isEqualTo(201);
    }

    @Test
    @DisplayName("people are not held to it")
    void lets() {
        organization.rules("Contact").require("Email");

        assertThat(organization.contacts().find(contact("Babbage"))).isPresent();
    }

    @Test
    @DisplayName("a duplicate rule alerts those who do not insist")
    void alertsDuplicates() throws Exception {
        organization.contacts().create(Map.of("LastName", "One", "Email", "one@acme.example"));
        organization.rules("Contact").alertDuplicates("Email");
        String json = "{\"LastName\":\"Two\",\"Email\":\"ONE@acme.example\"}";

        Answer refused = send(request(DATA + "/sobjects/Contact")
                .header("Sforce-Duplicate-Rule-Header", "allowSave=false")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        Answer saved = send(request(DATA + "/sobjects/Contact")
                .header("Sforce-Duplicate-Rule-Header", "allowSave=true")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        Answer edited = patch(
                "/sobjects/Contact/" + saved.json().path("id").asText(),
                "{\"Title\":\"Sir\",\"Email\":\"one@acme.example\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(edited.code()).as("another spelling is a change").isEqualTo("DUPLICATES_DETECTED");
    }

    @Test
    @DisplayName("a duplicate rule blocks everybody, but nobody who changes something else")
    void blocksDuplicates() throws Exception {
        String one = organization.contacts().create(Map.of("LastName", "One", "Email", "one@acme.example"));
        organization.contacts().create(Map.of("LastName", "Two", "Email", "one@acme.example"));
        organization.rules("Contact").blockDuplicates("Email");

        Answer insisting = send(request(DATA + "/sobjects/Contact")
                .header("Sforce-Duplicate-Rule-Header", "allowSave=true")
                .POST(HttpRequest.BodyPublishers.ofString("{\"LastName\":\"Three\",\"Email\":\"one@acme.example\"}")));

        assertThat(insisting.code()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(patch("/sobjects/Contact/" + one, "{\"Title\":\"Sir\"}").status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("a record that somebody else writes is locked for some writes")
    void locks() throws Exception {
        String id = contact("Babbage");
        organization.rules("Contact").lock(id, 2);

        assertThat(patch("/sobjects/Contact/" + id, "{}").code()).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(delete("/sobjects/Contact/" + id).code()).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(delete("/sobjects/Contact/" + id).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("fields that may not be written are named together")
    void forbidsFields() throws Exception {
        organization.access().forbidFields("Contact", "Title", "Phone");

        Answer answer = create("\"LastName\":\"L\",\"Title\":\"Sir\",\"Phone\":\"1\"");

        assertThat(answer.code()).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(answer.fields()).containsExactly("Title", "Phone");
        assertThat(answer.json().at("/0/message").asText()).startsWith("Unable to create/update fields: Title, Phone.");
    }

    @Test
    @DisplayName("objects and records that may not be written are refused by rights")
    void forbidsRecords() throws Exception {
        String mine = contact("Mine");
        String theirs = contact("Theirs");
        organization.access().forbidRecords("Contact", contact -> "Theirs".equals(contact.text("LastName")));
        organization.access().forbidObject("Account");

        assertThat(patch("/sobjects/Contact/" + mine, "{}").status()).isEqualTo(204);
        Answer refused = delete("/sobjects/Contact/" + theirs);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(get("/sobjects/Contact/" + theirs).status()).isEqualTo(200);
        assertThat(post("/sobjects/Account", "{\"Name\":\"Acme\"}").code())
                .isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
    }

    @Test
    @DisplayName("G3: records out of sight are missing, and nothing says why")
    void hidesRecords() throws Exception {
        String seen = contact("Seen");
        String hidden = contact("Hidden");
        String deleted = contact("Hidden");
        organization.contacts().delete(deleted);
        organization.access().hideRecords("Contact", contact -> "Hidden".equals(contact.text("LastName")));

        assertThat(query("SELECT Id FROM Contact").column("Id")).containsExactly(seen);
        assertThat(get("/sobjects/Contact/" + hidden).code()).isEqualTo("NOT_FOUND");
        assertThat(create("\"LastName\":\"L\",\"ReportsToId\":\"" + hidden + "\"")
                        .code())
                .isEqualTo("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");
        assertThat(get("/sobjects/Contact/deleted?start=2026-03-02T07:00:00Z&end=2026-03-02T09:00:00Z")
                        .json()
                        .path("deletedRecords"))
                .isEmpty();
        organization.access().allowAll();
        assertThat(query("SELECT Id FROM Contact").column("Id")).containsExactly(seen, hidden);
    }

    @Test
    @DisplayName("fields and objects out of sight are unknown")
    void hidesFields() throws Exception {
        String id = contact("Babbage");
        organization.access().hideFields("Contact", "Email", "OwnerId");
        organization.access().hideObject("Account");

        assertThat(query("SELECT Email FROM Contact").code()).isEqualTo("INVALID_FIELD");
        assertThat(query("SELECT Id FROM Contact WHERE Email = 'a'").code()).isEqualTo("INVALID_FIELD");
        assertThat(query("SELECT Owner.Name FROM Contact").code()).isEqualTo("INVALID_FIELD");
        assertThat(query("SELECT Account.Name FROM Contact").code()).isEqualTo("INVALID_FIELD");
        assertThat(query("SELECT Id FROM Account").code()).isEqualTo("INVALID_TYPE");
        assertThat(get("/sobjects/Contact/" + id).json().has("Email")).isFalse();
        assertThat(create("\"LastName\":\"L\",\"Email\":\"l@acme.example\"").code())
                .isEqualTo("INVALID_FIELD");
        assertThat(post("/sobjects/Account", "{\"Name\":\"Acme\"}").status()).isEqualTo(404);
    }
}
