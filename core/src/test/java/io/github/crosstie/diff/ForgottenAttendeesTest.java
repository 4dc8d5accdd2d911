package io.github.crosstie.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is invited after random edits of both sides, which spell addresses in many ways: the same people with and without values. */
class ForgottenAttendeesTest {

    private static final int SEEDS = 5_000;

    private static final List<List<String>> SPELLINGS = List.of(
            List.of("ada@example.com", "Ada@Example.com", "\"ada\"@example.com"),
            List.of("bob@m\u00fcller.example", "bob@xn--mller-kva.example", "BOB@M\u00dcLLER.example"),
            List.of("cleo@example.com", "CLEO@example.com", "cleo@EXAMPLE.com"));

    @Test
    @DisplayName("S3, S8: without the values of the bases the same people are invited on both sides")
    void invitesTheSame() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Set<Integer> seen = people(random);
            Views base = new Views(spelled(seen, random), spelled(seen, random));
            Views current = new Views(edited(base.crm(), random), edited(base.mail(), random));
            ThreeWayMerge merge = ThreeWayMerge.of(
                    List.of(new FieldRule(
                            EventFields.REQUIRED_ATTENDEES,
                            EventFields.REQUIRED_ATTENDEES,
                            random.nextBoolean() ? SyncDirection.BOTH : SyncDirection.MAIL_TO_CRM)),
                    Projection.FAITHFUL,
                    Projection.FAITHFUL);

            Views kept = merge.merge(base, current, Side.CRM).applied(current);
            Views hashed =
                    merge.merge(Forgotten.values(base), current, Side.CRM).applied(current);

            for (Side side : Side.values()) {
                assertThat(invited(hashed.on(side))).as("seed " + seed).isEqualTo(invited(kept.on(side)));
            }
        }
    }

    private static Set<Integer> people(RandomGenerator random) {
        Set<Integer> people = new TreeSet<>();
        for (int person = 0; person < SPELLINGS.size(); person++) {
            if (random.nextBoolean()) {
                people.add(person);
            }
        }
        return people;
    }

    private static Item edited(Item base, RandomGenerator random) {
        return random.nextInt(3) == 0 ? base : spelled(people(random), random);
    }

    private static Item spelled(Set<Integer> people, RandomGenerator random) {
        Set<String> spelled = new TreeSet<>();
        for (int person : people) {
            List<String> all = SPELLINGS.get(person);
            spelled.add(all.get(random.nextInt(all.size())));
        }
        return Item.event().set(EventFields.REQUIRED_ATTENDEES, spelled).build();
    }

    private static Set<MailboxAddress> invited(Item event) {
        return event.get(EventFields.REQUIRED_ATTENDEES).orElse(Set.of()).stream()
                .map(MailboxAddress::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
