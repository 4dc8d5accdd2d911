package io.github.crosstie.examples.survive;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has to know. It is told through its standard input, a line each: arguments of processes are for everybody to read.
 *
 * @param database the JDBC URL of the state
 * @param salesforce where Salesforce listens
 * @param salesforceToken a session
 * @param organization the organization's id
 * @param user the user's id
 * @param address the user's mailbox
 * @param mail over what the mailbox is reached
 * @param mailServer where that listens
 * @param mailToken what lets the worker in
 * @param shift how far the clock is put forward
 * @param key for digests in the place of values; empty if values are kept
 */
record WorkerSettings(
        String database,
        URI salesforce,
        String salesforceToken,
        String organization,
        String user,
        String address,
        MailService mail,
        URI mailServer,
        String mailToken,
        Duration shift,
        String key) {

    private static final int LINES = 11;

    List<String> lines() {
        return List.of(
                database,
                salesforce.toString(),
                salesforceToken,
                organization,
                user,
                address,
                mail.name(),
                mailServer.toString(),
                mailToken,
                shift.toString(),
                key);
    }

    static WorkerSettings read(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < LINES) {
            @Nullable String line = in.readLine();
            if (line == null) {
                throw new IOException("a worker is told " + LINES + " lines, and was told " + lines.size());
            }
            lines.add(line);
        }
        return new WorkerSettings(
                lines.get(0),
                URI.create(lines.get(1)),
                lines.get(2),
                lines.get(3),
                lines.get(4),
                lines.get(5),
                MailService.valueOf(lines.get(6)),
                URI.create(lines.get(7)),
                lines.get(8),
                Duration.parse(lines.get(9)),
                lines.get(10));
    }

    /** Without the tokens and the key, and without the database's URL, which may hold a password. */
    @Override
    public String toString() {
        return "worker of " + organization + " at " + salesforce + " and " + mailServer;
    }
}
