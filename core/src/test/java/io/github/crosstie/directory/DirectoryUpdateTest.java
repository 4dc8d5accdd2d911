package io.github.crosstie.directory;

import static io.github.crosstie.directory.Records.acme;
import static io.github.crosstie.directory.Records.group;
import static io.github.crosstie.directory.Records.groupId;
import static io.github.crosstie.directory.Records.groupMember;
import static io.github.crosstie.directory.Records.known;
import static io.github.crosstie.directory.Records.role;
import static io.github.crosstie.directory.Records.user;
import static io.github.crosstie.directory.Records.userMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryUpdateTest {

    private static final int USERS = 2_000;

    private final Directory directory = company();

    private static Directory company() {
        DirectoryBuilder builder = acme().put(role("sales", null))
                .put(group("all"))
                .put(group("team"))
                .addMember(groupId("all"), groupMember("team"));
        IntStream.range(0, USERS).forEach(at -> builder.put(user("u" + at, "sales")));
        return builder.addMember(groupId("team"), userMember("u3")).build();
    }

    @Test
    void sharesEverythingWhereNothingChanged() {
        Directory same = directory
                .update()
                .put(role("sales", null))
                .put(group("all"))
                .put(user("u7", "sales"))
                .addMember(groupId("team"), userMember("u3"))
                .removeMember(groupId("team"), userMember("u9"))
                .remove(new UserId("never there"))
                .build();

        assertThat(same.sameStructure(directory)).isTrue();
        assertThat(same.users()).isSameAs(directory.users());
        assertThat(same.groups()).isSameAs(directory.groups());
        assertThat(same.roles()).isSameAs(directory.roles());
        assertThat(same.profiles()).isSameAs(directory.profiles());
        assertThat(same.usersChangedSince(directory)).isEmpty();
    }

    @Test
    void namesTheOneUserWhoChangesProfile() {
        ProfileId other = new ProfileId("00eOther");

        Directory later = directory
                .update()
                .put(user("u7", "sales").toBuilder().profile(other).build())
                .build();

        assertThat(later.sameStructure(directory)).isTrue();
        assertThat(later.continues(directory)).isTrue();
        assertThat(later.usersChangedSince(directory)).containsExactly(7);
        assertThat(later.profiles().id(later.users().profile(7))).isEqualTo(other);
        assertThat(directory.users().at(7).profile()).isEqualTo(Records.STANDARD);
    }

    @Test
    void namesTheOneUserWhoJoinsAGroup() {
        Directory later = directory
                .update()
                .addMember(groupId("team"), userMember("u1999"))
                .build();

        assertThat(later.sameStructure(directory)).isTrue();
        assertThat(later.usersChangedSince(directory)).containsExactly(1_999);
        assertThat(later.closure(groupId("all"))).isEqualTo(known("u3", "u1999"));
        assertThat(directory.closure(groupId("all"))).isEqualTo(known("u3"));
    }

    @Test
    void namesTheOneUserWhoLeavesAGroup() {
        Directory later = directory
                .update()
                .removeMember(groupId("team"), userMember("u3"))
                .build();

        assertThat(later.sameStructure(directory)).isTrue();
        assertThat(later.usersChangedSince(directory)).containsExactly(3);
        assertThat(later.closure(groupId("all"))).isEqualTo(known());
    }

    @Test
    void namesNoneOfTheOthersWhoseGroupsStandBesideThoseOfOneWhoJoins() {
        Directory before = directory
                .update()
                .addMember(groupId("all"), userMember("u1"))
                .addMember(groupId("team"), userMember("u5"))
                .build();
        Directory later =
                before.update().addMember(groupId("all"), userMember("u3")).build();

        assertThat(later.usersChangedSince(before)).containsExactly(3);
        assertThat(later.usersChangedSince(directory)).containsExactly(1, 3, 5);
    }

    @Test
    void namesNobodyWhenARecordIsEditedAndEditedBack() {
        Directory edited = directory
                .update()
                .put(user("u7", "sales").toBuilder().title("Adviser").build())
                .build();
        Directory back = edited.update().put(user("u7", "sales")).build();

        assertThat(back.usersChangedSince(edited)).containsExactly(7);
        assertThat(back.usersChangedSince(directory)).isEmpty();
    }

    @Test
    void namesNobodyWhenAUserJoinsAndLeavesAgain() {
        Directory joined =
                directory.update().addMember(groupId("team"), userMember("u9")).build();

        Directory left =
                joined.update().removeMember(groupId("team"), userMember("u9")).build();

        assertThat(left.usersChangedSince(directory)).isEmpty();
        assertThat(left.usersChangedSince(joined)).containsExactly(9);
    }

    @Test
    void namesNobodyWhenOnlyTheNestingChanges() {
        Directory later = directory
                .update()
                .put(group("outer"))
                .addMember(groupId("outer"), groupMember("all"))
                .build();

        assertThat(later.sameStructure(directory)).isFalse();
        assertThat(later.usersChangedSince(directory)).isEmpty();
        assertThat(later.closure(groupId("outer"))).isEqualTo(known("u3"));
    }

    @Test
    void givesNewUsersTheNextSlots() {
        Directory later = directory
                .update()
                .put(user("new", "sales"))
                .addMember(groupId("all"), userMember("new"))
                .build();

        assertThat(later.users().slot(new UserId("new"))).isEqualTo(USERS);
        assertThat(later.sameStructure(directory)).isTrue();
        assertThat(later.usersChangedSince(directory)).containsExactly(USERS);
        assertThat(later.continues(directory)).isTrue();
        assertThat(directory.continues(later)).isFalse();
    }

    @Test
    void namesNewUsersWhoAreInNoGroup() {
        DirectoryBuilder builder = directory.update();
        IntStream.range(USERS, USERS + 100).forEach(at -> builder.put(user("u" + at, "sales")));

        assertThat(builder.build().usersChangedSince(directory))
                .containsExactlyElementsOf(
                        IntStream.range(USERS, USERS + 100).boxed().toList());
    }

    @Test
    void keepsSlotsThroughManyUpdates() {
        Directory later = directory;
        for (int at = 0; at < 1_500; at++) {
            later = later.update().put(user("new" + at)).build();
        }

        Users users = later.users();
        assertThat(IntStream.range(0, users.size()))
                .allMatch(slot -> users.slot(users.at(slot).id()) == slot);
        assertThat(users.slot(new UserId("new1499"))).isEqualTo(USERS + 1_499);
        assertThat(users.all()).hasSize(USERS + 1_500);
    }

    @Test
    void comparesNoSlotsAfterARemoval() {
        Directory later = directory.update().remove(new UserId("u0")).build();

        assertThat(later.users().size()).isEqualTo(USERS - 1);
        assertThat(later.continues(directory)).isFalse();
        assertThatThrownBy(() -> later.usersChangedSince(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Acme")
                .hasMessageContaining("resolve from scratch");
    }

    @Test
    void comparesNoSlotsOfTwoUpdatesThatBroughtDifferentRecords() {
        Directory one = directory.update().put(user("one")).build();
        Directory two = directory.update().put(user("two")).build();
        Directory oneGroup = directory.update().put(group("one")).build();
        Directory twoGroup = directory.update().put(group("two")).build();
        Directory oneRole = directory.update().put(role("one", null)).build();
        Directory twoRole = directory.update().put(role("two", null)).build();
        Directory oneProfile =
                directory.update().put(new Profile(new ProfileId("one"), "P")).build();
        Directory twoProfile =
                directory.update().put(new Profile(new ProfileId("two"), "P")).build();

        assertThat(two.continues(one)).isFalse();
        assertThat(twoGroup.continues(oneGroup)).isFalse();
        assertThat(twoRole.continues(oneRole)).isFalse();
        assertThat(twoProfile.continues(oneProfile)).isFalse();
    }

    @Test
    void replacesARecordThatIsRemovedAndPutAgain() {
        User moved = user("u3", "sales").toBuilder().active(false).build();

        Directory later = directory.update().remove(new UserId("u3")).put(moved).build();

        assertThat(later.continues(directory)).isTrue();
        assertThat(later.usersChangedSince(directory)).containsExactly(3);
        assertThat(later.closure(groupId("team"))).isEqualTo(known("u3"));
    }

    @Test
    void emptiesAGroupThatIsRemovedAndPutAgain() {
        Directory later = directory
                .update()
                .remove(groupId("team"))
                .put(group("team"))
                .addMember(groupId("team"), userMember("u5"))
                .build();

        assertThat(later.closure(groupId("all"))).isEqualTo(known("u5"));
    }

    @Test
    void keepsWhatIsKnownOfTheListing() {
        Directory partial = directory.update().complete(false).build();

        assertThat(directory.complete()).isTrue();
        assertThat(partial.complete()).isFalse();
        assertThat(partial.update().put(user("new")).build().complete()).isFalse();
        assertThat(partial.update().remove(new UserId("u1")).build().complete()).isFalse();
        assertThat(partial.update().complete(true).build().complete()).isTrue();
        assertThat(partial).hasToString("Directory[Acme: 2000 users, 1 profiles, 1 roles, 2 groups, incomplete]");
    }

    @Test
    @DisplayName("two different records of one id are reported until the record is put anew")
    void reportsARecordThatWasListedTwice() {
        Directory twice = acme().put(role("a", null))
                .put(role("b", null))
                .put(role("b", "a"))
                .put(role("a", null))
                .build();

        assertThat(twice.problems())
                .containsExactly(new DirectoryProblem.DuplicateRecord("b"))
                .allMatch(problem -> problem.message().contains("id b"));
        assertThat(twice.roles().find(new RoleId("b")).map(Role::parent)).contains(new RoleId("a"));
        assertThat(twice.update().put(role("c", null)).build().problems()).hasSize(1);
        assertThat(twice.update().put(role("b", null)).build().problems()).isEmpty();
        assertThat(twice.update().remove(new RoleId("b")).build().problems()).isEmpty();
    }

    @Test
    void ignoresRowsOfAGroupThatIsNeverListed() {
        Directory later = directory
                .update()
                .addMember(groupId("queue"), userMember("u1"))
                .addMember(groupId("queue"), userMember("u1"))
                .build();

        assertThat(later.problems()).isEmpty();
        assertThat(later.usersChangedSince(directory)).isEmpty();
    }
}
