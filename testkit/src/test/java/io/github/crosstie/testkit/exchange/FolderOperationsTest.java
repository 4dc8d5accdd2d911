package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderOperationsTest extends ExchangeTest {

    private static final String SHAPE = "<m:FolderShape><t:BaseShape>AllProperties</t:BaseShape></m:FolderShape>";
    private static final String CREATE = """
            <m:CreateFolder><m:ParentFolderId><t:DistinguishedFolderId Id="contacts"/></m:ParentFolderId>
            <m:Folders><t:ContactsFolder><t:DisplayName>Salesforce_Sync</t:DisplayName></t:ContactsFolder></m:Folders>
            </m:CreateFolder>""";

    @Test
    void knowsTheFoldersThatEveryMailboxHas() {
        Tree answer = soap.send("<m:GetFolder>" + SHAPE
                + "<m:FolderIds><t:DistinguishedFolderId Id=\"contacts\"/><t:DistinguishedFolderId Id=\"calendar\"/>"
                + "<t:DistinguishedFolderId Id=\"voicemail\"/></m:FolderIds></m:GetFolder>");

        assertThat(answer.in("m:ResponseMessages"))
                .extracting(message -> message.textOf("m:ResponseCode"))
                .containsExactly("NoError", "NoError", "ErrorFolderNotFound");
        Tree contactsFolder =
                answer.in("m:ResponseMessages").get(0).in("m:Folders").get(0);
        assertThat(contactsFolder.name()).isEqualTo("t:ContactsFolder");
        assertThat(contactsFolder.textOf("t:FolderClass")).isEqualTo("IPF.Contact");
    }

    @Test
    void makesAFolderOnceAndFindsItByItsName() {
        assertThat(soap.code(CREATE)).isEqualTo("NoError");
        assertThat(soap.code(CREATE)).isEqualTo("ErrorFolderExists");

        String find = "<m:FindFolder Traversal=\"Deep\">" + SHAPE
                + "<m:Restriction><t:IsEqualTo><t:FieldURI FieldURI=\"folder:DisplayName\"/><t:FieldURIOrConstant>"
                + "<t:Constant Value=\"Salesforce_Sync\"/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction>"
                + "<m:ParentFolderIds><t:DistinguishedFolderId Id=\"msgfolderroot\"/></m:ParentFolderIds>"
                + "</m:FindFolder>";
        Tree root = soap.message(find).child("m:RootFolder");

        assertThat(root).isNotNull();
        assertThat(root.in("t:Folders")).singleElement().satisfies(folder -> {
            assertThat(folder.name()).isEqualTo("t:ContactsFolder");
            assertThat(folder.children().get(0).attribute("Id"))
                    .isEqualTo(anna.folder("Salesforce_Sync").id());
        });
    }

    @Test
    void cutsLongTextsInSearchesAlone() {
        String text = "x".repeat(300);
        String stamped = "<t:ExtendedProperty>" + STAMP + "<t:Value>" + text + "</t:Value></t:ExtendedProperty>";
        String shape = "<t:BaseShape>IdOnly</t:BaseShape>" + additional(STAMP);
        soap.send(CREATE.replace("Sync</t:DisplayName>", "Sync</t:DisplayName>" + stamped));
        soap.send(create("contacts", "<t:Contact>" + stamped + "</t:Contact>"));
        String folder = anna.folder("Salesforce_Sync").id();

        Tree found = soap.message("<m:FindFolder Traversal=\"Shallow\"><m:FolderShape>" + shape
                        + "</m:FolderShape><m:ParentFolderIds><t:DistinguishedFolderId Id=\"contacts\"/>"
                        + "</m:ParentFolderIds></m:FindFolder>")
                .in("m:RootFolder")
                .get(0);
        Tree item = soap.message("<m:FindItem Traversal=\"Shallow\"><m:ItemShape>" + shape
                        + "</m:ItemShape><m:ParentFolderIds><t:DistinguishedFolderId Id=\"contacts\"/>"
                        + "</m:ParentFolderIds></m:FindItem>")
                .in("m:RootFolder")
                .get(0);
        Tree got = soap.message("<m:GetFolder><m:FolderShape>" + shape
                + "</m:FolderShape><m:FolderIds><t:FolderId Id=\"" + folder + "\"/></m:FolderIds></m:GetFolder>");

        assertThat(value(found.children().get(0))).hasSize(255);
        assertThat(value(item.children().get(0))).hasSize(255);
        assertThat(value(got.in("m:Folders").get(0))).isEqualTo(text);
    }

    private static String value(Tree shown) {
        return shown.in("t:ExtendedProperty").get(1).text();
    }

    @Test
    void goesWithAllThatIsInItWhenAPersonRemovesIt() {
        LoopbackFolder sync = anna.addFolder("Salesforce_Sync", contacts);
        LoopbackFolder below = anna.addFolder("Old ones", sync);

        anna.removeFolder(sync);

        assertThatIllegalArgumentException().isThrownBy(() -> anna.folder("Old ones"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anna.removeFolder(below))
                .withMessageContaining("not in this mailbox");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anna.removeFolder(contacts))
                .withMessageContaining("remove one that was made");
    }

    @Test
    void followsTheTreeOfFolders() {
        Tree first = soap.message(hierarchy(""));
        soap.send(CREATE);
        Tree second = soap.message(hierarchy(first.textOf("m:SyncState")));
        soap.send("<m:DeleteFolder DeleteType=\"HardDelete\"><m:FolderIds><t:FolderId Id=\""
                + anna.folder("Salesforce_Sync").id() + "\"/></m:FolderIds></m:DeleteFolder>");
        Tree third = soap.message(hierarchy(second.textOf("m:SyncState")));

        assertThat(first.in("m:Changes"))
                .hasSizeGreaterThan(5)
                .allMatch(change -> change.name().equals("t:Create"));
        assertThat(second.in("m:Changes"))
                .singleElement()
                .satisfies(change -> assertThat(change.localName()).isEqualTo("Create"));
        assertThat(third.in("m:Changes"))
                .singleElement()
                .satisfies(change -> assertThat(change.localName()).isEqualTo("Delete"));
    }

    @Test
    void tellsOfANewName() {
        soap.send(CREATE);
        String state = soap.message(hierarchy("")).textOf("m:SyncState");

        soap.send("<m:UpdateFolder><m:FolderChanges><t:FolderChange><t:FolderId Id=\""
                + anna.folder("Salesforce_Sync").id()
                + "\"/><t:Updates><t:SetFolderField><t:FieldURI FieldURI=\"folder:DisplayName\"/><t:ContactsFolder>"
                + "<t:DisplayName>Another</t:DisplayName></t:ContactsFolder></t:SetFolderField></t:Updates>"
                + "</t:FolderChange></m:FolderChanges></m:UpdateFolder>");

        assertThat(soap.message(hierarchy(state)).in("m:Changes"))
                .singleElement()
                .satisfies(change -> assertThat(change.localName()).isEqualTo("Update"));
        assertThat(anna.folder("Another").list()).isEmpty();
    }

    @Test
    void emptiesAFolder() {
        contacts.put(Map.of("GivenName", "Ada"));
        anna.addFolder("Below", contacts);

        soap.send("<m:EmptyFolder DeleteType=\"HardDelete\" DeleteSubFolders=\"true\"><m:FolderIds>"
                + "<t:DistinguishedFolderId Id=\"contacts\"/></m:FolderIds></m:EmptyFolder>");

        assertThat(contacts.list()).isEmpty();
        assertThatThrownBy(() -> anna.folder("Below")).hasMessageContaining("make it with addFolder");
    }

    @Test
    void doesNotMixTheStatesOfFoldersAndItems() {
        String state = soap.message(hierarchy("")).textOf("m:SyncState");

        assertThat(soap.code(sync("contacts", state, 512))).isEqualTo("ErrorInvalidSyncStateData");
    }

    @Test
    void refusesToDeleteFoldersThatEveryMailboxHas() {
        assertThat(soap.code("<m:DeleteFolder DeleteType=\"HardDelete\"><m:FolderIds>"
                        + "<t:DistinguishedFolderId Id=\"contacts\"/></m:FolderIds></m:DeleteFolder>"))
                .isEqualTo("ErrorDeleteDistinguishedFolder");
    }

    @Test
    void opensTheFolderOfAnotherMailbox() {
        server.mailbox("ben@acme.example");
        String get = "<m:GetFolder>" + SHAPE + "<m:FolderIds><t:DistinguishedFolderId Id=\"contacts\"><t:Mailbox>"
                + "<t:EmailAddress>%s</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId></m:FolderIds>"
                + "</m:GetFolder>";

        Tree folder =
                soap.message(get.formatted("ben@acme.example")).in("m:Folders").get(0);

        assertThat(folder.children().get(0).attribute("Id"))
                .isEqualTo(server.mailbox("ben@acme.example").contacts().id());
        assertThat(soap.code(get.formatted("nobody@acme.example"))).isEqualTo("ErrorNonExistentMailbox");
    }

    private static String hierarchy(String state) {
        return "<m:SyncFolderHierarchy><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape>"
                + "<m:SyncFolderId><t:DistinguishedFolderId Id=\"msgfolderroot\"/></m:SyncFolderId>"
                + (state.isEmpty() ? "" : "<m:SyncState>" + state + "</m:SyncState>") + "</m:SyncFolderHierarchy>";
    }
}
