package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Endpoint} for contacts promises, as tests. Extend it, give it an endpoint onto an empty account, and
 * switch off what your system cannot do.
 *
 * <pre>{@code
 * class MyEndpointTest extends EndpointContract {
 *     @Override
 *     protected Endpoint open() {
 *         return new MyConnector(freshSandboxAccount()).open(OWNER, ItemKind.CONTACT, Items.anyConfiguration());
 *     }
 * }
 * }</pre>
 */
public abstract class EndpointContract {

    private final AtomicInteger attempts = new AtomicInteger();

    /** For subclasses. */
    protected EndpointContract() {}

    /**
     * Opens an endpoint for contacts of an account that holds no record. Called at most once a test.
     *
     * @return the endpoint
     */
    protected abstract Endpoint open();

    /**
     * Whether a read or the change stream tells a deletion from a record that is merely out of view.
     *
     * @return true by default
     */
    protected boolean provesDeletions() {
        return true;
    }

    /** A listing of everything ends, and is complete. */
    @Test
    @DisplayName("lists everything, page by page, without a cursor")
    void listsEverythingWithoutACursor() {
        Endpoint endpoint = open();
        ItemId ada = create(endpoint, "Ada").id();
        ItemId bea = create(endpoint, "Bea").id();
        ItemId cleo = create(endpoint, "Cleo").id();

        Listing listing = Listing.of(endpoint, null);

        assertThat(listing.changes).containsOnlyKeys(ada, bea, cleo);
        assertThat(listing.last.complete())
                .as("says that the listing is complete")
                .isTrue();
    }

    /** An empty account is listed like any other. */
    @Test
    @DisplayName("lists an empty account")
    void listsAnEmptyAccount() {
        Listing listing = Listing.of(open(), null);

        assertThat(listing.changes).isEmpty();
        assertThat(listing.last.complete()).isTrue();
    }

    /** The cursor of the last page leads to what came after it, and to nothing else that matters. */
    @Test
    @DisplayName("goes on from a cursor with what changed since")
    void goesOnFromACursor() {
        Endpoint endpoint = open();
        WriteOutcome.Written ada = create(endpoint, "Ada");
        WriteOutcome.Written bea = create(endpoint, "Bea");
        Cursor cursor = Listing.of(endpoint, null).last.next();
        ItemVersion changed = update(endpoint, ada, ContactFields.COMPANY_NAME, "Analytical Engines")
                .version();
        delete(endpoint, bea);
        ItemId cleo = create(endpoint, "Cleo").id();

        Listing listing = Listing.of(endpoint, cursor);

        assertThat(listing.changes).containsKeys(ada.id(), bea.id(), cleo);
        assertThat(listing.version(ada.id())).isEqualTo(changed);
        assertThat(listing.changes.get(bea.id())).isInstanceOf(Change.Removed.class);
        assertThat(Listing.of(endpoint, cursor).changes)
                .as("a cursor may be used again")
                .containsKeys(ada.id(), bea.id(), cleo);
    }

    /** A change between two pages of one listing is not lost. */
    @Test
    @DisplayName("misses no change that is made while it lists")
    void missesNoChangeWhileListing() {
        Endpoint endpoint = open();
        WriteOutcome.Written ada = create(endpoint, "Ada");
        create(endpoint, "Bea");
        ChangePage first = endpoint.changes(null);
        ItemVersion changed =
                update(endpoint, ada, ContactFields.JOB_TITLE, "Countess").version();

        Listing rest = first.more() ? Listing.of(endpoint, first.next()) : new Listing(first);
        Listing since = Listing.of(endpoint, rest.last.next());

        rest.changes.putAll(since.changes);
        assertThat(rest.version(ada.id())).isEqualTo(changed);
    }

    /** What is written is what is read, and the version is the one that the write gave. */
    @Test
    @DisplayName("reads what was written, with its version")
    void readsWhatWasWritten() {
        Endpoint endpoint = open();
        WriteOutcome.Written ada = create(endpoint, "Ada");

        ReadOutcome outcome = endpoint.read(List.of(ada.id())).get(0);

        assertThat(outcome).isInstanceOf(ReadOutcome.Found.class);
        ReadOutcome.Found found = (ReadOutcome.Found) outcome;
        assertThat(found.record().item()).isEqualTo(projected(endpoint, contact("Ada")));
        assertThat(found.record().version()).isEqualTo(ada.version());
    }

