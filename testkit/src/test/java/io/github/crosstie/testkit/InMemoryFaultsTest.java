package io.github.crosstie.testkit;

import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.ContactFields.SURNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryFaults;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A system in memory, with faults built in")
class InMemoryFaultsTest {

    private static final Owner ADA = new Owner("ada@example.com");
    private static final CorrelationTag TAG = new CorrelationTag("v1/tag");
    private static final Item LOVELACE = Items.contact("Ada", "Lovelace").build();

    private final MutableClock clock = MutableClock.create();
    private final InMemorySystem system = InMemorySystem.create(Side.MAIL, clock);
    private final InMemoryRecords records = system.records(ADA, ItemKind.CONTACT);
    private final InMemoryFaults faults = records.faults();
    private final Endpoint endpoint = system.open(ADA, ItemKind.CONTACT, Items.anyConfiguration());

    private WriteOutcome create(CorrelationTag tag, String key) {
        return endpoint.write(List.of(new Write.Create(tag, key, LOVELACE))).get(0);
    }

    private List<ItemId> listed() {
        return endpoint.changes(null).changes().stream().map(Change::id).toList();
    }

    @Test
    void failsOneCallForEachFailureInOrder() {
        faults.failNext(new UnavailableException("first"));
        faults.failNext(new UnavailableException("second"));

        assertThatThrownBy(() -> endpoint.changes(null)).hasMessage("first");
        assertThatThrownBy(() -> create(TAG, "key")).hasMessage("second");
        assertThat(records.items()).isEmpty();
        create(TAG, "key");
        assertThat(records.items()).hasSize(1);
    }

