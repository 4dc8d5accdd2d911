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
        if (since.truncatedTo(ChronoUnit.MINUTES).isBefore(now.minus(REACH).plus(1, ChronoUnit.MINUTES))) {
            return Optional.empty();
        }
        String name = "deleted of " + object;
        // The log counts minutes.
        RestAnswer answer = ask(
                rest, name, object, since, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
        boolean isByTheirClock = isOfNoMoment(answer);
        if (isByTheirClock) {
            answer = ask(rest, name, object, since, latestChange(rest, object).orElse(since));
        }
        if (!answer.isSuccess()) {
            return Optional.empty();
        }
        JsonNode body = answer.body();
        if (moment(name, body, "earliestDateAvailable").isAfter(since)) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>();
        body.path("deletedRecords").forEach(record -> ids.add(record.path("id").asText()));
        Instant covered = moment(name, body, "latestDateCovered");
        return Optional.of(new DeletedIds(ids, isByTheirClock && covered.isBefore(since) ? since : covered));
    }

    private static RestAnswer ask(SalesforceRest rest, String name, String object, Instant since, Instant until) {
        Instant start = since.truncatedTo(ChronoUnit.MINUTES);
        Instant end = until.truncatedTo(ChronoUnit.MINUTES);
        if (!start.isBefore(end)) {
            // It wants a minute at least between the two.
            start = end.minus(1, ChronoUnit.MINUTES);
        }
        return rest.send(RestRequest.get(name, rest.version().path("sobjects/" + object + "/deleted/"))
                .query("start", start.toString())
                .query("end", end.toString()));
    }

    private static boolean isOfNoMoment(RestAnswer answer) {
        return answer.errors().stream().anyMatch(error -> error.kind() == ErrorKind.MOMENTS);
    }

    /**
     * Salesforce's clock may be behind the host's: what the host takes for now is yet to come there. When the object was changed last is
     * certainly over; what is deleted afterwards is in the log the next time.
     */
    private static Optional<Instant> latestChange(SalesforceRest rest, String object) {
        String name = "latest change of " + object;
        return new Query(rest)
                .rows(name, "SELECT SystemModstamp FROM " + object + " ORDER BY SystemModstamp DESC LIMIT 1").stream()
                        .map(row -> moment(name, row, "SystemModstamp"))
                        .findFirst();
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
