package io.github.crosstie.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.User;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionPropertyTest {

    private static final int SEEDS_A_TEST = 500;

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(ints = {0, 500, 1000, 1500, 2000, 2500})
    @DisplayName("A1 to A13: every answer equals that of plain sets and recursion")
    void answersAsTheRulesDoWordByWord(int first) {
        for (int seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            OrganizationSetup setup = RandomOrganization.of(random).setup();
            Oracle oracle = new Oracle(setup);

            Roster roster = setup.roster();

            for (User user : setup.directory().users().all()) {
                String of = "seed " + seed + ", user " + user.id();
                Oracle.Answer expected = oracle.answer(user);
                int slot = setup.directory().users().slot(user.id());
                assertThat(roster.enrollment(user.id())).as(of).isEqualTo(expected.enrollment());
                assertThat(roster.dormant(slot)).as("%s dormant", of).isEqualTo(expected.dormant());
                assertThat(roster.contested(slot)).as("%s contested", of).isEqualTo(expected.contested());
                assertThat(roster.certain(slot)).as("%s certain", of).isEqualTo(expected.certain());
                Resolution resolution = roster.resolution(user.id());
                assertThat(resolution.certain()).as("%s certain", of).isEqualTo(expected.certain());
                assertThat(resolution.status()).as(of).isEqualTo(expected.status());
                assertThat(resolution.routes())
                        .as(of)
                        .extracting(Route::configuration, Route::assignment, Route::verdict)
                        .containsExactlyElementsOf(expected.routes());
                assertThat(AssignmentResolver.resolve(setup.directory(), setup.configurations(), user.id()))
                        .as(of)
                        .isEqualTo(resolution);
                resolution.routes().forEach(route -> oracle.proof().check(of, user, route));
            }
        }
    }
}
