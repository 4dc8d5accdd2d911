package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncFolderItemsTest {

    private static final FolderReference CONTACTS = FolderReference.distinguished("contacts");

    private final ScriptedChannel channel = new ScriptedChannel();
    private final SyncFolderItems operation = new SyncFolderItems(channel, ScriptedChannel.CLOCK);
    private final List<SyncChange> changes = new ArrayList<>();

    @Test
    void allKindsOfChangesAreTold() {
        channel.answer(page(
                "s1",
                true,
                "<t:Create><t:Contact><t:ItemId Id=\"a\" ChangeKey=\"1\"/></t:Contact></t:Create>"
                        + "<t:Update><t:CalendarItem><t:ItemId Id=\"A\" ChangeKey=\"2\"/></t:CalendarItem></t:Update>"
                        + "<t:Create><t:DistributionList><t:ItemId Id=\"c\"/></t:DistributionList></t:Create>"
                        + "<t:Delete><t:ItemId Id=\"d\"/></t:Delete>"
                        + "<t:ReadFlagChange><t:ItemId Id=\"e\" ChangeKey=\"5\"/><t:IsRead>true</t:IsRead>"
                        + "</t:ReadFlagChange>"));

        SyncPosition position = operation.next(CONTACTS, null, 512, changes::add);

        assertThat(position).isEqualTo(new SyncPosition("s1", true));
        assertThat(changes)
                .containsExactly(
                        new SyncChange.Created(new ItemKey("a", "1"), "Contact"),
                        new SyncChange.Updated(new ItemKey("A", "2"), "CalendarItem"),
                        new SyncChange.Created(ItemKey.of("c"), "DistributionList"),
                        new SyncChange.Deleted(ItemKey.of("d")),
                        new SyncChange.ReadFlagChanged(new ItemKey("e", "5")));
        assertThat(channel.onlyRequest())
                .contains("<t:BaseShape>IdOnly</t:BaseShape>")
                .contains("<m:MaxChangesReturned>512</m:MaxChangesReturned>")
                .doesNotContain("SyncState");
    }

    @Test
    void changesOfNewerServersArePassedOver() {
        channel.withoutJudgingAnswers()
                .answer(page(
                        "s1",
                        true,
                        "<t:Archive><t:ItemId Id=\"a\"/></t:Archive><t:Create><t:Hologram><t:New/><t:ItemId Id=\"b\"/>"
                                + "</t:Hologram></t:Create>"));

        operation.next(CONTACTS, null, 512, changes::add);

        assertThat(changes).containsExactly(new SyncChange.Created(ItemKey.of("b"), "Hologram"));
    }

    @Test
    void aSyncStateGoesBackWhole() {
        String state = "H4sIAAA+/=".repeat(40_000);
        channel.answer(page(state, false, "")).answer(page("end", true, ""));

        assertThat(operation.all(CONTACTS, null, changes::add)).isEqualTo("end");
        assertThat(channel.requests().get(1)).contains("<m:SyncState>" + state + "</m:SyncState>");
    }

    @Test
    void itGoesOnToTheLastItem() {
        channel.answer(page("s1", false, "<t:Delete><t:ItemId Id=\"a\"/></t:Delete>"))
                .answer(page("s2", false, ""))
                .answer(page("s3", true, "<t:Delete><t:ItemId Id=\"b\"/></t:Delete>"));

        assertThat(operation.all(FolderKey.of("folder"), "s0", changes::add)).isEqualTo("s3");
        assertThat(changes).hasSize(2);
        assertThat(channel.requests()).hasSize(3);
        assertThat(channel.requests().get(0)).contains("<m:SyncState>s0</m:SyncState>");
    }

    @Test
    void aServerThatGoesRoundInCirclesIsBroken() {
        channel.answer(page("s1", false, "")).answer(page("s1", false, ""));

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> operation.all(CONTACTS, null, changes::add));
    }

    @Test
    @DisplayName("G3: an answer that does not say that it was the last ends no listing")
    void whoDoesNotSayThatItWasTheLastIsBroken() {
        channel.answer(answerOf(
                "SyncFolderItems", done("SyncFolderItems", "<m:SyncState>s1</m:SyncState><m:Changes></m:Changes>")));

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> operation.next(CONTACTS, null, 512, changes::add))
                .withMessageContaining("without IncludesLastItemInRange");
    }

    @Test
    @DisplayName("an answer that says that there is more and leads nowhere is broken, also one page at a time")
    void whoLeadsNowhereIsBroken() {
        channel.answer(
                answerOf(
                        "SyncFolderItems",
                        done(
                                "SyncFolderItems",
                                "<m:SyncState>s1</m:SyncState>"
                                        + "<m:IncludesLastItemInRange>false</m:IncludesLastItemInRange><m:Changes></m:Changes>")));

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> operation.next(CONTACTS, "s1", 512, changes::add))
                .withMessageContaining("does not go on");
    }

    @Test
    void anAnswerWithoutASyncStateIsBroken() {
        channel.answer(answerOf("SyncFolderItems", done("SyncFolderItems", "")));

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> operation.next(CONTACTS, null, 1, changes::add));
    }

    @Test
    void anAnswerWithoutAMessageIsBroken() {
        channel.withoutJudgingAnswers().answer("<m:SyncFolderItemsResponse/>");

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> operation.next(CONTACTS, null, 1, changes::add));
    }

    @Test
    void aStateThatTheServerDoesNotKnowIsExpired() {
        channel.answer(answerOf("SyncFolderItems", failed("SyncFolderItems", "ErrorInvalidSyncStateData", "")));

        assertThatExceptionOfType(CursorExpiredException.class)
                .isThrownBy(() -> operation.next(CONTACTS, "old", 512, changes::add));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 513})
    void onlyWhatTheSchemaAllowsIsAskedFor(int most) {
        assertThatIllegalArgumentException().isThrownBy(() -> operation.next(CONTACTS, null, most, changes::add));
    }

    @Test
    void aSyncStateIsNotPrinted() {
        assertThat(new SyncPosition("secret", true).toString()).doesNotContain("secret");
    }

    private static String page(String state, boolean last, String changes) {
        return answerOf(
                "SyncFolderItems",
                done(
                        "SyncFolderItems",
                        "<m:SyncState>" + state + "</m:SyncState><m:IncludesLastItemInRange>" + last
                                + "</m:IncludesLastItemInRange><m:Changes>" + changes + "</m:Changes>"));
    }
}
