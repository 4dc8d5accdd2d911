package io.github.crosstie.salesforce.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.ExchangePolicy;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesforceRestTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MutableClock clock = MutableClock.create();
    private LoopbackSalesforce salesforce;
    private SalesforceRest rest;

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        rest = rest(ApiBudget.DEFAULT);
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    @DisplayName("reads a query page by page to its end, and compares the rows with their announced number")
    void readsAllPages() {
        create(5);
        salesforce.queries().pageSize(2);
        List<JsonNode> rows = new ArrayList<>();

        Query.Outcome outcome =
                new Query(rest).pages("contacts", "SELECT Id FROM Contact", false, page -> page.forEach(rows::add));

        assertThat(rows).hasSize(5);
        assertThat(outcome.isComplete()).isTrue();
        assertThat(salesforce.count("GET /query")).isEqualTo(3);
    }

    @Test
    @DisplayName("F5: a forgotten place in a query ends it, so that it begins anew")
    void tellsOfExpiredCursors() {
        create(5);
        salesforce.queries().pageSize(2);

        assertThatThrownBy(() -> new Query(rest)
                        .pages(
                                "contacts",
                                "SELECT Id FROM Contact",
                                false,
                                page -> salesforce.queries().expireCursors()))
                .isInstanceOf(CursorExpiredException.class)
                .hasMessageContaining("INVALID_QUERY_LOCATOR");
    }

    @Test
    @DisplayName("renews a refused session once, and sends the request again")
    void renewsTheSession() {
        new Query(rest).rows("contacts", "SELECT Id FROM Contact");
        salesforce.endSessions();

        assertThat(new Query(rest).rows("contacts", "SELECT Id FROM Contact")).isEmpty();
        assertThat(salesforce.count("GET /query")).isEqualTo(3);
    }

    @Test
    @DisplayName("F8: does not renew for ever")
    void givesUpOnSessions() {
        salesforce.faults().every(request -> true).endSessions();

        assertThatThrownBy(() -> new Query(rest).rows("contacts", "SELECT Id FROM Contact"))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("connected app");
        assertThat(salesforce.count("GET /query")).isEqualTo(2);
    }

    @Test
    @DisplayName("F7: when the day's requests are used up, nobody calls for an hour")
    void waitsForTheDailyLimit() {
        salesforce.limits().daily(1);
        rest = rest(new ApiBudget(100));
        new Query(rest).rows("one", "SELECT Id FROM Contact");
        assertThatThrownBy(() -> new Query(rest).rows("two", "SELECT Id FROM Contact"))
                .isInstanceOf(ThrottledException.class);
        long sent = salesforce.count("GET /query");

        ThrottledException early = catchThrowableOfType(
                ThrottledException.class, () -> new Query(rest).rows("three", "SELECT Id FROM Contact"));

        assertThat(early.retryAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(salesforce.count("GET /query")).isEqualTo(sent);
    }

    @Test
    @DisplayName("leaves the rest of the day's requests to others, by the host's budget")
    void keepsTheBudget() {
        salesforce.limits().daily(100).use(49);
        rest = rest(new ApiBudget(50));
        new Query(rest).rows("one", "SELECT Id FROM Contact");

        assertThatThrownBy(() -> new Query(rest).rows("two", "SELECT Id FROM Contact"))
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("50 of the organization's 100")
                .hasMessageContaining("budget");
        assertThat(rest.usage()).isEmpty();
    }

    @Test
    @DisplayName("finds out after the pause how much of the budget is used by then")
    void looksAgainAfterThePause() {
        salesforce.limits().daily(100).use(49);
        rest = rest(new ApiBudget(50));
        new Query(rest).rows("one", "SELECT Id FROM Contact");
        assertThatThrownBy(() -> new Query(rest).rows("two", "SELECT Id FROM Contact"))
                .isInstanceOf(ThrottledException.class);
        clock.advance(Duration.ofHours(1));

        assertThat(new Query(rest).rows("three", "SELECT Id FROM Contact")).isEmpty();
    }

    @Test
    @DisplayName("F7: too many requests at a time wait for a minute")
    void waitsForConcurrency() {
        salesforce.limits().concurrent(0);

        assertThatThrownBy(() -> new Query(rest).rows("one", "SELECT Id FROM Contact"))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt())
                                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1))));
    }

    @Test
    @DisplayName("F2: a page of HTML in answer to a write may hide that it was done")
    void marksLostAnswers() {
        salesforce.faults().next("/composite/sobjects").serviceUnavailable();

        CrosstieException lost =
                catchThrowableOfType(CrosstieException.class, () -> contacts().create(List.of(contact("Lovelace"))));

        assertThat(lost).isInstanceOf(UnavailableException.class);
        assertThat(AnswerLost.isBehind(lost)).isTrue();
    }

    @Test
    @DisplayName("nothing is lost with the answer of a query")
    void losesNothingByReading() {
        salesforce.faults().next("/query").serviceUnavailable();

        CrosstieException trouble = catchThrowableOfType(
                CrosstieException.class, () -> new Query(rest).rows("one", "SELECT Id FROM Contact"));

        assertThat(trouble).isInstanceOf(UnavailableException.class);
        assertThat(AnswerLost.isBehind(trouble)).isFalse();
    }

    @Test
    @DisplayName("an organization without the API blocks access, and the message says what to switch on")
    void tellsThatTheApiIsOff() {
        salesforce
                .faults()
                .next("/query")
                .answer(403, "application/json", "[{\"errorCode\":\"API_DISABLED_FOR_ORG\",\"message\":\"off\"}]");

        assertThatThrownBy(() -> new Query(rest).rows("one", "SELECT Id FROM Contact"))
                .isInstanceOf(AccessBlockedException.class)
                .hasMessageContaining("API Enabled");
    }

    @Test
    @DisplayName("a query that the organization does not understand is a broken contract, not an empty answer")
    void tellsOfBrokenQueries() {
        assertThatThrownBy(() -> new Query(rest).rows("one", "SELECT FROM Contact"))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("MALFORMED_QUERY");
    }

    @Test
    @DisplayName(
            "S19: a field that the organization has not is named with its object and what to do: a person mends it")
    void tellsOfUnknownFields() {
        assertThatThrownBy(() -> new Query(rest).rows("one", "SELECT Nothing__c FROM Contact"))
                .isInstanceOf(AccessBlockedException.class)
                .hasMessageContaining("Contact has no field Nothing__c")
                .hasMessageContaining("let the user see it")
                .hasMessageContaining("tagField(...)")
                .hasMessageNotContaining("report it");
    }

    @Test
    @DisplayName("a next page that leads to another host is not asked for, and no token goes there")
    void staysOnTheServer() {
        salesforce
                .faults()
                .next("/query")
                .answer(
                        200,
                        "application/json",
                        "{\"totalSize\":2,\"done\":false,\"nextRecordsUrl\":\"https://elsewhere.example/q\",\"records\":[]}");

        assertThatThrownBy(() -> new Query(rest).rows("one", "SELECT Id FROM Contact"))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("leads nowhere in the API");
    }

    @Test
    @DisplayName("S15: of records that are written together each has an outcome of its own, with the field named")
    void writesEachByItself() {
        List<RecordCollections.Saved> saved = contacts()
                .create(List.of(
                        contact("Lovelace"),
                        JsonNodeFactory.instance.objectNode().put("FirstName", "Ada")));

        assertThat(saved.get(0).isSuccess()).isTrue();
        assertThat(saved.get(1).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.summary()).isEqualTo("REQUIRED_FIELD_MISSING (LastName)"));
    }

    @Test
    @DisplayName("reads records by id, and tells those that are not there")
    void readsById() {
        String id = create(1).get(0);
        salesforce.organization().contacts().delete(id);
        String other = create(1).get(0);

        List<JsonNode> read = contacts().read(List.of(id, other), List.of("Id", "LastName"));

        assertThat(read.get(0).isNull()).isTrue();
        assertThat(read.get(1).path("LastName").asText()).isEqualTo("Contact 0");
    }

    @Test
    @DisplayName("changes and deletes records, each with an outcome of its own")
    void changesAndDeletes() {
        List<String> ids = create(2);
        ObjectNode change =
                JsonNodeFactory.instance.objectNode().put("Id", ids.get(0)).put("LastName", "Changed");

        RecordCollections.Changed changed =
                contacts().update(List.of(change), "SELECT LastName FROM Contact WHERE Id = '" + ids.get(0) + "'");
        List<RecordCollections.Saved> deleted =
                contacts().delete(List.of(ids.get(1), ids.get(1).replace('1', '9')));

        assertThat(changed.saved().get(0).isSuccess()).isTrue();
        assertThat(changed.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.path("LastName").asText()).isEqualTo("Changed"));
        assertThat(deleted.get(0).isSuccess()).isTrue();
        assertThat(deleted.get(1).isSuccess()).isFalse();
        assertThat(contacts()
                        .read(List.of(ids.get(0)), List.of("LastName"))
                        .get(0)
                        .path("LastName")
                        .asText())
                .isEqualTo("Changed");
    }

    @Test
    @DisplayName("writes no more than one request for as many as two hundred records")
    void writesManyAtOnce() {
        contacts()
                .create(IntStream.range(0, RecordCollections.WRITE_BATCH)
                        .mapToObj(i -> contact("Contact " + i))
                        .toList());

        assertThat(salesforce.count("POST /composite/sobjects")).isEqualTo(1);
    }

    private RecordCollections contacts() {
        return new RecordCollections(rest, "Contact");
    }

    private static ObjectNode contact(String lastName) {
        return JsonNodeFactory.instance.objectNode().put("LastName", lastName);
    }

    private List<String> create(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> salesforce.organization().contacts().create(Map.of("LastName", "Contact " + i)))
                .toList();
    }

    private SalesforceRest rest(ApiBudget budget) {
        return new SalesforceRest(
                CLIENT, new KeptSession(salesforce), clock, ApiVersion.NEWEST, budget, ExchangePolicy.DEFAULT);
    }
}
