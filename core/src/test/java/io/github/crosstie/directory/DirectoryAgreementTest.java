package io.github.crosstie.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random directories under random updates agree with snapshots made from scratch and with the rules written plainly. */
class DirectoryAgreementTest {

    private static final int SEEDS = 1_000;
    private static final int UPDATES = 6;

    @ParameterizedTest(name = "seeds {0} to {0} + 999")
    @ValueSource(ints = {0, 1_000, 2_000})
    @DisplayName("A10, A11, A12, A13: updates, a snapshot from scratch and the plain rules give the same answers")
    void answersTheSameHoweverItWasMade(int firstSeed) {
        for (int seed = firstSeed; seed < firstSeed + SEEDS; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            NaiveDirectory model = new NaiveDirectory();
            RandomUpdates updates = new RandomUpdates(random, model);
            DirectoryBuilder builder = Records.acme();
            updates.change(builder, random.nextInt(40));
            Directory directory = builder.build();
            check(directory, model, "seed " + seed + ", at first");
            for (int update = 1; update <= UPDATES; update++) {
                NaiveDirectory before = model.copy();
                DirectoryBuilder next = directory.update();
                updates.change(next, random.nextInt(6));
                Directory later = next.build();
                String when = "seed " + seed + ", update " + update;
                check(later, model, when);
                checkChanges(later, directory, model, before, updates.removes(), when);
                directory = later;
            }
        }
    }

    private static void check(Directory directory, NaiveDirectory model, String when) {
        Directory scratch = model.build();
        for (int at = 0; at < 8; at++) {
            GroupId group = new GroupId("g" + at);
            GroupClosure expected = model.closure(group);
            assertThat(directory.closure(group)).as(when + ", " + group).isEqualTo(expected);
            assertThat(scratch.closure(group)).as(when + ", scratch, " + group).isEqualTo(expected);
            RoleId role = new RoleId("r" + at);
            assertThat(directory.usersInRole(role))
                    .as(when + ", " + role)
                    .isEqualTo(model.usersInRole(role, false, false));
            assertThat(scratch.usersInRole(role))
                    .as(when + ", scratch, " + role)
                    .isEqualTo(directory.usersInRole(role));
            for (boolean internalOnly : List.of(true, false)) {
                Set<UserId> users = model.usersInRole(role, true, internalOnly);
                String which = when + ", " + role + " and below, " + internalOnly;
                assertThat(directory.usersInRoleAndSubordinates(role, internalOnly))
                        .as(which)
                        .isEqualTo(users);
                assertThat(scratch.usersInRoleAndSubordinates(role, internalOnly))
                        .as(which + ", scratch")
                        .isEqualTo(users);
            }
        }
        assertThat(directory.users().all()).as(when).containsExactlyInAnyOrderElementsOf(model.users.values());
        assertThat(directory.groups().all()).as(when).containsExactlyInAnyOrderElementsOf(model.groups.values());
        assertThat(directory.roles().all()).as(when).containsExactlyInAnyOrderElementsOf(model.roles.values());
        for (UserId user : model.users.keySet()) {
            assertThat(directGroups(directory, user)).as(when + ", " + user).isEqualTo(model.directGroups(user));
            assertThat(directGroups(scratch, user)).as(when + ", " + user).isEqualTo(model.directGroups(user));
        }
        assertThat(problems(directory)).as(when).isEqualTo(model.problems());
        assertThat(problems(scratch)).as(when).isEqualTo(model.problems());
    }

    private static void checkChanges(
            Directory later,
            Directory earlier,
            NaiveDirectory model,
            NaiveDirectory before,
            boolean removes,
            String when) {
        assertThat(later.continues(earlier)).as(when + ", continues").isEqualTo(!removes);
        if (removes) {
            return;
        }
        List<UserId> changed = model.users.keySet().stream()
                .filter(user -> !model.users.get(user).equals(before.users.get(user))
                        || !model.directGroups(user).equals(before.directGroups(user)))
                .sorted()
                .toList();
        assertThat(later.usersChangedSince(earlier)
                        .mapToObj(slot -> later.users().at(slot).id())
                        .sorted(Comparator.naturalOrder()))
                .as(when + ", changed users")
                .isEqualTo(changed);
        if (later.sameStructure(earlier)) {
            assertThat(model.roles).as(when).isEqualTo(before.roles);
            assertThat(model.groups).as(when).isEqualTo(before.groups);
        }
    }

    private static Set<GroupId> directGroups(Directory directory, UserId user) {
        Users users = directory.users();
        int slot = users.slot(user);
        int[] groups = IntStream.range(0, users.groupCount(slot))
                .map(at -> users.group(slot, at))
                .toArray();
        assertThat(groups).isSorted();
        return IntStream.of(groups)
                .mapToObj(group -> directory.groups().at(group).id())
                .collect(Collectors.toSet());
    }

    /** Without the duplicates: only a listing has them, not its contents. */
    private static Set<DirectoryProblem> problems(Directory directory) {
        Stream<DirectoryProblem> problems = directory.problems().stream();
        return problems.filter(problem -> !(problem instanceof DirectoryProblem.DuplicateMembership)
                        && !(problem instanceof DirectoryProblem.DuplicateRecord))
                .collect(Collectors.toSet());
    }
}
