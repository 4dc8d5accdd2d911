package io.github.crosstie.directory;

import static io.github.crosstie.directory.Records.acme;
import static io.github.crosstie.directory.Records.portalRole;
import static io.github.crosstie.directory.Records.role;
import static io.github.crosstie.directory.Records.user;
import static io.github.crosstie.directory.Records.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.InvalidInputException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RolesTest {

    /** ceo ⊃ (sales ⊃ (emea, partners ⊃ resellers), service); board alone. */
    private static DirectoryBuilder forest() {
        return acme().put(role("emea", "sales"))
                .put(role("board", null))
                .put(role("resellers", "partners"))
                .put(role("sales", "ceo"))
                .put(portalRole("partners", "sales"))
                .put(role("ceo", null))
                .put(role("service", "ceo"))
                .put(user("ceo", "ceo"))
                .put(user("sales", "sales"))
                .put(user("emea", "emea"))
                .put(user("partner", "partners"))
                .put(user("reseller", "resellers"))
                .put(user("service", "service"))
                .put(user("board", "board"))
                .put(user("nobody"));
    }

    private static final RoleId SALES = new RoleId("sales");

    @Test
    @DisplayName("A10: a role alone has its own users, neither those above nor those below")
    void findsTheUsersOfARoleAlone() {
        assertThat(forest().build().usersInRole(SALES)).isEqualTo(users("sales"));
    }

    @Test
    @DisplayName("A10: internal subordinates leave out portal roles and everything below them")
    void leavesOutPortalRoles() {
        assertThat(forest().build().usersInRoleAndSubordinates(SALES, true)).isEqualTo(users("sales", "emea"));
    }

    @Test
    @DisplayName("A10: all subordinates include portal roles")
    void includesPortalRolesWhereAsked() {
        assertThat(forest().build().usersInRoleAndSubordinates(SALES, false))
                .isEqualTo(users("sales", "emea", "partner", "reseller"));
    }

    @Test
    @DisplayName("A10: a portal role and its internal subordinates are nobody; the role alone has its users")
    void findsNobodyInternalInAPortalRole() {
        Directory directory = forest().build();

        assertThat(directory.usersInRoleAndSubordinates(new RoleId("partners"), true))
                .isEmpty();
        assertThat(directory.usersInRole(new RoleId("partners"))).isEqualTo(users("partner"));
        assertThat(directory.usersInRoleAndSubordinates(new RoleId("partners"), false))
                .isEqualTo(users("partner", "reseller"));
    }

    @Test
    @DisplayName("A10: an internal role below a portal role is external too")
    void passesExternalDown() {
        Roles roles = forest().build().roles();

        assertThat(roles.external(roles.slot(new RoleId("resellers")))).isTrue();
        assertThat(roles.external(roles.slot(SALES))).isFalse();
    }

    @Test
    @DisplayName("A10: a subtree is a range of the pre-order")
    void laysSubtreesOutInARow() {
        Roles roles = forest().build().roles();
        int[] preorder = IntStream.range(0, roles.size()).map(roles::atPreorder).toArray();
        int[] subtree = roles.subtree(roles.slot(SALES), false).toArray();

        assertThat(preorder).doesNotHaveDuplicates().hasSize(roles.size());
        assertThat(Arrays.stream(subtree).mapToObj(slot -> roles.id(slot).value()))
                .startsWith("sales")
                .containsExactlyInAnyOrder("sales", "emea", "partners", "resellers");
        assertThat(Arrays.stream(subtree).allMatch(slot -> roles.inSubtree(slot, roles.slot(SALES), false)))
                .isTrue();
        assertThat(roles.inSubtree(roles.slot(new RoleId("ceo")), roles.slot(SALES), false))
                .isFalse();
    }

    @Test
    @DisplayName("A10: a user without a role is in no role")
    void leavesAUserWithoutARoleOut() {
        Directory directory = forest().build();

        assertThat(directory.users().role(directory.users().slot(new UserId("nobody"))))
                .isEqualTo(-1);
        assertThat(directory.usersInRoleAndSubordinates(new RoleId("ceo"), false))
                .doesNotContain(new UserId("nobody"));
        assertThat(directory.problems()).isEmpty();
    }

    @Test
    @DisplayName("A10: a role that nobody names has no users")
    void findsNobodyInARoleThatIsNotThere() {
        assertThat(forest().build().usersInRoleAndSubordinates(new RoleId("Sales"), false))
                .isEmpty();
    }

    @Test
    @DisplayName("A13: there may be several roots")
    void allowsSeveralRoots() {
        Roles roles = forest().build().roles();

        assertThat(IntStream.range(0, roles.size())
                        .filter(slot -> roles.parent(slot) < 0)
                        .mapToObj(slot -> roles.id(slot).value()))
                .containsExactlyInAnyOrder("ceo", "board");
        assertThat(IntStream.range(0, roles.size())).allMatch(roles::lineageKnown);
    }

    @Test
    @DisplayName("A13: a role whose parent is missing is a root, with a diagnostic, and its lineage is unknown")
    void makesAnOrphanARoot() {
        Directory directory = forest().put(role("orphan", "missing"))
                .put(role("below", "orphan"))
                .put(user("below", "below"))
                .build();
        Roles roles = directory.roles();

        assertThat(roles.parent(roles.slot(new RoleId("orphan")))).isEqualTo(-1);
        assertThat(roles.lineageKnown(roles.slot(new RoleId("orphan")))).isFalse();
        assertThat(roles.lineageKnown(roles.slot(new RoleId("below")))).isFalse();
        assertThat(roles.lineageKnown(roles.slot(SALES))).isTrue();
        assertThat(directory.usersInRoleAndSubordinates(new RoleId("orphan"), true))
                .isEqualTo(users("below"));
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.OrphanRole(role("orphan", "missing"), new RoleId("missing")))
                .allMatch(problem -> problem.makesUnknown()
                        && problem.message().contains("orphan")
                        && problem.message().contains("missing"));
    }

    @Test
    @DisplayName(
            "A13: an orphan stays one while only a user names its parent, and finds home when the parent is listed")
    void findsTheParentOnceItIsListed() {
        Directory before = forest().put(role("orphan", "missing"))
                .put(user("named", "missing"))
                .put(user("below", "orphan"))
                .build();

        Directory after = before.update().put(role("missing", "ceo")).build();

        assertThat(before.usersInRoleAndSubordinates(new RoleId("missing"), false))
                .isEqualTo(users("named"));
        assertThat(before.problems())
                .containsExactlyInAnyOrder(
                        new DirectoryProblem.OrphanRole(role("orphan", "missing"), new RoleId("missing")),
                        new DirectoryProblem.UnlistedRole(new UserId("named"), new RoleId("missing")));
        assertThat(after.usersInRoleAndSubordinates(new RoleId("missing"), false))
                .isEqualTo(users("named", "below"));
        assertThat(after.problems()).isEmpty();
        assertThat(after.roles().lineageKnown(after.roles().slot(new RoleId("orphan"))))
                .isTrue();
    }

    @Test
    @DisplayName("A13: a role that users name but nobody listed has its users and an unknown lineage")
    void keepsAnUnlistedRole() {
        Directory directory = forest().put(user("odd", "unlisted")).build();
        int slot = directory.roles().slot(new RoleId("unlisted"));

        assertThat(directory.usersInRoleAndSubordinates(new RoleId("unlisted"), true))
                .isEqualTo(users("odd"));
        assertThat(directory.roles().lineageKnown(slot)).isFalse();
        assertThat(directory.roles().find(new RoleId("unlisted"))).isEmpty();
        assertThat(directory.roles().all()).hasSize(7);
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.UnlistedRole(new UserId("odd"), new RoleId("unlisted")))
                .allMatch(problem -> problem.makesUnknown() && problem.message().contains("unlisted"));
    }

    @Test
    @DisplayName("A13: a cycle is refused with the roles in it, not those below")
    void refusesACycle() {
        DirectoryBuilder builder = acme().put(role("a-tail", "b-tail"))
                .put(role("b-tail", "one"))
                .put(role("one", "two"))
                .put(role("two", "three"))
                .put(role("three", "one"))
                .put(role("fine", null));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("role hierarchy: ")
                .hasMessageContaining("one (one)")
                .hasMessageContaining("two (two)")
                .hasMessageContaining("three (three)")
                .hasMessageContaining("give one of them another parent")
                .hasMessageNotContaining("tail")
                .hasMessageNotContaining("fine");
    }

    @Test
    @DisplayName("A13: a role that is its own parent is a cycle")
    void refusesARoleAboveItself() {
        assertThatThrownBy(() -> acme().put(role("self", "self")).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("self (self) < self (self)");
    }

    @Test
    @DisplayName("A13: a cycle that an update brings is refused, and the old snapshot stays as it was")
    void refusesACycleOfAnUpdate() {
        Directory directory = forest().build();
        DirectoryBuilder update = directory.update().put(role("ceo", "emea"));

        assertThatThrownBy(update::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ceo")
                .hasMessageContaining("sales")
                .hasMessageContaining("emea")
                .hasMessageNotContaining("service");
        assertThat(directory.usersInRoleAndSubordinates(SALES, true)).isEqualTo(users("sales", "emea"));
    }

    @Test
    @DisplayName("A10: re-parenting one role moves everybody below it")
    void movesASubtree() {
        Directory directory = forest().build();

        Directory later = directory.update().put(role("sales", "board")).build();

        assertThat(later.usersInRoleAndSubordinates(new RoleId("ceo"), false)).isEqualTo(users("ceo", "service"));
        assertThat(later.usersInRoleAndSubordinates(new RoleId("board"), false))
                .isEqualTo(users("board", "sales", "emea", "partner", "reseller"));
        assertThat(later.sameStructure(directory)).isFalse();
        assertThat(later.continues(directory)).isTrue();
    }

    @Test
    @DisplayName("A10: a chain of 10,000 roles")
    void standsTenThousandDeep() {
        DirectoryBuilder builder = acme().put(user("deep", "r9999"));
        IntStream.range(0, 10_000).forEach(at -> builder.put(role("r" + at, at == 0 ? null : "r" + (at - 1))));

        Directory directory = builder.build();

        assertThat(directory.usersInRoleAndSubordinates(new RoleId("r0"), true)).isEqualTo(users("deep"));
        assertThat(directory.usersInRole(new RoleId("r0"))).isEmpty();
    }

    @Test
    @DisplayName("A13: a cycle of 10,000 roles is refused without recursion")
    void refusesALongCycle() {
        DirectoryBuilder builder = acme();
        IntStream.range(0, 10_000).forEach(at -> builder.put(role("r" + at, "r" + (at + 1) % 10_000)));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("r9999 (r9999)");
    }
}
