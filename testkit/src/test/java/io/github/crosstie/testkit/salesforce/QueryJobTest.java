package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bulk API 2.0 queries. */
class QueryJobTest extends SalesforceTest {

    private String create(String soql) throws Exception {
        return post("/jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private String state(String job) throws Exception {
        return get("/jobs/query/" + job).json().path("state").asText();
    }

    @Test
    @DisplayName("a job gets on by being looked at, and gives a table")
    void completes() throws Exception {
        organization.contacts().create(Map.of("LastName", "O\"Hara, Jr", "OwnerId", ada));
        salesforce.queries().jobLooks(2);

        Answer created = post(
                "/jobs/query",
                "{\"operation\":\"query\",\"query\":\"SELECT LastName, FirstName, Owner.Username FROM Contact\"}");
        String job = created.json().path("id").asText();

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("state").asText()).isEqualTo("UploadComplete");
        assertThat(created.json().path("apiVersion").toString()).isEqualTo("67.0");
        assertThat(state(job)).isEqualTo("InProgress");
        assertThat(get("/jobs/query/" + job + "/results").status()).isEqualTo(400);
        assertThat(state(job)).isEqualTo("InProgress");
        assertThat(state(job)).isEqualTo("JobComplete");
        assertThat(get("/jobs/query/" + job)
                        .json()
                        .path("numberRecordsProcessed")
                        .asInt())
                .isEqualTo(1);
        Answer results = get("/jobs/query/" + job + "/results");
        assertThat(results.header("Content-Type")).isEqualTo("text/csv");
        assertThat(results.header("Sforce-Locator")).isEqualTo("null");
        assertThat(results.header("Sforce-NumberOfRecords")).isEqualTo("1");
        assertThat(results.text()).isEqualTo("""
                    "LastName","FirstName","Owner.Username"
                    "O""Hara, Jr","","ada@acme.example"
                    """);
    }

    @Test
    @DisplayName("results come in pages that lead on, each with its head")
    void givesPages() throws Exception {
        contact("One");
        contact("Two");
        contact("Three");
        salesforce.queries().jobLooks(0);
        String job = create("SELECT LastName FROM Contact");
        assertThat(state(job)).isEqualTo("JobComplete");

        Answer first = get("/jobs/query/" + job + "/results?maxRecords=2");
        String locator = first.header("Sforce-Locator");
        Answer second = get("/jobs/query/" + job + "/results?maxRecords=2&locator=" + locator);

        assertThat(first.text()).isEqualTo("\"LastName\"\n\"One\"\n\"Two\"\n");
        assertThat(second.text()).isEqualTo("\"LastName\"\n\"Three\"\n");
        assertThat(second.header("Sforce-Locator")).isEqualTo("null");
        assertThat(get("/jobs/query/" + job + "/results?locator=x!").code()).isEqualTo("INVALID_LOCATOR");
        assertThat(get("/jobs/query/" + job + "/results?maxRecords=x").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("results may be torn, although their job counts all rows")
    void givesTornResults() throws Exception {
        contact("One");
        contact("Two");
        salesforce.queries().jobLooks(0).jobsMiss(1);
        String job = create("SELECT LastName FROM Contact");

        assertThat(get("/jobs/query/" + job)
                        .json()
                        .path("numberRecordsProcessed")
                        .asInt())
                .isEqualTo(2);
        assertThat(get("/jobs/query/" + job + "/results").text()).isEqualTo("\"LastName\"\n\"One\"\n");
    }

    @Test
    @DisplayName("a job fails, is aborted or deleted")
    void ends() throws Exception {
        salesforce.queries().jobLooks(0).failNextJob("InternalServerError");
        String failed = create("SELECT Id FROM User");
        Answer failure = get("/jobs/query/" + failed);
        String aborted = create("SELECT Id FROM User");
        Answer abort = patch("/jobs/query/" + aborted, "{\"state\":\"Aborted\"}");

        assertThat(failure.json().path("state").asText()).isEqualTo("Failed");
        assertThat(failure.json().path("errorMessage").asText()).isEqualTo("InternalServerError");
        assertThat(abort.json().path("state").asText()).isEqualTo("Aborted");
        assertThat(get("/jobs/query/" + aborted + "/results").status()).isEqualTo(400);
        assertThat(delete("/jobs/query/" + aborted).status()).isEqualTo(204);
        assertThat(get("/jobs/query/" + aborted).status()).isEqualTo(404);
        assertThat(post("/jobs/query/" + failed, "{}").status()).isEqualTo(405);
    }

    @Test
    @DisplayName("deleted records are in a job of queryAll")
    void showsDeletedRecords() throws Exception {
        organization.contacts().delete(contact("Gone"));
        salesforce.queries().jobLooks(0);
        String job = post("/jobs/query", "{\"operation\":\"queryAll\",\"query\":\"SELECT IsDeleted FROM Contact\"}")
                .json()
                .path("id")
                .asText();
        state(job);

        assertThat(get("/jobs/query/" + job + "/results").text()).isEqualTo("\"IsDeleted\"\n\"true\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        insert | SELECT Id FROM User           | API_ERROR
        query  | SELECT COUNT() FROM User      | API_ERROR
        query  | SELECT Id FROM User OFFSET 5  | API_ERROR
        query  | SELECT Shoe FROM User         | INVALID_FIELD
        query  | SELECT                        | MALFORMED_QUERY
        """)
    @DisplayName("refuses what no job can do")
    void refuses(String operation, String soql, String code) throws Exception {
        Answer answer = post("/jobs/query", "{\"operation\":\"" + operation + "\",\"query\":\"" + soql + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(get("/jobs/ingest").status()).isEqualTo(404);
        assertThat(get("/jobs/query").status()).isEqualTo(405);
    }
}
