package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.rest.QueryCursors;
import io.github.crosstie.testkit.salesforce.internal.rest.QueryJobs;

/** How queries and query jobs are answered. Thread-safe. */
public final class SalesforceQueries {

    private final Database database;
    private final QueryCursors cursors;
    private final QueryJobs jobs;

    SalesforceQueries(Database database, QueryCursors cursors, QueryJobs jobs) {
        this.database = database;
        this.cursors = cursors;
        this.jobs = jobs;
    }

    /**
     * How many records a page of results has at most, whatever a client asks for.
     *
     * @param records 1 or more; 2,000 at first
     * @return these settings
     * @throws IllegalArgumentException if it is less
     */
    public SalesforceQueries pageSize(int records) {
        if (records < 1) {
            throw new IllegalArgumentException("page size: it is " + records + "; use 1 or more");
        }
        synchronized (database) {
            cursors.pageSize(records);
        }
        return this;
    }

    /**
     * All cursors that were given out are refused from now on, as they are after two days.
     *
     * @return these settings
     */
    public SalesforceQueries expireCursors() {
        synchronized (database) {
            cursors.expireAll();
        }
        return this;
    }

    /**
     * How many looks at a bulk query job find it in progress, before one finds it complete. No job takes time here.
     *
     * @param looks 0 or more; 1 at first; for jobs that are created from now on
     * @return these settings
     * @throws IllegalArgumentException if it is less
     */
    public SalesforceQueries jobLooks(int looks) {
        if (looks < 0) {
            throw new IllegalArgumentException("looks at a job: there are " + looks + "; use 0 or more");
        }
        synchronized (database) {
            jobs.looksUntilComplete(looks);
        }
        return this;
    }

    /**
     * The results of bulk query jobs are torn: rows at their end are missing, although the jobs count them.
     *
     * @param rows how many; 0 at first; for jobs that are created from now on
     * @return these settings
     * @throws IllegalArgumentException if it is less
     */
    public SalesforceQueries jobsMiss(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows that jobs miss: there are " + rows + "; use 0 or more");
        }
        synchronized (database) {
            jobs.missing(rows);
        }
        return this;
    }

    /**
     * The next bulk query job ends as failed.
     *
     * @param message what it says
     * @return these settings
     */
    public SalesforceQueries failNextJob(String message) {
        synchronized (database) {
            jobs.failNext(message);
        }
        return this;
    }
}
