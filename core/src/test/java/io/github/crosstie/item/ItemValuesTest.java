package io.github.crosstie.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The values of an item beside a sorted map, which they must be told from by nothing. */
class ItemValuesTest {

    private static final int SEEDS = 2_000;

    @Test
    void behaveAsASortedMapOfTheSameEdits() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Map<Field<?>, Object> expected = new TreeMap<>();
            Item.Builder builder = Item.contact();
            for (int edit = random.nextInt(40); edit > 0; edit--) {
                Field<?> field = ContactFields.STANDARD.get(random.nextInt(14));
                String value = random.nextInt(3) == 0 ? null : "v" + random.nextInt(3);
                builder = random.nextInt(5) == 0 ? builder.build().toBuilder() : builder;
                builder.put(field, value);
                if (value == null) {
                    expected.remove(field);
                } else {
                    expected.put(field, value);
                }
            }

            Map<Field<?>, Object> values = builder.build().values();

            assertThat(values).as("seed %d", seed).isEqualTo(expected).hasSameHashCodeAs(expected);
            assertThat(expected).as("seed %d", seed).isEqualTo(values);
            assertThat(values.keySet()).as("seed %d", seed).containsExactlyElementsOf(expected.keySet());
            List<Object> told = new ArrayList<>();
            values.forEach((field, value) -> told.add(value));
            assertThat(told).as("seed %d", seed).containsExactlyElementsOf(expected.values());
            ContactFields.STANDARD.forEach(
                    field -> assertThat(values.get(field)).isEqualTo(expected.get(field)));
        }
    }

    @Test
    void areFoundByAFieldThatIsEqual() {
        Item item = Item.contact().set(ContactFields.SURNAME, "Lovelace").build();

        assertThat(item.get(Field.text(ItemKind.CONTACT, "surname"))).contains("Lovelace");
    }

    @Test
    void differFromThoseWithOneFieldMore() {
        Item one = Item.contact().set(ContactFields.SURNAME, "Lovelace").build();
        Item more = one.toBuilder().set(ContactFields.NOTES, "left").build();

        assertThat(one).isNotEqualTo(more);
        assertThat(more).isNotEqualTo(one);
    }

    @Test
    void cannotBeChanged() {
        Map<Field<?>, Object> values =
                Item.contact().set(ContactFields.SURNAME, "Lovelace").build().values();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> values.put(ContactFields.SURNAME, "King"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(values::clear);
    }

    @Test
    void ofAnItemDoNotChangeWithItsBuilder() {
        Item.Builder builder = Item.contact().set(ContactFields.SURNAME, "Lovelace");
        Item item = builder.build();

        builder.set(ContactFields.SURNAME, "King");

        assertThat(item.get(ContactFields.SURNAME)).contains("Lovelace");
    }
}
