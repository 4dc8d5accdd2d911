package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Records by an external id. */
class UpsertTest extends SalesforceTest {

    private static final String BY_KEY = "/sobjects/Contact/Key__c/";

    @BeforeEach
    void declare() {
        organization.declare(
                "Contact", SalesforceField.text("Key__c", 80).externalId().unique());
        organization.declare("Contact", SalesforceField.text("Number__c", 80).externalId());
        organization.declare("Contact", SalesforceField.text("Note__c", 80));
    }

    @Test
    @DisplayName("G4: creates at first, updates afterwards: no second record")
    void upserts() throws Exception {
        Answer first = patch(BY_KEY + "a%2Fb", "{\"LastName\":\"Babbage\"}");
        Answer second = patch(BY_KEY + "A%2FB", "{\"FirstName\":\"Charles\"}");

        String id = first.json().path("id").asText();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("created").asBoolean()).isTrue();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo("{\"id\":\"" + id + "\",\"success\":true,\"errors\":[],\"created\":false}");
        assertThat(organization.contacts().all()).hasSize(1);
        assertThat(organization.contacts().get(id).values())
                .containsEntry("Key__c", "a/b")
                .containsEntry("Name", "Charles Babbage");
    }

    @Test
    @DisplayName("G4: many who upsert the same record at the same time make one of it")
    void upsertsOnce() {
        salesforce.faults().holdRequests();
        List<CompletableFuture<HttpResponse<Void>>> many = Stream.generate(() -> CLIENT.sendAsync(
                        request(DATA + BY_KEY + "a")
                                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"LastName\":\"Babbage\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding()))
                .limit(20)
                .toList();
        salesforce.faults().awaitHeld(20);
        salesforce.faults().releaseRequests();

        assertThat(many)
                .extracting(answer -> answer.join().statusCode())
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(organization.contacts().count()).isEqualTo(1);
    }

    @Test
    @DisplayName("older versions of the API answer an update without a body")
    void answersByVersion() throws Exception {
        patch(BY_KEY + "a", "{\"LastName\":\"Babbage\"}");

        Answer old = send(request("/services/data/v45.0" + BY_KEY + "a")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"FirstName\":\"Charles\"}")));

        assertThat(old.status()).isEqualTo(204);
        assertThat(old.text()).isEmpty();
    }

    @Test
    @DisplayName("an external id that several records share names them all")
    void namesSeveral() throws Exception {
        String one = organization.contacts().create(Map.of("LastName", "One", "Number__c", "7"));
        String other = organization.contacts().create(Map.of("LastName", "Other", "Number__c", "7"));

        Answer answer = patch("/sobjects/Contact/Number__c/7", "{\"FirstName\":\"Who\"}");

        assertThat(answer.status()).isEqualTo(300);
        assertThat(texts(answer.json()))
                .containsExactly(DATA + "/sobjects/Contact/" + one, DATA + "/sobjects/Contact/" + other);
    }

    @Test
    @DisplayName("reads and deletes by external id, and finds nothing in the recycle bin")
    void readsByKey() throws Exception {
        patch(BY_KEY + "a", "{\"LastName\":\"Babbage\"}");

        assertThat(get(BY_KEY + "a").json().path("LastName").asText()).isEqualTo("Babbage");
        assertThat(delete(BY_KEY + "a").status()).isEqualTo(204);
        assertThat(get(BY_KEY + "a").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("a field that is no external id is no way to a record")
    void refusesOtherFields() throws Exception {
        Answer answer = patch("/sobjects/Contact/Note__c/a", "{\"LastName\":\"Babbage\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/0/message").asText())
                .isEqualTo("Provided external ID field does not exist or is not accessible: Note__c");
    }

    @Test
    @DisplayName("no two records share a unique value, in whatever case")
    void refusesDuplicateValues() throws Exception {
        String id = organization.contacts().create(Map.of("LastName", "One", "Key__c", "a"));

        Answer answer = post("/sobjects/Contact", "{\"LastName\":\"Other\",\"Key__c\":\"A\"}");

        assertThat(answer.code()).isEqualTo("DUPLICATE_VALUE");
        assertThat(answer.fields()).containsExactly("Key__c");
        assertThat(answer.json().at("/0/message").asText()).endsWith(id);
    }

    @Test
    @DisplayName("a key that was given away is free again")
    void freesKeys() throws Exception {
        String id = organization.contacts().create(Map.of("LastName", "One", "Key__c", "a"));
        patch(BY_KEY + "a", "{}");
        organization.contacts().edit(id, "Key__c", "b");

        assertThat(patch(BY_KEY + "a", "{\"LastName\":\"Other\"}").status()).isEqualTo(201);
        assertThat(get(BY_KEY + "b").json().path("Id").asText()).isEqualTo(id);
    }

    @Test
    @DisplayName("upserts many records, each with an outcome of its own")
    void upsertsMany() throws Exception {
        String id = organization.contacts().create(Map.of("LastName", "One", "Key__c", "a"));

        Answer answer = patch("/composite/sobjects/Contact/Key__c", """
            {"allOrNone":false,"records":[
              {"attributes":{"type":"Contact"},"Key__c":"a","FirstName":"Charles"},
              {"attributes":{"type":"Contact"},"Key__c":"b","LastName":"Other"},
              {"attributes":{"type":"Contact"},"Key__c":"b","LastName":"Twice"},
              {"attributes":{"type":"Contact"},"LastName":"None"}]}""");

        assertThat(answer.json().at("/0/id").asText()).isEqualTo(id);
        assertThat(answer.json().at("/0/created").asBoolean()).isFalse();
        assertThat(answer.json().at("/1/created").asBoolean()).isTrue();
        assertThat(answer.json().at("/2/errors/0/statusCode").asText()).isEqualTo("DUPLICATE_VALUE");
        assertThat(answer.json().at("/3/errors/0/statusCode").asText()).isEqualTo("MISSING_ARGUMENT");
        assertThat(organization.contacts().count()).isEqualTo(2);
    }
}
