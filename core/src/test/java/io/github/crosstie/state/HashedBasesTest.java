package io.github.crosstie.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HashedBasesTest {

    private static final CollectionKey CONTACTS =
            new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), ItemKind.CONTACT);
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Item ADA =
            Item.contact().set(ContactFields.GIVEN_NAME, "Ada").build();
    private static final LinkId ID = new LinkId("l1");

    private final HashedBases bases = HashedBases.keyedWith(
            new SecretKeySpec("a key that nobody else has".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    private final InMemoryStateStore kept = InMemoryStateStore.create();
    private final StateStore store = bases.over(kept);

    private static Half half(String id, Item base) {
        return new Half(new ItemId(id), new ItemVersion("v1"), base);
    }

    private static Link link() {
        return Link.of(ID, half("c1", ADA), half("m1", ADA));
    }

    private Fence acquired() {
        return store.acquire(CONTACTS, "worker", NOW, Duration.ofMinutes(10)).orElseThrow();
    }

    private static Link storedIn(StateStore store) {
        return store.load(CONTACTS).link(ID).orElseThrow();
    }

    @Test
    @DisplayName("what was last seen on both sides is stored as digests, and all else of the link as it is")
    void hashesBothHalves() {
        store.commit(acquired(), List.of(new StateChange.PutLink(link())));

        Link stored = storedIn(kept);
        assertThat(stored.isHashed()).isTrue();
        for (Side side : Side.values()) {
            Half half = Objects.requireNonNull(stored.on(side));
            assertThat(half.base().values().values()).allMatch(HashedValue.class::isInstance);
            assertThat(half.base().holds(ADA)).isTrue();
            assertThat(half.withBase(ADA)).isEqualTo(link().on(side));
        }
    }

    @Test
    @DisplayName("what comes with the end of a lease is hashed too")
    void hashesLastWords() {
        store.release(acquired(), List.of(new StateChange.PutLink(link())));

        assertThat(storedIn(kept).isHashed()).isTrue();
    }

    @Test
    @DisplayName("F9: of a record whose id is gone, a hint holds digests")
    void hashesHints() {
        Hint hint = new Hint(ID, new ItemId("c1"), null, Hint.Reason.RELINKED, ADA);

        store.commit(acquired(), List.of(new StateChange.PutHint(hint)));

        CollectionState state = kept.load(CONTACTS);
        Item held = Objects.requireNonNull(state.hints().iterator().next().held());
        assertThat(held.isHashed()).isTrue();
        assertThat(held.holds(ADA)).isTrue();
        assertThat(state.hintHashers()).hasSize(1);
    }

    @Test
    @DisplayName("attempts keep what was sent, which a record that turns up is compared with")
    void keepsAttempts() {
        Link attempting = Link.half(ID, Side.CRM, half("c1", ADA))
                .attempting(new Attempt(new CorrelationTag("tag"), Side.MAIL, ADA, ADA));

        assertThat(bases.hashed(attempting).attempts()).isEqualTo(attempting.attempts());
        assertThat(bases.hashed(attempting).isHashed()).isTrue();
    }

    @Test
    @DisplayName("S8: the mark of a meeting that somebody else organizes is nobody's value, and stays")
    void keepsTheMark() {
        Item meeting = Item.event().set(EventFields.SUBJECT, "Lunch").build();
        Link marked = OrganizedElsewhere.remembered(Link.of(ID, half("c1", meeting), half("m1", meeting)))
                .orElseThrow();

        Link hashed = bases.hashed(marked);

        assertThat(OrganizedElsewhere.isRemembered(Objects.requireNonNull(hashed.mail())))
                .isTrue();
        assertThat(Objects.requireNonNull(hashed.mail()).base().value(EventFields.SUBJECT))
                .isInstanceOf(HashedValue.class);
        assertThat(bases.hashed(hashed)).isSameAs(hashed);
    }

    @Test
    @DisplayName("a digest that was read without the key is keyed when it is stored")
    void keysWhatHasNoKey() {
        HashedValue hashed = (HashedValue) Objects.requireNonNull(
                Objects.requireNonNull(bases.hashed(link()).crm()).base().value(ContactFields.GIVEN_NAME));
        Item unkeyed = Item.contact()
                .put(ContactFields.GIVEN_NAME, HashedValue.unkeyed(FieldType.TEXT, hashed.digest()))
                .build();

        Link keyed = bases.hashed(Link.of(ID, half("c1", unkeyed), half("m1", unkeyed)));

        assertThat(Objects.requireNonNull(keyed.crm()).base().holds(ADA)).isTrue();
    }

    @Test
    @DisplayName("a change without a base is stored as it is")
    void leavesOtherChangesAlone() {
        StateChange change = new StateChange.RemoveLink(ID);

        assertThat(bases.hashed(change)).isSameAs(change);
    }

    @Test
    @DisplayName("everything else is the store's own")
    void leavesTheRestToTheStore() {
        Fence fence = acquired();
        store.commit(fence, List.of(new StateChange.PutPause(new Pause(PauseReason.THROTTLED, NOW, 1, "later"))));

        assertThat(store.pause(CONTACTS)).isEqualTo(kept.pause(CONTACTS)).isPresent();
        assertThat(store.movedFrom(CONTACTS)).isEmpty();
        assertThat(store.journal(CONTACTS)).isEmpty();
        assertThat(store.activity(CONTACTS.organization(), NOW))
                .isEqualTo(kept.activity(CONTACTS.organization(), NOW))
                .isPresent();
        assertThat(store.acquire(CONTACTS, "other", NOW, Duration.ofMinutes(10)))
                .isEmpty();
        store.release(fence);
        assertThat(kept.acquire(CONTACTS, "other", NOW, Duration.ofMinutes(10))).isPresent();
    }

    @Test
    @DisplayName("G6: it shows nothing of the key")
    void showsNothing() {
        assertThat(bases).hasToString("HashedBases");
        assertThat(store.toString()).doesNotContain("nobody", "key");
    }
}
