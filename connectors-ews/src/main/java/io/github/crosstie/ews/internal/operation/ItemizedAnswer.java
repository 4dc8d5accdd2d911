package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.ResponseMessage;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
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
    private final IntFunction<Optional<T>> unsaid;

    private ItemizedAnswer(
            String operation, int expected, EwsReader<Optional<T>> payload, IntFunction<Optional<T>> unsaid) {
        this.operation = operation;
        this.expected = expected;
        this.payload = payload;
        this.unsaid = unsaid;
    }

    /** An answer whose messages hold what the reader finds; it answers empty for what does not matter. */
    static <T> ItemizedAnswer<T> of(String operation, int expected, EwsReader<Optional<T>> payload) {
        return new ItemizedAnswer<>(operation, expected, payload, place -> Optional.empty());
    }

    /** An answer whose messages hold the first element within an element of the name given. */
    static <T> ItemizedAnswer<T> ofFirst(String operation, int expected, String list, EwsReader<T> reader) {
        return of(
                operation,
                expected,
                element -> element.name().equals(list) ? first(element, reader) : Optional.empty());
    }

    /** An answer whose messages hold items with their keys. */
    static ItemizedAnswer<ItemKey> ofKeys(String operation, int expected) {
        return of(operation, expected, element -> element.name().equals("Items") ? key(element) : Optional.empty());
    }

    /** An answer whose messages hold nothing but the outcome: what was asked about is then what there is. */
    static <T> ItemizedAnswer<T> ofOutcomes(String operation, List<? extends T> asked) {
        return new ItemizedAnswer<>(
                operation, asked.size(), element -> Optional.empty(), place -> Optional.of(asked.get(place)));
    }

    /** Calls for it, and lets the channel know what an item says of the whole mailbox: it may be busy, or moving. */
    List<Result<T>> over(EwsChannel channel, EwsRequest request) {
        List<Result<T>> results = channel.call(request, this);
        for (Result<T> result : results) {
            if (result instanceof Result.Failed<T> failed) {
                channel.heed(failed.trouble());
            }
        }
        return results;
    }

    private static Optional<ItemKey> key(XmlInput items) {
        List<ItemKey> keys = new ArrayList<>(1);
        items.children(item -> item.children(child -> {
            if (child.name().equals("ItemId")) {
                keys.add(ItemKey.read(child));
            }
        }));
        return keys.stream().findFirst();
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
            results.add(one(message, results.size()));
        });
        while (results.size() < expected) {
            results.add(new Result.Failed<>(new Trouble(NOTHING_SAID)));
        }
        return results;
    }

    private Result<T> one(XmlInput message, int place) {
        Holder<T> holder = new Holder<>();
        ResponseMessage outcome = ResponseMessage.read(
                message, element -> payload.read(element).ifPresent(value -> holder.value = value));
        Optional<Trouble> failure = outcome.failure();
        if (failure.isPresent()) {
            return new Result.Failed<>(failure.get());
        }
        Optional<T> value = holder.value == null ? unsaid.apply(place) : Optional.of(holder.value);
        return value.<Result<T>>map(Result.Done::new).orElseGet(() -> new Result.Failed<>(new Trouble(NOTHING_SAID)));
    }

    private static final class Holder<T> {
        private @Nullable T value;
    }
}
