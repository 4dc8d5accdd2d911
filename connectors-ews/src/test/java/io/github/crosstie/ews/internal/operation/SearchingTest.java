package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.MailboxUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchingTest {

    private static final FolderReference CALENDAR = FolderReference.distinguished("calendar");
    private static final PropertyPath STAMP =
            PropertyPath.named("c11ff724-aa03-4555-9952-8fa248a11c3e", "Stamp", "String");

    private final ScriptedChannel channel = new ScriptedChannel();
    private final FindItem operation = new FindItem(channel, ScriptedChannel.CLOCK);
    private final List<String> found = new ArrayList<>();

    @Test
    void oneStampIsSearchedByEquality() {
        channel.answer(items("IncludesLastItemInRange=\"true\"", "a"));

        operation.find(
                CALENDAR, ItemShape.of(List.of(STAMP)), new Restriction(STAMP, List.of("1 & 1")), this::id, found::add);

        assertThat(found).containsExactly("a");
        assertThat(channel.onlyRequest())
                .contains("<m:Restriction><t:IsEqualTo><t:ExtendedFieldURI PropertySetId=")
                .contains("<t:FieldURIOrConstant><t:Constant Value=\"1 &amp; 1\"/></t:FieldURIOrConstant>")
                .contains("Traversal=\"Shallow\"");
    }

    @Test
    void severalStampsAreSearchedInOneRequest() {
        channel.answer(items("IncludesLastItemInRange=\"true\"", "a", "b"));

        operation.find(
                CALENDAR, ItemShape.ID_ONLY, new Restriction(STAMP, List.of("1", "2", "3")), this::id, found::add);

        assertThat(found).containsExactly("a", "b");
        assertThat(channel.onlyRequest())
                .containsOnlyOnce("<t:Or>")
                .contains("Value=\"1\"", "Value=\"2\"", "Value=\"3\"");
        assertThatIllegalArgumentException().isThrownBy(() -> new Restriction(STAMP, List.of()));
    }

    @Test
    void pagesAreReadToTheOneThatSaysItIsTheLast() {
        channel.answer(items(
                        "IndexedPagingOffset=\"2\" TotalItemsInView=\"9\" IncludesLastItemInRange=\"false\"", "a", "b"))
                .answer(items("IndexedPagingOffset=\"5\" IncludesLastItemInRange=\"false\""))
                .answer(items("IncludesLastItemInRange=\"true\"", "c"));

        operation.find(CALENDAR, ItemShape.ID_ONLY, null, this::id, found::add);

        assertThat(found).containsExactly("a", "b", "c");
        assertThat(channel.requests()).hasSize(3).noneMatch(request -> request.contains("Restriction"));
        assertThat(channel.requests().get(2)).contains("Offset=\"5\"");
    }

    @Test
    void aPageThatDoesNotSayWhereTheNextBeginsIsBroken() {
        channel.answer(items("IncludesLastItemInRange=\"false\"", "a")).answer(items("", "a"));

        for (int time = 0; time < 2; time++) {
            assertThatExceptionOfType(ContractBrokenException.class)
                    .isThrownBy(() -> operation.find(CALENDAR, ItemShape.ID_ONLY, null, this::id, found::add));
        }
    }

    @Test
    void noPageIsNotAnEmptyPage() {
        channel.answer(answerOf("FindItem", done("FindItem", "")));

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> operation.find(CALENDAR, ItemShape.ID_ONLY, null, this::id, found::add));
    }

    @Test
    void aFolderThatIsNotThereEndsTheSearch() {
        channel.answer(answerOf("FindItem", failed("FindItem", "ErrorFolderNotFound", "")));

        assertThatExceptionOfType(MailboxUnavailableException.class)
                .isThrownBy(() -> operation.find(FolderKey.of("f"), ItemShape.ID_ONLY, null, this::id, found::add));
    }

    @Test
    void foldersAreFoundWithWhatTheyCarry() {
        channel.answer(answerOf(
                "FindFolder",
                done(
                        "FindFolder",
                        "<m:RootFolder IncludesLastItemInRange=\"true\"><t:Folders><t:ContactsFolder>"
                                + "<t:FolderId Id=\"f\" ChangeKey=\"1\"/><t:ParentFolderId Id=\"p\"/>"
                                + "<t:FolderClass>IPF.Contact</t:FolderClass><t:DisplayName>Salesforce_Sync</t:DisplayName>"
                                + "<t:TotalCount>3</t:TotalCount><t:ExtendedProperty><t:ExtendedFieldURI"
                                + " PropertySetId=\"c11ff724-aa03-4555-9952-8fa248a11c3e\" PropertyName=\"Stamp\""
                                + " PropertyType=\"String\"/><t:Value>x</t:Value></t:ExtendedProperty>"
                                + "</t:ContactsFolder></t:Folders></m:RootFolder>")));

        List<Folder> folders = new FindFolder(channel, ScriptedChannel.CLOCK)
                .find(FolderReference.distinguished("msgfolderroot"), "Salesforce_Sync", List.of(STAMP));

        assertThat(folders)
                .containsExactly(new Folder(
                        new FolderKey("f", "1"),
                        FolderKey.of("p"),
                        "IPF.Contact",
                        "Salesforce_Sync",
                        Map.of("Stamp", "x")));
        assertThat(channel.onlyRequest())
                .contains("<t:FieldURI FieldURI=\"folder:DisplayName\"/><t:FieldURIOrConstant>");
        assertThat(folders.get(0).toString()).doesNotContain("Salesforce_Sync");
    }

    @Test
    void foldersAreReadEachWithItsOwnOutcome() {
        channel.answer(answerOf(
                "GetFolder",
                done("GetFolder", "<m:Folders><t:CalendarFolder><t:FolderId Id=\"f\"/></t:CalendarFolder></m:Folders>"),
                failed("GetFolder", "ErrorFolderNotFound", "<m:Folders/>")));

        List<Optional<Folder>> folders =
                new GetFolder(channel, ScriptedChannel.CLOCK).get(List.of(CALENDAR, FolderKey.of("gone")));

        assertThat(folders)
                .containsExactly(Optional.of(new Folder(FolderKey.of("f"), null, "", "", Map.of())), Optional.empty());
    }

    private String id(XmlInput item) {
        List<String> ids = new ArrayList<>();
        item.children(child -> ids.add(ItemKey.read(child).id()));
        return ids.get(0);
    }

    private static String items(String paging, String... ids) {
        StringBuilder items = new StringBuilder();
        for (String id : ids) {
            items.append("<t:CalendarItem><t:ItemId Id=\"").append(id).append("\"/></t:CalendarItem>");
        }
        return answerOf(
                "FindItem",
                done("FindItem", "<m:RootFolder " + paging + "><t:Items>" + items + "</t:Items></m:RootFolder>"));
    }
}
