package io.github.crosstie.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merges against bases of which digests alone are kept. */
class ForgottenBaseTest {

    private static final Field<String> NOTES = ContactFields.NOTES;
    private static final Field<Set<String>> CATEGORIES = ContactFields.CATEGORIES;

    private final ThreeWayMerge merge = merge(SyncDirection.BOTH);

    private static ThreeWayMerge merge(SyncDirection direction) {
        return ThreeWayMerge.of(
                List.of(
                        new FieldRule(NOTES, NOTES, direction),
                        new FieldRule(CATEGORIES, CATEGORIES, SyncDirection.BOTH)),
                Projection.FAITHFUL,
                Projection.FAITHFUL);
    }

    private static Item notes(String notes) {
        return Item.contact().set(NOTES, notes).build();
    }

    private static Item categories(String... categories) {
        return Item.contact().set(CATEGORIES, Set.of(categories)).build();
    }

    private static Views both(Item item) {
        return new Views(item, item);
    }

    @Test
    @DisplayName("S3: an edit of one side flows, and is no conflict")
    void letsAnEditFlow() {
        MergeResult result = merge.merge(
                Forgotten.values(both(notes("former"))), new Views(notes("edited"), notes("former")), Side.MAIL);

        assertThat(result.to(Side.MAIL)).extracting(FieldChange::to).containsExactly("edited");
        assertThat(result.to(Side.CRM)).isEmpty();
        assertThat(result.conflicts()).isEmpty();
    }

    @Test
    @DisplayName("S3: edits of both sides go by the winner, and the journal cannot tell what was before")
    void tellsNoBase() {
        MergeResult result =
                merge.merge(Forgotten.values(both(notes("former"))), new Views(notes("one"), notes("other")), Side.CRM);

        assertThat(result.conflicts())
                .containsExactly(new FieldConflict(Side.MAIL, NOTES, "other", "one", /* base= */ null));
    }

    @Test
    @DisplayName("S3: what both sides did to a set merges by additions and removals")
    void mergesSets() {
        MergeResult result = merge.merge(
                Forgotten.values(both(categories("friends", "poets", "gone"))),
                new Views(categories("friends", "new"), categories("poets", "friends")),
                Side.CRM);

        Views after = result.applied(new Views(categories("friends", "new"), categories("poets", "friends")));
        assertThat(after.crm().get(CATEGORIES)).contains(Set.of("friends", "new"));
        assertThat(after.mail().get(CATEGORIES)).contains(Set.of("friends", "new"));
    }

    private static MergeResult invited(SyncDirection direction, Views base, Views current) {
        Field<Set<String>> invited = EventFields.REQUIRED_ATTENDEES;
        ThreeWayMerge merge = ThreeWayMerge.of(
                List.of(new FieldRule(invited, invited, direction)), Projection.FAITHFUL, Projection.FAITHFUL);
        return merge.merge(Forgotten.values(base), current, Side.CRM);
    }

