package io.github.crosstie.salesforce;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectorySource;
import io.github.crosstie.salesforce.internal.rest.BulkQuery;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An organization's directory over its API: six flat queries the first time, then what has changed, and from time to
 * time everything again, because the log of changes forgets. One call at a time; from any thread.
 *
 * <p>A directory is complete (G3) only if every query came to its announced end and nobody who was known has gone out
 * of view: a user, who cannot be deleted, or a role, group or membership that the log of deletions does not name.
 * Whoever is out of view stays in the directory as they were last seen, and the directory says that it is not
 * complete.
 *
 * <pre>{@code
 * DirectorySource source = SalesforceDirectorySource.builder(connection).build();
 * Directory today = source.read();     // six queries
 * Directory later = source.read();     // what has changed since
 * }</pre>
 */
public final class SalesforceDirectorySource implements DirectorySource {

    private final DirectoryReading reading;
    private final Duration reconciliation;
    private @Nullable DirectorySnapshot last;

    private SalesforceDirectorySource(Builder builder) {
        SalesforceRest rest = builder.connection.rest();
        BulkQuery jobs = new BulkQuery(rest, builder.waiting, builder.patience);
        reading = new DirectoryReading(rest, builder.sandbox, builder.overlap, new BulkRows(jobs, builder.bulkAbove));
        reconciliation = builder.reconciliation;
    }

    /**
     * Starts a source.
     *
     * @param connection the way to the organization
     * @return a builder
     */
    public static Builder builder(SalesforceConnection connection) {
        return new Builder(connection);
    }

    /**
     * Reads the directory, or what has changed of it.
     *
     * @return a snapshot that continues the one before where it can; {@link Directory#complete} tells whether it is proven to be all
     * @throws io.github.crosstie.fault.CrosstieException if Salesforce does not answer, refuses, or answers what it must not; the
     *     snapshot before stays as good as it was
     */
    @Override
    public synchronized Directory read() {
        DirectorySnapshot before = last;
        Instant now = reading.now();
        DirectorySnapshot next;
        if (before == null || !now.isBefore(before.reconciledAt().plus(reconciliation))) {
            next = reading.everything(before, now);
        } else {
            Optional<DirectorySnapshot> changed = reading.changes(before, now);
            next = changed.isPresent() ? changed.get() : reading.everything(before, now);
        }
        last = next;
        return next.directory();
    }

    /** Collects the settings of a source. Not thread-safe. */
    public static final class Builder {

        private final SalesforceConnection connection;
        private Duration reconciliation = Duration.ofHours(24);
        private Duration overlap = Duration.ofMinutes(5);
        private boolean sandbox;
        private long bulkAbove = 100_000;
        private Duration patience = Duration.ofMinutes(30);
        private Consumer<Duration> waiting = BulkQuery::byCallingThread;

        private Builder(SalesforceConnection connection) {
            this.connection = connection;
        }

        /**
         * Sets how often everything is read again, whether or not it has changed.
         *
         * @param interval positive, and at most ten days, as the log of deletions reaches back fifteen; a day by default
         * @return this
         * @throws IllegalArgumentException if it is not
         */
        public Builder reconcileEvery(Duration interval) {
            if (interval.isNegative() || interval.isZero() || interval.compareTo(Duration.ofDays(10)) > 0) {
                throw new IllegalArgumentException(
                        "reconciliation every " + interval
                                + ": use a positive duration of at most ten days, as the log of deletions reaches back fifteen");
            }
            reconciliation = interval;
            return this;
        }

        /**
         * Sets how far each reading of changes reaches back before the one before it: stamps are whole seconds, and
         * transactions end after they are stamped.
         *
         * @param overlap positive; five minutes by default
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder overlap(Duration overlap) {
            if (overlap.isNegative() || overlap.isZero()) {
                throw new IllegalArgumentException("overlap of " + overlap + ": use a positive duration");
            }
            this.overlap = overlap;
            return this;
        }

        /**
         * Sets from how many rows on a query is left to a bulk job, which Salesforce works on by itself and hands out
         * by the ten thousand. The first page of each query tells how many there are, so that nobody asks for that.
         *
         * @param rows 0 or more; 100,000 by default
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder bulkAbove(long rows) {
            if (rows < 0) {
                throw new IllegalArgumentException("bulk jobs above " + rows + " rows: use 0 or more");
            }
            bulkAbove = rows;
            return this;
        }

        /**
         * Sets how long to wait for one bulk job, all pauses between looks at it together.
         *
         * @param patience positive; half an hour by default
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder bulkPatience(Duration patience) {
            if (patience.isNegative() || patience.isZero()) {
                throw new IllegalArgumentException("patience of " + patience + ": use a positive duration");
            }
            this.patience = patience;
            return this;
        }

        /**
         * Sets how to wait between two looks at a bulk job.
         *
         * @param waiting lets a duration pass before it returns; the calling thread sleeps by default
         * @return this
         */
        public Builder waitBy(Consumer<Duration> waiting) {
            this.waiting = Objects.requireNonNull(waiting, "waiting");
            return this;
        }

        /**
         * Marks the organization as a sandbox, whatever its record says.
         *
         * @return this
         */
        public Builder asSandbox() {
            sandbox = true;
            return this;
        }

        /**
         * Makes the source; nobody is called yet.
         *
         * @return the source
         */
        public SalesforceDirectorySource build() {
            return new SalesforceDirectorySource(this);
        }
    }
}
