package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationJsonDirectoryTest {

    private static final Directory EMEA = directory("org1", "EMEA");
    private static final Directory APAC = directory("org2", "APAC");

    private static Directory directory(String id, String name) {
        return Directory.builder(new Organization(new OrganizationId(id), name, Environment.PRODUCTION))
                .put(new Profile(new ProfileId("p1"), "Sales User"))
                .put(User.builder(new UserId("u1"), "anna@example.com", new ProfileId("p1"))
                        .build())
                .put(User.builder(new UserId("u2"), "twin@example.com", new ProfileId("p1"))
                        .build())
                .put(User.builder(new UserId("u3"), "twin@example.com", new ProfileId("p1"))
                        .build())
                .put(new Role(new RoleId("r1"), "Sales_EMEA", "Sales EMEA", null, false))
                .put(new Group(new GroupId("g1"), "All_Sales", "All Sales"))
                .build();
    }

    @Test
    void resolvesNamesAndIdsOfEveryKind() {
        ConfigurationSet set = read("""
                {"configurations": [{"id": "a", "assignments": [
                    {"user": "anna@example.com"}, {"profile": "Sales User"}, {"group": "All_Sales"},
                    {"role": "Sales_EMEA"}, {"roleAndSubordinates": "r1"}, {"user": "u2"}]}]}""");

        assertThat(set.organization()).isEqualTo(new OrganizationId("org1"));
        assertThat(set.configurations().get(0).assignments())
                .containsExactly(
                        new Assignment.OfUser(new UserId("u1"), null),
                        new Assignment.OfProfile(new ProfileId("p1"), null),
                        new Assignment.OfGroup(new GroupId("g1"), null),
                        new Assignment.OfRole(new RoleId("r1"), null),
                        new Assignment.OfRoleAndSubordinates(new RoleId("r1"), true, null),
                        new Assignment.OfUser(new UserId("u2"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user | bob@example.com | no user has the id or username 'bob@example.com' in the directory of EMEA",
                "user | ANNA@EXAMPLE.COM | no user has the id or username 'ANNA@EXAMPLE.COM'",
                "user | twin@example.com | u2",
                "profile | Sales | no profile has the id or name 'Sales'",
                "group | All Sales | no public group has the id or developer name 'All Sales'",
                "role | Sales EMEA | no role has the id or developer name 'Sales EMEA'",
                "roleAndSubordinates | x | no role has the id or developer name 'x'"
            })
    @DisplayName("A14: a target that cannot be found, or not be told apart, is named with what was looked up")
    void refusesATargetThatCannotBeResolved(String kind, String target, String reason) {
        assertThatThrownBy(() -> read("{\"configurations\": [{\"id\": \"a\", \"assignments\": [{\"" + kind + "\": \""
                        + target + "\"}]}]}"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        fault -> assertThat(fault.location()).isEqualTo("configurations[0].assignments[0]." + kind))
                .hasMessageContaining(reason);
    }

    @Test
    void refusesOneTargetUnderTwoNames() {
        assertThatThrownBy(() -> read("{\"configurations\": [{\"id\": \"a\", \"assignments\":"
                        + " [{\"user\": \"u1\"}, {\"user\": \"anna@example.com\"}]}]}"))
                .hasMessage("conf.json: configurations[0].assignments[1]: the user u1 is assigned already;"
                        + " drop one of the two");
    }

    @Test
    @DisplayName("U1, U3: profiles of the table are resolved, a creator long gone is kept as an id")
    void resolvesBusinessUnits() {
        BusinessUnit unit = read("""
                {"businessUnits": [{"id": "b", "creator": "u0", "mapping": {"Sales User": "Sales Manager"}}]}""").businessUnits().get(0);

        assertThat(unit.creator()).isEqualTo(new UserId("u0"));
        assertThat(unit.mapping().roles()).containsEntry(new ProfileId("p1"), EngagementRole.SALES_MANAGER);
    }

    @Test
    @DisplayName("U3: a profile that stands in the table under id and name is refused")
    void refusesAProfileMappedTwice() {
        assertThatThrownBy(
                        () -> read(
                                "{\"businessUnits\": [{\"id\": \"b\", \"mapping\": {\"Sales User\": \"Sales\", \"p1\": \"Sales\"}}]}"))
                .hasMessageContaining("businessUnits[0].mapping.p1: profile p1 has a role already");
    }

    @ParameterizedTest
    @CsvSource({"org1", "EMEA"})
    void takesADocumentThatNamesTheDirectorysOrganization(String organization) {
        assertThat(read("{\"organization\": \"" + organization + "\"}").organization())
                .isEqualTo(new OrganizationId("org1"));
    }

    @Test
    void refusesADocumentForAnotherOrganization() {
        assertThatThrownBy(() -> read("{\"organization\": \"org2\"}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("conf.json: organization: the document is for organization 'org2', the directory is that of"
                        + " EMEA (org1); take the other document or the other directory");
    }

    @Test
    void readsSeveralOrganizationsByIdOrName() {
        List<ConfigurationSet> sets = readAll("""
                {"organizations": {"org2": {"configurations": [{"id": "a"}]}, "EMEA": {}}}""");

        assertThat(sets)
                .extracting(
                        set -> set.organization().value(),
                        set -> set.configurations().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("org1", 0), org.assertj.core.groups.Tuple.tuple("org2", 1));
    }

    @Test
    void readsBackWhatItWroteForSeveralOrganizations() {
        List<ConfigurationSet> sets = readAll("""
                {"organizations": {"APAC": {"configurations": [{"id": "a", "assignments": [{"user": "u1"}]}]},
                    "EMEA": {"businessUnits": [{"id": "b"}]}}}""");

        assertThat(readAll(ConfigurationJson.writeAll(List.of(sets.get(1), sets.get(0)))))
                .isEqualTo(sets);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigurationJson.writeAll(List.of(sets.get(0), sets.get(0))))
                .withMessageContaining("org1 has two sets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"organizations\": {\"org3\": {}}} | organizations.org3 | there are directories of APAC (org2), EMEA (org1)",
                "{\"organizations\": {\"org1\": {}, \"EMEA\": {}}} | organizations.EMEA | org1 is in the document twice",
                "{\"organizations\": {\"org1\": {\"organization\": \"org2\"}}} | organizations.org1.organization | for organization",
                "{\"organizations\": {\"org1\": {\"configurations\": [{\"id\": \"a\", \"x\": 1}]}}}"
                        + " | organizations.org1.configurations[0].x | unknown setting 'x'",
                "{\"organizations\": []} | organizations | expected an object",
                "{\"organisations\": {}} | organisations | did you mean 'organizations'?"
            })
    void refusesADocumentOfSeveralWithThePath(String json, String path, String reason) {
        assertThatThrownBy(() -> readAll(json))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        fault -> assertThat(fault.location()).isEqualTo(path))
                .hasMessageContaining(reason);
    }

    private static ConfigurationSet read(String json) {
        return ConfigurationJson.read("conf.json", json, EMEA);
    }

    private static List<ConfigurationSet> readAll(String json) {
        return ConfigurationJson.readAll("conf.json", json, List.of(EMEA, APAC));
    }
}
