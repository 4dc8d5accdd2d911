package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A server with a mailbox; after each test its whole talk is judged by the schema, where that is at hand. */
abstract class ExchangeTest {

    static final String STAMP = """
            <t:ExtendedFieldURI PropertySetId="c11ff724-aa03-4555-9952-8fa248a11c3e" PropertyName="Stamp"
              PropertyType="String"/>""";

    final MutableClock clock = MutableClock.create();
    final LoopbackExchange server = LoopbackExchange.start(clock);
    final LoopbackMailbox anna = server.mailbox("anna@acme.example");
    final LoopbackFolder contacts = anna.contacts();
    final LoopbackFolder calendar = anna.calendar();
    final Soap soap = new Soap(server.url());

    @AfterEach
    final void stop() {
        server.close();
        Optional<SchemaJudge> judge = SchemaJudge.ifPresent();
        if (judge.isPresent() && judged()) {
            for (LoopbackRequest request : server.requests()) {
                if (request.status() == 200) {
                    assertThat(judge.get().complaints(request.envelope()))
                            .as("request %s", request.operation())
                            .isEmpty();
                    assertThat(judge.get().complaints(request.answer()))
                            .as("answer to %s: %s", request.operation(), request.answer())
                            .isEmpty();
                }
            }
        }
    }

    /** Whether the talk obeys the schema. */
    boolean judged() {
        return true;
    }

    /** A request for the whole of an item. */
    static String get(String id, String... additional) {
        return """
                <m:GetItem><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape>%s</m:ItemShape>
                <m:ItemIds>%s</m:ItemIds></m:GetItem>""".formatted(additional(additional), named(id));
    }

    static String additional(String... paths) {
        return paths.length == 0
                ? ""
                : "<t:AdditionalProperties>" + String.join("", paths) + "</t:AdditionalProperties>";
    }

    static String named(String id) {
        return id.startsWith("<") ? id : "<t:ItemId Id=\"" + id + "\"/>";
    }

    static String update(String resolution, String id, String updates) {
        return """
                <m:UpdateItem ConflictResolution="%s" SendMeetingInvitationsOrCancellations="SendToNone"><m:ItemChanges>
                <t:ItemChange>%s<t:Updates>%s</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>
                """.formatted(resolution, named(id), updates);
    }

    static String set(String path, String item) {
        return "<t:SetItemField>" + path + item + "</t:SetItemField>";
    }

    static String field(String uri) {
        return "<t:FieldURI FieldURI=\"" + uri + "\"/>";
    }

    static String delete(String type, String id) {
        return """
                <m:DeleteItem DeleteType="%s" SendMeetingCancellations="SendToNone">
                <m:ItemIds>%s</m:ItemIds></m:DeleteItem>""".formatted(type, named(id));
    }

    static String sync(String folder, String state, int most) {
        return """
                <m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>
                <m:SyncFolderId><t:DistinguishedFolderId Id="%s"/></m:SyncFolderId>%s
                <m:MaxChangesReturned>%d</m:MaxChangesReturned></m:SyncFolderItems>
                """.formatted(folder, state.isEmpty() ? "" : "<m:SyncState>" + state + "</m:SyncState>", most);
    }

    static String find(String folder, String restriction) {
        return """
                <m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>
                <m:Restriction>%s</m:Restriction>
                <m:ParentFolderIds><t:DistinguishedFolderId Id="%s"/></m:ParentFolderIds></m:FindItem>
                """.formatted(restriction, folder);
    }

    static String create(String folder, String item) {
        return """
                <m:CreateItem SendMeetingInvitations="SendToNone">
                <m:SavedItemFolderId><t:DistinguishedFolderId Id="%s"/></m:SavedItemFolderId>
                <m:Items>%s</m:Items></m:CreateItem>""".formatted(folder, item);
    }

    /** The first item of a response message. */
    static Tree item(Tree message) {
        return message.in("m:Items").get(0);
    }
}
