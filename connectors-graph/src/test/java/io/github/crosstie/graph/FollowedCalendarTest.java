package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People at a calendar, and somebody who reads its changes from time to time, for years. */
class FollowedCalendarTest {

    private static final int ROUNDS = 60;

    /** Who reads changes knows all that is in scope as it is, and nothing that has gone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("S23: through all windows, every event in scope is known as it is, and nothing that has gone is")
    void knowsTheScope(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (Office office = new Office(Way.LEAN)) {
            View view = new View(office.another()
                    .paging(random.nextInt(1, 6), 50)
                    .build()
                    .open(Office.ADA, ItemKind.EVENT, Items.anyConfiguration()));
            People people = new People(office, random);
            for (int round = 0; round < ROUNDS; round++) {
                for (int deed = random.nextInt(4); deed > 0; deed--) {
                    people.act();
                }
                if (random.nextInt(4) > 0) {
                    view.read();
                    Map<ItemId, ItemVersion> there = people.all();
                    assertThat(view.known)
                            .as("seed %s, round %s: all that is in scope", seed, round)
                            .containsAllEntriesOf(people.inScope());
                    assertThat(there)
                            .as("seed %s, round %s: all that is known", seed, round)
                            .containsAllEntriesOf(view.known);
                }
                office.clock.advance(Duration.ofDays(random.nextInt(random.nextInt(10) == 0 ? 200 : 12)));
            }
        }
    }

    /** They make, move, rename and delete events, near and far. */
    private static final class People {

        private final Office office;
        private final RandomGenerator random;
        private final LoopbackFolder calendar;

        People(Office office, RandomGenerator random) {
            this.office = office;
            this.random = random;
            this.calendar = office.mailbox.calendar();
        }

        void act() {
            List<LoopbackItem> events = calendar.list();
            int deed = random.nextInt(5);
            if (deed < 2 || events.isEmpty()) {
                Map<String, String> values = new HashMap<>(time());
                values.put("Subject", "made");
                calendar.put(values);
                return;
            }
            String id = events.get(random.nextInt(events.size())).id();
            if (deed == 2) {
                calendar.edit(id, time());
            } else if (deed == 3) {
                calendar.edit(id, "Subject", "renamed " + random.nextInt());
            } else {
                calendar.delete(id);
            }
        }

        private Map<String, String> time() {
            Instant start = office.clock.instant().plus(Duration.ofHours(random.nextInt(-60 * 24, 520 * 24)));
            return Map.of(
                    "Start",
                    start.toString(),
                    "End",
                    start.plus(Duration.ofHours(1)).toString());
        }

        Map<ItemId, ItemVersion> all() {
            return versions(calendar.list());
        }

        Map<ItemId, ItemVersion> inScope() {
            Instant now = office.clock.instant();
            Instant from = now.minus(Duration.ofDays(EventWindow.DEFAULT.daysBack()));
            Instant to = now.plus(Duration.ofDays(EventWindow.DEFAULT.daysAhead()));
            List<LoopbackItem> events = new ArrayList<>(calendar.list());
            events.removeIf(event -> Instant.parse(event.value("Start")).isBefore(from)
                    || Instant.parse(event.value("Start")).isAfter(to));
            return versions(events);
        }

        private Map<ItemId, ItemVersion> versions(List<LoopbackItem> events) {
            Map<ItemId, ItemVersion> versions = new HashMap<>();
            events.forEach(event -> versions.put(office.graphId(event.id()), new ItemVersion(event.changeKey())));
            return versions;
        }
    }
}