    private static Item invited(String... attendees) {
        return Item.event()
                .set(EventFields.REQUIRED_ATTENDEES, Set.of(attendees))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S8: who was removed on one side goes on the other, in whatever form the address stands there")
    void removesAnAttendeeSpelledOtherwise(Side side) {
        Views base = new Views(
                invited("ada@example.com", "bob@m\u00fcller.example"),
                invited("ada@example.com", "BOB@xn--mller-kva.example"));

        MergeResult result = invited(SyncDirection.BOTH, base, base.with(side, invited("ada@example.com")));

        assertThat(result.to(side.other())).extracting(FieldChange::to).containsExactly(Set.of("ada@example.com"));
        assertThat(result.to(side)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SyncDirection.class,
            names = {"BOTH", "MAIL_TO_CRM"})
    @DisplayName("S8: who was removed on one side, and only spelled otherwise on the other, is not invited again")
    void invitesNobodyAgain(SyncDirection direction) {
        Views base =
                new Views(invited("ada@example.com", "Bob@example.com"), invited("ada@example.com", "Bob@example.com"));

        MergeResult result = invited(
                direction, base, new Views(invited("ada@example.com", "bob@example.com"), invited("ada@example.com")));

        assertThat(result.to(Side.CRM)).extracting(FieldChange::to).containsExactly(Set.of("ada@example.com"));
        assertThat(result.to(Side.MAIL)).isEmpty();
    }

    @Test
    @DisplayName("S3: of what is no address, another spelling is an edit: it stays where the other side removed it")
    void keepsWhatWasSpelledAnew() {
        MergeResult result = invited(
                SyncDirection.BOTH,
                both(invited("ada@example.com", "Room 5")),
                new Views(invited("ada@example.com", "room 5"), invited("ada@example.com")));

        assertThat(result.to(Side.MAIL))
                .extracting(FieldChange::to)
                .containsExactly(Set.of("ada@example.com", "room 5"));
        assertThat(result.to(Side.CRM)).isEmpty();
    }

    @Test
    @DisplayName("S1: an edit on the target of a one-way field is told before it is overwritten")
    void tellsOfADrift() {
        Views base = Forgotten.values(new Views(notes("former"), notes("edited on the target")));

        MergeResult result = merge(SyncDirection.CRM_TO_MAIL)
                .merge(base, new Views(notes("next"), notes("edited on the target")), Side.CRM);

        assertThat(result.conflicts()).extracting(FieldConflict::lost).containsExactly("edited on the target");
    }

    @Test
    @DisplayName(
            "F15: under another key records meet as at first contact: nothing is lost, and what differs goes by the winner")
    void meetsAgainUnderAnotherKey() {
        ValueHasher stranger = ValueHasher.keyedWith(
                new SecretKeySpec("a key of somebody else".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        Item crm = notes("same").toBuilder().set(CATEGORIES, Set.of("friends")).build();
        Item mail = notes("other").toBuilder().set(CATEGORIES, Set.of("poets")).build();
        Item.Builder lost = Item.contact();
        Forgotten.HASHER
                .hashed(crm)
                .values()
                .forEach((field, value) ->
                        lost.put(field, stranger.parse(field.type(), ((HashedValue) value).digest())));

        MergeResult result = merge.merge(both(lost.build()), new Views(crm, mail), Side.CRM);

        Views after = result.applied(new Views(crm, mail));
        assertThat(after.crm()).isEqualTo(after.mail());
        assertThat(after.crm().get(CATEGORIES)).contains(Set.of("friends", "poets"));
        assertThat(result.conflicts()).extracting(FieldConflict::lost).containsExactly("other");
        assertThat(merge.merge(both(lost.build()), both(crm), Side.CRM).to(Side.MAIL))
                .as("what is equal stays")
                .isEmpty();
    }

    @Test
    @DisplayName("S3: a removal that the base alone remembers counts as an edit, so that no deletion swallows it")
    void seesARemoval() {
        Item base = Forgotten.HASHER.hashed(categories("friends", "poets"));

        assertThat(merge.edited(Side.CRM, base, categories("friends"))).hasSize(1);
        assertThat(merge.edited(Side.CRM, base, categories("friends", "poets"))).isEmpty();
    }

    @Test
    @DisplayName("S4: of a field that is off, the digest stays what was last seen")
    void keepsWhatIsOff() {
        Views base = Forgotten.values(both(notes("former")));

        MergeResult result = merge(SyncDirection.OFF).merge(base, new Views(notes("one"), notes("other")), Side.CRM);

        assertThat(result.bases()).isEqualTo(base);
    }

    @Test
    @DisplayName("a side that was read tells the former value, in the other one's own form")
    void recallsByTheProjection() {
        Projection cutting = (field, value) -> value.toString().substring(0, 3);
        ThreeWayMerge lossy = ThreeWayMerge.of(
                List.of(new FieldRule(NOTES, NOTES, SyncDirection.BOTH)), Projection.FAITHFUL, cutting);

        Views known = lossy.recalled(
                Forgotten.values(new Views(notes("former"), notes("for"))),
                new Views(notes("former"), notes("edited")));

        assertThat(known).isEqualTo(new Views(notes("former"), notes("for")));
    }

    @Test
    @DisplayName("no change and no conflict ever names a digest")
    void tellsNoDigest() {
        Object hashed = Forgotten.HASHER.hash(FieldType.TEXT, "former");
        OriginalStart start = OriginalStart.parse("2026-07-06");
        OccurrenceException exception = OccurrenceException.of(
                        Item.event().set(EventFields.LOCATION, "Room 1").build())
                .with(EventFields.SUBJECT, hashed);

        assertThat(new FieldConflict(Side.CRM, NOTES, "one", "other", hashed).base())
                .isNull();
        assertThat(new FieldChange(NOTES, "one", "other", hashed, NOTES, hashed))
                .isEqualTo(new FieldChange(NOTES, "one", "other", null, NOTES, null));
        assertThat(new FieldConflict(
                                Side.CRM,
                                EventFields.EXCEPTIONS,
                                null,
                                null,
                                OccurrenceExceptions.NONE.with(start, exception))
                        .base())
                .isEqualTo(OccurrenceExceptions.of(
                        start, Item.event().set(EventFields.LOCATION, "Room 1").build()));
    }
}
