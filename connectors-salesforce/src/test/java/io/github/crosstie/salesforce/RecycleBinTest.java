package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in an organization's recycle bin, and the way out of it. */
class RecycleBinTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MutableClock clock = MutableClock.create();
    private final LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock);
    private final SalesforceOrganization organization = salesforce.organization();
    private final SalesforceRecords contacts = organization.contacts();
    private final SalesforceRecords events = organization.events();
    private final String ada = organization.addUser("ada@acme.example", "Lovelace");
    private final RecycleBin bin = RecycleBin.of(SalesforceConnection.builder()
            .client(CLIENT)
            .tokens(new KeptSession(salesforce))
            .clock(clock)
            .allowPlainHttp()
            .build());

    @AfterEach
    void stop() {
        salesforce.close();
    }

    private String contact(String name) {
        return contacts.create(Map.of("LastName", name, "OwnerId", ada));
    }

    private static List<ItemId> ids(String... ids) {
        return List.of(ids).stream().map(ItemId::new).toList();
    }

    @Test
    @DisplayName("what was deleted since a moment lies there, with its owner")
    void listsWhatWasDeleted() {
        String early = contact("Early");
        String late = contact("Late");
        contact("There");
        contacts.delete(early);
        clock.advance(Duration.ofHours(2));
        Instant moment = clock.instant();
        contacts.delete(late);

        List<RecycleBin.Entry> entries = bin.deleted(ItemKind.CONTACT, moment.minusSeconds(60));

        assertThat(entries)
                .containsExactly(new RecycleBin.Entry(
                        new ItemId(late),
                        "Late",
                        new Owner(ada),
                        contacts.get(late).moment("SystemModstamp")));
        assertThat(bin.deleted(ItemKind.CONTACT, moment.minus(Duration.ofDays(1))))
                .extracting(entry -> entry.id().value())
                .containsExactly(early, late);
        assertThat(bin.deleted(ItemKind.EVENT, moment.minus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    @DisplayName("G6: a person finds an entry by its name, which no text of it shows")
    void namesEntriesToPeopleAlone() {
        String lovelace = contacts.create(Map.of("FirstName", "Ada", "LastName", "Lovelace"));
        contacts.delete(lovelace);
        String named = events.create(event(Map.of("Subject", "Stand-up")));
        String nameless = events.create(event(Map.of("Subject", "")));
        events.delete(named);
        events.delete(nameless);

        List<RecycleBin.Entry> entries = new ArrayList<>(bin.deleted(ItemKind.CONTACT, Instant.EPOCH));
        entries.addAll(bin.deleted(ItemKind.EVENT, Instant.EPOCH));

        assertThat(entries).extracting(RecycleBin.Entry::name).containsExactly("Ada Lovelace", "Stand-up", "");
        assertThat(entries).asString().doesNotContain("Ada", "Stand-up").contains(lovelace, named);
    }

    @Test
    @DisplayName("merged contacts, and copies and occurrences of events, are no entries of their own")
    void leavesOutWhatIsNoRecordOfItsOwn() {
        String merged = contact("Twin");
        contacts.merge(contact("Master"), merged);
        String series = events.create(event(Map.of(
                "IsRecurrence",
                true,
                "RecurrenceType",
                "RecursDaily",
                "RecurrenceInterval",
                1,
                "RecurrenceEndDateOnly",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3))));
        events.delete(series);

        assertThat(bin.deleted(ItemKind.CONTACT, Instant.EPOCH)).isEmpty();
        assertThat(bin.deleted(ItemKind.EVENT, Instant.EPOCH))
                .extracting(entry -> entry.id().value())
                .containsExactly(series);
    }

    @Test
    @DisplayName("event series are not listed, as their occurrences do not come back with them")
    void leavesOutEventSeries() {
        String single = events.create(event(Map.of()));
        String series = events.create(
                event(Map.of("IsRecurrence2", true, "Recurrence2PatternText", "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=3")));
        events.delete(single);
        events.delete(series);

        assertThat(bin.deleted(ItemKind.EVENT, Instant.EPOCH))
                .extracting(entry -> entry.id().value())
                .containsExactly(single);
    }

    private Map<String, Object> event(Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "Subject", "Standing", "OwnerId", ada, "StartDateTime", clock.instant(), "DurationInMinutes", 60));
        fields.putAll(more);
        return fields;
    }

    @Test
    @DisplayName("of a full bin the first 2,000 are told, and the last one's moment leads to the next")
    void listsAFullBinPieceByPiece() {
        for (int at = 0; at < 2_001; at++) {
            if (at % 500 == 0) {
                clock.advance(Duration.ofMinutes(1));
            }
            contacts.delete(contact("Twin"));
        }

        List<RecycleBin.Entry> first = bin.deleted(ItemKind.CONTACT, Instant.EPOCH);
        Instant last = first.get(first.size() - 1).changedAt();
        List<RecycleBin.Entry> next = bin.deleted(ItemKind.CONTACT, last);

        assertThat(first).hasSize(RecycleBin.MOST_ENTRIES);
        assertThat(last).isEqualTo(clock.instant().minus(Duration.ofMinutes(1)));
        assertThat(next).hasSize(501);
        assertThat(next.get(next.size() - 1).changedAt()).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName("each record is restored by itself, as it was, and what cannot be is refused with the reason")
    void restoresEachByItself() {
        String binned = contact("Babbage");
        String there = contact("There");
        String purged = contact("Purged");
        contacts.delete(binned);
        contacts.delete(purged);
        contacts.purge(purged);

        List<RecycleBin.Outcome> outcomes = bin.restore(ids(there, binned, purged));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        RecycleBin.Outcome.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains("UNDELETE_FAILED", "does not lie in the recycle bin"));
        assertThat(outcomes.get(1)).isEqualTo(new RecycleBin.Outcome.Restored(new ItemId(binned)));
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        RecycleBin.Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("INVALID_CROSS_REFERENCE_KEY"));
        assertThat(contacts.get(binned).deleted()).isFalse();
        assertThat(contacts.get(binned).text("LastName")).isEqualTo("Babbage");
    }

    @Test
    @DisplayName("a session that has ended is renewed once, and the records are restored")
    void renewsItsSession() {
        String binned = contact("Babbage");
        contacts.delete(binned);
        salesforce.faults().next("/services/Soap").endSessions();

        assertThat(bin.restore(ids(binned))).containsExactly(new RecycleBin.Outcome.Restored(new ItemId(binned)));
    }

    @Test
    @DisplayName("a session that is refused for good is told as such, without the session")
    void tellsOfRefusedSessions() {
        AccessToken stranger = new AccessToken("no&<session>", salesforce.url());
        RecycleBin strangers = RecycleBin.of(SalesforceConnection.builder()
                .client(CLIENT)
                .tokens(() -> stranger)
                .clock(clock)
                .allowPlainHttp()
                .build());

        assertThatThrownBy(() -> strangers.restore(ids(contact("Babbage"))))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageNotContaining("no&");
    }

    @Test
    @DisplayName("a lost answer is told as such, and asking again does no harm")
    void survivesALostAnswer() {
        String binned = contact("Babbage");
        contacts.delete(binned);
        salesforce.faults().next("/services/Soap").loseAnswer();

        assertThatThrownBy(() -> bin.restore(ids(binned)))
                .isInstanceOfSatisfying(
                        CrosstieException.class,
                        lost -> assertThat(AnswerLost.isBehind(lost)).isTrue());
        assertThat(bin.restore(ids(binned))).singleElement().isInstanceOf(RecycleBin.Outcome.Refused.class);
        assertThat(contacts.get(binned).deleted()).isFalse();
    }

    @Test
    @DisplayName("a gateway's page, and an answer that is cut short, are no outcomes")
    void takesNothingElseForOutcomes() {
        String binned = contact("Babbage");
        contacts.delete(binned);
        salesforce.faults().next("/services/Soap").serviceUnavailable();
        assertThatThrownBy(() -> bin.restore(ids(binned))).isInstanceOf(UnavailableException.class);
        salesforce.faults().next("/services/Soap").cutShort();
        assertThatThrownBy(() -> bin.restore(ids(binned))).isInstanceOf(CrosstieException.class);
        salesforce.faults().next("/services/Soap").refuse(403, "API_DISABLED_FOR_ORG", "off");
        assertThatThrownBy(() -> bin.restore(ids(binned))).isInstanceOf(AccessBlockedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVALID_OPERATION", "INSUFFICIENT_ACCESS", "ENTITY_IS_DELETED", "DUPLICATE_VALUE"})
    @DisplayName("a fault that is the same the next time is told as such, not as something to try again")
    void tellsOfLastingFaults(String code) {
        salesforce.faults().next("/services/Soap").answer(500, "text/xml", fault(code));

        assertThatThrownBy(() -> bin.restore(ids("003000000000001AAA")))
                .isInstanceOfSatisfying(
                        ContractBrokenException.class,
                        lasting -> assertThat(AnswerLost.isBehind(lasting)).isFalse())
                .hasMessageContaining(code);
    }

    @Test
    @DisplayName("a fault that passes is told as something to try again")
    void tellsOfPassingFaults() {
        salesforce.faults().next("/services/Soap").answer(500, "text/xml", fault("SERVER_UNAVAILABLE"));

        assertThatThrownBy(() -> bin.restore(ids("003000000000001AAA"))).isInstanceOf(UnavailableException.class);
    }

    private static String fault(String code) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>sf:" + code
                + "</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>";
    }

    @Test
    @DisplayName("a session that is refused without an envelope is renewed too")
    void renewsItsSessionWithoutAnEnvelope() {
        String binned = contact("Babbage");
        contacts.delete(binned);
        salesforce.faults().next("/services/Soap").answer(401, "text/plain", "");

        assertThat(bin.restore(ids(binned))).containsExactly(new RecycleBin.Outcome.Restored(new ItemId(binned)));
    }

    @Test
    @DisplayName("too many records, and what is no id, are refused before anything is sent")
    void refusesMisuse() {
        int before = salesforce.requests().size();

        assertThatThrownBy(() -> bin.restore(Collections.nCopies(201, new ItemId("003000000000001AAA"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 200");
        assertThatThrownBy(() -> bin.restore(ids("</ids>"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(bin.restore(List.of())).isEmpty();
        assertThat(salesforce.requests()).hasSize(before);
    }
}