    @Test
    void refusesEveryCallUntilTheMomentAndCountsTheImpatient() {
        Instant later = clock.instant().plusSeconds(90);
        faults.throttleUntil(later);

        assertThatThrownBy(() -> endpoint.changes(null))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt()).isEqualTo(later));
        assertThat(faults.calledTooEarly()).as("nobody had been told").isZero();
        assertThatThrownBy(() -> endpoint.read(List.of())).isInstanceOf(ThrottledException.class);
        assertThat(faults.calledTooEarly()).isEqualTo(1);
        clock.set(later);
        assertThat(listed()).isEmpty();
        assertThat(faults.calledTooEarly()).isEqualTo(1);
    }

    @Test
    void runsHooksBeforeTheChosenCall() {
        faults.beforeCall(2, () -> records.create(LOVELACE));

        assertThat(listed()).isEmpty();
        assertThat(listed()).hasSize(1);
        assertThat(listed()).hasSize(1);
        assertThatThrownBy(() -> faults.beforeCall(0, () -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesAWriteWhoseReplyIsLost() {
        faults.loseReplyOnce();

        assertThat(create(TAG, "key")).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(records.items()).hasSize(1);
        assertThat(create(new CorrelationTag("v1/other"), "other")).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void rejectsAndDefersWithoutEffect() {
        faults.rejectWrites(Write.Create.class::isInstance, "NO_NEW_CONTACTS");

        assertThat(create(TAG, "key"))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("NO_NEW_CONTACTS"));
        Instant later = clock.instant().plusSeconds(60);
        faults.deferWritesUntil(later);
        assertThat(create(TAG, "key")).isEqualTo(new WriteOutcome.Deferred(later));
        assertThat(records.items()).isEmpty();
        clock.set(later);
        assertThat(create(TAG, "key")).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void answersARepeatedKeyWithTheEarlierRecordAndItsTag() {
        faults.idempotentCreates();
        WriteOutcome.Written first = (WriteOutcome.Written) create(TAG, "key");

        WriteOutcome again = create(new CorrelationTag("v1/second attempt"), "key");

        assertThat(again).isEqualTo(new WriteOutcome.Written(first.id(), first.version(), TAG));
        assertThat(records.items()).hasSize(1);
        assertThat(faults.writes()).isEqualTo(1);
        records.delete(first.id());
        assertThat(create(TAG, "key")).isNotEqualTo(again);
    }

    @Test
    void truncatesListingsHonestlyOrNot() {
        ItemId first = records.create(LOVELACE);
        records.create(LOVELACE);

        faults.truncateListing(1);
        assertThat(listed()).containsExactly(first);
        assertThat(endpoint.changes(null).complete()).isFalse();
        faults.truncateListingButClaimComplete(1);
        assertThat(listed()).containsExactly(first);
        assertThat(endpoint.changes(null).complete()).isTrue();
        faults.clear();
        assertThat(listed()).hasSize(2);
    }

    @Test
    void expiresCursorsThatWereGivenOut() {
        Cursor cursor = endpoint.changes(null).next();
        faults.expireCursor();

        assertThatThrownBy(() -> endpoint.changes(cursor)).isInstanceOf(CursorExpiredException.class);
        assertThat(endpoint.changes(endpoint.changes(null).next()).changes()).isEmpty();
    }

    @Test
    void tellsEntriesAgainTwiceAndInAnyOrder() {
        ItemId first = records.create(LOVELACE);
        records.create(LOVELACE);
        RemoteItem old = records.records().get(0);
        Cursor cursor = endpoint.changes(null).next();
        records.edit(first, contact -> contact.set(NOTES, "new"));

        faults.replay(old);
        assertThat(endpoint.changes(cursor).changes())
                .last()
                .isEqualTo(new Change.Upserted(old.id(), old.version(), old));
        assertThat(endpoint.changes(cursor).changes()).hasSize(1);
        faults.replayLast(2);
        assertThat(endpoint.changes(cursor).changes()).hasSize(3);
        faults.duplicateEntries();
        assertThat(endpoint.changes(cursor).changes()).hasSize(6);
        List<Change> inOrder = endpoint.changes(cursor).changes();
        faults.reorderPages(1);
        assertThat(endpoint.changes(cursor).changes())
                .containsExactlyInAnyOrderElementsOf(inOrder)
                .isNotEqualTo(inOrder);
    }

    @Test
    void hidesNewRecordsForSomePolls() {
        Cursor cursor = endpoint.changes(null).next();
        faults.lag(2);
        WriteOutcome.Written created = (WriteOutcome.Written) create(TAG, "key");
        records.edit(created.id(), contact -> contact.set(NOTES, "edited while hidden"));

        assertThat(endpoint.read(List.of(created.id()))).hasOnlyElementsOfType(ReadOutcome.Found.class);
        assertThat(endpoint.find(List.of(TAG))).isEmpty();
        assertThat(endpoint.changes(cursor).changes()).isEmpty();
        assertThat(listed()).isEmpty();
        ChangePage third = endpoint.changes(cursor);
        assertThat(third.changes()).extracting(Change::id).containsExactly(created.id());
        assertThat(endpoint.find(List.of(TAG))).hasSize(1);
        assertThat(listed()).containsExactly(created.id());
    }

    @Test
    void omitsWhatCameAndWent() {
        faults.omitBriefRecords();
        Cursor before = endpoint.changes(null).next();
        WriteOutcome.Written brief = (WriteOutcome.Written) create(TAG, "key");
        Cursor between = endpoint.changes(before).next();
        records.delete(brief.id());

        assertThat(endpoint.changes(before).changes()).isEmpty();
        assertThat(endpoint.changes(between).changes())
                .containsExactly(new Change.Removed(brief.id(), Removal.DELETED));
    }

    @Test
    void tellsOfWhatAListingHasShown() {
        faults.omitBriefRecords();
        ItemId ada = records.create(LOVELACE);
        Cursor listed = endpoint.changes(null).next();
        records.delete(ada);

        assertThat(endpoint.changes(listed).changes()).containsExactly(new Change.Removed(ada, Removal.DELETED));
    }

    @Test
    void poisonsAndHealsARecord() {
        ItemId ada = records.create(LOVELACE);
        faults.poison(ada);

        assertThat(endpoint.read(List.of(ada))).hasOnlyElementsOfType(ReadOutcome.Unreadable.class);
        assertThat(endpoint.changes(null).changes())
                .first()
                .isInstanceOfSatisfying(
                        Change.Upserted.class,
                        change -> assertThat(change.record()).isNull());
        faults.heal(ada);
        assertThat(endpoint.read(List.of(ada))).hasOnlyElementsOfType(ReadOutcome.Found.class);
    }

    @Test
    void holdsLessFromTheNextSaveOn() {
        ItemId ada = records.create(LOVELACE);
        faults.lossy((field, value) -> value instanceof String text ? text.toUpperCase(Locale.ROOT) : value);

        assertThat(records.item(ada)).contains(LOVELACE);
        assertThat(endpoint.project(SURNAME, "Lovelace")).isEqualTo("LOVELACE");
        records.edit(ada, contact -> contact.set(NOTES, "new"));
        assertThat(records.item(ada).orElseThrow().get(SURNAME)).contains("LOVELACE");
    }

    @Test
    void stampsRecordsByItsOwnClock() {
        faults.skewClock(Duration.ofDays(-1));
        records.create(LOVELACE);

        assertThat(records.records().get(0).createdAt())
                .isEqualTo(clock.instant().minus(Duration.ofDays(1)));
    }

    @Test
    void isAnotherMailboxAfterItWasCreatedAnew() {
        WriteOutcome.Written old = (WriteOutcome.Written) create(TAG, "key");
        Cursor cursor = endpoint.changes(null).next();
        ScopeIdentity before = endpoint.scopeIdentity();

        faults.recreate();

        assertThat(endpoint.scopeIdentity()).isNotEqualTo(before);
        assertThat(records.items()).doesNotContainKey(old.id()).containsValue(LOVELACE);
        assertThat(endpoint.find(List.of(TAG))).hasSize(1);
        assertThat(endpoint.read(List.of(old.id()))).hasOnlyElementsOfType(ReadOutcome.Absent.class);
        assertThatThrownBy(() -> endpoint.changes(cursor)).isInstanceOf(CursorExpiredException.class);
        faults.recreateWithoutTags();
        assertThat(endpoint.find(List.of(TAG))).isEmpty();
        assertThat(listed()).hasSize(1);
    }

    @Test
    void keepsAPersonsWayFreeOfFaults() {
        faults.throttleUntil(clock.instant().plusSeconds(90));
        faults.rejectWrites(write -> true, "NO");

        ItemId ada = records.create(LOVELACE);
        records.edit(ada, contact -> contact.set(NOTES, "by hand"));

        assertThat(records.item(ada).orElseThrow().get(NOTES)).contains("by hand");
        assertThat(faults.calls()).isZero();
    }

    @Test
    void refusesAStaleVersionAsTheOriginalDoes() {
        WriteOutcome.Written ada = (WriteOutcome.Written) create(TAG, "key");
        records.edit(ada.id(), contact -> contact.set(NOTES, "by hand"));

        List<WriteOutcome> outcomes = endpoint.write(
                List.of(new Write.Update(ada.id(), new ItemVersion(ada.version().value()), Map.of(NOTES, "late"))));

        assertThat(outcomes).hasOnlyElementsOfType(WriteOutcome.Conflict.class);
    }
}
