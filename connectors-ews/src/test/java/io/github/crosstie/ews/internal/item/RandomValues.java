package io.github.crosstie.ews.internal.item;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Values at random, the awkward ones more often than life has them. */
final class RandomValues {

    private static final List<String> PIECES = List.of(
            "Ada",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "<b>",
            "&amp;",
            "]]>",
            "\"",
            "'",
            "ü",
            "漢",
            "😀",
            "\u00A0",
            "\u0001",
            "\uFFFE",
            "\uD800",
            "x".repeat(260),
            "+1 (202) 555",
            "a@b.example",
            "\u2028");

    private final RandomGenerator random;

    RandomValues(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    RandomGenerator random() {
        return random;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(4);
        for (int piece = 0; piece < pieces; piece++) {
            text.append(one(PIECES));
        }
        return text.toString();
    }

    Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        int most = random.nextInt(4);
        for (int text = 0; text < most; text++) {
            texts.add(text());
        }
        return texts;
    }

    LocalDate date() {
        return one(List.of(
                LocalDate.of(1985, 12, 10),
                LocalDate.of(2000, 2, 29),
                LocalDate.of(1601, 1, 1),
                LocalDate.of(1, 1, 1),
                LocalDate.of(4501, 1, 1),
                LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000))));
    }

    /** A contact that sets some of the fields. */
    Item contact(Collection<Field<?>> fields) {
        Item.Builder item = Item.builder(ItemKind.CONTACT);
        for (Field<?> field : fields) {
            if (random.nextInt(3) > 0) {
                item.put(field, value(field.type()));
            }
        }
        return item.build();
    }

    Object value(FieldType type) {
        return switch (type) {
            case TEXT -> text();
            case DATE -> date();
            case TEXT_SET -> texts();
            default -> throw new IllegalArgumentException("no contact has a " + type);
        };
    }
}
