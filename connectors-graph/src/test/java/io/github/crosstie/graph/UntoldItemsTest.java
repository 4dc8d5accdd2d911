package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items that the server lists and does not tell, for reasons that might be the whole mailbox's. */
class UntoldItemsTest {

    private final Office office = new Office(Way.LEAN);
    private final Endpoint contacts = office.contacts();

    @AfterEach
    void close() {
        office.close();
    }

    private WriteOutcome.Written create() {
        return office.create(contacts, Items.contact("Ada", "Example").build());
    }

    @ParameterizedTest
    @CsvSource({"500, ErrorInternalServerError", "403, ErrorAccessDenied", "400, ErrorInvalidPropertyRequest"})
    @DisplayName("S15: an item that is never told does not keep the mailbox where it is")
    void areGonePast(int status, String code) {
        WriteOutcome.Written ada = create();
        WriteOutcome.Written bea = create();
        office.graph.faults().nth("GET contacts", 1).refuse(status, code);
        office.graph.faults().nth("GET contacts", 3).refuse(status, code);

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
        office.graph.faults().every("GET contacts").refuse(500, "ErrorInternalServerError");

        assertThat(contacts.read(List.of(ada.id())).get(0))
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.message()).contains("ErrorInternalServerError"));
    }

    @Test
    @DisplayName("F7: what the server could not tell for a moment is read all the same")
    void areAskedForOnceMore() {
        WriteOutcome.Written ada = create();
        office.graph.faults().next("GET contacts").refuse(500, "ErrorInternalServerTransientError");

        assertThat(contacts.read(List.of(ada.id())).get(0)).isInstanceOf(ReadOutcome.Found.class);
    }

    @Test
    @DisplayName("F7: where no item at all is told, it is the mailbox's trouble")
    void areTheMailboxsTroubleIfTheyAreAll() {
        WriteOutcome.Written ada = create();
        WriteOutcome.Written bea = create();
        office.graph.faults().every("GET contacts").refuse(500, "ErrorInternalServerError");

        assertThatThrownBy(() -> contacts.read(List.of(ada.id(), bea.id()))).isInstanceOf(UnavailableException.class);
    }

    @Test
    @DisplayName("F7: where one item is throttled, nothing more is asked until the moment that is said")
    void areNotAskedForTooEarly() {
        WriteOutcome.Written ada = create();
        WriteOutcome.Written bea = create();
        office.graph.faults().next("GET contacts").throttle(Duration.ofSeconds(30));

        int requests = office.requests(() -> assertThatThrownBy(() -> contacts.read(List.of(ada.id(), bea.id())))
                .isInstanceOf(ThrottledException.class));

        assertThat(requests).isEqualTo(1);
    }
}
