package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsReader;
import io.github.crosstie.ews.soap.ResponseCode;
import io.github.crosstie.ews.soap.ResponseMessage;
import io.github.crosstie.ews.soap.Trouble;
import io.github.crosstie.ews.soap.TroubleKind;
import io.github.crosstie.ews.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer that has one message for each item of the request, in the same order. Each message holds what was asked
 * for in one element, such as {@code Items}. A message that says that all went well and holds nothing, or that is not there,
 * tells nothing: its item may have been dealt with or not.
 */
final class ItemizedAnswer<T> implements EwsReader<List<Result<T>>> {

    static final ResponseCode NOTHING_SAID = new ResponseCode("no item in the answer", TroubleKind.TRANSIENT, false);

    private final String operation;
    private final int expected;
    private final EwsReader<Optional<T>> payload;

    /**
     * Reads by the payload's own reader.
     *
     * @param payload reads an element of a message; empty if it is not the one that matters
     */
    ItemizedAnswer(String operation, int expected, EwsReader<Optional<T>> payload) {
        this.operation = operation;
        this.expected = expected;
        this.payload = payload;
    }

    /** An answer whose messages hold the first element within an element of the name given. */
    static <T> ItemizedAnswer<T> ofFirst(String operation, int expected, String list, EwsReader<T> reader) {
        return new ItemizedAnswer<>(
                operation, expected, element -> element.name().equals(list) ? first(element, reader) : Optional.empty());
    }

    private static <T> Optional<T> first(XmlInput list, EwsReader<T> reader) {
        List<T> read = new ArrayList<>(1);
        list.children(child -> {
            if (read.isEmpty()) {
                read.add(reader.read(child));
            }
        });
        return read.stream().findFirst();
    }

    @Override
    public List<Result<T>> read(XmlInput response) {
        List<Result<T>> results = new ArrayList<>(expected);
        ResponseMessage.each(response, message -> {
            if (results.size() == expected) {
                throw new ContractBrokenException(operation + ": the server answered more than the " + expected
                        + " items it was asked about; report it");
            }
            results.add(one(message));
        });
        while (results.size() < expected) {
            results.add(new Result.Failed<>(new Trouble(NOTHING_SAID)));
        }
        return results;
    }

    private Result<T> one(XmlInput message) {
        Holder<T> holder = new Holder<>();
        ResponseMessage outcome = ResponseMessage.read(
                message, element -> payload.read(element).ifPresent(value -> holder.value = value));
        Optional<Trouble> failure = outcome.failure();
        if (failure.isPresent()) {
            return new Result.Failed<>(failure.get());
        }
        return holder.value == null
                ? new Result.Failed<>(new Trouble(NOTHING_SAID))
                : new Result.Done<>(holder.value);
    }

    private static final class Holder<T> {
        private @Nullable T value;
    }
}
