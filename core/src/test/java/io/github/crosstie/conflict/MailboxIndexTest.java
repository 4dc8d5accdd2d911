package io.github.crosstie.conflict;

import static io.github.crosstie.conflict.OrganizationFixture.production;
import static io.github.crosstie.conflict.OrganizationFixture.profileOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxIndexTest {

    private static final MailboxHash HASH = MailboxHash.STANDARD;

    private final OrganizationFixture organization = production("one").active("everybody", profileOf("standard"));

    private Roster organization(int users) {
        for (int at = 0; at < users; at++) {
            organization.user("u" + at, address(at));
        }
        return organization.roster();
    }

    private static @Nullable String address(int number) {
        return number % 7 == 0 ? null : number % 11 == 0 ? "no address" : "user" + number + "@example.com";
    }

    private static Roster edited(Roster roster, int edits, int beyond, RandomGenerator random) {
        DirectoryBuilder changes = roster.directory().update();
        int users = roster.directory().users().size();
        for (int edit = 0; edit < edits; edit++) {
            int number = random.nextInt(users + beyond);
            boolean addressStays = number < users && random.nextBoolean();
            changes.put(User.builder(new UserId("u" + number), "name " + edit, new ProfileId("standard"))
                    .emailAddress(
                            addressStays
                                    ? roster.directory()
                                            .users()
                                            .at(number)
                                            .emailAddress()
                                            .orElse(null)
                                    : address(random.nextInt(10_000)))
                    .build());
        }
        return roster.update(changes.build(), roster.configurations());
    }

    private static MailboxIndex replaced(MailboxIndex index, Roster before, Roster after) {
        BitSet changed = RosterChange.between(before, after).users();
        return index.replace(changed, MailboxIndex.of(before, changed, HASH), MailboxIndex.of(after, changed, HASH));
    }

    private static void assertSame(MailboxIndex index, Roster roster, String description) {
        MailboxIndex anew = MailboxIndex.of(roster, HASH);
        Looks looks = new Looks();
        anew.addLooks(looks);
        assertThat(index.slots().toArray())
                .as(description)
                .isEqualTo(anew.slots().toArray());
        assertThat(index.unusable()).as(description).isEqualTo(anew.unusable());
        assertThat(index.size()).as(description).isEqualTo(anew.size());
        for (long look : looks.distinct()) {
            assertThat(index.contains(look)).as(description).isTrue();
            assertThat(index.slots(look))
                    .as(description)
                    .isEqualTo(anew.slots(look))
                    .hasSize(index.count(look));
            assertThat(index.slots(look + (1L << MailboxIndex.SLOT_BITS)))
                    .as(description)
                    .isEqualTo(anew.slots(look + (1L << MailboxIndex.SLOT_BITS)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 1_500})
    void holdsWhoeverClaimsAMailbox(int users) {
        Roster roster = organization(users);

        MailboxIndex index = MailboxIndex.of(roster, HASH);

        assertThat(index.size() + index.unusable().length).isEqualTo(users);
        assertThat(Arrays.stream(index.unusable())).allMatch(slot -> slot % 7 == 0 || slot % 11 == 0);
        for (int at = 1; at < users; at++) {
            if (at % 7 != 0 && at % 11 != 0) {
                assertThat(index.slots(MailboxIndex.look(MailboxAddress.of(address(at)), HASH)))
                        .contains(at);
            }
        }
    }

    @Test
    void replacesWhatChanged() {
        for (long seed = 0; seed < 30; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Roster before = organization(600);
            MailboxIndex index = MailboxIndex.of(before, HASH);
            for (int round = 0; round < 3; round++) {
                Roster after = edited(before, 1 + random.nextInt(40), 5, random);

                index = replaced(index, before, after);

                assertSame(index, after, "seed " + seed + ", round " + round);
                before = after;
            }
        }
    }

    @Test
    void growsFromNothing() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        Roster before = organization(0);
        MailboxIndex index = MailboxIndex.of(before, HASH);
        for (int round = 0; round < 8; round++) {
            Roster after = edited(before, 1_000, 5_000, random);

            index = replaced(index, before, after);

            assertSame(index, after, "round " + round);
            before = after;
        }
    }
}
