package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.TooMuch;
import io.github.crosstie.ews.internal.soap.TooSlow;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.ews.internal.soap.XmlOutput;
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
 * Reads items, several in a request. Where an answer would be too large, or the server takes too long, what it did not answer
 * is asked in requests of half the size, down to one item; where it stopped in the middle, the rest is asked again. One item
 * that alone is too large, or alone takes too long, keeps no other back (S15).
 */
public final class GetItem {

    private static final String OPERATION = "GetItem";

    private static final ResponseCode TOO_LARGE =
            new ResponseCode("larger than an answer may be", TroubleKind.ITEM, true);

    private static final ResponseCode TOO_SLOW =
            new ResponseCode("longer on its way than an answer may be", TroubleKind.ITEM, true);

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

        /** Whether the last request was for one item, and its time was over. */
        private boolean late;

        Run(List<? extends ItemReference> items, ItemShape shape, EwsReader<T> reader) {
            this.items = items;
            this.shape = shape;
            this.reader = reader;
            this.results = new ArrayList<>(Collections.nCopies(items.size(), null));
        }

        List<Result<T>> run(int batch) {
            split(IntStream.range(0, items.size()).boxed().toList(), batch);
            while (!open.isEmpty()) {
                ask(open.poll());
            }
            return results.stream()
                    .map(result -> result == null ? nothingSaid() : result)
                    .toList();
        }

        /** To be asked next, in their order: what was split is finished before anything else begins. */
        private void split(List<Integer> places, int batch) {
            int last = (places.size() - 1) / batch * batch;
            for (int from = last; from >= 0 && !places.isEmpty(); from -= batch) {
                open.push(places.subList(from, Math.min(places.size(), from + batch)));
            }
        }

        private void ask(List<Integer> places) {
            try {
                sort(places, answers(places));
                late = false;
            } catch (CrosstieException e) {
                if (TooSlow.isBehind(e)) {
                    takesLong(places, e);
                } else if (places.size() > 1 && (isSlow(e) || TooMuch.isBehind(e))) {
                    split(places, half(places));
                } else if (TooMuch.isBehind(e)) {
                    results.set(places.get(0), new Result.Failed<>(new Trouble(TOO_LARGE)));
                } else {
                    throw e;
                }
            }
        }

        /** Waiting is dear: the first item alone, and the one after it, show whether it is the item or the server. */
        private void takesLong(List<Integer> places, CrosstieException e) {
            if (late) {
                throw e;
            }
            if (places.size() > 1) {
                splitFirst(places);
                return;
            }
            late = true;
            results.set(places.get(0), new Result.Failed<>(new Trouble(TOO_SLOW)));
            if (!open.isEmpty()) {
                splitFirst(open.pop());
            }
        }

        private void splitFirst(List<Integer> places) {
            split(places.subList(1, places.size()), half(places));
            open.push(places.subList(0, 1));
        }

        private List<Result<T>> answers(List<Integer> places) {
            List<ItemReference> asked =
                    places.stream().<ItemReference>map(items::get).toList();
            return channel.call(
                    new EwsRequest(OPERATION, out -> write(out, shape, asked)),
                    response -> required(ItemizedAnswer.ofFirst(OPERATION, asked.size(), "Items", reader)
                            .read(response)));
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
            split(stopped, places.size());
            split(slow, half(places));
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
