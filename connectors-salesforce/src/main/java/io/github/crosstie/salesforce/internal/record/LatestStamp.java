package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.salesforce.internal.rest.Query;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an object of an organization was changed last, by Salesforce's own clock: what changes from now on is stamped no earlier, also
 * where the host's clock is wrong, as long as it is less than a week ahead. Asked once for everybody, and remembered for a while. Not
 * thread-safe.
 */
final class LatestStamp {

    /** An older answer does no harm, but more is told twice. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Where nothing changes, the log of deletions must reach back all the same. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private final SalesforceRest rest;
    private final String object;

    private Instant stamp = Instant.MIN;
    /** When it was asked for, by this machine's clock. */
    private Instant askedAt = Instant.MIN;

    LatestStamp(SalesforceRest rest, String object) {
        this.rest = rest;
        this.object = object;
    }

    /** A moment that is not in the future by Salesforce's clock; a week ago at most, by the host's. */
    Instant get() {
        Instant now = rest.clock().instant();
        if (now.isBefore(askedAt) || !now.isBefore(askedAt.plus(REMEMBERED))) {
            stamp = ask(now);
            askedAt = now;
        }
        return stamp;
    }

    private Instant ask(Instant now) {
        String name = "latest change of " + object;
        List<JsonNode> rows = new Query(rest)
                .rows(name, "SELECT SystemModstamp FROM " + object + " ORDER BY SystemModstamp DESC LIMIT 1");
        Instant oldest = now.minus(OLDEST);
        if (rows.isEmpty()) {
            return oldest;
        }
        Instant latest = moment(name, rows.get(0));
        return latest.isBefore(oldest) ? oldest : latest;
    }

    private static Instant moment(String name, JsonNode row) {
        try {
            Instant stamp = RowReader.stamp(row, "SystemModstamp");
            if (stamp != null) {
                return stamp;
            }
        } catch (DateTimeParseException e) {
            throw broken(name, e);
        }
        throw broken(name, null);
    }

    private static ContractBrokenException broken(String name, @Nullable Throwable cause) {
        return new ContractBrokenException(
                name + ": the answer's SystemModstamp is no moment; report it, with what stands between here and"
                        + " Salesforce",
                cause);
    }
}
