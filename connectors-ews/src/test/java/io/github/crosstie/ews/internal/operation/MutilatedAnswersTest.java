package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.ews.internal.soap.Answer;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.Envelopes;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.CrosstieException;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come in place of an answer: they are understood, or refused in one of the ways that are promised. */
class MutilatedAnswersTest {

    private static final Clock CLOCK = ScriptedChannel.CLOCK;
    private static final FolderReference FOLDER = FolderReference.distinguished("contacts");
    private static final List<ItemKey> KEYS = List.of(ItemKey.of("a"), ItemKey.of("b"));
    private static final String KEY = "<t:ItemId Id=\"a\" ChangeKey=\"1\"/>";
    private static final String FOLDERS = "<t:Folder><t:FolderId Id=\"f\"/><t:DisplayName>claim-1</t:DisplayName>"
            + "<t:ExtendedProperty><t:ExtendedFieldURI PropertyName=\"CrosstieClaim\" PropertyType=\"String\"/>"
            + "<t:Value>x</t:Value></t:ExtendedProperty></t:Folder>";
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</",
            "\"",
            "&",
            "&#5;",
            "&#x0;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<?xml ",
            "<!DOCTYPE a>",
            "\u0000",
            "t:",
            "ErrorServerBusy",
            "Id=\"\"",
            "<t:ItemId/>",
            "<x xmlns='y'/>",
            "true",
            "-1",
            "99999999999");

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    answerOf(
                            "SyncFolderItems",
                            done(
                                    "SyncFolderItems",
                                    "<m:SyncState>s</m:SyncState><m:IncludesLastItemInRange>true"
                                            + "</m:IncludesLastItemInRange><m:Changes><t:Create><t:Contact>" + KEY
                                            + "</t:Contact></t:Create><t:Delete>" + KEY + "</t:Delete></m:Changes>")),
                    channel -> new SyncFolderItems(channel, CLOCK).next(FOLDER, null, 512, change -> {})),
            new Sample(
                    answerOf(
                            "GetItem",
                            done("GetItem", "<m:Items><t:Contact>" + KEY + "</t:Contact></m:Items>"),
                            failed(
                                    "GetItem",
                                    "ErrorInternalServerError",
                                    "<m:MessageXml><t:Value Name=\"InnerErrorResponseCode\">ErrorItemNotFound</t:Value>"
                                            + "<t:Value Name=\"BackOffMilliseconds\">12</t:Value></m:MessageXml>")),
                    channel -> new GetItem(channel, CLOCK).get(KEYS, ItemShape.ID_ONLY, 2, XmlInput::text)),
            new Sample(
                    answerOf("CreateItem", done("CreateItem", "<m:Items><t:Contact>" + KEY + "</t:Contact></m:Items>")),
                    channel -> new CreateItem(channel)
                            .create(FOLDER, MeetingMessages.NONE, List.of(new NewItem("Contact", out -> {})))),
            new Sample(
                    answerOf(
                            "FindItem",
                            done(
                                    "FindItem",
                                    "<m:RootFolder IndexedPagingOffset=\"1\" IncludesLastItemInRange=\"true\"><t:Items>"
                                            + "<t:Contact>" + KEY + "</t:Contact></t:Items></m:RootFolder>")),
                    channel -> new FindItem(channel, CLOCK)
                            .find(FOLDER, ItemShape.ID_ONLY, null, XmlInput::text, item -> {})),
            new Sample(
                    answerOf(
                            "FindFolder",
                            done(
                                    "FindFolder",
                                    "<m:RootFolder IncludesLastItemInRange=\"true\"><t:Folders>" + FOLDERS
                                            + "</t:Folders></m:RootFolder>")),
                    channel -> new FindFolder(channel, CLOCK).find(FOLDER, null, List.of())),
            new Sample(
                    answerOf(
                            "GetStreamingEvents",
                            done(
                                    "GetStreamingEvents",
                                    "<m:Notifications><t:Notification><t:SubscriptionId>s</t:SubscriptionId>"
                                            + "<t:CreatedEvent><t:ParentFolderId Id=\"f\"/></t:CreatedEvent>"
                                            + "</t:Notification></m:Notifications>"
                                            + "<m:ConnectionStatus>Closed</m:ConnectionStatus>")),
                    channel -> new GetStreamingEvents(channel, CLOCK).listen(List.of("s"), 1, hint -> {})),
            new Sample(
                    "<s:Fault><faultcode>a:ErrorServerBusy</faultcode><faultstring>no</faultstring><detail><e:ResponseCode>"
                            + "ErrorServerBusy</e:ResponseCode><t:MessageXml><t:Value Name=\"BackOffMilliseconds\">12"
                            + "</t:Value></t:MessageXml></detail></s:Fault>",
                    channel -> new ResolveNames(channel, CLOCK).resolve("smtp:anna@acme.example")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingElseThanWhatIsPromisedIsThrown(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (Sample sample : SAMPLES) {
            String whole = Envelopes.envelope("<t:ServerVersionInfo MajorVersion=\"15\"/>", sample.body());
            for (int time = 0; time < 150; time++) {
                byte[] bytes = mutilated(whole, random);
                RuntimeException thrown = thrownBy(() -> sample.call().accept(new Bytes(bytes)));

                if (!(thrown instanceof CrosstieException || thrown instanceof UncheckedIOException)) {
                    assertThat(thrown)
                            .as("seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8))
                            .isNull();
                }
            }
        }
    }

    private static byte[] mutilated(String whole, RandomGenerator random) {
        StringBuilder text = new StringBuilder(whole);
        for (int wounds = random.nextInt(1, 4); wounds > 0; wounds--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(60)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x80));
                default -> {
                    int end = Math.min(text.length(), at + random.nextInt(120));
                    text.insert(at, text.substring(at, end));
                }
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static @Nullable RuntimeException thrownBy(Runnable call) {
        try {
            call.run();
            return null;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    /** The body of an answer, and the call that it answers. */
    private record Sample(String body, Consumer<EwsChannel> call) {}

    /** Answers with bytes. */
    private static final class Bytes implements EwsChannel {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public <T> T call(EwsRequest request, EwsReader<T> reader) {
            Answer<T> answer = Envelope.read(new ByteArrayInputStream(bytes), reader);
            if (answer instanceof Answer.Fault<T> fault) {
                throw fault.trouble().toException(request.operation(), CLOCK);
            }
            return ((Answer.Value<T>) answer).value();
        }

        @Override
        public void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each) {
            Trouble trouble = Envelope.readAll(new ByteArrayInputStream(bytes), each);
            if (trouble != null) {
                throw trouble.toException(request.operation(), CLOCK);
            }
        }
    }
}
