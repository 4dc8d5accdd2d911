package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.store.jdbc.internal.codec.Codec;
import io.github.crosstie.store.jdbc.internal.codec.Digests;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is stored")
class CodecRoundTripTest {

    private static final int TIMES = 300;

    /** A codec and values for it. */
    private record Trip<T>(Codec<T> codec, Function<RandomState, T> values) {

        private void take(long seed) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RandomState state = new RandomState(random);
            for (int time = 0; time < TIMES; time++) {
                T value = values.apply(state);
                String json = codec.write(value, Digests.NONE);

                assertThat(codec.read(json, Digests.NONE))
                        .as("seed %d, %s", seed, json)
                        .isEqualTo(value);
                assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .as("in any encoding of a database")
                        .isEqualTo(json)
                        .doesNotContain("\u0000");
            }
        }
    }

    private static final Map<String, Trip<?>> TRIPS = Map.ofEntries(
            Map.entry("LINK", new Trip<>(Codec.LINK, RandomState::anyLink)),
            Map.entry("TOMBSTONE", new Trip<>(Codec.TOMBSTONE, RandomState::tombstone)),
            Map.entry("HINT", new Trip<>(Codec.HINT, RandomState::hint)),
            Map.entry("INTENT", new Trip<>(Codec.INTENT, RandomState::intent)),
            Map.entry("JOURNAL", new Trip<>(Codec.JOURNAL, RandomState::entry)),
            Map.entry("RECORD", new Trip<>(Codec.RECORD, RandomState::record)),
            Map.entry("OBSERVATION", new Trip<>(Codec.OBSERVATION, RandomState::observation)),
            Map.entry("ECHO", new Trip<>(Codec.ECHO, RandomState::echo)),
            Map.entry("QUARANTINE", new Trip<>(Codec.QUARANTINE, RandomState::quarantine)),
            Map.entry("DELETION", new Trip<>(Codec.DELETION, RandomState::deletion)),
            Map.entry("FORMER_ID", new Trip<>(Codec.FORMER_ID, RandomState::formerId)),
            Map.entry("SETTINGS", new Trip<>(Codec.SETTINGS, RandomState::settings)),
            Map.entry("PAUSE", new Trip<>(Codec.PAUSE, RandomState::pause)),
            Map.entry("MOVE", new Trip<>(Codec.MOVE, RandomState::move)),
            Map.entry("ROUND", new Trip<>(Codec.ROUND, RandomState::round)),
            Map.entry("HOLD", new Trip<>(Codec.HOLD, RandomState::hold)),
            Map.entry("TEXT", new Trip<>(Codec.TEXT, RandomState::text)));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("A14: is read as it was written, whatever it holds")
    void isReadAsItWasWritten(long seed) {
        TRIPS.values().forEach(trip -> trip.take(seed));
    }

    @Test
    @DisplayName("leaves no codec untried")
    void leavesNoCodecUntried() {
        assertThat(TRIPS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Codec.class.getDeclaredFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Codec.class)
                        .map(java.lang.reflect.Field::getName)
                        .toList());
    }
}
