package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactOperationsTest extends ExchangeTest {

    @Test
    void keepsAllThatAContactWasMadeOf() {
        Tree message = soap.message(create("contacts", """
                <t:Contact><t:Body BodyType="HTML">&lt;p&gt;Met in &lt;b&gt;Turin&lt;/b&gt;&lt;/p&gt;</t:Body>
                <t:Categories><t:String>Sales</t:String></t:Categories>
                <t:ExtendedProperty>%s<t:Value>tag-1</t:Value></t:ExtendedProperty>
                <t:FileAsMapping>LastCommaFirst</t:FileAsMapping><t:GivenName>Ada</t:GivenName>
                <t:EmailAddresses><t:Entry Key="EmailAddress1">ada@example.org</t:Entry></t:EmailAddresses>
                <t:PhysicalAddresses><t:Entry Key="Business"><t:Street>1 Row</t:Street><t:City>London</t:City></t:Entry>
                </t:PhysicalAddresses><t:PhoneNumbers><t:Entry Key="MobilePhone">+44 1</t:Entry></t:PhoneNumbers>
                <t:Birthday>1815-12-10T00:00:00Z</t:Birthday><t:Surname>Lovelace</t:Surname></t:Contact>
                """.formatted(STAMP)));
        String id = item(message).children().get(0).attribute("Id");

        Tree read = item(soap.message(get(id, STAMP)));

        assertThat(read.textOf("t:FileAs")).isEqualTo("Lovelace, Ada");
        assertThat(read.textOf("t:Subject")).isEqualTo("Ada Lovelace");
        assertThat(read.textOf("t:Birthday")).isEqualTo("1815-12-10T00:00:00Z");
        assertThat(read.in("t:ExtendedProperty").get(1).text()).isEqualTo("tag-1");
        assertThat(contacts.item(id).value("Body")).isEqualTo("<p>Met in <b>Turin</b></p>");
        assertThat(contacts.item(id).value("TextBody")).isEqualTo("Met in Turin");
        assertThat(contacts.item(id).value("PhysicalAddresses/Business/City")).isEqualTo("London");
    }

    @Test
    void readsTheBodyInTheTypeThatWasAskedFor() {
        String id = contacts.put(Map.of("GivenName", "Ada", "Body", "a < b\nc")).id();

        String request = get(id).replace("</t:BaseShape>", "</t:BaseShape><t:BodyType>HTML</t:BodyType>");

        Tree body = item(soap.message(request)).child("t:Body");
        assertThat(body).isNotNull();
        assertThat(body.attribute("BodyType")).isEqualTo("HTML");
        assertThat(body.text()).contains("a &lt; b<br>c");
    }

    @Test
    void changesOneFieldOfOneAddressAndLeavesTheOthers() {
        LoopbackItem ada = contacts.put(Map.of(
                "PhysicalAddresses/Business/City", "Turin",
                "PhysicalAddresses/Business/Street", "1 Row",
                "PhysicalAddresses/Home/City", "Ockham"));

        soap.send(update(
                "AlwaysOverwrite",
                ada.id(),
                set("<t:IndexedFieldURI FieldURI=\"contacts:PhysicalAddress:City\" FieldIndex=\"Business\"/>", """
                        <t:Contact><t:PhysicalAddresses><t:Entry Key="Business"><t:City>London</t:City></t:Entry>
                        </t:PhysicalAddresses></t:Contact>""")));

        LoopbackItem changed = contacts.item(ada.id());
        assertThat(changed.value("PhysicalAddresses/Business/City")).isEqualTo("London");
        assertThat(changed.value("PhysicalAddresses/Business/Street")).isEqualTo("1 Row");
        assertThat(changed.value("PhysicalAddresses/Home/City")).isEqualTo("Ockham");
    }

    @Test
    void deletesASingleEntry() {
        LoopbackItem ada = contacts.put(Map.of("PhoneNumbers/HomePhone", "1", "PhoneNumbers/Pager", "2"));

        soap.send(update(
                "AlwaysOverwrite",
                ada.id(),
                "<t:DeleteItemField><t:IndexedFieldURI FieldURI=\"contacts:PhoneNumber\" FieldIndex=\"HomePhone\"/>"
                        + "</t:DeleteItemField>"));

        assertThat(contacts.item(ada.id()).value("PhoneNumbers/HomePhone")).isEmpty();
        assertThat(contacts.item(ada.id()).value("PhoneNumbers/Pager")).isEqualTo("2");
    }

    @Test
    void refusesAStaleChangeKey() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String stale = "<t:ItemId Id=\"" + ada.id() + "\" ChangeKey=\"" + ada.changeKey() + "\"/>";
        String rename = set(field("contacts:GivenName"), "<t:Contact><t:GivenName>Augusta</t:GivenName></t:Contact>");
        contacts.markRead(ada.id(), true);

        assertThat(soap.code(update("NeverOverwrite", stale, rename))).isEqualTo("ErrorIrresolvableConflict");
        assertThat(soap.code(update("NeverOverwrite", ada.id(), rename))).isEqualTo("ErrorChangeKeyRequired");
        assertThat(soap.code(update("AlwaysOverwrite", stale, rename))).isEqualTo("NoError");
    }

    @Test
    void refusesAValueThatIsNotThePathsOwn() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));

        assertThat(soap.code(update(
                        "AlwaysOverwrite",
                        ada.id(),
                        set(field("contacts:GivenName"), "<t:Contact><t:Surname>L</t:Surname></t:Contact>"))))
                .isEqualTo("ErrorUpdatePropertyMismatch");
    }

    @Test
    void refusesToWriteWhatTheServerAloneSets() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));

        assertThat(soap.code(update(
                        "AlwaysOverwrite",
                        ada.id(),
                        set(
                                field("item:LastModifiedName"),
                                "<t:Contact><t:LastModifiedName>x</t:LastModifiedName></t:Contact>"))))
                .isEqualTo("ErrorInvalidPropertySet");
    }

    @Test
    void findsByTheStamp() {
        contacts.put(Map.of("GivenName", "Ada", "{c11ff724-aa03-4555-9952-8fa248a11c3e}/Stamp", "one"));
        LoopbackItem grace =
                contacts.put(Map.of("GivenName", "Grace", "{c11ff724-aa03-4555-9952-8fa248a11c3e}/Stamp", "two"));
        String isTwo = "<t:IsEqualTo>" + STAMP
                + "<t:FieldURIOrConstant><t:Constant Value=\"two\"/></t:FieldURIOrConstant></t:IsEqualTo>";

        assertThat(found(find("contacts", isTwo))).containsExactly(grace.id());
        assertThat(found(find("contacts", "<t:Not>" + isTwo + "</t:Not>"))).hasSize(1);
        assertThat(found(find("contacts", "<t:Exists>" + STAMP + "</t:Exists>")))
                .hasSize(2);
        assertThat(found(find("contacts", "<t:And><t:Exists>" + STAMP + "</t:Exists>" + isTwo + "</t:And>")))
                .containsExactly(grace.id());
        assertThat(found(find(
                        "contacts", "<t:Or><t:Not><t:Exists>" + STAMP + "</t:Exists></t:Not>" + isTwo + "</t:Or>")))
                .containsExactly(grace.id());
        assertThat(found(find(
                        "contacts",
                        "<t:Contains ContainmentMode=\"Prefixed\" ContainmentComparison=\"IgnoreCase\">"
                                + field("contacts:GivenName") + "<t:Constant Value=\"gr\"/></t:Contains>")))
                .containsExactly(grace.id());
    }

    @Test
    void showsASearchInPages() {
        for (int i = 0; i < 5; i++) {
            contacts.put(Map.of("GivenName", "Number " + i));
        }
        String page = """
                <m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>Default</t:BaseShape></m:ItemShape>
                <m:IndexedPageItemView MaxEntriesReturned="2" Offset="%d" BasePoint="Beginning"/>
                <m:SortOrder><t:FieldOrder Order="Descending"><t:FieldURI FieldURI="contacts:GivenName"/></t:FieldOrder>
                </m:SortOrder>
                <m:ParentFolderIds><t:DistinguishedFolderId Id="contacts"/></m:ParentFolderIds></m:FindItem>""";

        Tree first = soap.message(page.formatted(0)).in("m:RootFolder").get(0);
        Tree lastFolder = soap.message(page.formatted(4)).child("m:RootFolder");

        assertThat(first.children())
                .extracting(contact -> contact.textOf("t:DisplayName"))
                .containsExactly("Number 4", "Number 3");
        assertThat(lastFolder).isNotNull();
        assertThat(lastFolder.attribute("IncludesLastItemInRange")).isEqualTo("true");
        assertThat(lastFolder.attribute("TotalItemsInView")).isEqualTo("5");
    }

    @Test
    void showsShorterPagesOfASearchWithARestriction() {
        for (int i = 0; i < 260; i++) {
            contacts.put(Map.of("GivenName", "Ada"));
        }

        assertThat(found(find("contacts", "<t:Exists>" + field("contacts:GivenName") + "</t:Exists>")))
                .hasSize(250);
    }

    @Test
    void refusesBodiesInSearchesAndLeavesThemOutOfChanges() {
        contacts.put(Map.of("GivenName", "Ada", "Body", "notes"));
        String body = "</t:BaseShape>" + additional(field("item:Body"));
        String search = find("contacts", "<t:Exists>" + field("contacts:GivenName") + "</t:Exists>");

        assertThat(soap.code(search.replace("</t:BaseShape>", body))).isEqualTo("ErrorInvalidPropertyForOperation");
        assertThat(soap.message(sync("contacts", "", 10).replace("</t:BaseShape>", body))
                        .in("m:Changes"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.children().get(0).child("t:Body")).isNull());
        assertThat(soap.code(sync("contacts", "", 10)
                        .replace("</t:BaseShape>", "</t:BaseShape><t:IncludeMimeContent>true</t:IncludeMimeContent>")))
                .isEqualTo("ErrorInvalidPropertyForOperation");
    }

    @Test
    void copiesWithTheStampAndMovesWithANewId() {
        LoopbackFolder other = anna.addFolder("Salesforce_Sync", contacts);
        LoopbackItem ada =
                contacts.put(Map.of("GivenName", "Ada", "{c11ff724-aa03-4555-9952-8fa248a11c3e}/Stamp", "one"));
        String transfer = """
                <m:%1$s><m:ToFolderId><t:FolderId Id="%2$s"/></m:ToFolderId>
                <m:ItemIds><t:ItemId Id="%3$s"/></m:ItemIds></m:%1$s>""";

        assertThat(soap.code(transfer.formatted("CopyItem", other.id(), ada.id())))
                .isEqualTo("NoError");
        assertThat(soap.code(transfer.formatted("MoveItem", other.id(), ada.id())))
                .isEqualTo("NoError");

        assertThat(contacts.list()).isEmpty();
        assertThat(other.list())
                .hasSize(2)
                .allMatch(item -> item.value("{c11ff724-aa03-4555-9952-8fa248a11c3e}/Stamp")
                        .equals("one"))
                .noneMatch(item -> item.id().equals(ada.id()));
    }

    @Test
    void keepsTheSearchKeyOfWhatMovesAndGivesCopiesAnother() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String key = searchKey(ada.id());

        LoopbackItem copy = contacts.copy(ada.id());
        contacts.delete(ada.id());

        assertThat(searchKey(anna.deletedItems().list().get(0).id()))
                .isNotEmpty()
                .isEqualTo(key);
        assertThat(searchKey(copy.id())).isNotEqualTo(key);
    }

    private String searchKey(String id) {
        Tree contact =
                item(soap.message(get(id, "<t:ExtendedFieldURI PropertyTag=\"0x300B\" PropertyType=\"Binary\"/>")));
        return contact.in("t:ExtendedProperty").get(1).text();
    }

    @Test
    void deletesInThreeWays() {
        for (String type : new String[] {"MoveToDeletedItems", "SoftDelete", "HardDelete"}) {
            LoopbackItem ada = contacts.put(Map.of("GivenName", type));
            assertThat(soap.code(delete(type, ada.id()))).isEqualTo("NoError");
            assertThat(soap.code(delete(type, ada.id()))).isEqualTo("ErrorItemNotFound");
        }

        assertThat(contacts.list()).isEmpty();
        assertThat(anna.deletedItems().list())
                .extracting(item -> item.value("GivenName"))
                .containsExactly("MoveToDeletedItems");
        assertThat(anna.distinguished("recoverableitemsdeletions").list())
                .extracting(item -> item.value("GivenName"))
                .containsExactly("SoftDelete");
    }

    @Test
    void tellsMalformedIdsFromThoseOfFoldersAndOfNobody() {
        assertThat(soap.code(get("nonsense"))).isEqualTo("ErrorInvalidIdMalformed");
        assertThat(soap.code(get(contacts.id()))).isEqualTo("ErrorCannotUseFolderIdForItemId");
        String id = contacts.put(Map.of("GivenName", "Ada")).id();
        contacts.destroy(id);
        assertThat(soap.code(get(id))).isEqualTo("ErrorItemNotFound");
    }

    @Test
    void refusesAContactInACalendar() {
        assertThat(soap.code(create("calendar", "<t:Contact><t:GivenName>Ada</t:GivenName></t:Contact>")))
                .isEqualTo("ErrorCannotCreateContactInNonContactFolder");
    }

    private List<String> found(String request) {
        Tree root = soap.message(request).child("m:RootFolder");
        assertThat(root).isNotNull();
        return root.in("t:Items").stream()
                .map(item -> item.children().get(0).attribute("Id"))
                .toList();
    }

    @Test
    void takesNothingFromPeopleThatExchangeSetsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contacts.put(Map.of("GivenName", "Ada", "LastModifiedTime", "2026-03-02T08:00:00Z")))
                .withMessageContaining("Exchange alone sets it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contacts.put(Map.of("GivenName", "Ada", "Start", "2026-03-02T08:00:00Z")))
                .withMessageContaining("a Contact has none");
        assertThat(contacts.list()).isEmpty();
    }
}
