package io.github.crosstie.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForkingMapTest {

    @Test
    @DisplayName("holds what a sorted map holds, and a copy keeps what it held while the original goes on")
    void agreesWithSortedMap() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            ForkingMap<Integer, Integer> map = new ForkingMap<>();
            TreeMap<Integer, Integer> model = new TreeMap<>();
            List<ForkingMap<Integer, Integer>> copies = new ArrayList<>();
            List<Map<Integer, Integer>> held = new ArrayList<>();
            int range = 1 + random.nextInt(200);
            for (int step = 0; step < 300; step++) {
                int key = random.nextInt(range);
                if (random.nextInt(3) == 0) {
                    assertThat(map.remove(key)).as("seed %d", seed).isEqualTo(model.remove(key));
                } else {
                    assertThat(map.put(key, step)).as("seed %d", seed).isEqualTo(model.put(key, step));
                }
                if (random.nextInt(50) == 0) {
                    copies.add(map.fork());
                    held.add(new TreeMap<>(model));
                }
            }

            assertThat(new ArrayList<>(map.entrySet()))
                    .as("seed %d", seed)
                    .isEqualTo(new ArrayList<>(model.entrySet()));
            assertThat(map).as("seed %d", seed).hasSize(model.size());
            for (int i = 0; i < copies.size(); i++) {
                assertThat(copies.get(i)).as("copy %d of seed %d", i, seed).isEqualTo(held.get(i));
            }
            int from = random.nextInt(range);
            List<Integer> after = new ArrayList<>();
            map.after(from).forEachRemaining(entry -> after.add(entry.getKey()));
            assertThat(after)
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(model.tailMap(from, false).keySet());
        }
    }

    @Test
    @DisplayName("stays shallow when its keys come in order: a million look-ups of the last key take no time")
    void staysBalanced() {
        ForkingMap<Integer, Integer> map = new ForkingMap<>();

        // Were it a list, this would take 5 x 10^9 steps, and overflow the stack before.
        for (int key = 0; key < 100_000; key++) {
            map.put(key, key);
        }

        assertThat(map.get(99_999)).isEqualTo(99_999);
        for (int key = 0; key < 100_000; key += 2) {
            map.remove(key);
        }
        assertThat(map).hasSize(50_000);
    }
}
