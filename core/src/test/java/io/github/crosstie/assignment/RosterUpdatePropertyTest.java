package io.github.crosstie.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.User;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterUpdatePropertyTest {

    private static final int SEEDS_A_TEST = 500;
    private static final int STEPS = 4;

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(ints = {0, 500, 1000, 1500, 2000, 2500})
    @DisplayName("A6, A8: a roster that followed every edit equals one resolved from scratch")
    void followsEveryEdit(int first) {
        for (int seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RandomOrganization organization = RandomOrganization.of(random);
            RandomEdits edits = new RandomEdits(random, organization);
            OrganizationSetup setup = organization.setup();
            Roster followed = setup.roster();
            for (int step = 0; step < STEPS; step++) {
                setup = edits.edit(setup);

                followed = followed.update(setup.directory(), setup.configurations());

                assertSame("seed " + seed + ", step " + step, followed, setup.roster());
            }
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(ints = {0, 500, 1000, 1500})
    @DisplayName("A8: a roster can be carried from one branch of edits to another")
    void followsFromOneBranchToAnother(int first) {
        for (int seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RandomOrganization organization = RandomOrganization.of(random);
            RandomEdits edits = new RandomEdits(random, organization);
            OrganizationSetup trunk = organization.setup();
            OrganizationSetup one = edits.edit(edits.edit(trunk));
            OrganizationSetup other = edits.edit(edits.edit(trunk));

            Roster carried = one.roster().update(other.directory(), other.configurations());

            assertSame("seed " + seed, carried, other.roster());
        }
    }

    private static void assertSame(String of, Roster actual, Roster expected) {
        List<Object> right = new ArrayList<>();
        List<Object> found = new ArrayList<>();
        for (User user : expected.directory().users().all()) {
            answers(expected, user, right);
            answers(actual, user, found);
        }
        assertThat(found).as(of).isEqualTo(right);
        assertThat(actual.unresolvedTargets()).as(of).isEqualTo(expected.unresolvedTargets());
        assertThat(actual.counts()).as(of).isEqualTo(expected.counts());
        assertThat(actual.recomputed())
                .as(of)
                .isBetween(0, expected.directory().users().size());
    }

    private static void answers(Roster roster, User user, List<Object> into) {
        int slot = roster.directory().users().slot(user.id());
        into.add(roster.enrollment(user.id()));
        into.add(List.of(roster.dormant(slot), roster.contested(slot), roster.certain(slot)));
        into.add(roster.resolution(user.id()));
    }
}
