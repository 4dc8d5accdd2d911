package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectorySource;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A directory whose queries are left to bulk jobs. */
class BulkDirectoryTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int BACKGROUND_USERS = 1;

    private final MutableClock clock = MutableClock.create();
    private final List<Duration> pauses = new ArrayList<>();
    private LoopbackSalesforce salesforce;
    private SalesforceOrganization organization;

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        organization = salesforce.organization();
        String root = organization.addRole("Root", null);
        organization.users().edit(organization.addUser("ada@acme.example", "Lovelace"), "UserRoleId", root);
        organization
                .users()
                .edit(
                        organization.addUser("charles@acme.example", "Babbage"),
                        Map.of("FirstName", "Charles \"C.\", Sr.\nInventor", "IsActive", false));
        String group = organization.addGroup("Engines");
        organization.users().all().forEach(user -> organization.addMember(group, user.id()));
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    @DisplayName("A14: a directory by jobs is the directory by pages")
    void readsTheSame() {
        Directory byJobs = source(0).read();
        Directory byPages = source(1_000).read();

        assertThat(jobs()).isEqualTo(5);
        assertThat(byJobs.users().all())
                .containsExactlyInAnyOrderElementsOf(byPages.users().all());
        assertThat(byJobs.roles().all())
                .containsExactlyInAnyOrderElementsOf(byPages.roles().all());
        assertThat(byJobs.groups().all())
                .containsExactlyInAnyOrderElementsOf(byPages.groups().all());
        assertThat(byJobs.problems()).isEqualTo(byPages.problems());
        assertThat(byJobs.complete()).isTrue();
    }

    @Test
    @DisplayName("only queries of more rows than the threshold are left to jobs, and nobody asks for their number")
    void asksTheFirstPage() {
        int users = BACKGROUND_USERS + 2;
        source(users).read();
        assertThat(jobs()).isZero();
        assertThat(salesforce.requests().size()).isEqualTo(6);
        salesforce.forgetRequests();

        source(users - 1).read();

        assertThat(salesforce.requests())
                .extracting(request -> request.body())
                .filteredOn(body -> body.contains("\"query\""))
                .hasSize(2)
                .anyMatch(body -> body.contains("FROM User\""))
                .anyMatch(body -> body.contains("FROM GroupMember"));
    }

    @Test
    @DisplayName("reads later what has changed, by jobs too where much has")
    void readsChangesByJobs() {
        clock.advance(Duration.ofHours(1));
        DirectorySource source = source(0);
        Directory first = source.read();
        clock.advance(Duration.ofHours(1));
        organization.addUser("grace@acme.example", "Hopper");
        salesforce.forgetRequests();

        Directory second = source.read();

        assertThat(second.continues(first)).isTrue();
        assertThat(second.users().size()).isEqualTo(first.users().size() + 1);
        assertThat(jobs()).isEqualTo(1);
    }

    @Test
    @DisplayName("looks at a job with growing pauses, and deletes it when it is read")
    void waitsByGrowingPauses() {
        salesforce.queries().jobLooks(7);

        source(BACKGROUND_USERS + 1).read();

        assertThat(pauses.subList(0, pauses.size() / 2))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(salesforce.count("DELETE /jobs/query")).isEqualTo(jobs());
    }

    @Test
    @DisplayName("a job that takes too long is aborted and deleted, and makes no directory")
    void givesUpSlowJobs() {
        salesforce.queries().jobLooks(1_000);
        DirectorySource source = SalesforceDirectorySource.builder(connection())
                .bulkAbove(0)
                .bulkPatience(Duration.ofSeconds(10))
                .waitBy(this::pause)
                .build();

        assertThatThrownBy(source::read)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not complete after PT10S");
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(10));
        assertThat(salesforce.count("PATCH /jobs/query")).isEqualTo(1);
        assertThat(salesforce.count("DELETE /jobs/query")).isEqualTo(1);
    }

    @Test
    @DisplayName("a failed job is told by its code alone, deleted, and makes no directory")
    void tellsFailedJobs() {
        salesforce.queries().failNextJob("InternalServerError: at ada@acme.example");

        assertThatThrownBy(source(0)::read)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("query of Profile: the bulk job failed (InternalServerError); read again later")
                .hasMessageNotContaining("ada@");
        assertThat(salesforce.count("DELETE /jobs/query")).isEqualTo(1);
    }

    @Test
    @DisplayName("a job that somebody aborts is told")
    void tellsAbortedJobs() {
        answerLook("{\"state\":\"Aborted\"}");

        assertThatThrownBy(source(0)::read)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("aborted by somebody in Salesforce");
    }

    @Test
    @DisplayName("G3: fewer rows than the job has gathered make no directory")
    void comparesNumbers() {
        salesforce.queries().jobsMiss(1);

        assertThatThrownBy(source(0)::read)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("truncated: there are 1 rows of 2")
                .hasMessageContaining("not whole");
    }

    @Test
    @DisplayName("G3: a page that says that it has other rows makes no directory")
    void comparesPages() {
        salesforce
                .faults()
                .next("/jobs/query/results")
                .answer(200, "text/csv", "\"Id\",\"Name\"\n\"00e000000000001AAA\",\"Sales\"\n");

        assertThatThrownBy(source(0)::read)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("it has 1 rows, and says that it has another number");
    }

    @Test
    @DisplayName("an object that no job can query is read by pages")
    void readsByPagesWhatNoJobCan() {
        salesforce
                .faults()
                .next("/jobs/query")
                .refuse(400, "INVALIDENTITY", "Entity 'Profile' is not supported by the Bulk API.");

        assertThat(source(0).read().profiles().all()).hasSize(2);
        assertThat(salesforce.count("GET /query")).isEqualTo(6);
    }

    @Test
    @DisplayName("a job that cannot be deleted lies about for a week, and spoils no directory")
    void survivesWhatItCannotDelete() {
        salesforce.faults().next(request -> request.method().equals("DELETE")).serviceUnavailable();

        assertThat(source(0).read().complete()).isTrue();
    }

    @Test
    @DisplayName("a failure stays what it is, although the job cannot be deleted either")
    void keepsTheFirstFailure() {
        salesforce
                .faults()
                .next("/jobs/query/results")
                .refuse("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

        assertThatThrownBy(source(0)::read)
                .isInstanceOf(ThrottledException.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    private void answerLook(String job) {
        salesforce
                .faults()
                .next(request ->
                        request.method().equals("GET") && request.path().contains("/jobs/query"))
                .answer(200, "application/json", job);
    }

    private DirectorySource source(long bulkAbove) {
        return SalesforceDirectorySource.builder(connection())
                .bulkAbove(bulkAbove)
                .waitBy(this::pause)
                .build();
    }

    private void pause(Duration length) {
        pauses.add(length);
        clock.advance(length);
    }

    private SalesforceConnection connection() {
        return SalesforceConnection.builder()
                .client(CLIENT)
                .tokens(new KeptSession(salesforce))
                .clock(clock)
                .allowPlainHttp()
                .build();
    }

    private int jobs() {
        return (int) salesforce.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/jobs/query"))
                .count();
    }
}
