package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.testkit.Items;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that the server lists and does not tell, for reasons that might be the whole mailbox's. */
class UntoldItemsTest {

    private final Office office = new Office();
    private final Endpoint contacts = office.contacts();

    @AfterEach
    void close() {
        office.close();
    }

    private WriteOutcome.Written create() {
        return office.create(contacts, Items.contact("Ada", "Example").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ErrorInternalServerError", "ErrorAccessDenied", "ErrorInvalidPropertyRequest"})
    @DisplayName("S15: an item that is never told does not keep the mailbox where it is")
    void areGonePast(String code) {
        WriteOutcome.Written ada = create();
        WriteOutcome.Written bea = create();
        office.exchange.faults().next("GetItem").refusePart(1, code);
        office.exchange.faults().nth("GetItem", 2).refuse(code);

        ChangePage page = contacts.changes(null);

        assertThat(page.changes()).extracting(Change::id).containsExactlyInAnyOrder(ada.id(), bea.id());
        assertThat(page.changes())
                .filteredOn(change -> change instanceof Change.Upserted upserted && upserted.record() == null)
                .hasSize(1);
        assertThat(contacts.changes(page.next()).changes()).isEmpty();
    }

    @Test
    @DisplayName("S15: an item that is never told is gone past when it changes alone, too")
    void areGonePastAlone() {
        WriteOutcome.Written ada = create();
        office.exchange.faults().every("GetItem").refuse("ErrorInternalServerError");

        assertThat(contacts.read(List.of(ada.id())).get(0))
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.message())
                                .contains("ErrorInternalServerError", "try again later"));
    }

    @Test
    @DisplayName("S15: only an item that is in trouble itself is to be opened and saved anew")
    void saysWhatToDoAboutAnItem() {
        WriteOutcome.Written ada = create();
        office.exchange.faults().every("GetItem").refuse("ErrorItemCorrupt");

        assertThat(contacts.read(List.of(ada.id())).get(0))
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.message()).contains("open it and save it anew"));
    }

    @Test
    @DisplayName("F7: what the server could not tell for a moment is read all the same")
    void areAskedForOnceMore() {
        WriteOutcome.Written ada = create();
        office.exchange.faults().next("GetItem").refuse("ErrorInternalServerTransientError");

        assertThat(contacts.read(List.of(ada.id())).get(0)).isInstanceOf(ReadOutcome.Found.class);
    }

    @Test
    @DisplayName("F7: where no item at all is told, it is the mailbox's trouble")
    void areTheMailboxsTroubleIfTheyAreAll() {
        WriteOutcome.Written ada = create();
        WriteOutcome.Written bea = create();
        office.exchange.faults().next("GetItem").refuse("ErrorInternalServerError");

        assertThatThrownBy(() -> contacts.read(List.of(ada.id(), bea.id()))).isInstanceOf(UnavailableException.class);
    }

    @Test
    @DisplayName("S15: where no item of a page is ever told, the listing goes past them after some tries")
    void areGonePastIfTheyAreAll() {
        WriteOutcome.Written ada = create();
        WriteOutcome.Written bea = create();
        office.exchange.faults().every("GetItem").refuse("ErrorInternalServerError");

        for (int times = 0; times < 3; times++) {
            assertThatThrownBy(() -> office.contacts().changes(null)).isInstanceOf(UnavailableException.class);
        }
        ChangePage page = office.contacts().changes(null);

        assertThat(page.changes()).extracting(Change::id).containsExactlyInAnyOrder(ada.id(), bea.id());
        assertThat(page.complete()).isTrue();
    }

    @Test
    @DisplayName("F7: what was told in between gives the mailbox its time again")
    void countAnewOnceTheyWereTold() {
        WriteOutcome.Written ada = create();
        WriteOutcome.Written bea = create();
        List<ItemId> both = List.of(ada.id(), bea.id());
        for (int times = 0; times < 4; times++) {
            office.exchange.faults().next("GetItem").refuse("ErrorInternalServerError");
            assertThatThrownBy(() -> contacts.read(both)).isInstanceOf(UnavailableException.class);
            assertThat(contacts.read(both)).allMatch(ReadOutcome.Found.class::isInstance);
        }
    }

    private WriteOutcome.Written meet(int day) {
        return office.create(
                office.events(),
                Items.allDay("Fair", LocalDate.of(2026, 5, day), 1).build());
    }

    @Test
    @DisplayName("S22: a busy mailbox does not look like one whose events have no UIDs")
    void doNotShortenTheUids() {
        List<ItemId> both = List.of(meet(4).id(), meet(6).id());
        office.exchange.faults().next("GetItem").refusePart(1, "ErrorInternalServerError");
        office.exchange.faults().nth("GetItem", 2).refuse("ErrorInternalServerError");

        assertThatThrownBy(() -> office.events().uids(both)).isInstanceOf(UnavailableException.class);

        office.exchange.faults().clear();
        assertThat(office.events().uids(both)).containsOnlyKeys(both);
    }

    @Test
    @DisplayName("S15, S22: an event that is never told keeps the UIDs of the others back only for some tries")
    void keepTheUidsBackForSomeTries() {
        ItemId never = meet(4).id();
        office.exchange.faults().every("GetItem").refuse("ErrorInternalServerError");

        for (int times = 0; times < 3; times++) {
            assertThatThrownBy(() -> office.events().uids(List.of(never))).isInstanceOf(UnavailableException.class);
        }

        assertThat(office.events().uids(List.of(never))).isEmpty();
    }
}
