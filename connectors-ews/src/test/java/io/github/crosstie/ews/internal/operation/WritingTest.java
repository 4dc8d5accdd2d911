package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.fault.ThrottledException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WritingTest {

    private static final FolderReference CALENDAR = FolderReference.distinguished("calendar");

    private final ScriptedChannel channel = new ScriptedChannel();

    @Test
    void createdItemsComeWithTheirKeysInOrder() {
        channel.answer(answerOf(
                "CreateItem",
                key("CreateItem", "a", "1"),
                refused("ErrorInvalidPropertySet"),
                key("CreateItem", "c", "3")));

        List<Result<ItemKey>> results = new CreateItem(channel)
                .create(CALENDAR, MeetingMessages.NONE, List.of(meeting("A"), meeting("<B>"), meeting("C")));

        assertThat(results.get(0)).isEqualTo(new Result.Done<>(new ItemKey("a", "1")));
        assertThat(troubleOf(results.get(1)).kind()).isEqualTo(TroubleKind.ITEM);
        assertThat(results.get(2)).isEqualTo(new Result.Done<>(new ItemKey("c", "3")));
        assertThat(channel.onlyRequest())
                .contains("<m:SavedItemFolderId><t:DistinguishedFolderId Id=\"calendar\"/></m:SavedItemFolderId>")
                .contains("<t:CalendarItem><t:Subject>&lt;B&gt;</t:Subject></t:CalendarItem>");
    }

    @Test
    void anItemOfAnotherMailboxIsCreatedThere() {
        channel.answer(answerOf("CreateItem", key("CreateItem", "a", "1")));

        new CreateItem(channel)
                .create(
                        new FolderReference.Distinguished("contacts", "anna@acme.example"),
                        MeetingMessages.NONE,
                        List.of(new NewItem("Contact", out -> out.element(Space.TYPES, "GivenName", "Ben"))));

        assertThat(channel.onlyRequest()).contains("<t:EmailAddress>anna@acme.example</t:EmailAddress>");
    }

    @DisplayName("S7: nobody is told of a write unless it says so")
    @ParameterizedTest
    @CsvSource({
        "NONE, SendToNone, SendToNone",
        "TO_ALL, SendToAllAndSaveCopy, SendToAllAndSaveCopy",
        "TO_CHANGED, SendToAllAndSaveCopy, SendToChangedAndSaveCopy"
    })
    void everyWriteSaysWhomToTell(MeetingMessages messages, String others, String update) {
        channel.answer(answerOf("CreateItem", key("CreateItem", "a", "1")))
                .answer(answerOf("UpdateItem", key("UpdateItem", "a", "2")))
                .answer(answerOf("DeleteItem", done("DeleteItem", "")));

        new CreateItem(channel).create(CALENDAR, messages, List.of(meeting("A")));
        new UpdateItem(channel).update(messages, List.of(rename("a", "1")));
        new DeleteItem(channel).delete(messages, List.of(ItemKey.of("a")));

        assertThat(channel.requests().get(0)).contains("SendMeetingInvitations=\"" + others + "\"");
        assertThat(channel.requests().get(1)).contains("SendMeetingInvitationsOrCancellations=\"" + update + "\"");
        assertThat(channel.requests().get(2)).contains("SendMeetingCancellations=\"" + others + "\"");
    }

    @DisplayName("S4: an update names the version it is based on and nothing but what changed")
    @Test
    void anUpdateOverwritesNothing() {
        channel.answer(answerOf("UpdateItem", key("UpdateItem", "a", "2")));
        List<PropertyChange> changes = List.of(
                new PropertyChange.Set(
                        PropertyPath.field("item:Subject"), out -> out.element(Space.TYPES, "Subject", "New")),
                new PropertyChange.Set(
                        PropertyPath.indexed("contacts:PhoneNumber", "MobilePhone"),
                        out -> out.start(Space.TYPES, "PhoneNumbers")
                                .start(Space.TYPES, "Entry")
                                .attribute("Key", "MobilePhone")
                                .text("1")
                                .end()
                                .end()),
                new PropertyChange.Delete(PropertyPath.field("contacts:JobTitle")));

        List<Result<ItemKey>> results = new UpdateItem(channel)
                .update(MeetingMessages.NONE, List.of(new ItemChange(new ItemKey("a", "1"), "Contact", changes)));

        assertThat(results).containsExactly(new Result.Done<>(new ItemKey("a", "2")));
        assertThat(channel.onlyRequest())
                .contains("ConflictResolution=\"NeverOverwrite\"")
                .contains("<t:ItemId Id=\"a\" ChangeKey=\"1\"/>")
                .contains("<t:SetItemField><t:FieldURI FieldURI=\"item:Subject\"/><t:Contact><t:Subject>New</t:Subject>"
                        + "</t:Contact></t:SetItemField>")
                .contains("<t:DeleteItemField><t:FieldURI FieldURI=\"contacts:JobTitle\"/></t:DeleteItemField>");
    }

    @Test
    void aConflictIsThatOfItsItem() {
        channel.answer(answerOf(
                "UpdateItem",
                failed("UpdateItem", "ErrorIrresolvableConflict", "<m:Items/>"),
                key("UpdateItem", "b", "2"),
                failed("UpdateItem", "ErrorItemNotFound", "<m:Items/>")));

        List<Result<ItemKey>> results = new UpdateItem(channel)
                .update(MeetingMessages.NONE, List.of(rename("a", "1"), rename("b", "1"), rename("c", "1")));

        assertThat(troubleOf(results.get(0)).kind()).isEqualTo(TroubleKind.CONFLICT);
        assertThat(results.get(1)).isEqualTo(new Result.Done<>(new ItemKey("b", "2")));
        assertThat(troubleOf(results.get(2)).kind()).isEqualTo(TroubleKind.GONE);
    }

    @Test
    void anUpdateOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemChange(ItemKey.of("a"), "Contact", List.of()));
    }

    @Test
    void deletedItemsCanBeBroughtBack() {
        channel.answer(answerOf("DeleteItem", done("DeleteItem", ""), failed("DeleteItem", "ErrorItemNotFound", "")));
        List<ItemReference> items = List.of(ItemKey.of("a"), new ItemReference.Occurrence("s", null, 2));

        List<Result<ItemReference>> results = new DeleteItem(channel).delete(MeetingMessages.NONE, items);

        assertThat(results.get(0)).isEqualTo(new Result.Done<>(ItemKey.of("a")));
        assertThat(troubleOf(results.get(1)).kind()).isEqualTo(TroubleKind.GONE);
        assertThat(channel.onlyRequest()).contains("DeleteType=\"MoveToDeletedItems\"");
    }

    @Test
    void anAnswerThatDoesNotSpeakOfAnItemLeavesItOpenWhetherItWasDone() {
        channel.withoutJudgingAnswers()
                .answer(answerOf("CreateItem", key("CreateItem", "a", "1"), done("CreateItem", "<m:Items/>")))
                .answer(answerOf("DeleteItem", done("DeleteItem", "")));

        List<Result<ItemKey>> created = new CreateItem(channel)
                .create(CALENDAR, MeetingMessages.NONE, List.of(meeting("A"), meeting("B"), meeting("C")));
        List<Result<ItemReference>> deleted =
                new DeleteItem(channel).delete(MeetingMessages.NONE, List.of(ItemKey.of("a"), ItemKey.of("b")));

        assertThat(troubleOf(created.get(1)).mayHaveHappened()).isTrue();
        assertThat(troubleOf(created.get(2)).mayHaveHappened()).isTrue();
        assertThat(troubleOf(deleted.get(1)).mayHaveHappened()).isTrue();
    }

    @Test
    void whatABatchDidNotGetToWasSurelyNotDone() {
        channel.answer(answerOf(
                "CreateItem",
                key("CreateItem", "a", "1"),
                failed("CreateItem", "ErrorBatchProcessingStopped", "<m:Items/>")));

        List<Result<ItemKey>> results =
                new CreateItem(channel).create(CALENDAR, MeetingMessages.NONE, List.of(meeting("A"), meeting("B")));

        assertThat(troubleOf(results.get(1)).mayHaveHappened()).isFalse();
        assertThat(channel.requests()).hasSize(1);
    }

    @Test
    void aFaultIsThatOfTheWholeRequest() {
        channel.fault("ErrorServerBusy", "<t:Value Name=\"BackOffMilliseconds\">297749</t:Value>");

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> new CreateItem(channel).create(CALENDAR, MeetingMessages.NONE, List.of(meeting("A"))))
                .satisfies(throttled -> assertThat(throttled.retryAt())
                        .isEqualTo(ScriptedChannel.CLOCK.instant().plusMillis(297_749)));
    }

    @ParameterizedTest
    @EnumSource(NewFolder.Kind.class)
    void foldersAreCreatedByKind(NewFolder.Kind kind) {
        channel.answer(answerOf(
                "CreateFolder",
                done(
                        "CreateFolder",
                        "<m:Folders><t:Folder><t:FolderId Id=\"f\" ChangeKey=\"1\"/></t:Folder></m:Folders>")));

        Optional<FolderKey> made = new CreateFolder(channel, ScriptedChannel.CLOCK)
                .create(FolderReference.distinguished("contacts"), new NewFolder(kind, "Salesforce_Sync", Map.of()));

        assertThat(made).contains(new FolderKey("f", "1"));
        assertThat(channel.onlyRequest()).contains("<t:DisplayName>Salesforce_Sync</t:DisplayName>");
    }

    private static NewItem meeting(String subject) {
        return new NewItem("CalendarItem", out -> out.element(Space.TYPES, "Subject", subject));
    }

    private static ItemChange rename(String id, String changeKey) {
        return new ItemChange(
                new ItemKey(id, changeKey),
                "CalendarItem",
                List.of(new PropertyChange.Set(
                        PropertyPath.field("item:Subject"), out -> out.element(Space.TYPES, "Subject", "New"))));
    }

    private static String key(String operation, String id, String changeKey) {
        String element = operation.equals("UpdateItem") ? "CalendarItem" : "Contact";
        return done(
                operation,
                "<m:Items><t:" + element + "><t:ItemId Id=\"" + id + "\" ChangeKey=\"" + changeKey + "\"/></t:"
                        + element + "></m:Items>");
    }

    private static String refused(String code) {
        return failed("CreateItem", code, "<m:Items/>");
    }

    private static Trouble troubleOf(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Failed.class);
        return ((Result.Failed<?>) result).trouble();
    }
}