    /** A deleted record is absent, and its id does not come back. */
    @Test
    @DisplayName("S10: reads a deleted record as absent")
    void readsADeletedRecordAsAbsent() {
        Endpoint endpoint = open();
        WriteOutcome.Written ada = create(endpoint, "Ada");
        delete(endpoint, ada);
        ItemId again = create(endpoint, "Ada").id();

        List<ReadOutcome> outcomes = endpoint.read(List.of(ada.id()));

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0)).isInstanceOf(ReadOutcome.Absent.class);
        if (provesDeletions()) {
            assertThat(((ReadOutcome.Absent) outcomes.get(0)).removal()).isEqualTo(Removal.DELETED);
        }
        assertThat(again).isNotEqualTo(ada.id());
    }

    /** One answer for each id. */
    @Test
    @DisplayName("answers a read once for each id")
    void answersOnceForEachId() {
        Endpoint endpoint = open();
        ItemId ada = create(endpoint, "Ada").id();
        ItemId bea = create(endpoint, "Bea").id();

        List<ReadOutcome> outcomes = endpoint.read(List.of(bea, ada));

        assertThat(outcomes).extracting(ReadOutcome::id).containsExactlyInAnyOrder(ada, bea);
        assertThat(endpoint.read(List.of())).isEmpty();
    }

    /** An update leaves alone what it does not name, and clears what it names with null. */
    @Test
    @DisplayName("S4: changes the named fields alone")
    void changesTheNamedFieldsAlone() {
        Endpoint endpoint = open();
        WriteOutcome.Written ada = create(endpoint, "Ada");
        WriteOutcome.Written titled = update(endpoint, ada, ContactFields.JOB_TITLE, "Countess");
        Map<Field<?>, @Nullable Object> clearing = new LinkedHashMap<>();
        clearing.put(ContactFields.EMAIL_ADDRESS, null);

        write(endpoint, new Write.Update(ada.id(), titled.version(), clearing));

        Item expected = contact("Ada").toBuilder()
                .set(ContactFields.JOB_TITLE, "Countess")
                .clear(ContactFields.EMAIL_ADDRESS)
                .build();
        assertThat(((ReadOutcome.Found) endpoint.read(List.of(ada.id())).get(0))
                        .record()
                        .item())
                .isEqualTo(projected(endpoint, expected));
    }

    /** Every save gives another version. */
    @Test
    @DisplayName("gives another version with every save")
    void givesAnotherVersionWithEverySave() {
        Endpoint endpoint = open();
        WriteOutcome.Written ada = create(endpoint, "Ada");

        WriteOutcome.Written once = update(endpoint, ada, ContactFields.JOB_TITLE, "Countess");
        WriteOutcome.Written twice = update(endpoint, once, ContactFields.JOB_TITLE, "Analyst");

        assertThat(List.of(ada.version(), once.version(), twice.version())).doesNotHaveDuplicates();
    }

    /** A stale version is refused, and nothing is changed. */
    @Test
    @DisplayName("refuses an update and a deletion of a stale version")
    void refusesAStaleVersion() {
        Endpoint endpoint = open();
        Assumptions.assumeTrue(endpoint.capabilities().conditionalWrites());
        WriteOutcome.Written ada = create(endpoint, "Ada");
        WriteOutcome.Written edited = update(endpoint, ada, ContactFields.JOB_TITLE, "Countess");

        List<WriteOutcome> stale = List.of(
                one(endpoint, new Write.Update(ada.id(), ada.version(), Map.of(ContactFields.JOB_TITLE, "Nobody"))),
                one(endpoint, new Write.Delete(ada.id(), ada.version())));

        assertThat(stale).hasOnlyElementsOfType(WriteOutcome.Conflict.class);
        ReadOutcome.Found found =
                (ReadOutcome.Found) endpoint.read(List.of(ada.id())).get(0);
        assertThat(found.record().version()).isEqualTo(edited.version());
    }

    /** A write to a deleted record says so. */
    @Test
    @DisplayName("says gone to a write of a deleted record")
    void saysGone() {
        Endpoint endpoint = open();
        WriteOutcome.Written ada = create(endpoint, "Ada");
        delete(endpoint, ada);

        List<WriteOutcome> late = List.of(
                one(endpoint, new Write.Update(ada.id(), ada.version(), Map.of(ContactFields.JOB_TITLE, "Nobody"))),
                one(endpoint, new Write.Delete(ada.id(), ada.version())));

        assertThat(late).hasOnlyElementsOfType(WriteOutcome.Gone.class);
    }

    /** One failed write does not keep the others of its batch back. */
    @Test
    @DisplayName("answers each write of a batch by itself, in order")
    void answersEachWriteByItself() {
        Endpoint endpoint = open();
        Assumptions.assumeTrue(endpoint.capabilities().writeBatch() >= 2);
        WriteOutcome.Written ada = create(endpoint, "Ada");
        delete(endpoint, ada);

        List<WriteOutcome> outcomes = endpoint.write(List.of(
                new Write.Delete(ada.id(), ada.version()), new Write.Create(tag("bea"), "bea", contact("Bea"))));

        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Gone.class);
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
    }

    /** A created record is found by its tag, exactly, and only while it lives. */
    @Test
    @DisplayName("G4: finds a record by its tag")
    void findsARecordByItsTag() {
        Endpoint endpoint = open();
        Assumptions.assumeTrue(endpoint.capabilities().correlation());
        WriteOutcome.Written ada = write(endpoint, new Write.Create(tag("Ada"), "ada", contact("Ada")));
        WriteOutcome.Written bea = write(endpoint, new Write.Create(tag("Bea"), "bea", contact("Bea")));
        delete(endpoint, bea);

        List<Tagged> found = endpoint.find(List.of(tag("Ada"), tag("ada"), tag("Bea"), tag("Cleo")));

        assertThat(found).containsExactly(new Tagged(tag("Ada"), ada.id()));
        assertThat(((ReadOutcome.Found) endpoint.read(List.of(ada.id())).get(0))
                        .record()
                        .tag())
                .isEqualTo(tag("Ada"));
    }

    /** The longest tag fits. */
    @Test
    @DisplayName("G4: keeps the longest tag whole")
    void keepsTheLongestTag() {
        Endpoint endpoint = open();
        Assumptions.assumeTrue(endpoint.capabilities().correlation());
        CorrelationTag longest = new CorrelationTag("x".repeat(CorrelationTag.MAX_LENGTH));
        ItemId ada = write(endpoint, new Write.Create(longest, "ada", contact("Ada")))
                .id();

        assertThat(endpoint.find(List.of(longest))).containsExactly(new Tagged(longest, ada));
    }

    /** An endpoint stands for the same mailbox every time. */
    @Test
    @DisplayName("keeps its identity")
    void keepsItsIdentity() {
        Endpoint endpoint = open();

        assertThat(endpoint.scopeIdentity()).isEqualTo(endpoint.scopeIdentity());
        assertThat(endpoint.capabilities()).isEqualTo(endpoint.capabilities());
    }

    private WriteOutcome.Written create(Endpoint endpoint, String name) {
        String key = name + attempts.incrementAndGet();
        return write(endpoint, new Write.Create(tag(key), key, contact(name)));
    }

    private static WriteOutcome.Written update(
            Endpoint endpoint, WriteOutcome.Written record, Field<String> field, String value) {
        return write(endpoint, new Write.Update(record.id(), record.version(), Map.of(field, value)));
    }

    private static void delete(Endpoint endpoint, WriteOutcome.Written record) {
        write(endpoint, new Write.Delete(record.id(), record.version()));
    }

    private static WriteOutcome.Written write(Endpoint endpoint, Write write) {
        WriteOutcome outcome = one(endpoint, write);
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return (WriteOutcome.Written) outcome;
    }

    private static WriteOutcome one(Endpoint endpoint, Write write) {
        List<WriteOutcome> outcomes = endpoint.write(List.of(write));
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private static CorrelationTag tag(String name) {
        return new CorrelationTag("v1/contract/" + name);
    }

    private static Item contact(String name) {
        return Items.contact(name, "Example").build();
    }

    private static Item projected(Endpoint endpoint, Item item) {
        Item.Builder held = Item.contact();
        item.values().forEach((field, value) -> held.put(field, endpoint.project(field, value)));
        return held.build();
    }

    /** All pages from a cursor on: the last word about each record. */
    private static final class Listing {

        private static final int MOST_PAGES = 1_000;

        private final Map<ItemId, Change> changes = new LinkedHashMap<>();
        private ChangePage last;

        private Listing(ChangePage first) {
            last = first;
        }

        static Listing of(Endpoint endpoint, @Nullable Cursor cursor) {
            Listing listing = new Listing(endpoint.changes(cursor));
            listing.take();
            for (int page = 0; listing.last.more(); page++) {
                assertThat(page).as("pages of a listing that ends").isLessThan(MOST_PAGES);
                listing.last = endpoint.changes(listing.last.next());
                listing.take();
            }
            return listing;
        }

        private void take() {
            last.changes().forEach(change -> changes.put(change.id(), change));
        }

        ItemVersion version(ItemId id) {
            Change change = changes.get(id);
            if (change instanceof Change.Upserted upserted) {
                return upserted.version();
            }
            throw new AssertionError("the listing does not show " + id + " as it is now, but as " + change);
        }
    }
}
