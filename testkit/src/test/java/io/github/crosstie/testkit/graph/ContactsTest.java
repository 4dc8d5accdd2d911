package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactsTest extends GraphTest {

    private static final String ADA = """
            {"givenName":"Ada","middleName":"King","surname":"Lovelace","title":"Lady","nickName":"A","generation":"I",
             "initials":"AKL","jobTitle":"Analyst","companyName":"Engines","department":"Notes","officeLocation":"4a",
             "manager":"Charles","assistantName":"Betty","spouseName":"William","profession":"Mathematics",
             "businessHomePage":"https://ada.example","birthday":"1815-12-10T11:59:00Z","personalNotes":"First\\nnotes",
             "businessPhones":["1","2"],"homePhones":["3","4"],"mobilePhone":"5","imAddresses":["im1"],
             "categories":["Red","Blue"],"children":["Byron"],"yomiGivenName":"Eida","yomiSurname":"Raburesu",
             "emailAddresses":[{"name":"Ada L","address":"ada@example.org"},{"address":"ada@acme.example"}],
             "businessAddress":
                 {"street":"1 St","city":"London","state":"L","countryOrRegion":"UK","postalCode":"W1"}}""";

    @Test
    void showsWhatWasPut() {
        Rest.Reply created = rest.post(ANNA + "/contacts", ADA);
        JsonNode shown = rest.get(ANNA + "/contacts/" + created.value("id")).json();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).contains("/contacts('" + created.value("id"));
        Rest.json(ADA).properties().forEach(field -> {
            if (!field.getKey().equals("emailAddresses")) {
                assertThat(shown.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
        assertThat(shown.path("emailAddresses").toString())
                .isEqualTo("[{\"name\":\"Ada L\",\"address\":\"ada@example.org\"},"
                        + "{\"name\":\"ada@acme.example\",\"address\":\"ada@acme.example\"}]");
        assertThat(shown.path("secondaryEmailAddress").path("address").asText()).isEqualTo("ada@acme.example");
        assertThat(shown.get("tertiaryEmailAddress").isNull()).isTrue();
        assertThat(shown.get("homeAddress").isEmpty()).isTrue();
    }

    @Test
    void keepsWhatExchangeShows() {
        create(ADA);

        LoopbackItem contact = contacts.list().get(0);

        assertThat(contact.value("PhoneNumbers/BusinessPhone2")).isEqualTo("2");
        assertThat(contact.value("PhoneNumbers/MobilePhone")).isEqualTo("5");
        assertThat(contact.value("PhysicalAddresses/Business/City")).isEqualTo("London");
        assertThat(contact.value("EmailAddresses/EmailAddress2")).isEqualTo("ada@acme.example");
        assertThat(contact.value("Body")).isEqualTo("First\nnotes");
        assertThat(contact.value("0x3a45")).isEqualTo("Lady");
        assertThat(contact.value("Birthday")).isEqualTo("1815-12-10T11:59:00Z");
        assertThat(contact.value("Categories")).isEqualTo("Red, Blue");
        assertThat(contact.value("Generation")).isEqualTo("I");
    }

    @Test
    void namesAContactAsExchangeDoes() {
        String id = create("{\"givenName\":\"Ada\",\"surname\":\"Lovelace\"}");

        assertThat(rest.get(ANNA + "/contacts/" + id).value("displayName")).isEqualTo("Ada Lovelace");
    }

    @Test
    void changesWhatABodyNamesAndReplacesAddressesAndListsAsWholes() {
        String id = create(ADA);

        Rest.Reply changed = rest.patch(
                ANNA + "/contacts/" + id,
                "{\"jobTitle\":null,\"homePhones\":[\"9\"],\"businessAddress\":{\"city\":\"Ockham\",\"state\":null},"
                        + "\"primaryEmailAddress\":null,\"personalNotes\":null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("jobTitle").isNull()).isTrue();
        assertThat(changed.json().get("homePhones").toString()).isEqualTo("[\"9\"]");
        assertThat(changed.json().get("businessPhones").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(changed.json().get("businessAddress").toString()).isEqualTo("{\"city\":\"Ockham\"}");
        assertThat(changed.json().get("emailAddresses")).hasSize(1);
        assertThat(changed.value("personalNotes")).isEmpty();
        assertThat(changed.value("surname")).isEqualTo("Lovelace");
    }

    @Test
    void gives412ToAWriteForAnotherVersion() {
        Rest.Reply first = rest.post(ANNA + "/contacts", ADA);
        String path = ANNA + "/contacts/" + first.value("id");
        contacts.edit(contacts.list().get(0).id(), "JobTitle", "Countess");

        Rest.Reply stale = rest.send("PATCH", path, "{\"surname\":\"King\"}", ifMatch(first.value("@odata.etag")));
        Rest.Reply staleDelete = rest.send("DELETE", path, "", ifMatch(first.value("@odata.etag")));
        Rest.Reply now = rest.get(path);
        Rest.Reply good = rest.send("PATCH", path, "{\"surname\":\"King\"}", ifMatch(now.value("@odata.etag")));

        assertThat(List.of(stale.status(), staleDelete.status(), good.status())).containsExactly(412, 412, 200);
        assertThat(stale.code()).isEqualTo("ErrorIrresolvableConflict");
        assertThat(now.value("@odata.etag")).isEqualTo("W/\"" + now.value("changeKey") + "\"");
        assertThat(good.value("@odata.etag")).isNotEqualTo(now.value("@odata.etag"));
        assertThat(contacts.list()).hasSize(1);
    }

    private static Map<String, String> ifMatch(String etag) {
        return Map.of("If-Match", etag);
    }

    @Test
    void tellsWhenByItsClock() {
        String id = create(ADA);
        clock.advance(Duration.ofHours(1));

        Rest.Reply changed = rest.patch(ANNA + "/contacts/" + id, "{\"surname\":\"King\"}");

        assertThat(changed.value("createdDateTime")).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(changed.value("lastModifiedDateTime")).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    void findsADeletedContactByItsImmutableIdAlone() {
        String id = create(ADA);
        String immutable = rest.get(ANNA + "/contacts/" + id, Rest.IMMUTABLE).value("id");
        String folder = rest.get(ANNA + "/mailFolders/deleteditems").value("id");

        Rest.Reply deleted = rest.delete(ANNA + "/contacts/" + id);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(rest.get(ANNA + "/contacts/" + id).code()).isEqualTo("ErrorItemNotFound");
        assertThat(rest.get(ANNA + "/contacts/" + immutable, Rest.IMMUTABLE).value("parentFolderId"))
                .isEqualTo(folder);
    }

    @Test
    void deletesNoFurtherThanOutOfSightUnlessItIsAskedTo() {
        String path = ANNA + "/contacts/"
                + rest.send("POST", ANNA + "/contacts", ADA, Rest.IMMUTABLE).value("id");
        String hidden =
                rest.get(ANNA + "/mailFolders/recoverableitemsdeletions").value("id");
        rest.delete(path);
        rest.delete(path);

        Rest.Reply third = rest.delete(path);

        assertThat(rest.get(path).value("parentFolderId")).isEqualTo(hidden);
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.code()).isEqualTo("ErrorCannotDeleteObject");
        assertThat(rest.post(path + "/permanentDelete", "").status()).isEqualTo(204);
        assertThat(rest.get(path).code()).isEqualTo("ErrorItemNotFound");
        assertThat(rest.delete(path).status()).isEqualTo(404);
    }

    @Test
    void keepsImmutableIdsOverMovesAndChangesTheOthers() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String plain = rest.get(ANNA + "/contacts").items().get(0).path("id").asText();
        String immutable = rest.get(ANNA + "/contacts", Rest.IMMUTABLE)
                .items()
                .get(0)
                .path("id")
                .asText();

        contacts.move(ada.id(), anna.addFolder("Friends", contacts));

        assertThat(rest.get(ANNA + "/contacts/" + plain).status()).isEqualTo(404);
        assertThat(rest.get(ANNA + "/contacts/" + immutable, Rest.IMMUTABLE).value("id"))
                .isEqualTo(immutable);
        assertThat(rest.get(ANNA + "/contacts/" + immutable).value("id")).isNotEqualTo(plain);
    }

    @Test
    void givesOtherIdsAfterTheMailboxHasMoved() {
        contacts.put(Map.of("GivenName", "Ada"));
        String immutable = rest.get(ANNA + "/contacts", Rest.IMMUTABLE)
                .items()
                .get(0)
                .path("id")
                .asText();

        anna.moveElsewhere();

        assertThat(rest.get(ANNA + "/contacts/" + immutable, Rest.IMMUTABLE).status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatContactsDoNotHave() {
        assertThat(rest.post(ANNA + "/contacts", "{\"firstName\":\"Ada\"}").code())
                .isEqualTo("RequestBodyRead");
        assertThat(rest.post(ANNA + "/contacts", "{\"givenName\":7}").code()).isEqualTo("RequestBodyRead");
        assertThat(rest.post(ANNA + "/contacts", "{\"businessPhones\":null}").status())
                .isEqualTo(400);
        assertThat(rest.post(ANNA + "/contacts", "{\"businessPhones\":[\"1\",\"2\",\"3\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(rest.post(ANNA + "/contacts", "{\"changeKey\":\"x\"}").code())
                .isEqualTo("ErrorInvalidPropertySet");
        assertThat(rest.post(ANNA + "/contacts", "no JSON").code()).isEqualTo("RequestBodyRead");
        assertThat(contacts.list()).isEmpty();
        create(ADA);
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$select", "firstName"))
                        .code())
                .isEqualTo("BadRequest");
    }

    @Test
    void pagesByTenAndByWhatIsAskedFor() {
        for (int i = 0; i < 12; i++) {
            contacts.put(Map.of("GivenName", "N" + (char) ('a' + i)));
        }

        Rest.Reply page = rest.get(ANNA + "/contacts");
        Rest.Reply seven = rest.get(ANNA + "/contacts" + Rest.query("$top", "7", "$select", "givenName"));

        assertThat(page.items()).hasSize(10);
        assertThat(rest.get(page.nextLink()).items()).hasSize(2);
        assertThat(seven.items()).hasSize(7);
        assertThat(rest.get(seven.nextLink()).items()).hasSize(5).allMatch(item -> !item.has("surname"));
        assertThat(seven.items().get(0).size()).isEqualTo(3);
    }

    @Test
    void sortsAndFilters() {
        contacts.put(Map.of("GivenName", "Ben", "EmailAddresses/EmailAddress1", "ben@globex.example"));
        contacts.put(Map.of("GivenName", "Cy", "Surname", "O'Hara"));
        contacts.put(Map.of("GivenName", "Al", "Surname", "Zed"));

        assertThat(names("$orderby", "givenName desc")).containsExactly("Cy", "Ben", "Al");
        assertThat(names("$orderby", "companyName,givenName asc")).containsExactly("Al", "Ben", "Cy");
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$orderby", "givenName up"))
                        .status())
                .isEqualTo(400);
        assertThat(names("$filter", "emailAddresses/any(a:a/address eq 'ben@globex.example')"))
                .containsExactly("Ben");
        assertThat(names("$filter", "surname eq 'O''Hara' or givenName eq 'Al'"))
                .containsExactly("Cy", "Al");
        assertThat(names("$filter", "startswith(surname,'Z') and givenName ne 'Ben'"))
                .containsExactly("Al");
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$filter", "surname like 'Z'"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesOptionsThatItDoesNotUnderstand() {
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$search", "Ada")).code())
                .isEqualTo("ErrorInvalidUrlQuery");
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$top", "many")).status())
                .isEqualTo(400);
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$skip", "-1")).status())
                .isEqualTo(400);
        assertThat(rest.get(ANNA + "/contacts" + Rest.query("$expand", "photo")).status())
                .isEqualTo(400);
    }

    private List<String> names(String... options) {
        return rest.get(ANNA + "/contacts" + Rest.query(options)).items().stream()
                .map(item -> item.path("givenName").asText())
                .toList();
    }

    @Test
    void doesNotShowOtherKindsOfItems() {
        contacts.put("DistributionList", Map.of("DisplayName", "All"));
        String event = rest.get(ANNA + "/contacts").text();
        LoopbackItem meeting = anna.calendar()
                .put(Map.of("Subject", "S", "Start", "2026-03-16T09:00:00Z", "End", "2026-03-16T10:00:00Z"));

        assertThat(event).contains("\"value\":[]");
        assertThat(rest.get(ANNA + "/contacts/" + ItemIds.rest(meeting.id())).status())
                .isEqualTo(404);
    }
}
