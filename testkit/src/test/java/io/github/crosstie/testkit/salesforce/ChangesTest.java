package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was deleted and what was changed, and the way back out of the recycle bin. */
class ChangesTest extends SalesforceTest {

    private Answer changes(String object, String what, String start, String end) throws Exception {
        return get("/sobjects/" + object + "/" + what + "/?start=" + encoded(start) + "&end=" + encoded(end));
    }

    private Answer deleted(String object) throws Exception {
        return changes(object, "deleted", "2026-03-02T07:00:00Z", "2026-03-02T12:00:00+00:00");
    }

    @Test
    @DisplayName("names deleted records until they are restored")
    void namesDeletedRecords() throws Exception {
        String id = contact("Babbage");
        clock.advance(Duration.ofSeconds(61));
        organization.contacts().delete(id);

        Answer answer = deleted("Contact");

        assertThat(answer.text())
                .isEqualTo("{\"deletedRecords\":[{\"id\":\"" + id
                        + "\",\"deletedDate\":\"2026-03-02T08:01:01.000+0000\"}],"
                        + "\"earliestDateAvailable\":\"2026-02-15T08:01:01.000+0000\","
                        + "\"latestDateCovered\":\"2026-03-02T08:01:00.000+0000\"}");
        organization.contacts().undelete(id.substring(0, 15));
        assertThat(deleted("Contact").json().path("deletedRecords")).isEmpty();
    }

    @Test
    @DisplayName("names members and groups too, which have no recycle bin")
    void namesMembers() throws Exception {
        String group = organization.addGroup("Sales");
        String member = organization.addMember(group, ada);

        assertThat(delete("/sobjects/Group/" + group).status()).isEqualTo(204);

        assertThat(deleted("GroupMember").json().at("/deletedRecords/0/id").asText())
                .isEqualTo(member);
        assertThat(deleted("Group").json().at("/deletedRecords/0/id").asText()).isEqualTo(group);
        assertThat(get("/queryAll?q=SELECT+Id+FROM+GroupMember").column("Id")).isEmpty();
    }

    @Test
    @DisplayName("names changed records, and not those that were deleted since")
    void namesChangedRecords() throws Exception {
        String id = contact("Babbage");
        contact("Early");
        String gone = contact("Gone");
        clock.advance(Duration.ofHours(1));
        organization.contacts().edit(id, "Title", "Sir");
        organization.contacts().edit(gone, "Title", "Sir");
        organization.contacts().delete(gone);

        Answer answer = changes("Contact", "updated", "2026-03-02T08:30:00Z", "2026-03-02T12:00:00Z");

        assertThat(answer.text())
                .isEqualTo("{\"ids\":[\"" + id + "\"],\"latestDateCovered\":\"2026-03-02T09:00:00.000+0000\"}");
    }

    @Test
    @DisplayName("seconds of a window do not count")
    void ignoresSeconds() throws Exception {
        String id = contact("Babbage");

        assertThat(texts(changes("Contact", "updated", "2026-03-02T08:00:59Z", "2026-03-02T08:01:00Z")
                        .json()
                        .path("ids")))
                .containsExactly(id);
        assertThat(changes("Contact", "updated", "2026-03-02T08:00:01Z", "2026-03-02T08:00:59Z")
                        .code())
                .isEqualTo("INVALID_REPLICATION_DATE");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        deleted, 2026-02-15T08:00:00Z, 200
        deleted, 2026-02-15T07:59:00Z, 400
        updated, 2026-01-31T08:00:00Z, 200
        updated, 2026-01-31T07:59:00Z, 400
        deleted, soon, 400
        deleted, 2026-03-03T08:00:00Z, 400
        """)
    @DisplayName("windows reach back 15 days for deletions and 30 for changes, and never backwards")
    void limitsWindows(String what, String start, int status) throws Exception {
        assertThat(changes("Contact", what, start, "2026-03-02T09:00:00Z").status())
                .isEqualTo(status);
    }

    @Test
    @DisplayName("G3: deletions may be forgotten before their time, and the answer says so")
    void forgetsDeletions() throws Exception {
        organization.contacts().delete(contact("Babbage"));
        clock.advance(Duration.ofHours(1));
        organization.forgetDeletions();

        Answer answer = deleted("Contact");

        assertThat(answer.json().path("deletedRecords")).isEmpty();
        assertThat(answer.json().path("earliestDateAvailable").asText()).isEqualTo("2026-03-02T09:00:00.000+0000");
    }

    @Test
    @DisplayName("what hangs on a record goes and comes back with it")
    void cascades() throws Exception {
        String acme = organization.records("Account").create(Map.of("Name", "Acme"));
        String with = organization.contacts().create(Map.of("LastName", "With", "AccountId", acme));
        String before = organization.contacts().create(Map.of("LastName", "Before", "AccountId", acme));
        organization.contacts().delete(before);
        organization.records("Account").delete(acme);

        assertThat(organization.contacts().get(with).deleted()).isTrue();
        organization.records("Account").undelete(acme);

        assertThat(organization.contacts().get(with).deleted()).isFalse();
        assertThat(organization.contacts().get(before).deleted()).isTrue();
    }

    @Test
    @DisplayName("a merged record is deleted and names its master")
    void merges() throws Exception {
        String master = contact("Babbage");
        String other = contact("Babage");
        clock.advance(Duration.ofHours(1));

        organization.contacts().merge(master, other);

        Answer answer = get("/queryAll?q=" + encoded("SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true"));
        assertThat(answer.column("Id")).containsExactly(other);
        assertThat(answer.column("MasterRecordId")).containsExactly(master);
        assertThat(organization.contacts().get(master).moment("SystemModstamp")).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName("undelete, which SOAP alone has, restores records one by one")
    void undeletes() throws Exception {
        String id = contact("Babbage");
        String there = contact("There");
        organization.contacts().delete(id);
        clock.advance(Duration.ofHours(1));

        Answer answer = soap(salesforce.accessToken(), "<ids>" + id + "</ids><ids>" + there + "</ids><ids>x</ids>");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("<result><id>" + id + "</id><success>true</success></result>")
                .contains("<statusCode>UNDELETE_FAILED</statusCode></errors><id>" + there)
                .contains("<statusCode>MALFORMED_ID</statusCode></errors><id>x</id>");
        SalesforceRecord restored = organization.contacts().get(id);
        assertThat(restored.deleted()).isFalse();
        Instant stamp = restored.moment("SystemModstamp");
        assertThat(stamp).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName("undelete wants a session, and leaves no trace of it in the log")
    void undeletesWithASession() throws Exception {
        Answer answer = soap("nonsense", "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("<faultcode>sf:INVALID_SESSION_ID</faultcode>");
        assertThat(salesforce.requests().get(0).body()).doesNotContain("nonsense");
    }

    private Answer soap(String session, String ids) throws Exception {
        String envelope = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:u=\"urn:partner.soap.sforce.com\"><e:Header><u:SessionHeader><u:sessionId>" + session
                + "</u:sessionId></u:SessionHeader></e:Header><e:Body><u:undelete xmlns=\"urn:partner.soap.sforce.com\">"
                + ids + "</u:undelete></e:Body></e:Envelope>";
        return send(request("/services/Soap/u/67.0")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)));
    }
}
