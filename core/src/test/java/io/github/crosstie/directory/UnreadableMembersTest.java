package io.github.crosstie.directory;

import static io.github.crosstie.directory.Member.Unreadable.Reason.DANGLING;
import static io.github.crosstie.directory.Member.Unreadable.Reason.UNSUPPORTED_GROUP_TYPE;
import static io.github.crosstie.directory.Records.acme;
import static io.github.crosstie.directory.Records.group;
import static io.github.crosstie.directory.Records.groupId;
import static io.github.crosstie.directory.Records.groupMember;
import static io.github.crosstie.directory.Records.known;
import static io.github.crosstie.directory.Records.role;
import static io.github.crosstie.directory.Records.roleMember;
import static io.github.crosstie.directory.Records.subtreeMember;
import static io.github.crosstie.directory.Records.unknown;
import static io.github.crosstie.directory.Records.user;
import static io.github.crosstie.directory.Records.userMember;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableMembersTest {

    private static DirectoryBuilder team() {
        return acme().put(user("anna"))
                .put(group("outermost"))
                .put(group("outer"))
                .put(group("team"))
                .put(group("apart"))
                .addMember(groupId("outermost"), groupMember("outer"))
                .addMember(groupId("outer"), groupMember("team"))
                .addMember(groupId("team"), userMember("anna"))
                .addMember(groupId("apart"), userMember("anna"));
    }

    static Member[] dangling() {
        return new Member[] {
            userMember("gone"),
            groupMember("gone"),
            roleMember("gone"),
            subtreeMember("gone", true),
            new Member.Unreadable("gone", DANGLING)
        };
    }

    @ParameterizedTest
    @MethodSource("dangling")
    @DisplayName("A12: a dangling member makes the closure unknown, not smaller, and so that of every group around it")
    void makesTheClosureUnknown(Member member) {
        Directory directory = team().addMember(groupId("team"), member).build();

        assertThat(directory.closure(groupId("team"))).isEqualTo(unknown("anna"));
        assertThat(directory.closure(groupId("outer"))).isEqualTo(unknown("anna"));
        assertThat(directory.closure(groupId("outermost"))).isEqualTo(unknown("anna"));
        assertThat(directory.closure(groupId("apart"))).isEqualTo(known("anna"));
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.UnreadableMember(group("team"), "gone", DANGLING))
                .allMatch(problem -> problem.makesUnknown() && problem.message().contains("team lists gone"));
    }

    @Test
    @DisplayName("A12: a group of an unsupported type makes the closure unknown, with that reason")
    void namesAnUnsupportedGroupType() {
        Directory directory = team().addMember(
                        groupId("team"), new Member.Unreadable("00GQueue", UNSUPPORTED_GROUP_TYPE))
                .build();

        assertThat(directory.closure(groupId("outer"))).isEqualTo(unknown("anna"));
        assertThat(directory.problems())
                .containsExactly(
                        new DirectoryProblem.UnreadableMember(group("team"), "00GQueue", UNSUPPORTED_GROUP_TYPE));
    }

    @Test
    @DisplayName("A12: unknown spreads around a cycle, and outwards only")
    void spreadsAroundACycle() {
        Directory directory = team().put(group("inner"))
                .addMember(groupId("team"), groupMember("outer"))
                .addMember(groupId("team"), groupMember("inner"))
                .addMember(groupId("inner"), userMember("anna"))
                .addMember(groupId("outer"), userMember("gone"))
                .build();

        assertThat(directory.closure(groupId("team"))).isEqualTo(unknown("anna"));
        assertThat(directory.closure(groupId("outermost"))).isEqualTo(unknown("anna"));
        assertThat(directory.closure(groupId("inner"))).isEqualTo(known("anna"));
    }

    @Test
    @DisplayName("A12: known again when the user is listed by an update")
    void isKnownAgainOnceTheUserIsListed() {
        Directory before = team().addMember(groupId("team"), userMember("late")).build();

        Directory after = before.update().put(user("late")).build();

        assertThat(after.closure(groupId("outermost"))).isEqualTo(known("anna", "late"));
        assertThat(after.problems()).isEmpty();
    }

    @Test
    @DisplayName("A12: known again when the group is listed by an update")
    void isKnownAgainOnceTheGroupIsListed() {
        Directory before =
                team().addMember(groupId("team"), groupMember("late")).build();

        Directory after = before.update()
                .put(group("late"))
                .put(user("bert"))
                .addMember(groupId("late"), userMember("bert"))
                .build();

        assertThat(after.closure(groupId("outermost"))).isEqualTo(known("anna", "bert"));
    }

    @Test
    @DisplayName("A12: known again when the role is listed by an update")
    void isKnownAgainOnceTheRoleIsListed() {
        Directory before = team().put(user("bert", "late"))
                .addMember(groupId("team"), roleMember("late"))
                .build();

        Directory after = before.update().put(role("late", null)).build();

        assertThat(before.closure(groupId("team"))).isEqualTo(unknown("anna", "bert"));
        assertThat(after.closure(groupId("team"))).isEqualTo(known("anna", "bert"));
    }

    @Test
    @DisplayName("A12: known again when the dangling row is removed")
    void isKnownAgainOnceTheRowIsRemoved() {
        Directory before = team().addMember(groupId("team"), userMember("gone")).build();

        Directory after = before.update()
                .removeMember(groupId("team"), userMember("gone"))
                .build();

        assertThat(after.closure(groupId("outermost"))).isEqualTo(known("anna"));
    }

    @Test
    @DisplayName("A12: unknown when a user, a group or a role that a group lists is removed")
    void isUnknownOnceAMemberIsRemoved() {
        Directory directory = team().put(role("sales", null))
                .addMember(groupId("apart"), roleMember("sales"))
                .build();

        Directory withoutUser = directory.update().remove(new UserId("anna")).build();
        Directory withoutGroup = directory.update().remove(groupId("team")).build();
        Directory withoutRole = directory.update().remove(new RoleId("sales")).build();

        assertThat(withoutUser.closure(groupId("outermost"))).isEqualTo(unknown());
        assertThat(withoutGroup.closure(groupId("outermost"))).isEqualTo(unknown());
        assertThat(withoutGroup.closure(groupId("apart"))).isEqualTo(known("anna"));
        assertThat(withoutRole.closure(groupId("apart"))).isEqualTo(unknown("anna"));
    }

    @Test
    @DisplayName("A12: a group that is not listed is unknown itself")
    void knowsNothingOfAGroupThatIsNotListed() {
        assertThat(team().build().closure(groupId("gone"))).isEqualTo(unknown());
    }

    @Test
    @DisplayName("A12, A13: roles with subordinates are unknown while somebody else has a role whose lineage is hidden")
    void isUnknownWhileALineageIsHidden() {
        DirectoryBuilder builder = team().put(role("top", null))
                .put(role("orphan", "hidden"))
                .put(user("bert", "orphan"))
                .addMember(groupId("team"), subtreeMember("top", true));

        assertThat(builder.build().closure(groupId("outer"))).isEqualTo(unknown("anna"));
        assertThat(builder.addMember(groupId("team"), userMember("bert"))
                        .build()
                        .closure(groupId("outer")))
                .isEqualTo(known("anna", "bert"));
    }
}
