package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One request at least for each operation, all of them and their answers judged by the schema afterwards. */
class EveryOperationTest extends ExchangeTest {

    private static final String FOLDER_SHAPE =
            "<m:FolderShape><t:BaseShape>AllProperties</t:BaseShape></m:FolderShape>";
    private static final String CONTACTS = "<t:DistinguishedFolderId Id=\"contacts\"/>";
    private static final String CONFIGURATION_NAME =
            "<%1$s:UserConfigurationName Name=\"Crosstie\">" + CONTACTS + "</%1$s:UserConfigurationName>";

    @Test
    void isAnsweredAsTheSchemaSays() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada", "Body/HTML", "<p>x</p>", "Categories", "a, b"));
        LoopbackFolder other = anna.addFolder("Other", contacts);
        calendar.put(Map.of("Subject", "S", "Start", "2026-03-02T09:00:00Z", "End", "2026-03-02T10:00:00Z"));
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("CreateItem", create("contacts", "<t:Contact><t:GivenName>Grace</t:GivenName></t:Contact>"));
        requests.put("GetItem", get(ada.id()));
        requests.put(
                "UpdateItem",
                update(
                        "AlwaysOverwrite",
                        ada.id(),
                        set(field("contacts:JobTitle"), "<t:Contact><t:JobTitle>x</t:JobTitle></t:Contact>")));
        requests.put("FindItem", find("contacts", "<t:Exists>" + field("contacts:JobTitle") + "</t:Exists>"));
        requests.put("SyncFolderItems", sync("calendar", "", 512));
        requests.put("CopyItem", transfer("CopyItem", ada, other));
        requests.put("MoveItem", transfer("MoveItem", ada, other));
        requests.put("DeleteItem", delete("HardDelete", calendar.list().get(0).id()));
        folders(requests, other);
        others(requests, ada);

        requests.forEach((operation, request) ->
                assertThat(soap.code(request)).as(operation).isEqualTo("NoError"));
        assertThat(soap.code("<m:GetStreamingEvents><m:SubscriptionIds><t:SubscriptionId>ended</t:SubscriptionId>"
                        + "</m:SubscriptionIds><m:ConnectionTimeout>1</m:ConnectionTimeout></m:GetStreamingEvents>"))
                .as("a subscription that was ended; streams have a test of their own")
                .isEqualTo("ErrorInvalidSubscription");

        assertThat(server.requests())
                .extracting(LoopbackRequest::operation)
                .containsAll(Operations.names())
                .doesNotHaveDuplicates();
    }

    private static void folders(Map<String, String> requests, LoopbackFolder other) {
        requests.put("GetFolder", "<m:GetFolder>" + FOLDER_SHAPE + folderIds(CONTACTS) + "</m:GetFolder>");
        requests.put(
                "FindFolder",
                "<m:FindFolder Traversal=\"Shallow\">" + FOLDER_SHAPE + "<m:ParentFolderIds>" + CONTACTS
                        + "</m:ParentFolderIds></m:FindFolder>");
        requests.put(
                "CreateFolder",
                "<m:CreateFolder><m:ParentFolderId>" + CONTACTS + "</m:ParentFolderId><m:Folders><t:CalendarFolder>"
                        + "<t:DisplayName>C</t:DisplayName></t:CalendarFolder></m:Folders></m:CreateFolder>");
        requests.put("SyncFolderHierarchy", "<m:SyncFolderHierarchy>" + FOLDER_SHAPE + "</m:SyncFolderHierarchy>");
        requests.put(
                "UpdateFolder",
                "<m:UpdateFolder><m:FolderChanges><t:FolderChange><t:FolderId Id=\"" + other.id()
                        + "\"/><t:Updates><t:SetFolderField><t:FieldURI FieldURI=\"folder:DisplayName\"/>"
                        + "<t:ContactsFolder><t:DisplayName>Another</t:DisplayName></t:ContactsFolder>"
                        + "</t:SetFolderField></t:Updates>"
                        + "</t:FolderChange></m:FolderChanges></m:UpdateFolder>");
        requests.put(
                "EmptyFolder",
                "<m:EmptyFolder DeleteType=\"SoftDelete\" DeleteSubFolders=\"true\">"
                        + folderIds("<t:FolderId Id=\"" + other.id() + "\"/>") + "</m:EmptyFolder>");
        requests.put(
                "DeleteFolder",
                "<m:DeleteFolder DeleteType=\"HardDelete\">" + folderIds("<t:FolderId Id=\"" + other.id() + "\"/>")
                        + "</m:DeleteFolder>");
    }

    private static void others(Map<String, String> requests, LoopbackItem ada) {
        requests.put(
                "ResolveNames",
                "<m:ResolveNames ReturnFullContactData=\"true\"><m:UnresolvedEntry>anna@acme.example"
                        + "</m:UnresolvedEntry></m:ResolveNames>");
        requests.put(
                "ConvertId",
                "<m:ConvertId DestinationFormat=\"HexEntryId\"><m:SourceIds><t:AlternateId Format=\"EwsId\" Id=\""
                        + ada.id() + "\" Mailbox=\"anna@acme.example\"/></m:SourceIds></m:ConvertId>");
        requests.put("GetServerTimeZones", "<m:GetServerTimeZones ReturnFullTimeZoneData=\"true\"/>");
        for (String action : new String[] {"Create", "Update"}) {
            requests.put(
                    action + "UserConfiguration",
                    ("<m:%1$sUserConfiguration><m:UserConfiguration>%2$s<t:XmlData>AAAA</t:XmlData>"
                                            + "</m:UserConfiguration>")
                                    .formatted(action, CONFIGURATION_NAME.formatted("t"))
                            + "</m:" + action + "UserConfiguration>");
        }
        requests.put(
                "GetUserConfiguration",
                "<m:GetUserConfiguration>" + CONFIGURATION_NAME.formatted("m")
                        + "<m:UserConfigurationProperties>All</m:UserConfigurationProperties>"
                        + "</m:GetUserConfiguration>");
        requests.put(
                "DeleteUserConfiguration",
                "<m:DeleteUserConfiguration>" + CONFIGURATION_NAME.formatted("m") + "</m:DeleteUserConfiguration>");
        requests.put(
                "Subscribe",
                "<m:Subscribe><m:StreamingSubscriptionRequest SubscribeToAllFolders=\"true\"><t:EventTypes>"
                        + "<t:EventType>CreatedEvent</t:EventType></t:EventTypes></m:StreamingSubscriptionRequest>"
                        + "</m:Subscribe>");
        requests.put(
                "Unsubscribe",
                "<m:Unsubscribe><m:SubscriptionId>loopback-subscription-1</m:SubscriptionId></m:Unsubscribe>");
    }

    private static String folderIds(String id) {
        return "<m:FolderIds>" + id + "</m:FolderIds>";
    }

    private static String transfer(String operation, LoopbackItem item, LoopbackFolder target) {
        return ("<m:%1$s><m:ToFolderId><t:FolderId Id=\"%2$s\"/></m:ToFolderId><m:ItemIds>"
                        + "<t:ItemId Id=\"%3$s\"/></m:ItemIds></m:%1$s>")
                .formatted(operation, target.id(), item.id());
    }
}
