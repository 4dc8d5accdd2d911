package io.github.crosstie.internal.exchange;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.ContractBrokenException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The claim of a mailbox as one text (S12): a version, and the parts in a fixed order, so that equal claims are equal
 * texts.
 */
public final class ClaimText {

    private static final String VERSION = "1";
    private static final int PARTS = 9;

    /** No mailbox has room for a property of any length. */
    private static final int LONGEST = 4_000;

    private ClaimText() {}

    /**
     * Writes a claim.
     *
     * @param claim the claim
     * @return its text, of ASCII alone
     */
    public static String write(MailboxClaim claim) {
        String text = Stream.of(
                        VERSION,
                        claim.organization().value(),
                        claim.environment().name(),
                        claim.user().value(),
                        claim.configuration().value(),
                        Long.toString(claim.epoch()),
                        claim.since().toString(),
                        claim.heartbeat().toString(),
                        Boolean.toString(claim.live()))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "claim of a mailbox: the ids of organization, user and configuration are too" + " long for it, "
                            + text.length() + " characters of " + LONGEST + "; shorten the configuration's id");
        }
        return text;
    }

    /**
     * Reads a claim.
     *
     * @param text what a mailbox carries
     * @return the claim
     * @throws ContractBrokenException if the text is none that this release knows
     */
    public static MailboxClaim read(String text) {
        if (text.length() > LONGEST) {
            throw unreadable(null);
        }
        try {
            List<String> parts = Stream.of(text.split(" "))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
            if (parts.size() != PARTS || !parts.get(0).equals(VERSION)) {
                throw unreadable(null);
            }
            return new MailboxClaim(
                    new OrganizationId(parts.get(1)),
                    Environment.valueOf(parts.get(2)),
                    new UserId(parts.get(3)),
                    new ConfigurationId(parts.get(4)),
                    Long.parseLong(parts.get(5)),
                    Instant.parse(parts.get(6)),
                    Instant.parse(parts.get(7)),
                    Boolean.parseBoolean(parts.get(8)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** Whoever cannot read a claim must not take the mailbox for free. */
    private static ContractBrokenException unreadable(@Nullable Throwable cause) {
        return new ContractBrokenException(
                "the mailbox carries a claim that this release cannot read; a newer one may hold it: update this one",
                cause);
    }
}
