package io.github.crosstie.directory;

import static io.github.crosstie.directory.Records.acme;
import static io.github.crosstie.directory.Records.group;
import static io.github.crosstie.directory.Records.groupId;
import static io.github.crosstie.directory.Records.known;
import static io.github.crosstie.directory.Records.role;
import static io.github.crosstie.directory.Records.user;
import static io.github.crosstie.directory.Records.userMember;
import static io.github.crosstie.directory.Records.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    @Test
    void isEmptyAndCompleteAtFirst() {
        Directory directory = Directory.builder(Records.ACME).build();

        assertThat(directory.organization()).isEqualTo(Records.ACME);
        assertThat(directory.complete()).isTrue();
        assertThat(directory.users().all()).isEmpty();
        assertThat(directory.groups().componentCount()).isZero();
        assertThat(directory.problems()).isEmpty();
        assertThat(directory).hasToString("Directory[Acme: 0 users, 0 profiles, 0 roles, 0 groups]");
    }

    @Test
    @DisplayName("A9: inactive users stay visible in groups and roles")
    void keepsInactiveUsersVisible() {
        Directory directory = acme().put(role("sales", null))
                .put(user("left", "sales").toBuilder().active(false).build())
                .put(group("team"))
                .addMember(groupId("team"), userMember("left"))
                .build();

        assertThat(directory.users().find(new UserId("left")).map(User::active)).contains(false);
        assertThat(directory.usersInRoleAndSubordinates(new RoleId("sales"), true))
                .isEqualTo(users("left"));
        assertThat(directory.closure(groupId("team"))).isEqualTo(known("left"));
    }

    @Test
    @DisplayName("A14: a role and a profile whose ids differ by case alone stand side by side")
    void keepsIdsThatDifferByCaseApart() {
        Directory directory = Directory.builder(Records.ACME)
                .put(new Profile(new ProfileId("00e000000000001"), "Sales"))
                .put(role("00E000000000001", null))
                .put(role("00E00000000000a", null))
                .put(role("00E00000000000A", "00E00000000000a"))
                .put(User.builder(new UserId("005a"), "a", new ProfileId("00e000000000001"))
                        .role(new RoleId("00E00000000000a"))
                        .build())
                .put(User.builder(new UserId("005A"), "A", new ProfileId("00e000000000001"))
                        .role(new RoleId("00E00000000000A"))
                        .build())
                .build();

        assertThat(directory.problems()).isEmpty();
        assertThat(directory.users().size()).isEqualTo(2);
        assertThat(directory.usersInRoleAndSubordinates(new RoleId("00E00000000000A"), true))
                .isEqualTo(users("005A"));
        assertThat(directory.usersInRole(new RoleId("00E00000000000a"))).isEqualTo(users("005a"));
        assertThat(directory.profiles().find(new ProfileId("00E000000000001"))).isEmpty();
    }

    @Test
    void reportsAProfileThatWasNotListedAndKeepsItsSlot() {
        ProfileId hidden = new ProfileId("00eHidden");
        Directory directory = acme().put(
                        User.builder(new UserId("anna"), "anna", hidden).build())
                .build();

        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.UnlistedProfile(new UserId("anna"), hidden))
                .allMatch(
                        problem -> !problem.makesUnknown() && problem.message().contains("00eHidden"));
        assertThat(directory.profiles().find(hidden)).isEmpty();
        assertThat(directory.profiles().all()).hasSize(1);
        assertThat(directory.profiles().id(directory.users().profile(0))).isEqualTo(hidden);
        assertThat(directory
                        .update()
                        .put(new Profile(hidden, "Now listed"))
                        .build()
                        .problems())
                .isEmpty();
    }

    @Test
    void answersInSlotOrderWithSetsThatCannotBeChanged() {
        Directory directory = acme().put(user("b"))
                .put(user("a"))
                .put(group("team"))
                .addMember(groupId("team"), userMember("a"))
                .addMember(groupId("team"), userMember("b"))
                .build();

        assertThat(directory.closure(groupId("team")).users())
                .isUnmodifiable()
                .containsExactly(new UserId("b"), new UserId("a"));
        assertThat(directory.users().all())
                .isUnmodifiable()
                .extracting(User::id)
                .containsExactly(new UserId("b"), new UserId("a"));
        assertThat(directory.groups().members(groupId("team")))
                .isUnmodifiable()
                .isEqualTo(Set.of(userMember("a"), userMember("b")));
        assertThat(directory.groups().members(groupId("gone"))).isEmpty();
    }

    @Test
    void refusesASlotThatIsNotThere() {
        Users users = acme().put(user("anna")).build().users();

        assertThatThrownBy(() -> users.at(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no user in slot 1 of 1");
        assertThatThrownBy(() -> users.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(users.find(new UserId("gone"))).isEmpty();
        assertThat(users.slot(new UserId("gone"))).isEqualTo(-1);
    }

    @Test
    void refusesBlankIds() {
        assertThatThrownBy(() -> new UserId(" ")).hasMessageContaining("UserId");
        assertThatThrownBy(() -> new RoleId("")).hasMessageContaining("RoleId");
        assertThatThrownBy(() -> new GroupId("")).hasMessageContaining("GroupId");
        assertThatThrownBy(() -> new ProfileId("")).hasMessageContaining("ProfileId");
        assertThatThrownBy(() -> new OrganizationId("")).hasMessageContaining("OrganizationId");
    }

    @Test
    @DisplayName("G6: a user's text shows the id alone")
    void showsNoPersonalData() {
        User anna = User.builder(new UserId("0051"), "anna@acme.example", Records.STANDARD)
                .emailAddress("anna@acme.example")
                .name("Anna", "Smith")
                .build();

        assertThat(anna).hasToString("User[0051]");
    }

    @Test
    void copiesAUserWithEveryValue() {
        User anna = User.builder(new UserId("0051"), "anna@acme.example", Records.STANDARD)
                .active(false)
                .role(new RoleId("sales"))
                .emailAddress("anna@acme.example")
                .name("Anna", "Smith")
                .title("Head of Sales")
                .phone("+49 30 1")
                .timeZone("Europe/Berlin")
                .build();

        assertThat(anna.toBuilder().build()).isEqualTo(anna).hasSameHashCodeAs(anna);
        assertThat(anna.toBuilder().title(null).build()).isNotEqualTo(anna);
        assertThat(anna.toBuilder().phone("+49 30 2").build()).isNotEqualTo(anna);
        assertThat(anna.toBuilder().timeZone("UTC").build()).isNotEqualTo(anna);
        assertThat(anna.toBuilder().name(null, "Smith").build()).isNotEqualTo(anna);
        assertThat(anna.toBuilder().name("Anna", null).build().lastName()).isEqualTo("anna@acme.example");
        assertThat(anna.toBuilder().emailAddress(null).build().emailAddress()).isEmpty();
    }
}
