package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.ResponseMessage;
import io.github.crosstie.ews.soap.Trouble;
import io.github.crosstie.ews.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls operations whose answer is one message: its failure is that of the whole request. */
final class SingleAnswer {

    private final EwsChannel channel;
    private final Clock clock;

    SingleAnswer(EwsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Calls and throws on failure. The payload may have read part of an answer by then. It throws from within the
     * reading, so that the channel hears of it: a mailbox that is elsewhere is looked up anew.
     */
    void require(EwsRequest request, XmlInput.Child payload) {
        ResponseMessage unused = only(request, channel.call(request, response -> {
            List<ResponseMessage> messages = read(response, payload);
            for (ResponseMessage message : messages) {
                Optional<Trouble> failure = message.failure();
                if (failure.isPresent()) {
                    throw failure.get().toException(request.operation(), clock);
                }
            }
            return messages;
        }));
    }

    /** Calls and tells the outcome. */
    ResponseMessage call(EwsRequest request, XmlInput.Child payload) {
        return only(request, channel.call(request, response -> read(response, payload)));
    }

    private static List<ResponseMessage> read(XmlInput response, XmlInput.Child payload) {
        List<ResponseMessage> read = new ArrayList<>(1);
        ResponseMessage.each(response, message -> read.add(ResponseMessage.read(message, payload)));
        return read;
    }

    private static ResponseMessage only(EwsRequest request, List<ResponseMessage> messages) {
        if (messages.size() != 1) {
            throw new ContractBrokenException(request.operation() + ": the server answered " + messages.size()
                    + " messages to a request that has one; report it");
        }
        return messages.get(0);
    }
}
