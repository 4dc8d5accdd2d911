package io.github.crosstie.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Items some of whose values are not kept. */
class HashedItemTest {

    private static final ValueHasher HASHER = ValueHasher.keyedWith(
            new SecretKeySpec("a key that nobody else has".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));

    private static final Item ADA = Item.contact()
            .set(ContactFields.GIVEN_NAME, "Ada")
            .set(ContactFields.BIRTHDAY, LocalDate.of(1815, 12, 10))
            .set(ContactFields.CATEGORIES, Set.of("friends"))
            .build();

    private final Item hashed = HASHER.hashed(ADA);

    @Test
    @DisplayName("an item has digests in the place of its values, and holds them still")
    void holdsItsValues() {
        assertThat(hashed.isHashed()).isTrue();
        assertThat(hashed.values().keySet()).isEqualTo(ADA.values().keySet());
        assertThat(hashed.values().values()).allMatch(HashedValue.class::isInstance);
        assertThat(hashed.holds(ADA)).isTrue();
        assertThat(hashed).isNotEqualTo(ADA);
    }

    @Test
    @DisplayName("it holds no item that has another value, one more or one less")
    void holdsNoOther() {
        assertThat(hashed.holds(
                        ADA.toBuilder().set(ContactFields.GIVEN_NAME, "Augusta").build()))
                .isFalse();
        assertThat(hashed.holds(
                        ADA.toBuilder().set(ContactFields.SURNAME, "Lovelace").build()))
                .isFalse();
        assertThat(hashed.holds(ADA.toBuilder().clear(ContactFields.GIVEN_NAME).build()))
                .isFalse();
        assertThat(hashed.holds(ContactFields.GIVEN_NAME, null)).isFalse();
        assertThat(hashed.holds(ContactFields.SURNAME, null)).isTrue();
    }

    @Test
    @DisplayName("whoever asks for a value of its type is told that it is not kept, rather than given something else")
    void doesNotPretend() {
        assertThatThrownBy(() -> hashed.get(ContactFields.GIVEN_NAME))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'givenName'")
                .hasMessageNotContaining("Ada");
        assertThat(hashed.get(ContactFields.SURNAME)).isEmpty();
    }

    @Test
    @DisplayName("it counts as hashed until the last digest is replaced by a value")
    void countsAsHashedToTheLast() {
        Item.Builder known =
                hashed.toBuilder().put(ContactFields.GIVEN_NAME, "Ada").clear(ContactFields.CATEGORIES);

        assertThat(known.build().isHashed()).isTrue();
        assertThat(known.set(ContactFields.BIRTHDAY, LocalDate.of(1815, 12, 10))
                        .build()
                        .isHashed())
                .isFalse();
    }

    @Test
    void refusesADigestOfAnotherType() {
        HashedValue text = HASHER.hash(FieldType.TEXT, "Ada");

        assertThatThrownBy(() -> Item.contact().put(ContactFields.BIRTHDAY, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'birthday' takes LocalDate");
    }

    @Test
    @DisplayName("what is hashed already is not hashed again")
    void isHashedOnce() {
        assertThat(HASHER.hashed(hashed)).isEqualTo(hashed);
    }

    @Test
    void knowsItsHasher() {
        assertThat(ValueHasher.of(hashed)).containsSame(HASHER);
        assertThat(ValueHasher.of(ADA)).isEmpty();
    }
}
