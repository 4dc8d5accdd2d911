package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.WebResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bulk job that gathers the rows of one query. */
final class QueryJob {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final String PAGE_SIZE = "50000";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15,18}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{3,60}\\b");

    private final SalesforceRest rest;
    private final String name;
    private final String path;
    private boolean isUnderWay = true;

    /** A job that was created: its query's name, for messages, and its id. */
    QueryJob(SalesforceRest rest, String name, String id) {
        if (!ID.matcher(id).matches()) {
            throw new ContractBrokenException(name + ": a bulk job was created that has no id; report it, with what"
                    + " stands between here and Salesforce");
        }
        this.rest = rest;
        this.name = name;
        path = rest.version().path("jobs/query/" + id);
    }

    /** Looks at it with growing pauses until it is complete, and tells how many rows it has then. */
    long await(Consumer<Duration> waiting, Duration patience) {
        Duration pause = FIRST_PAUSE;
        Duration waited = Duration.ZERO;
        while (true) {
            JsonNode job = rest.require(RestRequest.get(name + ", look at the bulk job", path));
            String state = job.path("state").asText();
            isUnderWay = state.equals("UploadComplete") || state.equals("InProgress");
            if (!isUnderWay) {
                return rows(job, state);
            }
            if (waited.compareTo(patience) >= 0) {
                throw new UnavailableException(name + ": the bulk job is not complete after " + patience
                        + "; read again later, or allow more time");
            }
            pause = shorter(pause, patience.minus(waited));
            waiting.accept(pause);
            waited = waited.plus(pause);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private long rows(JsonNode job, String state) {
        return switch (state) {
            case "JobComplete" -> job.path("numberRecordsProcessed").asLong(-1);
            case "Failed" ->
                throw new UnavailableException(name + ": the bulk job failed" + reason(job) + "; read again later");
            case "Aborted" ->
                throw new UnavailableException(
                        name + ": the bulk job was aborted by somebody in Salesforce; read again later");
            default ->
                throw new ContractBrokenException(name + ": the bulk job is in a state that is not known; report it");
        };
    }

    /** What may be shown of Salesforce's words: its code. */
    private static String reason(JsonNode job) {
        Matcher code = CODE.matcher(job.path("errorMessage").asText());
        return code.lookingAt() ? " (" + code.group() + ")" : "";
    }

    /** Reads all pages, and compares how many rows they have with what each of them and the job say. */
    void read(long expected, BulkQuery.Rows rows) {
        long total = 0;
        String locator = "";
        for (int page = 1; locator != null; page++) {
            RestRequest request = RestRequest.get(name + ", bulk page " + page, path + "/results")
                    .header("Accept", "text/csv")
                    .query("maxRecords", PAGE_SIZE);
            WebResponse answer = rest.open(locator.isEmpty() ? request : request.query("locator", locator));
            long count = rows(request.name(), answer, rows);
            locator = next(answer);
            total += count;
            if (total > expected || (locator != null && count == 0)) {
                throw new InvalidInputException(
                        request.name(), "", "more comes than the " + expected + " rows of the job");
            }
        }
        if (total < expected) {
            throw new InvalidInputException(
                    name, "", "the result is truncated: there are " + total + " rows of " + expected);
        }
    }

    private static long rows(String page, WebResponse answer, BulkQuery.Rows rows) {
        CsvTable table = new CsvTable(page, answer.content());
        List<String> heads = table.next();
        long count = 0;
        for (List<String> values = table.next(); !values.isEmpty(); values = table.next()) {
            rows.take(page, "row " + count, heads, values);
            count++;
        }
        String told = answer.header("Sforce-NumberOfRecords").orElse("");
        if (!told.equals(String.valueOf(count))) {
            throw new InvalidInputException(page, "", "it has " + count + " rows, and says that it has another number");
        }
        return count;
    }

    private static @Nullable String next(WebResponse answer) {
        return answer.header("Sforce-Locator")
                .filter(locator -> !locator.isBlank() && !locator.equals("null"))
                .orElse(null);
    }

    /** Leaves nothing behind that goes on working, or lies about; what came in the way. */
    Optional<CrosstieException> end() {
        try {
            if (isUnderWay) {
                rest.require(RestRequest.write(
                        name + ", abort of the bulk job",
                        "PATCH",
                        path,
                        JsonNodeFactory.instance.objectNode().put("state", "Aborted")));
            }
            rest.require(RestRequest.write(name + ", removal of the bulk job", "DELETE", path, null));
            return Optional.empty();
        } catch (CrosstieException trouble) {
            return Optional.of(trouble);
        }
    }
}
