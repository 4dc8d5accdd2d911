package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrySortTest {

    private static final int SEEDS = 50;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 999, 1_000, 1_001, 20_000})
    void sortsWhateverTheHashesAre(int size) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            long kept = random.nextLong() >>> random.nextInt(Long.SIZE);
            long[] entries = new long[size];
            for (int slot = 0; slot < size; slot++) {
                entries[slot] = MailboxIndex.entry(random.nextLong() & kept, slot);
            }
            long[] expected = entries.clone();
            Arrays.sort(expected);

            long[] sorted = EntrySort.sort(entries);

            assertThat(sorted).as("seed %d", seed).isEqualTo(expected);
        }
    }
}
