package io.github.crosstie.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Bases of which digests alone are kept, and what a merge must make of them. */
final class Forgotten {

    static final ValueHasher HASHER = ValueHasher.keyedWith(
            new SecretKeySpec("a key that nobody else has".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));

    private Forgotten() {}

    static Views values(Views bases) {
        return new Views(HASHER.hashed(bases.crm()), HASHER.hashed(bases.mail()));
    }

    /** The same writes, the same bases of what is on, and no conflict less. */
    static void assertSame(String as, MergeResult kept, MergeResult hashed, Predicate<Field<?>> fields) {
        for (Side side : Side.values()) {
            assertThat(writes(hashed.to(side), fields)).as(as).isEqualTo(writes(kept.to(side), fields));
            kept.bases().on(side).values().keySet().stream()
                    .filter(fields)
                    .forEach(field -> assertThat(hashed.bases()
                                    .on(side)
                                    .holds(field, kept.bases().on(side).value(field)))
                            .as(as)
                            .isTrue());
        }
        for (FieldConflict conflict : kept.conflicts()) {
            if (fields.test(conflict.field())) {
                assertThat(hashed.conflicts()).as(as).anyMatch(other -> isSame(conflict, other));
            }
        }
    }

    private static boolean isSame(FieldConflict one, FieldConflict other) {
        return one.loser() == other.loser()
                && one.field().equals(other.field())
                && Objects.equals(one.lost(), other.lost())
                && Objects.equals(one.kept(), other.kept());
    }

    private record Written(
            Field<?> field,
            @Nullable Object from,
            @Nullable Object to,
            @Nullable Object source) {}

    private static List<Written> writes(List<FieldChange> changes, Predicate<Field<?>> fields) {
        return changes.stream()
                .filter(change -> fields.test(change.field()))
                .map(change -> new Written(change.field(), change.from(), change.to(), change.sourceValue()))
                .toList();
    }
}
