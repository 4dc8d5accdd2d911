package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.CATEGORIES;
import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.PlanJson;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.Rung;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.HashedBases;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds over a store that keeps digests of what was last seen: what stays the same, and what it costs. */
class HashedBasesSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item BEA = Items.contact("Bea", "Baker").build();

    private static HashedBases bases(String key) {
        return HashedBases.keyedWith(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    private static Enrollment hashing(Enrollment user) {
        user.store = bases("a key that nobody else has").over(user.memory);
        return user;
    }

    private static Enrollment inStep(Enrollment user) {
        user.crm.create(ADA);
        user.mail.create(BEA);
        user.run();
        return user;
    }

    private static int reads(Enrollment user) {
        return user.crm.faults().reads() + user.mail.faults().reads();
    }

    private static int calls(Enrollment user) {
        return user.crm.faults().calls() + user.mail.faults().calls();
    }

    @Test
    @DisplayName("the store never holds a value of what was last seen")
    void storesNoValues() {
        Enrollment user = inStep(hashing(Enrollment.contacts()));
        user.crm.edit(user.newest(Side.CRM), contact -> contact.set(NOTES, "wrote the first program"));
        user.run();

        for (Link link : user.memory.load(user.key).links()) {
            for (Side side : Side.values()) {
                assertThat(Objects.requireNonNull(link.on(side)).base().values().values())
                        .isNotEmpty()
                        .allMatch(HashedValue.class::isInstance);
            }
        }
    }

    @Test
    @DisplayName("a round in which nothing changed asks for no more than with values")
    void costsNothingAtRest() {
        Enrollment values = inStep(Enrollment.contacts());
        Enrollment hashes = inStep(hashing(Enrollment.contacts()));
        int before = calls(values);
        int hashed = calls(hashes);

        values.run();
        hashes.run();

        assertThat(calls(hashes) - hashed).isEqualTo(calls(values) - before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a contact that changed costs one read more")
    void costsOneRead(Side side) {
        Enrollment values = inStep(Enrollment.contacts());
        Enrollment hashes = inStep(hashing(Enrollment.contacts()));

        assertThat(readsForAnEdit(hashes, side)).isEqualTo(readsForAnEdit(values, side) + 1);
    }

    private static int readsForAnEdit(Enrollment user, Side side) {
        int before = reads(user);
        user.on(side).edit(user.newest(side), contact -> contact.set(JOB_TITLE, "Countess"));
        assertThat(user.run().writes()).isEqualTo(1);
        return reads(user) - before;
    }

    @Test
    @DisplayName("S3: where both sides changed a field, the journal has both values, and not the former one")
    void journalsWithoutBase() {
        Enrollment user = hashing(Enrollment.contacts());
        ItemId crm = user.crm.create(ADA.toBuilder().set(NOTES, "former").build());
        user.run();
        user.crm.edit(crm, contact -> contact.set(NOTES, "one"));
        user.mail.edit(user.newest(Side.MAIL), contact -> contact.set(NOTES, "other"));

        user.run();

        assertThat(user.mail.item(user.newest(Side.MAIL)).orElseThrow().get(NOTES))
                .contains("one");
        assertThat(user.memory.journal(user.key)).singleElement().satisfies(line -> {
            assertThat(line.conflict().lost()).isEqualTo("other");
            assertThat(line.conflict().kept()).isEqualTo("one");
            assertThat(line.conflict().base()).isNull();
        });
    }

    @Test
    @DisplayName("S3: what both sides did to a set merges by additions and removals")
    void mergesSets() {
        Enrollment user = hashing(Enrollment.contacts());
        ItemId crm = user.crm.create(
                ADA.toBuilder().set(CATEGORIES, Set.of("friends", "poets")).build());
        user.run();
        user.crm.edit(crm, contact -> contact.set(CATEGORIES, Set.of("friends", "poets", "new")));
        user.mail.edit(user.newest(Side.MAIL), contact -> contact.set(CATEGORIES, Set.of("poets")));

        user.run();

        assertThat(user.crm.item(crm).orElseThrow().get(CATEGORIES)).contains(Set.of("poets", "new"));
        assertThat(user.mail.items().values())
                .containsExactlyElementsOf(user.crm.items().values());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("S3, S11: an unedited record follows the deletion of its counterpart, an edited one stays")
    void tellsEditsFromDeletions(boolean isEdited) {
        Enrollment user = inStep(
                hashing(Enrollment.contacts().settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE))));
        ItemId crm = user.memory.load(user.key).links().iterator().next().crm().id();
        ItemId mail = linkOf(user, crm).mail().id();
        user.mail.delete(mail);
        if (isEdited) {
            user.crm.edit(crm, contact -> contact.set(JOB_TITLE, "Countess"));
        }

        user.run();

        assertThat(user.crm.items().containsKey(crm)).isEqualTo(isEdited);
        assertThat(user.mail.items()).hasSize(isEdited ? 2 : 1);
    }

    private static Link linkOf(Enrollment user, ItemId crm) {
        return user.memory.load(user.key).links().stream()
                .filter(link -> Objects.requireNonNull(link.crm()).id().equals(crm))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("S20: a reset links again without a write")
    void linksAgainAfterAReset() {
        Enrollment user = inStep(hashing(Enrollment.contacts()));
        user.round().reset();

        assertThat(user.run().writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(2).allMatch(Link::isHashed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "F9: records of a mailbox that was created anew without marks are known by the digests of their contents")
    void linksAgainByContents(boolean withTwoKeys) {
        Enrollment user = hashing(Enrollment.contacts());
        Item twin = ADA.toBuilder().set(JOB_TITLE, "the other").build();
        user.crm.create(ADA);
        user.run();
        user.crm.create(twin);
        user.run();
        user.mail.create(twin);
        user.run();
        if (withTwoKeys) {
            user.store = bases("a key that was made later").over(user.memory);
            user.crm.create(BEA);
            user.run();
        }
        int links = user.memory.load(user.key).links().size();
        user.mail.faults().recreateWithoutTags();

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(links).allMatch(Link::isHashed);
        assertThat(user.run().plan().orElseThrow().isIdle()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Rung.class,
            names = {"TRANSLATED_ID", "MARK", "UID", "CONTENTS"})
    @DisplayName("S22: a mailbox moves on every rung of the ladder, and the first round by the new way does nothing")
    void moves(Rung rung) {
        MovingUser anna = new MovingUser(hashing(Enrollment.contacts()));
        anna.way.tellsUids = rung == Rung.UID;
        anna.way.showsMarks = rung == Rung.MARK;
        if (rung != Rung.TRANSLATED_ID) {
            anna.translator = IdTranslator.NONE;
        }
        anna.user.crm.create(ADA);
        anna.user.crm.create(BEA);
        anna.run();

        MoveResult result = anna.commit();
        int writes = anna.user.writes();
        int reads = anna.user.mail.faults().reads();
        RoundReport next = anna.run();

        assertThat(result).isInstanceOf(MoveResult.Committed.class);
        assertThat(next.plan().orElseThrow().isIdle()).isTrue();
        assertThat(anna.user.writes()).isEqualTo(writes);
        assertThat(anna.user.mail.faults().reads()).isEqualTo(reads);
        assertThat(anna.state().links()).hasSize(2).allMatch(Link::isHashed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("S22, F9: digests of a former key are known by it, beside those of the present one and values")
    void knowsDigestsOfAllKeys(boolean moves) {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        anna.way.showsMarks = false;
        anna.translator = IdTranslator.NONE;
        anna.user.crm.create(ADA);
        anna.run();
        anna.user.store = bases("a key that nobody else has").over(anna.user.memory);
        anna.user.crm.create(BEA);
        anna.run();
        anna.user.store = bases("a key that was made later").over(anna.user.memory);
        anna.user.crm.create(Items.contact("Carl", "Gauss").build());
        anna.run();
        int writes = anna.user.writes();

        if (moves) {
            assertThat(anna.commit()).isInstanceOf(MoveResult.Committed.class);
        } else {
            anna.user.mail.faults().recreateWithoutTags();
        }
        anna.run();

        assertThat(anna.run().plan().orElseThrow().isIdle()).isTrue();
        assertThat(anna.state().links()).hasSize(3);
        assertThat(anna.user.writes()).isEqualTo(writes);
    }

    @Test
    @DisplayName("S22: of several that could be it none is taken, by digests as little as by values")
    void asksAboutTwinsInAMove() {
        MovingUser anna = new MovingUser(hashing(Enrollment.contacts()));
        anna.way.showsMarks = false;
        anna.translator = IdTranslator.NONE;
        anna.user.mail.create(ADA);
        anna.run();
        anna.user.mail.create(ADA.toBuilder().set(NOTES, "one").build());
        anna.user.mail.edit(anna.user.mail.items().keySet().iterator().next(), item -> item.set(NOTES, "other"));

        assertThat(anna.plan().isCommittable()).isFalse();
    }

    @Test
    @DisplayName("S22: a record to which an id leads is known by the digests of its keys, whatever else was edited")
    void knowsAnEditedRecord() {
        MovingUser anna = new MovingUser(hashing(Enrollment.contacts()));
        ItemId mail =
                anna.user.mail.create(ADA.toBuilder().set(JOB_TITLE, "Countess").build());
        anna.run();
        anna.user.mail.edit(mail, item -> item.clear(JOB_TITLE));

        assertThat(anna.commit()).isInstanceOf(MoveResult.Committed.class);
        anna.run();

        assertThat(anna.user.crm.items().values())
                .singleElement()
                .satisfies(item -> assertThat(item.get(JOB_TITLE)).isEmpty());
    }

    @Test
    @DisplayName("S22: an edit of capitals alone that a move meets is an edit, and flows")
    void carriesAnEditOfCapitalsOver() {
        MovingUser anna = new MovingUser(hashing(Enrollment.contacts()));
        ItemId ada = anna.user.crm.create(ADA.toBuilder().set(NOTES, "countess").build());
        anna.run();
        anna.user.mail.edit(anna.mailOf(ada), item -> item.set(NOTES, "Countess"));

        anna.commit();
        anna.run();

        assertThat(anna.user.crm.item(ada).orElseThrow().get(NOTES)).contains("Countess");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "S22, F18: what the new way shows shorter is no edit, though it is read once if the former one is closed")
    void takesNoLossForAnEdit(boolean isClosed) {
        MovingUser anna = new MovingUser(hashing(Enrollment.contacts()));
        ItemId ada = anna.user.crm.create(
                ADA.toBuilder().set(NOTES, "longer than the new way shows").build());
        anna.run();
        anna.way.shows = HashedBasesSyncTest::beginning;
        anna.way.formerTrouble = isClosed ? new UnavailableException("the former way is closed") : null;
        assertThat(anna.commit()).isInstanceOf(MoveResult.Committed.class);
        int reads = anna.user.mail.faults().reads();

        anna.run();
        anna.run();

        assertThat(anna.user.crm.item(ada).orElseThrow().get(NOTES)).contains("longer than the new way shows");
        assertThat(anna.user.mail.faults().reads() - reads).isEqualTo(isClosed ? 1 : 0);
    }

    private static Item beginning(Item item) {
        return item.get(NOTES)
                .map(notes -> item.toBuilder()
                        .set(NOTES, notes.substring(0, Math.min(6, notes.length())))
                        .build())
                .orElse(item);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("S22, F18: an edit of the CRM around a move flows over what the new way merely shows shorter")
    void carriesAnEditOverWhatIsShownShorter(boolean isEditedInMailbox) {
        MovingUser anna = new MovingUser(hashing(Enrollment.contacts()));
        anna.user.settings(change -> change.conflicts(ConflictPolicy.MAIL_WINS));
        ItemId ada = anna.user.crm.create(
                ADA.toBuilder().set(NOTES, "longer than the new way shows").build());
        anna.run();
        anna.way.shows = HashedBasesSyncTest::beginning;
        anna.user.crm.edit(ada, contact -> contact.set(NOTES, "new"));
        ItemId mail = anna.mailOf(ada);
        if (isEditedInMailbox) {
            anna.user.mail.edit(mail, contact -> contact.set(NOTES, "mine"));
        }

        anna.commit();
        anna.run();

        String kept = isEditedInMailbox ? "mine" : "new";
        assertThat(anna.user.crm.item(ada).orElseThrow().get(NOTES)).contains(kept);
        assertThat(anna.inMailbox(mail).get(NOTES)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("S8: the deletion of a meeting propagates if its digest says that the user organized it, in any case")
    void knowsWhoOrganized(boolean isOwn) {
        Enrollment user =
                hashing(Enrollment.events().settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE)));
        ZonedDateTime day = ZonedDateTime.now(user.clock).plusDays(2);
        user.crm.create(Items.meeting("Other", day, Duration.ofHours(1)).build());
        ItemId review = user.mail.create(Items.meeting("Review", day, Duration.ofHours(2))
                .set(EventFields.ORGANIZER, "ADA@example.com")
                .build());
        user.run();
        assertThat(user.crm.items()).hasSize(2);
        if (!isOwn) {
            user.mail.edit(review, event -> event.set(EventFields.ORGANIZER, "charles@example.com"));
            user.run();
        }
        user.crm.edit(user.newest(Side.CRM), event -> event.clear(EventFields.ORGANIZER));
        user.run();

        user.mail.delete(review);
        user.run();

        assertThat(user.crm.items()).hasSize(isOwn ? 1 : 2);
    }

    @Test
    @DisplayName(
            "S10, S23: an event whose former time nobody holds any more may have been in the window, and is merged")
    void mergesWhatBothSidesMovedAway() {
        Enrollment user = hashing(Enrollment.events());
        ZonedDateTime day = ZonedDateTime.now(user.clock).plusDays(2);
        ItemId crm = user.crm.create(
                Items.meeting("Review", day, Duration.ofHours(1)).build());
        user.run();
        Item later =
                Items.meeting("Review", day.plusYears(2), Duration.ofHours(1)).build();
        Item muchLater =
                Items.meeting("Review", day.plusYears(3), Duration.ofHours(1)).build();
        user.crm.edit(crm, event -> event.put(EventFields.TIME, later.value(EventFields.TIME)));
        user.mail.edit(user.newest(Side.MAIL), event -> event.put(EventFields.TIME, muchLater.value(EventFields.TIME)));

        user.run();

        assertThat(user.mail.items().values()).containsExactly(later);
    }

    @Test
    @DisplayName(
            "G5: an update whose answer was lost is known as the engine's own by digests, and a later edit wins over it")
    void knowsItsOwnUpdate() {
        Enrollment user = hashing(Enrollment.contacts());
        ItemId crm = user.crm.create(ADA);
        user.run();
        ItemId mail = user.newest(Side.MAIL);
        user.crm.edit(crm, contact -> contact.set(NOTES, "one"));
        user.mail.faults().loseReplyOnce();
        user.run();
        user.crm.edit(crm, contact -> contact.set(NOTES, "two"));

        user.clock.advance(Duration.ofHours(1));
        user.run();
        user.run();

        assertThat(user.crm.item(crm).orElseThrow().get(NOTES)).contains("two");
        assertThat(user.mail.item(mail).orElseThrow().get(NOTES)).contains("two");
        assertThat(user.memory.journal(user.key)).isEmpty();
    }

    @Test
    @DisplayName(
            "S2: who was left alone beside a linked record is meant once its link ends, although nobody knows its keys any more")
    void wakesWhoWaits() {
        Enrollment user = hashing(Enrollment.contacts());
        user.settings(change -> change.direction(SyncDirection.CRM_TO_MAIL));
        ItemId crm = user.crm.create(ADA);
        user.run();
        ItemId copy = user.newest(Side.MAIL);
        ItemId waiting = user.mail.create(ADA.toBuilder().set(NOTES, "by hand").build());
        user.run();
        assertThat(user.memory.load(user.key).observations())
                .singleElement()
                .satisfies(seen -> assertThat(seen.waiting()).isNotNull());

        user.crm.delete(crm);
        user.mail.delete(copy);
        int reads = user.mail.faults().reads();
        user.run();
        user.run();

        assertThat(user.mail.items()).containsOnlyKeys(waiting);
        assertThat(user.mail.faults().reads() - reads)
                .as("the deleted one, and who waits")
                .isGreaterThan(1);
    }

    @Test
    @DisplayName("S15: a record that could not be read, while one like it was linked, is not made a second one")
    void seesATwin() {
        Enrollment user = hashing(Enrollment.contacts());
        ItemId hidden = user.mail.create(Items.contact("Ada", "Lovelace")
                .set(EMAIL_ADDRESS, "ADA@example.com")
                .build());
        user.mail.faults().poison(hidden);
        user.run();
        user.crm.create(ADA.toBuilder().set(EMAIL_ADDRESS, "ada@example.com").build());
        for (int day = 0; day < 4; day++) {
            user.run();
            user.clock.advance(Duration.ofDays(1));
        }
        assertThat(user.mail.items()).hasSize(2);

        user.mail.faults().heal(hidden);
        user.clock.advance(Duration.ofDays(30));
        RoundReport report = user.run();

        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.AMBIGUOUS_MATCH);
        assertThat(user.crm.items()).hasSize(1);
    }

    @Test
    @DisplayName(
            "F15: under another key nothing is lost: sides in step stay as they are, and what differs goes by the winner")
    void survivesALostKey() {
        Enrollment user = hashing(Enrollment.contacts());
        ItemId crm = user.crm.create(
                ADA.toBuilder().set(CATEGORIES, Set.of("friends")).build());
        user.crm.create(BEA);
        user.run();
        loseKey(user);
        user.crm.edit(crm, contact -> contact.set(NOTES, "typed here").set(CATEGORIES, Set.of("friends", "new")));
        ItemId mail = linkOf(user, crm).mail().id();
        user.mail.edit(mail, contact -> contact.set(JOB_TITLE, "typed there").set(NOTES, "typed there"));

        user.run();

        Item both = user.crm.item(crm).orElseThrow();
        assertThat(user.mail.item(mail)).contains(both);
        assertThat(both.get(JOB_TITLE)).contains("typed there");
        assertThat(both.get(CATEGORIES)).contains(Set.of("friends", "new"));
        assertThat(both.get(NOTES)).contains("typed here");
        assertThat(user.memory.journal(user.key))
                .extracting(line -> line.conflict().lost())
                .containsExactly("typed there");
        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.run().plan().orElseThrow().isIdle()).isTrue();
    }

    @Test
    @DisplayName("F15, G3: under another key a deletion deletes nothing: what cannot be compared counts as edited")
    void deletesNothingUnderAnotherKey() {
        Enrollment user = inStep(
                hashing(Enrollment.contacts().settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE))));
        loseKey(user);
        user.mail.delete(user.newest(Side.MAIL));

        user.run();

        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.mail.items()).hasSize(2);
    }

    /** The stored digests stay, and are read by another key from now on. */
    private static void loseKey(Enrollment user) {
        HashedBases other = bases("a key that was made later");
        user.store = other.over(user.memory);
        CollectionState state = user.memory.load(user.key);
        StateStore plain = user.memory;
        Fence fence = plain.acquire(user.key, "another", user.clock.instant(), Duration.ofMinutes(1))
                .orElseThrow();
        plain.commit(
                fence,
                state.links().stream()
                        .<StateChange>map(link -> new StateChange.PutLink(reread(link, other)))
                        .toList());
        plain.release(fence);
    }

    private static Link reread(Link link, HashedBases other) {
        Link reread = link;
        for (Side side : Side.values()) {
            Half half = Objects.requireNonNull(link.on(side));
            Item.Builder base = half.base().toBuilder();
            half.base()
                    .values()
                    .forEach((field, value) ->
                            base.put(field, other.parse(field.type(), ((HashedValue) value).digest())));
            reread = reread.with(side, half.withBase(base.build()));
        }
        return reread;
    }

    @Test
    @DisplayName("a store that kept values goes over to digests record by record, as these are settled")
    void goesOverFromValues() {
        Enrollment user = inStep(Enrollment.contacts());
        hashing(user);
        user.crm.edit(user.newest(Side.CRM), contact -> contact.set(NOTES, "wrote the first program"));

        assertThat(user.run().writes()).isEqualTo(1);

        assertThat(user.memory.load(user.key).links())
                .extracting(Link::isHashed)
                .containsExactlyInAnyOrder(true, false);
        assertThat(user.run().plan().orElseThrow().isIdle()).isTrue();
    }

    @Test
    @DisplayName("a host wraps its store, and syncs as before")
    void isAWrapperToHosts() {
        byte[] bytesOfYourVault = "a key that nobody else has".getBytes(StandardCharsets.UTF_8);
        StateStore storeOfYours = InMemoryStateStore.create();

        // spotless:off
        SecretKey key = new SecretKeySpec(bytesOfYourVault, "HmacSHA256"); // 16 random bytes or more
        StateStore store = HashedBases.keyedWith(key).over(storeOfYours); // a database has a setting of its own
        // spotless:on
        SyncedUser anna = SyncedUser.builder().store(store).build();
        anna.crmContacts().create(ADA);

        assertThat(anna.sync()).createdInMailbox(1);
        assertThat(anna.mailContacts().items().values()).containsExactly(ADA);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("G1: a plan over digests is written and read like any other, and carried out under whatever key")
    void writesPlans(boolean changesKey) {
        Enrollment user = hashing(Enrollment.contacts());
        ItemId crm = user.crm.create(ADA.toBuilder().set(NOTES, "former").build());
        user.run();
        switchOff(user, NOTES);
        user.crm.edit(crm, contact -> contact.set(JOB_TITLE, "Countess"));
        SyncPlan plan = user.plan();

        SyncPlan read = PlanJson.read("plan.json", PlanJson.write(plan));
        assertThat(read).isEqualTo(plan);
        if (changesKey) {
            user.store = bases("a key that was made later").over(user.memory);
        }
        assertThat(user.round().apply(read).writes()).isEqualTo(1);

        assertThat(linkOf(user, crm).bases().on(Side.MAIL).value(NOTES))
                .as("what was last seen of a field that is off is known by the key that it was hashed by")
                .isInstanceOfSatisfying(
                        HashedValue.class,
                        kept -> assertThat(kept.matches("former")).isTrue());
    }

    private static void switchOff(Enrollment user, Field<?> field) {
        user.settings(change -> change.fields(user.configuration.records(user.key.kind()).fields().stream()
                .map(mapping -> mapping.mail().equals(field)
                        ? new FieldMapping(mapping.crm(), mapping.mail(), SyncDirection.OFF)
                        : mapping)
                .toList()));
    }
}
