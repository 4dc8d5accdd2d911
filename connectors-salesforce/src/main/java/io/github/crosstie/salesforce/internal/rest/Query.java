package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A SOQL query, read page by page to its end. */
public final class Query {

    private final SalesforceRest rest;

    /**
     * Queries of one organization.
     *
     * @param rest its API
     */
    public Query(SalesforceRest rest) {
        this.rest = rest;
    }

    /**
     * What a query came to.
     *
     * @param rows how many rows were handed over
     * @param total how many Salesforce said there are, on the first page
     */
    public record Outcome(long rows, long total) {

        /**
         * Whether all rows were there.
         *
         * @return false if rows came or went while the pages were read
         */
        public boolean isComplete() {
            return rows == total;
        }
    }

    /**
     * Reads all pages, each handed over as Salesforce gave it.
     *
     * @param name what the query is called in messages
     * @param soql the query
     * @param all whether deleted rows are shown too
     * @param page takes the rows of a page
     * @return how many there were
     * @throws io.github.crosstie.fault.CursorExpiredException if the place between two pages is forgotten
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#send}
     */
    public Outcome pages(String name, String soql, boolean all, Consumer<JsonNode> page) {
        return pages(name, soql, all, Long.MAX_VALUE, page);
    }

    /**
     * Reads all pages, or none where there are too many rows.
     *
     * @param name what the query is called in messages
     * @param soql the query
     * @param all whether deleted rows are shown too
     * @param most if the first page says that there are more rows than this, nothing is handed over and no other page is read
     * @param page takes the rows of a page
     * @return how many there were
     * @throws io.github.crosstie.fault.CursorExpiredException if the place between two pages is forgotten
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#send}
     */
    public Outcome pages(String name, String soql, boolean all, long most, Consumer<JsonNode> page) {
        RestRequest first = RestRequest.get(name, rest.version().path(all ? "queryAll" : "query"))
                .query("q", soql);
        JsonNode answer = rest.require(first);
        long total = answer.path("totalSize").asLong(-1);
        long rows = 0;
        while (true) {
            JsonNode records = answer.path("records");
            if (!records.isArray() || !answer.has("done") || total < 0) {
                throw new ContractBrokenException(
                        name + ": the answer is not a page of a query; report it, with what stands between here and"
                                + " Salesforce");
            }
            if (total > most) {
                return new Outcome(0, total);
            }
            rows += records.size();
            page.accept(records);
            if (answer.path("done").asBoolean()) {
                return new Outcome(rows, total);
            }
            answer = rest.require(RestRequest.get(name, next(name, answer)));
        }
    }

    /** Where the next page is: a path on the same server, never a whole address. */
    private static String next(String name, JsonNode answer) {
        String next = answer.path("nextRecordsUrl").asText();
        if (!next.startsWith("/services/data/")) {
            throw new ContractBrokenException(
                    name + ": the page says that more follows, but leads nowhere in the API; nothing was sent there");
        }
        return next;
    }

    /**
     * Reads all rows at once.
     *
     * @param name what the query is called in messages
     * @param soql the query; of few rows
     * @return the rows
     * @throws io.github.crosstie.fault.CrosstieException as from {@link #pages}
     */
    public List<JsonNode> rows(String name, String soql) {
        List<JsonNode> rows = new ArrayList<>();
        pages(name, soql, false, page -> page.forEach(rows::add));
        return rows;
    }
}
