package io.github.crosstie.benchmarks.store;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.store.jdbc.internal.codec.Codec;
import io.github.crosstie.store.jdbc.internal.codec.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What stores are measured with.
 *
 * @param links makes the link of a number, always the same
 * @param number how many links are stored, a multiple of {@link #COLLECTION} and of that at least {@link
 *     Workers#MOST} times as many
 * @param windows how many windows of time a rate is taken of
 * @param window how long each is
 */
public record StoreLoad(IntFunction<Link> links, int number, int windows, Duration window) {

    /** Links of a collection. */
    public static final int COLLECTION = 1_000;

    /** Links of a commit. */
    static final int COMMIT = 100;

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final OrganizationId ORGANIZATION = new OrganizationId("00D000000000001");
    private static final String CURSOR = "https://graph.microsoft.com/v1.0/users/u/contacts/delta?$deltatoken=";
    private static final String DIGITS = "0".repeat(160);

    /** Checks the number. */
    public StoreLoad {
        if (number % COLLECTION != 0 || number / COLLECTION < Workers.MOST) {
            throw new IllegalArgumentException("a load of " + number + " links; use a multiple of " + COLLECTION
                    + ", of " + COLLECTION * Workers.MOST + " or more");
        }
    }

    int collections() {
        return number / COLLECTION;
    }

    /** The collection of a number; below {@link #collections} one of those that hold the links. */
    static CollectionKey collection(int number) {
        UserId user = new UserId(String.format(Locale.ROOT, "005%012d", number));
        return new CollectionKey(ORGANIZATION, user, ItemKind.CONTACT);
    }

    /** The changes that store so many links from one on. */
    List<StateChange> stored(int first, int count) {
        List<StateChange> changes = new ArrayList<>(count);
        for (int link = first; link < first + count; link++) {
            changes.add(new StateChange.PutLink(links.apply(link)));
        }
        return changes;
    }

    /** One link that changed, and how far the changes have been read since. */
    List<StateChange> changed(int link, long turn) {
        return List.of(new StateChange.PutLink(links.apply(link)), new StateChange.SetCursor(Side.MAIL, cursor(turn)));
    }

    /** What a quiet round has to say. */
    static List<StateChange> lastWords(long turn) {
        return List.of(
                new StateChange.SetCursor(Side.MAIL, cursor(turn)),
                new StateChange.EndRound(NOW.plusSeconds(turn), null));
    }

    private static Cursor cursor(long turn) {
        String digits = Long.toString(turn);
        return new Cursor(CURSOR + DIGITS.substring(digits.length()) + digits);
    }

    /** The bytes of some links as the store writes them, and nothing else. */
    ByteBuffer plain(int first, int count) {
        StringBuilder text = new StringBuilder();
        for (int link = first; link < first + count; link++) {
            text.append(Codec.LINK.write(links.apply(link), Digests.NONE)).append('\n');
        }
        return bytes(text.toString());
    }

    /** The bytes of one changed link and a cursor. */
    ByteBuffer plainChange() {
        return bytes(Codec.LINK.write(links.apply(0), Digests.NONE)
                + '\n'
                + cursor(0).value()
                + '\n');
    }

    /** The bytes of a quiet round's last words. */
    static ByteBuffer plainLastWords() {
        return bytes(cursor(0).value() + '\n' + NOW + '\n');
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    Workers workers(int workers) {
        return new Workers(workers, windows, window);
    }
}
