package io.github.crosstie.testkit;

import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.simulator.History;
import io.github.crosstie.testkit.simulator.Simulation;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lines that the documentation of this module's packages and types shows. */
class ApiExamplesTest {

    /** The code of whoever tests; here it does nothing. */
    private static void codeUnderTest(URI url) {
        assertThat(url).hasHost("127.0.0.1");
    }

    private static void codeUnderTest(URI url, String accessToken) {
        codeUnderTest(url);
        assertThat(accessToken).isNotBlank();
    }

    @Test
    @DisplayName("a user, plain and less plain")
    void syncedUser() {
        // spotless:off
        SyncedUser anna = SyncedUser.create();
        ItemId ada = anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());

        assertThat(anna.sync()).createdInMailbox(1);

        SyncedUser oneWay = SyncedUser.builder()
                .configuration(configuration -> configuration.contacts(SyncDirection.CRM_TO_MAIL))
                .mail(mailbox -> mailbox.pageSize(2))
                .build();
        // spotless:on

        assertThat(anna.crmContacts().items()).containsKey(ada);
        assertThat(oneWay.sync()).wroteNothing();
    }

    @Test
    @DisplayName("sentences about plans, results and records")
    void sentences() {
        SyncedUser anna = SyncedUser.create();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        // spotless:off
        assertThat(anna.plan(ItemKind.CONTACT)).wouldCreateInMailbox(1);
        assertThat(anna.sync()).createdInMailbox(1).hasNoOutcome(OutcomeCode.ANSWER_LOST);
        assertThat(anna.mailContacts()).areInStepWith(anna.crmContacts());
        assertThat(anna.sync()).wroteNothing();
        // spotless:on
    }

    @Test
    @DisplayName("contacts and events of which a test says only what matters")
    void items() {
        ZonedDateTime start = MutableClock.START.atZone(ZoneOffset.UTC);
        // spotless:off
        Item ada = Items.contact("Ada", "Lovelace")
                .set(ContactFields.COMPANY_NAME, "Analytical Engines")
                .build();
        Item standup = Items.meeting("Standup", start, Duration.ofMinutes(15)).build();
        Item holiday = Items.allDay("Holiday", LocalDate.of(2026, 7, 1), 14).build();
        // spotless:on

        assertThat(ada.get(ContactFields.EMAIL_ADDRESS)).contains("Ada.Lovelace@example.com");
        assertThat(standup).isNotEqualTo(holiday);
    }

    @Test
    @DisplayName("somebody acts in five minutes")
    void clock() {
        SyncedUser anna = SyncedUser.create();
        InMemoryRecords contacts = anna.crmContacts();
        ItemId ada = contacts.create(Items.contact("Ada", "Lovelace").build());
        // spotless:off
        MutableClock clock = MutableClock.create();
        clock.schedule(MutableClock.START.plusSeconds(300), () -> contacts.delete(ada)); // somebody, in five minutes
        clock.advance(Duration.ofMinutes(11));
        // spotless:on

        assertThat(contacts).hold(0);
    }

    @Test
    @DisplayName("a store that fails, and one whose process dies")
    void failingStore() {
        // spotless:off
        FailingStore store = FailingStore.around(InMemoryStateStore.create());
        store.failAt(3, FailingStore.When.AFTER); // the third commit from now on is stored, but its answer is lost
        store.dieAt(5, FailingStore.When.BEFORE); // at the fifth the process dies; no lease is given back
        // spotless:on
        SyncedUser anna = SyncedUser.builder().store(store).build();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        assertThatThrownBy(anna::sync).isInstanceOf(FailingStore.Death.class);
        assertThat(store.hasFailed()).isTrue();
        // spotless:off
        store.recover(); // the disk is well again, a new process has started
        // spotless:on

        assertThat(store.hasFailed()).isFalse();
    }

    @Test
    @DisplayName("a random history, cut down if it fails")
    void simulation() {
        // spotless:off
        Simulation simulation = Simulation.create(); // builder() takes sides and a store of yours
        History history = simulation.run(42);
        if (!history.violations().isEmpty()) {
            throw new AssertionError(simulation.shrink(history).describe());
        }
        // spotless:on

        assertThatThrownBy(() -> simulation.shrink(history)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("Exchange on this machine")
    void exchange() {
        // spotless:off
        try (LoopbackExchange server = LoopbackExchange.start()) {
            LoopbackMailbox anna = server.mailbox("anna@acme.example");
            LoopbackItem ada = anna.contacts().put(Map.of("GivenName", "Ada", "Surname", "Lovelace"));
            server.faults().next("UpdateItem").meanwhile(() -> anna.contacts().edit(ada.id(), "JobTitle", "Countess"));

            codeUnderTest(server.url());

            assertThat(anna.sent()).isEmpty();
        }
        // spotless:on
    }

    @Test
    @DisplayName("Graph on this machine")
    void graph() {
        // spotless:off
        try (LoopbackGraph graph = LoopbackGraph.start()) {
            LoopbackMailbox anna = graph.mailbox("anna@acme.example");
            LoopbackItem ada = anna.contacts().put(Map.of("GivenName", "Ada", "Surname", "Lovelace"));
            graph.faults()
                    .next("PATCH contacts")
                    .meanwhile(() -> anna.contacts().edit(ada.id(), "JobTitle", "Countess"));

            codeUnderTest(graph.url(), graph.accessToken());

            assertThat(anna.sent()).isEmpty();
        }
        // spotless:on
    }

    @Test
    @DisplayName("which request goes wrong, and how")
    void faults() {
        try (LoopbackExchange server = LoopbackExchange.start();
                LoopbackGraph graph = LoopbackGraph.over(server);
                LoopbackSalesforce salesforce = LoopbackSalesforce.start()) {
            // spotless:off
            server.faults().next("CreateItem").loseAnswer();
            server.faults().nth(3).throttle(Duration.ofSeconds(30));
            server.faults().every("GetItem").refuse("ErrorItemCorrupt");

            graph.faults().next("POST contacts").loseAnswer();
            graph.faults().nth(3).throttle(Duration.ofSeconds(30));
            graph.faults().every("delta").expire();

            salesforce.faults().next().serviceUnavailable();
            salesforce.faults().next("POST /composite/sobjects").loseAnswer();
            salesforce.faults().nth(7).refuse("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            // spotless:on

            assertThat(server.requests()).isEmpty();
        }
    }
}
