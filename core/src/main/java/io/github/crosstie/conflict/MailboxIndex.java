package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The mailboxes that an organization's configurations claim, eight bytes each: part of a hash above the user's slot, in order,
 * cut into pages by the first bits of the hash. A changed index shares every page in which nothing changed. Two mailboxes may
 * look the same by accident, so whatever looks shared is read in full. Immutable.
 */
final class MailboxIndex {

    static final int SLOT_BITS = 28;

    private static final long SLOT = (1L << SLOT_BITS) - 1;
    private static final int PAGE = 256;
    private static final int FULL_PAGE = 4 * PAGE;
    private static final int FIRST_PAGE_SHIFT = Long.SIZE - 1;

    private final long[][] pages;
    private final int pageShift;
    private final int size;
    private final int[] unusable;

    private MailboxIndex(long[] sorted, int[] unusable) {
        int bits = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(sorted.length / PAGE));
        pages = new long[1 << bits][];
        pageShift = FIRST_PAGE_SHIFT - bits;
        int read = 0;
        for (int page = 0; page < pages.length; page++) {
            int end = end(sorted, read, page);
            pages[page] = Arrays.copyOfRange(sorted, read, end);
            read = end;
        }
        size = sorted.length;
        this.unusable = unusable;
    }

    private MailboxIndex(long[][] pages, int pageShift, int size, int[] unusable) {
        this.pages = pages;
        this.pageShift = pageShift;
        this.size = size;
        this.unusable = unusable;
    }

    /** The mailboxes of everybody. */
    static MailboxIndex of(Roster roster, MailboxHash hash) {
        return of(roster, Slots.all(roster), hash);
    }

    /** The mailboxes of some users. */
    static MailboxIndex of(Roster roster, BitSet slots, MailboxHash hash) {
        MailboxReading reading = MailboxReading.of(roster, slots, hash);
        return new MailboxIndex(EntrySort.sort(reading.entries()), reading.unusable());
    }

    /** What an index keeps of a user. */
    static long entry(long number, int slot) {
        return look(number) | slot;
    }

    private static long look(long number) {
        return number << SLOT_BITS & Long.MAX_VALUE;
    }

    /** What {@link #slots} takes, for a mailbox known in full. */
    static long look(MailboxAddress mailbox, MailboxHash hash) {
        return look(hash.of(mailbox.text(), false));
    }

    /**
     * This index with other entries for some users.
     *
     * @param slots the users
     * @param gone their entries in this index
     * @param come their entries in the new one
     */
    MailboxIndex replace(BitSet slots, MailboxIndex gone, MailboxIndex come) {
        int[] newUnusable = IntStream.concat(
                        Arrays.stream(unusable).filter(slot -> !slots.get(slot)), Arrays.stream(come.unusable))
                .sorted()
                .toArray();
        int newSize = size - gone.size + come.size;
        MailboxIndex changed =
                new MailboxIndex(replaced(gone.entries(), come.entries()), pageShift, newSize, newUnusable);
        return newSize <= FULL_PAGE * pages.length ? changed : new MailboxIndex(changed.entries(), newUnusable);
    }

    private long[][] replaced(long[] gone, long[] come) {
        long[][] changed = pages.clone();
        int atGone = 0;
        int atCome = 0;
        while (atGone < gone.length || atCome < come.length) {
            int page = Math.min(page(gone, atGone), page(come, atCome));
            int goneEnd = end(gone, atGone, page);
            int comeEnd = end(come, atCome, page);
            changed[page] = replaced(
                    pages[page], Arrays.copyOfRange(gone, atGone, goneEnd), Arrays.copyOfRange(come, atCome, comeEnd));
            atGone = goneEnd;
            atCome = comeEnd;
        }
        return changed;
    }

    /** Copies whole stretches between the places where something goes or comes. */
    private static long[] replaced(long[] page, long[] gone, long[] come) {
        if (Arrays.equals(gone, come)) {
            return page;
        }
        long[] changed = new long[page.length - gone.length + come.length];
        int read = 0;
        int written = 0;
        int atGone = 0;
        int atCome = 0;
        while (atGone < gone.length || atCome < come.length) {
            boolean goes = atCome == come.length || (atGone < gone.length && gone[atGone] <= come[atCome]);
            int place = Math.max(read, firstAt(page, goes ? gone[atGone] : come[atCome]));
            System.arraycopy(page, read, changed, written, place - read);
            written += place - read;
            read = place;
            if (goes) {
                atGone++;
                read++;
            } else {
                changed[written++] = come[atCome++];
            }
        }
        System.arraycopy(page, read, changed, written, page.length - read);
        return changed;
    }

    private int page(long[] sorted, int at) {
        return at < sorted.length ? page(sorted[at]) : pages.length;
    }

    private int page(long entry) {
        return (int) (entry >>> pageShift);
    }

    /** Where the entries of a page end that begin at a place. */
    private int end(long[] sorted, int from, int page) {
        int end = from;
        while (end < sorted.length && page(sorted[end]) == page) {
            end++;
        }
        return end;
    }

    private long[] entries() {
        long[] entries = new long[size];
        int written = 0;
        for (long[] page : pages) {
            System.arraycopy(page, 0, entries, written, page.length);
            written += page.length;
        }
        return entries;
    }

    int size() {
        return size;
    }

    /** Everybody who claims a mailbox, by slot, in the order of what the mailboxes look like. */
    IntStream slots() {
        return Arrays.stream(pages).flatMapToInt(page -> Arrays.stream(page).mapToInt(entry -> (int) (entry & SLOT)));
    }

    /** Tells what the mailboxes look like, in order. */
    void addLooks(Looks looks) {
        for (long[] page : pages) {
            for (long entry : page) {
                looks.add(entry & ~SLOT);
            }
        }
    }

    /** What the mailboxes look like, each once, in order; those that several users claim are told on the way. */
    long[] looks(Looks shared) {
        long[] looks = new long[size];
        int count = 0;
        for (long[] page : pages) {
            for (long entry : page) {
                long look = entry & ~SLOT;
                if (count > 0 && looks[count - 1] == look) {
                    shared.add(look);
                } else {
                    looks[count++] = look;
                }
            }
        }
        return count == looks.length ? looks : Arrays.copyOf(looks, count);
    }

    /** How many users claim what looks like that. */
    int count(long look) {
        long[] page = pages[page(look)];
        int from = firstAt(page, look);
        int to = from;
        while (to < page.length && (page[to] & ~SLOT) == look) {
            to++;
        }
        return to - from;
    }

    boolean contains(long look) {
        long[] page = pages[page(look)];
        int at = firstAt(page, look);
        return at < page.length && (page[at] & ~SLOT) == look;
    }

    /** The users who claim what looks like that, by slot. */
    int[] slots(long look) {
        long[] page = pages[page(look)];
        int from = firstAt(page, look);
        return Arrays.stream(page, from, from + count(look))
                .mapToInt(entry -> (int) (entry & SLOT))
                .toArray();
    }

    private static int firstAt(long[] page, long look) {
        int at = Arrays.binarySearch(page, look);
        return at >= 0 ? at : -at - 1;
    }

    /** The users who sync without an address that is one, by slot. */
    int[] unusable() {
        return unusable.clone();
    }
}
