package io.github.crosstie.engagement.memory;

import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.fault.ThrottledException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong on a program's way to a unit, and a count of what the program did there. People's own way is never
 * disturbed. Thread-safe; hooks run on the program's thread, outside of every lock, and may edit users.
 *
 * <pre>{@code
 * EngagementFaults faults = campaigns.faults();
 * faults.failNext(EngagementCode.CONCURRENCY);               // the next call fails as a whole
 * faults.loseAnswers(1);                                     // the next write is made, and nobody hears of it
 * faults.loseWrites(1);                                      // or is not made, and nobody hears of that either
 * faults.truncateListing(100);                               // listings end early, and say so
 * faults.beforeWrite(write -> campaigns.recycle(ada));       // somebody is faster
 * }</pre>
 */
public final class EngagementFaults {

    private final Clock clock;
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private Consumer<UserWrite> beforeWrite = write -> {};
    private Predicate<UserWrite> rejected = write -> false;
    private EngagementCode rejection = EngagementCode.IN_USE;
    private int answersToLose;
    private int writesToLose;
    private int tokensToExpire;
    private int listingLimit = Integer.MAX_VALUE;
    private int callsLeftToday = Integer.MAX_VALUE;
    private int reads;
    private int writes;

    EngagementFaults(Clock clock) {
        this.clock = clock;
    }

    /**
     * The next call fails as a whole, before it has any effect. Asked for several times, as many calls fail, one after
     * the other.
     *
     * @param failure what it throws
     */
    public synchronized void failNext(RuntimeException failure) {
        failures.add(Objects.requireNonNull(failure, "failure"));
    }

    /**
     * The next call fails as a whole, with a code that concerns the unit. Limits name the moment from which calls are
     * welcome again: the next second for too many at once, the next minute, the next day in UTC.
     *
     * @param code the code
     * @throws IllegalStateException if it concerns one record alone
     */
    public void failNext(EngagementCode code) {
        failNext(code.exception("calling in memory", retryAt(code)));
    }

    private Instant retryAt(EngagementCode code) {
        Instant now = clock.instant();
        return switch (code) {
            case DAILY_LIMIT -> tomorrow();
            case MINUTE_LIMIT -> now.plusSeconds(60);
            default -> now.plusSeconds(1);
        };
    }

    private Instant tomorrow() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .toInstant(ZoneOffset.UTC);
    }

    /**
     * Sets how many calls are left before the limit of the day; whoever calls more often is told to come back tomorrow.
     *
     * @param calls how many; 0 or more
     */
    public synchronized void callsLeftToday(int calls) {
        callsLeftToday = calls;
    }

    /**
     * Runs something just before each write: a person's edit, or an exception that ends the run there.
     *
     * @param hook what to run; replaces the one before
     */
    public synchronized void beforeWrite(Consumer<UserWrite> hook) {
        beforeWrite = Objects.requireNonNull(hook, "hook");
    }

    /**
     * Some writes are refused.
     *
     * @param which which writes
     * @param code by which code; one that concerns a record alone
     */
    public synchronized void rejectWrites(Predicate<UserWrite> which, EngagementCode code) {
        code.outcome(); // refuses codes that concern the whole unit
        rejected = Objects.requireNonNull(which, "which");
        rejection = code;
    }

    /**
     * The next writes are made, but their answers are lost.
     *
     * @param answers how many
     */
    public synchronized void loseAnswers(int answers) {
        answersToLose = answers;
    }

    /**
     * The next writes are lost on their way: they are not made, and nobody knows.
     *
     * @param lost how many
     */
    public synchronized void loseWrites(int lost) {
        writesToLose = lost;
    }

    /**
     * Listings show no more than the oldest users, and say that they are not complete if there are more.
     *
     * @param users how many they show; 0 or more
     */
    public synchronized void truncateListing(int users) {
        listingLimit = users;
    }

    /**
     * The next page tokens are refused as too old, whenever they were given.
     *
     * @param tokens how many
     */
    public synchronized void expireTokens(int tokens) {
        tokensToExpire = tokens;
    }

    /** The world is well again; counts stay. */
    public synchronized void clear() {
        failures.clear();
        beforeWrite = write -> {};
        rejected = write -> false;
        answersToLose = 0;
        writesToLose = 0;
        tokensToExpire = 0;
        listingLimit = Integer.MAX_VALUE;
        callsLeftToday = Integer.MAX_VALUE;
    }

    /**
     * How many pages were asked for.
     *
     * @return the number since the beginning
     */
    public synchronized int pagesRead() {
        return reads;
    }

    /**
     * How many writes arrived, refused ones included.
     *
     * @return the number since the beginning
     */
    public synchronized int writesReceived() {
        return writes;
    }

    synchronized int listingLimit() {
        return listingLimit;
    }

    synchronized boolean tokenExpires() {
        return tokensToExpire > 0 && tokensToExpire-- > 0;
    }

    synchronized void beforeRead(String doing) {
        beforeCall(doing);
        reads++;
    }

    synchronized void beforeCall(String doing) {
        @Nullable RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        if (callsLeftToday == 0) {
            Instant tomorrow = tomorrow();
            throw new ThrottledException(
                    doing + ": the requests of the day are used up (code 122); call again at " + tomorrow,
                    tomorrow,
                    null);
        }
        callsLeftToday--;
    }

    UserWriteOutcome around(UserWrite write, Supplier<UserWriteOutcome> making) {
        hook().accept(write);
        if (isLost()) {
            return new UserWriteOutcome.Unknown("the connection broke");
        }
        if (isRejected(write)) {
            return rejection.outcome();
        }
        UserWriteOutcome made = making.get();
        return answerIsLost() ? new UserWriteOutcome.Unknown("the connection broke") : made;
    }

    private synchronized Consumer<UserWrite> hook() {
        return beforeWrite;
    }

    private synchronized boolean isLost() {
        writes++;
        return writesToLose > 0 && writesToLose-- > 0;
    }

    private synchronized boolean isRejected(UserWrite write) {
        return rejected.test(write);
    }

    private synchronized boolean answerIsLost() {
        return answersToLose > 0 && answersToLose-- > 0;
    }
}
