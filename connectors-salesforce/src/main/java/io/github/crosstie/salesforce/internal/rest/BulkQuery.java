package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Queries whose rows Salesforce gathers by itself and hands out by the ten thousand (Bulk API 2.0): a job is created,
 * looked at until it is complete, read page by page and deleted.
 */
public final class BulkQuery {

    private final SalesforceRest rest;
    private final Consumer<Duration> waiting;
    private final Duration patience;

    /**
     * Bulk queries of one organization.
     *
     * @param rest its API
     * @param waiting lets a duration pass, as {@link #byCallingThread} does
     * @param patience how long to wait for one job, all pauses together
     */
    public BulkQuery(SalesforceRest rest, Consumer<Duration> waiting, Duration patience) {
        this.rest = Objects.requireNonNull(rest, "rest");
        this.waiting = Objects.requireNonNull(waiting, "waiting");
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    /** Takes the rows of a query. */
    @FunctionalInterface
    public interface Rows {

        /**
         * Takes a row.
         *
         * @param page the page where it stands, for messages
         * @param location which row of it
         * @param heads the columns
         * @param values its values, one for each column; empty where there is none
         */
        void take(String page, String location, List<String> heads, List<String> values);
    }

    /**
     * Lets the calling thread wait.
     *
     * @param pause how long
     * @throws UnavailableException if the thread is interrupted meanwhile; it stays so
     */
    public static void byCallingThread(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    "the thread was interrupted while it waited for a bulk job; run the round again", e);
        }
    }

    /**
     * Reads all rows.
     *
     * @param name what the query is called in messages
     * @param soql the query
     * @param rows takes each row; nothing it was given counts if this method throws
     * @return false if Salesforce has no bulk queries of this object, so that nothing was read
     * @throws InvalidInputException if the pages are not all that the job has gathered
     * @throws UnavailableException if the job fails, is aborted, or is not complete in time
     * @throws CrosstieException as from {@link SalesforceRest#require}
     */
    public boolean read(String name, String soql, Rows rows) {
        // It changes no record: a job that is created and never heard of again is deleted by Salesforce.
        RestRequest creation = RestRequest.ask(
                name + ", creation of a bulk job",
                rest.version().path("jobs/query"),
                JsonNodeFactory.instance.objectNode().put("operation", "query").put("query", soql));
        RestAnswer created = rest.send(creation);
        if (created.errors().stream().anyMatch(error -> error.code().equals("INVALIDENTITY"))) {
            return false;
        }
        if (!created.isSuccess()) {
            throw RestTrouble.unexpected(creation, created);
        }
        QueryJob job = new QueryJob(rest, name, created.body().path("id").asText());
        try {
            job.read(job.await(waiting, patience), rows);
        } catch (RuntimeException trouble) {
            job.end().ifPresent(trouble::addSuppressed);
            throw trouble;
        }
        // All is read. A job that cannot be deleted is deleted by Salesforce in a week: nobody need read again for
        // that.
        job.end();
        return true;
    }
}
