package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.ResponseMessage;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Calls operations whose answer is one message: its failure is that of the whole request. */
final class SingleAnswer {

    private final EwsChannel channel;
    private final Clock clock;

    SingleAnswer(EwsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Calls, and makes something of the answer. Whatever is wrong with it is thrown from within the reading, so that the
     * channel hears of it: it names the request, and looks a mailbox up anew that is elsewhere.
     *
     * @param payload reads part of an answer by part; may have read some of it when the answer turns out to be a failure
     * @param made what was read, asked for at the end
     */
    <T> T require(EwsRequest request, XmlInput.Child payload, Supplier<T> made) {
        return channel.call(request, response -> {
            Optional<Trouble> failure = read(response, payload).failure();
            if (failure.isPresent()) {
                throw failure.get().toException(request.operation(), clock);
            }
            return made.get();
        });
    }

    /** The same, where some trouble is an answer, too: an empty one. */
    <T> Optional<T> ask(EwsRequest request, XmlInput.Child payload, Predicate<Trouble> expected, Supplier<T> made) {
        return channel.call(request, response -> {
            Optional<Trouble> failure = read(response, payload).failure();
            if (failure.filter(expected.negate()).isPresent()) {
                throw failure.get().toException(request.operation(), clock);
            }
            return failure.isPresent() ? Optional.empty() : Optional.of(made.get());
        });
    }

    private static ResponseMessage read(XmlInput response, XmlInput.Child payload) {
        List<ResponseMessage> messages = new ArrayList<>(1);
        ResponseMessage.each(response, message -> messages.add(ResponseMessage.read(message, payload)));
        if (messages.size() != 1) {
            throw new ContractBrokenException(
                    "the server answered " + messages.size() + " messages to a request that has one; report it");
        }
        return messages.get(0);
    }
}
