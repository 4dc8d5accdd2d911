package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organization in people's hands, and out of a folder. */
class OrganizationTest extends SalesforceTest {

    @Test
    @DisplayName("A10, A11: roles, groups and members are read as they were added")
    void addsADirectory() throws Exception {
        String sales = organization.addRole("Sales", null);
        String emea = organization.addRole("Sales EMEA", sales);
        organization.users().edit(ada, "UserRoleId", emea);
        String inner = organization.addGroup("Sales Team");
        String outer = organization.addGroup("Everybody");
        String below = organization.addRoleGroup(sales, "RoleAndSubordinatesInternal");
        organization.addMember(outer, inner);
        organization.addMember(inner, ada);
        organization.addMember(inner, below);

        assertThat(query("SELECT ParentRole.Name, PortalType FROM UserRole WHERE DeveloperName = 'Sales_EMEA'")
                        .column("ParentRole.Name"))
                .containsExactly("Sales");
        assertThat(query("SELECT UserRole.ParentRole.Name FROM User WHERE Id = '" + ada + "'")
                        .column("UserRole.ParentRole.Name"))
                .containsExactly("Sales");
        assertThat(query("SELECT UserOrGroupId FROM GroupMember WHERE GroupId = '" + inner + "'")
                        .column("UserOrGroupId"))
                .containsExactly(ada, below);
        assertThat(query("SELECT Type, RelatedId FROM Group WHERE Type != 'Regular'")
                        .column("RelatedId"))
                .containsExactly(sales);
    }

    @Test
    @DisplayName("who adds a member again gets the membership that is there")
    void addsMembersOnce() throws Exception {
        String group = organization.addGroup("Sales");
        String member = organization.addMember(group, ada);

        Answer again =
                post("/sobjects/GroupMember", "{\"GroupId\":\"" + group + "\",\"UserOrGroupId\":\"" + ada + "\"}");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id").asText()).isEqualTo(member);
        assertThat(organization.groupMembers().count()).isEqualTo(1);
        assertThat(patch("/sobjects/GroupMember/" + member, "{}").code()).isEqualTo("INVALID_TYPE_FOR_OPERATION");
    }

    @Test
    @DisplayName("G5: an edit bears the name of who made it: the owner, or whom the test says")
    void actsAsPeople() {
        String bob = organization.addUser("bob@acme.example", "Babbage");
        String id = contact("Babbage");
        assertThat(organization.contacts().get(id).text("CreatedById")).isEqualTo(ada);

        organization.contacts().edit(id, "Title", "Sir");
        assertThat(organization.contacts().get(id).text("LastModifiedById")).isEqualTo(ada);

        organization.contacts().as(bob).edit(id, "Title", "Lord");
        assertThat(organization.contacts().get(id).text("LastModifiedById")).isEqualTo(bob);

        organization.contacts().as(bob).delete(id);
        assertThat(organization.contacts().get(id).text("LastModifiedById")).isEqualTo(bob);
    }

