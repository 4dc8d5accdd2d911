package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Write;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder that a round has found is not looked for by the next one, and missed when it is not there any more. */
class KnownFolderTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static Item ada() {
        return Items.contact("Ada", "Example").build();
    }

    /** What a round asks that finds nothing to do. */
    private static Cursor round(Endpoint endpoint, Cursor cursor) {
        endpoint.scopeIdentity();
        ChangePage page = endpoint.changes(cursor);
        return page.next();
    }

    private Cursor firstRounds() {
        Endpoint contacts = office.contacts();
        contacts.scopeIdentity();
        Cursor cursor = contacts.changes(null).next();
        office.create(contacts, ada());
        return round(office.contacts(), cursor);
    }

    @ParameterizedTest
    @EnumSource(ItemKind.class)
    @DisplayName("P7: an idle round asks one request of a folder that is known")
    void asksOnce(ItemKind kind) {
        Cursor cursor = kind == ItemKind.CONTACT ? firstRounds() : round(office.open(kind), null);

        assertThat(office.requests(() -> round(office.open(kind), cursor))).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "F9: a mailbox that was made anew is noticed by the round that does not find its folder, and by no write")
    void noticesAnotherMailbox() {
        Cursor cursor = firstRounds();
        ScopeIdentity before = office.contacts().scopeIdentity();

        office.mailbox.moveElsewhere();

        Endpoint contacts = office.contacts();
        assertThat(contacts.scopeIdentity()).isEqualTo(before);
        assertThatThrownBy(() -> contacts.changes(cursor)).isInstanceOf(MailboxUnavailableException.class);
        ScopeIdentity after = office.contacts().scopeIdentity();
        assertThat(after.continues(before)).isFalse();
    }

    @Test
    @DisplayName("F5, F9: a cursor that expires has the folder looked up, as it may be that of another mailbox")
    void looksWhenACursorExpires() {
        Cursor cursor = firstRounds();
        office.mailbox.expireSyncStates();
        Endpoint contacts = office.contacts();

        int requests = office.requests(
                () -> assertThatThrownBy(() -> contacts.changes(cursor)).isInstanceOf(CursorExpiredException.class));

        assertThat(requests).isEqualTo(3);
        office.mailbox.removeFolder(office.contactFolder());
        office.exchange.faults().next("SyncFolderItems").refuse("ErrorInvalidSyncStateData");
        Endpoint later = office.contacts();
        assertThatThrownBy(() -> later.changes(cursor)).isInstanceOf(MailboxUnavailableException.class);
    }

    @Test
    @DisplayName("F9: nothing is written to a folder that is only remembered")
    void writesToNoFolderOfTheMemory() {
        firstRounds();
        Endpoint contacts = office.contacts();
        Write write = office.creation(ada());
        office.mailbox.moveElsewhere();

        assertThatThrownBy(() -> contacts.write(List.of(write))).isInstanceOf(MailboxUnavailableException.class);
        assertThat(office.contactFolder().list()).hasSize(1);
    }

    @Test
    @DisplayName("F7: a server that does not answer for now leaves the folder known")
    void outlastsTrouble() {
        Cursor cursor = firstRounds();
        office.exchange.faults().next("SyncFolderItems").refuse("ErrorInternalServerTransientError");
        Endpoint contacts = office.contacts();
        assertThatThrownBy(() -> contacts.changes(cursor)).isInstanceOf(UnavailableException.class);

        assertThat(office.requests(() -> round(office.contacts(), cursor))).isEqualTo(1);
    }

    @Test
    @DisplayName("S17: a folder that people rename is known no longer than an hour")
    void looksAgainAfterAnHour() {
        Cursor cursor = firstRounds();

        office.clock.advance(Duration.ofMinutes(61));

        assertThat(office.requests(() -> round(office.contacts(), cursor))).isEqualTo(3);
    }
}
