package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsReader;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.ResponseCode;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.TooMuch;
import io.github.crosstie.ews.soap.Trouble;
import io.github.crosstie.ews.soap.TroubleKind;
import io.github.crosstie.ews.soap.XmlOutput;
import io.github.crosstie.fault.CrosstieException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads items, several in a request. Where a server takes too long, what it did not answer is asked in requests of half the
 * size, down to one item; where it stopped in the middle, the rest is asked again.
 */
public final class GetItem {

    private static final String OPERATION = "GetItem";

    private static final ResponseCode TOO_LARGE =
            new ResponseCode("larger than an answer may be", TroubleKind.ITEM, true);

    private final EwsChannel channel;
    private final Clock clock;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public GetItem(EwsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Reads items.
     *
     * @param items which ones
     * @param shape which properties of them
     * @param batch how many in a request, from 1
     * @param reader reads an item, standing on its element; is best made so that an odd item is a value, not an exception
     * @param <T> what is made of an item
     * @return a result for each, in their order
     * @throws CrosstieException if something is wrong that concerns more than single items
     */
    public <T> List<Result<T>> get(
            List<? extends ItemReference> items, ItemShape shape, int batch, EwsReader<T> reader) {
        if (batch < 1) {
            throw new IllegalArgumentException(batch + " items a request; ask for at least 1");
        }
        return new Run<>(items, shape, reader).run(batch);
    }

    private static void write(XmlOutput out, ItemShape shape, List<? extends ItemReference> items) {
        out.start(Space.MESSAGES, OPERATION);
        shape.write(out);
        Paths.writeItems(out, items);
        out.end();
    }

    /** One reading of several items, by their places in the list. */
    private final class Run<T> {
        private final List<? extends ItemReference> items;
        private final ItemShape shape;
        private final EwsReader<T> reader;
        private final List<@Nullable Result<T>> results;
        private final Deque<List<Integer>> open = new ArrayDeque<>();

        Run(List<? extends ItemReference> items, ItemShape shape, EwsReader<T> reader) {
            this.items = items;
            this.shape = shape;
            this.reader = reader;
            this.results = new ArrayList<>(Collections.nCopies(items.size(), null));
        }

        List<Result<T>> run(int batch) {
            open(IntStream.range(0, items.size()).boxed().toList(), batch);
            while (!open.isEmpty()) {
                ask(open.poll());
            }
            return results.stream()
                    .map(result -> result == null ? nothingSaid() : result)
                    .toList();
        }

        private void open(List<Integer> places, int batch) {
            for (int from = 0; from < places.size(); from += batch) {
                open.add(places.subList(from, Math.min(places.size(), from + batch)));
            }
        }

        private void ask(List<Integer> places) {
            List<Result<T>> answers;
            try {
                answers = channel.call(
                        new EwsRequest(
                                OPERATION,
                                out -> write(
                                        out,
                                        shape,
                                        places.stream()
                                                .<ItemReference>map(items::get)
                                                .toList())),
                        response -> required(ItemizedAnswer.ofFirst(OPERATION, places.size(), "Items", reader)
                                .read(response)));
            } catch (CrosstieException e) {
                if (places.size() == 1 && TooMuch.isBehind(e)) {
                    results.set(places.get(0), new Result.Failed<>(new Trouble(TOO_LARGE)));
                    return;
                }
                if (places.size() == 1 || !(isSlow(e) || TooMuch.isBehind(e))) {
                    throw e;
                }
                open(places, half(places));
                return;
            }
            sort(places, answers);
        }

        private void sort(List<Integer> places, List<Result<T>> answers) {
            List<Integer> slow = new ArrayList<>();
            List<Integer> stopped = new ArrayList<>();
            for (int at = 0; at < places.size(); at++) {
                Integer place = places.get(at);
                if (answers.get(at) instanceof Result.Failed<T> failed) {
                    Trouble trouble = failed.trouble();
                    if (trouble.is(ResponseCode.BATCH_PROCESSING_STOPPED)) {
                        stopped.add(place);
                        continue;
                    }
                    if (trouble.is(ResponseCode.TIMEOUT_EXPIRED) && places.size() > 1) {
                        slow.add(place);
                        continue;
                    }
                }
                results.set(place, answers.get(at));
            }
            open(stopped, places.size());
            open(slow, half(places));
        }

        private Result<T> nothingSaid() {
            return new Result.Failed<>(new Trouble(ItemizedAnswer.NOTHING_SAID));
        }
    }

    private static int half(List<Integer> places) {
        return Math.max(1, places.size() / 2);
    }

    private static boolean isSlow(CrosstieException e) {
        return Trouble.of(e)
                .filter(trouble -> trouble.is(ResponseCode.TIMEOUT_EXPIRED))
                .isPresent();
    }

    /** Throws from within the reading, so that the channel hears of it and keeps the mailbox's other requests back. */
    private <T> List<Result<T>> required(List<Result<T>> answers) {
        List<Trouble> troubles = new ArrayList<>();
        for (Result<T> answer : answers) {
            if (answer instanceof Result.Failed<T> failed) {
                requireMailbox(failed.trouble());
                troubles.add(failed.trouble());
            }
        }
        boolean stopped = troubles.stream().allMatch(trouble -> trouble.is(ResponseCode.BATCH_PROCESSING_STOPPED));
        if (stopped && troubles.size() == answers.size()) {
            throw troubles.get(0).toException(OPERATION, clock);
        }
        return answers;
    }

    /** What one item says of the whole mailbox is as good as a fault: asking on would make it worse. */
    private void requireMailbox(Trouble trouble) {
        switch (trouble.kind()) {
            case THROTTLED, MOVING, MAILBOX, BLOCKED, VERSION -> throw trouble.toException(OPERATION, clock);
            case NONE, TRANSIENT, CONFLICT, GONE, ITEM, PROGRAM, RIGHTS, STATE -> {
                // concerns the item alone, or may
            }
        }
    }
}
