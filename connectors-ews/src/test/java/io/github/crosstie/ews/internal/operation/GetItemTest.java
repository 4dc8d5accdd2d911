package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.ews.internal.operation.ItemShape.BodyType;
import io.github.crosstie.ews.internal.soap.TooMuch;
import io.github.crosstie.ews.internal.soap.TooSlow;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetItemTest {

    private static final Pattern ASKED = Pattern.compile("<t:ItemId Id=\"(\\w+)\"");

    private final ScriptedChannel channel = new ScriptedChannel();
    private final GetItem operation = new GetItem(channel, ScriptedChannel.CLOCK);
    private final Set<String> slow = new TreeSet<>();

    @Test
    void itemsAreReadInBatchesAndComeInTheirOrder() {
        answerTimes(3, this::everything);

        assertThat(values(operation.get(items(25), ItemShape.ID_ONLY, 10, GetItemTest::subject)))
                .containsExactlyElementsOf(ids(25));
        assertThat(channel.requests())
                .extracting(request -> asked(request).size())
                .containsExactly(10, 10, 5);
    }

    @Test
    void oneItemThatFailsDoesNotFailItsBatch() {
        channel.answer(answerOf(
                "GetItem",
                item("a"),
                failed("GetItem", "ErrorItemNotFound", "<m:Items/>"),
                failed("GetItem", "ErrorAccessDenied", "<m:Items/>"),
                item("d")));

        List<Result<String>> results = operation.get(items(4), ItemShape.ID_ONLY, 10, GetItemTest::subject);

        assertThat(codes(results)).containsExactly("a", "ErrorItemNotFound", "ErrorAccessDenied", "d");
    }

    @Test
    void theShapeNamesWhatIsWanted() {
        channel.answer(this::everything);
        ItemShape shape = new ItemShape(
                ItemShape.Base.DEFAULT,
                BodyType.TEXT,
                1_000_000,
                List.of(
                        PropertyPath.field("calendar:UID"),
                        PropertyPath.indexed("contacts:PhoneNumber", "BusinessPhone"),
                        PropertyPath.named("c11ff724-aa03-4555-9952-8fa248a11c3e", "Stamp", "String"),
                        PropertyPath.numbered("Address", 32899, "String"),
                        PropertyPath.tagged("0x3A45", "String")));

        operation.get(items(1), shape, 10, GetItemTest::subject);

        assertThat(channel.onlyRequest())
                .contains("<t:BaseShape>Default</t:BaseShape><t:BodyType>Text</t:BodyType>")
                .contains("<t:MaximumBodySize>1000000</t:MaximumBodySize>")
                .contains("<t:FieldURI FieldURI=\"calendar:UID\"/>")
                .contains("<t:IndexedFieldURI FieldURI=\"contacts:PhoneNumber\" FieldIndex=\"BusinessPhone\"/>")
                .contains("PropertySetId=\"c11ff724-aa03-4555-9952-8fa248a11c3e\" PropertyName=\"Stamp\"")
                .contains("DistinguishedPropertySetId=\"Address\" PropertyId=\"32899\" PropertyType=\"String\"")
                .contains("<t:ExtendedFieldURI PropertyTag=\"0x3A45\" PropertyType=\"String\"/>");
    }

    @Test
    void occurrencesAndSeriesAreNamedByEachOther() {
        channel.answer(answerOf("GetItem", item("a"), item("b"), item("c")));
        List<ItemReference> items = List.of(
                new ItemReference.Occurrence("series", "key", 3),
                new ItemReference.Occurrence("series", null, 1),
                new ItemReference.MasterOf("occurrence"));

        assertThat(operation.get(items, ItemShape.of(List.of()), 10, GetItemTest::subject))
                .hasSize(3);
        assertThat(channel.onlyRequest())
                .contains("<t:OccurrenceItemId RecurringMasterId=\"series\" ChangeKey=\"key\" InstanceIndex=\"3\"/>")
                .contains("<t:RecurringMasterItemId OccurrenceId=\"occurrence\"/>");
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemReference.Occurrence("series", null, 0));
    }

    @Test
    void aSlowRequestIsHalvedUntilTheServerCanAnswer() {
        channel.fault("ErrorTimeoutExpired", "").fault("ErrorTimeoutExpired", "");
        answerTimes(3, this::everything);

        assertThat(values(operation.get(items(8), ItemShape.ID_ONLY, 8, GetItemTest::subject)))
                .containsExactlyElementsOf(ids(8));
        assertThat(channel.requests())
                .extracting(request -> asked(request).size())
                .containsExactly(8, 4, 2, 2, 4);
    }

    @Test
    void slowItemsOfAnAnswerAreAskedAgainAndTheOthersAreNot() {
        slow.addAll(List.of("i1", "i3"));
        answerTimes(4, this::everythingButSlowOnes);

        List<Result<String>> results = operation.get(items(4), ItemShape.ID_ONLY, 4, GetItemTest::subject);

        assertThat(codes(results)).containsExactly("i0", "ErrorTimeoutExpired", "i2", "ErrorTimeoutExpired");
        assertThat(channel.requests())
                .extracting(GetItemTest::asked)
                .containsExactly(List.of("i0", "i1", "i2", "i3"), List.of("i1", "i3"), List.of("i1"), List.of("i3"));
    }

    @Test
    void aSingleItemThatIsTooSlowEndsIt() {
        channel.fault("ErrorTimeoutExpired", "").fault("ErrorTimeoutExpired", "");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> operation.get(items(2), ItemShape.ID_ONLY, 2, GetItemTest::subject));
    }

    @Test
    void whatAStoppedBatchDidNotGetToIsAskedAgain() {
        channel.answer(answerOf("GetItem", item("i0"), stopped(), stopped())).answer(this::everything);

        assertThat(values(operation.get(items(3), ItemShape.ID_ONLY, 3, GetItemTest::subject)))
                .containsExactly("i0", "i1", "i2");
        assertThat(asked(channel.requests().get(1))).containsExactly("i1", "i2");
    }

    @Test
    void aBatchThatStopsBeforeItBeginsEndsIt() {
        channel.answer(answerOf("GetItem", stopped(), stopped()));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> operation.get(items(2), ItemShape.ID_ONLY, 2, GetItemTest::subject));
    }

    @Test
    void anItemThatFindsTheMailboxBusyStopsTheAsking() {
        String busy = "<m:MessageXml><t:Value Name=\"InnerErrorResponseCode\">ErrorServerBusy</t:Value>"
                + "<t:Value Name=\"BackOffMilliseconds\">1234</t:Value></m:MessageXml><m:Items/>";
        channel.answer(answerOf("GetItem", item("i0"), failed("GetItem", "ErrorInternalServerError", busy)));

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> operation.get(items(4), ItemShape.ID_ONLY, 2, GetItemTest::subject))
                .satisfies(throttled -> assertThat(throttled.retryAt())
                        .isEqualTo(ScriptedChannel.CLOCK.instant().plusMillis(1234)));
        assertThat(channel.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ErrorNonExistentMailbox", "ErrorMailboxConfiguration"})
    void aMailboxThatIsNotThereIsNoTroubleOfAnItem(String code) {
        channel.answer(answerOf("GetItem", failed("GetItem", code, "<m:Items/>")));

        assertThatExceptionOfType(MailboxUnavailableException.class)
                .isThrownBy(() -> operation.get(items(1), ItemShape.ID_ONLY, 2, GetItemTest::subject));
    }

    @Test
    void successWithoutAnItemTellsNothing() {
        channel.answer(answerOf("GetItem", done("GetItem", "<m:Items/>"), item("i1")));

        List<Result<String>> results = operation.get(items(3), ItemShape.ID_ONLY, 3, GetItemTest::subject);

        assertThat(codes(results)).containsExactly("no item in the answer", "i1", "no item in the answer");
    }

    @Test
    void moreAnswersThanQuestionsAreBroken() {
        channel.answer(answerOf("GetItem", item("a"), item("b")));

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> operation.get(items(1), ItemShape.ID_ONLY, 3, GetItemTest::subject));
    }

    @Test
    void anItemThatIsTooLargeAloneKeepsNoOtherBack() {
        answerTimes(20, request -> {
            if (asked(request).contains("i3")) {
                throw TooMuch.mark(new ContractBrokenException("too large"));
            }
            return everything(request);
        });

        List<Result<String>> results = operation.get(items(5), ItemShape.ID_ONLY, 5, GetItemTest::subject);

        assertThat(codes(results)).containsExactly("i0", "i1", "i2", "larger than an answer may be", "i4");
    }

    @Test
    @DisplayName("S15: an item that alone takes longer than an answer may keeps no other back")
    void anItemThatTakesTooLongAloneKeepsNoOtherBack() {
        answerTimes(20, request -> asked(request).contains("i3") ? late() : everything(request));

        List<Result<String>> results = operation.get(items(8), ItemShape.ID_ONLY, 8, GetItemTest::subject);

        assertThat(codes(results))
                .containsExactly("i0", "i1", "i2", "longer on its way than an answer may be", "i4", "i5", "i6", "i7");
        assertThat(channel.requests().stream().filter(request -> asked(request).contains("i3")))
                .hasSize(4);
    }

    @Test
    @DisplayName("a server that answers nothing in time is waited for three times at most")
    void aServerThatAnswersNothingInTimeEndsIt() {
        answerTimes(20, request -> late());

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> operation.get(items(60), ItemShape.ID_ONLY, 20, GetItemTest::subject));
        assertThat(channel.requests())
                .extracting(request -> asked(request).size())
                .containsExactly(20, 1, 1);
    }

    @Test
    void whatIsSplitIsFinishedBeforeAnythingElseBegins() {
        answerTimes(20, request -> {
            if (asked(request).size() > 2) {
                throw TooMuch.mark(new ContractBrokenException("too large"));
            }
            return everything(request);
        });

        operation.get(items(8), ItemShape.ID_ONLY, 4, GetItemTest::subject);

        assertThat(channel.requests())
                .extracting(
                        request -> asked(request).get(0) + " " + asked(request).size())
                .containsExactly("i0 4", "i0 2", "i2 2", "i4 4", "i4 2", "i6 2");
    }

    private static String late() {
        throw TooSlow.mark(new UnavailableException("no complete answer in time"));
    }

    @Test
    void nothingIsAskedAboutNoItem() {
        assertThat(operation.get(List.of(), ItemShape.ID_ONLY, 10, GetItemTest::subject))
                .isEmpty();
        assertThat(channel.requests()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operation.get(items(1), ItemShape.ID_ONLY, 0, GetItemTest::subject));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyItemIsAnsweredOnceHoweverTheServerStumbles(long seed) {
        StumblingServer server = new StumblingServer(seed);
        answerTimes(500, server::answer);

        List<Result<String>> results = operation.get(items(60), ItemShape.ID_ONLY, 16, GetItemTest::subject);

        assertThat(codes(results)).as("seed " + seed).containsExactlyElementsOf(server.expected(ids(60)));
    }

    private void answerTimes(int times, UnaryOperator<String> answer) {
        for (int time = 0; time < times; time++) {
            channel.answer(answer);
        }
    }

    private String everything(String request) {
        return answerOf(
                "GetItem", asked(request).stream().map(GetItemTest::item).toArray(String[]::new));
    }

    private String everythingButSlowOnes(String request) {
        return answerOf(
                "GetItem",
                asked(request).stream()
                        .map(id ->
                                slow.contains(id) ? failed("GetItem", "ErrorTimeoutExpired", "<m:Items/>") : item(id))
                        .toArray(String[]::new));
    }

    static String item(String id) {
        return done("GetItem", "<m:Items><t:Contact><t:Subject>" + id + "</t:Subject></t:Contact></m:Items>");
    }

    static String stopped() {
        return failed("GetItem", "ErrorBatchProcessingStopped", "<m:Items/>");
    }

    static List<String> asked(String request) {
        return ASKED.matcher(request)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(at -> "i" + at).toList();
    }

    private static List<ItemKey> items(int count) {
        return ids(count).stream().map(ItemKey::of).toList();
    }

    private static String subject(XmlInput item) {
        List<String> subjects = new ArrayList<>();
        item.children(child -> subjects.add(child.text()));
        return subjects.get(0);
    }

    private static List<String> values(List<Result<String>> results) {
        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Done.class));
        return codes(results);
    }

    private static List<String> codes(List<Result<String>> results) {
        return results.stream()
                .map(result -> result instanceof Result.Done<String> done
                        ? done.value()
                        : ((Result.Failed<String>) result).trouble().code().name())
                .toList();
    }
}
