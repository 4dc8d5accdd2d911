package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.ValueHasher;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.store.jdbc.internal.codec.Codec;
import io.github.crosstie.store.jdbc.internal.codec.Digests;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A link with digests for its bases")
class DigestRoundTripTest {

    private static final int TIMES = 500;

    /** Few values, so that both sides often hold the same. */
    private static final Map<Field<?>, List<Object>> VALUES = Map.of(
            ContactFields.SURNAME,
            List.of("Lovelace", "Byron"),
            ContactFields.NOTES,
            List.of("a", "b"),
            new Field<>(ContactFields.NOTES.kind(), "hashed", FieldType.TEXT),
            List.of("a", "b"),
            ContactFields.BIRTHDAY,
            List.of(LocalDate.EPOCH, LocalDate.MAX),
            ContactFields.CATEGORIES,
            List.of(Set.of("x"), Set.of("x", "y")));

    private final Keyring keys =
            Keyring.of(StateKeys.of("2026", Sealed.key("of this year")).and("2025", Sealed.key("of last year")));

    private HashedValue digest(String id, FieldType type, Object value) {
        ValueHasher hasher =
                Objects.requireNonNull(keys.read(id, FieldType.TEXT, "any").hasher());
        return hasher.hash(type, value);
    }

    /** Each field without a value, with one, or with a digest of one key or the other. */
    private Half half(RandomGenerator random, String id) {
        Item.Builder item = Item.contact();
        VALUES.forEach((field, values) -> {
            Object value = values.get(random.nextInt(values.size()));
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> item.put(field, value);
                case 2 -> item.put(field, digest("2025", field.type(), value));
                default -> item.put(field, digest("2026", field.type(), value));
            }
        });
        @Nullable ItemVersion version = random.nextBoolean() ? new ItemVersion("version of " + id) : null;
        return new Half(new ItemId(id), version, item.build());
    }

    private Map<Field<?>, String> makers(Item base) {
        return base.values().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof HashedValue)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> keys.key((HashedValue) entry.getValue())));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("A14: is read as it was written, whoever made its digests, and whatever both sides share")
    void isReadAsItWasWritten(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int time = 0; time < TIMES; time++) {
            Half crm = half(random, "crm");
            Half mail = half(random, "mail");
            Link link = Link.of(new LinkId("link"), crm, mail);

            Digests row = new RowKeys(keys, Position.of("1/2/CONTACT", Table.LINK, "link"), random.nextBoolean());
            String json = Codec.LINK.write(link, row);
            Link again = Codec.LINK.read(json, row);

            assertThat(again).as("seed %d, %s", seed, json).isEqualTo(link);
            assertThat(makers(again.bases().crm()))
                    .as("seed %d, %s", seed, json)
                    .isEqualTo(makers(crm.base()));
            assertThat(makers(again.bases().mail()))
                    .as("seed %d, %s", seed, json)
                    .isEqualTo(makers(mail.base()));
            Set<String> needed = Set.copyOf(makers(crm.base()).values());
            assertThat(Codec.keysIn(json)).as("seed %d, %s", seed, json).containsAll(needed);
        }
    }

    @Test
    @DisplayName("holds once what both sides have in common")
    void holdsOnceWhatIsShared() {
        Item base = Item.contact()
                .put(ContactFields.SURNAME, digest("2026", FieldType.TEXT, "Lovelace"))
                .build();
        Half half = new Half(new ItemId("id"), null, base);

        String json = Codec.LINK.write(
                Link.of(new LinkId("link"), half, half),
                new RowKeys(keys, Position.of("1/2/CONTACT", Table.LINK, "link"), false));

        String digest = ((HashedValue) Objects.requireNonNull(base.value(ContactFields.SURNAME))).digest();
        assertThat(json.split(digest, -1)).as(json).hasSize(2);
    }
}
