package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.ews.internal.transport.AnswerLost;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages whose items are more than one answer may hold, or take longer than one answer may take. */
class LargeAnswersOverTheWireTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final int CONTACTS = 12;

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private Endpoint contacts(UnaryOperator<EwsConnector.Builder> settings) {
        return settings.apply(ExchangeContract.connector(office.exchange, office.clock))
                .build()
                .open(ExchangeContract.ADA, ItemKind.CONTACT, Items.anyConfiguration());
    }

    private LoopbackFolder fill(int notes) {
        LoopbackFolder folder = office.mailbox.addFolder("Salesforce_Sync", office.mailbox.contacts());
        for (int contact = 0; contact < CONTACTS; contact++) {
            folder.put(Map.of("Surname", "Contact " + contact, "Body", "x".repeat(notes)));
        }
        return folder;
    }

    private static List<Change> read(ChangePage page) {
        return page.changes().stream()
                .filter(change -> change instanceof Change.Upserted upserted && upserted.record() != null)
                .toList();
    }

    @Test
    @DisplayName(
            "S15: a page larger than an answer may be is read in parts, and one contact that is too large is told as such")
    void readsLargePagesInParts() {
        LoopbackFolder folder = fill(5_000);
        folder.put(Map.of("Surname", "Enormous", "Body", "x".repeat(40_000)));

        ChangePage page = contacts(builder -> builder.largestAnswer(30_000)).changes(null);

        assertThat(page.changes()).hasSize(CONTACTS + 1);
        assertThat(read(page)).hasSize(CONTACTS);
        assertThat(page.complete()).isTrue();
    }

    @Test
    @DisplayName("S15: a page that is not told in time is read in parts")
    void readsSlowPagesInParts() {
        fill(10);
        office.exchange.faults().next("GetItem").stall();

        ChangePage page = contacts(builder -> builder.deadline(SHORT)).changes(null);

        assertThat(read(page)).hasSize(CONTACTS);
        assertThat(office.exchange.count("GetItem")).isGreaterThan(1);
    }

    @Test
    @DisplayName("F2: a write that is not answered in time may have been carried out")
    void leavesAWriteOpen() {
        fill(10);
        Endpoint contacts = contacts(builder -> builder.deadline(SHORT));
        office.exchange.faults().next("CreateFolder").stall();
        office.mailbox.removeFolder(office.contactFolder());

        assertThatThrownBy(() -> contacts.write(
                        List.of(office.creation(Items.contact("Ada", "Example").build()))))
                .isInstanceOfSatisfying(
                        CrosstieException.class,
                        lost -> assertThat(AnswerLost.isBehind(lost)).isTrue());
    }
}
