package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.ews.internal.soap.Answer;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.XmlInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An answer is read while it comes: when something of it is handed on, no more has been taken from the stream than that and
 * what the readers' buffers hold.
 */
class BoundedMemoryTest {

    private static final int BUFFERS = 64 * 1024;

    @Test
    void aHundredThousandChangesAreHandedOnOneByOne() {
        int count = 100_000;
        GeneratedAnswer answer = new GeneratedAnswer(
                answerOf(
                        "SyncFolderItems",
                        done(
                                "SyncFolderItems",
                                "<m:SyncState>s</m:SyncState><m:IncludesLastItemInRange>true</m:IncludesLastItemInRange>"
                                        + "<m:Changes>@@</m:Changes>")),
                BoundedMemoryTest::change,
                count);
        Watch watch = new Watch(answer, change(0).length());

        new SyncFolderItems(watch, ScriptedChannel.CLOCK)
                .next(FolderReference.distinguished("contacts"), null, 512, change -> watch.handedOn());

        assertThat(watch.handed).isEqualTo(count);
        assertThat(answer.total()).isGreaterThan(20_000_000);
        assertThat(watch.furthestAhead).isLessThan(BUFFERS);
    }

    @Test
    void itemsWithBodiesOfTenMegabytesAreHandedOnOneByOne() {
        String body = "ten megabytes, ".repeat(10_000_000 / 15);
        String item = "<t:Contact><t:Body BodyType=\"Text\">" + body + "</t:Body></t:Contact>";
        String message = done("GetItem", "<m:Items>" + item + "</m:Items>");
        GeneratedAnswer answer = new GeneratedAnswer(answerOf("GetItem", "@@"), number -> message, 10);
        Watch watch = new Watch(answer, message.length());
        List<ItemKey> items =
                IntStream.range(0, 10).mapToObj(at -> ItemKey.of("i" + at)).toList();

        List<Result<Integer>> lengths = new GetItem(watch, ScriptedChannel.CLOCK)
                .get(items, ItemShape.ID_ONLY, 10, element -> {
                    int length = bodyLength(element);
                    watch.handedOn();
                    return length;
                });

        assertThat(lengths).hasSize(10).allMatch(new Result.Done<>(body.length())::equals);
        assertThat(watch.furthestAhead).isLessThan(BUFFERS);
        assertThat(answer.begun()).isEqualTo(10);
    }

    private static int bodyLength(XmlInput item) {
        List<Integer> lengths = new ArrayList<>();
        item.children(child -> lengths.add(child.text().length()));
        return lengths.get(0);
    }

    /** Always of the same length. */
    private static String change(int number) {
        String id = "AAMkAGI2TG93AAA%012d".formatted(number).repeat(4);
        return "<t:Create><t:Contact><t:ItemId Id=\"" + id + "\" ChangeKey=\"EQAAABYAAAC" + id
                + "\"/></t:Contact></t:Create>";
    }

    /** Notes how far the stream is ahead of what has been handed on. */
    private static final class Watch implements EwsChannel {
        private final GeneratedAnswer answer;
        private final long pieceLength;
        private long handed;
        private long furthestAhead;

        Watch(GeneratedAnswer answer, long pieceLength) {
            this.answer = answer;
            this.pieceLength = pieceLength;
        }

        void handedOn() {
            handed++;
            furthestAhead = Math.max(furthestAhead, answer.total() - handed * pieceLength);
        }

        @Override
        public <T> T call(EwsRequest request, EwsReader<T> reader) {
            Answer<T> read = Envelope.read(answer, reader);
            return ((Answer.Value<T>) read).value();
        }

        @Override
        public void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each) {
            throw new AssertionError("not asked for");
        }
    }
}
