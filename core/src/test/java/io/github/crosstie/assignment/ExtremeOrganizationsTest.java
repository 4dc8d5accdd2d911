package io.github.crosstie.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.User;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Organizations at the edge of what there can be, beside the rules word by word; most have more users than a chunk holds. */
class ExtremeOrganizationsTest {

    private static final int SEEDS = 12;
    private static final int MORE_THAN_TWO_CHUNKS = 530;

    private enum Extreme {
        NOBODY,
        ONE_CONFIGURATION,
        MASKS_OF_SEVERAL_WORDS,
        EXACTLY_ONE_CHUNK,
        EVERYBODY_IN_ONE_GROUP,
        EVERYBODY_IN_EVERY_GROUP,
        EVERYBODY_INACTIVE,
        ALL_CLAIMS_EQUAL,
        ALL_CONFIGURATIONS_INACTIVE,
        GROUPS_IN_A_RING;

        OrganizationSetup setup(RandomGenerator random) {
            return switch (this) {
                case NOBODY -> sized(random, 0, 20);
                case ONE_CONFIGURATION -> sized(random, MORE_THAN_TWO_CHUNKS, 1);
                case MASKS_OF_SEVERAL_WORDS -> sized(random, 20, random.nextInt(200, 260));
                case EXACTLY_ONE_CHUNK -> sized(random, 256, 12);
                case EVERYBODY_IN_ONE_GROUP -> withMembers(sized(random, MORE_THAN_TWO_CHUNKS, 12), 1);
                case EVERYBODY_IN_EVERY_GROUP -> withMembers(sized(random, 300, 12), 12);
                case EVERYBODY_INACTIVE -> withEverybodyInactive(sized(random, MORE_THAN_TWO_CHUNKS, 12));
                case ALL_CLAIMS_EQUAL -> withEqualTimes(sized(random, 40, 130));
                case ALL_CONFIGURATIONS_INACTIVE -> withConfigurationsInactive(sized(random, 300, 20));
                case GROUPS_IN_A_RING -> withRing(sized(random, 300, 20));
            };
        }
    }

    private static OrganizationSetup sized(RandomGenerator random, int users, int configurations) {
        return RandomOrganization.of(random, users, configurations).setup();
    }

    private static OrganizationSetup withMembers(OrganizationSetup setup, int groups) {
        DirectoryBuilder builder = setup.directory().update();
        for (Group group : setup.directory().groups().all().subList(0, groups)) {
            for (User user : setup.directory().users().all()) {
                builder.addMember(group.id(), new Member.OfUser(user.id()));
            }
        }
        return setup.with(builder.build());
    }

    private static OrganizationSetup withEverybodyInactive(OrganizationSetup setup) {
        DirectoryBuilder builder = setup.directory().update();
        setup.directory()
                .users()
                .all()
                .forEach(user -> builder.put(user.toBuilder().active(false).build()));
        return setup.with(builder.build());
    }

    private static OrganizationSetup withRing(OrganizationSetup setup) {
        DirectoryBuilder builder = setup.directory().update();
        List<Group> groups = setup.directory().groups().all();
        for (int at = 0; at < groups.size(); at++) {
            GroupId next = groups.get((at + 1) % groups.size()).id();
            builder.addMember(groups.get(at).id(), new Member.OfGroup(next));
        }
        return setup.with(builder.build());
    }

    private static OrganizationSetup withEqualTimes(OrganizationSetup setup) {
        ConfigurationSet set = setup.configurations();
        for (SyncConfiguration each : set.configurations()) {
            set = set.edit(each.id(), builder -> builder.modifiedAt(Acme.day(1)).active(true));
        }
        return setup.with(set);
    }

    private static OrganizationSetup withConfigurationsInactive(OrganizationSetup setup) {
        ConfigurationSet set = setup.configurations();
        for (SyncConfiguration each : set.configurations()) {
            set = set.edit(each.id(), builder -> builder.active(false));
        }
        return setup.with(set);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A1 to A13: at the edges, too, every answer equals that of plain sets and recursion")
    void answersAsTheRulesDoWordByWord(Extreme extreme) {
        for (int seed = 0; seed < SEEDS; seed++) {
            OrganizationSetup setup = extreme.setup(random(seed));
            Oracle oracle = new Oracle(setup);

            Roster roster = setup.roster();

            for (User user : setup.directory().users().all()) {
                Oracle.Answer expected = oracle.answer(user);
                int slot = setup.directory().users().slot(user.id());
                String of = "seed " + seed + ", user " + user.id();
                assertThat(roster.enrollment(user.id())).as(of).isEqualTo(expected.enrollment());
                assertThat(List.of(roster.dormant(slot), roster.contested(slot), roster.certain(slot)))
                        .as("%s: dormant, contested, certain", of)
                        .containsExactly(expected.dormant(), expected.contested(), expected.certain());
            }
            assertThat(roster.recomputed()).isEqualTo(setup.directory().users().size());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOBODY") // edits need somebody to edit
    @DisplayName("A8: at the edges, too, a roster that followed every edit equals one resolved from scratch")
    void followsEveryEdit(Extreme extreme) {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = random(seed);
            OrganizationSetup setup = extreme.setup(random);
            RandomEdits edits = new RandomEdits(random, RandomOrganization.of(random, 300, 12));
            Roster followed = setup.roster();
            for (int step = 0; step < 10; step++) {
                setup = edits.edit(setup);

                followed = followed.update(setup.directory(), setup.configurations());

                assertThat(answers(followed))
                        .as("seed " + seed + ", step " + step)
                        .isEqualTo(answers(setup.roster()));
            }
        }
    }

    private static List<Object> answers(Roster roster) {
        return IntStream.range(0, roster.directory().users().size())
                .<Object>mapToObj(slot -> List.of(
                        roster.directory().users().at(slot).id(),
                        roster.enrollment(roster.directory().users().at(slot).id()),
                        roster.dormant(slot),
                        roster.contested(slot),
                        roster.certain(slot)))
                .toList();
    }

    private static RandomGenerator random(int seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Test
    @DisplayName("A8: a new user behind the last chunk gets an answer, everybody else keeps theirs")
    void aUserBehindTheLastChunk() {
        Directory full = sized(random(1), 256, 3).directory();
        ConfigurationSet set = ConfigurationSet.of(full.organization().id())
                .with(SyncConfiguration.builder(new ConfigurationId("C"))
                        .assignments(List.of(Acme.toProfile("Newcomers")))
                        .build());
        Directory grown =
                full.update().put(Acme.someone("new", "Newcomers", "any", true)).build();

        Roster after = AssignmentResolver.resolve(full, set).update(grown, set);

        assertThat(after.effective(256)).isZero();
        assertThat(after.counts()).containsOnlyKeys(new ConfigurationId("C")).containsValue(1);
    }

    @Test
    @DisplayName("A1: more configurations than can be told apart are refused with the number that can")
    void refusesTooManyConfigurations() {
        SyncConfiguration one =
                SyncConfiguration.builder(new ConfigurationId("C")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfigurationRanks(Collections.nCopies(1 << 19, one)))
                .withMessage("an organization with 524288 configurations cannot be resolved, 524287 is the most;"
                        + " remove some of them");
    }
}
