package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is there, what may be written, and what is left of the limits. */
class DescribeTest extends SalesforceTest {

    private JsonNode field(String name) throws Exception {
        return StreamSupport.stream(
                        get("/sobjects/Contact/describe").json().path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("describes fields and what can be done with them")
    void describesFields() throws Exception {
        organization.declare(
                "Contact",
                SalesforceField.text("Key__c", 80).externalId().unique().caseSensitive());

        assertThat(field("LastName").path("nillable").asBoolean()).isFalse();
        assertThat(field("LastName").path("length").asInt()).isEqualTo(80);
        assertThat(field("Name").path("createable").asBoolean()).isFalse();
        assertThat(field("Description").path("filterable").asBoolean()).isFalse();
        assertThat(field("OwnerId").path("relationshipName").asText()).isEqualTo("Owner");
        assertThat(texts(field("OwnerId").path("referenceTo"))).containsExactly("User");
        JsonNode key = field("Key__c");
        assertThat(key.path("custom").asBoolean()).isTrue();
        assertThat(key.path("externalId").asBoolean()).isTrue();
        assertThat(key.path("idLookup").asBoolean()).isTrue();
        assertThat(key.path("unique").asBoolean()).isTrue();
        assertThat(key.path("caseSensitive").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("field-level security shows in what is described")
    void describesPermissions() throws Exception {
        organization.access().forbidFields("Contact", "Title");
        organization.access().hideFields("Contact", "Email");
        organization.access().forbidObject("Account");
        organization.access().hideObject("Event");

        assertThat(field("Title").path("updateable").asBoolean()).isFalse();
        assertThat(get("/sobjects/Contact/describe").json().path("fields").toString())
                .doesNotContain("\"Email\"");
        assertThat(get("/sobjects/Account")
                        .json()
                        .at("/objectDescribe/createable")
                        .asBoolean())
                .isFalse();
        assertThat(get("/sobjects").json().path("sobjects").toString())
                .contains("\"name\":\"Contact\"")
                .doesNotContain("\"name\":\"Event\"");
        assertThat(get("/sobjects/Event/describe").status()).isEqualTo(404);
        assertThat(post("/sobjects", "{}").status()).isEqualTo(405);
    }

    @Test
    @DisplayName("describes an object and its children")
    void describesObjects() throws Exception {
        JsonNode event = get("/sobjects/Event/describe").json();

        assertThat(event.path("keyPrefix").asText()).isEqualTo("00U");
        assertThat(event.path("undeletable").asBoolean()).isTrue();
        assertThat(event.at("/urls/describe").asText()).isEqualTo(DATA + "/sobjects/Event/describe");
        assertThat(event.at("/childRelationships/0/relationshipName").asText()).isEqualTo("EventRelations");
    }

    @Test
    @DisplayName("names versions and resources")
    void namesVersions() throws Exception {
        JsonNode versions = send(request("/services/data/")).json();

        assertThat(versions.path(versions.size() - 1).path("url").asText()).isEqualTo(DATA);
        assertThat(get("").json().path("query").asText()).isEqualTo(DATA + "/query");
    }

    @Test
    @DisplayName("tells what is left of the limits")
    void tellsLimits() throws Exception {
        salesforce.limits().daily(100).use(40);

        JsonNode limits = get("/limits").json();

        assertThat(limits.path("DailyApiRequests").toString()).isEqualTo("{\"Max\":100,\"Remaining\":59}");
        assertThat(limits.at("/DailyBulkV2QueryJobs/Remaining").asInt()).isEqualTo(10_000);
        assertThat(post("/limits", "{}").status()).isEqualTo(405);
    }
}
