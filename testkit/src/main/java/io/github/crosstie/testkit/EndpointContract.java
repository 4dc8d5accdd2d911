package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Endpoint} promises, as tests. Extend it once for each kind that your system holds and give it an
 * endpoint onto an empty account, the one method that you must implement; it writes no more than the endpoint's
 * {@linkplain Endpoint#capabilities capabilities} allow. Lend it a person's hand where your system has one. What does
 * not concern your endpoint, or what the test cannot bring about, is skipped, visibly and with the reason.
 *
 * <pre>{@code
 * class MyEndpointTest extends EndpointContract {
 *     private final Notebook account = new Notebook();
 *
 *     @Override
 *     protected Endpoint open() {
 *         return new NotebookConnector(ADA, account).open(ADA, ItemKind.CONTACT, Items.anyConfiguration());
 *     }
 *
 *     @Override
 *     protected boolean deleteAsPerson(ItemId id) {
 *         account.save(id, null);
 *         return true;
 *     }
 * }
 * }</pre>
 */
public abstract class EndpointContract extends RecordPromises {

    /** The claim of a mailbox is replaced only by whoever knows it as it is (S12). */
    @Test
    @DisplayName("S12: keeps one claim for the mailbox, and replaces it only for who knows it as it is")
    void replacesTheClaimItIsExpectedToCarry() {
        Probe probe = probe();
        Assumptions.assumeTrue(probe.able().claims(), "the endpoint keeps no claims");
        ClaimPromises.verify(probe.endpoint());
    }

    /** For subclasses. */
    protected EndpointContract() {}

    /**
     * Opens an endpoint onto an account that holds no record. Called once a test.
     *
     * @return the endpoint
     */
    protected abstract Endpoint open();

    /**
     * Which kind the endpoint was opened for. Name it, and the endpoint is held to it.
     *
     * @param endpoint the endpoint that {@link #open} gave
     * @return contacts or events; what the endpoint itself says by default
     */
    protected ItemKind kind(Endpoint endpoint) {
        return endpoint.kind();
    }

    /**
     * A record to write. Only what the endpoint's capabilities name is taken of it. Override it if your system asks for
     * more than the standard fields or takes other values.
     *
     * @param kind contacts or events
     * @param name what tells this record from the others: letters alone; at least one text, not an e-mail address, must
     *     differ between two names
     * @return a builder; by default it sets all standard fields but organizer and attendees
     */
    protected Item.Builder sample(ItemKind kind, String name) {
        return Samples.of(kind, name);
    }

    /**
     * Whether a read and the change stream tell a deletion from a record that is merely out of view.
     *
     * @return true by default
     */
    protected boolean provesDeletions() {
        return true;
    }

    /**
     * A person deletes a record in the system's own user interface.
     *
     * @param id the record
     * @return false, the default, if the test cannot do that; then nothing was done
     */
    protected boolean deleteAsPerson(ItemId id) {
        return false;
    }

    /**
     * A person copies a record in the system's own user interface, and the system copies the engine's mark along.
     *
     * @param id the record
     * @return the copy's id; null, the default, if the test cannot do that or the system does not copy marks
     */
    protected @Nullable ItemId copyAsPerson(ItemId id) {
        return null;
    }

    /**
     * A person puts something into a record that no field of the endpoint's capabilities holds: formats its text, fills
     * a field that is not mapped.
     *
     * @param id the record
     * @return a look at it, whose answer stays equal as long as nobody changes it; null, the default, if the test
     *     cannot do that
     */
    protected @Nullable Supplier<?> decorateAsPerson(ItemId id) {
        return null;
    }

    /**
     * Opens the account of {@link #open} a second time, as another process would.
     *
     * @return another endpoint onto the same records; null, the default, if the test cannot do that
     */
    protected @Nullable Endpoint openAgain() {
        return null;
    }

    /**
     * Makes the system refuse all cursors that it gave out so far.
     *
     * @return false, the default, if the test cannot do that; then nothing was done
     */
    protected boolean expireCursors() {
        return false;
    }

    /**
     * Makes the system put the next write off.
     *
     * @return until when; null, the default, if the test cannot do that or the system puts no single write off
     */
    protected @Nullable Instant deferNextWrite() {
        return null;
    }

    @Override
    final Probe probe() {
        Endpoint endpoint = open();
        ItemKind kind = kind(endpoint);
        return new Probe(endpoint, kind, name -> sample(kind, name));
    }

    @Override
    final boolean tellsDeletions() {
        return provesDeletions();
    }

    @Override
    final boolean personDeletes(ItemId id) {
        return deleteAsPerson(id);
    }

    @Override
    final @Nullable Supplier<?> personDecorates(ItemId id) {
        return decorateAsPerson(id);
    }

    @Override
    final @Nullable Endpoint openedAgain() {
        return openAgain();
    }

    @Override
    final boolean systemExpiresCursors() {
        return expireCursors();
    }

    @Override
    final @Nullable Instant systemDefers() {
        return deferNextWrite();
    }

    @Test
    @DisplayName("stands for the same kind and mailbox every time")
    void keepsItsIdentity() {
        Probe probe = probe();
        Endpoint endpoint = probe.endpoint();

        assertThat(endpoint.kind()).isEqualTo(probe.kind());
        assertThat(endpoint.scopeIdentity()).isEqualTo(endpoint.scopeIdentity());
        assertThat(endpoint.capabilities()).isEqualTo(endpoint.capabilities());
        assertThat(endpoint.capabilities().fields())
                .as("fields of the kind")
                .isNotEmpty()
                .allMatch(field -> field.kind() == probe.kind());
    }

    @Test
    @DisplayName("reads what was written, with its version")
    void readsWhatWasWritten() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");

        probe.assertHolds(ada.id(), probe.item("Ada"));
        assertThat(probe.record(ada.id()).version()).isEqualTo(ada.version());
    }

    @Test
    @DisplayName("holds of an awkward text what it said it would hold")
    void holdsWhatItProjects() {
        Probe probe = probe();
        Item awkward = awkward(probe);

        ItemId written = probe.create(awkward).id();

        probe.assertHolds(written, awkward);
    }

    @Test
    @DisplayName("projects twice as it projects once, to values of the field's type")
    void projectsTwiceAsOnce() {
        Probe probe = probe();
        for (Item item : List.of(probe.item("Ada"), awkward(probe))) {
            Item once = probe.projected(item);

            assertThat(probe.projected(once)).isEqualTo(once);
        }
    }

    private static Item awkward(Probe probe) {
        return probe.item("Ada").toBuilder()
                .put(probe.edited(), "  Zoë  Ångström " + "x".repeat(300) + " ")
                .build();
    }

    @Test
    @DisplayName("S10: reads a deleted record as absent, and its id does not come back")
    void readsADeletedRecordAsAbsent() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        probe.delete(ada);
        ItemId again = probe.create("Ada").id();

        ReadOutcome outcome = probe.read(ada.id());

        assertThat(outcome).isInstanceOf(ReadOutcome.Absent.class);
        if (provesDeletions()) {
            assertThat(((ReadOutcome.Absent) outcome).removal()).isEqualTo(Removal.DELETED);
        }
        assertThat(again).isNotEqualTo(ada.id());
    }

    @Test
    @DisplayName("answers a read once for each id")
    void answersOnceForEachId() {
        Probe probe = probe();
        ItemId ada = probe.create("Ada").id();
        ItemId bea = probe.create("Bea").id();
        List<ItemId> ids = List.of(bea, ada).subList(0, Math.min(2, probe.able().readBatch()));

        List<ReadOutcome> outcomes = probe.endpoint().read(ids);

        assertThat(outcomes).extracting(ReadOutcome::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(probe.endpoint().read(List.of())).isEmpty();
    }

    @Test
    @DisplayName("S4: changes the named fields alone")
    void changesTheNamedFieldsAlone() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");

        Item expected = probe.item("Ada");

        for (Field<?> field : probe.differing("Ada", "Bea")) {
            Object value = Objects.requireNonNull(probe.item("Bea").value(field));
            ada = probe.write(new Write.Update(ada.id(), ada.version(), Map.of(field, value)));
            expected = expected.toBuilder().put(field, value).build();

            probe.assertHolds(ada.id(), expected);
            assertThat(probe.record(ada.id()).version()).isEqualTo(ada.version());
        }
    }

    @Test
    @DisplayName("S4: clears a field that is named with null")
    void clearsAField() {
        Probe probe = probe();
        List<Field<?>> clearable = probe.clearable();
        Assumptions.assumeFalse(clearable.isEmpty(), "the endpoint holds no field that can be empty");
        WriteOutcome.Written ada = probe.create("Ada");
        Item expected = probe.item("Ada");

        for (Field<?> field : clearable) {
            Map<Field<?>, @Nullable Object> clearing = new LinkedHashMap<>();
            clearing.put(field, null);
            ada = probe.write(new Write.Update(ada.id(), ada.version(), clearing));
            expected = expected.toBuilder().clear(field).build();

            probe.assertHolds(ada.id(), expected);
        }
    }

    @Test
    @DisplayName("gives another version with every save")
    void givesAnotherVersionWithEverySave() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");

        WriteOutcome.Written once = probe.update(ada, "Bea");
        WriteOutcome.Written twice = probe.update(once, "Cleo");

        assertThat(List.of(ada.version(), once.version(), twice.version())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("refuses an update and a deletion of a stale version")
    void refusesAStaleVersion() {
        Probe probe = probe();
        Assumptions.assumeTrue(probe.able().conditionalWrites(), "the endpoint does not refuse stale versions itself");
        WriteOutcome.Written ada = probe.create("Ada");
        WriteOutcome.Written edited = probe.update(ada, "Bea");

        List<WriteOutcome> stale = List.of(probe.one(probe.change(ada, "Cleo")), probe.one(Probe.deletion(ada)));

        assertThat(stale).hasOnlyElementsOfType(WriteOutcome.Conflict.class);
        assertThat(probe.record(ada.id()).version()).isEqualTo(edited.version());
    }

    @Test
    @DisplayName("says gone to a write of a deleted record")
    void saysGone() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        probe.delete(ada);

        List<WriteOutcome> late = List.of(probe.one(probe.change(ada, "Bea")), probe.one(Probe.deletion(ada)));

        assertThat(late).hasOnlyElementsOfType(WriteOutcome.Gone.class);
    }

    @Test
    @DisplayName("one failing write does not keep the others of its batch back")
    void oneFailingWriteKeepsNothingBack() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        probe.delete(ada);
        WriteOutcome.Written bea = probe.create("Bea");

        List<WriteOutcome> outcomes = probe.together(
                List.of(Probe.deletion(ada), probe.change(bea, "Cleo"), probe.creation(probe.item("Dora"))));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Gone.class);
        for (WriteOutcome outcome : outcomes.subList(1, outcomes.size())) {
            WriteOutcome.Written written = Probe.written(outcome);
            assertThat(probe.record(written.id()).version()).isEqualTo(written.version());
        }
        assertThat(probe.record(bea.id()).version()).isNotEqualTo(bea.version());
    }

    @Test
    @DisplayName("answers the writes of a batch in their order")
    void answersInTheOrderOfTheWrites() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        WriteOutcome.Written bea = probe.create("Bea");
        List<WriteOutcome> outcomes = probe.together(List.of(
                Probe.deletion(bea),
                probe.creation(probe.item("Cleo")),
                probe.change(ada, "Emmy"),
                probe.creation(probe.item("Dora"))));

        List<ItemId> ids = new ArrayList<>();
        outcomes.forEach(outcome -> ids.add(Probe.written(outcome).id()));

        assertThat(ids.get(0)).isEqualTo(bea.id());
        probe.assertHolds(ids.get(1), probe.item("Cleo"));
        if (ids.size() == 4) {
            assertThat(ids.get(2)).isEqualTo(ada.id());
            probe.assertHolds(ids.get(3), probe.item("Dora"));
        }
    }

    @Test
    @DisplayName("G4: finds a record by its tag, exactly, and only while it lives")
    void findsARecordByItsTag() {
        Probe probe = probe();
        probe.assumeTags();
        CorrelationTag tag = Probe.tag("Ada");
        ItemId ada = probe.create(tag, "Ada").id();
        probe.delete(probe.create(Probe.tag("Bea"), "Bea"));

        List<Tagged> found = probe.find(List.of(tag, Probe.tag("ada"), Probe.tag("Bea"), Probe.tag("Cleo")));

        assertThat(found).containsExactly(new Tagged(tag, ada));
        assertThat(probe.record(ada).tag()).isEqualTo(tag);
    }

    @Test
    @DisplayName("G4: keeps the longest tag whole")
    void keepsTheLongestTag() {
        Probe probe = probe();
        probe.assumeTags();
        CorrelationTag longest = new CorrelationTag("x".repeat(CorrelationTag.MAX_LENGTH));
        ItemId ada = probe.create(longest, "Ada").id();

        assertThat(probe.find(List.of(longest))).containsExactly(new Tagged(longest, ada));
    }

    @Test
    @DisplayName("G4: finds both records of a tag that a person copied")
    void findsBothRecordsOfACopiedTag() {
        Probe probe = probe();
        probe.assumeTags();
        CorrelationTag tag = Probe.tag("Ada");
        ItemId ada = probe.create(tag, "Ada").id();
        Optional<ItemId> copy = Optional.ofNullable(copyAsPerson(ada));
        Assumptions.assumeTrue(copy.isPresent(), "nobody can copy a record with its tag in this test");

        assertThat(probe.find(List.of(tag)))
                .containsExactlyInAnyOrder(new Tagged(tag, ada), new Tagged(tag, copy.get()));
    }
}
