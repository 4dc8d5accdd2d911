package io.github.crosstie.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Hash64Test {

    private static final long SEED = 20_261_125;

    @Test
    void everyCharacterAtEveryPlaceCounts() {
        for (int length = 1; length <= 40; length++) {
            String text = "x".repeat(length);
            Set<Long> hashes = new HashSet<>(Set.of(Hash64.of(SEED, text)));
            for (int place = 0; place < length; place++) {
                for (String other : new String[] {"X", "y", "\u0178", "\uD83D"}) {
                    hashes.add(Hash64.of(SEED, text.substring(0, place) + other + text.substring(place + 1)));
                }
            }
            assertThat(hashes).as("length %d", length).hasSize(1 + 4 * length);
        }
    }

    @Test
    void textsOfTheSameCharacterDifferByLengthAlone() {
        assertThat(IntStream.range(0, 2_000).mapToLong(length -> Hash64.of(SEED, "\0".repeat(length))))
                .doesNotHaveDuplicates();
    }

    @Test
    void textsOneAfterTheOtherAreToldFromTheirConcatenation() {
        assertThat(Hash64.of(Hash64.of(SEED, "ab"), "c"))
                .isNotEqualTo(Hash64.of(Hash64.of(SEED, "a"), "bc"))
                .isNotEqualTo(Hash64.of(SEED, "abc"));
    }

    @Test
    void aMillionSimilarTextsHaveAMillionHashes() {
        assertThat(IntStream.range(0, 1_000_000)
                        .mapToLong(number -> Hash64.of(SEED, "0035e00000" + number))
                        .distinct())
                .hasSize(1_000_000);
    }

    @Test
    void aMillionNumbersHaveAMillionHashes() {
        assertThat(IntStream.range(-500_000, 500_000)
                        .mapToLong(number -> Hash64.of(SEED, number))
                        .distinct())
                .hasSize(1_000_000);
    }

    @Test
    void anotherSeedGivesAnotherHash() {
        assertThat(Hash64.of(SEED, "Lovelace")).isNotEqualTo(Hash64.of(SEED + 1, "Lovelace"));
        assertThat(Hash64.of(SEED, 7)).isNotEqualTo(Hash64.of(SEED + 1, 7));
    }

    @Test
    void halfOfTheBitsChangeWithOneCharacter() {
        double changed = IntStream.range(0, 10_000)
                .map(number -> Long.bitCount(
                        Hash64.of(SEED, "note " + number + "a") ^ Hash64.of(SEED, "note " + number + "b")))
                .average()
                .orElseThrow();

        assertThat(changed).isBetween(31.5, 32.5);
    }
}
