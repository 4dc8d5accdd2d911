package io.github.crosstie.ews.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.ews.internal.operation.CreateItem;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.ItemChange;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.MeetingMessages;
import io.github.crosstie.ews.internal.operation.NewItem;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.UpdateItem;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.testkit.exchange.SchemaJudge;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends what is written nowhere: the schema judges it where it is at hand, and what is left is read as an answer's
 * item.
 */
final class Wire {

    private static final String NAMESPACE = "http://schemas.microsoft.com/exchange/services/2006/types";
    private static final String ID = "<t:ItemId Id=\"AAMk+/item=\" ChangeKey=\"CQAA\"/>";

    private Wire() {}

    static ItemRecord created(ItemMapping mapping, NewItem item) {
        String request = request(channel -> new CreateItem(channel)
                .create(FolderReference.distinguished("contacts"), MeetingMessages.NONE, List.of(item)));
        return read(mapping, inner(request, mapping.element()).get(0));
    }

    /** What each change sets, read as an item that has nothing else. */
    static List<ItemRecord> set(ItemMapping mapping, List<PropertyChange> changes) {
        String request = updateRequest(mapping, changes);
        return inner(request, mapping.element()).stream()
                .map(xml -> read(mapping, xml))
                .toList();
    }

    static String updateRequest(ItemMapping mapping, List<PropertyChange> changes) {
        return request(channel -> new UpdateItem(channel)
                .update(
                        MeetingMessages.NONE,
                        List.of(new ItemChange(new ItemKey("AAMk", "CQAA"), mapping.element(), changes))));
    }

    private static String request(Consumer<EwsChannel> asking) {
        Capturing channel = new Capturing();
        asking.accept(channel);
        String request = channel.requests.get(0);
        SchemaJudge.ifPresent()
                .ifPresent(judge -> assertThat(judge.complaints(request)).isEmpty());
        return request;
    }

    private static List<String> inner(String request, String element) {
        List<String> found = new ArrayList<>();
        String start = "<t:" + element + ">";
        String end = "</t:" + element + ">";
        int from = request.indexOf(start);
        while (from >= 0) {
            int to = request.indexOf(end, from);
            found.add(request.substring(from + start.length(), to));
            from = request.indexOf(start, to);
        }
        return found;
    }

    /** Reads an item's children as an answer has them. */
    static ItemRecord read(ItemMapping mapping, String children) {
        String xml = "<t:" + mapping.element() + " xmlns:t=\"" + NAMESPACE + "\">" + ID + children + "</t:"
                + mapping.element() + ">";
        return mapping.read(XmlInput.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static final class Capturing implements EwsChannel {

        private static final String NO_ANSWER = "<m:NoResponse"
                + " xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\"><m:ResponseMessages/></m:NoResponse>";

        private final List<String> requests = new ArrayList<>();

        @Override
        public <T> T call(EwsRequest request, EwsReader<T> reader) {
            requests.add(Envelope.write(RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1), request));
            return reader.read(XmlInput.of(new ByteArrayInputStream(NO_ANSWER.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each) {
            throw new UnsupportedOperationException("nothing is streamed here");
        }
    }
}
