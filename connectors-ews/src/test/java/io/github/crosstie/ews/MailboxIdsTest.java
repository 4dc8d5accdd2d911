package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ids on their way to another wire. */
class MailboxIdsTest {

    private final Office office = new Office();
    private final MailboxIds ids = office.connector.ids(ExchangeContract.ADA);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("S22: ids are translated there and back, in their order, and what is no id is told as such")
    void translatesThereAndBack() {
        LoopbackFolder contacts = office.mailbox.contacts();
        List<ItemId> items = new ArrayList<>();
        for (int contact = 0; contact < 450; contact++) {
            items.add(new ItemId(
                    contacts.put(Map.of("Surname", "Contact " + contact)).id()));
        }
        items.add(7, new ItemId("no id at all"));

        List<Optional<String>> entryIds = ids.toEntryIds(items);
        List<Optional<ItemId>> back =
                ids.fromEntryIds(entryIds.stream().flatMap(Optional::stream).toList());

        assertThat(entryIds).hasSize(451);
        assertThat(entryIds.get(7)).isEmpty();
        items.remove(7);
        assertThat(back).extracting(Optional::orElseThrow).containsExactlyElementsOf(items);
        assertThat(entryIds).doesNotContain(Optional.of(items.get(0).value()));
        assertThat(office.exchange.count("ConvertId")).isEqualTo(6);
    }

    @Test
    void tellsTroubleOfTheWholeMailboxFromAnIdThatIsNone() {
        office.exchange.faults().next("ConvertId").throttleInMessage(Duration.ofSeconds(30));

        assertThatThrownBy(() -> ids.toEntryIds(List.of(new ItemId("any"))))
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("client-request-id");
    }

    @Test
    void asksNothingAboutNoId() {
        assertThat(ids.toEntryIds(List.of())).isEmpty();
        assertThat(office.exchange.requests()).isEmpty();
    }
}
