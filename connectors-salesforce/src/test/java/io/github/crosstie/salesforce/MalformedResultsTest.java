package io.github.crosstie.salesforce;

import static io.github.crosstie.salesforce.Export.group;
import static io.github.crosstie.salesforce.Export.id;
import static io.github.crosstie.salesforce.Export.page;
import static io.github.crosstie.salesforce.Export.record;
import static io.github.crosstie.salesforce.Export.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedResultsTest {

    private static AbstractThrowableAssert<?, ?> refusedUsers(String... documents) {
        return assertThatThrownBy(
                        () -> new Export().withDocuments("User", documents).read())
                .isInstanceOf(InvalidInputException.class);
    }

    private static AbstractThrowableAssert<?, ?> refusedUser(String record) {
        return refusedUsers(page(2, true, user(1), record));
    }

    @Test
    @DisplayName("G3: fewer records than totalSize: truncated, with file, counts and remedy")
    void refusesFewerRecordsThanPromised() {
        refusedUsers(page(3, true, user(1), user(2)))
                .hasMessage(
                        "User.json: the query is truncated: there are 2 records of 3; fetch the query again and follow"
                                + " nextRecordsUrl until done is true");
    }

    @Test
    @DisplayName("G3: a last page that is not done: truncated, named after that page")
    void refusesALastPageThatIsNotDone() {
        refusedUsers(page(3, false, user(1)), page(3, false, user(2)))
                .hasMessageStartingWith("User-2.json: the query is truncated: after 2 records of 3 more follow")
                .hasMessageContaining("follow nextRecordsUrl");
    }

    @Test
    @DisplayName("G3: all records there, but more are announced")
    void refusesAnAnnouncedPageThatIsNotThere() {
        refusedUsers(page(1, false, user(1))).hasMessageContaining("truncated");
        refusedUsers(page(1, true, user(1)).replace("\"done\"", "\"nextRecordsUrl\":\"/next\",\"done\""))
                .hasMessageContaining("has a nextRecordsUrl all the same");
    }

    @Test
    void refusesMoreRecordsThanPromised() {
        refusedUsers(page(1, true, user(1), user(2))).hasMessageContaining("2 records of 1: a page is there twice");
    }

    @Test
    void refusesAPageAfterTheLast() {
        refusedUsers(page(1, true, user(1)), page(1, true, user(2)))
                .hasMessageStartingWith("User-2.json: this page follows one that says it is the last, after 1 records");
    }

    @Test
    void refusesPagesOfDifferentQueries() {
        refusedUsers(page(3, false, user(1)), page(2, true, user(2)))
                .hasMessageStartingWith("User-2.json: totalSize is 2 here and 3 on the page before");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 60, 200, 330})
    @DisplayName("G3: JSON that ends anywhere in the middle")
    void refusesTruncatedJson(int length) {
        refusedUsers(page(3, true, user(1), user(2), user(3)).substring(0, length))
                .hasMessageStartingWith("User.json: ")
                .hasMessageContaining("cut short")
                .hasMessageContaining("fetch it again");
    }

    @Test
    void namesTheRecordInWhichTheDocumentEnds() {
        String whole = page(2, true, user(1), user(2));

        refusedUsers(whole.substring(0, whole.length() - 10))
                .hasMessageStartingWith("User.json: records[1]: the document was cut short: it ends after 1 records");
    }

    @Test
    void refusesAnEmptyDocument() {
        refusedUsers("").hasMessageContaining("found nothing");
    }

    @ParameterizedTest
    @CsvSource({"'\"text\"', a text", "'42', a number", "'null', null", "'[[]]', an array", "'[7]', a number"})
    void refusesWhatIsNoObject(String document, String found) {
        refusedUsers(document).hasMessageStartingWith("User.json: ").hasMessageEndingWith("found " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{]", "<html>", "{'a':1}"})
    void refusesWhatIsNoJson(String document) {
        refusedUsers(document).hasMessageStartingWith("User.json: ");
    }

    @Test
    void refusesWhatFollowsTheResult() {
        refusedUsers(page(0, true) + "{}").hasMessageContaining("something follows");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"done\":true,\"records\":[]}', totalSize is missing",
        "'{\"totalSize\":0,\"records\":[]}', done is missing",
        "'{\"totalSize\":0,\"done\":true}', records is missing",
        "'{\"totalSize\":\"0\",\"done\":true,\"records\":[]}', 'totalSize: expected the number of records, found a text'",
        "'{\"totalSize\":-1,\"done\":true,\"records\":[]}', 'totalSize: expected the number of records'",
        "'{\"totalSize\":0,\"done\":\"true\",\"records\":[]}', 'done: expected true or false, found a text'",
        "'{\"totalSize\":0,\"done\":true,\"records\":{}}', 'records: expected an array, found an object'",
        "'{\"totalSize\":1,\"done\":true,\"records\":[null]}', 'records[0]: expected a record, an object, found null'",
        "'{\"totalSize\":1,\"done\":true,\"records\":[[]]}', 'records[0]: expected a record, an object, found an array'",
    })
    void refusesWhatIsNoResult(String document, String reason) {
        refusedUsers(document).hasMessageStartingWith("User.json: ").hasMessageContaining(reason);
    }

    @Test
    void saysWhichErrorSalesforceGave() {
        refusedUsers("[{\"message\":\"Session expired\",\"errorCode\":\"INVALID_SESSION_ID\"}]")
                .hasMessageContaining("INVALID_SESSION_ID");
    }

    @Test
    void namesTheRecordByIndexAndId() {
        refusedUser(user(2).replace("\"IsActive\":true", "\"IsActive\":\"true\""))
                .hasMessage(
                        "User.json: records[1] (" + id("005", 2) + ").IsActive: expected true or false, found a text");
    }

    @Test
    void namesThePageInADocumentOfSeveral() {
        refusedUsers("[" + page(2, false, user(1)) + "," + page(2, true, record("Id", 7)) + "]")
                .hasMessage("User.json: [1].records[0].Id: expected a text, found a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id", "Username", "Email", "IsActive", "ProfileId", "UserRoleId"})
    void refusesAMissingField(String field) {
        refusedUser(user(2).replace("\"" + field + "\"", "\"Other\""))
                .hasMessageStartingWith("User.json: records[1]")
                .hasMessageContaining("." + field + ": the field is missing; add it to the query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{}", "[1]", "null", "\" \""})
    void refusesAWrongType(String value) {
        refusedUser(user(2).replace("\"u2\"", value))
                .hasMessageStartingWith("User.json: records[1] (" + id("005", 2) + ").Username: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"005\"", "\"005000000000002AAB\"", "\"00G000000000002\""})
    void refusesARecordWithoutAProperId(String value) {
        refusedUser(user(2).replace("\"" + id("005", 2) + "\"", value))
                .hasMessageStartingWith("User.json: records[1].Id: ");
    }

    @Test
    @DisplayName("A14: a profile's id in place of a role's, which a folded case gives, is refused")
    void refusesAnIdOfAnotherType() {
        refusedUser(user(2).replace("\"UserRoleId\":null", "\"UserRoleId\":\"00e000000000001\""))
                .hasMessageContaining("UserRoleId: the id 00e000000000001AAA is of another type")
                .hasMessageContaining("case-sensitive");
    }

    @Test
    void refusesAHugeText() {
        refusedUser(user(2).replace("u2", "x".repeat(10 << 20)))
                .hasMessageStartingWith("User.json: records[1]: a value is too large")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(500));
    }

    @Test
    void refusesDeepNesting() {
        refusedUser("{\"Other\":" + "[".repeat(10_000)).hasMessageContaining("a value is too large");
    }

    @Test
    void refusesAGroupOfARoleThatDoesNotSayWhich() {
        assertThatThrownBy(() -> new Export().with("Group", group(1, "Role")).read())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "Group.json: records[0] (" + id("00G", 1) + ").RelatedId: the field is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User", "Profile", "UserRole", "Group", "GroupMember"})
    @DisplayName("G3: an object that was not queried is no empty one")
    void refusesAnObjectThatWasNotQueried(String object) {
        assertThatThrownBy(() -> new Export().withPages(object, List.of()).read())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(object + ".json: there are no query results of " + object + "; query it and add them");
    }

    @Test
    void refusesSeveralOrganizations() {
        assertThatThrownBy(() -> new Export().with("Organization").read())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("found 0");
    }

    @Test
    void refusesAFolderWithAPageMissing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Profile.json"), page(2, false), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("Profile-3.json"), page(2, true), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SalesforceDirectoryReader.fromFolder(folder).read())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Profile-3.json: page 2 of Profile is missing; fetch all pages again");
    }

    @Test
    void refusesAFolderThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> SalesforceDirectoryReader.fromFolder(folder.resolve("gone"))
                        .read())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("gone: the folder cannot be listed");
    }

    @Test
    void tellsAPageThatCannotBeReadFromOneThatIsMalformed() {
        QueryPage broken = new QueryPage() {
            @Override
            public String name() {
                return "User.json";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatThrownBy(() -> new Export().withPages("User", List.of(broken)).read())
                .isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("User.json: it cannot be read");
    }

    @Test
    void opensADocumentAtHandAsUtf8() throws IOException {
        try (InputStreamReader text =
                new InputStreamReader(QueryPage.of("x", "é").open(), StandardCharsets.UTF_8)) {
            assertThat((char) text.read()).isEqualTo('é');
        }
    }
}
