package io.github.crosstie.directory;

import static io.github.crosstie.directory.Records.acme;
import static io.github.crosstie.directory.Records.group;
import static io.github.crosstie.directory.Records.groupId;
import static io.github.crosstie.directory.Records.groupMember;
import static io.github.crosstie.directory.Records.known;
import static io.github.crosstie.directory.Records.portalRole;
import static io.github.crosstie.directory.Records.role;
import static io.github.crosstie.directory.Records.roleMember;
import static io.github.crosstie.directory.Records.subtreeMember;
import static io.github.crosstie.directory.Records.user;
import static io.github.crosstie.directory.Records.userMember;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NestedGroupsTest {

    @Test
    @DisplayName("A11: a group holds users, roles, roles with subordinates and other groups")
    void holdsEveryKindOfMember() {
        Directory directory = acme().put(role("top", null))
                .put(role("below", "top"))
                .put(portalRole("partner", "below"))
                .put(role("other", null))
                .put(user("direct"))
                .put(user("other", "other"))
                .put(user("top", "top"))
                .put(user("below", "below"))
                .put(user("partner", "partner"))
                .put(user("outside"))
                .put(group("outer"))
                .put(group("inner"))
                .put(group("everybody"))
                .addMember(groupId("outer"), userMember("direct"))
                .addMember(groupId("outer"), roleMember("other"))
                .addMember(groupId("outer"), groupMember("inner"))
                .addMember(groupId("inner"), subtreeMember("top", true))
                .addMember(groupId("everybody"), subtreeMember("top", false))
                .build();

        assertThat(directory.closure(groupId("outer"))).isEqualTo(known("direct", "other", "top", "below"));
        assertThat(directory.closure(groupId("inner"))).isEqualTo(known("top", "below"));
        assertThat(directory.closure(groupId("everybody"))).isEqualTo(known("top", "below", "partner"));
        assertThat(directory.problems()).isEmpty();
    }

    @Test
    @DisplayName("A11: a member role stands for exactly that role, not for the ones below it")
    void countsARoleWithoutItsSubordinates() {
        Directory directory = acme().put(role("top", null))
                .put(role("below", "top"))
                .put(user("top", "top"))
                .put(user("below", "below"))
                .put(group("tops"))
                .addMember(groupId("tops"), roleMember("top"))
                .build();

        assertThat(directory.closure(groupId("tops"))).isEqualTo(known("top"));
    }

    @Test
    @DisplayName("A11: a group that lists itself is harmless and reported")
    void ignoresSelfMembership() {
        Directory directory = acme().put(user("anna"))
                .put(group("selfish"))
                .addMember(groupId("selfish"), groupMember("selfish"))
                .addMember(groupId("selfish"), userMember("anna"))
                .build();

        assertThat(directory.closure(groupId("selfish"))).isEqualTo(known("anna"));
        assertThat(directory.groups().subgroupCount(0)).isZero();
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.SelfMembership(group("selfish")))
                .allMatch(problem -> problem.message().contains("selfish") && !problem.makesUnknown());
    }

    @Test
    @DisplayName("A11: two groups that contain each other have the same members, and their cycle is reported")
    void joinsACycleOfTwo() {
        Directory directory = acme().put(user("anna"))
                .put(user("bert"))
                .put(group("b"))
                .put(group("a"))
                .addMember(groupId("a"), groupMember("b"))
                .addMember(groupId("b"), groupMember("a"))
                .addMember(groupId("a"), userMember("anna"))
                .addMember(groupId("b"), userMember("bert"))
                .build();

        assertThat(directory.closure(groupId("a"))).isEqualTo(known("anna", "bert"));
        assertThat(directory.closure(groupId("b"))).isEqualTo(known("anna", "bert"));
        assertThat(directory.groups().componentCount()).isOne();
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.GroupCycle(List.of(group("a"), group("b"))))
                .allMatch(problem -> problem.message().endsWith("a, b"));
    }

    @Test
    @DisplayName("A11: a cycle of three, with groups around it that are not in it")
    void joinsACycleOfThree() {
        Directory directory = acme().put(user("anna"))
                .put(user("inside"))
                .put(user("outside"))
                .put(group("outer"))
                .put(group("a"))
                .put(group("b"))
                .put(group("c"))
                .put(group("inner"))
                .addMember(groupId("outer"), groupMember("b"))
                .addMember(groupId("outer"), userMember("outside"))
                .addMember(groupId("a"), groupMember("b"))
                .addMember(groupId("b"), groupMember("c"))
                .addMember(groupId("c"), groupMember("a"))
                .addMember(groupId("c"), groupMember("inner"))
                .addMember(groupId("a"), userMember("anna"))
                .addMember(groupId("inner"), userMember("inside"))
                .build();

        assertThat(List.of("a", "b", "c"))
                .allSatisfy(id -> assertThat(directory.closure(groupId(id))).isEqualTo(known("anna", "inside")));
        assertThat(directory.closure(groupId("inner"))).isEqualTo(known("inside"));
        assertThat(directory.closure(groupId("outer"))).isEqualTo(known("anna", "inside", "outside"));
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.GroupCycle(List.of(group("a"), group("b"), group("c"))));
    }

    @Test
    @DisplayName("A11: components are numbered from inner to outer")
    void numbersComponentsFromInnerToOuter() {
        Directory directory = acme().put(group("outer"))
                .put(group("middle"))
                .put(group("inner"))
                .addMember(groupId("outer"), groupMember("middle"))
                .addMember(groupId("middle"), groupMember("inner"))
                .addMember(groupId("outer"), groupMember("inner"))
                .build();
        Groups groups = directory.groups();

        assertThat(groups.componentCount()).isEqualTo(3);
        assertThat(groups.component(groups.slot(groupId("inner"))))
                .isLessThan(groups.component(groups.slot(groupId("middle"))));
        assertThat(groups.component(groups.slot(groupId("middle"))))
                .isLessThan(groups.component(groups.slot(groupId("outer"))));
    }

    @Test
    @DisplayName("A11: a duplicate row counts once and is reported once by name, with the group's name of today")
    void countsADuplicateRowOnce() {
        Directory directory = acme().put(user("anna"))
                .put(group("twice"))
                .addMember(groupId("twice"), userMember("anna"))
                .addMember(groupId("twice"), userMember("anna"))
                .addMember(groupId("twice"), userMember("anna"))
                .build();
        Group renamed = new Group(groupId("twice"), "Renamed", "Renamed");

        assertThat(directory.closure(groupId("twice"))).isEqualTo(known("anna"));
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.DuplicateMembership(group("twice"), userMember("anna")))
                .allMatch(problem -> problem.message().contains("twice lists user anna"));
        assertThat(directory.update().put(renamed).build().problems())
                .containsExactly(new DirectoryProblem.DuplicateMembership(renamed, userMember("anna")));
        assertThat(directory
                        .update()
                        .removeMember(groupId("twice"), userMember("anna"))
                        .build()
                        .problems())
                .isEmpty();
    }

    @Test
    @DisplayName("A11: a row that an update repeats is no duplicate")
    void takesARepeatedRowOfAnUpdateAsKnown() {
        Directory directory = acme().put(user("anna"))
                .put(group("team"))
                .addMember(groupId("team"), userMember("anna"))
                .build();

        Directory later = directory
                .update()
                .addMember(groupId("team"), userMember("anna"))
                .build();

        assertThat(later.problems()).isEmpty();
        assertThat(later.sameStructure(directory)).isTrue();
    }

    @Test
    @DisplayName("A11: many duplicate rows are read in linear time")
    void readsManyDuplicateRows() {
        DirectoryBuilder builder = acme().put(group("wide"));
        IntStream.range(0, 50_000).forEach(at -> {
            builder.put(user("u" + at));
            builder.addMember(groupId("wide"), userMember("u" + at));
            builder.addMember(groupId("wide"), userMember("u" + at));
        });

        assertThat(builder.build().problems()).hasSize(50_000);
    }

    @Test
    @DisplayName("A11: a group of 50,000 users")
    void holdsAWideGroup() {
        DirectoryBuilder builder = acme().put(group("wide"));
        IntStream.range(0, 50_000)
                .forEach(at -> builder.put(user("u" + at)).addMember(groupId("wide"), userMember("u" + at)));
        Directory directory = builder.build();

        Directory later = directory
                .update()
                .removeMember(groupId("wide"), userMember("u777"))
                .build();

        assertThat(directory.closure(groupId("wide")).users()).hasSize(50_000);
        assertThat(later.closure(groupId("wide")).users()).hasSize(49_999).doesNotContain(new UserId("u777"));
        assertThat(later.usersChangedSince(directory)).containsExactly(777);
    }

    @Test
    @DisplayName("A11: a chain of 10,000 groups: there is no depth limit")
    void nestsTenThousandDeep() {
        DirectoryBuilder builder = acme().put(user("deep"));
        IntStream.range(0, 10_000)
                .forEach(at -> builder.put(group("g" + at))
                        .addMember(groupId("g" + at), at == 9_999 ? userMember("deep") : groupMember("g" + (at + 1))));
        Directory directory = builder.build();

        assertThat(directory.closure(groupId("g0"))).isEqualTo(known("deep"));
        assertThat(directory.groups().componentCount()).isEqualTo(10_000);
        assertThat(directory.problems()).isEmpty();
    }

    @Test
    @DisplayName("A11: a cycle of 10,000 groups is one component")
    void joinsACycleOfTenThousand() {
        DirectoryBuilder builder = acme().put(user("anna"));
        IntStream.range(0, 10_000)
                .forEach(at -> builder.put(group("g" + at))
                        .addMember(groupId("g" + at), groupMember("g" + (at + 1) % 10_000)));
        Directory directory =
                builder.addMember(groupId("g5000"), userMember("anna")).build();

        assertThat(directory.closure(groupId("g0"))).isEqualTo(known("anna"));
        assertThat(directory.groups().componentMembers(0)).hasSize(10_000);
    }
}
