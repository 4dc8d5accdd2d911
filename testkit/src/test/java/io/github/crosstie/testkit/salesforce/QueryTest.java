package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest extends SalesforceTest {

    private String acme;

    @BeforeEach
    void fill() {
        acme = organization.records("Account").create(Map.of("Name", "Acme"));
        create(Map.of("LastName", "Ampère", "FirstName", "André", "Birthdate", "1775-01-20", "AccountId", acme));
        create(Map.of("LastName", "Babbage", "Email", "Charles@Acme.example", "DoNotCall", true));
        clock.advance(Duration.ofHours(1));
        create(Map.of("LastName", "Curie", "FirstName", "Marie", "Department", "100%_sure", "AccountId", acme));
        create(Map.of("LastName", "O'Hara", "Description", "two\nlines"));
    }

    private String create(Map<String, Object> fields) {
        return organization.contacts().as(ada).create(fields);
    }

    private List<String> names(String where) throws Exception {
        Answer answer = query("SELECT LastName FROM Contact " + where);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.column("LastName");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LastName = 'babbage'                                        | Babbage
        LastName != 'Babbage'                                       | Ampère,Curie,O'Hara
        LastName < 'C'                                              | Ampère,Babbage
        LastName >= 'Curie'                                         | Curie,O'Hara
        LastName = 'O\\'Hara'                                       | O'Hara
        LastName LIKE '%R%'                                         | Ampère,Curie,O'Hara
        LastName LIKE '_urie'                                       | Curie
        Department LIKE '100\\%\\_%'                                | Curie
        LastName IN ('Curie', 'Ampère')                             | Ampère,Curie
        LastName NOT IN ('Curie', 'Ampère')                         | Babbage,O'Hara
        FirstName = null                                            | Babbage,O'Hara
        FirstName != null                                           | Ampère,Curie
        FirstName != 'Marie'                                        | Ampère,Babbage,O'Hara
        FirstName IN ('Marie', null)                                | Babbage,Curie,O'Hara
        DoNotCall = true                                            | Babbage
        Email = 'charles@acme.example'                              | Babbage
        Birthdate = 1775-01-20                                      | Ampère
        Birthdate < 1775-01-20                                      | ''
        SystemModstamp > 2026-03-02T08:00:00Z                       | Curie,O'Hara
        SystemModstamp >= 2026-03-02T08:00:00.000+0000              | Ampère,Babbage,Curie,O'Hara
        SystemModstamp < 2026-03-02T10:00:00+01:00                  | Ampère,Babbage
        CreatedDate = TODAY                                         | Ampère,Babbage,Curie,O'Hara
        CreatedDate < YESTERDAY                                     | ''
        CreatedDate = LAST_N_DAYS:3                                 | Ampère,Babbage,Curie,O'Hara
        Account.Name = 'acme'                                       | Ampère,Curie
        Account.Name = null                                         | Babbage,O'Hara
        Owner.Username = 'ada@acme.example' AND LastName = 'Curie'  | Curie
        (LastName = 'Curie' OR LastName = 'Babbage') AND FirstName = null | Babbage
        NOT LastName = 'Curie'                                      | Ampère,Babbage,O'Hara
        NOT (LastName = 'Curie' OR FirstName = null)                | Ampère
        AccountId IN (SELECT Id FROM Account WHERE Name = 'Acme')   | Ampère,Curie
        AccountId NOT IN (SELECT Id FROM Account)                   | Babbage,O'Hara
        """)
    @DisplayName("finds what a condition asks for")
    void filters(String where, String expected) throws Exception {
        assertThat(String.join(",", names("WHERE " + where))).isEqualTo(expected);
    }

    @Test
    @DisplayName("A14: ids are found in either form, and by their case")
    void comparesIds() throws Exception {
        assertThat(names("WHERE AccountId = '" + acme + "'")).hasSize(2);
        assertThat(names("WHERE AccountId IN ('" + acme.substring(0, 15) + "')"))
                .hasSize(2);
        assertThat(query("SELECT Id FROM Contact WHERE AccountId = '001x'").code())
                .isEqualTo("INVALID_QUERY_FILTER_OPERATOR");
    }

    @Test
    @DisplayName("orders, limits and skips")
    void orders() throws Exception {
        assertThat(names("ORDER BY LastName DESC LIMIT 2")).containsExactly("O'Hara", "Curie");
        assertThat(names("ORDER BY LastName LIMIT 2 OFFSET 1")).containsExactly("Babbage", "Curie");
        assertThat(names("ORDER BY FirstName ASC, LastName DESC"))
                .containsExactly("O'Hara", "Babbage", "Ampère", "Curie");
        assertThat(names("ORDER BY FirstName NULLS LAST LIMIT 1")).containsExactly("Ampère");
    }

    @Test
    @DisplayName("shows records as the original does, with those they refer to")
    void showsRecords() throws Exception {
        Answer answer = query(
                "SELECT lastname, Account.Name, Account.Owner.Name, Owner.Type, Birthdate, CreatedDate, DoNotCall FROM Contact"
                        + " WHERE LastName LIKE 'A%' OR LastName = 'Babbage'");

        assertThat(answer.json().path("totalSize").asInt()).isEqualTo(2);
        assertThat(answer.json().path("done").asBoolean()).isTrue();
        assertThat(answer.json().at("/records/0/attributes/type").asText()).isEqualTo("Contact");
        assertThat(answer.json().at("/records/0/attributes/url").asText()).startsWith(DATA + "/sobjects/Contact/003");
        assertThat(answer.column("LastName")).containsExactly("Ampère", "Babbage");
        assertThat(answer.json().at("/records/0/Account/Name").asText()).isEqualTo("Acme");
        assertThat(answer.json().at("/records/0/Account/Owner/Name").asText()).isEqualTo("Integration");
        assertThat(answer.json().at("/records/1/Account").isNull()).isTrue();
        assertThat(answer.json().at("/records/0/Owner/Type").asText()).isEqualTo("User");
        assertThat(answer.json().at("/records/0/Birthdate").asText()).isEqualTo("1775-01-20");
        assertThat(answer.json().at("/records/0/CreatedDate").asText()).isEqualTo("2026-03-02T08:00:00.000+0000");
        assertThat(answer.json().at("/records/0/DoNotCall").isBoolean()).isTrue();
    }

    @Test
    @DisplayName("shows children inside their parents")
    void showsChildren() throws Exception {
        Answer answer = query("SELECT Name, (SELECT LastName FROM Contacts WHERE LastName != 'Curie') FROM Account");

        assertThat(answer.json().at("/records/0/Contacts/totalSize").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/records/0/Contacts/records/0/LastName").asText())
                .isEqualTo("Ampère");
        assertThat(query("SELECT Id, (SELECT Id FROM Pets) FROM Account").code())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    @DisplayName("counts")
    void counts() throws Exception {
        Answer answer = query("SELECT COUNT() FROM Contact WHERE FirstName = null");

        assertThat(answer.text()).isEqualTo("{\"totalSize\":2,\"done\":true,\"records\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT Shoe FROM Contact                                       | INVALID_FIELD
        SELECT Pet.Name FROM Contact                                   | INVALID_FIELD
        SELECT Id FROM Pet                                             | INVALID_TYPE
        SELECT Id FROM Contact WHERE Shoe = 1                          | INVALID_FIELD
        SELECT Id FROM Contact WHERE Description = 'x'                 | INVALID_FIELD
        SELECT Id FROM Contact WHERE CreatedDate > '2026-03-02T08:00:00Z' | INVALID_FIELD
        SELECT Id FROM Contact WHERE CreatedDate > 2026-03-02          | INVALID_FIELD
        SELECT Id FROM Contact WHERE LastName = 5                      | INVALID_FIELD
        SELECT Id FROM Contact WHERE DoNotCall = 'true'                | INVALID_FIELD
        SELECT Id FROM Contact WHERE FirstName > null                  | MALFORMED_QUERY
        SELECT Id FROM Contact WHERE LastName = 'a' AND FirstName = 'b' OR FirstName = 'c' | MALFORMED_QUERY
        SELECT Id FROM Contact WHERE LastName = 'a                     | MALFORMED_QUERY
        SELECT Id FROM Contact WHERE LastName ~ 'a'                    | MALFORMED_QUERY
        SELECT Id FROM Contact WHERE CreatedDate > 2026-13-02T08:00:00Z | MALFORMED_QUERY
        SELECT Id FROM Contact LIMIT x                                 | MALFORMED_QUERY
        SELECT FROM Contact                                            | MALFORMED_QUERY
        SELECT Id Contact                                              | MALFORMED_QUERY
        SELECT Id FROM Contact GROUP BY LastName                       | MALFORMED_QUERY
        """)
    @DisplayName("refuses what it does not understand")
    void refuses(String soql, String code) throws Exception {
        Answer answer = query(soql);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    @DisplayName("shows deleted records to queryAll alone")
    void showsDeletedRecords() throws Exception {
        String curie = organization.contacts().all().get(2).id();
        organization.contacts().delete(curie);

        assertThat(names("")).hasSize(3);
        Answer all = get("/queryAll?q=" + encoded("SELECT LastName,IsDeleted FROM Contact WHERE IsDeleted = true"));
        assertThat(all.column("LastName")).containsExactly("Curie");
        assertThat(query("SELECT LastName FROM Contact WHERE IsDeleted = true ALL ROWS")
                        .column("LastName"))
                .containsExactly("Curie");

        clock.advance(Duration.ofDays(15).plusSeconds(1));
        assertThat(get("/queryAll?q=" + encoded("SELECT LastName FROM Contact WHERE IsDeleted = true"))
                        .column("LastName"))
                .isEmpty();
    }

    @Test
    @DisplayName("gives pages that lead on, each of which may be fetched twice")
    void givesPages() throws Exception {
        salesforce.queries().pageSize(3);
        Answer first = query("SELECT LastName FROM Contact");
        String next = first.json().path("nextRecordsUrl").asText();
        contact("Darwin"); // after the query

        Answer second = send(request(next));

        assertThat(first.json().path("totalSize").asInt()).isEqualTo(4);
        assertThat(first.json().path("done").asBoolean()).isFalse();
        assertThat(first.column("LastName")).hasSize(3);
        assertThat(next).startsWith(DATA + "/query/").endsWith("-3");
        assertThat(second.column("LastName")).containsExactly("O'Hara");
        assertThat(second.json().path("done").asBoolean()).isTrue();
        assertThat(second.json().has("nextRecordsUrl")).isFalse();
        assertThat(send(request(next)).text()).isEqualTo(second.text());
    }

    @Test
    @DisplayName("clients may ask for smaller pages, down to 200")
    void obeysBatchSize() throws Exception {
        for (int contact = 0; contact < 250; contact++) {
            contact("Contact " + contact);
        }

        Answer small = send(request(DATA + "/query?q=" + encoded("SELECT Id FROM Contact"))
                .header("Sforce-Query-Options", "batchSize=50"));

        assertThat(small.json().path("records").size()).isEqualTo(200);
        assertThat(query("SELECT Id FROM Contact").json().path("records").size())
                .isEqualTo(254);
    }

    @Test
    @DisplayName("cursors expire after two days, or when the test says so")
    void expiresCursors() throws Exception {
        salesforce.queries().pageSize(3);
        String next =
                query("SELECT Id FROM Contact").json().path("nextRecordsUrl").asText();

        clock.advance(Duration.ofDays(2).minusSeconds(1));
        Answer inTime = send(request(next));
        clock.advance(Duration.ofSeconds(1));
        Answer late = send(request(next));
        String fresh =
                query("SELECT Id FROM Contact").json().path("nextRecordsUrl").asText();
        salesforce.queries().expireCursors();

        assertThat(inTime.status()).isEqualTo(200);
        assertThat(late.code()).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(send(request(fresh)).code()).isEqualTo("INVALID_QUERY_LOCATOR");
        assertThat(send(request(DATA + "/query/unheard-of")).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("an address that is too long is refused before it is read")
    void refusesLongAddresses() throws Exception {
        String ids = "'" + "x".repeat(16_400) + "'";

        assertThat(query("SELECT Id FROM Contact WHERE LastName IN (" + ids + ")")
                        .status())
                .isEqualTo(414);
        assertThat(send(request(DATA + "/limits").header("X-Long", "x".repeat(16_400)))
                        .status())
                .isEqualTo(431);
    }

    @Test
    @DisplayName("other methods and a missing query are refused")
    void refusesOtherMethods() throws Exception {
        assertThat(post("/query", "{}").status()).isEqualTo(405);
        assertThat(get("/query").code()).isEqualTo("MISSING_ARGUMENT");
    }
}
