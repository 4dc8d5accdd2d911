package io.github.crosstie.testkit.salesforce.internal.rest;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import io.github.crosstie.testkit.salesforce.internal.soql.BoundQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bulk query jobs. A job gets on by being looked at: nothing here takes time. The database's lock guards them.
 */
public final class QueryJobs {

    /** A job under way. */
    static final class Job {
        final String id;
        final BoundQuery query;
        final String operation;
        final String createdBy;
        final Instant createdAt;
        final List<StoredRow> rows;
        private int looksLeft;
        private int missing;
        private @Nullable String failure;
        private boolean aborted;

        Job(String id, BoundQuery query, String operation, String createdBy, Instant createdAt, int looksLeft) {
            this.id = id;
            this.query = query;
            this.operation = operation;
            this.createdBy = createdBy;
            this.createdAt = createdAt;
            this.looksLeft = looksLeft;
            rows = query.rows();
        }

        String state() {
            if (aborted) {
                return "Aborted";
            }
            if (looksLeft > 0) {
                return "InProgress";
            }
            return failure == null ? "JobComplete" : "Failed";
        }

        /** The rows that its results show. */
        List<StoredRow> shown() {
            return rows.subList(0, Math.max(0, rows.size() - missing));
        }

        @Nullable
        String failure() {
            return failure;
        }

        void look() {
            looksLeft = Math.max(0, looksLeft - 1);
        }

        void abort() {
            aborted = true;
        }
    }

    private final Database database;
    private final Map<String, Job> jobs = new HashMap<>();
    private int looks = 1;
    private int missing;
    private int created;
    private @Nullable String nextFailure;

    /** None yet. */
    public QueryJobs(Database database) {
        this.database = database;
    }

    /** How many looks at a job find it in progress, before one finds it complete. */
    public void looksUntilComplete(int count) {
        looks = count;
    }

    /** How many rows the results of jobs lack at their end, although the jobs count them. */
    public void missing(int count) {
        missing = count;
    }

    /** The next job fails with a message. */
    public void failNext(String message) {
        nextFailure = message;
    }

    int created() {
        return created;
    }

    Job create(BoundQuery query, String operation, String userId) {
        Job job = new Job(database.nextId("750"), query, operation, userId, database.now(), looks + 1);
        job.failure = nextFailure;
        job.missing = missing;
        nextFailure = null;
        created++;
        jobs.put(job.id, job);
        return job;
    }

    Job find(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw Refusal.notFound();
        }
        return job;
    }

    void delete(Job job) {
        jobs.remove(job.id);
    }
}
