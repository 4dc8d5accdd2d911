package io.github.crosstie.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryNamesTest {

    private static final Organization ORGANIZATION =
            new Organization(new OrganizationId("00D"), "Acme", Environment.PRODUCTION);
    private static final ProfileId SALES = new ProfileId("00e1");

    private static DirectoryBuilder acme() {
        return Directory.builder(ORGANIZATION)
                .put(new Profile(SALES, "Sales User"))
                .put(Role.internal(new RoleId("00E1"), "Head_of_Sales", null))
                .put(new Group(new GroupId("00G1"), "Sales_EMEA", "Sales EMEA"))
                .put(User.builder(new UserId("0051"), "anna@acme.example", SALES)
                        .build());
    }

    @Test
    void findsEveryKindOfRecordByIdAndByName() {
        DirectoryNames names = acme().build().names();

        assertThat(names.user("0051")).contains(new UserId("0051"));
        assertThat(names.user("anna@acme.example")).contains(new UserId("0051"));
        assertThat(names.profile("00e1")).contains(SALES);
        assertThat(names.profile("Sales User")).contains(SALES);
        assertThat(names.role("00E1")).contains(new RoleId("00E1"));
        assertThat(names.role("Head_of_Sales")).contains(new RoleId("00E1"));
        assertThat(names.group("00G1")).contains(new GroupId("00G1"));
        assertThat(names.group("Sales_EMEA")).contains(new GroupId("00G1"));
    }

    @Test
    void findsNothingWhereNobodyHasTheIdOrName() {
        DirectoryNames names = acme().build().names();

        assertThat(names.user("0059")).isEmpty();
        assertThat(names.user(" ")).isEmpty();
        assertThat(names.profile("00G1")).isEmpty();
        assertThat(names.role("")).isEmpty();
        assertThat(names.group("Sales EMEA")).isEmpty();
    }

    @Test
    @DisplayName("A14: a role and a profile whose ids differ by case alone are told apart")
    void neverFoldsCase() {
        DirectoryNames names = acme().build().names();

        assertThat(names.profile("00E1")).isEmpty();
        assertThat(names.role("00e1")).isEmpty();
        assertThat(names.group("sales_emea")).isEmpty();
    }

    @Test
    void refusesAnAmbiguousNameAndListsTheIds() {
        DirectoryNames names = acme().put(Role.internal(new RoleId("00E0"), "Head_of_Sales", null))
                .put(new Profile(new ProfileId("00e2"), "Sales User"))
                .put(new Group(new GroupId("00G2"), "Sales_EMEA", "Another"))
                .put(User.builder(new UserId("0052"), "anna@acme.example", SALES)
                        .build())
                .build()
                .names();

        assertThatThrownBy(() -> names.role("Head_of_Sales"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 roles have this developer name: 00E0, 00E1; give one of these ids instead");
        assertThatThrownBy(() -> names.profile("Sales User")).hasMessageContaining("00e1, 00e2");
        assertThatThrownBy(() -> names.group("Sales_EMEA")).hasMessageContaining("00G1, 00G2");
        assertThatThrownBy(() -> names.user("anna@acme.example"))
                .hasMessageContaining("0051, 0052")
                .hasMessageNotContaining("anna");
        assertThat(names.role("00E0")).contains(new RoleId("00E0"));
    }

    @Test
    void prefersAnIdToANameThatReadsTheSame() {
        DirectoryNames names = acme().put(new Group(new GroupId("00G2"), "00G1", "Odd"))
                .build()
                .names();

        assertThat(names.group("00G1")).contains(new GroupId("00G1"));
    }

    @Test
    @DisplayName("A14: an id in another form of the CRM finds its record")
    void readsIdsInTheFormOfTheCrm() {
        Directory directory =
                acme().idForm(id -> id.startsWith("id:") ? id.substring(3) : id).build();

        assertThat(directory.names().user("id:0051")).contains(new UserId("0051"));
        assertThat(directory.names().user("anna@acme.example")).contains(new UserId("0051"));
    }

    @Test
    void keepsTheIdFormThroughUpdatesAndRemovals() {
        IdForm form = id -> id.startsWith("id:") ? id.substring(3) : id;
        Directory directory = acme().idForm(form).build();

        Directory later = directory
                .update()
                .put(new Group(new GroupId("00G2"), "Sales_APAC", "Sales APAC"))
                .build()
                .update()
                .remove(new GroupId("00G1"))
                .build();

        assertThat(later.idForm()).isSameAs(form);
        assertThat(later.names().group("id:00G2")).contains(new GroupId("00G2"));
        assertThat(later.names().group("Sales_EMEA")).isEmpty();
    }

    @Test
    void findsAProfileAndARoleThatAUserNamesButNobodyListed() {
        DirectoryNames names = acme().put(User.builder(new UserId("0052"), "bert@acme.example", new ProfileId("00e9"))
                        .role(new RoleId("00E9"))
                        .build())
                .build()
                .names();

        assertThat(names.profile("00e9")).contains(new ProfileId("00e9"));
        assertThat(names.role("00E9")).contains(new RoleId("00E9"));
    }
}
