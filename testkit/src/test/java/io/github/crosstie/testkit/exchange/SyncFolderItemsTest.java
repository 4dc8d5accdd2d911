package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncFolderItemsTest extends ExchangeTest {

    @Test
    void tellsTheNewestFirstInPagesUntilTheLast() {
        for (int i = 0; i < 5; i++) {
            contacts.put(Map.of("GivenName", "Number " + i));
        }
        List<String> sizes = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String state = "";
        boolean last = false;
        while (!last) {
            Tree page = soap.message(sync("contacts", state, 2));
            page.in("m:Changes").forEach(change -> ids.add(idOf(change)));
            sizes.add(page.in("m:Changes").size() + " " + page.textOf("m:IncludesLastItemInRange"));
            state = page.textOf("m:SyncState");
            last = page.textOf("m:IncludesLastItemInRange").equals("true");
        }

        assertThat(sizes).containsExactly("2 false", "2 false", "1 true");
        List<String> newestFirst =
                new ArrayList<>(contacts.list().stream().map(LoopbackItem::id).toList());
        Collections.reverse(newestFirst);
        assertThat(ids).containsExactlyElementsOf(newestFirst);
    }

    @Test
    void losesNothingThatHappensBetweenPages() {
        LoopbackItem oldest = contacts.put(Map.of("GivenName", "Oldest"));
        LoopbackItem doomed = contacts.put(Map.of("GivenName", "Doomed"));
        contacts.put(Map.of("GivenName", "Newest"));
        Tree first = soap.message(sync("contacts", "", 1));
        contacts.edit(oldest.id(), "GivenName", "Oldest of all");
        contacts.destroy(doomed.id());
        contacts.put(Map.of("GivenName", "Late"));

        Tree second = soap.message(sync("contacts", first.textOf("m:SyncState"), 512));
        Tree third = soap.message(sync("contacts", second.textOf("m:SyncState"), 512));

        assertThat(second.in("m:Changes")).isEmpty();
        assertThat(third.in("m:Changes").stream().map(change -> change.localName() + " " + idOf(change)))
                .containsExactly(
                        "Create " + contacts.list().get(2).id(), "Delete " + doomed.id(), "Update " + oldest.id());
    }

    @Test
    void showsAMoveAsADeletionHereAndACreationThere() {
        LoopbackFolder other = anna.addFolder("Salesforce_Sync", contacts);
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String here = soap.message(sync("contacts", "", 512)).textOf("m:SyncState");

        LoopbackItem moved = contacts.move(ada.id(), other);

        assertThat(soap.message(sync("contacts", here, 512)).in("m:Changes"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.localName() + " " + idOf(change)).isEqualTo("Delete " + ada.id()));
        assertThat(soap.message(syncOf(other)).in("m:Changes"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.localName() + " " + idOf(change)).isEqualTo("Create " + moved.id()));
    }

    @Test
    void tellsOfReadingWithoutTheItem() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String state = soap.message(sync("contacts", "", 512)).textOf("m:SyncState");

        contacts.markRead(ada.id(), true);

        assertThat(soap.message(sync("contacts", state, 512)).in("m:Changes"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.localName()).isEqualTo("ReadFlagChange");
                    assertThat(change.textOf("t:IsRead")).isEqualTo("true");
                });
    }

    @Test
    void tellsOfAnItemAgainIfTheTestSaysSo() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String state = soap.message(sync("contacts", "", 512)).textOf("m:SyncState");

        contacts.tellAgain(ada.id());

        assertThat(soap.message(sync("contacts", state, 512)).in("m:Changes"))
                .singleElement()
                .satisfies(change -> assertThat(
                                change.children().get(0).children().get(0).attribute("ChangeKey"))
                        .isEqualTo(ada.changeKey()));
    }

    @Test
    void leavesHiddenItemsOutUnlessAskedForThem() {
        soap.send(create("contacts", "<t:Message><t:ItemClass>IPM.Note</t:ItemClass></t:Message>")
                .replace("<m:CreateItem", "<m:CreateItem MessageDisposition=\"SaveOnly\"")
                .replace("</t:ItemClass>", "</t:ItemClass><t:IsAssociated>true</t:IsAssociated>"));
        assertThat(contacts.hidden()).hasSize(1);

        assertThat(soap.message(sync("contacts", "", 512)).in("m:Changes")).isEmpty();
        String both = sync("contacts", "", 512)
                .replace(
                        "</m:MaxChangesReturned>",
                        "</m:MaxChangesReturned><m:SyncScope>NormalAndAssociatedItems</m:SyncScope>");
        assertThat(soap.message(both).in("m:Changes")).hasSize(1);
    }

    @Test
    void leavesOutWhatTheClientIgnores() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String request = sync("contacts", "", 512)
                .replace("<m:MaxChanges", "<m:Ignore><t:ItemId Id=\"" + ada.id() + "\"/></m:Ignore><m:MaxChanges");

        assertThat(soap.message(request).in("m:Changes")).isEmpty();
    }

    @Test
    void refusesStatesThatAreCutOffForeignOrExpired() {
        contacts.put(Map.of("GivenName", "Ada"));
        String state = soap.message(sync("contacts", "", 512)).textOf("m:SyncState");

        assertThat(soap.code(sync("contacts", state.substring(0, state.length() - 8), 512)))
                .isEqualTo("ErrorInvalidSyncStateData");
        assertThat(soap.code(sync("contacts", "bm9uc2Vuc2U=", 512))).isEqualTo("ErrorInvalidSyncStateData");
        assertThat(soap.code(sync("calendar", state, 512))).isEqualTo("ErrorInvalidSyncStateData");
        assertThat(soap.code(sync("contacts", state, 512))).isEqualTo("NoError");
        anna.expireSyncStates();
        assertThat(soap.code(sync("contacts", state, 512))).isEqualTo("ErrorInvalidSyncStateData");
    }

    @Test
    void knowsNoFolderOfOldIds() {
        String request = syncOf(contacts);
        anna.moveElsewhere();

        assertThat(soap.code(request)).isEqualTo("ErrorSyncFolderNotFound");
    }

    @Test
    void hasOtherIdsAndNoStatesAfterTheMailboxHasMoved() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String state = soap.message(sync("contacts", "", 512)).textOf("m:SyncState");

        anna.moveElsewhere();

        assertThat(soap.code(sync("contacts", state, 512))).isEqualTo("ErrorInvalidSyncStateData");
        assertThat(soap.code(get(ada.id()))).isEqualTo("ErrorItemNotFound");
        assertThat(contacts.list())
                .singleElement()
                .satisfies(item -> assertThat(item.value("GivenName")).isEqualTo("Ada"));
        assertThat(soap.message(sync("contacts", "", 512)).in("m:Changes")).hasSize(1);
    }

    private static String syncOf(LoopbackFolder folder) {
        return sync("contacts", "", 512)
                .replace("<t:DistinguishedFolderId Id=\"contacts\"/>", "<t:FolderId Id=\"" + folder.id() + "\"/>");
    }

    private static String idOf(Tree change) {
        Tree first = change.children().get(0);
        return first.localName().equals("ItemId")
                ? first.attribute("Id")
                : first.children().get(0).attribute("Id");
    }
}
