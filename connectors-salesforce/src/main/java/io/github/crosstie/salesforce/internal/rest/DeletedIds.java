package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which records of an object were deleted since a moment, as Salesforce's log of deletions says.
 *
 * @param ids their ids, of 18 characters
 * @param covered up to which moment the log was read: where to go on from
 */
public record DeletedIds(Set<String> ids, Instant covered) {

    /** How far back the log reaches at most. */
    public static final Duration REACH = Duration.ofDays(15);

    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT);

    /** Copies the ids. */
    public DeletedIds {
        ids = Set.copyOf(ids);
    }

    /**
     * Asks the log.
     *
     * @param rest the organization's API
     * @param object the object's API name
     * @param since from when on
     * @return what it says; empty if it does not reach back that far, so that nothing follows from it
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public static Optional<DeletedIds> since(SalesforceRest rest, String object, Instant since) {
        Instant now = rest.clock().instant();
        Instant start = since.truncatedTo(ChronoUnit.MINUTES);
        // The log counts minutes, and wants one at least between start and end.
        Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        if (start.isBefore(now.minus(REACH).plus(1, ChronoUnit.MINUTES))) {
            return Optional.empty();
        }
        if (!start.isBefore(end)) {
            start = end.minus(1, ChronoUnit.MINUTES);
        }
        String name = "deleted of " + object;
        RestAnswer answer = rest.send(RestRequest.get(name, rest.version().path("sobjects/" + object + "/deleted/"))
                .query("start", start.toString())
                .query("end", end.toString()));
        if (!answer.isSuccess()) {
            return Optional.empty();
        }
        JsonNode body = answer.body();
        if (moment(name, body, "earliestDateAvailable").isAfter(since)) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>();
        body.path("deletedRecords").forEach(record -> ids.add(record.path("id").asText()));
        return Optional.of(new DeletedIds(ids, moment(name, body, "latestDateCovered")));
    }

    private static Instant moment(String name, JsonNode body, String field) {
        try {
            return OffsetDateTime.parse(body.path(field).asText(), STAMP).toInstant();
        } catch (DateTimeParseException e) {
            throw new ContractBrokenException(
                    name + ": the answer's " + field + " is no moment; report it, with what stands between here and"
                            + " Salesforce",
                    e);
        }
    }
}