    @Test
    @DisplayName("a test may say what only the system writes otherwise")
    void writesStamps() {
        Instant moment = Instant.parse("2025-01-01T00:00:00Z");

        String id = organization
                .contacts()
                .create(Map.of(
                        "Id",
                        "003000000000001",
                        "LastName",
                        "L",
                        "SystemModstamp",
                        moment,
                        "CreatedDate",
                        moment.toString()));

        assertThat(id).isEqualTo("003000000000001AAA");
        assertThat(organization.contacts().get(id).moment("SystemModstamp")).isEqualTo(moment);
        assertThat(organization.contacts().get(id).moment("CreatedDate")).isEqualTo(moment);
        assertThat(organization.contacts().get(id).moment("LastModifiedDate")).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName("what a person cannot do is told with the field, without a value")
    void refusesPeople() {
        assertThatThrownBy(() -> organization.contacts().create(Map.of("FirstName", "Ada")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REQUIRED_FIELD_MISSING [LastName]");
        assertThatThrownBy(() -> contact("geheim".repeat(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STRING_TOO_LONG [LastName]")
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> organization.contacts().get(ada))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no Contact with the id " + ada);
        assertThatThrownBy(() -> organization.contacts().create(Map.of("Shoe", "red")))
                .hasMessageContaining("no field Shoe");
        assertThatThrownBy(() -> organization.contacts().create(Map.of("LastName", 5)))
                .hasMessageContaining("takes no Integer");
        assertThatThrownBy(() -> organization.contacts().purge(contact("There")))
                .hasMessageContaining("recycle bin");
        assertThatThrownBy(() -> organization.records("Pet")).hasMessageContaining("no object Pet");
    }

    @Test
    @DisplayName("custom fields of every type are kept, shown and filtered by")
    void declaresFields() throws Exception {
        organization.declare("Contact", SalesforceField.number("Size__c"));
        organization.declare("Contact", SalesforceField.flag("Vip__c"));
        organization.declare("Contact", SalesforceField.date("Day__c"));
        organization.declare("Contact", SalesforceField.moment("Seen__c"));
        organization.declare("Contact", SalesforceField.email("Other__c"));
        organization.declare("Contact", SalesforceField.picklist("Color__c", "red", "blue"));
        organization.declare("Contact", SalesforceField.reference("Boss__c", "Contact"));
        organization.declare("Contact", SalesforceField.text("Formula__c", 80).readOnly());
        String boss = contact("Boss");

        Answer created = post("/sobjects/Contact", """
            {"LastName":"L","Size__c":4.5,"Vip__c":true,"Day__c":"2026-03-03","Seen__c":"2026-03-03T09:00:00Z",
             "Other__c":"l@acme.example","Color__c":"red","Boss__c":"%s"}""".formatted(boss));
        Answer read = query("SELECT Boss__r.LastName, Size__c FROM Contact"
                + " WHERE Size__c > 4 AND Vip__c = true AND Day__c = 2026-03-03 AND Seen__c > 2026-03-03T08:59:59Z");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(read.column("Boss__r.LastName")).containsExactly("Boss");
        assertThat(read.column("Size__c")).containsExactly("4.5");
        assertThat(post("/sobjects/Contact", "{\"LastName\":\"L\",\"Color__c\":\"green\"}")
                        .code())
                .isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(post("/sobjects/Contact", "{\"LastName\":\"L\",\"Formula__c\":\"x\"}")
                        .code())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThatThrownBy(() -> SalesforceField.flag("Vip")).hasMessageContaining("__c");
        assertThatThrownBy(() -> organization.declare("Contact", SalesforceField.flag("Vip__c")))
                .hasMessageContaining("already");
    }

    @Test
    @DisplayName("A14: ids have checksums, and some differ by case alone")
    void makesIds() {
        List<String> ids =
                IntStream.range(0, 80).mapToObj(number -> contact("L")).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("003[0-9A-Za-z]{15}"));
        assertThat(ids.stream()
                        .map(id -> id.substring(0, 15).toLowerCase(Locale.ROOT))
                        .distinct())
                .hasSizeLessThan(80);
        assertThat(ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct())
                .as("the checksum tells them apart even then")
                .hasSize(80);
    }

    @Test
    @DisplayName("A14: an id of 15 characters is widened by the checksum of its case, and a wrong one is refused")
    void widensIds() throws Exception {
        String id = organization.records("Account").create(Map.of("Id", "001D000000IRFma", "Name", "Acme"));

        assertThat(id).isEqualTo("001D000000IRFmaIAH");
        assertThat(get("/sobjects/Account/001D000000IRFma").status()).isEqualTo(200);
        assertThat(get("/sobjects/Account/001D000000IRFmaIAA").code()).isEqualTo("MALFORMED_ID");
        assertThat(get("/sobjects/Account/001d000000IRFma").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    @DisplayName("a record does not show its values in its text")
    void hidesValues() {
        String id = contact("geheim");

        assertThat(organization.contacts().get(id).toString())
                .startsWith("Contact " + id)
                .doesNotContain("geheim");
    }

    @Test
    @DisplayName("an organization is loaded from the query results in a folder")
    void loads(@TempDir Path folder) throws Exception {
        write(folder, "Organization.json", "{\"Id\":\"00D000000000001EAA\",\"Name\":\"Loaded\",\"IsSandbox\":true}");
        write(
                folder,
                "Profile.json",
                "{\"Id\":\"00e000000000001AAA\",\"Name\":\"Standard User\",\"UserLicense\":{\"Name\":\"Salesforce\"}},"
                        + "{\"Id\":\"00e000000000002AAA\",\"Name\":\"System Administrator\","
                        + "\"UserLicense\":{\"Name\":\"Salesforce\"}}");
        write(folder, "User.json", user("005000000000001AAA", "00e000000000001AAA", true));
        write(
                folder,
                "User-2.json",
                user("005000000000002AAA", "00e000000000002AAA", false) + ","
                        + user("005000000000003AAA", "00e000000000002AAA", true));
        write(folder, "GroupMember.json", "{\"Id\":\"011000000000001AAA\",\"GroupId\":\"00G000000000009EAA\"}");
        write(folder, "Pet.json", "{\"Id\":\"x\"}");

        organization.load(folder);
        signInAgain();

        assertThat(organization.id()).isEqualTo("00D000000000001EAA");
        assertThat(organization.integrationUser().id()).isEqualTo("005000000000003AAA");
        assertThat(query("SELECT Id, Name, SystemModstamp FROM User").column("SystemModstamp"))
                .hasSize(3)
                .containsOnly("2026-01-01T00:00:00.000+0000");
        assertThat(query("SELECT Id FROM User").column("Id"))
                .as("in the order of the pages")
                .containsExactly("005000000000001AAA", "005000000000002AAA", "005000000000003AAA");
        assertThat(query("SELECT UserLicense.Name FROM Profile").column("UserLicense.Name"))
                .containsExactly("Salesforce", "Salesforce");
        assertThat(query("SELECT GroupId FROM GroupMember").column("GroupId"))
                .as("a group that is not there")
                .containsExactly("00G000000000009EAA");
        organization.sandbox(false);
        assertThat(query("SELECT IsSandbox FROM Organization").column("IsSandbox"))
                .containsExactly("false");
    }

    private static void write(Path folder, String file, String records) throws IOException {
        String page = "{\"totalSize\":1,\"done\":true,\"records\":[" + records + "]}";
        Files.writeString(folder.resolve(file), file.equals("User.json") ? "[" + page + "]" : page);
    }

    private static String user(String id, String profile, boolean active) {
        return "{\"attributes\":{\"type\":\"User\"},\"Id\":\"%s\",\"LastName\":\"L\",\"ProfileId\":\"%s\",\"IsActive\":%s,"
                        .formatted(id, profile, active)
                + "\"ManagerId\":null,\"SystemModstamp\":\"2026-01-01T00:00:00.000+0000\"}";
    }

    @Test
    @DisplayName("a folder that is not there, and fields that nobody declared, are told")
    void refusesFolders(@TempDir Path folder) throws Exception {
        write(folder, "Contact.json", "{\"Id\":\"003000000000001AAA\",\"Shoe__c\":\"red\"}");

        assertThatThrownBy(() -> organization.load(folder.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> organization.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no field Shoe__c; declare it first");
        assertThatThrownBy(organization::integrationUser).isInstanceOf(IllegalStateException.class);
        write(folder, "Contact.json", "{\"Id\":\"003000000000001EAA\"}");
        assertThatThrownBy(() -> organization.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MALFORMED_ID in field Id");
    }

    @Test
    @DisplayName("sessions belong to the user that the test chooses, and every server to itself")
    void choosesUsers() throws Exception {
        organization.integrationUser(ada);
        signInAgain();
        post("/sobjects/Contact", "{\"LastName\":\"L\"}");

        try (LoopbackSalesforce other = LoopbackSalesforce.start()) {
            assertThat(other.url()).isNotEqualTo(salesforce.url());
            assertThat(other.organization().contacts().count()).isZero();
        }
        assertThat(organization.contacts().all())
                .singleElement()
                .satisfies(contact -> assertThat(contact.text("CreatedById")).isEqualTo(ada));
        clock.advance(Duration.ofDays(1));
        assertThat(organization.contacts().find("nonsense")).isEmpty();
    }
}
