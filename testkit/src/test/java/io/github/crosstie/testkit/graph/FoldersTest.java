package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest extends GraphTest {

    private static final String FOLDERS = ANNA + "/contactFolders";

    @Test
    void showsTheFoldersBelowContacts() {
        LoopbackFolder friends = anna.addFolder("Friends", contacts);
        anna.addFolder("Close", friends);
        anna.addFolder("Elsewhere", anna.distinguished("msgfolderroot"));

        String id = rest.get(FOLDERS).items().get(0).path("id").asText();

        assertThat(names(FOLDERS)).containsExactly("Friends");
        assertThat(names(FOLDERS + "/" + id + "/childFolders")).containsExactly("Close");
        assertThat(rest.get(FOLDERS + "/contacts").value("displayName")).isEqualTo("Contacts");
        assertThat(rest.get(FOLDERS + "/" + id).value("parentFolderId"))
                .isEqualTo(rest.get(FOLDERS + "/contacts").value("id"));
    }

    @Test
    void makesAFolderOnceAndKeepsContactsInIt() {
        Rest.Reply made = rest.post(FOLDERS, "{\"displayName\":\"Salesforce_Sync\"}");
        Rest.Reply again = rest.post(FOLDERS, "{\"displayName\":\"salesforce_sync\"}");
        String inside = FOLDERS + "/" + made.value("id") + "/contacts";

        Rest.Reply ada = rest.post(inside, "{\"givenName\":\"Ada\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ErrorFolderExists");
        assertThat(anna.folder("Salesforce_Sync").list()).hasSize(1);
        assertThat(rest.get(ANNA + "/contacts").items()).isEmpty();
        assertThat(rest.get(inside).items()).hasSize(1);
        assertThat(rest.get(inside + "/" + ada.value("id")).status()).isEqualTo(200);
        assertThat(rest.get(ANNA + "/contacts/" + ada.value("id")).status()).isEqualTo(200);
        assertThat(rest.get(FOLDERS + "/contacts/contacts/" + ada.value("id")).status())
                .isEqualTo(404);
    }

    @Test
    void findsAFolderByItsName() {
        rest.post(FOLDERS, "{\"displayName\":\"Salesforce_Sync\"}");
        rest.post(FOLDERS, "{\"displayName\":\"Other\"}");

        assertThat(names(FOLDERS
                        + Rest.query("$filter", "displayName eq 'Salesforce_Sync'", "$select", "id,displayName")))
                .containsExactly("Salesforce_Sync");
    }

    @Test
    void renamesAndDeletesFoldersOfPeople() {
        String path =
                FOLDERS + "/" + rest.post(FOLDERS, "{\"displayName\":\"A\"}").value("id");

        assertThat(rest.patch(path, "{\"displayName\":\"B\"}").value("displayName"))
                .isEqualTo("B");
        assertThat(rest.delete(path).status()).isEqualTo(204);
        assertThat(rest.get(path).value("parentFolderId"))
                .isEqualTo(rest.get(ANNA + "/mailFolders/deleteditems").value("id"));
        assertThat(names(FOLDERS)).isEmpty();
        assertThat(rest.delete(path).status()).isEqualTo(204);
        assertThat(rest.get(path).status()).isEqualTo(404);
        assertThat(rest.delete(FOLDERS + "/contacts").status()).isEqualTo(403);
    }

    @Test
    void keepsHiddenFoldersWithMarksBesideTheMailbox() {
        String root = rest.get(ANNA + "/mailFolders/msgfolderroot" + Rest.query("$select", "id,parentFolderId"))
                .value("parentFolderId");
        String children = ANNA + "/mailFolders/" + root + "/childFolders";
        String claim = "{\"displayName\":\"claim-1\",\"isHidden\":true,\"singleValueExtendedProperties\":[{\"id\":\""
                + STAMP + "\",\"value\":\"mine\"}]}";

        Rest.Reply made = rest.post(children, claim);
        Rest.Reply seen = rest.get(children
                + Rest.query(
                        "includeHiddenFolders",
                        "true",
                        "$filter",
                        "displayName eq 'claim-1'",
                        "$expand",
                        "singleValueExtendedProperties($filter=id eq '" + STAMP + "')"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(names(children)).doesNotContain("claim-1");
        assertThat(seen.items()
                        .get(0)
                        .path("singleValueExtendedProperties")
                        .get(0)
                        .path("value")
                        .asText())
                .isEqualTo("mine");
        assertThat(rest.post(children, claim).status()).isEqualTo(409);
        assertThat(anna.folder("claim-1").name()).isEqualTo("claim-1");
        assertThat(rest.delete(ANNA + "/mailFolders/" + made.value("id")).status())
                .isEqualTo(204);
        assertThat(rest.post(children, claim).status()).isEqualTo(201);
    }

    @Test
    void forgetsTheItemsOfAFolderThatIsDeletedForGood() {
        String folder = rest.post(FOLDERS, "{\"displayName\":\"A\"}").value("id");
        String contact = rest.send(
                        "POST", FOLDERS + "/" + folder + "/contacts", "{\"givenName\":\"Ada\"}", Rest.IMMUTABLE)
                .value("id");

        rest.delete(FOLDERS + "/" + folder);
        assertThat(rest.get(ANNA + "/contacts/" + contact).status()).isEqualTo(200);
        Rest.Reply purged = rest.post(FOLDERS + "/" + folder + "/permanentDelete", "");

        assertThat(purged.status()).isEqualTo(204);
        assertThat(rest.get(ANNA + "/contacts/" + contact).status()).isEqualTo(404);
    }

    @Test
    void keepsTwoDeletedFoldersOfOneNameApart() {
        for (int i = 0; i < 2; i++) {
            rest.delete(FOLDERS + "/"
                    + rest.post(FOLDERS, "{\"displayName\":\"A\"}").value("id"));
        }

        assertThat(anna.folder("A").name()).isEqualTo("A");
        assertThat(anna.folder("A1").name()).isEqualTo("A1");
    }

    @Test
    void refusesPathsThatLeadNowhere() {
        assertThat(rest.get(ANNA + "/contactFolders/contacts/notes").status()).isEqualTo(400);
        assertThat(rest.get(ANNA + "/mailFolders/inbox/contacts").status()).isEqualTo(400);
        assertThat(rest.get(ANNA + "/contactFolders/inbox").status()).isEqualTo(404);
        assertThat(rest.get(ANNA + "/notebooks").status()).isEqualTo(400);
        assertThat(rest.get("/planets").status()).isEqualTo(400);
        assertThat(rest.send("PUT", ANNA + "/contacts", "{}", Map.of()).status())
                .isEqualTo(405);
    }

    private List<String> names(String path) {
        return rest.get(path).items().stream()
                .map((JsonNode folder) -> folder.path("displayName").asText())
                .toList();
    }
}
