package io.github.crosstie.salesforce.internal.record;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.fault.CursorExpiredException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a user's records are read on from: in a listing of everything, or in what has changed since. */
sealed interface FeedCursor {

    /** The text of it. */
    Cursor toCursor();

    /**
     * Within a listing of everything.
     *
     * @param begun where it began: what changes from then on comes after it
     * @param total how many rows were announced
     * @param read how many were read
     * @param next where the next page is
     */
    record Listing(Changes begun, long total, long read, String next) implements FeedCursor {
        @Override
        public Cursor toCursor() {
            return new Cursor("list;" + begun.since() + ";" + begun.position() + ";" + begun.feed() + ";" + total + ";"
                    + read + ";" + next);
        }
    }

    /**
     * After some changes.
     *
     * @param since everything older is known
     * @param feed which feed counted
     * @param position how far it was read there; 0 for a place that no feed has counted
     */
    record Changes(Instant since, String feed, long position) implements FeedCursor {
        @Override
        public Cursor toCursor() {
            return new Cursor("feed;" + since + ";" + position + ";" + feed);
        }
    }

    /** Reads a cursor. */
    static FeedCursor of(Cursor cursor) {
        String text = cursor.value();
        try {
            if (text.startsWith("list;")) {
                List<String> parts = List.of(text.split(";", 7));
                return new Listing(
                        new Changes(Instant.parse(parts.get(1)), parts.get(3), Long.parseLong(parts.get(2))),
                        Long.parseLong(parts.get(4)),
                        Long.parseLong(parts.get(5)),
                        parts.get(6));
            }
            if (text.startsWith("feed;")) {
                List<String> parts = List.of(text.split(";", 4));
                return new Changes(Instant.parse(parts.get(1)), parts.get(3), Long.parseLong(parts.get(2)));
            }
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw unknown(e);
        }
        throw unknown(null);
    }

    private static CursorExpiredException unknown(@Nullable Throwable cause) {
        return new CursorExpiredException(
                "the cursor was not made by this connector; everything is listed and compared", cause);
    }
}
