package io.github.crosstie.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetMembershipPropertyTest {

    private static final int SEEDS_A_TEST = 500;

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(ints = {0, 500, 1000, 1500, 2000, 2500})
    @DisplayName("U: who is in which set equals plain sets and recursion, and every membership has a valid witness")
    void membershipsAreThoseOfTheRules(int first) {
        for (int seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RandomOrganization organization = RandomOrganization.of(random);
            Directory directory = organization.directory();
            List<BusinessUnit> units = units(random, organization);
            Membership expected = new Membership(directory);
            Proof proof = new Proof(directory, expected);

            SetMembership membership = SetMembership.of(directory, units);

            for (int unit = 0; unit < units.size(); unit++) {
                for (EngagementSet set : EngagementSet.values()) {
                    for (User user : directory.users().all()) {
                        String of = "seed " + seed + ", unit " + unit + ", " + set + ", user " + user.id();
                        List<Assignment> means = units.get(unit).assignments(set).stream()
                                .filter(assignment -> expected.holds(assignment, user))
                                .toList();
                        int slot = directory.users().slot(user.id());
                        assertThat(membership.sets(slot).contains(unit, set))
                                .as(of)
                                .isEqualTo(!means.isEmpty());
                        assertThat(membership.unknown(slot).contains(unit, set))
                                .as("%s unknown", of)
                                .isEqualTo(means.isEmpty()
                                        && (!directory.complete()
                                                || units.get(unit).assignments(set).stream()
                                                        .anyMatch(each -> expected.mightMean(each, user))));
                        assertThat(membership.witness(user.id(), unit, set).isPresent())
                                .as(of)
                                .isEqualTo(!means.isEmpty());
                        membership.witness(user.id(), unit, set).ifPresent(path -> {
                            AssignmentKind strongest = means.stream()
                                    .map(Assignment::kind)
                                    .min(AssignmentKind::compareTo)
                                    .orElseThrow();
                            Assignment witnessed = means.stream()
                                    .filter(each -> each.kind() == strongest)
                                    .min((one, other) -> one.targetId().compareTo(other.targetId()))
                                    .orElseThrow();
                            proof.check(of, user, witnessed, path);
                        });
                    }
                }
            }
        }
    }

    private static List<BusinessUnit> units(RandomGenerator random, RandomOrganization organization) {
        List<BusinessUnit> units = new ArrayList<>();
        int count = random.nextInt(30) == 0 ? 40 : random.nextInt(5);
        for (int at = 0; at < count; at++) {
            units.add(SetMembershipTest.unit("BU" + at, set(organization, at), set(organization, at)));
        }
        return units;
    }

    private static List<Assignment> set(RandomOrganization organization, int number) {
        return organization.configuration(number).assignments().stream()
                .filter(each -> each.kind() != AssignmentKind.PROFILE)
                .toList();
    }
}
